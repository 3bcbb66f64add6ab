package valeur

import (
	"errors"
	"fmt"
)

// Jour is a civil day of the Gregorian calendar, counted from 1 January of
// year 1 (which is Jour(1)). It has no hour and no time zone. The zero value
// means «not known».
type Jour int32

// Bounds of what a date of this trade can be. Anything outside is a typing
// error in a file, not a fact.
var (
	JourMin = NewJour(1900, 1, 1)
	JourMax = NewJour(2199, 12, 31)
)

// ErrJour is what [ParseJour] and its sisters return for anything that is not
// a date of the calendar between [JourMin] and [JourMax].
var ErrJour = errors.New("n'est pas une date")

// NewJour returns the day of that civil date. The arguments must name a real
// date: a program that builds an impossible one is wrong, and it panics.
func NewJour(annee, mois, jour int) Jour {
	j, ok := jourDe(annee, mois, jour)
	if !ok {
		panic(fmt.Sprintf("valeur: %04d-%02d-%02d n'existe pas", annee, mois, jour))
	}
	return j
}

func jourDe(annee, mois, jour int) (Jour, bool) {
	if annee < 1 || mois < 1 || mois > 12 || jour < 1 || jour > JoursDuMois(annee, mois) {
		return 0, false
	}
	return civil(annee, mois, jour), true
}

// civil counts days from 0001-01-01 with years that begin on 1 March, so that
// the leap day is the last of its year.
func civil(annee, mois, jour int) Jour {
	if mois <= 2 {
		annee--
		mois += 12
	}
	return Jour(365*annee + annee/4 - annee/100 + annee/400 + (153*(mois-3)+2)/5 + jour - 306)
}

// Date returns year, month (1 to 12) and day of the month.
func (j Jour) Date() (annee, mois, jour int) {
	n := int(j) + 305 // days since 0000-03-01
	ere := n / 146097
	n -= ere * 146097
	a := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*a + a/4 - a/100
	m := (5*n + 2) / 153
	jour = n - (153*m+2)/5 + 1
	annee = a + 400*ere
	mois = m + 3
	if mois > 12 {
		mois -= 12
		annee++
	}
	return annee, mois, jour
}

// IsZero reports whether the day is not known.
func (j Jour) IsZero() bool { return j == 0 }

// Annee returns the civil year.
func (j Jour) Annee() int { a, _, _ := j.Date(); return a }

// JourSemaine returns 1 for Monday to 7 for Sunday.
func (j Jour) JourSemaine() int { return (int(j)-1)%7 + 1 }

// AjouterMois moves by whole months «de quantième à quantième»: where the day
// does not exist in the month of arrival, the last day of that month is taken.
func (j Jour) AjouterMois(n int) Jour {
	a, m, d := j.Date()
	m += n - 1
	a += m / 12
	m %= 12
	if m < 0 {
		m += 12
		a--
	}
	return civil(a, m+1, min(d, JoursDuMois(a, m+1)))
}

// AjouterAnnees moves by whole years, 29 February becoming 28 where needed.
func (j Jour) AjouterAnnees(n int) Jour { return j.AjouterMois(12 * n) }

// DebutMois returns the first day of the civil month.
func (j Jour) DebutMois() Jour { _, _, d := j.Date(); return j - Jour(d-1) }

// FinMois returns the last day of the civil month.
func (j Jour) FinMois() Jour {
	a, m, d := j.Date()
	return j + Jour(JoursDuMois(a, m)-d)
}

// DebutAnnee returns 1 January of the same year.
func (j Jour) DebutAnnee() Jour { return civil(j.Annee(), 1, 1) }

// JoursDuMois returns the number of days of a civil month (28 to 31).
func JoursDuMois(annee, mois int) int {
	switch mois {
	case 2:
		if annee%4 == 0 && (annee%100 != 0 || annee%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// String gives AAAA-MM-JJ, and the empty string for a day that is not known.
func (j Jour) String() string {
	if j == 0 {
		return ""
	}
	return string(j.AppendISO(make([]byte, 0, 10)))
}

// AppendISO appends AAAA-MM-JJ.
func (j Jour) AppendISO(b []byte) []byte {
	a, m, d := j.Date()
	return append(b, byte('0'+a/1000%10), byte('0'+a/100%10), byte('0'+a/10%10), byte('0'+a%10),
		'-', byte('0'+m/10), byte('0'+m%10), '-', byte('0'+d/10), byte('0'+d%10))
}

// Francais gives JJ/MM/AAAA, as people read it.
func (j Jour) Francais() string {
	if j == 0 {
		return ""
	}
	a, m, d := j.Date()
	return fmt.Sprintf("%02d/%02d/%04d", d, m, a)
}

// NomsMois are the French names of the months, January at index 1.
var NomsMois = [13]string{"", "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
	"août", "septembre", "octobre", "novembre", "décembre"}

// EnLettres gives «4 novembre 2026», and «1er» for the first of a month.
func (j Jour) EnLettres() string {
	if j == 0 {
		return ""
	}
	a, m, d := j.Date()
	if d == 1 {
		return fmt.Sprintf("1er %s %d", NomsMois[m], a)
	}
	return fmt.Sprintf("%d %s %d", d, NomsMois[m], a)
}

// MoisEnLettres gives «novembre 2026».
func (j Jour) MoisEnLettres() string {
	a, m, _ := j.Date()
	return fmt.Sprintf("%s %d", NomsMois[m], a)
}

// ParseJour reads AAAA-MM-JJ and nothing else.
func ParseJour(s string) (Jour, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, ErrJour
	}
	return parseParties(s[0:4], s[5:7], s[8:10])
}

// ParseJourDSN reads JJMMAAAA, the form of the DSN.
func ParseJourDSN(s string) (Jour, error) {
	if len(s) != 8 {
		return 0, ErrJour
	}
	return parseParties(s[4:8], s[2:4], s[0:2])
}

// DSN gives JJMMAAAA.
func (j Jour) DSN() string {
	a, m, d := j.Date()
	return fmt.Sprintf("%02d%02d%04d", d, m, a)
}

func parseParties(annee, mois, jour string) (Jour, error) {
	a, ok1 := chiffres(annee)
	m, ok2 := chiffres(mois)
	d, ok3 := chiffres(jour)
	if !ok1 || !ok2 || !ok3 {
		return 0, ErrJour
	}
	j, ok := jourDe(a, m, d)
	if !ok || j < JourMin || j > JourMax {
		return 0, ErrJour
	}
	return j, nil
}

// chiffres reads a string made of digits only.
func chiffres(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, len(s) > 0
}

// MarshalText writes AAAA-MM-JJ.
func (j Jour) MarshalText() ([]byte, error) {
	if j == 0 {
		return []byte{}, nil
	}
	return j.AppendISO(nil), nil
}

// UnmarshalText reads AAAA-MM-JJ; the empty string is a day not known.
func (j *Jour) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*j = 0
		return nil
	}
	*j, err = ParseJour(string(b))
	return err
}
