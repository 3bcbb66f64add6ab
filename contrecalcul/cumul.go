package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// lireAutres reads every day of the benefits other than maladie up to a day, in
// order: maladie of the same day comes after them (§12.1).
func (l *lecture) lireAutres(jusque v.Jour) {
	for ; l.prochain <= jusque && len(l.conges) > 0; l.prochain++ {
		if mort := l.cas.Assure.DecesLe; mort != 0 && l.prochain > mort {
			return
		}
		l.lireDate(l.prochain)
	}
}

// finAutres is the last day of the benefits other than maladie.
func (l *lecture) finAutres() v.Jour {
	fin := v.Jour(0)
	for _, cg := range l.conges {
		fin = max(fin, cg.au, cg.accident)
	}
	return fin
}

// lireDate reads one day: each benefit for itself, then the one that prevails.
func (l *lecture) lireDate(d v.Jour) {
	var jours []jourAutre
	for _, cg := range l.conges {
		if (d < cg.du || d > cg.au) && d != cg.accident {
			continue
		}
		for _, rg := range cg.regimes {
			for _, ligne := range rg.lignes {
				membres := l.membresDe(cg, ligne)
				if d == cg.accident && d < cg.du && !l.employaitLe(cg, ligne, d) || d >= cg.du && !l.etendue(membres).Contient(d) {
					continue
				}
				if slices.ContainsFunc(jours, func(k jourAutre) bool {
					return k.Activite == ligne && (atmp(cg.risque) && atmp(k.cg.risque) || cg.risque == droit.ITI && k.cg.risque == droit.ITI)
				}) {
					continue // one accident has a day of a line
				}
				j := jourAutre{cg: cg, rg: rg}
				j.Jour = Jour{Date: d, Arret: l.arretDu(cg, membres, d), Activite: ligne, Risque: cg.risque}
				j.Etat, j.Motif = l.etatAutre(cg, rg, ligne, d, j.Arret)
				if j.Etat == "paye" {
					l.calculerDu(&j)
					if j.total == 0 && j.pleine > 0 || cg.risque == droit.ITI && l.couverteParRente(cg, rg) {
						j.Etat, j.Motif = "non_cumul", "RENTE"
					} else if j.total == 0 {
						j.Etat, j.Motif = "refuse", "IJ_NULLE"
					} else if j.rang > joursTaux60 {
						j.Motif = "AT_80"
					} else if j.rang > 0 {
						j.Motif = "AT_60"
					}
				}
				jours = append(jours, j)
			}
		}
	}
	gagnants := make([]*conge, len(jours))
	for i := range jours {
		if j := &jours[i]; j.Etat == "paye" {
			gagnants[i] = l.prevalent(jours, j)
		}
	}
	for i, gagnant := range gagnants {
		if j := &jours[i]; j.cg.risque == droit.ITI && j.Motif == "IJ_NULLE" {
			l.prendreInapte(jours, j)
		} else if gagnant != nil && gagnant != j.cg {
			j.Etat, j.Motif, j.rang = "non_cumul", "CUMUL", 0
			j.perdu = slices.Index(rangs, gagnant.risque) <= 2
		} else if j.Etat == "paye" && j.total == 0 {
			j.Etat, j.Motif = "refuse", "IJ_NULLE"
		}
	}
	l.lues = append(l.lues, jours...)
}

// prendreInapte: a day of unfitness whose last allowance nobody knows is not one of
// nothing, and it is that of the benefit that comes before it when there is one.
func (l *lecture) prendreInapte(jours []jourAutre, j *jourAutre) {
	k := l.prevalent(jours, j)
	if k != nil && slices.Index(rangs, k.risque) < slices.Index(rangs, droit.ITI) {
		j.Etat, j.Motif = "non_cumul", "CUMUL"
	}
}

// arretDu is the arrêt that a day belongs to: the one followed that day, or the
// last one before it.
func (l *lecture) arretDu(cg *conge, membres []int, d v.Jour) int {
	if x := l.suivie(membres, d); x >= 0 {
		return x
	}
	x := cg.premier()
	for _, m := range membres {
		if l.cas.Arrets[m].Debut <= d {
			x = m
		}
	}
	return x
}

// rangs is the order of the benefits on one day (§0): the leave actually
// running, then the accident, then what replaces the wage.
var rangs = []droit.Risque{
	droit.Maternite, droit.DES, droit.Pathologique, droit.AdoptionConge, droit.Paternite, droit.NaissanceConge, droit.DeuilEnfant, droit.AJAP,
	droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro, droit.ITI, droit.GarantieGrossesse,
}

