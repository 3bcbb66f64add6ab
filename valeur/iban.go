package valeur

import (
	"errors"
	"strings"
)

// IBAN is an international bank account number in upper case, without spaces.
// The zero value means «not known». String is masked, [IBAN.Clair] is not.
type IBAN string

// ErrIBAN is returned for anything that is not an IBAN of the SEPA area with
// right keys.
var ErrIBAN = errors.New("n'est pas un IBAN")

// longueursIBAN gives the length by country for the SEPA area (ISO 13616
// registry, EPC list of SEPA scheme countries).
var longueursIBAN = map[string]int{
	"AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22,
	"DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21,
	"HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27,
	"MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24,
	"RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "VA": 22,
}

// ParseIBAN checks the country, the length, the modulo 97 and, for French and
// Monegasque accounts, the key of the RIB. Spaces are ignored, letters may be
// in lower case.
func ParseIBAN(s string) (IBAN, error) {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if len(s) < 5 || longueursIBAN[s[:2]] != len(s) || mod97(s[4:]+s[:4]) != 1 {
		return "", ErrIBAN
	}
	if (s[:2] == "FR" || s[:2] == "MC") && !cleRIB(s[4:]) {
		return "", ErrIBAN
	}
	return IBAN(s), nil
}

// mod97 returns the remainder of the number obtained by reading A as 10 to Z
// as 35, and -1 where a character is neither digit nor letter.
func mod97(s string) int {
	r := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			r = (10*r + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z':
			r = (100*r + int(c-'A') + 10) % 97
		default:
			return -1
		}
	}
	return r
}

// cleRIB checks the two last digits of a French BBAN (23 characters).
func cleRIB(bban string) bool {
	num := func(s string) (n int64, ok bool) {
		for i := range len(s) {
			c := s[i]
			switch {
			case c >= '0' && c <= '9':
				n = 10*n + int64(c-'0')
			case c >= 'A' && c <= 'I':
				n = 10*n + int64(c-'A') + 1
			case c >= 'J' && c <= 'R':
				n = 10*n + int64(c-'J') + 1
			case c >= 'S' && c <= 'Z':
				n = 10*n + int64(c-'S') + 2
			default:
				return 0, false
			}
		}
		return n, true
	}
	banque, ok1 := num(bban[:5])
	guichet, ok2 := num(bban[5:10])
	compte, ok3 := num(bban[10:21])
	cle, ok4 := chiffres(bban[21:])
	return ok1 && ok2 && ok3 && ok4 && 97-(89*banque+15*guichet+3*compte)%97 == int64(cle)
}

// NewIBANFrancais builds the IBAN of a French account from its bank code,
// branch and account number (digits), computing both keys.
func NewIBANFrancais(banque, guichet, compte string) IBAN {
	for cle := range 98 {
		bban := banque + guichet + compte + string([]byte{byte('0' + cle/10), byte('0' + cle%10)})
		if len(bban) == 23 && cleRIB(bban) {
			k := 98 - mod97(bban+"FR00")
			return IBAN("FR" + string([]byte{byte('0' + k/10), byte('0' + k%10)}) + bban)
		}
	}
	return ""
}

// String masks the middle: «FR76 •••• 0189».
func (i IBAN) String() string {
	if len(i) < 8 {
		return ""
	}
	return string(i[:4]) + " •••• " + string(i[len(i)-4:])
}

// Clair gives the whole number. Use it only to pay.
func (i IBAN) Clair() string { return string(i) }

// IsZero reports whether the account is not known.
func (i IBAN) IsZero() bool { return i == "" }
