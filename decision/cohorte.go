package decision

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Cohorte says to whom a signed change of rules is applied first. It follows from the
// report and from the identifiers of people: the same for everyone, and nobody is chosen.
// Those who lose are in none, but the one that names a person: someone looked at her.
type Cohorte struct {
	Genre  string // gagnants, part, risque, personne
	Part   int    // percent, from 1 to 100
	Valeur string // benefit, or identifier of the person
}

// Kinds of cohorts.
const (
	CohorteGagnants = "gagnants" // all those who lose nothing
	CohortePart     = "part"     // of those, a share: that of a smaller share is within it
	CohorteRisque   = "risque"   // of those, those of whom this benefit alone changes
	CohortePersonne = "personne" // one person, whatever she loses
)

// LireCohorte reads «gagnants», «part:10», «risque:maladie» or «personne:ABC».
func LireCohorte(texte string) (c Cohorte, err error) {
	genre, valeur, _ := strings.Cut(strings.TrimSpace(texte), ":")
	c = Cohorte{Genre: genre, Valeur: valeur}
	switch genre {
	case CohorteGagnants:
		if valeur == "" {
			return c, nil
		}
	case CohortePart:
		c.Valeur = ""
		if c.Part, err = strconv.Atoi(valeur); err == nil && c.Part >= 1 && c.Part <= 100 {
			return c, nil
		}
	case CohorteRisque, CohortePersonne:
		if valeur != "" {
			return c, nil
		}
	}
	return c, fmt.Errorf("cohorte «%s» : %w, attendu gagnants, part:10 (pour cent), risque:maladie ou personne:NUMERO", texte, ErrIncomplet)
}

// String writes a cohort as it is read.
func (c Cohorte) String() string {
	switch c.Genre {
	case CohortePart:
		return c.Genre + ":" + strconv.Itoa(c.Part)
	case CohorteRisque, CohortePersonne:
		return c.Genre + ":" + c.Valeur
	}
	return c.Genre
}

// Contient reports whether someone whom a report names is of the cohort.
func (c Cohorte) Contient(l *LigneRejeu) bool {
	switch {
	case c.Genre == CohortePersonne:
		return l.Personne == c.Valeur
	case l.Perd:
		return false
	case c.Genre == CohortePart:
		h := sha256.Sum256([]byte("cohorte/" + l.Personne))
		return binary.BigEndian.Uint64(h[:])%100 < uint64(c.Part)
	case c.Genre == CohorteRisque:
		return slices.Equal(l.Risques, []string{c.Valeur})
	}
	return true
}
