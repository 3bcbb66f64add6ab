package sepa

import (
	"strings"

	"accord/valeur"
)

// contientNIR reports whether a text carries a number of the NIR family:
// thirteen characters of the right form in a row, or grouped as on a carte
// Vitale («1 85 01 99 999 001»), whatever comes before or after. The key is not
// looked at: a mistyped number is as personal as a right one.
//
// A row of exactly fourteen digits which is a right SIRET is an employer.
func contientNIR(s string) bool {
	for i := 0; i+13 <= len(s); i++ {
		if s[i] < '1' || s[i] > '8' {
			continue
		}
		if formeNIR(s[i:i+13]) && !dansSIRET(s, i) {
			return true
		}
		if g := degrouper(s[i:]); g != "" && formeNIR(g) {
			return true
		}
	}
	return false
}

// formeNIR looks at thirteen characters, all digits save perhaps the letter of
// Corsica.
func formeNIR(s string) bool {
	for i := range len(s) {
		if !estChiffre(s[i]) && i != 6 {
			return false
		}
	}
	return valeur.NIR(strings.ToUpper(s)).Genre() != valeur.NIRInvalide
}

// dansSIRET reports whether the row of digits around position i is a SIRET.
func dansSIRET(s string, i int) bool {
	debut, fin := i, i
	for debut > 0 && estChiffre(s[debut-1]) {
		debut--
	}
	for fin < len(s) && estChiffre(s[fin]) {
		fin++
	}
	_, err := valeur.ParseSIRET(s[debut:fin])
	return err == nil
}

// degrouper gives the thirteen characters that open s in groups of 1, 2, 2, 2,
// 3 and 3 with one same separator between them, and "" where there are none.
func degrouper(s string) string {
	const longueur = 13 + 5
	if len(s) < longueur || !strings.ContainsRune(" -./", rune(s[1])) {
		return ""
	}
	var b []byte
	reste := s[:longueur]
	for i, n := range [...]int{1, 2, 2, 2, 3, 3} {
		if i > 0 {
			if reste[0] != s[1] {
				return ""
			}
			reste = reste[1:]
		}
		b = append(b, reste[:n]...)
		reste = reste[n:]
	}
	return string(b)
}

// chiffresIBAN is the least number of digits in an account number: those of the
// Netherlands have twelve. Below, letters and digits that pass the keys are an
// accident, which befalls one order in fifty thousand whose identifier is drawn
// at random: it must not be held up for it.
const chiffresIBAN = 12

// contientIBAN reports whether a text carries an account number with right
// keys, in a row or in groups of four, whatever comes before or after.
func contientIBAN(s string) bool {
	for i := 0; i+15 <= len(s); i++ {
		if estLettre(s[i]) && estLettre(s[i+1]) && estChiffre(s[i+2]) && estChiffre(s[i+3]) && debuteIBAN(s[i:]) {
			return true
		}
	}
	return false
}

// debuteIBAN reports whether some beginning of s is an IBAN: 15 (Norway) to 31
// characters (Malta), spaces apart.
func debuteIBAN(s string) bool {
	var b [31]byte
	n, chiffres := 0, 0
	for i := 0; i < len(s) && n < len(b); i++ {
		if s[i] == ' ' && n%4 == 0 {
			continue
		}
		if !estChiffre(s[i]) && !estLettre(s[i]) {
			break
		}
		if estChiffre(s[i]) {
			chiffres++
		}
		b[n] = s[i]
		n++
	}
	if chiffres < chiffresIBAN {
		return false
	}
	candidat := string(b[:n])
	for fin := 15; fin <= n; fin++ {
		if _, err := valeur.ParseIBAN(candidat[:fin]); err == nil {
			return true
		}
	}
	return false
}

func estChiffre(c byte) bool { return c >= '0' && c <= '9' }

func estLettre(c byte) bool { return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' }
