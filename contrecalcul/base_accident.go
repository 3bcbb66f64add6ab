package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// baseAccident reads AT-03 to AT-07: the pay of the civil month before the stop,
// all employers, restored, with the part of the bonuses that belongs to it.
func (l *lecture) baseAccident(cg *conge, rg *regime) bool {
	a := rg.c.interruption
	if _, ok := pass[a.Annee()]; !ok {
		return false
	}
	lignes := slices.Clone(l.lignesBase(rg.c))
	for _, k := range rg.lignes { // work stopped later than the rest counts too
		if s := &l.cas.Activites[k]; !slices.Contains(lignes, s) {
			lignes = append(lignes, s)
		}
	}
	fin := a
	if !l.travailleA(a) && l.cessation(a) != 0 {
		fin = l.cessation(a)
	}
	nom, fenetre, diviseur, mois := fenetreAccident(lignes, fin)
	if nom == "1_mois" {
		fenetre[0] = dernierMoisTravaille(lignes, fenetre[0], a)
	}
	sommes := zeros(len(lignes))
	for _, m := range fenetre {
		paies := l.retablir(sansPrimes(lignes), fenetre, m, nom, fin, a)
		if nom == "1_mois" {
			emploiActuel(sansPrimes(lignes), m, a, paies)
		}
		for i, r := range paies {
			sommes[i].Add(sommes[i], r)
		}
		for i, s := range lignes {
			sommes[i].Add(sommes[i], primesReparties(s, m, nom, a))
		}
	}
	b := baseAutre{reference: nom, somme: new(big.Rat)}
	plancher := new(big.Rat) // R.436-2, R.433-8: of the whole base, whatever the lines
	for i, s := range lignes {
		b.somme.Add(b.somme, sommes[i])
		if p := l.planchersMensuels(cg, s, a); p.Cmp(plancher) > 0 {
			plancher = p
		}
	}
	b.jour = new(big.Rat).Quo(b.somme, diviseur)
	b.plancher = new(big.Rat).Quo(plancher.Mul(plancher, mois), diviseur)
	b.poids = l.poidsDe(rg, lignes, sommes)
	rg.base = b
	return true
}

// fenetreAccident lists the pays looked at, their divisor, and the months that
// they make (R.433-4).
func fenetreAccident(lignes []*droit.Activite, a v.Jour) (nom string, fenetre []v.Periode, diviseur, mois *big.Rat) {
	debut := a.DebutMois()
	if slices.ContainsFunc(lignes, discontinue) {
		for k := -12; k < 0; k++ {
			fenetre = append(fenetre, v.P(debut.AjouterMois(k), debut.AjouterMois(k+1)-1))
		}
		return "12_mois", fenetre, entier(365), entier(12)
	}
	paie := droit.Mensuelle
	for _, s := range lignes {
		if s.Paie != "" {
			paie = s.Paie
		}
	}
	switch paie {
	case droit.Quinzaine:
		return "2_quinzaines", paiesEtPerdues(lignes, lignes, droit.Quinzaine, debut, 2, 14), entier(28), big.NewRat(2*12, 26)
	case droit.Hebdomadaire:
		return "4_semaines", paiesEtPerdues(lignes, lignes, droit.Hebdomadaire, debut, 4, 7), entier(28), big.NewRat(4*12, 52)
	}
	return "1_mois", []v.Periode{v.P(debut.AjouterMois(-1), debut-1)}, diviseurMoisAT, entier(1)
}

// dernierMoisTravaille is the month looked at or, when all its days were lost to
// what R.433-6 makes good, the last one before it in which a day was worked.
func dernierMoisTravaille(lignes []*droit.Activite, mois v.Periode, a v.Jour) v.Periode {
	for m := mois; ; m = v.P(m.Du.AjouterMois(-1), m.Du-1) {
		perdus := 0
		for _, s := range lignes {
			actifs, absents := joursDe(s, m)
			if _, donnee := donne(s, m, a); donnee || actifs > absents {
				return m
			}
			perdus += absents
		}
		if perdus == 0 {
			return mois // nothing was ever worked
		}
	}
}

