package maladie

import v "accord/valeur"

// service is what a stop of an employee is served on one day, all its lines together.
type service struct {
	chaine *chaine
	ij     v.Centimes
}

// limiterAuPlafond takes off a day what would bring the allowances served to one person
// over the 730th part of twelve caps: the limit is that of the insured, not of each
// stop (R.323-9). Two jobs stopped apart on the same days are served one limit, the greater
// where the caps differ, the stop begun first before the other. Part-time work, which the
// loss of wages limits afterwards, takes none of it; an amount that an agent fixed is his own.
func (c *Calcul) limiterAuPlafond(ch *chaine, tpt bool, vd *verdict, servi *service) {
	if vd.cause < paye || ch.regime != salaries || tpt {
		return
	}
	if len(c.servisDuJour) > 0 && !ch.ijForcee.EstConnu() {
		limite := c.plafondServi(ch)
		for _, x := range c.servisDuJour {
			limite = max(limite, c.plafondServi(x.chaine))
		}
		for _, x := range c.servisDuJour {
			limite -= x.ij
		}
		if reste := max(limite, 0); vd.ij > reste {
			vd.cause, vd.ij = payePlafonne, reste
		}
	}
	servi.ij = max(servi.ij, vd.ij)
}

// plafondServi returns the most that one person may be served a day, at the cap of a stop.
func (c *Calcul) plafondServi(ch *chaine) v.Centimes {
	return c.arrondir(ch.plafond, ch.arrondi, c.cas.Options.Arrondi.Maladie)
}
