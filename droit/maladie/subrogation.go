package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// designerBeneficiaires splits the allowance of each day between the lines of
// its chain and names the payee of each share (MAL-SUB-01, MAL-BAS-08). It
// comes after the days, for an employer who keeps part of the wage is compared
// with what a whole period gives.
func (c *Calcul) designerBeneficiaires() {
	for i := range c.chaines {
		ch := &c.chaines[i]
		if len(ch.lignes) == 1 && len(c.cas.Activites[ch.lignes[0].activite].Subrogation) == 0 {
			continue
		}
		c.examinerMaintiens(ch)
		for a, z := c.jourDe(ch, 0); a < z; a, z = c.jourDe(ch, z) {
			c.partagerJour(ch, a, z, true)
		}
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

// partagerJour splits the rows a to z-1 of one day, which all bear the whole
// allowance, between all the lines of the chain: a line that works again leaves
// its share unpaid. It fills c.parts and, unless it is a trial, the rows.
func (c *Calcul) partagerJour(ch *chaine, a, z int, poser bool) bool {
	jours := c.r.Jours[a:z]
	entiere := v.Centimes(0)
	for i := range jours {
		if jours[i].Etat == droit.Paye {
			entiere = jours[i].IJ
		}
	}
	if entiere == 0 {
		return false
	}
	c.parts = c.parts[:0]
	for k := range ch.lignes {
		l := &ch.lignes[k]
		c.parts = append(c.parts, droit.Part{Poids: l.poids, Subroge: c.subroge(l, jours[0].Date)})
	}
	droit.Partager(entiere, c.parts)
	for i := range jours {
		for k := range ch.lignes {
			if j := &jours[i]; poser && j.Etat == droit.Paye && j.Activite == ch.lignes[k].activite {
				j.IJ = c.parts[k].Centimes
				if c.parts[k].Subroge {
					j.Beneficiaire = droit.EmployeurBeneficiaire
				}
			}
		}
	}
	return true
}

// subroge reports whether the employer of a line is paid in the insured's stead
// on that day: he keeps the whole wage, or a part not below the allowance of
// the period.
func (c *Calcul) subroge(l *ligne, j v.Jour) bool {
	ss := c.cas.Activites[l.activite].Subrogation
	for k := range ss {
		if ss[k].Periode.Contient(j) && !c.refusees[l.subrogations+k] {
			return true
		}
	}
	return false
}

// examinerMaintiens sets aside the subrogations of employers who keep only a
// part of the wage, below what the allowance gives over the same period.
func (c *Calcul) examinerMaintiens(ch *chaine) {
	c.refusees = c.refusees[:0]
	partiel := false
	for k := range ch.lignes {
		l := &ch.lignes[k]
		l.subrogations = len(c.refusees)
		ss := c.cas.Activites[l.activite].Subrogation
		for i := range ss {
			c.refusees = append(c.refusees, false)
			partiel = partiel || ss[i].Maintien == droit.MaintienPartiel
		}
	}
	if !partiel {
		return
	}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		ss := c.cas.Activites[l.activite].Subrogation
		for i := range ss {
			s := &ss[i]
			if s.Maintien != droit.MaintienPartiel {
				continue
			}
			maintenu, connu := s.Maintenu.Get()
			if !connu {
				c.reclamer(ch, droit.BesoinMaintien, l.activite, s.Periode, rSubrogation)
			}
			c.refusees[l.subrogations+i] = maintenu < c.indemniteDe(ch, k, s.Periode)
		}
	}
}

// indemniteDe adds the shares of one line over a period, as if it were
// subrogated.
func (c *Calcul) indemniteDe(ch *chaine, ligne int, periode v.Periode) v.Centimes {
	somme := v.Centimes(0)
	for a, z := c.jourDe(ch, 0); a < z; a, z = c.jourDe(ch, z) {
		if !periode.Contient(c.r.Jours[a].Date) || !c.partagerJour(ch, a, z, false) {
			continue
		}
		for i := a; i < z; i++ {
			if j := &c.r.Jours[i]; j.Etat == droit.Paye && j.Activite == ch.lignes[ligne].activite {
				somme += c.parts[ligne].Centimes
			}
		}
	}
	return somme
}
