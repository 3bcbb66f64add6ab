package contrecalcul

import (
	"math/big"

	"accord/droit"
	v "accord/valeur"
)

// retablir gives the pay of each line for one month or pay of the window, as it
// would have been without the absences that R.323-8 II restores.
func (l *lecture) retablir(lignes []*droit.Activite, fenetre []v.Periode, mois v.Periode, reference string, avant, a v.Jour) []*big.Rat {
	douze := reference == "12_mois"
	r := make([]*big.Rat, len(lignes))
	for i, s := range lignes {
		r[i] = retablirLigne(s, fenetre, mois, douze, avant, a)
	}
	if douze {
		return r
	}
	for i, fini := range lignes { // II-3°: one ends and one starts in the same month
		for k, neuf := range lignes {
			if i == k || fini.Fin == 0 || !dedans(mois, fini.Fin) || fini.Fin == mois.Au ||
				!dedans(mois, neuf.Debut) || neuf.Debut == mois.Du || neuf.Debut <= fini.Fin {
				continue
			}
			trou := int64(neuf.Debut - fini.Fin - 1)
			brut := salairesDe(neuf, mois, a)
			r[i] = salairesDe(fini, mois, a)
			r[k] = plus(brut, new(big.Rat).Mul(brut, big.NewRat(trou, int64(mois.Au-neuf.Debut+1))))
		}
	}
	return r
}

func dedans(p v.Periode, d v.Jour) bool { return d >= p.Du && d <= p.Au }

// retablirLigne restores one line on its own.
func retablirLigne(s *droit.Activite, fenetre []v.Periode, mois v.Periode, douze bool, avant, a v.Jour) *big.Rat {
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
		return new(big.Rat).Mul(tauxFenetre(s, fenetre, avant, a), entier(jours))
	case !douze && actifs < mois.Jours(): // II-1° and 2°
		return new(big.Rat).Mul(brut, big.NewRat(jours, int64(actifs)))
	}
	return brut
}

// donne is the restored pay that the employer gave for the month.
func donne(s *droit.Activite, mois v.Periode, a v.Jour) (*big.Rat, bool) {
	total, ok := new(big.Rat), false
	for _, p := range s.Salaires {
		if c, connu := p.Retabli.Get(); connu && dedans(mois, p.Periode.Au) {
			total.Add(total, euros(c))
			ok = true
		}
	}
	return total, ok
}

// salairesDe adds up the pays of a line for a month; back-pay paid after A
// does not count (MAL-BAS-02).
func salairesDe(s *droit.Activite, mois v.Periode, a v.Jour) *big.Rat {
	total := new(big.Rat)
	for i, p := range s.Salaires {
		if dedans(mois, p.Periode.Au) && !rappel(s, i, a) {
			total.Add(total, euros(p.Brut.Ou(0)))
		}
	}
	return total
}

// rappel tells whether a pay is back-pay paid after A: one that comes on top of
// the pay of its period. The pay of a period itself counts whenever it is paid.
func rappel(s *droit.Activite, i int, a v.Jour) bool {
	if s.Salaires[i].VerseLe <= a {
		return false
	}
	for k := range s.Salaires {
		autre := &s.Salaires[k]
		if k != i && autre.Periode == s.Salaires[i].Periode && autre.VerseLe < s.Salaires[i].VerseLe {
			return true
		}
	}
	return false
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
		droit.AbsenceActivitePartielle, droit.AbsenceFermeture, droit.AbsenceCongeAutorise:
		return true
	}
	return false
}

// tauxFenetre is the daily income of a whole window, or, when nothing was
// earned in it, that of the days worked after its end (II-4° b).
func tauxFenetre(s *droit.Activite, fenetre []v.Periode, avant, a v.Jour) *big.Rat {
	somme, jours := new(big.Rat), 0
	for _, m := range fenetre {
		actifs, absents := joursDe(s, m)
		somme.Add(somme, salairesDe(s, m, a))
		jours += actifs - absents
	}
	if somme.Sign() == 0 {
		apres := v.P(fenetre[len(fenetre)-1].Au+1, avant-1)
		if apres.Jours() == 0 {
			return new(big.Rat)
		}
		actifs, absents := joursDe(s, apres)
		somme, jours = salairesDe(s, apres, a), actifs-absents
	}
	if jours == 0 {
		return new(big.Rat)
	}
	return somme.Quo(somme, entier(int64(jours)))
}
