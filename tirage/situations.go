package tirage

import (
	"slices"
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// situations draws what makes a career out of the ordinary: unemployment after
// the last contract, parental leave, an independent activity beside, hours
// stated apart from the pays.
func (t *tireur) situations(a, fin v.Jour) {
	switch {
	case t.chance(60):
		t.chomer(a, fin)
	case t.chance(150):
		t.entreDeux(a)
	}
	if t.chance(80) {
		t.independant(a)
	}
	for i := range t.cas.Activites {
		act := &t.cas.Activites[i]
		if act.Nature != droit.Salarie {
			continue
		}
		if t.chance(20) && len(t.cas.Activites) == 1 && act.Fin == 0 {
			t.congeParental(act, a)
		}
		if t.chance(50) && len(t.cas.Arrets) == 1 && act.Fin == 0 {
			t.heuresAPart(act, a)
		}
		if t.chance(60) {
			t.primer(act, a)
		}
		if act.Contrat == droit.Intermittent {
			t.cachets(act, a)
		}
	}
}

// chomer ends every contract before the stop, and pays unemployment after the
// last one, up to the stop or not.
func (t *tireur) chomer(a, fin v.Jour) {
	derniere := v.Jour(0)
	for i := range t.cas.Activites {
		act := &t.cas.Activites[i]
		if act.Fin == 0 || act.Fin >= a {
			act.Fin = max(act.Debut, t.jourEntre(a.AjouterMois(-14), a-1))
		}
		derniere = max(derniere, act.Fin)
		for len(act.Salaires) > 0 && act.Salaires[len(act.Salaires)-1].Periode.Du > act.Fin {
			act.Salaires = act.Salaires[:len(act.Salaires)-1]
		}
	}
	if t.chance(300) {
		return
	}
	c := droit.Activite{ID: "C" + strconv.Itoa(len(t.cas.Activites)+1), Nature: droit.ChomageIndemnise, Debut: derniere + v.Jour(t.entre(1, 40))}
	if t.chance(400) {
		c.Fin = t.jourEntre(c.Debut, max(c.Debut, fin))
	}
	t.cas.Activites = append(t.cas.Activites, c)
}

// congeParental draws a leave about the stop, during which nothing is earned.
func (t *tireur) congeParental(act *droit.Activite, a v.Jour) {
	du := max(t.jourEntre(a.AjouterMois(-8), a+20), act.Debut+1)
	p := v.P(du, du+v.Jour(t.entre(20, 200)))
	for _, b := range act.Absences {
		if b.Periode.Inter(p) != (v.Periode{}) {
			return
		}
	}
	act.Absences = append(act.Absences, droit.Absence{Periode: p, Motif: droit.AbsenceCongeParental})
	for i := range act.Salaires {
		s := &act.Salaires[i]
		restants, jours := s.Periode.Jours()-s.Periode.Inter(p).Jours(), s.Periode.Jours()
		s.Brut = v.Connu(s.Brut.Ou(0) * v.Centimes(restants) / v.Centimes(jours))
		if h, connu := s.Heures.Get(); connu {
			s.Heures = v.Connu(h * v.Centiemes(restants) / v.Centiemes(jours))
		}
	}
}

// heuresAPart states the hours of the three months before the stop, and
// sometimes of the year, about the thresholds.
func (t *tireur) heuresAPart(act *droit.Activite, a v.Jour) {
	m := a.DebutMois()
	act.PeriodesHeures = append(act.PeriodesHeures, droit.PeriodeHeures{
		Periode: v.P(m.AjouterMois(-3), m-1), Heures: v.Centiemes(choisir(t, 14999, 15000, 15001, t.entre(0, 46000))),
	})
	if t.chance(500) {
		act.PeriodesHeures = append(act.PeriodesHeures, droit.PeriodeHeures{
			Periode: v.P(m.AjouterMois(-12), m.AjouterMois(-3)-1), Heures: v.Centiemes(choisir(t, 45000, t.entre(0, 140000))),
		})
	}
}

// primer pays one to three bonuses about the reference months.
func (t *tireur) primer(act *droit.Activite, a v.Jour) {
	for range t.entre(1, 3) {
		le := t.jourEntre(a.AjouterMois(-13), a+20)
		act.Primes = append(act.Primes, droit.Prime{VerseLe: le, Montant: v.Centimes(t.entre(1, 200000)), Pour: v.P(le.DebutAnnee(), le)})
	}
}

// cachets states the engagements of an artist, about the thresholds.
func (t *tireur) cachets(act *droit.Activite, a v.Jour) {
	m := a.DebutMois()
	p := v.P(m.AjouterMois(-3), m-1)
	switch t.entre(0, 3) {
	case 0:
		p = v.P(a-90, a-1)
	case 1:
		p = v.P(m.AjouterMois(-12), m-1)
	case 2:
		p = v.P(a-365, a-1)
	}
	act.PeriodesHeures = append(act.PeriodesHeures, droit.PeriodeHeures{
		Periode: p, Heures: v.Centiemes(t.entre(0, 60000)), Cachets: choisir(t, 8, 9, 35, 36, t.entre(0, 50)),
	})
}

// entreDeux makes one career of two contracts: unemployment is paid between
// them, or nothing is.
func (t *tireur) entreDeux(a v.Jour) {
	if len(t.cas.Activites) != 2 || t.cas.Activites[0].Nature != droit.Salarie || t.cas.Activites[1].Nature != droit.Salarie {
		return
	}
	premier, second := &t.cas.Activites[0], &t.cas.Activites[1]
	debut := t.jourEntre(a.AjouterMois(-6), a-1)
	if second.Fin != 0 && second.Fin < debut {
		return
	}
	second.Debut = debut
	premier.Debut = min(premier.Debut, second.Debut-60)
	premier.Fin = t.jourEntre(premier.Debut+20, second.Debut-1)
	premier.Salaires = slices.DeleteFunc(premier.Salaires, func(s droit.Salaire) bool { return s.Periode.Du > premier.Fin })
	second.Salaires = slices.DeleteFunc(second.Salaires, func(s droit.Salaire) bool { return s.Periode.Au < second.Debut })
	for i := range second.Salaires {
		second.Salaires[i].Periode.Du = max(second.Salaires[i].Periode.Du, second.Debut)
	}
	if premier.Fin+1 < second.Debut && t.chance(700) {
		c := droit.Activite{ID: "C3", Nature: droit.ChomageIndemnise, Debut: premier.Fin + 1, Fin: second.Debut - 1}
		switch {
		case t.chance(200): // it ended before work was resumed
			c.Fin = t.jourEntre(c.Debut, c.Fin)
		case t.chance(200): // it goes on beside insufficient work
			c.Fin = t.jourEntre(second.Debut, a+60)
		}
		t.cas.Activites = append(t.cas.Activites, c)
	}
}
