package famille

import (
	"cmp"
	"slices"

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
			x.manquer("DATE_PREVUE", "assure", "Il manque la date prévue de l'accouchement : le repos pathologique se place par rapport à elle.")
		}
		return
	}
	l := c.repos(g[0], n)
	if g[0].tns {
		c.planPathologiqueTNS(n, l, g)
		return
	}
	credit := c.n(parametre.MatPathologiqueJours, prevue(n))
	for _, x := range g {
		suites, renvoye := c.suitesDeCouches(x, l.dernier()), false
		for j := x.du; j <= x.fin; j++ {
			switch {
			case l.contient(j) && c.congeDeclare(x, j):
				x.noter(j, droit.NonCumul, rPendantRepos)
			case l.contient(j) && j >= l.naissance:
				x.noter(j, droit.Refuse, rPendantRepos) // the leave has to be asked for
			case renvoye:
				c.renvoyer(x, j, "") // sickness sees the return to work
			case c.auTravail(x, j):
				x.noter(j, droit.Travaille, rPathologique)
			case credit > 0 && j < l.naissance:
				credit--
				x.noter(j, droit.Paye, rPathologique)
			case j > l.dernier():
				c.renvoyer(x, j, suites)
				renvoye = true
			default:
				c.renvoyer(x, j, "")
				renvoye = true
			}
		}
	}
}

// congeDeclare reports whether an arrêt of maternity for the same birth covers a day.
func (c *Calcul) congeDeclare(x *conge, j v.Jour) bool {
	return slices.ContainsFunc(c.conges, func(y *conge) bool { return x.suitRepos(y) && j >= y.du && j <= y.fin })
}

// renvoyer hands one more day of an arrêt over to sickness.
func (c *Calcul) renvoyer(x *conge, j v.Jour, sansCarence droit.Exoneration) {
	for i := range c.renvois {
		if r := &c.renvois[i]; r.Arret == x.arret && slices.Equal(r.Lignes, x.lignes) {
			r.Periode = v.P(min(r.Periode.Du, j), max(r.Periode.Au, j))
			return
		}
	}
	c.renvois = append(c.renvois, droit.Renvoi{Arret: x.arret, Lignes: x.lignes, Periode: v.P(j, j), Nature: droit.Initial, SansCarence: sansCarence})
}

// suitesDeCouches tells whether sickness after the leave has no waiting period:
// the work was not resumed (R.331-6 al. 2) since the last day of rest taken.
func (c *Calcul) suitesDeCouches(x *conge, fin v.Jour) droit.Exoneration {
	if c.enchaine(x, cmp.Or(c.dernierRepos(x, fin), fin), x.du) {
		return droit.ExoSuitesCouches
	}
	return ""
}

// dernierRepos returns the last day, up to the end of the rest of the same birth,
// that was asked for and not worked, or 0.
func (c *Calcul) dernierRepos(x *conge, fin v.Jour) v.Jour {
	dernier := v.Jour(0)
	for _, y := range c.conges {
		if !x.suitRepos(y) {
			continue
		}
		for i := range y.jalons {
			if z := &y.jalons[i]; z.etat != droit.Travaille && z.periode.Du <= fin {
				dernier = max(dernier, min(z.periode.Au, fin))
			}
		}
	}
	return dernier
}

// planPathologiqueTNS: thirty days in all, at most two blocks, fifteen days at
// most after the birth, beside the leave or apart from it (D.623-4). What follows a
// pregnancy that ended too early for a birth is sickness (FAM-08).
func (c *Calcul) planPathologiqueTNS(n *droit.Naissance, l legale, g []*conge) {
	le, ne := prevue(n), nee(n)
	credit, apres, bloc := c.n(parametre.TNSPathoJours, le), c.n(parametre.TNSPathoApres, le), c.n(parametre.TNSPathoBloc, le)
	limite, vu, viable := credit, g[0].fin, c.viable(n)
	for _, x := range g {
		if x.du > vu+1 {
			limite = bloc // taken in several blocks
		}
		vu = max(vu, x.fin)
	}
	var blocs, dansBloc int
	var dernier v.Jour
	for _, x := range g {
		renvoye := false
		for j := x.du; j <= x.fin; j++ {
			switch {
			case l.contient(j) && c.congeDeclare(x, j):
				x.noter(j, droit.NonCumul, rPendantRepos)
			case c.auTravail(x, j) && renvoye:
				c.renvoyer(x, j, "")
			case c.auTravail(x, j):
				x.noter(j, droit.Travaille, rPathologiqueTNS)
			default:
				if j > dernier+1 {
					blocs, dansBloc = blocs+1, 0
				}
				dernier = j
				if renvoye = credit == 0 || apres == 0 || j >= ne && !viable || blocs > 2 || dansBloc == limite; renvoye {
					c.renvoyer(x, j, "")
					continue
				}
				x.noter(j, droit.Paye, rPathologiqueTNS)
				credit, dansBloc = credit-1, dansBloc+1
				if j >= ne {
					apres--
				}
			}
		}
	}
}
