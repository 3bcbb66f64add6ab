package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// noterSubrogations prepares the subrogations of all the activities, all valid
// so far.
func (c *Calcul) noterSubrogations() {
	c.refusees, c.subrogations = c.refusees[:0], c.subrogations[:0]
	for i := range c.cas.Activites {
		c.subrogations = append(c.subrogations, len(c.refusees))
		for range c.cas.Activites[i].Subrogation {
			c.refusees = append(c.refusees, false)
		}
	}
}

// subroge reports whether the employer of a line is paid in the insured's stead
// on that day (MAL-SUB-01): he keeps the whole wage, or a part not below the
// allowance of the period. Independents are never subrogated.
func (c *Calcul) subroge(l *ligne, j v.Jour) bool {
	a := &c.cas.Activites[l.activite]
	if a.Nature != droit.Salarie {
		return false
	}
	return a.SubrogeLe(j, c.refusees[c.subrogations[l.activite]:])
}

// ecarterMaintiens sets aside the subrogations of employers who keep only a
// part of the wage, below what the allowance gives over the same period, all the
// stops of that period together. It reports whether there are any.
func (c *Calcul) ecarterMaintiens() bool {
	ecartee := false
	c.t.Sur(-1)
	for _, i := range c.ordre {
		ss := c.cas.Activites[i].Subrogation
		for n := range ss {
			s := &ss[n]
			if s.Maintien != droit.MaintienPartiel {
				continue
			}
			maintenu, connu := s.Maintenu.Get()
			if !connu {
				c.reclamerMaintien(i, s.Periode)
			}
			if due := c.due(i, n, s.Periode); maintenu < due {
				c.refusees[c.subrogations[i]+n], ecartee = true, true
				if c.t.Active() {
					c.direMaintien(s, maintenu, due)
				}
			}
		}
	}
	return ecartee
}

// reclamerMaintien asks what the employer kept, for each stop of that period.
func (c *Calcul) reclamerMaintien(activite int, p v.Periode) {
	for k := range c.chaines {
		if ch := &c.chaines[k]; stoppee(ch, activite) && !p.Inter(v.P(ch.debut, ch.fin)).IsZero() {
			c.reclamerJours(ch, droit.BesoinMaintien, activite, p, p, rSubrogation)
		}
	}
}

// due is what an activity is owed over the period of one of its subrogations, by
// all the benefits.
func (c *Calcul) due(activite, rang int, p v.Periode) v.Centimes {
	if c.Dus != nil {
		return c.Dus[[2]int{activite, rang}]
	}
	return c.indemniteDe(activite, p)
}

// indemniteDe adds what one activity is owed over a period.
func (c *Calcul) indemniteDe(activite int, periode v.Periode) v.Centimes {
	somme := v.Centimes(0)
	for i := range c.r.Jours {
		if j := &c.r.Jours[i]; j.Etat == droit.Paye && j.Activite == activite && periode.Contient(j.Date) {
			somme += j.IJ
		}
	}
	return somme
}
