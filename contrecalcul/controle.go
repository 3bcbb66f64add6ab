package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// delaiAvis is the last day after a suspension on which a new stop awaits the
// opinion of the service du contrôle médical: ten clear days, so that the one
// that follows them is still within (L.323-7, D.323-4).
const delaiAvis = 11

// decide tells whether a decision of that nature bites on day d of arrêt x.
// Without an end it runs to the end of the arrêt.
func (l *lecture) decide(n droit.NatureDecision, c *chaine, x int, d v.Jour) bool {
	for _, e := range l.decisions {
		if e.Nature == n && l.vise(e, c, x) && d >= e.Le && (e.Au == 0 || d <= e.Au) {
			return true
		}
	}
	return false
}

// vise tells whether a decision speaks of arrêt x: it names it, or names none; one on
// an accident speaks of no other stop than those for it.
func (l *lecture) vise(e *droit.Decision, _ *chaine, x int) bool {
	a := &l.cas.Arrets[x]
	if e.Arret != "" {
		return e.Arret == a.ID
	}
	return e.Sinistre == "" || e.Sinistre == a.Sinistre
}

// droitsRefuses: the caisse has refused the right of the stop, from the day of
// its decision.
func (l *lecture) droitsRefuses(c *chaine, d v.Jour) bool {
	for _, e := range l.decisions {
		if e.Nature == droit.RefusDroits && l.viseChaine(e, c) && d >= e.Le && (e.Au == 0 || d <= e.Au) {
			return true
		}
	}
	return false
}

// accidentRefuse: the benefits of an accident are refused whole (L.453-1), by a
// decision on it or on the stop that it causes. One that names nothing refuses the
// indemnity of unfitness alone, as it is read (AUT-U-30).
func (l *lecture) accidentRefuse(cg *conge) bool {
	sansNom := cg.risque == droit.ITI && l.cas.Options.Lecture("AUT-U-30", "refusee") == "refusee"
	return slices.ContainsFunc(l.decisions, func(e *droit.Decision) bool {
		return e.Nature == droit.RefusDroits && (e.Arret == "" && e.Sinistre == "" && sansNom || e.Arret == "" && e.Sinistre != "" && e.Sinistre == cg.fait ||
			slices.ContainsFunc(cg.membres, func(m int) bool { return l.cas.Arrets[m].ID == e.Arret }))
	})
}

func (l *lecture) viseChaine(e *droit.Decision, c *chaine) bool {
	for _, b := range c.blocs {
		for _, i := range b.membres {
			if l.vise(e, c, i) {
				return true
			}
		}
	}
	return false
}

// suspendu reads MAL-CTL-04: from the day the insured is told, until the end
// that is set, or payment is resumed; a prescription begun later is not
// touched by it.
func (l *lecture) suspendu(c *chaine, x int, d v.Jour) bool {
	for _, e := range l.decisions {
		if e.Nature != droit.SuspensionMedicale || !l.vise(e, c, x) || d < e.Le || e.Au != 0 && d > e.Au || e.Arret == "" && l.cas.Arrets[l.origines[x]].Debut > e.Le {
			continue
		}
		if r := l.repriseVersement(e); r == 0 || d < r {
			return true
		}
	}
	return false
}

// repriseVersement is the day from which payment resumes after a suspension.
func (l *lecture) repriseVersement(e *droit.Decision) v.Jour {
	var le v.Jour
	for _, r := range l.decisions {
		if r.Nature == droit.RepriseVersement && r.Le >= e.Le && (r.Arret == "" || r.Arret == e.Arret) && (le == 0 || r.Le < le) {
			le = r.Le
		}
	}
	return le
}

// attendAvis reads MAL-CTL-05: a stop prescribed in the ten clear days that
// follow a suspension is paid only after a favourable opinion on it.
func (l *lecture) attendAvis(x int) bool {
	a := &l.cas.Arrets[l.origines[x]]
	for _, e := range l.decisions {
		autre := e.Arret != "" && e.Arret != a.ID // one that names no stop is about its own days
		if e.Nature == droit.SuspensionMedicale && autre && a.Debut > e.Le && prescritLe(a) <= e.Le+delaiAvis && !l.avisRendu(e, a) {
			return true
		}
	}
	return false
}

// avisRendu tells whether payment of a new stop has been allowed, the suspension
// before it lifted, or the new stop suspended in its turn: the opinion is known.
func (l *lecture) avisRendu(suspension *droit.Decision, a *droit.Arret) bool {
	for _, r := range l.decisions {
		if r.Nature == droit.SuspensionMedicale && r.Arret == a.ID {
			return true
		}
		if r.Nature != droit.RepriseVersement || r.Le < suspension.Le {
			continue
		}
		if r.Arret == "" || r.Arret == a.ID || r.Arret == suspension.Arret && r.Le <= a.Debut {
			return true
		}
	}
	return false
}

// autreIndemnite reads MAL-CUM: another benefit that day.
func (l *lecture) autreIndemnite(c *chaine, d v.Jour) bool {
	for _, p := range l.cas.Anterieures {
		if p.Risque != droit.Maladie && p.Periode.Contient(d) {
			return true
		}
	}
	if l.autrePaye(c.independant, d) {
		return true
	}
	if !c.independant {
		return false
	}
	if l.auChomage(d) {
		return true
	}
	return l.cas.Assure.PensionInvalidite != 0 && d >= l.cas.Assure.PensionInvalidite
}

// enCongeParental reads U-8: nothing is paid while a parental leave runs.
func (l *lecture) enCongeParental(c *chaine, d v.Jour) bool {
	for _, a := range l.cas.Activites[c.ligne].Absences {
		if a.Motif == droit.AbsenceCongeParental && a.Periode.Contient(d) {
			return true
		}
	}
	return false
}
