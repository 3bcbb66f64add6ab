package contrecalcul

import (
	"cmp"
	"math/big"

	"accord/droit"
	v "accord/valeur"
)

// calculerDu gives a day what its régime owes, all its lines together, and for an
// accident the rank of the day among those indemnified.
func (l *lecture) calculerDu(j *jourAutre) {
	if atmp(j.cg.risque) {
		j.total, j.pleine, j.rang = l.totalAccident(j.cg, j.rg, j.Date)
		return
	}
	j.total = l.totalDu(j.cg, j.rg, j.Date)
}

func (l *lecture) totalDu(cg *conge, rg *regime, d v.Jour) v.Centimes {
	x := cg.premier()
	if personnel(cg.risque) {
		x = l.demandeDecidee(cg.membres, "ij=")
	}
	ij, forcee := l.ijForcee(x)
	switch {
	case forcee && cg.risque != droit.ITI:
		return ij
	case cg.risque == droit.ITI:
		total := v.Centimes(0)
		for _, ligne := range rg.lignes {
			total += l.partITI(cg, rg, ligne)
		}
		return total
	case cg.risque == droit.GarantieGrossesse:
		return tronquer(rg.base.jour)
	}
	return l.totalFamille(cg, rg, d)
}

// supposerAutres gives each day its share as if every employer that keeps
// something were paid, as that of maladie.
func (l *lecture) supposerAutres() {
	l.etape = supposes
	l.partagerAutres()
	for i := range l.lues {
		l.lues[i].suppose = l.lues[i].IJ
	}
}

func (l *lecture) partagerAutres() {
	for i := range l.lues {
		if j := &l.lues[i]; j.Etat == "paye" && j.cg.risque == droit.ITI {
			j.IJ = l.partITI(j.cg, j.rg, j.Activite)
		} else if j.Etat == "paye" {
			j.IJ = l.partAutre(j)
		}
	}
	l.limiterPertes(l.partAutre)
}

// payerAutres gives each day its cents and its payee.
func (l *lecture) payerAutres() {
	employeur := make([]bool, len(l.lues))
	for i := range l.lues {
		j := &l.lues[i]
		employeur[i] = j.cg.risque != droit.ITI && l.subroge(j.Activite, j.Date)
	}
	l.partagerAutres()
	l.imputerRentes()
	for i := range l.lues {
		j := &l.lues[i]
		if j.Etat != "paye" {
			continue
		}
		if j.Beneficiaire = "assure"; employeur[i] {
			j.Beneficiaire = "employeur"
		}
	}
}

// plancher is the share of a line in an amount: pro rata of the restored pays,
// rounded down; equal shares where nothing was earned.
func (rg *regime) plancher(ligne int, total v.Centimes) v.Centimes {
	if len(rg.lignes) == 1 {
		return total
	}
	return tronquer(rg.exacte(ligne, total))
}

// exacte is the share of a line in an amount, not rounded.
func (rg *regime) exacte(ligne int, total v.Centimes) *big.Rat {
	somme, mien := new(big.Rat), new(big.Rat)
	for i, k := range rg.lignes {
		p := entier(1)
		if len(rg.base.poids) == len(rg.lignes) && !nuls(rg.base.poids) {
			p = rg.base.poids[i]
		}
		somme.Add(somme, p)
		if k == ligne {
			mien = p
		}
	}
	return new(big.Rat).Mul(euros(total), new(big.Rat).Quo(mien, somme))
}

func nuls(rs []*big.Rat) bool {
	for _, r := range rs {
		if r.Sign() != 0 {
			return false
		}
	}
	return true
}

