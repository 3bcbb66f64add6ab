package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// retablir gives the pay of each line for one month or pay of the window, as it
// would have been without the absences that R.323-8 II restores.
func (l *lecture) retablir(lignes []*droit.Activite, fenetre []v.Periode, mois v.Periode, reference string, avant, a v.Jour) []*big.Rat {
	douze := reference == "12_mois"
	r := make([]*big.Rat, len(lignes))
	for i, s := range lignes {
		r[i] = retablirLigne(s, fenetre, mois, douze, a)
	}
	if len(fenetre) > 0 && sansRevenu(lignes, fenetre, a) {
		for i, s := range lignes {
			_, donnee := donne(s, mois, a)
			if actifs, absents := joursDe(s, mois); actifs == absents && r[i].Sign() == 0 && !donnee {
				r[i] = new(big.Rat).Mul(tauxApres(s, fenetre, avant), entier(int64(mois.Jours())))
			}
		}
		return r
	}
	if douze {
		return r
	}
	l.relayer(lignes, fenetre, mois, a, r)
	return r
}

// relayer reads II-3°: one activity ends and another starts in the month. Each is
// worth the days on which it ran, those lost to an absence made good, and the days without either are valued at the daily
// income of the last one started, whatever another job that goes on beside pays. Of
// several started on one day each is the last: their incomes add up.
func (l *lecture) relayer(lignes []*droit.Activite, fenetre []v.Periode, mois v.Periode, a v.Jour, r []*big.Rat) {
	finit := func(s *droit.Activite) bool { return dedans(mois, s.Fin) && s.Fin < mois.Au }
	commence := func(s *droit.Activite) bool { return dedans(mois, s.Debut) && s.Debut > mois.Du }
	dernier := v.Jour(0)
	fini := slices.ContainsFunc(lignes, finit)
	for _, s := range lignes {
		if commence(s) {
			dernier = max(dernier, s.Debut)
		}
	}
	if !fini || dernier == 0 || len(lignes) < 2 {
		return
	}
	vides := int64(0)
	for d := mois.Du; d <= mois.Au; d++ {
		if !slices.ContainsFunc(lignes, func(s *droit.Activite) bool { return court(s, d) && (finit(s) || commence(s)) }) {
			vides++
		}
	}
	for i, s := range lignes {
		if _, donnee := donne(s, mois, a); donnee || !finit(s) && !commence(s) {
			continue
		}
		actifs, absents := joursDe(s, mois)
		jours := int64(actifs)
		if s.Debut == dernier {
			jours += vides
		}
		if absents < actifs {
			r[i] = new(big.Rat).Mul(salairesDe(s, mois, a), big.NewRat(jours, int64(actifs-absents)))
		} else {
			r[i] = new(big.Rat).Mul(tauxFenetre(s, fenetre, a), entier(jours))
		}
	}
}

func dedans(p v.Periode, d v.Jour) bool { return d >= p.Du && d <= p.Au }

// retablirLigne restores one line on its own.
func retablirLigne(s *droit.Activite, fenetre []v.Periode, mois v.Periode, douze bool, a v.Jour) *big.Rat {
	if r, ok := donne(s, mois, a); ok {
		return r
	}
	brut := salairesDe(s, mois, a)
	actifs, absents := joursDe(s, mois)
	jours := int64(mois.Jours())
	if douze {
		jours = int64(actifs)
	}
	switch {
	case actifs == 0:
		return brut
	case absents > 0 && absents < actifs: // II-4° a): at its own daily rate
		return new(big.Rat).Mul(brut, big.NewRat(jours, int64(actifs-absents)))
	case absents > 0:
		return new(big.Rat).Mul(tauxFenetre(s, fenetre, a), entier(jours))
	case !douze && actifs < mois.Jours(): // II-1° and 2°
		return new(big.Rat).Mul(brut, big.NewRat(jours, int64(actifs)))
	}
	return brut
}

// donne is the restored pay that the employer gave for the month, by days when it
// is for a pay that straddles two.
func donne(s *droit.Activite, mois v.Periode, a v.Jour) (*big.Rat, bool) {
	total, ok := new(big.Rat), false
	for i, p := range s.Salaires {
		if p.Periode.Inter(mois) == (v.Periode{}) || rappel(s, i, a) {
			continue
		}
		c, connu := p.Retabli.Get()
		ok = ok || connu
		if !connu {
			c = p.Brut.Ou(0)
		}
		total.Add(total, prorata(euros(c), p.Periode, mois))
	}
	return total.Add(total, primesDe(s, mois)), ok
}

// salairesDe adds up the pays of a line for a month, a pay that straddles two by
// its days in each; back-pay paid after A
// does not count (MAL-BAS-02).
func salairesDe(s *droit.Activite, mois v.Periode, a v.Jour) *big.Rat {
	total := new(big.Rat)
	for i, p := range s.Salaires {
		if p.Periode.Inter(mois).Jours() > 0 && !rappel(s, i, a) {
			total.Add(total, prorata(euros(p.Brut.Ou(0)), p.Periode, mois))
		}
	}
	return total.Add(total, primesDe(s, mois))
}

