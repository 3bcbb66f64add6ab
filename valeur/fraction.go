package valeur

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
)

// Fraction is an exact rational number. Small ones (all that ordinary cases
// need) live in two machine words and cost no allocation; those that do not
// fit go on, as exactly, on big integers. The zero value is 0.
//
// Fractions are compared with [Fraction.Cmp], never with ==.
type Fraction struct {
	num, den int64 // den 0 stands for 1; reduced; meaningless when grand is set
	grand    *big.Rat
}

// F returns n/d. It panics when d is zero.
func F(n, d int64) Fraction {
	if d == 0 {
		panic("valeur: fraction de dénominateur nul")
	}
	if d == math.MinInt64 || n == math.MinInt64 {
		return deRat(big.NewRat(n, d))
	}
	if d < 0 {
		n, d = -n, -d
	}
	if g := pgcd(n, d); g > 1 {
		n, d = n/g, d/g
	}
	return Fraction{num: n, den: d}
}

// Fraction returns the amount in euros as an exact fraction.
func (c Centimes) Fraction() Fraction { return F(int64(c), 100) }

func pgcd(a, b int64) int64 {
	if a < 0 {
		a = -a
	}
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func (f Fraction) parts() (n, d int64) {
	if f.den == 0 {
		return f.num, 1
	}
	return f.num, f.den
}

func (f Fraction) rat() *big.Rat {
	if f.grand != nil {
		return f.grand
	}
	n, d := f.parts()
	return big.NewRat(n, d)
}

func deRat(r *big.Rat) Fraction {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return Fraction{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return Fraction{grand: r}
}

// mul64 multiplies and tells whether the product fits.
func mul64(a, b int64) (int64, bool) {
	neg := (a < 0) != (b < 0)
	hi, lo := bits.Mul64(abs64(a), abs64(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if neg {
		return -int64(lo), true
	}
	return int64(lo), true
}

func abs64(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// Plus returns f + g.
func (f Fraction) Plus(g Fraction) Fraction {
	if f.grand == nil && g.grand == nil {
		fn, fd := f.parts()
		gn, gd := g.parts()
		k := pgcd(fd, gd)
		a, ok1 := mul64(fn, gd/k)
		b, ok2 := mul64(gn, fd/k)
		d, ok3 := mul64(fd, gd/k)
		if s := a + b; ok1 && ok2 && ok3 && (s > a) == (b > 0) {
			return F(s, d)
		}
	}
	return deRat(new(big.Rat).Add(f.rat(), g.rat()))
}

// Moins returns f - g.
func (f Fraction) Moins(g Fraction) Fraction {
	if g.grand != nil {
		return f.Plus(deRat(new(big.Rat).Neg(g.grand)))
	}
	g.num = -g.num
	return f.Plus(g)
}

// Fois returns f × g.
func (f Fraction) Fois(g Fraction) Fraction {
	if f.grand == nil && g.grand == nil {
		fn, fd := f.parts()
		gn, gd := g.parts()
		k1, k2 := max(pgcd(fn, gd), 1), max(pgcd(gn, fd), 1)
		n, ok1 := mul64(fn/k1, gn/k2)
		d, ok2 := mul64(fd/k2, gd/k1)
		if ok1 && ok2 {
			return Fraction{num: n, den: d} // of two reduced fractions, reduced crosswise
		}
	}
	return deRat(new(big.Rat).Mul(f.rat(), g.rat()))
}

// Sur returns f ÷ g. It panics when g is zero.
func (f Fraction) Sur(g Fraction) Fraction {
	if g.grand != nil {
		return f.Fois(deRat(new(big.Rat).Inv(g.grand)))
	}
	n, d := g.parts()
	switch {
	case n == 0:
		panic("valeur: division par zéro")
	case n < 0:
		n, d = -n, -d
	}
	return f.Fois(Fraction{num: d, den: n})
}

// Cmp returns -1, 0 or 1 as f is below, equal to or above g.
func (f Fraction) Cmp(g Fraction) int {
	if f.grand == nil && g.grand == nil {
		fn, fd := f.parts()
		gn, gd := g.parts()
		a, ok1 := mul64(fn, gd)
		b, ok2 := mul64(gn, fd)
		if ok1 && ok2 {
			switch {
			case a < b:
				return -1
			case a > b:
				return 1
			}
			return 0
		}
	}
	return f.rat().Cmp(g.rat())
}

// Min returns the smaller of two fractions.
func (f Fraction) Min(g Fraction) Fraction {
	if g.Cmp(f) < 0 {
		return g
	}
	return f
}

// EstNulle reports whether f is 0.
func (f Fraction) EstNulle() bool { return f.grand == nil && f.num == 0 }

// Arrondi is a way to round an exact amount to the cent. Which one applies is
// a dated parameter of each benefit, never a habit of the code.
type Arrondi uint8

const (
	// Troncature drops what lies beyond the cent, towards zero.
	Troncature Arrondi = iota
	// DemiSuperieur rounds to the nearest cent, the half away from zero.
	DemiSuperieur
)

// Centimes rounds the amount in euros f to the cent.
func (f Fraction) Centimes(a Arrondi) Centimes { return Centimes(f.arrondir(a, 100)) }

// arrondir returns f × echelle rounded to an integer.
func (f Fraction) arrondir(a Arrondi, echelle int64) int64 {
	n, d := f.parts()
	n, ok := mul64(n, echelle)
	if f.grand != nil || !ok {
		return arrondirRat(new(big.Rat).Mul(f.rat(), big.NewRat(echelle, 1)), a)
	}
	q, r := n/d, n%d
	if a == DemiSuperieur && abs64(r) >= uint64(d)-abs64(r) {
		if n < 0 {
			return q - 1
		}
		return q + 1
	}
	return q
}

func arrondirRat(r *big.Rat, a Arrondi) int64 {
	n := new(big.Int).Abs(r.Num())
	reste := new(big.Int)
	q, reste := new(big.Int).QuoRem(n, r.Denom(), reste)
	if a == DemiSuperieur && reste.Lsh(reste, 1).Cmp(r.Denom()) >= 0 {
		q.Add(q, big.NewInt(1))
	}
	if !q.IsInt64() {
		panic("valeur: débordement d'un arrondi")
	}
	if r.Sign() < 0 {
		return -q.Int64()
	}
	return q.Int64()
}

// Decimal writes f with exactly n decimals (0 to 9), rounded to the nearest,
// half away from zero.
func (f Fraction) Decimal(n int) string {
	echelle := int64(1)
	for range n {
		echelle *= 10
	}
	v := f.arrondir(DemiSuperieur, echelle)
	signe := ""
	u := abs64(v)
	if v < 0 {
		signe = "-"
	}
	if n == 0 {
		return fmt.Sprintf("%s%d", signe, u)
	}
	return fmt.Sprintf("%s%d.%0*d", signe, u/uint64(echelle), n, u%uint64(echelle))
}

// Exacte writes f without trailing zeros but with at least two decimals, up to
// nine: «2552.242», «2000.00».
func (f Fraction) Exacte() string {
	s := f.Decimal(9)
	fin := len(s)
	for s[fin-1] == '0' && s[fin-3] != '.' {
		fin--
	}
	return s[:fin]
}

// String gives «n/d», for tests and messages to programmers.
func (f Fraction) String() string { return f.rat().RatString() }
