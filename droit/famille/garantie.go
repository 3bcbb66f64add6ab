package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planGarantie decides the days of the guaranteed pay of a woman whose contract
// is suspended for a risk of her work: until the leave, then for a month after
// it at most (L.333-1, L.1225-10, L.1225-14).
func (c *Calcul) planGarantie(g []*conge) {
	n := c.naissance(g[0].evenement)
	for _, x := range g {
		for j := x.du; j <= x.fin; j++ {
			etat, regle := droit.Paye, rGarantie
			if c.auTravail(x, j) {
				etat = droit.Travaille
			} else if n != nil && prevue(n) != 0 {
				l := c.repos(x, n)
				switch {
				case l.contient(j) && c.congeDeclare(x, j):
					etat = droit.NonCumul
				case l.contient(j):
					etat, regle = droit.Refuse, rPendantRepos // the leave has to be asked for
				case j >= c.finGarantie(n, l):
					etat = droit.Epuise
				}
			}
			x.noter(j, etat, regle)
		}
	}
}

// finGarantie returns the first day after the guaranteed pay: a month after the
// rest or, where the pregnancy ended too early for one, its end.
func (c *Calcul) finGarantie(n *droit.Naissance, l legale) v.Jour {
	if !c.viable(n) {
		return n.AccouchementLe
	}
	return (l.dernier() + 1).AjouterMois(c.n(parametre.GarantieMois, l.dernier()))
}
