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
	if cg.risque != droit.NaissanceConge || !l.trenteJours() {
		c.interruption = l.origine(c.interruption)
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
		if l.moisDe(cg, d) == 2 {
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
		debut = l.memeFait(cg)[0].regimes[0].c.interruption
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

// baseIndependant reads TNS-02, TNS-03, TNS-05 and TNS-06: a flat IJ, the 730th of
// the yearly cap of the year of the first payment, a tenth of it for small revenues.
func (l *lecture) baseIndependant(cg *conge, rg *regime) bool {
	premier := l.memeFait(cg)[0]
	annee := premier.du.Annee()
	annuel, ok := pass[annee]
	if !ok {
		return false
	}
	jour := big.NewRat(annuel, 730)
	if cg.risque != droit.NaissanceConge && l.revenuFaible(&l.cas.Activites[rg.lignes[0]], premier.du) {
		jour.Mul(jour, big.NewRat(1, 10))
	}
	rg.base = baseAutre{reference: "forfait", somme: new(big.Rat), jour: jour, poids: []*big.Rat{entier(1)}}
	return true
}

// revenuFaible reads D.623-3: the mean revenue is under a tenth of the mean cap.
// It spares those on RSA or prime d'activité, and the practitioners of D.646-1.
func (l *lecture) revenuFaible(a *droit.Activite, le v.Jour) bool {
	if a.StatutTNS == droit.PAMC || a.StatutTNS == droit.ConjointCollaborateur || l.cas.Assure.RSAOuPrimeActivite.Ou(false) {
		return false
	}
	revenu, seuil := l.revenuMoyen(a, le, le.Annee())
	if le.Annee() == 2022 && l.cas.Options.Lecture("AUT-U-10", "moyenne") == "plafond_2023" {
		seuil = euros(411360)
	}
	return revenu.Cmp(seuil) < 0
}

// Forfait is a lump sum.
type Forfait struct {
	Nature   string
	Le       v.Jour
	Montant  v.Centimes
	Activite int
}

// forfaits reads the allowance of maternal rest (TNS-02): half at the start, half
// once eight weeks have gone, whole after a birth before the end of the seventh
// month; half of it at the arrival of an adopted child.
func (l *lecture) forfaits() []Forfait {
	var f []Forfait
	for _, cg := range l.conges {
		if l.memeFait(cg)[0] != cg || cg.risque != droit.Maternite && cg.risque != droit.AdoptionConge {
			continue
		}
		for _, rg := range cg.regimes {
			premier := l.premierPaye(cg, rg)
			if !rg.independant || premier == 0 {
				continue
			}
			montant, ok := pmss(cg.du)
			if !ok {
				continue
			}
			if l.revenuFaible(&l.cas.Activites[rg.lignes[0]], cg.du) {
				montant.Mul(montant, big.NewRat(1, 10))
			}
			moitie := demiSuperieur(new(big.Rat).Mul(montant, big.NewRat(1, 2)))
			ligne := rg.lignes[0]
			if cg.risque == droit.AdoptionConge {
				f = append(f, Forfait{"allocation_adoption_tns", l.adoptionDe(&l.cas.Arrets[cg.premier()]).ArriveeLe, moitie, ligne})
				continue
			}
			entiere := demiSuperieur(montant)
			n := l.naissanceDe(&l.cas.Arrets[cg.premier()])
			if n.AccouchementLe != 0 && n.PrevueLe != 0 && n.AccouchementLe < n.PrevueLe.AjouterMois(-2) {
				f = append(f, Forfait{"allocation_maternite_tns", n.AccouchementLe, entiere, ligne})
				continue
			}
			f = append(f, Forfait{"allocation_maternite_tns", premier, moitie, ligne}, Forfait{"allocation_maternite_tns", premier + cessationMinimale, entiere - moitie, ligne})
		}
	}
	return f
}

// premierPaye is the first day paid of a leave in a régime, or zero.
func (l *lecture) premierPaye(cg *conge, rg *regime) v.Jour {
	for i := range l.lues {
		if j := &l.lues[i]; j.cg == cg && j.rg == rg && j.Etat == "paye" {
			return j.Date
		}
	}
	return 0
}
