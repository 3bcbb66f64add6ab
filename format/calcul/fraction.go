package calcul

import (
	"strconv"

	v "accord/valeur"
)

// ajouterDecimal appends f with n decimals (2 to 9), half away from zero, as
// [valeur.Fraction.Decimal] does, without allocating. An amount too great for
// that is rounded to the cent.
func ajouterDecimal(b []byte, f v.Fraction, n int) []byte {
	grand := v.F(9_000_000_000, 1)
	exactes := n
	if f.Cmp(grand) >= 0 || f.Cmp(grand.Fois(v.F(-1, 1))) <= 0 {
		exactes = 2
	}
	echelle := int64(1)
	for range exactes - 2 {
		echelle *= 10
	}
	unites := int64(f.Fois(v.F(echelle, 1)).Centimes(v.DemiSuperieur))
	u := uint64(unites)
	if unites < 0 {
		b = append(b, '-')
		u = -u
	}
	diviseur := uint64(echelle) * 100
	b = strconv.AppendUint(b, u/diviseur, 10)
	b = append(b, '.')
	for reste := u % diviseur; diviseur > 1; reste %= diviseur {
		diviseur /= 10
		b = append(b, byte('0'+reste/diviseur))
	}
	for range n - exactes {
		b = append(b, '0')
	}
	return b
}

// ajouterExacte appends f without trailing zeros but with at least two
// decimals, and at most nine.
func ajouterExacte(b []byte, f v.Fraction) []byte {
	b = ajouterDecimal(b, f, 9)
	for n := len(b); b[n-1] == '0' && b[n-3] != '.'; n = len(b) {
		b = b[:n-1]
	}
	return b
}
