package maladie

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// repartir splits the allowance of each day between the lines of its chain
// (MAL-BAS-08), limits part-time work to the loss of wages, and names the payee
// of each share (MAL-SUB-01). It comes after the days, for both are decided
// over whole periods.
func (c *Calcul) repartir() error {
	c.noterSubrogations()
	if err := c.partagerTout(); err != nil || !c.ecarterMaintiens() {
		return err
	}
	return c.partagerTout()
}

// partagerTout gives their shares and payees to the chains that have any, then limits
// part-time work.
func (c *Calcul) partagerTout() error {
	for i := range c.chaines {
		ch := &c.chaines[i]
		tpt := ch.regime == salaries && c.aTPT(ch)
		if len(ch.lignes) == 1 && len(c.cas.Activites[ch.lignes[0].activite].Subrogation) == 0 && !tpt {
			continue
		}
		c.partager(ch)
	}
	return c.limiterTPT()
}

// partager gives each row of a chain its share and its payee.
func (c *Calcul) partager(ch *chaine) {
	c.parts = c.parts[:0]
	for a, z := c.jourDe(ch, 0); a < z; a, z = c.jourDe(ch, z) {
		c.partagerJour(ch, a, z)
	}
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
		if plein := c.pleines[a+i]; plein > 0 {
			c.peser(ch, j.Date, plein)
			j.Plein = c.partDe(ch, j.Activite).Centimes
		}
		c.peser(ch, j.Date, c.entieres[a+i])
		p := c.partDe(ch, j.Activite)
		if j.IJ, j.Beneficiaire = p.Centimes, droit.AssureBeneficiaire; p.Subroge {
			j.Beneficiaire = droit.EmployeurBeneficiaire
		}
	}
}

// partDe is the share of the line of an activity.
func (c *Calcul) partDe(ch *chaine, activite int) droit.Part {
	return c.parts[slices.IndexFunc(ch.lignes, func(l ligne) bool { return l.activite == activite })]
}

// peser shares an allowance between the lines of a chain on one day. From one
// row to the next the amount and the payees seldom change: the shares are then
// those of the row before.
func (c *Calcul) peser(ch *chaine, j v.Jour, entiere v.Centimes) {
	change := len(c.parts) != len(ch.lignes) || entiere != c.entiere
	if change {
		c.parts = c.parts[:0]
		for range ch.lignes {
			c.parts = append(c.parts, droit.Part{})
		}
	}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		subroge := c.subroge(l, j)
		change = change || subroge != c.parts[k].Subroge
		c.parts[k].Poids, c.parts[k].Subroge = l.poids, subroge
	}
	if change {
		droit.Partager(entiere, c.parts)
		c.entiere = entiere
	}
}
