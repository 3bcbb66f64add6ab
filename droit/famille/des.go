package famille

import "accord/droit"

// planDES decides the days of a stop prescribed in a pregnancy exposed to
// distilbène: paid as maternity from the first day to the eve of the leave (DES-01).
func (c *Calcul) planDES(g []*conge) {
	n := c.naissance(g[0].evenement)
	if n == nil || prevue(n) == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rDES)
			x.manquer("DATE_PREVUE", "assure", "Il manque la date prévue de l'accouchement : elle fixe le début du congé de maternité.")
		}
		return
	}
	l, debut := c.repos(g[0], n), c.durees(n)[0].debut
	for _, x := range g {
		for j := x.du; j <= x.fin; j++ {
			switch {
			case c.auTravail(x, j):
				x.noter(j, droit.Travaille, rDES)
			case j < debut:
				x.noter(j, droit.Paye, rDES)
			case l.contient(j) && c.congeDeclare(x, j):
				x.noter(j, droit.NonCumul, rPendantRepos)
			case l.contient(j):
				x.noter(j, droit.Refuse, rPendantRepos) // the leave has to be asked for
			default:
				x.noter(j, droit.Refuse, rDES)
			}
		}
	}
}
