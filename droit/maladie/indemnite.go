package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// fixerIndemnite fixes the waiting period, the base and the daily allowance of
// a chain, once: the prolongations keep them (MAL-CAR-05).
func (c *Calcul) fixerIndemnite(ch *chaine) error {
	for k := range ch.lignes {
		l := &ch.lignes[k]
		c.morceaux[l.prem].ald = c.affectionDe(ch, l.prem)
	}
	if err := c.fixerCarence(ch); err != nil || !ch.droit.ouvert && !c.paiementForce(ch) {
		return err
	}
	if c.t.Active() {
		c.direALD(ch)
	}
	mois, err := c.p.Entier(parametre.DureeSansAffiliationMois, ch.debut)
	if err != nil {
		return err
	}
	ch.septieme = ch.debut.AjouterMois(mois)
	if ch.regime == salaries {
		if err = c.indemniteSalarie(ch); err == nil && ch.ij == 0 {
			err = c.indemniteAncienne(ch)
		}
	} else {
		err = c.indemniteIndependant(ch)
	}
	if err != nil {
		return err
	}
	if ij, forcee := ch.ijForcee.Get(); forcee {
		ch.ij, ch.salairesManquent = ij, false
		c.r.Bases[ch.base].IJ = ij
	}
	return nil
}

// indemniteSalarie computes the allowance of an employee from the pays before
// the interruption of work (MAL-BAS-01 to 06).
func (c *Calcul) indemniteSalarie(ch *chaine) error {
	c.situerReference(ch)
	plafond, err := c.plafondRetenu(ch)
	if err != nil {
		return err
	}
	ch.base = len(c.r.Bases)
	b := c.r.AjouterBase()
	b.Arret, b.PlafondMensuel = ch.arret, plafond
	for k := range ch.lignes {
		b.Activites = append(b.Activites, ch.lignes[k].activite)
	}
	code, err := c.lireReference(ch, b)
	if err != nil {
		return err
	}
	diviseur, err := c.p.Valeur(code, ch.debut)
	if err != nil {
		return err
	}
	b.GainJournalier = c.plafonner(b, plafond).Sur(diviseur)
	if b.GainJournalier, b.IJ, err = c.moitieDuGain(ch, b.GainJournalier, plafond); err != nil {
		return err
	}
	ch.ij, ch.regleIJ = b.IJ, rIndemnite
	if c.t.Active() {
		c.direBase(ch, b)
	}
	return nil
}

// lireReference gathers the reference pays of a chain, restored, and returns
// the number by which their sum is divided.
func (c *Calcul) lireReference(ch *chaine, b *droit.Base) (parametre.Code, error) {
	switch {
	case c.douzeMois(ch):
		b.Reference = "12_mois"
		c.reunirSalaires(ch, 12)
		return parametre.Diviseur12Mois, nil
	case c.paiesCourtes(ch) != "":
		return parametre.DiviseurPaies, c.reunirPaies(ch, b)
	}
	b.Reference = ch.forme.Mois.Nom
	c.reunirSalaires(ch, ch.forme.Mois.N)
	return parametre.Diviseur3Mois, nil
}

// plafonner limits each month (or pay) to its cap and adds them up. Several
// employers are added before the cap (MAL-BAS-03).
func (c *Calcul) plafonner(b *droit.Base, plafond v.Fraction) v.Fraction {
	var somme v.Fraction
	for i := range c.mois {
		m := &c.mois[i]
		limite := plafond
		if m.prorata {
			limite = plafond.Fois(v.F(12, int64(m.parAn)))
		}
		retenu := m.retabli.Min(limite)
		somme = plus(somme, retenu)
		b.SalairesRetablis = append(b.SalairesRetablis, m.retabli)
		b.SalairesRetenus = append(b.SalairesRetenus, retenu)
	}
	return somme
}

// plafondRetenu returns the cap of a chain: that of the interruption of work,
// even when the work ended before it.
func (c *Calcul) plafondRetenu(ch *chaine) (v.Fraction, error) {
	if ch.suite {
		return c.plafondMensuel(ch.reference)
	}
	plafond, err := c.plafondMensuel(ch.debut)
	if err != nil || ch.reference == ch.debut {
		return plafond, err
	}
	if autre, err := c.plafondMensuel(ch.reference); err == nil && autre.Cmp(plafond) != 0 && c.lire(parametre.U15) == "cessation" {
		return autre, nil
	}
	return plafond, nil
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

// moitieDuGain goes from the daily income to the allowance: half of it, never
// more than the 730th part of twelve caps, rounded at the end (MAL-BAS-04, 06).
// It returns the income so limited, and the allowance.
func (c *Calcul) moitieDuGain(ch *chaine, gain, plafond v.Fraction) (v.Fraction, v.Centimes, error) {
	taux, err := c.p.Valeur(parametre.TauxIJ, ch.debut)
	if err != nil {
		return gain, 0, err
	}
	n, err := c.p.Valeur(parametre.DiviseurPlafondAnnuel, ch.debut)
	if err != nil {
		return gain, 0, err
	}
	mode, err := c.p.Entier(parametre.ArrondiMaladie, ch.debut)
	if err != nil {
		return gain, 0, err
	}
	ch.plafond, ch.arrondi = plafond.Fois(v.F(12, 1)).Sur(n), mode
	exacte := gain.Fois(taux).Fois(v.F(1, 100))
	if exacte.Cmp(ch.plafond) > 0 {
		exacte, gain = ch.plafond, ch.plafond.Fois(v.F(100, 1)).Sur(taux)
	}
	return gain, c.arrondir(exacte, mode, c.cas.Options.Arrondi.Maladie), nil
}

// arrondir rounds an allowance to the cent, in the way chosen for the case or
// in force, and warns when the other way would give another cent.
func (c *Calcul) arrondir(exacte v.Fraction, mode int, choisi v.Option[v.Arrondi]) v.Centimes {
	tronque, proche := exacte.Centimes(v.Troncature), exacte.Centimes(v.DemiSuperieur)
	if tronque != proche && c.lire(parametre.U1) == "demi_superieur" {
		mode = int(v.DemiSuperieur)
	}
	if choisi.Ou(v.Arrondi(mode)) == v.Troncature {
		return tronque
	}
	return proche
}
