package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// retablirChomage values the days of the reference period spent on a chômage
// allowance, without any work, at the daily income really earned: that of the
// month or, in a month without pay, that of the whole window (R.323-8 II 4° a).
// A month in which work started or ended is whole already, but in a base of
// twelve months where such months are left as they are.
func (c *Calcul) retablirChomage(ch *chaine) {
	if !c.aChome() {
		return
	}
	entiers := len(c.mois) < 12 || c.choix(parametre.U28) == "retablissement"
	var revenu v.Fraction
	jours := 0
	for i := range c.mois {
		m := &c.mois[i]
		actifs := c.joursActifs(ch, m.periode)
		paye := m.retabli
		if entiers {
			paye = paye.Fois(v.F(int64(actifs), int64(m.periode.Jours())))
		}
		revenu = revenu.Plus(paye)
		jours += actifs
	}
	if jours == 0 {
		return
	}
	for i := range c.mois {
		m := &c.mois[i]
		actifs := c.joursActifs(ch, m.periode)
		if entiers && actifs > 0 {
			continue
		}
		journalier := revenu.Fois(v.F(1, int64(jours)))
		if actifs > 0 {
			journalier = m.retabli.Fois(v.F(1, int64(actifs)))
		}
		if ajout := journalier.Fois(v.F(int64(c.joursChomes(ch, m.periode)), 1)); !ajout.EstNulle() {
			entier := m.retabli.Plus(ajout)
			c.retablissement(ch, m.periode, m.retabli, entier, actifs)
			m.retabli = entier
		}
	}
}

// aChome reports whether the case holds a chômage allowance.
func (c *Calcul) aChome() bool {
	for i := range c.cas.Activites {
		if c.cas.Activites[i].Nature == droit.ChomageIndemnise {
			return true
		}
	}
	return false
}

// joursActifs counts the days of a month on which some work of the base ran.
func (c *Calcul) joursActifs(ch *chaine, mois v.Periode) int {
	n := 0
	for j := mois.Du; j <= mois.Au; j++ {
		if c.travaille(ch, j) {
			n++
		}
	}
	return n
}

// joursChomes counts the days of a month without work and on a chômage
// allowance.
func (c *Calcul) joursChomes(ch *chaine, mois v.Periode) int {
	n := 0
	for j := mois.Du; j <= mois.Au; j++ {
		if !c.travaille(ch, j) && c.auChomage(j) {
			n++
		}
	}
	return n
}

func (c *Calcul) travaille(ch *chaine, j v.Jour) bool {
	for _, i := range c.ordre {
		if enCours(&c.cas.Activites[i], j) && c.contribue(ch, i) {
			return true
		}
	}
	return false
}

// retablirApres values the months (or pays) wholly lost to an absence, and those
// before the work began, at the daily income of the days worked after the
// reference period, up to the day before the interruption, when no day of that
// period was both worked and paid (R.323-8 II 4° b). What the employer restored
// stands.
func (c *Calcul) retablirApres(ch *chaine) {
	if ch.salairesManquent || c.gagne {
		return
	}
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if !c.contribue(ch, i) || !c.perdus(ch, a) {
			continue
		}
		journalier, jours, connu := c.journalierApres(ch, a)
		if jours == 0 {
			continue
		}
		if !connu {
			ch.salairesManquent = true
			c.reclamer(ch, droit.BesoinSalaire, i, c.apresReference(ch, a), rRetablissement)
			continue
		}
		for k := range c.mois {
			m := &c.mois[k]
			if p := c.lirePaie(ch, a, m.periode); p.perdu() {
				r := journalier.Fois(v.F(int64(m.periode.Jours()), 1))
				c.retablissement(ch, m.periode, p.revenu, r, 0)
				c.retenir(ch, i, m, r)
			}
		}
	}
}

// perdu reports whether no day of a month (or pay) was worked, because of an
// absence that is made good or because the work had not begun, and nothing
// stands for it.
func (p *paieMois) perdu() bool { return p.vide() || p.actifs == 0 && p.revenu.EstNulle() }

// perdus reports whether some month of the reference period is to be valued at
// what was earned after it.
func (c *Calcul) perdus(ch *chaine, a *droit.Activite) bool {
	for i := range c.mois {
		if p := c.lirePaie(ch, a, c.mois[i].periode); p.perdu() {
			return true
		}
	}
	return false
}

// apresReference returns the days of an activity after the reference period and
// before the interruption.
func (c *Calcul) apresReference(ch *chaine, a *droit.Activite) v.Periode {
	return v.P(c.mois[len(c.mois)-1].periode.Au+1, ch.reference-1).Inter(v.Periode{Du: max(a.Debut, 1), Au: a.Fin})
}

// journalierApres returns the daily income after the reference period: the pays
// that reach into it, over the days that they pay, absences made good aside. It
// gives the days worked in it, 0 when there are none, and whether a pay is known.
func (c *Calcul) journalierApres(ch *chaine, a *droit.Activite) (journalier v.Fraction, jours int, connu bool) {
	w := c.apresReference(ch, a)
	var revenu v.Fraction
	payes := 0
	for k := range a.Salaires {
		s := &a.Salaires[k]
		if brut, ok := s.Brut.Get(); ok && !s.Periode.Inter(w).IsZero() {
			revenu, connu = revenu.Plus(brut.Fraction()), true
			payes += c.lirePaie(ch, a, s.Periode).jours
		}
	}
	if payes > 0 {
		journalier = revenu.Fois(v.F(1, int64(payes)))
	}
	return journalier, c.lirePaie(ch, a, w).jours, connu
}
