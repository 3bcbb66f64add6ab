package tirage

import (
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// emploi is what the drawing of one contract depends on.
type emploi struct {
	paie          droit.Paie
	discontinu    bool
	contrat       droit.Contrat
	debut, fin    v.Jour
	mensuel       v.Centimes // gross, whole month
	quotite       int        // percent of full time
	depuis, avant v.Jour     // the pays run from the period of the first to the one before the second
	absences      int        // how many to draw
	sansHeures    bool
	maintenu      bool // the wage goes on during the stops
	finCourte     bool // the last pay ends with the contract
}

// embaucher draws a contract with its pays.
func (t *tireur) embaucher(e emploi) *droit.Activite {
	t.cas.Activites = append(t.cas.Activites, droit.Activite{
		ID: "E" + strconv.Itoa(len(t.cas.Activites)+1), Nature: droit.Salarie, Employeur: t.siret(), Contrat: e.contrat,
		Debut: e.debut, Fin: e.fin, Paie: e.paie, Discontinu: e.discontinu,
	})
	a := &t.cas.Activites[len(t.cas.Activites)-1]
	if !e.maintenu {
		t.absenterMalade(a, e)
	}
	for range e.absences {
		t.absenter(a, e)
	}
	for _, p := range periodes(e) {
		t.payer(a, e, p)
	}
	return a
}

// periodes lists the pay periods of a contract.
func periodes(e emploi) []v.Periode {
	ps := periodesEntieres(e)
	if n := len(ps); e.finCourte && n > 0 && ps[n-1].Contient(e.fin) {
		ps[n-1].Au = e.fin
	}
	return ps
}

// periodesEntieres lists them up to the end of the last one.
func periodesEntieres(e emploi) []v.Periode {
	var ps []v.Periode
	fin := e.avant
	if e.fin != 0 && e.fin < fin {
		fin = e.fin
	}
	pas := v.Jour(14)
	switch e.paie {
	case droit.Hebdomadaire:
		pas = 7
		fallthrough
	case droit.Quinzaine:
		// pay periods begin on Mondays
		for d := e.depuis - v.Jour(e.depuis.JourSemaine()-1); d <= fin; d += pas {
			if p := v.P(max(d, e.debut), d+pas-1); p.Au >= e.debut {
				ps = append(ps, p)
			}
		}
		return ps
	}
	for d := e.depuis.DebutMois(); d <= fin; d = d.AjouterMois(1) {
		if p := v.P(max(d, e.debut), d.FinMois()); p.Au >= e.debut {
			ps = append(ps, p)
		}
	}
	return ps
}

// motifsAbsence with their weights.
func (t *tireur) motif() droit.MotifAbsence {
	return peser(t, part[droit.MotifAbsence]{40, droit.AbsenceMaladie}, part[droit.MotifAbsence]{8, droit.AbsenceAccident},
		part[droit.MotifAbsence]{6, droit.AbsenceMaternite}, part[droit.MotifAbsence]{6, droit.AbsenceChomage},
		part[droit.MotifAbsence]{8, droit.AbsenceActivitePartielle}, part[droit.MotifAbsence]{6, droit.AbsenceFermeture},
		part[droit.MotifAbsence]{8, droit.AbsenceCongeAutorise}, part[droit.MotifAbsence]{8, droit.AbsenceInjustifiee},
		part[droit.MotifAbsence]{6, droit.AbsenceGreve})
}

// absenter draws an absence inside the time of the pays.
func (t *tireur) absenter(a *droit.Activite, e emploi) {
	au := e.avant - 1
	if e.fin != 0 && e.fin < au {
		au = e.fin
	}
	du := max(e.depuis, e.debut)
	if du >= au {
		return
	}
	debut := t.jourEntre(du, au)
	longueur := v.Jour(t.entre(0, choisir(t, 3, 10, 45, 100)))
	p := v.P(debut, min(debut+longueur, au))
	for _, b := range a.Absences {
		if b.Periode.Inter(p) != (v.Periode{}) {
			return
		}
	}
	a.Absences = append(a.Absences, droit.Absence{Periode: p, Motif: t.motif()})
}

// absenterMalade makes absences of the stops that came before the last pays.
func (t *tireur) absenterMalade(a *droit.Activite, e emploi) {
	dernier := v.Jour(0)
	for i := range t.cas.Arrets {
		x := &t.cas.Arrets[i]
		p := v.P(max(x.Debut, dernier+1, e.debut), x.Fin)
		if p.Au < p.Du || p.Du >= e.avant || x.TempsPartiel || e.fin != 0 && p.Du > e.fin {
			continue
		}
		dernier = p.Au
		a.Absences = append(a.Absences, droit.Absence{Periode: p, Motif: motifDe(x.Risque)})
	}
}

// motifDe is the cause that the employer states for a stop.
func motifDe(r droit.Risque) droit.MotifAbsence {
	switch r {
	case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro, droit.ITI:
		return droit.AbsenceAccident
	case droit.Maternite, droit.Pathologique, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DES:
		return droit.AbsenceMaternite
	}
	return droit.AbsenceMaladie
}

// payer draws one pay: what the days worked give, more or less a tenth.
func (t *tireur) payer(a *droit.Activite, e emploi, p v.Periode) {
	entiere := p.Au.FinMois() - p.Au.DebutMois() + 1
	montant, heures := int64(e.mensuel)*int64(e.quotite)/100, int64(15167)*int64(e.quotite)/100
	switch e.paie {
	case droit.Quinzaine:
		entiere, montant, heures = 14, montant*12/26, heures*12/26
	case droit.Hebdomadaire:
		entiere, montant, heures = 7, montant*12/52, heures*12/52
	}
	travailles := int64(0)
	for d := p.Du; d <= p.Au; d++ {
		present := a.Fin == 0 || d <= a.Fin
		for _, b := range a.Absences {
			present = present && !b.Periode.Contient(d)
		}
		if present {
			travailles++
		}
	}
	montant = montant * travailles / int64(entiere) * int64(t.entre(90, 110)) / 100
	heures = heures * travailles / int64(entiere)
	s := droit.Salaire{Periode: p, Brut: v.Connu(v.Centimes(montant)), Heures: v.Connu(v.Centiemes(heures))}
	if montant == 0 {
		s.Heures = v.Connu(v.Centiemes(0))
	}
	if e.sansHeures {
		s.Heures = v.Option[v.Centiemes]{}
	}
	a.Salaires = append(a.Salaires, s)
}

// salaireMensuel draws a whole month's gross: around the SMIC for a third,
// beyond the cap for a third.
func (t *tireur) salaireMensuel() v.Centimes {
	bornes := peser(t, part[[2]int]{15, [2]int{40000, 160000}}, part[[2]int]{35, [2]int{160000, 220000}},
		part[[2]int]{30, [2]int{220000, 300000}}, part[[2]int]{20, [2]int{300000, 700000}})
	return v.Centimes(t.entre(bornes[0], bornes[1]))
}