// emploiActuel reads AT-05: where one job ended in the month and another began, it is
// worth what the present job pays for a whole month, or all that these jobs really
// paid when that is more. Two begun on one day are both the present job.
func emploiActuel(lignes []*droit.Activite, mois v.Periode, a v.Jour, paies []*big.Rat) {
	finit := func(s *droit.Activite) bool { return dedans(mois, s.Fin) && s.Fin < mois.Au }
	commence := func(s *droit.Activite) bool { return dedans(mois, s.Debut) && s.Debut > mois.Du }
	dernier := v.Jour(0)
	for _, s := range lignes {
		if commence(s) {
			dernier = max(dernier, s.Debut)
		}
	}
	if dernier == 0 || !slices.ContainsFunc(lignes, finit) {
		return
	}
	entiers, entier, gagne := make([]*big.Rat, len(lignes)), new(big.Rat), new(big.Rat)
	for i, s := range lignes {
		if _, donnee := donne(s, mois, a); donnee {
			return // as the employer says
		}
		entiers[i] = new(big.Rat)
		if !finit(s) && !commence(s) {
			continue
		}
		brut := salairesDe(s, mois, a)
		gagne.Add(gagne, brut)
		if actifs, absents := joursDe(s, mois); s.Debut == dernier && actifs > absents {
			entiers[i].Mul(brut, big.NewRat(int64(mois.Jours()), int64(actifs-absents)))
			entier.Add(entier, entiers[i])
		}
	}
	for i, s := range lignes {
		switch {
		case !finit(s) && !commence(s):
		case entier.Cmp(gagne) < 0:
			paies[i] = salairesDe(s, mois, a)
		default:
			paies[i] = entiers[i]
		}
	}
}

// sansPrimes gives the lines without their bonuses, which do not belong to the
// month of their payment.
func sansPrimes(lignes []*droit.Activite) []*droit.Activite {
	copies := make([]*droit.Activite, len(lignes))
	for i, s := range lignes {
		copie := *s
		copie.Primes = nil
		copies[i] = &copie
	}
	return copies
}

// primesReparties is the part of the bonuses of a line that belongs to a pay: those
// paid before the stop, spread over the months that follow their payment, as many
// as the months that they reward (R.433-5): evenly by month, by day in shorter pays.
func primesReparties(s *droit.Activite, paie v.Periode, nom string, a v.Jour) *big.Rat {
	total := new(big.Rat)
	for _, p := range s.Primes {
		if p.VerseLe == 0 || p.VerseLe >= a {
			continue
		}
		n := 0
		for m := p.Pour.Du.DebutMois(); m <= p.Pour.Au; m = m.AjouterMois(1) {
			n++
		}
		n = max(n, 1)
		premier := p.VerseLe.DebutMois().AjouterMois(1)
		portee := v.P(premier, premier.AjouterMois(n)-1)
		part := big.NewRat(1, int64(n))
		switch communs := portee.Inter(paie).Jours(); {
		case communs == 0:
			continue
		case nom == "2_quinzaines" || nom == "4_semaines":
			part = big.NewRat(int64(communs), int64(portee.Jours()))
		}
		total.Add(total, part.Mul(part, euros(p.Montant)))
	}
	return total
}

// planchersMensuels is the least monthly pay of a line: the SMIC at the accident
// for an apprentice (R.412-11), the minimum wage of the category for a worker
// under 18 (R.436-2).
func (l *lecture) planchersMensuels(cg *conge, s *droit.Activite, a v.Jour) *big.Rat {
	p := new(big.Rat)
	le := a
	if x := l.sinistreDe(&l.cas.Arrets[cg.premier()]); x != nil && dateSinistre(x) != 0 {
		le = dateSinistre(x)
	}
	if s.Contrat == droit.Apprentissage {
		smic, _ := smicDu(le)
		p = euros(smic.mensuel)
	}
	if n := l.cas.Assure.Naissance; n != 0 && le < n.AjouterAnnees(18) {
		if m := euros(s.SalaireMinimum.Ou(0)); m.Cmp(p) > 0 {
			p = m
		}
	}
	return p
}

