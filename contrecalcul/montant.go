package contrecalcul

import v "accord/valeur"

// montantDu gives what a payable day owes on its line, before the payee is known.
func (l *lecture) montantDu(c *chaine, d v.Jour, x int) (ij v.Centimes, etat, motif string) {
	total := c.base.IJ
	// A day that an agent has paid may be one on which work had resumed: it owes
	// the whole, for no loss is certified for it.
	if l.cas.Arrets[x].TempsPartiel && (c.independant || l.enTempsPartiel(c, d)) {
		if c.independant {
			ij = total / 2
		} else {
			var ok bool
			if ij, ok = l.tempsPartiel(c, d); !ok {
				return 0, "attente", "PERTE_INCONNUE"
			}
		}
		if l.moitie(x, d) {
			ij /= 2
		}
		return ij, "paye", "PAY"
	}
	if l.moitie(x, d) {
		total /= 2
	}
	return l.part(c, d, total), "paye", "PAY"
}

// tempsPartiel reads MAL-TPT-02, mode PERIOD: the loss of the period, spread
// over all its part-time days, bounds the sum of the IJ of those that are paid;
// days carry the floor in cents, the first ones a cent more (§14.15).
func (l *lecture) tempsPartiel(c *chaine, d v.Jour) (v.Centimes, bool) {
	p, ok := perteDe(&l.cas.Activites[c.ligne], d)
	if !ok || l.etape == etats {
		return c.base.Part, ok
	}
	n, payes, rang, somme := v.Centimes(0), v.Centimes(0), v.Centimes(0), v.Centimes(0)
	for e := p.Periode.Du; e <= p.Periode.Au; e++ {
		if l.enTempsPartiel(c, e) {
			n++
		}
	}
	for i := range l.jours {
		j := &l.jours[i]
		if j.Activite != c.ligne || j.Etat != "paye" || !p.Periode.Contient(j.Date) || !l.enTempsPartiel(c, j.Date) {
			continue
		}
		if j.Date < d {
			rang++
		}
		payes++
		somme += l.part(c, j.Date, c.base.IJ)
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
