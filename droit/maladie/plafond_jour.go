package maladie

import (
	"accord/parametre"
	v "accord/valeur"
)

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
func (c *Calcul) limiterAuPlafond(ch *chaine, tpt bool, vd *verdict, servi *service) error {
	if vd.cause < paye || ch.regime != salaries || tpt {
		return nil
	}
	if len(c.servisDuJour) > 0 && !ch.ijForcee.EstConnu() {
		limite, err := c.plafondServi(ch)
		for _, x := range c.servisDuJour {
			autre, err2 := c.plafondServi(x.chaine)
			if err == nil {
				err = err2
			}
			limite = max(limite, autre)
		}
		if err != nil {
			return err
		}
		for _, x := range c.servisDuJour {
			limite -= x.ij
		}
		if reste := max(limite, 0); vd.ij > reste {
			vd.cause, vd.ij = payePlafonne, reste
		}
	}
	servi.ij = max(servi.ij, vd.ij)
	return nil
}

// plafondServi returns the most that one person may be served a day, at the cap of a stop.
func (c *Calcul) plafondServi(ch *chaine) (v.Centimes, error) {
	n, err := c.p.Valeur(parametre.DiviseurPlafondAnnuel, ch.debut)
	if err != nil || ch.base < 0 {
		return 0, err
	}
	return c.arrondir(c.r.Bases[ch.base].PlafondMensuel.Fois(v.F(12, 1)).Sur(n), parametre.ArrondiMaladie, c.cas.Options.Arrondi.Maladie, ch.debut)
}
