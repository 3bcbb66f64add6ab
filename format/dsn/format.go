package dsn

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/valeur"
)

// genre is what kind of value a rubric holds.
type genre uint8

const (
	genreTexte genre = iota
	genreListe
	genreOuverte // a list of which only a part is known: nothing to check
	genreDate
	genreMois
	genreDecimal
	genreEntier
	genreNIR
	genreNTT
	genreSIREN
	genreNIC
	genreSIRET
	genreIBAN
	genreBIC
	genreVersion
)

var genres = map[string]genre{
	"texte": genreTexte, "liste": genreListe, "ouverte": genreOuverte, "date": genreDate, "mois": genreMois,
	"decimal": genreDecimal, "entier": genreEntier, "nir": genreNIR, "ntt": genreNTT, "siren": genreSIREN,
	"nic": genreNIC, "siret": genreSIRET, "iban": genreIBAN, "bic": genreBIC, "version": genreVersion,
}

// format says what values a rubric may take.
type format struct {
	genre    genre
	min, max int    // characters of a text, digits of an integer
	codes    *liste // of genreListe and genreOuverte
}

// valeurLue is a value once read; only the part that the format names is set,
// and texte in all cases, in its normal form.
type valeurLue struct {
	texte   string
	jour    valeur.Jour
	montant valeur.Centimes
	entier  int64
}

// lire reads a value and tells whether it has the format.
func (f *format) lire(s string) (lu valeurLue, ok bool) {
	lu.texte = s
	var err error
	switch f.genre {
	case genreTexte:
		n := utf8.RuneCountInString(s)
		return lu, n >= f.min && n <= f.max
	case genreListe:
		_, ok = f.codes.libelles[s]
		return lu, ok
	case genreDate:
		lu.jour, err = valeur.ParseJourDSN(s)
	case genreMois:
		lu.jour, err = valeur.ParseJourDSN(s)
		return lu, err == nil && lu.jour == lu.jour.DebutMois()
	case genreDecimal:
		// The norm wants both decimals: «1500» may be euros or cents.
		if len(s) < 4 || s[len(s)-3] != '.' {
			return lu, false
		}
		lu.montant, err = valeur.ParseCentimes(s)
	case genreEntier:
		lu.entier, err = strconv.ParseInt(s, 10, 64)
		return lu, err == nil && len(s) <= f.max && s[0] != '-' && s[0] != '+'
	default:
		lu.texte, ok = f.identifiant(s)
		return lu, ok
	}
	return lu, err == nil
}

// identifiant reads the numbers that carry a check, and returns their normal
// form.
func (f *format) identifiant(s string) (string, bool) {
	switch f.genre {
	case genreNIR:
		n, err := valeur.ParseNIR(s)
		return n.Clair(), err == nil && len(s) == 13
	case genreNTT:
		return s, len(s) >= 11 && len(s) <= 40 && (s[0] == '1' || s[0] == '2')
	case genreSIREN:
		return s, valeur.ValiderSIREN(s)
	case genreNIC:
		return s, len(s) == 5 && strings.Trim(s, "0123456789") == ""
	case genreSIRET:
		n, err := valeur.ParseSIRET(s)
		return string(n), err == nil
	case genreIBAN:
		n, err := valeur.ParseIBAN(s)
		return n.Clair(), err == nil
	case genreBIC:
		return s, estBIC(s)
	case genreVersion:
		_, ok := parseVersion(s)
		return s, ok
	}
	return s, true
}

// estBIC checks the form of ISO 9362: bank and country in letters, place, and
// an optional branch.
func estBIC(s string) bool {
	if len(s) != 8 && len(s) != 11 {
		return false
	}
	for i := range len(s) {
		lettre := s[i] >= 'A' && s[i] <= 'Z'
		chiffre := s[i] >= '0' && s[i] <= '9'
		if !lettre && (i < 6 || !chiffre) {
			return false
		}
	}
	return true
}

// parseVersion reads P26V01 as 2601.
func parseVersion(s string) (int, bool) {
	if len(s) != 6 || s[0] != 'P' || s[3] != 'V' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[1:3]+s[4:6], 10, 16)
	return int(n), err == nil
}

// attendu says in French what the format expects, to follow «attendu :».
func (f *format) attendu() string {
	switch f.genre {
	case genreTexte:
		if f.min > 1 {
			return fmt.Sprintf("de %d à %d caractères", f.min, f.max)
		}
		return fmt.Sprintf("%d caractères au plus", f.max)
	case genreListe:
		return f.codes.enumerer()
	case genreEntier:
		return fmt.Sprintf("un nombre entier de %d chiffres au plus", f.max)
	}
	return attendus[f.genre]
}

var attendus = map[genre]string{
	genreOuverte: "un code de la norme",
	genreDate:    "une date JJMMAAAA",
	genreMois:    "le premier jour d'un mois, 01MMAAAA",
	genreDecimal: "un nombre à deux décimales après un point",
	genreNIR:     "un NIR de 13 caractères, sans clé",
	genreNTT:     "un NTT de 11 à 40 caractères commençant par 1 ou 2",
	genreSIREN:   "un SIREN de 9 chiffres dont la clé est juste",
	genreNIC:     "un NIC de 5 chiffres",
	genreSIRET:   "un SIRET de 14 chiffres dont la clé est juste",
	genreIBAN:    "un IBAN de la zone SEPA dont les clés sont justes",
	genreBIC:     "un BIC de 8 ou 11 caractères",
	genreVersion: "une version de norme, comme P26V01",
}
