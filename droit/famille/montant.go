package famille

import (
	"strings"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// chiffrer fixes the allowance of a day of leave.
func (c *Calcul) chiffrer(g *conge, x *maladie.Examen) error {
	g.depuis = c.interruption(g)
	var err error
	switch {
	case g.risque == droit.AJAP:
		// its amount follows the day
	case g.tns:
		err = c.chiffrerTNS(g, x)
	case g.risque == droit.GarantieGrossesse:
		x.Situer(g.depuis)
		g.ij, g.poids, err = x.Indemnite()
		g.inconnu = x.Inconnu
	case g.risque == droit.NaissanceConge:
		err = c.chiffrerNaissance(g, x)
	default:
		err = c.chiffrerSalarie(g, x)
	}
	if err != nil {
		return err
	}
	ij, forcee := premiereDecision(g.ses(), c.socle.IJForcee)
	if g.forcee = forcee; forcee {
		g.ij, g.ij2, g.inconnu = ij, ij, false
		for i := range c.r.Bases {
			if b := &c.r.Bases[i]; b.Arret == g.arret {
				b.IJ = ij
			}
		}
	}
	return nil
}

// chiffrerSalarie computes the allowance of an employee (FAM-01 to FAM-04), from
// the pays before the first day of the stop that the leave goes on with.
func (c *Calcul) chiffrerSalarie(g *conge, x *maladie.Examen) error {
	x.Situer(g.depuis)
	b, err := c.assiette(g, x)
	if err != nil {
		return err
	}
	if b.IJ, err = c.arrondir(g.exacte, g.depuis); err != nil {
		return err
	}
	debut := c.debutSuite(g)
	if g.risque == droit.Maternite {
		debut = g.tete // what was put off is the same leave
	}
	minimum, err := c.p.Centimes(parametre.FamMinimum, debut)
	if err != nil {
		return err
	}
	if b.IJ < minimum {
		c.lire(parametre.AU2)
		b.IJ = minimum
	}
	g.ij = b.IJ
	if c.t.Active() {
		c.direBase(g, b, minimum)
	}
	return nil
}

// debutSuite returns the first day of the stretches that touch a leave, of the same
// event, without work resumed: they are one.
func (c *Calcul) debutSuite(g *conge) v.Jour {
	debut := g.du
	for recule := true; recule; {
		recule = false
		for _, y := range c.conges {
			if memeGroupe(y, g) && y.du < debut && c.dernierJour(y)+1 >= debut && c.reprise(g, y.du, debut) == 0 {
				debut, recule = y.du, true
			}
		}
	}
	return debut
}

// assiette adds the base of a leave to the result and fixes its exact daily
// amount: reference pays, each limited to one ceiling, over their number of
// days, less the flat deduction.
func (c *Calcul) assiette(g *conge, x *maladie.Examen) (*droit.Base, error) {
	rs, err := x.Revenus(maladie.FormeMaladie)
	if err != nil {
		return nil, err
	}
	g.inconnu, g.poids = x.Inconnu, rs.Poids
	plafond, err := c.plafond(g.depuis, rs.Paies)
	if err != nil {
		return nil, err
	}
	b := c.r.AjouterBase()
	b.Arret, b.Reference, b.PlafondMensuel = g.arret, rs.Reference, plafond
	b.Activites = append(b.Activites, g.lignes...)
	var somme v.Fraction
	for i := range rs.Paies {
		p := &rs.Paies[i]
		retenu := p.Retabli.Min(part(plafond, p.ParAn))
		somme = somme.Plus(retenu)
		b.SalairesRetablis = append(b.SalairesRetablis, p.Retabli)
		b.SalairesRetenus = append(b.SalairesRetenus, retenu)
	}
	diviseur, err := c.p.Valeur(diviseurDe(rs.Reference), g.depuis)
	if err != nil {
		return b, err
	}
	deduction, err := c.p.Valeur(parametre.FamDeduction, g.depuis)
	if err != nil {
		return b, err
	}
	if c.cas.Assure.Territoire == droit.AlsaceMoselle {
		c.lire(parametre.AU26)
	}
	if c.reconstitue(g, rs) {
		c.lire(parametre.AU13)
	}
	b.GainJournalier = somme.Sur(diviseur)
	g.gain = b.GainJournalier
	g.exacte = b.GainJournalier.Fois(v.F(100, 1).Moins(deduction)).Fois(v.F(1, 100))
	return b, nil
}

// part returns the part of a monthly ceiling that a pay has, by the number of
// such pays in a year.
func part(plafond v.Fraction, parAn int) v.Fraction {
	if parAn == 12 {
		return plafond
	}
	return plafond.Fois(v.F(12, int64(parAn)))
}

func diviseurDe(reference string) parametre.Code {
	switch {
	case reference == "12_mois":
		return parametre.Diviseur12Mois
	case strings.HasSuffix(reference, "_mois"):
		return parametre.Diviseur3Mois
	}
	return parametre.DiviseurPaies
}

// plafond returns the ceiling of each month: the one in force on the last day of
// the month before the interruption (FAM-02). A leave that starts in January has
// that of December, unless read otherwise.
func (c *Calcul) plafond(le v.Jour, paies []maladie.Paie) (v.Fraction, error) {
	p, err := c.p.Valeur(parametre.PMSS, le.DebutMois()-1)
	if err != nil || le.DebutMois() != le.DebutAnnee() {
		return p, err
	}
	atteint := false
	for i := range paies {
		atteint = atteint || paies[i].Retabli.Cmp(part(p, paies[i].ParAn)) > 0
	}
	if atteint && c.lire(parametre.AU4) == "annee_en_cours" {
		return c.p.Valeur(parametre.PMSS, le)
	}
	return p, nil
}

// reconstitue reports whether some reference pay was made whole.
func (c *Calcul) reconstitue(g *conge, rs maladie.Revenus) bool {
	for _, i := range g.lignes {
		a := &c.cas.Activites[i]
		for k := range rs.Paies {
			p := rs.Paies[k].Periode
			if a.Debut > p.Du && a.Debut <= p.Au {
				return true
			}
			for n := range a.Absences {
				x := &a.Absences[n]
				if x.Motif != droit.AbsenceInjustifiee && x.Motif != droit.AbsenceGreve && !x.Periode.Inter(p).IsZero() {
					return true
				}
			}
		}
	}
	return false
}

// chiffrerNaissance computes the two rates of the congé supplémentaire de
// naissance (CSN-05), on the base of the leave that it follows without work
// resumed, or on its own.
func (c *Calcul) chiffrerNaissance(g *conge, x *maladie.Examen) error {
	var b *droit.Base
	if y := c.precedent(g); y != nil && !y.bloque { // what it waits for, this one asks for too
		c.lire(parametre.AU6)
		b = c.r.AjouterBase()
		b.Arret, b.Reference, b.GainJournalier = g.arret, "conge_precedent", y.gain
		b.Activites = append(b.Activites, g.lignes...)
		g.exacte, g.gain, g.poids, g.inconnu = y.exacte, y.gain, y.poids, y.inconnu
	} else {
		x.Situer(g.depuis)
		var err error
		if b, err = c.assiette(g, x); err != nil {
			return err
		}
	}
	return c.deuxTaux(g, b)
}

// precedent returns the leave that a congé supplémentaire follows without work
// resumed, for the same lines, or nil.
func (c *Calcul) precedent(g *conge) *conge {
	var y *conge
	for _, x := range c.conges {
		if x.evenement == g.evenement && x.tns == g.tns && (precede(x.risque) || x.risque == g.risque) && x.fin < g.du && len(x.poids) == len(g.lignes) &&
			(y == nil || x.fin > y.fin) {
			y = x
		}
	}
	if y == nil || !c.enchaine(g, y.fin, g.du) {
		return nil
	}
	if pris := y.dernierPaye(y.fin); pris != 0 && c.reprise(g, pris, g.du) != 0 {
		return nil // she worked before its end
	}
	return y
}

// deuxTaux takes the rates of the first and of the second month.
func (c *Calcul) deuxTaux(g *conge, b *droit.Base) error {
	var ij [2]v.Centimes
	for i, code := range [...]parametre.Code{parametre.CSNTaux1, parametre.CSNTaux2} {
		taux, err := c.p.Valeur(code, g.du)
		if err != nil {
			return err
		}
		if ij[i], err = c.arrondir(g.exacte.Fois(taux).Fois(v.F(1, 100)), g.du); err != nil {
			return err
		}
		if c.choix(parametre.AU3) == "minimum" {
			minimum, err := c.p.Centimes(parametre.FamMinimum, g.du)
			if err != nil {
				return err
			}
			ij[i] = max(ij[i], minimum)
		}
	}
	g.ij, g.ij2 = ij[0], ij[1]
	b.IJ, b.IJ2 = g.ij, v.Connu(g.ij2)
	if c.t.Active() {
		c.direDeuxTaux(g, b)
	}
	return nil
}

// arrondir rounds an allowance to the cent, and warns when the other way would
// give another cent.
func (c *Calcul) arrondir(exacte v.Fraction, le v.Jour) (v.Centimes, error) {
	mode, err := c.p.Entier(parametre.ArrondiFamille, le)
	if err != nil {
		return 0, err
	}
	tronque, proche := exacte.Centimes(v.Troncature), exacte.Centimes(v.DemiSuperieur)
	if tronque != proche && c.lire(parametre.AU1) == "troncature" {
		mode = int(v.Troncature)
	}
	if c.cas.Options.Arrondi.Famille.Ou(v.Arrondi(mode)) == v.DemiSuperieur {
		return proche, nil
	}
	return tronque, nil
}
