package maladie

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// cessation returns the day after the last day really worked in the employments
// that ended before a day (R.323-7), from which the reference pays are counted
// back where the work has ended; or 0 when none has.
func (c *Calcul) cessation(avant v.Jour) v.Jour {
	le := v.Jour(0)
	for i := range c.cas.Activites {
		if a := &c.cas.Activites[i]; a.Nature == droit.Salarie && a.Fin != 0 && a.Fin < avant {
			le = max(le, c.dernierTravaille(i)+1)
		}
	}
	return le
}

// dernierTravaille returns the last day really worked of a contract that ended,
// or 0: the one declared or, when a stop, a leave or a closure ran to the end of
// the contract, the day before it began.
func (c *Calcul) dernierTravaille(activite int) v.Jour {
	a := &c.cas.Activites[activite]
	if a.DernierJourTravaille != 0 && a.DernierJourTravaille < a.Fin {
		return a.DernierJourTravaille
	}
	dernier := a.Fin
	for dernier != 0 {
		du := suspenduLe(a, dernier)
		if du == 0 {
			du = c.arreteLe(activite, dernier)
		}
		if du <= a.Debut {
			break // not stopped, or never at work
		}
		dernier = du - 1
	}
	return dernier
}

// suspenduLe returns the first day of the absence without work that covers a day
// (R.323-7): chômage, closure, unpaid or parental leave; or 0.
func suspenduLe(a *droit.Activite, j v.Jour) v.Jour {
	for i := range a.Absences {
		x := &a.Absences[i]
		switch x.Motif {
		case droit.AbsenceChomage, droit.AbsenceFermeture, droit.AbsenceCongeAutorise, droit.AbsenceCongeParental:
			if x.Periode.Contient(j) {
				return x.Periode.Du
			}
		}
	}
	return 0
}

// arreteLe returns the first day of the stop that covers a day of an activity,
// for sickness or another benefit, without work resumed; or 0.
func (c *Calcul) arreteLe(activite int, j v.Jour) v.Jour {
	a := &c.cas.Activites[activite]
	for i := range a.Absences {
		x := &a.Absences[i]
		switch x.Motif {
		case droit.AbsenceMaladie, droit.AbsenceAccident, droit.AbsenceMaternite:
			if x.Periode.Contient(j) {
				return x.Periode.Du
			}
		}
	}
	for i := range c.Interrompus {
		x := &c.Interrompus[i]
		if x.Periode.Contient(j) && c.tient(x, activite) && c.reprise(activite, x.Periode.Du+1, j) == 0 {
			return x.Periode.Du
		}
	}
	for i := range c.cas.Arrets {
		x := &c.cas.Arrets[i]
		if x.TempsPartiel || x.Fin == 0 || !x.Periode().Contient(j) || len(x.Activites) > 0 && !slices.Contains(x.Activites, a.ID) {
			continue
		}
		if du := max(x.Debut, x.DernierJourTravaille+1); du <= j && c.reprise(activite, du+1, j) == 0 {
			return du
		}
	}
	return 0
}

// tient reports whether days of another benefit keep from the work of an activity.
func (c *Calcul) tient(x *droit.Interrompu, activite int) bool {
	if x.Lignes != nil {
		return slices.Contains(x.Lignes, activite)
	}
	nommees := c.cas.Arrets[x.Arret].Activites
	return len(nommees) == 0 || slices.Contains(nommees, c.cas.Activites[activite].ID)
}
