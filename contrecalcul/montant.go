package contrecalcul

import (
	"math/big"
	"slices"

	v "accord/valeur"
)

// montantDu gives what a payable day owes on its line, before the payee is known.
func (l *lecture) montantDu(c *chaine, d v.Jour, x int) (ij v.Centimes, etat, motif string) {
	total := c.base.IJ
	// A day that an agent has paid may be one on which work had resumed: it owes
	// the whole, for no loss is certified for it.
	if l.cas.Arrets[x].TempsPartiel && (c.independant || l.enTempsPartiel(c, d)) {
		if c.independant {
			total /= 2
		} else {
			var ok bool
			if ij, ok = l.tempsPartiel(c, d); !ok {
				return 0, "attente", "PERTE_INCONNUE"
			}
			if l.moitie(x, d) {
				ij /= 2
			}
			return ij, "paye", "PAY"
		}
	}
	if l.moitie(x, d) {
		total /= 2
	}
	if !c.independant && l.etape != etats {
		total = min(total, l.resteServi(c, d))
	}
	return l.part(c, d, total), "paye", "PAY"
}

// resteServi reads R.323-9: the IJ served to one insured is never more than the 730th of the
// yearly cap, whatever the stops that he is under. What the stops begun before are served that
// day is taken off the greatest of their caps and of this one. What an agent fixed is his own.
func (l *lecture) resteServi(c *chaine, d v.Jour) v.Centimes {
	autre := slices.ContainsFunc(l.chaines, func(k *chaine) bool {
		return !k.independant && k.premier() != c.premier() && k.blocs[0].du <= d && d <= k.fin()
	})
	if _, ok := l.ijForcee(c.premier()); ok || !autre {
		return c.base.IJ
	}
	reste, seul, vus := l.hautServi(c), true, map[int]bool{c.premier(): true}
	var servis v.Centimes
	for i := range l.jours {
		j := &l.jours[i]
		if j.Date != d || j.Etat != "paye" {
			continue
		}
		k := l.chaineDe(j)
		if k.independant || vus[k.premier()] || !l.avantLui(k, c) || l.cas.Arrets[j.Arret].TempsPartiel {
			continue
		}
		vus[k.premier()] = true
		total := k.base.IJ
		if l.moitie(j.Arret, d) {
			total /= 2
		}
		if total = min(total, l.resteServi(k, d)); total > 0 {
			seul, servis, reste = false, servis+total, max(reste, l.hautServi(k))
		}
	}
	if seul {
		return c.base.IJ
	}
	return max(0, reste-servis)
}

// avantLui tells which of two stops comes first: begun before or, on one day, that of
// the line named first.
func (l *lecture) avantLui(k, c *chaine) bool {
	debut := func(x *chaine) (du v.Jour, ligne string) {
		du = x.blocs[0].du
		for _, y := range l.chaines {
			if y.premier() == x.premier() && y.independant == x.independant {
				du = min(du, y.blocs[0].du)
				if id := l.cas.Activites[y.ligne].ID; ligne == "" || id < ligne {
					ligne = id
				}
			}
		}
		return du, ligne
	}
	du, ligne := debut(k)
	duC, ligneC := debut(c)
	return du < duC || du == duC && ligne < ligneC
}

// hautServi is the 730th of twelve caps of a stop.
func (l *lecture) hautServi(c *chaine) v.Centimes {
	if c.base.Plafond == nil {
		return 0
	}
	return l.arrondirIJ(new(big.Rat).Mul(c.base.Plafond, big.NewRat(12, 730)))
}

// tempsPartiel reads MAL-TPT-02, mode PERIOD: the loss of the period, spread
// over all its part-time days, of one stop or of several, bounds the sum of the IJ
// of those that are paid; days carry the floor in cents, the first ones a cent more (§14.15).
func (l *lecture) tempsPartiel(c *chaine, d v.Jour) (v.Centimes, bool) {
	p, ok := perteDe(&l.cas.Activites[c.ligne], d)
	if !ok || l.etape == etats {
		return c.base.Part, ok
	}
	n, payes, rang, somme := v.Centimes(0), v.Centimes(0), v.Centimes(0), v.Centimes(0)
	for e := p.Periode.Du; e <= p.Periode.Au; e++ {
		if slices.ContainsFunc(l.chaines, func(k *chaine) bool { return k.ligne == c.ligne && l.enTempsPartiel(k, e) }) {
			n++
		}
	}
	for i := range l.jours {
		j := &l.jours[i]
		if j.Activite != c.ligne || j.Etat != "paye" || !p.Periode.Contient(j.Date) {
			continue
		}
		k := l.chaineDe(j)
		if !l.enTempsPartiel(k, j.Date) {
			continue
		}
		if j.Date < d {
			rang++
		}
		payes++
		somme += l.part(k, j.Date, k.base.IJ)
	}
	somme = min(somme, p.Perte*payes/n)
	ij := somme / payes
	if rang < somme%payes {
		ij++
	}
	return ij, true
}

// enTempsPartiel tells whether the line is stopped part-time that day.
func (l *lecture) enTempsPartiel(c *chaine, d v.Jour) bool {
	mort := l.cas.Assure.DecesLe
	if d < c.interruption || d > c.fin() || mort != 0 && d > mort {
		return false
	}
	b, prescrit := c.bloc(d)
	if !prescrit || l.repris(c.ligne, b, d) {
		return false
	}
	return l.cas.Arrets[l.suivie(b.membres, d)].TempsPartiel
}
