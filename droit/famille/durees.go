package famille

import (
	"cmp"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// legale is a maternity leave as the law gives it, under what is known of the
// birth: the day of birth is the first one after it.
type legale struct {
	prevue, debut, fin v.Jour
	naissance          v.Jour    // the birth, or the day expected for it
	avant, apres       int       // days before the expected day and after the birth, as fixed
	supplement         v.Periode // days added for a child born long before (MAT-02)
	ecourte            bool      // a sick leave ended the report on its first day
	suite              v.Periode // what was put off until the child left hospital (MAT-07)
}

func (l *legale) contient(j v.Jour) bool {
	return j >= l.debut && j <= l.fin || l.suite.Contient(j)
}

// jours counts the days of a period that are of the leave.
func (l *legale) jours(p v.Periode) int {
	return v.P(l.debut, l.fin).Inter(p).Jours() + l.suite.Inter(p).Jours()
}

// dernier returns the last day of the leave, with what was put off.
func (l *legale) dernier() v.Jour { return max(l.fin, l.suite.Au) }

// regle returns the rule of a day of the leave.
func (l *legale) regle(j v.Jour) droit.Regle {
	switch {
	case l.supplement.Contient(j):
		return rNaissanceAvant
	case l.suite.Contient(j):
		return rHospitalisation
	}
	return rIndemnite
}

// prevue returns the expected day of birth: the day of birth stands for it when
// it was never given.
func prevue(n *droit.Naissance) v.Jour { return cmp.Or(n.PrevueLe, n.AccouchementLe) }

// nee returns the day of birth or, until it is known, the day expected for it.
func nee(n *droit.Naissance) v.Jour { return cmp.Or(n.AccouchementLe, n.PrevueLe) }

// semaines returns how many weeks the law gives before and after the birth, and
// how many may be taken before rather than after (L.331-3, L.331-4).
func (c *Calcul) semaines(rang, enfants int, le v.Jour) (avant, apres, anticipables int) {
	switch {
	case enfants >= 3:
		return c.n(parametre.MatPrenatalTriples, le), c.n(parametre.MatPostnatalTriples, le), 0
	case enfants == 2:
		return c.n(parametre.MatPrenatalJumeaux, le), c.n(parametre.MatPostnatalJumeaux, le), c.n(parametre.MatAnticipationJumeaux, le)
	case rang >= c.n(parametre.FamRangLong, le):
		return c.n(parametre.MatPrenatal3, le), c.n(parametre.MatPostnatal3, le), c.n(parametre.MatAnticipation3, le)
	}
	return c.n(parametre.MatPrenatal, le), c.n(parametre.MatPostnatal, le), 0
}

// duree gives the leave of a birth for one answer to each question.
func (c *Calcul) duree(n *droit.Naissance, rang, enfants int, ajoutes bool) legale {
	le, ne := prevue(n), nee(n)
	s, t, anticipables := c.semaines(rang, enfants, le)
	anticipees := min(n.SemainesAnticipees, anticipables)
	l := legale{prevue: le, naissance: ne, avant: 7 * (s + anticipees), apres: 7 * (t - anticipees)}
	l.debut = le - v.Jour(l.avant)
	report, ecourte := c.report(n, l.debut)
	l.debut, l.avant, l.apres = l.debut+v.Jour(report), l.avant-report, l.apres+report
	l.ecourte = ecourte && ne >= l.debut
	l.fin = max(ne, le) + v.Jour(l.apres) - 1 // later than expected, the leave is longer (MAT-03); earlier, it is not shorter (MAT-02)
	if ne < l.debut {
		if ajoutes {
			l.supplement = v.P(ne, l.debut-1)
		} else {
			l.fin -= l.debut - ne
		}
		l.debut = ne
	}
	return l
}

// prematuree reports whether the child was born more than six weeks before the
// expected day.
func (c *Calcul) prematuree(n *droit.Naissance) bool {
	le := prevue(n)
	return n.AccouchementLe != 0 && int(le-n.AccouchementLe) > c.n(parametre.MatPrematureJours, le)
}

// report returns how many days are put off until after the birth (MAT-04): those
// asked for, within the limit, until a sick leave cancels the rest. In a
// pregnancy exposed to distilbène there is none (DES-01).
func (c *Calcul) report(n *droit.Naissance, debut v.Jour) (jours int, ecourte bool) {
	demande := 7 * min(n.SemainesReportees, c.n(parametre.MatReportSemaines, prevue(n)))
	if c.parentSurvivant(n) {
		return demande, false // it was hers: his own sickness cuts nothing
	}
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		switch {
		case a.Risque == droit.DES:
			if c.evenement(a) == n.ID {
				return 0, false
			}
		case a.Risque == droit.Maladie, a.Risque == droit.Pathologique, maladie.Provisoire(c.cas, a):
			if a.Debut < debut+v.Jour(demande) && a.Fin >= debut {
				demande, ecourte = int(max(a.Debut, debut)-debut), true
			}
		}
	}
	return demande, ecourte
}

// durees lists the leaves that a birth may give, under every answer to what is
// not known of it: the shortest first.
func (c *Calcul) durees(n *droit.Naissance) []legale {
	rangs, enfants := []int{n.Rang}, []int{n.Enfants}
	if n.Enfants == 0 {
		enfants = []int{1, 3} // twins lie between
	}
	if n.Rang == 0 {
		rangs = []int{1, 3}
	}
	ajoutes := []bool{false}
	switch {
	case !c.prematuree(n):
	case n.EnfantHospitalise == nil:
		ajoutes = []bool{false, true}
	default:
		ajoutes[0] = len(n.EnfantHospitalise) > 0
	}
	var ls []legale
	for _, e := range enfants {
		for _, r := range rangs {
			for _, h := range ajoutes {
				ls = append(ls, c.duree(n, r, e, h))
			}
		}
	}
	return ls
}
