package valeur

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestParseCentimes(t *testing.T) {
	for s, c := range map[string]Centimes{"0": 0, "0.00": 0, "12": 1200, "12.5": 1250, "-3.07": -307, "1823.03": 182303, "007.10": 710} {
		got, err := ParseCentimes(s)
		if err != nil || got != c {
			t.Errorf("%q lu %d (%v), attendu %d", s, got, err, c)
		}
	}
	for _, s := range []string{"", "-", ".5", "5.", "1.234", "1,50", "+1", "1e3", "--1", " 1", "99999999999999999999", "1.-5"} {
		if c, err := ParseCentimes(s); err == nil {
			t.Errorf("%q lu %d", s, c)
		}
	}
}

func TestCentimesEcrits(t *testing.T) {
	if s := Centimes(123456789).Euros(); s != "1 234 567,89 €" {
		t.Errorf("%q", s)
	}
	if s := Centimes(-5).String(); s != "-0.05" {
		t.Errorf("%q", s)
	}
	if s := Centimes(-123456).Euros(); s != "-1 234,56 €" {
		t.Errorf("%q", s)
	}
}

func TestCentimesAllerRetour(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Centimes(rapid.Int64Range(-int64(MontantMax), int64(MontantMax)).Draw(t, "c"))
		if got, err := ParseCentimes(c.String()); err != nil || got != c {
			t.Fatalf("%d écrit %s relu %d (%v)", c, c, got, err)
		}
	})
}

// Fractions agree with math/big on any chain of operations, far beyond what
// two machine words hold.
func TestFractionContreBig(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, r := Fraction{}, new(big.Rat)
		for range rapid.IntRange(1, 12).Draw(t, "n") {
			n := rapid.Int64().Draw(t, "num")
			d := rapid.Int64().Filter(func(d int64) bool { return d != 0 }).Draw(t, "den")
			g, s := F(n, d), big.NewRat(n, d)
			switch rapid.IntRange(0, 3).Draw(t, "op") {
			case 0:
				f, r = f.Plus(g), r.Add(r, s)
			case 1:
				f, r = f.Fois(g), r.Mul(r, s)
			case 2:
				f, r = f.Moins(g), r.Sub(r, s)
			case 3:
				if n != 0 {
					f, r = f.Sur(g), r.Quo(r, s)
				}
			}
			if f.rat().Cmp(r) != 0 || f.Cmp(g) != r.Cmp(s) {
				t.Fatalf("%s au lieu de %s", f, r.RatString())
			}
		}
	})
}

func TestArrondis(t *testing.T) {
	for _, c := range []struct {
		f          Fraction
		tronc, sup Centimes
	}{
		{F(600000, 18250), 3287, 3288}, // 6000 / 182,5 = 32,8767
		{F(1, 200), 0, 1},              // un demi-centime
		{F(-1, 200), 0, -1},
		{F(249, 50000), 0, 0}, // 0,00498
		{F(-249, 100), -249, -249},
	} {
		if c.f.Centimes(Troncature) != c.tronc || c.f.Centimes(DemiSuperieur) != c.sup {
			t.Errorf("%s : %d et %d, attendu %d et %d", c.f, c.f.Centimes(Troncature), c.f.Centimes(DemiSuperieur), c.tronc, c.sup)
		}
	}
}

func TestArrondiContreBig(t *testing.T) {
	demi := big.NewRat(1, 2)
	rapid.Check(t, func(t *rapid.T) {
		f := F(rapid.Int64Range(-1e12, 1e12).Draw(t, "n"), rapid.Int64Range(1, 1e6).Draw(t, "d"))
		r := new(big.Rat).Mul(f.rat(), big.NewRat(100, 1))
		r.Abs(r).Add(r, demi)
		plancher := new(big.Int).Quo(r.Num(), r.Denom()).Int64()
		if f.num < 0 {
			plancher = -plancher
		}
		if got := f.Centimes(DemiSuperieur); int64(got) != plancher {
			t.Fatalf("%s arrondi %d, attendu %d", f, got, plancher)
		}
	})
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{F(6000, 1).Sur(F(9125, 100)).Decimal(6), "65.753425"},
		{F(182303, 100).Fois(F(14, 10)).Exacte(), "2552.242"},
		{F(2000, 1).Exacte(), "2000.00"},
		{F(-1, 3).Decimal(2), "-0.33"},
	} {
		if c.got != c.want {
			t.Errorf("%s, attendu %s", c.got, c.want)
		}
	}
}

func BenchmarkFraction(b *testing.B) {
	for b.Loop() {
		F(200000, 100).Plus(F(182303, 100).Fois(F(14, 10))).Sur(F(18250, 100)).Centimes(Troncature)
	}
}
