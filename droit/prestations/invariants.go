package prestations

import (
	"cmp"
	"fmt"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// Ruptures lists, in words, what a calendar breaks of what holds whatever the
// case: a day of a line is paid once, nothing is paid after death, before the
// stop or after the end of an accident, no benefit is longer than the law
// allows. What an agent decided is his own.
func Ruptures(cas *droit.Cas, p *parametre.Table, jours []droit.JourCalcule) []string {
	x := examen{cas: cas, p: p, jours: make([]*droit.JourCalcule, 0, len(jours))}
	for i := range jours {
		if !x.force(&jours[i]) {
			x.jours = append(x.jours, &jours[i])
		}
	}
	slices.SortStableFunc(x.jours, parPlace)
	x.unSeulEtat()
	x.dansLArret()
	x.naissances()
	x.autresDurees()
	return x.dits
}

// examen is one reading of a calendar.
type examen struct {
	cas   *droit.Cas
	p     *parametre.Table
	jours []*droit.JourCalcule // by date, line and benefit
	dits  []string
}

// parPlace brings together the rows of one day of a line, whatever their order.
func parPlace(a, b *droit.JourCalcule) int {
	if a.Date != b.Date {
		return cmp.Compare(a.Date, b.Date)
	}
	return cmp.Or(cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Risque, b.Risque))
}

func (x *examen) dire(format string, args ...any) {
	x.dits = append(x.dits, fmt.Sprintf(format, args...))
}

// force reports whether an agent decided the day.
func (x *examen) force(j *droit.JourCalcule) bool {
	for i := range x.cas.Decisions {
		if d := &x.cas.Decisions[i]; d.Nature == droit.Forcage && d.Arret == x.cas.Arrets[j.Arret].ID {
			return true
		}
	}
	return false
}

// unSeulEtat: one state for a day and line of a sickness or an accident (a leave
// asked for twice is told twice); one benefit paid for a day of a line, with a
// payee; nothing on the others.
func (x *examen) unSeulEtat() {
	var avant, paye *droit.JourCalcule // the row before, and the last one paid
	for _, j := range x.jours {
		if avant != nil && parPlace(avant, j) == 0 && (j.Risque == droit.Maladie || j.Risque.EstSinistre()) {
			x.dire("Le %s a deux états pour le même emploi et la même prestation (%s).", j.Date, j.Risque)
		}
		avant = j
		if p := j.Etat == droit.Paye; p && j.Beneficiaire == "" || !p && j.Etat != droit.Attente && (j.IJ != 0 || j.Beneficiaire != "") || j.IJ < 0 {
			x.dire("Le %s est %s avec %s pour «%s».", j.Date, j.Etat, j.IJ, j.Beneficiaire)
		}
		if j.Etat != droit.Paye {
			continue
		}
		if paye != nil && paye.Date == j.Date && paye.Activite == j.Activite {
			x.dire("Le %s est payé deux fois pour le même emploi : %s et %s.", j.Date, paye.Risque, j.Risque)
		}
		paye = j
	}
}

// dansLArret: nothing is paid after the death, nor before the arrêt, nor for an
// accident after its healing or its consolidation without a relapse.
func (x *examen) dansLArret() {
	for _, j := range x.jours {
		if j.Etat != droit.Paye {
			continue
		}
		if d := x.cas.Assure.DecesLe; d != 0 && j.Date > d {
			x.dire("Le %s est payé après le décès.", j.Date)
		}
		a := &x.cas.Arrets[j.Arret]
		if j.Date < a.Debut && a.Risque != droit.Maternite {
			x.dire("Le %s est payé avant l'arrêt %s.", j.Date, a.ID)
		}
		if j.Risque.EstSinistre() && x.ferme(a, j.Date) {
			x.dire("Le %s est payé pour un accident guéri ou consolidé.", j.Date)
		}
	}
}

// ferme reports whether an accident ended before a day, and did not relapse since.
func (x *examen) ferme(a *droit.Arret, j v.Jour) bool {
	fin := v.Jour(0)
	for i := range x.cas.Decisions {
		if d := &x.cas.Decisions[i]; d.Le < j && x.cas.EstFinDe(d, a) {
			fin = max(fin, d.Le)
		}
	}
	return fin != 0 && !slices.ContainsFunc(x.cas.Arrets, func(b droit.Arret) bool {
		return b.Nature == droit.Rechute && b.Sinistre == a.Sinistre && b.Debut > fin && b.Debut <= j
	})
}

// compter counts the days that one régime paid under a benefit for one event, once
// whatever the lines: each pays days of its own, and the longest counts.
func (x *examen) compter(r droit.Risque, evenement string, seul bool) int {
	var n [2]int
	var dernier [2]v.Jour
	for _, j := range x.jours {
		if j.Etat != droit.Paye || j.Risque != r {
			continue
		}
		k := 0
		if x.cas.Activites[j.Activite].Nature == droit.Independant {
			k = 1
		}
		a := &x.cas.Arrets[j.Arret]
		de := a.Naissance == evenement || a.Grossesse == evenement || a.Adoption == evenement || a.Deces == evenement
		if j.Date == dernier[k] || !de && !(seul && a.Naissance+a.Grossesse+a.Adoption+a.Deces == "") {
			continue
		}
		n[k], dernier[k] = n[k]+1, j.Date
	}
	return max(n[0], n[1])
}

// borner says when more days than the law allows are paid.
func (x *examen) borner(r droit.Risque, evenement string, seul bool, max int) {
	if n := x.compter(r, evenement, seul); n > max {
		x.dire("%d jours de %s sont payés pour %s, %d au plus.", n, r, evenement, max)
	}
}
