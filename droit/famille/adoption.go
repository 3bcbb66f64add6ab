package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planAdoption decides the days of the leave of one adoption: its length, the
// part of each parent, its periods and its dates (L.331-7, D.1225-11-1).
func (c *Calcul) planAdoption(g []*conge) {
	d := c.adoption(g[0].evenement)
	if d == nil || d.ArriveeLe == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rAdoption)
			x.manquer("DATE_ARRIVEE", "assure", "Il manque la date d'arrivée de l'enfant : elle fixe les dates du congé d'adoption.")
		}
		return
	}
	certain, possible := c.joursAdoption(g[0], d)
	periodes := c.n(parametre.AdoPeriodes, d.ArriveeLe)
	fractions := periodes > 1
	debut, limite := d.ArriveeLe-v.Jour(c.n(parametre.AdoAvantJours, d.ArriveeLe)), v.Jour(0)
	if fractions {
		limite = d.ArriveeLe.AjouterMois(c.n(parametre.AdoApresMois, d.ArriveeLe))
	}
	minimum, prises := 1, c.periodes(g) // what has no day in the leave is no period
	if fractions && (len(prises) > 1 || d.Parents > 1) || d.Parents > 1 && c.n(parametre.AdoPartMinimum, d.ArriveeLe) == 1 {
		minimum = c.n(parametre.AdoPeriodeJours, d.ArriveeLe)
	}
	regle := rAdoption
	if d.Parents > 1 {
		regle = rAdoptionPartagee
	}
	for _, periode := range prises {
		prise := int(c.dernierJour(periode[len(periode)-1])-max(periode[0].du, debut)) + 1
		if periodes == 0 || prise < minimum {
			for _, x := range periode {
				x.tout(droit.Refuse, regle)
			}
			continue
		}
		periodes--
		for _, x := range periode {
			fin := c.dernierJour(x)
			for j := x.du; j <= x.fin; j++ {
				switch {
				case j < debut:
					x.noter(j, droit.Refuse, regle)
				case j > fin, j <= x.travaille:
					x.noter(j, droit.Travaille, rAdoption)
				case limite != 0 && j > limite:
					x.noter(j, droit.Refuse, rAdoption)
				case certain > 0:
					certain, possible = certain-1, possible-1
					x.noter(j, droit.Paye, rAdoption)
				case possible > 0:
					possible--
					x.noter(j, droit.Attente, rAdoption)
				default:
					x.noter(j, droit.Epuise, regle)
				}
			}
			if x.enAttente() {
				x.manquer("ENFANTS_A_CHARGE", "assure", "Il manque le nombre d'enfants à charge après l'adoption, et celui des enfants adoptés : le congé peut être plus long.")
			}
		}
	}
}

// joursAdoption returns the days that the person may take: those that are
// certain, and those that what is not known would allow.
func (c *Calcul) joursAdoption(g *conge, d *droit.Adoption) (certain, possible int) {
	le := d.ArriveeLe
	jours := func(enfants, charge int) int {
		semaines, ajout := c.n(parametre.AdoSemaines, le), c.n(parametre.AdoPartage, le)
		switch {
		case enfants > 1:
			semaines, ajout = c.n(parametre.AdoSemainesMultiple, le), c.n(parametre.AdoPartageMultiple, le)
		case charge >= c.n(parametre.FamRangLong, le):
			semaines = c.n(parametre.AdoSemaines3, le)
		}
		total := 7 * semaines
		if g.tns {
			return c.pct(total, parametre.TNSAdoPart, le)
		}
		if d.Parents > 1 {
			return min(total, total+ajout-d.JoursAutreParent)
		}
		return total
	}
	certain = jours(d.Enfants, d.AChargeApres)
	possible = certain
	if d.AChargeApres == 0 {
		possible = max(possible, jours(d.Enfants, 3))
	}
	if d.Enfants == 0 {
		possible = max(possible, jours(2, d.AChargeApres))
	}
	return certain, possible
}
