package atmp

import (
	"cmp"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// limites applies what may end the allowance before the work is resumed: its
// longest duration, the time limit of the claim, a base of nothing.
func (c *Calcul) limites(ch *chaine, a *droit.Arret, j v.Jour) (droit.Etat, droit.Regle, error) {
	if c.tropLong(ch, a, j) {
		return droit.Epuise, rDuree, nil
	}
	if c.cas.Options.Prescription {
		if tard, err := c.forclos(ch, a, j); tard || err != nil {
			return droit.Refuse, rForclusion, err
		}
	}
	if ch.m.ij[0] == 0 {
		if ch.inconnu {
			return droit.Attente, rReference, nil
		}
		return droit.Refuse, rReference, nil
	}
	return "", "", nil
}

// tropLong reports whether an accident of 2027 or later has been compensated for
// the longest time, from date to date (L.433-1, AUT-U-5). Part-time work does
// not fall under it.
func (c *Calcul) tropLong(ch *chaine, a *droit.Arret, j v.Jour) bool {
	premier := c.suivis[ch.suivi].premierIJ
	return !a.TempsPartiel && ch.annees > 0 && c.lire(parametre.AU5) == "quatre_ans" && premier != 0 && j >= premier.AjouterAnnees(ch.annees)
}

// forclos reports whether the claim for a prescription came more than two years
// after the accident, or after the last day compensated for it (L.431-2). The
// time of a relapse runs from its own first day.
func (c *Calcul) forclos(ch *chaine, a *droit.Arret, j v.Jour) (bool, error) {
	depuis := max(dateDe(ch.sinistre), c.suivis[ch.suivi].payeLe)
	if a.Nature == droit.Rechute {
		depuis = max(depuis, a.Debut)
	}
	return ForclosLe(c.p, depuis, cmp.Or(a.RecuLe, c.cas.ConnuAu), j)
}

// ForclosLe reports whether a claim made on a day is out of time when the two
// years run from depuis: the accident, or the end of the payments.
func ForclosLe(p *parametre.Table, depuis, demande, le v.Jour) (bool, error) {
	annees, err := p.Entier(parametre.ATPrescriptionAnnees, le)
	return depuis != 0 && demande >= depuis.AjouterAnnees(annees), err
}

// aviserDuree says, once a stop has lasted three months, that the allowance is
// not revalued (AUT-U-20).
func (c *Calcul) aviserDuree(ch *chaine, j v.Jour) {
	if j >= ch.revalorise {
		c.lire(parametre.AU20)
	}
}
