package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// droitsMaintenus examines the right of a person whose work has ended: kept
// without limit while the chômage allowance runs (MAL-OUV-09), else for twelve
// months from the day after the loss of the status (MAL-OUV-08). The conditions
// are those of the day on which the status was lost, and the base is the work
// before it (MAL-BAS-09).
func (c *Calcul) droitsMaintenus(ch *chaine, d *droit.Droit) error {
	fin := c.finDernierEmploi(ch.debut)
	if fin == 0 {
		fin = c.finLignes(ch)
	}
	perte, chomeur := fin+1, false
	if c.auChomage(ch.debut) {
		chomeur = true
		c.lire(parametre.U7)
	} else if f := c.finDernierChomage(fin, ch.debut); f != 0 {
		perte = f + 1
	}
	mois, err := c.p.Entier(parametre.MaintienMois, perte)
	if err != nil {
		return err
	}
	ch.reference = c.cessation(ch.debut)
	d.Fenetres, d.Regle = fenetresAu(ch.debut), rMaintien
	if chomeur {
		d.Regle = rChomage
	}
	if !chomeur && ch.debut >= perte.AjouterMois(mois) {
		return nil
	}
	regle, voie := d.Regle, voieMaintien
	if chomeur {
		voie = voieChomage
	}
	le := fin + 1
	issue, err := c.eprouver(ch, d, le)
	if err == nil && issue != droitOuvert && ch.reference <= fin && (chomeur || ch.debut < ch.reference.AjouterMois(mois)) {
		// What was had when the work really stopped is kept as well.
		essai := droit.Droit{Arret: d.Arret}
		var autre issueDroit
		if autre, err = c.eprouver(ch, &essai, ch.reference); autre == droitOuvert || issue == droitFerme {
			*d, issue, le = essai, autre, ch.reference
		}
	}
	if err != nil {
		return err
	}
	if issue == droitOuvert {
		err = c.prolonger(ch, d, le)
	} else {
		var ouvert bool
		if ouvert, err = c.totaliser(ch, d, fin+1); ouvert {
			issue = droitOuvert
		}
	}
	if err != nil {
		return err
	}
	if issue == droitEnAttente {
		ch.droit.attend = true
		c.reclamerPremiersMois(ch, d, regle)
	}
	d.Regle, ch.assimilable = regle, issue != droitOuvert
	if issue == droitOuvert && d.Voie != voiePresume {
		d.Voie = voie
	}
	return nil
}

// finLignes returns the last day of the work stopped by a chain.
func (c *Calcul) finLignes(ch *chaine) v.Jour {
	fin := v.Jour(0)
	for k := range ch.lignes {
		fin = max(fin, c.cas.Activites[ch.lignes[k].activite].Fin)
	}
	return fin
}

// auChomage reports whether a chômage allowance runs on that day.
func (c *Calcul) auChomage(j v.Jour) bool {
	for i := range c.cas.Activites {
		if a := &c.cas.Activites[i]; a.Nature == droit.ChomageIndemnise && a.Debut <= j && (a.Fin == 0 || a.Fin >= j) {
			return true
		}
	}
	return false
}

// finDernierChomage returns the last day of the chômage allowance that went on
// after some work and ended before a day, or 0.
func (c *Calcul) finDernierChomage(apres, avant v.Jour) v.Jour {
	fin := v.Jour(0)
	for i := range c.cas.Activites {
		if a := &c.cas.Activites[i]; a.Nature == droit.ChomageIndemnise && a.Fin > apres && a.Fin < avant {
			fin = max(fin, a.Fin)
		}
	}
	return fin
}

// emploiInsuffisant examines the rights kept by a person whose present work
// opens none: those of the former work, as long as a chômage allowance runs
// beside it (L.311-5), for twelve months from its end or from that of the former
// work (R.161-3), or from the resumption of work that followed it (R.311-1).
func (c *Calcul) emploiInsuffisant(ch *chaine, d *droit.Droit) (bool, error) {
	fin, depuis, code := c.ancienStatut(ch)
	if fin == 0 {
		return false, nil
	}
	chomeur := c.auChomage(ch.debut)
	mois, err := c.p.Entier(code, ch.debut)
	if err != nil || !chomeur && ch.debut >= depuis.AjouterMois(mois) {
		return false, err
	}
	regle, voie := rMaintien, voieMaintien
	switch {
	case chomeur:
		regle, voie = rChomage, voieChomage
	case code == parametre.EmploiInsuffisantMois:
		regle, voie = rChomage, voieInsuffisant
	}
	cesse := c.cessation(ch.debut)
	ouvert, err := c.essayer(ch, d, fin+1, regle)
	if err == nil && !ouvert && cesse <= fin && (chomeur || ch.debut < cesse.AjouterMois(mois)) {
		ouvert, err = c.essayer(ch, d, cesse, regle)
	}
	if !ouvert || err != nil {
		return false, err
	}
	d.Regle, d.Voie = regle, voie
	ch.reference, ch.assimilable = cesse, false
	return true, nil
}

// essayer examines the right at another day, under the rule that keeps it. When
// it is not open, or only presumed, nothing of the trial is left, but that it
// waits for what could open it, and what is presumed is asked about.
func (c *Calcul) essayer(ch *chaine, d *droit.Droit, le v.Jour, regle droit.Regle) (bool, error) {
	essai, avant, besoins := droit.Droit{Arret: d.Arret}, ch.droit, len(c.besoins)
	issue, err := c.eprouver(ch, &essai, le)
	if err != nil || issue != droitOuvert || essai.Voie == voiePresume {
		ch.droit, c.besoins = avant, c.besoins[:besoins]
		if issue != droitFerme {
			essai.Regle = regle
			c.essais = append(c.essais, essai)
		}
		return false, err
	}
	*d = essai
	return true, c.prolonger(ch, d, le)
}

