package prestations

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// The longest that each benefit may last for one event, with what a late or an
// early birth adds.

// sansBorne is more days than a life has, and may be counted in weeks or months.
const sansBorne = 1 << 30

func (x *examen) n(code parametre.Code, le v.Jour) int {
	n, err := x.p.Entier(code, le)
	if err != nil {
		return sansBorne // not known: nothing is bounded by it
	}
	return n
}

// semaines returns the longest rest of a birth, in weeks, whatever its rank is
// when it is not known.
func (x *examen) semaines(n *droit.Naissance, le v.Jour) int {
	avant, apres := parametre.MatPrenatal, parametre.MatPostnatal
	switch {
	case n.Enfants >= 3 || n.Enfants == 0:
		avant, apres = parametre.MatPrenatalTriples, parametre.MatPostnatalTriples
	case n.Enfants == 2:
		avant, apres = parametre.MatPrenatalJumeaux, parametre.MatPostnatalJumeaux
	case n.Rang == 0 || n.Rang >= x.n(parametre.FamRangLong, le):
		avant, apres = parametre.MatPrenatal3, parametre.MatPostnatal3
	}
	return x.n(avant, le) + x.n(apres, le)
}

func (x *examen) naissances() {
	for i := range x.cas.Naissances {
		n, seul := &x.cas.Naissances[i], len(x.cas.Naissances) == 1
		le, ecart := max(n.PrevueLe, n.AccouchementLe), 0 // a late birth adds its days, and so may an early one
		if n.PrevueLe != 0 && n.AccouchementLe != 0 {
			ecart = int(le - min(n.PrevueLe, n.AccouchementLe))
		}
		if n.FinCongeMere == 0 {
			x.borner(droit.Maternite, n.ID, seul, 7*x.semaines(n, le)+ecart)
		}
		x.borner(droit.Pathologique, n.ID, seul, max(x.n(parametre.MatPathologiqueJours, le), x.n(parametre.TNSPathoJours, le)))
		x.borner(droit.Paternite, n.ID, seul, x.n(parametre.PatJoursMultiple, le)+x.n(parametre.PatHospitalisationJours, le))
		x.borner(droit.NaissanceConge, n.ID, seul, 31*x.n(parametre.CSNMoisMax, le))
	}
}

func (x *examen) autresDurees() {
	for i := range x.cas.Adoptions {
		d, seul := &x.cas.Adoptions[i], len(x.cas.Adoptions) == 1
		x.borner(droit.AdoptionConge, d.ID, seul, 7*x.n(parametre.AdoSemainesMultiple, d.ArriveeLe)+x.n(parametre.AdoPartageMultiple, d.ArriveeLe))
	}
	for i := range x.cas.Deces {
		d, seul := &x.cas.Deces[i], len(x.cas.Deces) == 1
		x.borner(droit.DeuilEnfant, d.ID, seul, x.n(parametre.DeuilJoursMaintenu, d.Le))
	}
}
