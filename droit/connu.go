package droit

import (
	"slices"

	v "accord/valeur"
)

// Connu returns the case without the facts known after its day (connu_au):
// arrêts received or known later, pays, bonuses and allowances paid later,
// decisions taken and warnings sent later. A fact that bears no date is known. The case itself is
// returned when it holds nothing else.
func (c *Cas) Connu() *Cas {
	if c.ConnuAu == 0 || !c.enSaitTrop() {
		return c
	}
	k := *c
	k.Arrets = sans(c.Arrets, func(a *Arret) bool { return c.apres(a.RecuLe) || c.apres(a.ConnuLe) })
	k.Verse = sans(c.Verse, func(w *Versement) bool { return c.apres(w.VerseLe) })
	k.Decisions = sans(c.Decisions, func(d *Decision) bool { return c.apres(d.Le) })
	k.Assure.Avertissements = sans(c.Assure.Avertissements, func(j *v.Jour) bool { return c.apres(*j) })
	k.Activites = slices.Clone(c.Activites)
	for i := range k.Activites {
		a := &k.Activites[i]
		a.Salaires = sans(a.Salaires, func(s *Salaire) bool { return c.apres(s.VerseLe) })
		a.Primes = sans(a.Primes, func(p *Prime) bool { return c.apres(p.VerseLe) })
	}
	return &k
}

// enSaitTrop reports whether the case holds a fact known after its day.
func (c *Cas) enSaitTrop() bool {
	return slices.ContainsFunc(c.Arrets, func(a Arret) bool { return c.apres(a.RecuLe) || c.apres(a.ConnuLe) }) ||
		slices.ContainsFunc(c.Verse, func(w Versement) bool { return c.apres(w.VerseLe) }) ||
		slices.ContainsFunc(c.Decisions, func(d Decision) bool { return c.apres(d.Le) }) || slices.ContainsFunc(c.Assure.Avertissements, c.apres) ||
		slices.ContainsFunc(c.Activites, func(a Activite) bool {
			return slices.ContainsFunc(a.Salaires, func(s Salaire) bool { return c.apres(s.VerseLe) }) ||
				slices.ContainsFunc(a.Primes, func(p Prime) bool { return c.apres(p.VerseLe) })
		})
}

func (c *Cas) apres(j v.Jour) bool { return j > c.ConnuAu }

// sans returns xs without those that match, and leaves xs as it is.
func sans[T any](xs []T, retire func(*T) bool) []T {
	return slices.DeleteFunc(slices.Clone(xs), func(x T) bool { return retire(&x) })
}
