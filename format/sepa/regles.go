package sepa

import (
	"fmt"
	"strings"

	"accord/valeur"
)

// A rule looks at the text of one field as the file carries it and says in
// French what is wrong, or nothing. It never shows a NIR or an account number.

// Bounds of one transfer in the SEPA schemes, in cents.
const (
	montantMin valeur.Centimes = 1
	montantMax valeur.Centimes = 999_999_999_99
)

// defautForme holds what is common to all texts: length, character set, place
// of the slashes (EPC: a text must not begin or end with one nor hold two in a
// row), and the spaces that a bank might drop.
func defautForme(s string, max int) string {
	for _, r := range s {
		if !estSEPA(r) {
			return fmt.Sprintf("caractère %q (U+%04X) hors du jeu latin SEPA", r, r)
		}
	}
	switch {
	case s == "":
		return "texte vide"
	case len(s) > max:
		return fmt.Sprintf("%d caractères, %d au plus", len(s), max)
	case s[0] == '/' || s[len(s)-1] == '/':
		return "barre oblique au début ou à la fin"
	case strings.Contains(s, "//"):
		return "deux barres obliques de suite"
	case s[0] == ' ' || s[len(s)-1] == ' ' || strings.Contains(s, "  "):
		return "espace au début, à la fin ou en double"
	}
	return ""
}

// defautPersonnel refuses what must never reach a bank as text.
func defautPersonnel(s string) string {
	switch {
	case contientIBAN(s): // first: thirteen of its digits may look like a NIR
		return "contient un numéro de compte (IBAN)"
	case contientNIR(s):
		return "contient un numéro de sécurité sociale (NIR)"
	}
	return ""
}

func regleTexte(max int) func(string) string {
	return func(s string) string { return defautForme(s, max) }
}

func regleLibelle(s string) string {
	if d := defautForme(s, maxLibelle); d != "" {
		return d
	}
	return defautPersonnel(s)
}

// regleNom asks for a letter besides: a name of which transliteration left only
// dots must be written in Latin letters by someone who can read it.
func regleNom(s string) string {
	if d := defautForme(s, maxNom); d != "" {
		return d
	}
	for i := range len(s) {
		if estLettre(s[i]) {
			return defautPersonnel(s)
		}
	}
	return "nom sans aucune lettre latine : à transcrire"
}

func regleIdentifiant(s string) string {
	if strings.Contains(s, " ") {
		return "espace interdite dans un identifiant"
	}
	if d := defautForme(s, maxIdentifiant); d != "" {
		return d
	}
	if s == "NOTPROVIDED" {
		return "« NOTPROVIDED » n'identifie rien"
	}
	return defautPersonnel(s)
}

func regleMontant(s string) string {
	c, err := valeur.ParseCentimes(s)
	switch {
	case err != nil || c.String() != s:
		return fmt.Sprintf("montant %q : attendu des chiffres, un point et deux décimales", abreger(s))
	case c < montantMin || c > montantMax:
		return fmt.Sprintf("montant %s hors des bornes SEPA (0.01 à 999999999.99)", s)
	}
	return ""
}

func regleIBAN(s string) string {
	if i, err := valeur.ParseIBAN(s); err != nil || i.Clair() != s {
		return "n'est pas un IBAN (pays SEPA, longueur, clés, majuscules sans espaces)"
	}
	return ""
}

// regleBIC checks the form of ISO 9362 as banks assign it: four letters, the
// country, two characters, and three more for a branch.
func regleBIC(s string) string {
	bon := len(s) == 8 || len(s) == 11
	for i := 0; bon && i < len(s); i++ {
		majuscule := s[i] >= 'A' && s[i] <= 'Z'
		bon = majuscule || i >= 6 && estChiffre(s[i])
	}
	if !bon {
		return fmt.Sprintf("BIC %q : attendu 8 ou 11 caractères, dont 6 lettres d'abord", abreger(s))
	}
	return ""
}

func regleSIRET(s string) string {
	if _, err := valeur.ParseSIRET(s); err != nil {
		return fmt.Sprintf("%q n'est pas un SIRET", abreger(s))
	}
	return ""
}

func reglePays(s string) string {
	if len(s) != 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'A' || s[1] > 'Z' {
		return fmt.Sprintf("pays %q : attendu deux lettres majuscules", abreger(s))
	}
	return ""
}

func regleExecution(s string) string {
	j, err := valeur.ParseJour(s)
	if err != nil {
		return fmt.Sprintf("%q n'est pas une date AAAA-MM-JJ", abreger(s))
	}
	if !JourTARGET(j) {
		return fmt.Sprintf("le %s, les banques ne règlent pas (TARGET fermé) ; premier jour possible : %s",
			j.Francais(), ProchainTARGET(j).Francais())
	}
	return ""
}

func regleInstant(s string) string {
	if len(s) == len("AAAA-MM-JJThh:mm:ssZ") && s[10] == 'T' && s[13] == ':' && s[16] == ':' && s[19] == 'Z' {
		_, err := valeur.ParseJour(s[:10])
		if err == nil && sexagesimal(s[11:13], "23") && sexagesimal(s[14:16], "59") && sexagesimal(s[17:19], "59") {
			return ""
		}
	}
	return fmt.Sprintf("instant %q : attendu AAAA-MM-JJThh:mm:ssZ", abreger(s))
}

// sexagesimal reports whether s is two digits that do not pass max.
func sexagesimal(s, max string) bool {
	return estChiffre(s[0]) && estChiffre(s[1]) && s <= max
}

// abreger keeps a message readable whatever the file holds.
func abreger(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}
