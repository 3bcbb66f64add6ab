package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// noterSubrogations prepares the subrogations of a chain, all valid so far.
func (c *Calcul) noterSubrogations(ch *chaine) {
	c.refusees = c.refusees[:0]
	for k := range ch.lignes {
		l := &ch.lignes[k]
		l.subrogations = len(c.refusees)
		for range c.cas.Activites[l.activite].Subrogation {
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
	for k := range a.Subrogation {
		if a.Subrogation[k].Periode.Contient(j) && !c.refusees[l.subrogations+k] {
			return true
		}
	}
	return false
}

// ecarterMaintiens sets aside the subrogations of employers who keep only a
// part of the wage, below what the allowance gives over the same period. It
// reports whether there are any.
func (c *Calcul) ecarterMaintiens(ch *chaine) bool {
	ecartee := false
	for k := range ch.lignes {
		l := &ch.lignes[k]
		ss := c.cas.Activites[l.activite].Subrogation
		for i := range ss {
			s := &ss[i]
			if s.Maintien != droit.MaintienPartiel || s.Periode.Inter(v.P(ch.du, ch.fin)).IsZero() {
				continue
			}
			maintenu, connu := s.Maintenu.Get()
			if !connu {
				c.reclamerJours(ch, droit.BesoinMaintien, l.activite, s.Periode, s.Periode, rSubrogation)
			}
			if maintenu < c.indemniteDe(ch, l, s.Periode) {
				c.refusees[l.subrogations+i], ecartee = true, true
			}
		}
	}
	return ecartee
}

// indemniteDe adds what one line is owed over a period.
func (c *Calcul) indemniteDe(ch *chaine, l *ligne, periode v.Periode) v.Centimes {
	somme := v.Centimes(0)
	for i := range c.r.Jours {
		if j := &c.r.Jours[i]; j.Etat == droit.Paye && j.Activite == l.activite && periode.Contient(j.Date) && c.dela(ch, i) {
			somme += j.IJ
		}
	}
	return somme
}
