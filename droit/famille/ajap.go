package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planAJAP decides the days of the allowance for the company of a dying person:
// twenty-one days, each counted half when the activity is only reduced, from the
// reception of the request to the death (L.168-4, D.168-5, D.168-6).
func (c *Calcul) planAJAP(g []*conge) {
	d := c.deces(g[0].evenement)
	demis := 2*c.n(parametre.AJAPJours, g[0].du) - c.demisPasses()
	for _, x := range g {
		x.aviser(parametre.AU11)
		a := &c.cas.Arrets[x.arret]
		part := 2
		if a.TempsPartiel {
			part = 1
		}
		for j := x.du; j <= x.fin; j++ {
			switch {
			case j < a.RecuLe, d != nil && d.Le != 0 && j > d.Le:
				x.noter(j, droit.Refuse, rAJAP)
			case c.auTravail(x, j):
				x.noter(j, droit.Travaille, rAJAP)
			case demis < part:
				x.noter(j, droit.Epuise, rAJAP)
			default:
				demis -= part
				x.poser(j, droit.Paye, rAJAP, a.TempsPartiel)
			}
		}
	}
}

// demisPasses counts the half days already paid before the case.
func (c *Calcul) demisPasses() int {
	n := 0
	for i := range c.cas.Anterieures {
		if x := &c.cas.Anterieures[i]; x.Risque == droit.AJAP {
			n += 2 * x.Periode.Jours()
			if x.TempsPartiel {
				n -= x.Periode.Jours()
			}
		}
	}
	return n
}

// montantAJAP returns the allowance of a day: its amount follows the day, and a
// reduced activity has half of it.
func (c *Calcul) montantAJAP(j v.Jour, reduit bool) (v.Centimes, error) {
	montant, err := c.p.Valeur(parametre.AJAPMontant, j)
	if err != nil || !reduit {
		return montant.Centimes(v.DemiSuperieur), err
	}
	part, err := c.p.Valeur(parametre.AJAPReduction, j)
	if err != nil {
		return 0, err
	}
	mode, err := c.p.Entier(parametre.ArrondiAJAP, j)
	return montant.Fois(part).Fois(v.F(1, 100)).Centimes(v.Arrondi(mode)), err
}
