package famille

import (
	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// Lump sums, as the result names them.
const (
	allocationMaternite = "allocation_maternite_tns"
	allocationAdoption  = "allocation_adoption_tns"
)

// chiffrerTNS fixes the flat allowance of an independent: the 730th part of the
// yearly ceiling, at the day of the first payment planned, or a tenth of it
// (AUT-TNS-02, AUT-TNS-03).
func (c *Calcul) chiffrerTNS(g *conge, x *maladie.Examen) error {
	le := max(g.tete, g.travaille+1)
	pass, err := c.p.Valeur(parametre.PASS, le)
	if err != nil {
		return err
	}
	n, err := c.p.Valeur(parametre.TNSDiviseur, le)
	if err != nil {
		return err
	}
	b := c.r.AjouterBase()
	b.Arret, b.Reference = g.arret, "forfait"
	b.Activites = append(b.Activites, g.lignes...)
	part, err := c.partTNS(g, x, le, b)
	if err != nil {
		return err
	}
	g.exacte = pass.Sur(n).Fois(part)
	if g.risque == droit.NaissanceConge {
		return c.deuxTaux(g, b)
	}
	if b.IJ, err = c.arrondir(g.exacte, le); err != nil {
		return err
	}
	g.ij = b.IJ
	if c.t.Active() {
		c.direForfait(g, b)
	}
	return c.allouer(g, le, part)
}

// partTNS returns the part of the amounts that is due: a tenth when the mean
// income of three years is below a tenth of the mean ceiling of the same years
// (D.623-3). The rule is not that of the practitioners (D.646-1), of the spouses, who have no
// income of their own, nor of those who receive the RSA or the prime d'activité; nor that of
// the supplementary birth leave, whose decree is not read (AUT-U-7).
func (c *Calcul) partTNS(g *conge, x *maladie.Examen, le v.Jour, b *droit.Base) (v.Fraction, error) {
	entier := v.F(1, 1)
	switch c.cas.Activites[g.lignes[0]].StatutTNS {
	case droit.PAMC, droit.ConjointCollaborateur:
		return entier, nil
	}
	if c.cas.Assure.RSAOuPrimeActivite.Ou(false) {
		return entier, nil
	}
	if g.risque == droit.NaissanceConge {
		return entier, nil
	}
	r, err := x.Revenu()
	if err != nil {
		return entier, err
	}
	if r.Seuil, err = c.seuil(le, r); err != nil {
		return entier, err
	}
	b.RAAM, b.SeuilNullite, b.Annees = v.Connu(r.Moyen.Centimes(v.DemiSuperieur)), v.Connu(r.Seuil.Centimes(v.DemiSuperieur)), r.Annees
	if r.Moyen.Cmp(r.Seuil) >= 0 {
		return entier, nil
	}
	reduction, err := c.p.Valeur(parametre.TNSMatReduction, le)
	return reduction.Fois(v.F(1, 100)), err
}

// seuil returns the income below which the amounts are reduced. That of 2022 was
// also printed from the ceilings of the years to 2022: it is told when it matters.
func (c *Calcul) seuil(le v.Jour, r maladie.RevenuMoyen) (v.Fraction, error) {
	if le.Annee() != 2022 {
		return r.Seuil, nil
	}
	pass, err := c.p.Valeur(parametre.PASS, le)
	if err != nil {
		return r.Seuil, err
	}
	taux, err := c.p.Valeur(parametre.TNSSeuilPourcent, le)
	if err != nil {
		return r.Seuil, err
	}
	autre := pass.Fois(taux).Fois(v.F(1, 100))
	if (r.Moyen.Cmp(r.Seuil) < 0) != (r.Moyen.Cmp(autre) < 0) && c.lire(parametre.AU10) == "plafond_2023" {
		return autre, nil
	}
	return r.Seuil, nil
}

// allouer adds the lump sums of maternity and of adoption, once for each: half
// at the start of the leave and half after the shortest rest, or whole for a
// birth before the end of the seventh month; half of it for an adoption.
func (c *Calcul) allouer(g *conge, le v.Jour, part v.Fraction) error {
	if g.du != g.tete || !g.ouvert || g.premierPaye() == 0 {
		return nil
	}
	pmss, err := c.p.Valeur(parametre.PMSS, le)
	if err != nil {
		return err
	}
	entiere := pmss.Fois(part)
	moitie := entiere.Fois(v.F(1, 2)).Centimes(v.DemiSuperieur)
	n, d := c.naissance(g.evenement), c.adoption(g.evenement)
	le = g.premierPaye()
	switch {
	case g.risque == droit.Maternite && n != nil && c.parentSurvivant(n):
		// the lump sum is the mother's
	case g.risque == droit.Maternite && c.naissanceTresTot(n):
		c.verserForfait(g, allocationMaternite, n.AccouchementLe, entiere.Centimes(v.DemiSuperieur))
	case g.risque == droit.Maternite:
		c.verserForfait(g, allocationMaternite, le, moitie)
		c.verserForfait(g, allocationMaternite, le+v.Jour(c.n(parametre.MatMinimumJours, le)), entiere.Centimes(v.DemiSuperieur)-moitie)
	case g.risque == droit.AdoptionConge && !d.AllocationVersee:
		c.verserForfait(g, allocationAdoption, d.ArriveeLe, moitie)
	}
	return nil
}

// naissanceTresTot reports whether the birth came before the end of the seventh
// month of the pregnancy, which ends two months before the expected day.
func (c *Calcul) naissanceTresTot(n *droit.Naissance) bool {
	return n.AccouchementLe != 0 && n.AccouchementLe < prevue(n).AjouterMois(-c.n(parametre.TNSMatAllocationMois, prevue(n)))
}

func (c *Calcul) verserForfait(g *conge, nature string, le v.Jour, montant v.Centimes) {
	f := droit.Forfait{Nature: nature, Le: le, Montant: montant, Activite: g.lignes[0], Regle: rMontantTNS}
	c.r.Forfaits = append(c.r.Forfaits, f)
	if c.t.Active() {
		c.direAllocation(&f)
	}
}
