package contrecalcul

import (
	"accord/droit"
	v "accord/valeur"
)

// joursFrancs after a suspension during which a new stop awaits the opinion of
// the service du contrôle médical (L.323-7, D.323-4).
const joursFrancs = 10

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

// vise tells whether a decision speaks of arrêt x: it names it, or names none.
func (l *lecture) vise(e *droit.Decision, _ *chaine, x int) bool {
	return e.Arret == "" || e.Arret == l.cas.Arrets[x].ID
}

// droitsRefuses: the caisse has refused the right.
func (l *lecture) droitsRefuses(c *chaine, d v.Jour) bool {
	for _, e := range l.decisions {
		if e.Nature == droit.RefusDroits && l.viseChaine(e, c) && (e.Au == 0 || d <= e.Au) {
			return true
		}
	}
	return false
}

func (l *lecture) viseChaine(e *droit.Decision, c *chaine) bool {
	if e.Arret == "" {
		return true
	}
	for _, b := range c.blocs {
		for _, i := range b.membres {
			if l.cas.Arrets[i].ID == e.Arret {
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
		if e.Nature != droit.SuspensionMedicale || !l.vise(e, c, x) || d < e.Le || e.Au != 0 && d > e.Au || l.cas.Arrets[x].Debut > e.Le {
			continue
		}
		if r := l.repriseVersement(e, c); r == 0 || d < r {
			return true
		}
	}
	return false
}

// repriseVersement is the day from which payment resumes after a suspension.
func (l *lecture) repriseVersement(e *droit.Decision, c *chaine) v.Jour {
	var le v.Jour
	for _, r := range l.decisions {
		if r.Nature == droit.RepriseVersement && r.Le >= e.Le && (r.Arret == "" || e.Arret == "" || r.Arret == e.Arret || l.viseChaine(r, c)) && (le == 0 || r.Le < le) {
			le = r.Le
		}
	}
	return le
}

// attendAvis reads MAL-CTL-05: a stop prescribed in the ten clear days that
// follow a suspension is paid only after a favourable opinion.
func (l *lecture) attendAvis(c *chaine, x int, d v.Jour) bool {
	a := &l.cas.Arrets[x]
	for _, e := range l.decisions {
		if e.Nature == droit.SuspensionMedicale && a.Debut > e.Le && a.Debut <= e.Le+joursFrancs {
			if r := l.repriseVersement(e, c); r == 0 || d < r {
				return true
			}
		}
	}
	return false
}

// autreIndemnite reads MAL-CUM: another benefit of the caisse that day, or a
// parental leave on the line.
func (l *lecture) autreIndemnite(c *chaine, d v.Jour) bool {
	for _, p := range l.cas.Anterieures {
		if p.Risque != droit.Maladie && p.Periode.Contient(d) {
			return true
		}
	}
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		if a.Risque != droit.Maladie && a.Debut != 0 && a.Periode().Contient(d) && l.connu(a.RecuLe) && l.connu(a.ConnuLe) {
			return true
		}
	}
	for _, a := range l.cas.Activites[c.ligne].Absences {
		if a.Motif == droit.AbsenceCongeParental && a.Periode.Contient(d) {
			return true
		}
	}
	if !c.independant {
		return false
	}
	for i := range l.cas.Activites {
		if a := &l.cas.Activites[i]; a.Nature == droit.ChomageIndemnise && court(a, d) {
			return true
		}
	}
	return l.cas.Assure.PensionInvalidite != 0 && d >= l.cas.Assure.PensionInvalidite
}
