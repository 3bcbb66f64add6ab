package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planPathologique decides the days of the pathological rest of one pregnancy:
// before the leave they are paid as maternity within a credit (MAT-05), after it
// they are sickness (MAT-06). What is beyond is handed over to sickness.
func (c *Calcul) planPathologique(g []*conge) {
	n := c.naissance(g[0].evenement)
	if n == nil || prevue(n) == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rPathologique)
			x.manquer("DATE_PREVUE", "assure", "Indiquez-nous la date prévue de l'accouchement : le repos pathologique se place par rapport à elle.")
		}
		return
	}
	l := c.durees(n)[0]
	if g[0].tns {
		c.planPathologiqueTNS(n, l, g)
		return
	}
	credit := c.n(parametre.MatPathologiqueJours, prevue(n))
	for _, x := range g {
		if x.du > l.fin {
			c.renvoyer(x, x.du, c.suitesDeCouches(x, l.fin))
			continue
		}
		for j := x.du; j <= x.fin; j++ {
			switch {
			case l.contient(j):
				x.poser(j, droit.NonCumul, rPendantRepos, false)
				continue
			case j <= x.travaille:
				x.poser(j, droit.Travaille, rPathologique, false)
				continue
			case credit > 0 && j < l.debut:
				credit--
				x.poser(j, droit.Paye, rPathologique, false)
				continue
			}
			c.renvoyer(x, j, "")
			break
		}
	}
}

// renvoyer hands the days of an arrêt from one day on over to sickness.
func (c *Calcul) renvoyer(x *conge, du v.Jour, sansCarence droit.Exoneration) {
	for i := range c.renvois {
		if c.renvois[i].Arret == x.arret {
			c.renvois[i].Periode.Du = min(c.renvois[i].Periode.Du, du)
			return
		}
	}
	c.renvois = append(c.renvois, droit.Renvoi{Arret: x.arret, Periode: v.P(du, x.fin), Nature: droit.Initial, SansCarence: sansCarence})
}

// suitesDeCouches tells whether sickness after the leave has no waiting period:
// the work was not resumed (R.331-6 al. 2).
func (c *Calcul) suitesDeCouches(x *conge, fin v.Jour) droit.Exoneration {
	if c.enchaine(x, fin, x.du) {
		return droit.ExoSuitesCouches
	}
	return ""
}

// planPathologiqueTNS: thirty days in all, at most two blocks, fifteen days at
// most after the birth, beside the leave or apart from it (D.623-4).
func (c *Calcul) planPathologiqueTNS(n *droit.Naissance, l legale, g []*conge) {
	le := prevue(n)
	ne := n.AccouchementLe
	if ne == 0 {
		ne = le
	}
	credit, apres, bloc := c.n(parametre.TNSPathoJours, le), c.n(parametre.TNSPathoApres, le), c.n(parametre.TNSPathoBloc, le)
	for _, x := range g {
		reste := credit
		if len(g) > 1 {
			reste = min(bloc, credit)
		}
		for j := x.du; j <= x.fin; j++ {
			if l.contient(j) {
				x.poser(j, droit.NonCumul, rPendantRepos, false)
				continue
			}
			if reste == 0 || j >= ne && apres == 0 {
				c.renvoyer(x, j, "")
				break
			}
			x.poser(j, droit.Paye, rPathologiqueTNS, false)
			reste, credit = reste-1, credit-1
			if j >= ne {
				apres--
			}
		}
	}
}
