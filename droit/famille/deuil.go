package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planDeuil decides the days of the leave for the death of a child, or of a
// dependent person, under twenty-five: eight days or fifteen, in a few periods,
// within a year (L.331-9, D.331-8, L.623-1 III bis).
func (c *Calcul) planDeuil(g []*conge) {
	d := c.deces(g[0].evenement)
	if d == nil || d.Le == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rDeuil)
			x.manquer("DATE_DECES", "assure", "Il manque la date du décès : elle ouvre le congé de deuil.")
		}
		return
	}
	etat := c.deuilOuvert(d)
	reste, periodes := c.joursDeuil(g[0], d.Le)
	limite := d.Le.AjouterMois(c.n(parametre.DeuilMois, d.Le))
	for n, periode := range c.periodes(g) {
		for _, x := range periode {
			x.aviser(parametre.AU15)
			if etat == droit.Attente {
				x.manquer("DATE_NAISSANCE_DEFUNT", "assure", "Il manque la date de naissance de la personne décédée : le congé de deuil est indemnisé jusqu'à vingt-cinq ans.")
			}
			for j := x.du; j <= x.fin; j++ {
				switch {
				case etat == droit.Refuse, n >= periodes, j < d.Le, j > limite:
					x.noter(j, droit.Refuse, rDeuil)
				case c.auTravail(x, j):
					x.noter(j, droit.Travaille, rDeuil)
				case reste > 0:
					reste--
					x.noter(j, etat, rDeuil)
				default:
					x.noter(j, droit.Epuise, rDeuil)
				}
			}
		}
	}
}

// deuilOuvert reports whether the death opens the leave, or whether the age is
// not known.
func (c *Calcul) deuilOuvert(d *droit.Deces) droit.Etat {
	switch {
	case d.Lien != "" && d.Lien != "enfant" && !d.ACharge:
		return droit.Refuse
	case d.NeLe == 0:
		return droit.Attente
	case d.Le >= d.NeLe.AjouterAnnees(c.n(parametre.DeuilAge, d.Le)):
		return droit.Refuse
	}
	return droit.Paye
}

// joursDeuil returns the days of the leave and the number of its periods: more
// for an independent and for a person without work.
func (c *Calcul) joursDeuil(g *conge, le v.Jour) (jours, periodes int) {
	if g.tns || g.maintenu {
		return c.n(parametre.DeuilJoursMaintenu, le), c.n(parametre.DeuilPeriodesMaintenu, le)
	}
	return c.n(parametre.DeuilJours, le), c.n(parametre.DeuilPeriodes, le)
}