// ancienStatut returns the last day of the last salaried work ended before the
// present one, 0 when there is none, the day from which the rights are kept, and for how long.
func (c *Calcul) ancienStatut(ch *chaine) (fin, depuis v.Jour, code parametre.Code) {
	for i := range c.cas.Activites {
		if a := &c.cas.Activites[i]; a.Nature == droit.Salarie && a.Fin < ch.debut {
			fin = max(fin, a.Fin)
		}
	}
	reprise := ch.debut
	for k := range ch.lignes {
		reprise = min(reprise, c.cas.Activites[ch.lignes[k].activite].Debut)
	}
	chomage := c.finDernierChomage(fin, ch.debut)
	switch {
	case chomage == 0:
		return fin, fin + 1, parametre.MaintienMois
	case reprise > chomage:
		return fin, reprise, parametre.EmploiInsuffisantMois
	}
	return fin, chomage + 1, parametre.MaintienMois // it went on beside the new work
}

// congeParental returns the first day of the parental leave that runs on that day for all
// the work stopped by a chain, or 0: that of the last begun, if each work has its own.
func (c *Calcul) congeParental(ch *chaine, j v.Jour) v.Jour {
	dernier := v.Jour(0)
	for k := range ch.lignes {
		conge := c.congeDe(ch.lignes[k].activite, j)
		if conge == nil {
			return 0
		}
		dernier = max(dernier, conge.Periode.Du)
	}
	return dernier
}

// congeDe returns the parental leave of an activity on a day, or nil.
func (c *Calcul) congeDe(activite int, j v.Jour) *droit.Absence {
	xs := c.cas.Activites[activite].Absences
	for i := range xs {
		if x := &xs[i]; x.Motif == droit.AbsenceCongeParental && x.Periode.Contient(j) {
			return x
		}
	}
	return nil
}

// enConge reports whether a parental leave runs that day for the work of a line:
// nothing is paid before its planned end, whichever came first of the leave and
// of the stop.
func (c *Calcul) enConge(l *ligne, j v.Jour) bool {
	return c.congeDe(l.activite, j) != nil && c.lire(parametre.U8) != "droit_commun"
}

// droitsEnCongeParental examines the right of a person who falls ill during a
// parental leave: the rights of before the leave, for the days after it
// (MAL-OUV-10). Its pays are those of before any suspension of the work (R.323-7):
// where each of two jobs has its own leave, of before the first.
func (c *Calcul) droitsEnCongeParental(ch *chaine, d *droit.Droit, conge v.Jour) error {
	issue, err := c.eprouver(ch, d, conge)
	if err != nil {
		return err
	}
	if issue == droitEnAttente {
		ch.droit.attend = true
		c.reclamerPremiersMois(ch, d, rParental)
	}
	if d.Regle = rParental; issue == droitOuvert && d.Voie != voiePresume {
		d.Voie = voieParental
	}
	return c.prolonger(ch, d, conge)
}

// retourDeCongeParental examines the rights of before a parental leave, kept
// for twelve months after the return to work.
func (c *Calcul) retourDeCongeParental(ch *chaine, d *droit.Droit) (bool, error) {
	mois, err := c.p.Entier(parametre.MaintienMois, ch.debut)
	if err != nil {
		return false, err
	}
	for k := range ch.lignes {
		xs := c.cas.Activites[ch.lignes[k].activite].Absences
		for i := range xs {
			x := &xs[i]
			if x.Motif != droit.AbsenceCongeParental || x.Periode.Au >= ch.debut || ch.debut >= (x.Periode.Au+1).AjouterMois(mois) {
				continue
			}
			ouvert, err := c.essayer(ch, d, x.Periode.Du, rParental)
			if err != nil {
				return false, err
			}
			if ouvert {
				d.Regle, d.Voie = rParental, voieParental
				return true, nil
			}
		}
	}
	return false, nil
}

// totaliser adds the work done in another régime: a day of affiliation as an
// independent counts as a day of work (MAL-OUV-07), for the first six months and
// beyond.
func (c *Calcul) totaliser(ch *chaine, d *droit.Droit, le v.Jour) (bool, error) {
	c.totalise = true
	ouvert, err := c.essayer(ch, d, le, rTotalisation)
	c.totalise = false
	if !ouvert || err != nil {
		return false, err
	}
	if d.Voie = voieTotalisation; d.Regle == rSixMois {
		d.Regle = rTotalisation
	}
	return true, nil
}

// prolonger adds the work done in another régime to a right that work opens, or did
// when it was kept, but does not carry beyond the sixth month.
func (c *Calcul) prolonger(ch *chaine, d *droit.Droit, le v.Jour) error {
	if ch.droit.limite == 0 {
		return nil
	}
	ch.droit.limite, d.DernierJour = 0, 0
	c.totalise = true
	err := c.apresSixMois(ch, d, le)
	c.totalise = false
	return err
}

// joursIndependants counts the days of a window spent as an independent.
func (c *Calcul) joursIndependants(w v.Periode) int {
	jours := 0
	for i := range c.cas.Activites {
		if a := &c.cas.Activites[i]; a.Nature == droit.Independant {
			jours += w.Inter(v.Periode{Du: max(a.Debut, 1), Au: a.Fin}).Jours()
		}
	}
	return jours
}
