package tirage

import (
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// situations draws what makes a career out of the ordinary: unemployment after
// the last contract, parental leave, an independent activity beside, hours
// stated apart from the pays.
func (t *tireur) situations(a, fin v.Jour) {
	if t.chance(60) {
		t.chomer(a, fin)
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
	du := t.jourEntre(a.AjouterMois(-8), a+20)
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
