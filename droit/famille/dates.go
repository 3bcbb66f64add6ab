package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// dater fixes the first and last day of a leave: those declared or, where one is
// not, those that follow from the birth, the adoption or the death.
func (c *Calcul) dater(g *conge) {
	a := &c.cas.Arrets[g.arret]
	g.du, g.fin = a.Debut, a.Fin
	if g.risque == droit.Maternite && g.du != 0 {
		g.du = c.finDuReport(g)
	}
	if g.du != 0 && g.fin != 0 {
		return
	}
	c.manquant = nil
	switch g.risque {
	case droit.Maternite:
		c.daterMaternite(g)
	case droit.Paternite:
		c.daterPaternite(g)
	case droit.AdoptionConge:
		c.daterAdoption(g)
	case droit.NaissanceConge:
		c.daterNaissance(g)
	case droit.DeuilEnfant:
		c.daterDeuil(g)
	}
	if g.du == 0 || g.fin < g.du {
		g.fin = g.du
	}
}

// finDuReport returns the first day of a declared maternity leave: that on which a
// sick leave ended the report that was asked for, when it is earlier (MAT-04).
func (c *Calcul) finDuReport(g *conge) v.Jour {
	n := c.naissance(g.evenement)
	if n == nil || n.SemainesReportees == 0 || prevue(n) == 0 || c.parentSurvivant(n) {
		return g.du
	}
	for i := range c.cas.Arrets {
		if a := &c.cas.Arrets[i]; a.Risque == droit.Maternite && i != g.arret && c.evenement(a) == g.evenement && a.Debut != 0 && a.Debut < g.du {
			return g.du
		}
	}
	if l := c.durees(n)[0]; l.ecourte && l.debut < g.du {
		return l.debut
	}
	return g.du
}

func (c *Calcul) daterMaternite(g *conge) {
	n := c.naissance(g.evenement)
	if n == nil || prevue(n) == 0 {
		return
	}
	ls := c.durees(n)
	debut, fin := ls[0].debut, ls[0].fin
	certain := v.P(debut, fin)
	for i := range ls {
		debut, fin = min(debut, ls[i].debut), max(fin, ls[i].fin)
		certain = v.P(max(certain.Du, ls[i].debut), min(certain.Au, ls[i].fin))
	}
	if c.parentSurvivant(n) {
		debut = n.DecesMereLe + 1
		if n.FinCongeMere != 0 {
			fin = n.FinCongeMere
		}
		certain = v.P(debut, fin)
	}
	if g.du == 0 {
		g.du = debut
	} else {
		certain.Du = g.du
	}
	if g.fin == 0 {
		g.fin = fin
	} else {
		certain.Au = g.fin
	}
	g.certain = certain
}

// daterPaternite: all the days at once, after the three working days of the leave of birth
// or, for an independent, from the birth itself.
func (c *Calcul) daterPaternite(g *conge) {
	n := c.naissance(g.evenement)
	if n == nil || prevue(n) == 0 {
		return
	}
	ne := n.AccouchementLe
	if ne == 0 {
		ne = prevue(n)
	}
	if g.du == 0 {
		if g.du = ne; !g.tns {
			g.du = c.apresCongeNaissance(n, ne) + 1
		}
	}
	if g.fin == 0 {
		jours := max(c.joursPaternite(n, ne)-n.JoursPaternitePris, 1)
		if hopital := !g.tns || c.choix(parametre.AU28) == "servis"; hopital && !g.maintenu && n.JoursPaternitePris == 0 {
			jours += c.joursHopital(n, g.du, g.tns) // they follow the days taken at once
		}
		g.fin = g.du + v.Jour(jours) - 1
	}
}

func (c *Calcul) daterAdoption(g *conge) {
	d := c.adoption(g.evenement)
	if d == nil || d.ArriveeLe == 0 {
		return
	}
	if g.du == 0 {
		g.du = d.ArriveeLe
	}
	if g.fin == 0 {
		certain, possible := c.joursAdoption(g, d)
		g.fin = g.du + v.Jour(possible) - 1
		g.certain = v.P(g.du, g.du+v.Jour(certain)-1)
	}
}

// daterNaissance: one month, from the day after the leave that it follows.
func (c *Calcul) daterNaissance(g *conge) {
	if g.du == 0 {
		for i := range c.cas.Arrets {
			a := &c.cas.Arrets[i]
			if a.Risque != droit.Maternite && a.Risque != droit.Paternite && a.Risque != droit.AdoptionConge || c.evenement(a) != g.evenement {
				continue
			}
			avant := conge{arret: i, risque: a.Risque, tns: g.tns, evenement: g.evenement}
			c.dater(&avant)
			g.du = max(g.du, avant.fin+1)
		}
	}
	if g.fin == 0 && g.du != 0 {
		g.fin = g.du.AjouterMois(1) - 1
	}
}

func (c *Calcul) daterDeuil(g *conge) {
	d := c.deces(g.evenement)
	if d == nil || d.Le == 0 {
		return
	}
	if g.du == 0 {
		g.du = d.Le + 1
	}
	if g.fin == 0 {
		jours, _ := c.joursDeuil(g, d.Le)
		g.fin = g.du + v.Jour(jours) - 1
	}
}

// pct returns a part, in percent, of a whole number of days, rounded down.
func (c *Calcul) pct(n int, code parametre.Code, j v.Jour) int { return n * c.n(code, j) / 100 }
