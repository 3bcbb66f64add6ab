package valeur

import (
	"errors"
	"math"
	"strconv"
)

// Centimes is an amount of money in euro cents. It may be negative. It also
// carries quantities that the trade writes with two decimals (hours, percents)
// under the names [Centiemes].
type Centimes int64

// Centiemes is a quantity in hundredths: hours of work, percents.
type Centiemes = Centimes

// ErrMontant is what [ParseCentimes] returns for anything but an optional
// minus, digits, and at most two decimals after a dot.
var ErrMontant = errors.New("n'est pas un montant")

// MontantMax bounds what a file may state: ten billion euros.
const MontantMax Centimes = 1e12

// ParseCentimes reads «1234.5», «1234.56» or «-3»; never a comma, an exponent,
// a sign plus or a third decimal.
func ParseCentimes(s string) (Centimes, error) {
	neg := len(s) > 0 && s[0] == '-'
	if neg {
		s = s[1:]
	}
	var n int64
	point := -1
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '.' && point < 0 && i > 0 {
			point = i
			continue
		}
		if c < '0' || c > '9' || n > int64(MontantMax) {
			return 0, ErrMontant
		}
		n = 10*n + int64(c-'0')
	}
	decimales := 0
	if point >= 0 {
		decimales = len(s) - point - 1
	}
	if len(s) == 0 || point == len(s)-1 || decimales > 2 {
		return 0, ErrMontant
	}
	for ; decimales < 2; decimales++ {
		n *= 10
	}
	if n > int64(MontantMax) {
		return 0, ErrMontant
	}
	if neg {
		n = -n
	}
	return Centimes(n), nil
}

// String gives «-1234.50»: a dot and two decimals, the form of every file.
func (c Centimes) String() string { return string(c.Append(make([]byte, 0, 16))) }

// Append appends the form of [Centimes.String].
func (c Centimes) Append(b []byte) []byte {
	u := uint64(c)
	if c < 0 {
		b = append(b, '-')
		u = -u
	}
	b = strconv.AppendUint(b, u/100, 10)
	return append(b, '.', byte('0'+u%100/10), byte('0'+u%10))
}

// Euros gives «1 234,50 €», as people read it.
func (c Centimes) Euros() string { return c.Nombre() + " €" }

// Nombre gives «1 234,50», with a space between thousands.
func (c Centimes) Nombre() string {
	u := uint64(c)
	signe := ""
	if c < 0 {
		signe, u = "-", -u
	}
	entier := strconv.FormatUint(u/100, 10)
	var b []byte
	for i := range len(entier) {
		if i > 0 && (len(entier)-i)%3 == 0 {
			b = append(b, " "...)
		}
		b = append(b, entier[i])
	}
	return signe + string(b) + "," + string([]byte{byte('0' + u%100/10), byte('0' + u%10)})
}

// MarshalText writes the form of files.
func (c Centimes) MarshalText() ([]byte, error) { return c.Append(nil), nil }

// UnmarshalText reads the form of files.
func (c *Centimes) UnmarshalText(b []byte) (err error) {
	*c, err = ParseCentimes(string(b))
	return err
}

// Fois returns c multiplied by n. It panics on overflow: no amount of this
// trade comes near.
func (c Centimes) Fois(n int) Centimes {
	if n != 0 && (c > math.MaxInt64/Centimes(abs(n)) || c < -math.MaxInt64/Centimes(abs(n))) {
		panic("valeur: débordement d'un montant")
	}
	return c * Centimes(n)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