// prevalent is the benefit that is paid that day for a line, or nil: each régime
// pays its own (§12.4). Of the leaves of a person, a régime pays one a day, whatever the
// line that each stops.
func (l *lecture) prevalent(jours []jourAutre, de *jourAutre) *conge {
	var premier, accident *jourAutre
	rang := func(j *jourAutre) int { return slices.Index(rangs, j.cg.risque) }
	for i := range jours {
		j := &jours[i]
		memeConge := duConge(j.cg.risque) && duConge(de.cg.risque) && j.rg.independant == de.rg.independant
		if j.Etat != "paye" || j.Activite != de.Activite && !memeConge || l.sansPerte(j) {
			continue
		}
		if premier == nil || rang(j) < rang(premier) {
			premier = j
		}
		if atmp(j.cg.risque) && accident == nil {
			accident = j
		}
	}
	if premier == nil {
		return nil
	}
	if accident != nil && rang(premier) <= 2 { // U-9: accident against maternity
		switch l.cas.Options.Lecture("AUT-U-9", "plus_faible") {
		case "accident":
			return accident.cg
		case "plus_faible":
			if l.communs(jours, accident.cg, premier.cg).Cmp(l.communs(jours, premier.cg, accident.cg)) <= 0 { // alike: the letter of L.371-3
				return accident.cg
			}
		}
	}
	return premier.cg
}

// duConge tells the leaves that follow from a birth, an adoption, a death or a pregnancy.
func duConge(r droit.Risque) bool { return !atmp(r) && r != droit.ITI }

// sansPerte tells a day of light work whose loss of wage is not certified: it waits.
func (l *lecture) sansPerte(j *jourAutre) bool {
	_, ok := perteDe(&l.cas.Activites[j.Activite], j.Date)
	return !ok && l.leger(j)
}

// payable is what a day would be paid: light work has its part of the loss at most.
func (l *lecture) payable(j *jourAutre) *big.Rat {
	part := j.rg.exacte(j.Activite, j.total)
	p, ok := perteDe(&l.cas.Activites[j.Activite], j.Date)
	if !ok || !l.leger(j) {
		return part
	}
	n := v.Centimes(0)
	for d := p.Periode.Du; d <= p.Periode.Au; d++ {
		if mort := l.cas.Assure.DecesLe; mort != 0 && d > mort {
			break
		}
		if slices.ContainsFunc(l.conges, func(cg *conge) bool { return l.jourLeger(cg, j.Activite, d) }) {
			n++
		}
	}
	if perte := euros(p.Perte / max(n, 1)); perte.Cmp(part) < 0 {
		return perte
	}
	return part
}

// jourLeger tells a day of light work of a line, prescribed in a stop for an accident.
func (l *lecture) jourLeger(cg *conge, ligne int, d v.Jour) bool {
	x := l.suivie(cg.membres, d)
	return atmp(cg.risque) && x >= 0 && l.cas.Arrets[x].TempsPartiel && d <= l.finReelle(ligne, &l.cas.Arrets[x]) &&
		slices.ContainsFunc(cg.regimes, func(r *regime) bool { return slices.Contains(r.lignes, ligne) })
}

// communs adds up what a benefit owes that day for the lines that another one
// pays too.
func (l *lecture) communs(jours []jourAutre, cg, autre *conge) *big.Rat {
	total := new(big.Rat)
	for i := range jours {
		j := &jours[i]
		if j.cg == cg && j.Etat == "paye" && slices.ContainsFunc(jours, func(k jourAutre) bool { return k.cg == autre && k.Etat == "paye" && k.Activite == j.Activite }) {
			total.Add(total, l.payable(j))
		}
	}
	return total
}

// autrePaye tells whether a régime pays another benefit that day: each pays its own.
func (l *lecture) autrePaye(independant bool, d v.Jour) bool {
	for i := range l.lues {
		j := &l.lues[i]
		if j.Date != d || j.Etat != "paye" || j.rg.independant != independant {
			continue
		}
		return true
	}
	return false
}

// cede tells a day of the supplementary birth leave that gives way to a sick leave
// (U-8, read that way).
func (l *lecture) cede(cg *conge, rg *regime, d v.Jour) bool {
	if l.cas.Options.Lecture("AUT-U-8", "conge") != "maladie" {
		return false
	}
	return slices.ContainsFunc(l.arrets, func(i int) bool {
		a, entier := &l.cas.Arrets[i], l.origines[i]
		cede := l.cas.Arrets[entier].Risque == droit.Maladie || atmp(l.cas.Arrets[entier].Risque) && l.enMaladie(entier)
		return !l.eteints[i] && cede && a.Periode().Contient(d) &&
			slices.ContainsFunc(rg.lignes, func(k int) bool { return concerne(a, &l.cas.Activites[k]) })
	})
}

// assimilerAutres marks the days of the other benefits that count as work (R.313-8).
func (l *lecture) assimilerAutres(avant v.Jour, marquer func(du, au v.Jour)) {
	for i := range l.lues {
		j := &l.lues[i]
		if j.Etat == "paye" && j.Date < avant && !j.rg.independant && !j.rg.c.droits.maintenus && l.assimilable(j.cg.risque) {
			marquer(j.Date, j.Date)
		}
	}
}

// assimilable: R.313-8 names the days paid for sickness, maternity, paternity and
// accidents. What their insurances pay besides (U-27) counts unless read otherwise;
// the company of a dying person is in none of these.
func (l *lecture) assimilable(r droit.Risque) bool {
	switch r {
	case droit.AJAP:
		return false
	case droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant, droit.ITI:
		return l.cas.Options.Lecture("AUT-U-27", "assurances") == "assurances"
	}
	return true
}