// primesDe adds up the bonuses paid in a month, whatever they reward.
func primesDe(s *droit.Activite, mois v.Periode) *big.Rat {
	total := new(big.Rat)
	for _, p := range s.Primes {
		if mois.Contient(p.VerseLe) {
			total.Add(total, euros(p.Montant))
		}
	}
	return total
}

// rappel tells whether a pay is back-pay paid after A: one that covers more than
// a month, or comes on top of the pay of the same days. The pay of a period
// itself counts whenever it is paid.
func rappel(s *droit.Activite, i int, a v.Jour) bool {
	p := s.Salaires[i]
	if p.VerseLe <= a {
		return false
	}
	return p.Periode.Jours() > 31 || slices.ContainsFunc(s.Salaires, func(autre droit.Salaire) bool {
		return autre.VerseLe < p.VerseLe && autre.Periode.Inter(p.Periode) != (v.Periode{})
	})
}

// joursDe counts, in a month, the days on which the line runs and those of
// them that are absences which the law restores.
func joursDe(s *droit.Activite, mois v.Periode) (actifs, absents int) {
	for d := mois.Du; d <= mois.Au; d++ {
		if !court(s, d) {
			continue
		}
		actifs++
		for _, p := range s.Absences {
			if p.Periode.Contient(d) && retablie(p.Motif) {
				absents++
				break
			}
		}
	}
	return actifs, absents
}

// retablie lists the causes of R.323-8 II 4°; a strike and an absence without
// leave are not among them.
func retablie(m droit.MotifAbsence) bool {
	switch m {
	case droit.AbsenceMaladie, droit.AbsenceAccident, droit.AbsenceMaternite, droit.AbsenceChomage,
		droit.AbsenceActivitePartielle, droit.AbsenceFermeture, droit.AbsenceCongeAutorise, droit.AbsenceCongeParental:
		return true
	}
	return false
}

// tauxFenetre is the daily income of a whole window.
func tauxFenetre(s *droit.Activite, fenetre []v.Periode, a v.Jour) *big.Rat {
	somme, jours := new(big.Rat), 0
	for _, m := range fenetre {
		actifs, absents := joursDe(s, m)
		somme.Add(somme, salairesDe(s, m, a))
		jours += actifs - absents
	}
	if jours == 0 {
		return new(big.Rat)
	}
	return somme.Quo(somme, entier(int64(jours)))
}

// tauxApres is the daily income of the days worked after the window, up to the
// day before the stop, for who earned nothing in it (II-4° b): each pay over the
// calendar days that it pays.
func tauxApres(s *droit.Activite, fenetre []v.Periode, avant v.Jour) *big.Rat {
	apres := v.P(fenetre[len(fenetre)-1].Au+1, avant-1)
	somme, jours := new(big.Rat), 0
	for _, p := range s.Salaires {
		if p.Periode.Inter(apres).Jours() == 0 {
			continue
		}
		actifs, absents := joursDe(s, p.Periode)
		somme.Add(somme, euros(p.Brut.Ou(0)))
		jours += actifs - absents
	}
	if actifs, absents := joursDe(s, apres); jours == 0 || actifs == absents {
		return new(big.Rat)
	}
	return somme.Quo(somme, entier(int64(jours)))
}

// sansRevenu tells whether nothing was earned in a window for days worked.
func sansRevenu(lignes []*droit.Activite, fenetre []v.Periode, a v.Jour) bool {
	for _, s := range lignes {
		for _, m := range fenetre {
			if actifs, absents := joursDe(s, m); actifs > absents && salairesDe(s, m, a).Sign() != 0 {
				return false
			}
		}
	}
	return true
}

// retablirChomage makes good the days of a window spent on unemployment benefit
// without any work, in the months that hold no work at all or, over twelve
// months where starts and ends of work are left as they are, in any: at the daily
// income of the month or, without one, of the window: what was paid over the days
// that it pays. A month made whole was paid in proportion of its days of work.
func (l *lecture) retablirChomage(lignes []*droit.Activite, fenetre []v.Periode, sommes []*big.Rat) {
	travaille := func(d v.Jour) bool {
		return slices.ContainsFunc(lignes, func(s *droit.Activite) bool { return court(s, d) })
	}
	entiers := len(fenetre) < 12 || l.cas.Options.Lecture("MAL-U-28", "sans_retablissement") == "retablissement"
	total, jours := new(big.Rat), 0
	actifs, chomes := make([]int, len(fenetre)), make([]int, len(fenetre))
	for i, m := range fenetre {
		for d := m.Du; d <= m.Au; d++ {
			if travaille(d) {
				actifs[i]++
			} else if l.auChomage(d) {
				chomes[i]++
			}
		}
		jours += actifs[i]
		paye := new(big.Rat).Set(sommes[i])
		if entiers {
			paye.Mul(paye, big.NewRat(int64(actifs[i]), int64(m.Jours())))
		}
		total.Add(total, paye)
	}
	if jours == 0 {
		return
	}
	for i := range fenetre {
		taux := new(big.Rat).Quo(total, entier(int64(jours)))
		switch {
		case actifs[i] > 0 && entiers:
			continue // begun or ended in the month: whole already
		case actifs[i] > 0:
			taux.Quo(sommes[i], entier(int64(actifs[i])))
		}
		sommes[i] = plus(sommes[i], taux.Mul(taux, entier(int64(chomes[i]))))
	}
}
