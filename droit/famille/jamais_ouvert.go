package famille

import (
	"slices"

	"accord/droit"
)

// replanifier decides again the days of a congé supplémentaire that wait for the
// leave before it, once the rights of that one are known: where it was never open
// to an allowance, nothing of it had to be taken (CSN-03).
func (c *Calcul) replanifier(g *conge) error {
	if !slices.ContainsFunc(g.jalons, func(x jalon) bool { return x.regle == rEpuisement }) {
		return nil
	}
	sans, err := c.jamaisOuvert(g)
	if err != nil || !sans {
		return err
	}
	g.sansAvant = true
	var groupe []*conge
	for _, x := range c.conges {
		if memeGroupe(x, g) {
			groupe = append(groupe, x)
		}
	}
	for _, x := range groupe {
		x.jalons = x.jalons[:0]
	}
	c.planifier(groupe)
	return nil
}

// jamaisOuvert reports whether no right was open to any part of the paternity or
// adoption leave that a congé supplémentaire follows.
func (c *Calcul) jamaisOuvert(g *conge) (bool, error) {
	trouve := false
	for _, y := range c.conges {
		if y.evenement != g.evenement || y.tns != g.tns || y.risque != droit.Paternite && y.risque != droit.AdoptionConge {
			continue
		}
		trouve = true
		ouvert, err := c.aOuvert(y)
		if err != nil || ouvert || y.du >= g.du {
			return false, err
		}
	}
	return trouve, nil
}

// aOuvert reports whether the right of a leave is open, or may be. One of which no
// day could be paid was not examined yet.
func (c *Calcul) aOuvert(y *conge) (bool, error) {
	if y.regleDroit != "" {
		return y.ouvert || y.attend, nil
	}
	essai, n := *y, len(c.r.Droits)
	_, _, err := c.ouvrir(&essai)
	c.r.Droits = c.r.Droits[:n]
	return essai.ouvert || essai.attend, err
}
