package maladie

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// What an agent forced bears on the days of every benefit alike: these give it
// to the other packages of the law.

// JourForce returns whether an agent decided to pay, or to refuse, one day of an
// arrêt.
func (c *Calcul) JourForce(a *droit.Arret, j v.Jour) (paye, decide bool) {
	switch c.jourForce(a, j) {
	case forcePayer:
		return true, true
	case forceRefuser:
		return false, true
	}
	return false, false
}

// PaiementForce reports whether an agent had some day of an arrêt paid.
func (c *Calcul) PaiementForce(a *droit.Arret) bool {
	return slices.ContainsFunc(c.cas.Decisions, func(d droit.Decision) bool {
		return d.Nature == droit.Forcage && d.Arret == a.ID && d.Valeur == forcePayer
	})
}

// DroitsForces returns the answer of an agent on the right of an arrêt.
func (c *Calcul) DroitsForces(arret int) (ouverts, decide bool) {
	valeur, decide := c.valeurForcee(&chaine{arret: arret}, "droits_")
	return valeur == forceDroitsOuverts, decide
}

// IJForcee returns the daily allowance that an agent fixed for an arrêt.
func (c *Calcul) IJForcee(arret int) (v.Centimes, bool) {
	valeur, decide := c.valeurForcee(&chaine{arret: arret}, forceIJ)
	return montant(valeur), decide
}

// DroitsRefuses reports whether the caisse refused the right on that day.
func (c *Calcul) DroitsRefuses(a *droit.Arret, j v.Jour) bool {
	return c.decide(droit.RefusDroits, a, j)
}
