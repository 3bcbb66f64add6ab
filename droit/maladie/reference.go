package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// moisReference is one month (or pay) of the reference period, all employers.
type moisReference struct {
	periode v.Periode
	retabli v.Fraction
}

// fixerIndemnite fixes the base and the daily allowance of a chain, once: the
// prolongations keep them (MAL-CAR-05).
func (c *Calcul) fixerIndemnite(ch *chaine) error {
	carence, err := c.p.Entier(parametre.CarenceJours, ch.debut)
	if err != nil {
		return err
	}
	ch.carence = carence
	if !ch.droit.ouvert {
		return nil
	}
	return c.indemniteSalarie(ch)
}

// indemniteSalarie computes the allowance of an employee from the pays of the
// civil months before the interruption (MAL-BAS-01 to 06).
func (c *Calcul) indemniteSalarie(ch *chaine) error {
	plafond, err := c.plafondMensuel(ch.debut)
	if err != nil {
		return err
	}
	c.reunirSalaires(ch, 3)
	ch.base = len(c.r.Bases)
	b := c.r.AjouterBase()
	b.Arret, b.Reference, b.PlafondMensuel = ch.arret, "3_mois", plafond
	for k := range ch.lignes {
		b.Activites = append(b.Activites, ch.lignes[k].activite)
	}
	var somme v.Fraction
	for i := range c.mois {
		retenu := c.mois[i].retabli.Min(plafond)
		somme = somme.Plus(retenu)
		b.SalairesRetablis = append(b.SalairesRetablis, c.mois[i].retabli)
		b.SalairesRetenus = append(b.SalairesRetenus, retenu)
	}
	diviseur, err := c.p.Valeur(parametre.Diviseur3Mois, ch.debut)
	if err != nil {
		return err
	}
	b.GainJournalier = somme.Sur(diviseur)
	if b.IJ, err = c.indemnite(ch.debut, b.GainJournalier, plafond); err != nil {
		return err
	}
	ch.ij, ch.regleIJ = b.IJ, rIndemnite
	if c.t.Active() {
		c.direBase(ch, b)
	}
	return nil
}

// plafondMensuel returns the cap of each month: a multiple of the monthly SMIC
// in force on the last day of the month before the interruption (MAL-BAS-03).
func (c *Calcul) plafondMensuel(a v.Jour) (v.Fraction, error) {
	smic, err := c.p.Valeur(parametre.SmicMensuel, a.DebutMois()-1)
	if err != nil {
		return smic, err
	}
	coef, err := c.p.Valeur(parametre.PlafondSmic, a)
	if err != nil {
		return coef, err
	}
	return smic.Fois(coef), nil
}

// indemnite goes from the daily income to the allowance: half of it, never more
// than the 730th part of twelve caps, rounded at the end (MAL-BAS-04, 06).
func (c *Calcul) indemnite(a v.Jour, gain, plafond v.Fraction) (v.Centimes, error) {
	taux, err := c.p.Valeur(parametre.TauxIJ, a)
	if err != nil {
		return 0, err
	}
	n, err := c.p.Valeur(parametre.DiviseurPlafondAnnuel, a)
	if err != nil {
		return 0, err
	}
	exacte := gain.Fois(taux).Fois(v.F(1, 100)).Min(plafond.Fois(v.F(12, 1)).Sur(n))
	return c.arrondir(exacte, parametre.ArrondiMaladie, c.cas.Options.Arrondi.Maladie, a)
}

// arrondir rounds an allowance to the cent, in the way chosen for the case or
// in force on that day, and warns when the other way would give another cent.
func (c *Calcul) arrondir(exacte v.Fraction, code parametre.Code, choisi v.Option[v.Arrondi], a v.Jour) (v.Centimes, error) {
	mode, err := c.p.Entier(code, a)
	if err != nil {
		return 0, err
	}
	arrondi := choisi.Ou(v.Arrondi(mode))
	tronque, proche := exacte.Centimes(v.Troncature), exacte.Centimes(v.DemiSuperieur)
	if tronque != proche {
		c.lire(parametre.U1)
	}
	if arrondi == v.Troncature {
		return tronque, nil
	}
	return proche, nil
}

// reunirSalaires fills the reference months with the restored pays of all the
// employers concerned, and the weight of each line of the chain.
func (c *Calcul) reunirSalaires(ch *chaine, n int) {
	c.mois = c.mois[:0]
	m := ch.debut.DebutMois().AjouterMois(-n)
	for range n {
		fin := m.FinMois()
		c.mois = append(c.mois, moisReference{periode: v.P(m, fin)})
		m = fin + 1
	}
	for _, i := range c.ordre {
		if !c.contribue(ch, i) {
			continue
		}
		poids := c.retablir(ch, i)
		for k := range ch.lignes {
			if ch.lignes[k].activite == i {
				ch.lignes[k].poids = poids
			}
		}
	}
}

// contribue reports whether the pays of an activity belong to the base of a
// chain: the work stopped and, when all the work is stopped, what ended before.
func (c *Calcul) contribue(ch *chaine, activite int) bool {
	if stoppee(ch, activite) {
		return true
	}
	a := &c.cas.Activites[activite]
	return a.Nature == droit.Salarie && a.Fin != 0 && a.Fin < ch.debut && !c.arretPartiel(ch)
}

// arretPartiel reports whether some salaried work goes on during the chain: the
// prescription names only part of it (MAL-BAS-08).
func (c *Calcul) arretPartiel(ch *chaine) bool {
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		if a.Nature == droit.Salarie && enCours(a, ch.debut) && !stoppee(ch, i) {
			return true
		}
	}
	return false
}

func stoppee(ch *chaine, activite int) bool {
	for k := range ch.lignes {
		if ch.lignes[k].activite == activite {
			return true
		}
	}
	return false
}
