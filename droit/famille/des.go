package famille

import "accord/droit"

// planDES decides the days of a stop prescribed in a pregnancy exposed to
// distilbène: paid as maternity from the first day to the eve of the leave (DES-01).
func (c *Calcul) planDES(g []*conge) {
	n := c.naissance(g[0].evenement)
	if n == nil || prevue(n) == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rDES)
			x.manquer("DATE_PREVUE", "assure", "Indiquez-nous la date prévue de l'accouchement : elle fixe le début de votre congé de maternité.")
		}
		return
	}
	l, debut := c.repos(g[0], n), c.durees(n)[0].debut
	for _, x := range g {
		for j := x.du; j <= x.fin; j++ {
			switch {
			case c.auTravail(x, j):
				x.poser(j, droit.Travaille, rDES, false)
			case j < debut:
				x.poser(j, droit.Paye, rDES, false)
			case l.contient(j) && c.congeDeclare(x, j):
				x.poser(j, droit.NonCumul, rPendantRepos, false)
			case l.contient(j):
				x.poser(j, droit.Refuse, rPendantRepos, false) // the leave has to be asked for
			default:
				x.poser(j, droit.Refuse, rDES, false)
			}
		}
	}
}
