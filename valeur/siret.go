package valeur

import "errors"

// SIRET is the fourteen digits of an establishment. The zero value means «not
// known».
type SIRET string

// ErrSIRET is returned for anything that is not fourteen digits with a right
// check digit.
var ErrSIRET = errors.New("n'est pas un SIRET")

const sirenLaPoste = "356000000"

// ParseSIRET reads fourteen digits and checks them by Luhn's formula; the
// establishments of La Poste may also be checked by a sum of digits that is a
// multiple of five (exception of the Insee).
func ParseSIRET(s string) (SIRET, error) {
	if len(s) != 14 || !tousChiffres(s) {
		return "", ErrSIRET
	}
	if luhn(s) {
		return SIRET(s), nil
	}
	if s[:9] == sirenLaPoste && sommeChiffres(s)%5 == 0 {
		return SIRET(s), nil
	}
	return "", ErrSIRET
}

// SIREN returns the nine digits of the enterprise.
func (s SIRET) SIREN() string {
	if len(s) < 9 {
		return ""
	}
	return string(s[:9])
}

// IsZero reports whether the number is not known.
func (s SIRET) IsZero() bool { return s == "" }

// ValiderSIREN reports whether s is nine digits with a right check digit.
func ValiderSIREN(s string) bool { return len(s) == 9 && tousChiffres(s) && luhn(s) }

func luhn(s string) bool {
	somme := 0
	for i := range len(s) {
		c := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			c *= 2
			if c > 9 {
				c -= 9
			}
		}
		somme += c
	}
	return somme%10 == 0
}

func sommeChiffres(s string) int {
	n := 0
	for i := range len(s) {
		n += int(s[i] - '0')
	}
	return n
}

// CleLuhn returns the digit which, put after s, makes it pass Luhn's formula.
func CleLuhn(s string) byte {
	for c := byte('0'); c <= '9'; c++ {
		if luhn(s + string(c)) {
			return c
		}
	}
	return '0'
}