// totalAccident is the IJ of a day: 60 % then 80 % of the daily gain under its
// cap, never above the net daily gain (AT-08), nor under what the first time off
// was paid (AT-11); only what exceeds the pension of the same accident (AT-12).
func (l *lecture) totalAccident(cg *conge, rg *regime, d v.Jour) (ij, pleine v.Centimes, rang int) {
	rang = l.indemnisesAvant(cg, d) + 1
	b := &rg.base
	plafond := new(big.Rat).Mul(partPASSAT, entier(pass[rg.c.interruption.Annee()]))
	gain := b.jour
	if b.plancher.Cmp(gain) > 0 {
		gain = b.plancher
	}
	if gain.Cmp(plafond) > 0 {
		gain = plafond
	}
	taux := taux60
	if rang > joursTaux60 {
		taux = taux80
	}
	exact := new(big.Rat).Mul(gain, taux)
	if net := new(big.Rat).Mul(b.jour, gainNet); exact.Cmp(net) > 0 {
		exact = net
	}
	ij = l.arrondir(exact, l.cas.Options.Arrondi.ATMP)
	ij60, ij80 := l.premiereInterruption(cg)
	if rang > joursTaux60 {
		ij = max(ij, ij60, ij80)
	} else {
		ij = max(ij, ij60)
	}
	if forcee, ok := l.ijForcee(cg.premier()); ok {
		ij = forcee
	}
	pleine = ij
	if rente := l.renteDu(cg.fait, d); rente > 0 {
		reste := new(big.Rat).Sub(euros(ij), new(big.Rat).Quo(euros(rente), diviseurMoisAT))
		ij = max(0, l.arrondir(reste, l.cas.Options.Arrondi.ATMP))
	}
	return ij, pleine, rang
}

// indemnisesAvant counts the days indemnified for an accident before a day,
// since its last consolidation: by the allowance, or by the pension that covers it.
func (l *lecture) indemnisesAvant(cg *conge, d v.Jour) int {
	depuis := v.Jour(0)
	for _, j := range l.guerisons(&l.cas.Arrets[cg.premier()]) {
		if j < d {
			depuis = j + 1
		}
	}
	n := 0
	if depuis == 0 || depuis > d {
		n = l.indemnisesHorsCas(cg)
	}
	vus := map[v.Jour]bool{}
	for i := range l.lues {
		j := &l.lues[i]
		if atmp(j.cg.risque) && memeAccident(j.cg, cg) && (j.Etat == "paye" || j.Motif == "RENTE") && j.Date < d && j.Date >= depuis {
			vus[j.Date] = true
		}
	}
	return n + len(vus)
}

// indemnisesHorsCas counts what was indemnified before the case: as stated of the
// accident, or the periods that name it.
func (l *lecture) indemnisesHorsCas(cg *conge) int {
	if s := l.sinistreDe(&l.cas.Arrets[cg.premier()]); s != nil && s.JoursIndemnises > 0 {
		return s.JoursIndemnises
	}
	n := 0
	for _, p := range l.cas.Anterieures {
		if atmp(p.Risque) && p.Sinistre != "" && p.Sinistre == cg.fait {
			n += p.Periode.Jours()
		}
	}
	return n
}

// premiereInterruption gives what the first time off of the accident was paid
// at each rate; nothing at a rate that it did not reach.
func (l *lecture) premiereInterruption(cg *conge) (ij60, ij80 v.Centimes) {
	if s := l.sinistreDe(&l.cas.Arrets[cg.premier()]); s != nil && (s.IJ60.EstConnu() || s.IJ80.EstConnu()) {
		return s.IJ60.Ou(0), s.IJ80.Ou(0)
	}
	premier := l.memeFait(cg)[0]
	if premier == cg {
		return 0, 0
	}
	for i := range l.lues {
		j := &l.lues[i]
		if j.cg != premier || j.Etat != "paye" {
			continue
		}
		if j.rang > joursTaux60 {
			ij80 = max(ij80, j.total)
		} else {
			ij60 = max(ij60, j.total)
		}
	}
	return ij60, ij80
}

// renteDu is the monthly pension of an accident that runs that day.
func (l *lecture) renteDu(sinistre string, d v.Jour) v.Centimes {
	var m, depuis = v.Centimes(0), v.Jour(0)
	for _, r := range l.cas.Rentes {
		if r.Sinistre == sinistre && r.Du <= d && r.Du >= depuis {
			m, depuis = r.Mensuelle, r.Du
		}
	}
	return m
}
