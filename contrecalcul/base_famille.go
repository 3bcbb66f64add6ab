package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// baseFamille reads FAM-01 to FAM-05: the same pays as maladie, each one under
// the monthly cap in force on the last day of the month before the interruption,
// less 21 %.
func (l *lecture) baseFamille(cg *conge, rg *regime) bool {
	c := *rg.c
	if cg.risque == droit.NaissanceConge && !l.trenteJours() {
		if suivi := l.congeSuivi(cg, rg); suivi != nil {
			rg.base = suivi.base
			return true
		}
	}
	if cg.risque != droit.NaissanceConge || !l.trenteJours() {
		c.interruption = l.origine(c.interruption, false)
	}
	if cg.risque == droit.Maternite { // other jobs, of the same leave
		c.interruption = l.origine(l.tempsDe(cg, rg.independant)[0].regimes[0].c.interruption, false)
	}
	a := c.interruption
	le := a.DebutMois() - 1
	if l.cas.Options.Lecture("AUT-U-4", "texte") == "annee_en_cours" {
		le = a
	}
	plafond, ok := pmss(le)
	if !ok {
		return false
	}
	avant := a
	if !l.travailleA(a) && l.cessation(a) != 0 {
		avant = l.cessation(a)
	} else if s := l.suspension(&c, a); s != 0 {
		avant = s
	}
	lignes := l.lignesBase(&c)
	nom, fenetre, parPaie, diviseur := l.reference(&c, lignes, avant, plafond)
	b := baseAutre{reference: nom, somme: new(big.Rat)}
	poids := zeros(len(lignes))
	for _, mois := range fenetre {
		somme := new(big.Rat)
		for i, r := range l.retablir(lignes, fenetre, mois, nom, avant, a) {
			somme.Add(somme, r)
			poids[i].Add(poids[i], r)
		}
		if somme.Cmp(parPaie) > 0 {
			somme = parPaie
		}
		b.somme.Add(b.somme, somme)
	}
	b.jour = new(big.Rat).Mul(new(big.Rat).Quo(b.somme, diviseur), deductionForfaitaire)
	b.poids = l.poidsDe(rg, lignes, poids)
	rg.base = b
	return true
}

// congeSuivi is the leave for the same child that a supplementary leave follows without
// work resumed, with its base, or nil: it keeps that base (U-6).
func (l *lecture) congeSuivi(cg *conge, rg *regime) *regime {
	var suivi *conge
	var sien *regime
	for _, k := range l.conges {
		if k.fait != cg.fait || k.au >= cg.du || suivi != nil && k.au <= suivi.au {
			continue
		}
		switch k.risque {
		case droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge:
		default:
			continue
		}
		for _, r := range k.regimes {
			if r.independant == rg.independant && r.ouvert && r.connu && r.base.jour != nil && len(r.lignes) == len(rg.lignes) && l.donne(k, r) {
				suivi, sien = k, r
			}
		}
	}
	if suivi == nil || !l.sansReprise(l.finConge(suivi), cg.du, rg.independant) {
		return nil
	}
	return sien
}

// donne tells whether a leave has some day to give, by its dates or by the word of an agent:
// what was all refused, taken or worked is no leave that another one follows.
func (l *lecture) donne(cg *conge, rg *regime) bool {
	for d := max(cg.du, rg.c.interruption); d <= cg.au; d++ {
		if l.ditAgent(cg, cg.premier(), d) != "" {
			return true
		}
		if l.reprisAutre(cg, rg, rg.lignes[0], d, cg.premier()) {
			continue
		}
		if etat, _ := l.calendrierDe(cg, rg, d); etat == "paye" || etat == "attente" {
			return true
		}
	}
	return false
}

func zeros(n int) []*big.Rat {
	z := make([]*big.Rat, n)
	for i := range z {
		z[i] = new(big.Rat)
	}
	return z
}

// poidsDe gives the weights in the order of the lines of a régime.
func (l *lecture) poidsDe(rg *regime, lignes []*droit.Activite, poids []*big.Rat) []*big.Rat {
	r := zeros(len(rg.lignes))
	for i, ligne := range rg.lignes {
		if k := slices.Index(lignes, &l.cas.Activites[ligne]); k >= 0 {
			r[i] = poids[k]
		}
	}
	return r
}

// totalFamille is the IJ of a day of a family leave.
func (l *lecture) totalFamille(cg *conge, rg *regime, d v.Jour) v.Centimes {
	exact := rg.base.jour
	if cg.risque == droit.NaissanceConge {
		taux := tauxMois1
		if l.moisDe(cg, rg, d) == 2 {
			taux = tauxMois2
		}
		exact = new(big.Rat).Mul(exact, taux)
	}
	ij := l.arrondirFamille(exact)
	if rg.independant || cg.risque == droit.NaissanceConge && l.cas.Options.Lecture("AUT-U-3", "sans_minimum") != "minimum" {
		return ij
	}
	debut := rg.c.interruption
	if cg.risque == droit.Maternite {
		debut = l.tempsDe(cg, rg.independant)[0].regimes[0].c.interruption
	} else if cg.demande.Du != 0 {
		debut = min(debut, cg.demande.Du) // its times are one leave
	}
	return max(ij, minimumFamille(debut))
}

// arrondirFamille rounds once, half-up (U-1).
func (l *lecture) arrondirFamille(r *big.Rat) v.Centimes {
	return l.arrondir(r, l.cas.Options.Arrondi.Famille)
}

func (l *lecture) arrondir(r *big.Rat, choisi v.Option[v.Arrondi]) v.Centimes {
	mode := v.DemiSuperieur
	if l.cas.Options.Lecture("AUT-U-1", "demi_superieur") == "troncature" {
		mode = v.Troncature
	}
	if choisi.Ou(mode) == v.Troncature {
		return tronquer(r)
	}
	return demiSuperieur(r)
}
