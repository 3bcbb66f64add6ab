package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// indemniteAncienne fixes the allowance of a chain by the pays of former work, when its
// own work opens the right to an allowance of nothing and that of former work is kept:
// it is for whoever has none elsewhere, and not only for whoever meets no condition
// (L.161-8, MAL-BAS-10). Pays that are not known and could open it are asked for. A right for
// which no condition is asked keeps what it has beyond the sixth month (L.169-2).
func (c *Calcul) indemniteAncienne(ch *chaine) error {
	if ch.salairesManquent || !ch.droit.ouvert || ch.droit.regle != rSixMois && ch.droit.regle != rDiscontinu && ch.droit.regle != rSansCondition {
		return nil
	}
	d, propre := droit.Droit{Arret: ch.arret}, ch.droit
	c.essais, ch.droit, ch.suite = c.essais[:0], droitChaine{ouvert: true}, false
	if ouvert, err := c.emploiInsuffisant(ch, &d); err != nil || !ouvert {
		ch.droit = propre
		for i := range c.essais {
			ch.salairesManquent = true
			c.reclamerPremiersMois(ch, &c.essais[i], c.essais[i].Regle)
		}
		return err
	}
	if ch.droit.regle, ch.droit.voie = d.Regle, d.Voie; propre.regle == rSansCondition {
		ch.droit.limite, d.DernierJour, d.Apres6Mois = 0, 0, v.Connu(true)
	}
	droits := c.r.Droits[len(c.r.Droits)-len(ch.lignes):]
	for k := range droits {
		d.Activite = droits[k].Activite
		droits[k] = d
	}
	if c.t.Active() {
		c.direDroits(ch, &d)
	}
	c.r.Bases = c.r.Bases[:ch.base]
	return c.indemniteSalarie(ch)
}
