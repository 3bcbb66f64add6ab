package valeur

import (
	"errors"
	"strings"
)

// NIR is the thirteen characters of a numéro d'inscription au répertoire,
// without its key, in upper case. It also holds the provisional forms (MIG,
// NNP) that have no key. The zero value means «not known».
//
// A NIR never appears in a log, a file name, a URL or a bank file: String is
// masked, [NIR.Clair] is not.
type NIR string

// GenreNIR says what kind of number a [NIR] is.
type GenreNIR uint8

const (
	NIRInvalide   GenreNIR = iota // no form of number
	NIRDefinitif                  // NIR or NIA: thirteen characters and a key
	NIRMigrant                    // migrant de passage (MIG): no key
	NIRProvisoire                 // numéro national provisoire (NNP): no key
)

// ErrNIR is returned for anything that has not the form of a NIR.
var ErrNIR = errors.New("n'est pas un NIR")

// ErrCleNIR is returned when the form is right and the key is not.
var ErrCleNIR = errors.New("clé du NIR fausse")

// ParseNIR reads thirteen characters, or fifteen with the key, which is then
// checked. Spaces are ignored, letters may be in lower case.
//
// Source: controls published by the CNAM (nir-validation) and by the GIP-MDS;
// the union of both is accepted.
func ParseNIR(s string) (NIR, error) {
	s = strings.ToUpper(strings.ReplaceAll(s, " ", ""))
	if len(s) != 13 && len(s) != 15 {
		return "", ErrNIR
	}
	n := NIR(s[:13])
	genre := n.Genre()
	if genre == NIRInvalide {
		return "", ErrNIR
	}
	if len(s) == 15 {
		cle, ok := chiffres(s[13:])
		if !ok || genre != NIRDefinitif {
			return "", ErrNIR
		}
		if cle != n.Cle() {
			return "", ErrCleNIR
		}
	}
	return n, nil
}

// Genre tells what kind of number it is, from its form alone.
func (n NIR) Genre() GenreNIR {
	if len(n) != 13 {
		return NIRInvalide
	}
	s := string(n)
	switch s[0] {
	case '1', '2':
		if moisNIR(s[3:5]) && departementNIR(s[5:7]) && tousChiffres(s[1:5]) && tousChiffres(s[7:]) {
			return NIRDefinitif
		}
	case '5', '6':
		if (s[1] == '1' || s[1] == '2') && tousChiffres(s[2:]) {
			return NIRMigrant
		}
	case '7', '8':
		if s[1] >= '0' && s[1] <= '2' && tousChiffres(s[2:]) {
			return NIRProvisoire
		}
	}
	return NIRInvalide
}

// Sexe is what the first digit of a definitive number tells: «homme», «femme»; nothing for the others.
func (n NIR) Sexe() string {
	if n.Genre() != NIRDefinitif {
		return ""
	}
	if n[0] == '1' {
		return "homme"
	}
	return "femme"
}

// moisNIR accepts 01 to 12 and the fictitious months 20 to 99.
func moisNIR(s string) bool {
	m, ok := chiffres(s)
	return ok && (m >= 1 && m <= 12 || m >= 20)
}

func departementNIR(s string) bool {
	return s == "2A" || s == "2B" || tousChiffres(s) && s != "00"
}

func tousChiffres(s string) bool {
	_, ok := chiffres(s)
	return ok
}

// Cle returns the key (1 to 97) of a definitive NIR: 97 minus the remainder
// by 97, with 2A read as 19 and 2B as 18.
func (n NIR) Cle() int {
	r := 0
	for i := 0; i < len(n); i++ {
		c := n[i]
		switch c {
		case 'A', 'B':
			// 2A stands for 19 and 2B for 18: correct the digit 2 just read.
			r = (r - 2 + 97 + 1) % 97
			c = '9' - (c - 'A')
		}
		r = (10*r + int(c-'0')) % 97
	}
	return 97 - r
}

// String masks all but the sex, the year and the last three digits.
func (n NIR) String() string {
	if len(n) != 13 {
		return ""
	}
	return string(n[:3]) + " •• •• ••• " + string(n[10:])
}

// Clair gives the thirteen characters. Use it only where the number itself is
// needed: matching, and mail to the person.
func (n NIR) Clair() string { return string(n) }

// IsZero reports whether the number is not known.
func (n NIR) IsZero() bool { return n == "" }