// etatAutre goes down the questions of one day of another benefit.
func (l *lecture) etatAutre(cg *conge, rg *regime, ligne int, d v.Jour, x int) (etat, motif string) {
	if d == cg.accident {
		return "a_charge_employeur", "JOUR_ACCIDENT"
	}
	if d < rg.c.interruption {
		return "travaille", "TRAVAIL"
	}
	l.ouvrirRegime(cg, rg)
	l.ouvrirEnSuivant(cg, rg, d)
	switch mot := l.ditAgent(cg, x, d); {
	case mot == "refuser":
		return "refuse", "AGENT"
	case mot == "payer" && rg.connu:
		return "paye", "AGENT"
	}
	if (atmp(cg.risque) || cg.risque == droit.ITI) && l.accidentRefuse(cg) && !l.agentOuvre(cg.premier()) {
		return "refuse", "FAUTE"
	}
	a := &l.cas.Arrets[x]
	prescrit := d >= a.Debut && d <= a.Fin
	repris := l.reprisAutre(cg, rg, ligne, d, x)
	if !atmp(cg.risque) && cg.risque != droit.ITI { // the dates of a leave speak before its right
		if cg.risque == droit.Pathologique && l.dansCongeDeclare(cg, d) {
			return "non_cumul", "CUMUL" // maternity goes on
		}
		if repris {
			return "travaille", "RESUMED"
		}
		if etat, motif = l.calendrierDe(cg, rg, d); etat != "paye" {
			return etat, motif
		}
	}
	if cg.risque == droit.ITI {
		if etat, motif := l.origineITI(cg); etat != "" {
			return etat, motif
		}
		repris = l.reprisInapte(cg, ligne, d)
	}
	switch {
	case !rg.c.droits.ouverts || !atmp(cg.risque) && l.droitsRefuses(rg.c, d):
		return "refuse", "RIGHTS_KO"
	case !rg.connu:
		return "attente", "PARAMETRE_MANQUANT"
	case repris:
		return "travaille", "RESUMED"
	case l.decide(droit.ActiviteNonAutorisee, rg.c, x, d):
		return "travaille", "UNAUTHORISED_ACTIVITY"
	case !prescrit:
		return "non_prescrit", "NOT_PRESCRIBED"
	}
	if atmp(cg.risque) {
		if etat, motif = l.controleAccident(cg, rg, d, x); etat != "" {
			return etat, motif
		}
	}
	if etat, motif = l.calendrierDe(cg, rg, d); etat != "paye" || atmp(cg.risque) || cg.risque == droit.ITI {
		return etat, motif
	}
	switch {
	case l.dejaIndemnise(cg, d):
		return "non_cumul", "CUMUL"
	case l.congePrescrit(cg, a):
		return "refuse", "TIME_BARRED"
	}
	return etat, motif
}

// reprisAutre tells whether work had resumed on a line on a day of another benefit.
func (l *lecture) reprisAutre(cg *conge, rg *regime, ligne int, d v.Jour, x int) bool {
	if cg.rentre {
		return true
	}
	a := &l.cas.Arrets[x]
	arret := bloc{du: cg.du, au: cg.au, membres: cg.membres, tete: cg.premier()}
	if (d < a.Debut || d > a.Fin) && atmp(cg.risque) {
		arret.du = a.Debut // what was resumed before the last prescription was stopped by it
	}
	if cg.risque == droit.Pathologique && d > l.finReelle(ligne, &l.cas.Arrets[l.origines[x]]) {
		return true // work ended the whole of an arrêt that is cut
	}
	return l.repris(ligne, &arret, d) && !l.dansReliquat(cg, rg, ligne, d)
}

// dejaIndemnise tells a day that another benefit than sickness was paid before the case.
func (l *lecture) dejaIndemnise(cg *conge, d v.Jour) bool {
	return slices.ContainsFunc(l.cas.Anterieures, func(p droit.IndemniteAnterieure) bool {
		return p.Risque != droit.Maladie && p.Risque != cg.risque && p.Periode.Contient(d)
	})
}

// calendrierDe asks the calendar of each benefit.
func (l *lecture) calendrierDe(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	if cg.ailleurs {
		return "refuse", "AUTRE_EMPLOI"
	}
	switch cg.risque {
	case droit.Maternite:
		return l.jourMaternite(cg, rg, d)
	case droit.Pathologique:
		return l.jourPathologique(cg, d)
	case droit.DES:
		return l.jourDES(cg, rg, d)
	case droit.Paternite:
		return l.jourPaternite(cg, rg, d)
	case droit.AdoptionConge:
		return l.jourAdoption(cg, rg, d)
	case droit.NaissanceConge:
		return l.jourNaissance(cg, rg, d)
	case droit.DeuilEnfant:
		return l.jourDeuil(cg, rg, d)
	case droit.AJAP:
		return l.jourAJAP(cg, d)
	case droit.GarantieGrossesse:
		return l.jourGarantie(cg, d)
	case droit.ITI:
		return l.jourITI(cg, d)
	}
	return "paye", "PAY"
}
