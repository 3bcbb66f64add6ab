package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// baseIndependant reads TNS-02, TNS-03, TNS-05 and TNS-06: a flat IJ, the 730th of
// the yearly cap of the year of the first payment, a tenth of it for small revenues.
func (l *lecture) baseIndependant(cg *conge, rg *regime) bool {
	premier := l.tempsDe(cg, true)[0]
	annee := premier.du.Annee()
	annuel, ok := pass[annee]
	if !ok {
		return false
	}
	jour := big.NewRat(annuel, 730)
	if cg.risque != droit.NaissanceConge && l.revenuFaible(l.activitesDuRegime(rg), premier.du) {
		jour.Mul(jour, big.NewRat(1, 10))
	}
	rg.base = baseAutre{reference: "forfait", somme: new(big.Rat), jour: jour, poids: zeros(len(rg.lignes))}
	return true
}

// activitesDuRegime lists the activities of a régime.
func (l *lecture) activitesDuRegime(rg *regime) []*droit.Activite {
	var as []*droit.Activite
	for _, k := range rg.lignes {
		as = append(as, &l.cas.Activites[k])
	}
	return as
}

// revenuFaible reads D.623-3: the mean revenue is under a tenth of the mean cap.
// It spares those on RSA or prime d'activité, and the practitioners of D.646-1.
func (l *lecture) revenuFaible(as []*droit.Activite, le v.Jour) bool {
	if a := as[0]; a.StatutTNS == droit.PAMC || a.StatutTNS == droit.ConjointCollaborateur || l.cas.Assure.RSAOuPrimeActivite.Ou(false) {
		return false
	}
	annee := le.Annee()
	trois := []int{annee - 3, annee - 2, annee - 1}
	revenu, seuil := l.revenuMoyen(as, le, trois), seuilNullite(trois)
	if debute := debutDe(as) > v.NewJour(annee-3, 1, 1); !debute && (annee == 2022 || annee == 2023) {
		// the year 2020 is set aside, its plafond with it, when that is better
		sans := slices.DeleteFunc(slices.Clone(trois), func(y int) bool { return y == 2020 })
		if autre := moyenne(as, sans); autre.Cmp(revenu) > 0 {
			revenu, seuil = autre, seuilNullite(sans)
		}
	}
	if annee == 2022 && l.cas.Options.Lecture("AUT-U-10", "moyenne") == "plafond_2023" {
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
		if cg.risque != droit.Maternite && cg.risque != droit.AdoptionConge {
			continue
		}
		for _, rg := range cg.regimes {
			premier := l.premierPaye(cg, rg)
			if !rg.independant || premier == 0 || l.tempsDe(cg, true)[0] != cg {
				continue
			}
			montant, ok := pmss(cg.du)
			if !ok {
				continue
			}
			if l.revenuFaible(l.activitesDuRegime(rg), cg.du) {
				montant.Mul(montant, big.NewRat(1, 10))
			}
			moitie := demiSuperieur(new(big.Rat).Mul(montant, big.NewRat(1, 2)))
			ligne := rg.lignes[0]
			if cg.risque == droit.AdoptionConge {
				f = append(f, Forfait{"allocation_adoption_tns", l.adoptionDe(&l.cas.Arrets[cg.premier()]).ArriveeLe, moitie, ligne})
				continue
			}
			if r := l.reposDe(l.naissanceDe(&l.cas.Arrets[cg.premier()]), true); r != nil && r.pere {
				continue // the mother's
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
