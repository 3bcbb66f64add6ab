package contrecalcul

import (
	"maps"
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

func entier(n int64) *big.Rat { return big.NewRat(n, 1) }

func euros(c v.Centimes) *big.Rat { return big.NewRat(int64(c), 100) }

func fois(c v.Centimes, n int64) *big.Rat { return new(big.Rat).Mul(euros(c), entier(n)) }

func plus(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }

// prorata shares a quantity given for a period over the part of it that falls
// in a window, by calendar days.
func prorata(q *big.Rat, p, fenetre v.Periode) *big.Rat {
	commun := p.Inter(fenetre).Jours()
	if commun == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Mul(q, big.NewRat(int64(commun), int64(p.Jours())))
}

// heures adds up the hours of a window, all employers, and the time that the
// law assimilates to work (R.313-8).
func (l *lecture) heures(fenetre v.Periode, a v.Jour) *big.Rat {
	total := new(big.Rat)
	for _, s := range l.salariees() {
		total.Add(total, heuresDe(s, fenetre))
	}
	return total.Add(total, entier(int64(l.joursAssimiles(fenetre, a)*heuresParJour)))
}

// heuresDe gives the hours of one line, each day of the window once. Those stated
// for the very window, or for stretches that cover it, override those of the
// pays; else the stretches inside it come first, then the pays, then the stretches
// that reach beyond; of two stretches, the shorter says more.
func heuresDe(s *droit.Activite, fenetre v.Periode) *big.Rat {
	if len(s.PeriodesHeures) == 0 {
		total := new(big.Rat)
		for _, p := range s.Salaires {
			if p.Periode.Inter(fenetre).Jours() > 0 {
				total.Add(total, prorata(euros(p.Heures.Ou(0)), p.Periode, fenetre))
			}
		}
		return total
	}
	type source struct {
		p v.Periode
		h *big.Rat
	}
	etendues := slices.Clone(s.PeriodesHeures)
	slices.SortStableFunc(etendues, func(p, q droit.PeriodeHeures) int {
		if n := p.Periode.Jours() - q.Periode.Jours(); n != 0 {
			return n
		}
		if p.Periode.Du != q.Periode.Du {
			return int(p.Periode.Du - q.Periode.Du)
		}
		return int(q.Heures - p.Heures)
	})
	var dedans, larges [][]source
	var paies []source
	for _, p := range etendues {
		switch x := (source{p.Periode, euros(p.Heures)}); {
		case p.Periode == fenetre:
			return x.h
		case p.Periode.Inter(fenetre) == p.Periode:
			dedans = append(dedans, []source{x})
		default:
			larges = append(larges, []source{x})
		}
	}
	for _, p := range s.Salaires {
		if h, connu := p.Heures.Get(); connu {
			paies = append(paies, source{p.Periode, euros(h)})
		}
	}
	// What one group says of a day, the next ones do not say again; in the pays,
	// back-pay adds to the pay.
	additionner := func(groupes [][]source) (total *big.Rat, jours int) {
		total, vus := new(big.Rat), map[v.Jour]bool{}
		for _, groupe := range groupes {
			dits := map[v.Jour]bool{}
			for _, x := range groupe {
				neufs := int64(0)
				for d := max(x.p.Du, fenetre.Du); d <= min(x.p.Au, fenetre.Au); d++ {
					if !vus[d] {
						dits[d] = true
						neufs++
					}
				}
				total.Add(total, new(big.Rat).Mul(x.h, big.NewRat(neufs, int64(x.p.Jours()))))
			}
			maps.Copy(vus, dits)
		}
		return total, len(vus)
	}
	if total, jours := additionner(slices.Concat(dedans, larges)); jours == fenetre.Jours() {
		return total
	}
	total, _ := additionner(slices.Concat(dedans, [][]source{paies}, larges))
	return total
}

func (l *lecture) cachets(fenetre v.Periode) int {
	n := 0
	for _, s := range l.salariees() {
		for _, p := range s.PeriodesHeures {
			if p.Periode.Du >= fenetre.Du && p.Periode.Au <= fenetre.Au {
				n += p.Cachets
			}
		}
	}
	return n
}

// salaires adds up the gross pays of a window, by its days as the hours are, and
// 6 SMIC for each day assimilated. Back-pay paid after A does not count.
func (l *lecture) salaires(fenetre v.Periode, a v.Jour) *big.Rat {
	total := new(big.Rat)
	for _, s := range l.salariees() {
		for i, p := range s.Salaires {
			if p.Periode.Inter(fenetre).Jours() > 0 && !rappel(s, i, a) {
				total.Add(total, prorata(euros(p.Brut.Ou(0)), p.Periode, fenetre))
			}
		}
		total.Add(total, primesDe(s, fenetre))
	}
	smic, _ := smicDu(janvierPrecedant(fenetre.Du))
	return total.Add(total, fois(smic.horaire, int64(l.joursAssimiles(fenetre, a)*heuresParJour)))
}

// joursAssimiles counts the days of a window that were indemnified, those of
// the carence of stops that were later paid, and those of an invalidity
// pension; never those paid under maintained rights.
func (l *lecture) joursAssimiles(fenetre v.Periode, a v.Jour) int {
	assimiles := make([]bool, fenetre.Jours())
	marquer := func(du, au v.Jour) {
		for d := max(du, fenetre.Du); d <= min(au, fenetre.Au); d++ {
			assimiles[d-fenetre.Du] = true
		}
	}
	if p := l.cas.Assure.PensionInvalidite; p != 0 {
		marquer(p, fenetre.Au)
	}
	for i := range l.cas.Anterieures {
		if p := &l.cas.Anterieures[i]; !p.MaintienDroits && l.assimilable(p.Risque) {
			marquer(debutStop(p), p.Periode.Au)
		}
	}
	for i := range l.jours {
		j := &l.jours[i]
		if j.Date < fenetre.Du || j.Date >= a || j.Etat != "paye" && j.Etat != "carence" {
			continue
		}
		if c := l.chaineDe(j); !c.independant && c.indemnisee && !c.droits.maintenus {
			marquer(j.Date, j.Date)
		}
	}
	l.assimilerAutres(a, marquer)
	n := 0
	for _, oui := range assimiles {
		if oui {
			n++
		}
	}
	return n
}
