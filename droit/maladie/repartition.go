package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// repartir splits the allowance of each day between the lines of its chain
// (MAL-BAS-08), limits part-time work to the loss of wages, and names the payee
// of each share (MAL-SUB-01). It comes after the days, for both are decided
// over whole periods.
func (c *Calcul) repartir() error {
	for i := range c.chaines {
		ch := &c.chaines[i]
		tpt := ch.regime == salaries && c.aTPT(ch)
		if len(ch.lignes) == 1 && len(c.cas.Activites[ch.lignes[0].activite].Subrogation) == 0 && !tpt {
			continue
		}
		c.noterSubrogations(ch)
		if err := c.partager(ch, tpt); err != nil {
			return err
		}
		if c.ecarterMaintiens(ch) {
			if err := c.partager(ch, tpt); err != nil {
				return err
			}
		}
		if tpt && c.t.Active() {
			c.direTPT(ch)
		}
	}
	return nil
}

// partager gives each row of a chain its share, its limit and its payee.
func (c *Calcul) partager(ch *chaine, tpt bool) error {
	for a, z := c.jourDe(ch, 0); a < z; a, z = c.jourDe(ch, z) {
		c.partagerJour(ch, a, z)
	}
	if tpt {
		return c.limiterTPT(ch)
	}
	return nil
}

// jourDe returns the rows of the first day of a chain from row i on: a to z-1.
func (c *Calcul) jourDe(ch *chaine, i int) (a, z int) {
	for a = i; a < len(c.r.Jours) && !c.dela(ch, a); a++ {
	}
	for z = a; z < len(c.r.Jours) && c.dela(ch, z) && c.r.Jours[z].Date == c.r.Jours[a].Date; z++ {
	}
	return a, z
}

// dela reports whether a row belongs to a chain.
func (c *Calcul) dela(ch *chaine, i int) bool {
	j := &c.r.Jours[i]
	return j.Chaine == ch.arret && regimeDe(&c.cas.Activites[j.Activite]) == ch.regime
}

// partagerJour splits the whole allowance of one day, rows a to z-1, between
// all the lines of the chain: a line that works again leaves its share unpaid.
func (c *Calcul) partagerJour(ch *chaine, a, z int) {
	jours := c.r.Jours[a:z]
	for i := range jours {
		j := &jours[i]
		if j.Etat != droit.Paye {
			continue
		}
		c.peser(ch, j.Date)
		droit.Partager(c.entieres[a+i], c.parts)
		for k := range ch.lignes {
			if ch.lignes[k].activite == j.Activite {
				j.IJ, j.Beneficiaire = c.parts[k].Centimes, droit.AssureBeneficiaire
				if c.parts[k].Subroge {
					j.Beneficiaire = droit.EmployeurBeneficiaire
				}
			}
		}
	}
}

// peser prepares the shares of one day: the weight of each line and its payee.
func (c *Calcul) peser(ch *chaine, j v.Jour) {
	c.parts = c.parts[:0]
	for k := range ch.lignes {
		l := &ch.lignes[k]
		c.parts = append(c.parts, droit.Part{Poids: l.poids, Subroge: c.subroge(l, j)})
	}
}
