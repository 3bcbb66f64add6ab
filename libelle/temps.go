package libelle

import (
	"strconv"
	"strings"

	v "accord/valeur"
)

var nomsJours = [8]string{"", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}

// JourEnLettres gives «jeudi 5 mars 2026».
func JourEnLettres(j v.Jour) string { return nomsJours[j.JourSemaine()] + " " + j.EnLettres() }

// PremierePhrase is the first sentence of a text: what follows gives its reasons.
func PremierePhrase(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i+1]
	}
	return s
}

// Compte gives «1 jour», «12 jours», «1 204 jours».
func Compte(n int, un, plusieurs string) string {
	if n == 0 || n == 1 {
		return strconv.Itoa(n) + " " + un
	}
	return Nombre(n) + " " + plusieurs
}

// Jours counts days in words.
func Jours(n int) string { return Compte(n, "jour", "jours") }

// Nombre separates thousands with no-break spaces.
func Nombre(n int) string {
	s := v.Centimes(n * 100).Nombre()
	return s[:len(s)-len(",00")]
}

// IlYA says how long ago a day was, seen from another: «aujourd'hui», «hier»,
// «il y a 12 jours», «demain», «dans 3 jours».
func IlYA(j, aujourdhui v.Jour) string {
	switch n := int(aujourdhui - j); {
	case n == 0:
		return "aujourd'hui"
	case n == 1:
		return "hier"
	case n == -1:
		return "demain"
	case n < 0:
		return "dans " + Jours(-n)
	default:
		return "il y a " + Jours(n)
	}
}

// Delai says where a deadline stands: «dépassé de 3 jours», «aujourd'hui»,
// «dans 2 jours».
func Delai(echeance, aujourdhui v.Jour) string {
	if n := int(aujourdhui - echeance); n > 0 {
		return "dépassé de " + Jours(n)
	}
	return IlYA(echeance, aujourdhui)
}
