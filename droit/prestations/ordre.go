package prestations

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// ordonner puts the rights, the bases and the steps in the order of the first days
// of their stops: each law computes its own, one law after the other. The steps
// about no stop come last.
func (c *Calcul) ordonner(cas *droit.Cas, t *droit.Trace, r *droit.Resultat) {
	c.debuter(cas, r.Jours)
	slices.SortStableFunc(r.Droits, func(a, b droit.Droit) int { return cmp.Compare(c.debut(a.Arret), c.debut(b.Arret)) })
	slices.SortStableFunc(r.Bases, func(a, b droit.Base) int { return cmp.Compare(c.debut(a.Arret), c.debut(b.Arret)) })
	if t.Active() {
		slices.SortStableFunc(t.Etapes, func(a, b droit.Etape) int { return cmp.Compare(c.debut(a.Chaine), c.debut(b.Chaine)) })
	}
}

// debuter reads the first day of each stop; one that has no day yet begins on the
// day that was declared.
func (c *Calcul) debuter(cas *droit.Cas, jours []droit.JourCalcule) {
	c.debuts = c.debuts[:0]
	for i := range cas.Arrets {
		c.debuts = append(c.debuts, cas.Arrets[i].Debut)
	}
	for i := len(jours) - 1; i >= 0; i-- {
		c.debuts[jours[i].Chaine] = jours[i].Date
	}
}

func (c *Calcul) debut(chaine int) v.Jour {
	if chaine < 0 {
		return v.JourMax
	}
	return c.debuts[chaine]
}