// partAutre is the share of a line, with the cents that remain for the one that
// bears them: the greatest paid to the insured, or the greatest of all.
func (l *lecture) partAutre(j *jourAutre) v.Centimes {
	part := j.rg.plancher(j.Activite, j.total)
	elue := -1
	for _, employeur := range []bool{false, true} {
		for i, ligne := range j.rg.lignes {
			sub := j.cg.risque != droit.ITI && l.subroge(ligne, j.Date)
			if sub == employeur && (elue < 0 || len(j.rg.base.poids) > i && j.rg.base.poids[i].Cmp(j.rg.base.poids[elue]) > 0) {
				elue = i
			}
		}
		if elue >= 0 {
			break
		}
	}
	if j.rg.lignes[elue] != j.Activite {
		return part
	}
	for _, ligne := range j.rg.lignes {
		part -= j.rg.plancher(ligne, j.total)
	}
	return part + j.total
}

// limiterPertes reads AT-13: over each period certified by the employer, light
// work is paid no more than the wage lost (U-21), whatever the stops that it is done
// in; days carry the floor in cents, the first ones a cent more.
func (l *lecture) limiterPertes(part func(*jourAutre) v.Centimes) {
	type lot struct {
		ligne int
		du    v.Jour
	}
	faits := map[lot]bool{}
	for i := range l.lues {
		j := &l.lues[i]
		if !l.leger(j) {
			continue
		}
		p, ok := perteDe(&l.cas.Activites[j.Activite], j.Date)
		if !ok {
			j.Etat, j.Motif, j.IJ, j.Beneficiaire = "attente", "PERTE_INCONNUE", 0, ""
			continue
		}
		if k := (lot{j.Activite, p.Periode.Du}); !faits[k] {
			faits[k] = true
			l.limiterPerte(j.Activite, p, part)
		}
	}
}

// leger tells a paid day of light work.
func (l *lecture) leger(j *jourAutre) bool {
	return atmp(j.cg.risque) && j.Etat == "paye" && l.cas.Arrets[j.Arret].TempsPartiel
}

// perteDe is the loss certified for a day: of two for one period, the lesser is certain.
func perteDe(a *droit.Activite, d v.Jour) (perte droit.PerteTPT, ok bool) {
	for _, p := range a.PertesTPT {
		if p.Periode.Contient(d) && (!ok || cmp.Or(cmp.Compare(p.Periode.Du, perte.Periode.Du), cmp.Compare(p.Periode.Au, perte.Periode.Au), cmp.Compare(p.Perte, perte.Perte)) < 0) {
			perte, ok = p, true
		}
	}
	return perte, ok
}

func (l *lecture) limiterPerte(ligne int, p droit.PerteTPT, part func(*jourAutre) v.Centimes) {
	var jours []*jourAutre
	n, somme := v.Centimes(0), v.Centimes(0)
	for i := range l.lues {
		j := &l.lues[i]
		if !atmp(j.cg.risque) || j.Activite != ligne || !p.Periode.Contient(j.Date) || !l.cas.Arrets[j.Arret].TempsPartiel || j.Etat == "travaille" || j.Etat == "a_charge_employeur" {
			continue
		}
		n++
		if j.Etat == "paye" { // a day that another benefit took keeps its part of the loss
			jours = append(jours, j)
			somme += part(j)
		}
	}
	if len(jours) == 0 {
		return
	}
	payes := v.Centimes(len(jours))
	somme = min(somme, demiSuperieur(new(big.Rat).Mul(euros(p.Perte), big.NewRat(int64(payes), int64(n)))))
	for k, j := range jours {
		j.IJ = somme / payes
		if v.Centimes(k) < somme%payes {
			j.IJ++
		}
	}
}

// joursAutres gives the days as the answer states them.
func (l *lecture) joursAutres() []Jour {
	js := make([]Jour, len(l.lues))
	for i := range l.lues {
		js[i] = l.lues[i].Jour
	}
	return js
}

// duAutres adds up what a line owes over a period for the other benefits that an
// employer may keep a wage beside.
func (l *lecture) duAutres(ligne int, p v.Periode) v.Centimes {
	var total v.Centimes
	for i := range l.lues {
		if j := &l.lues[i]; j.Activite == ligne && j.Etat == "paye" && j.cg.risque != droit.ITI && p.Contient(j.Date) {
			total += j.suppose
		}
	}
	return total
}
