package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	v "accord/valeur"
)

// evenement names the birth, the adoption or the death that an arrêt follows.
// A case with only one leaves no doubt when the arrêt names none.
func (c *Calcul) evenement(a *droit.Arret) string {
	switch a.Risque {
	case droit.AdoptionConge:
		if a.Adoption == "" && len(c.cas.Adoptions) == 1 {
			return c.cas.Adoptions[0].ID
		}
		return a.Adoption
	case droit.DeuilEnfant, droit.AJAP:
		if a.Deces == "" && len(c.cas.Deces) == 1 && a.Risque == droit.DeuilEnfant {
			return c.cas.Deces[0].ID
		}
		return a.Deces
	}
	id := cmp.Or(a.Naissance, a.Grossesse)
	if id == "" && a.Risque == droit.NaissanceConge && a.Adoption != "" {
		return a.Adoption
	}
	if id == "" && len(c.cas.Naissances) == 1 {
		return c.cas.Naissances[0].ID
	}
	return id
}

func (c *Calcul) naissance(id string) *droit.Naissance {
	for i := range c.cas.Naissances {
		if c.cas.Naissances[i].ID == id {
			return &c.cas.Naissances[i]
		}
	}
	return nil
}

func (c *Calcul) adoption(id string) *droit.Adoption {
	for i := range c.cas.Adoptions {
		if c.cas.Adoptions[i].ID == id {
			return &c.cas.Adoptions[i]
		}
	}
	return nil
}

func (c *Calcul) deces(id string) *droit.Deces {
	for i := range c.cas.Deces {
		if c.cas.Deces[i].ID == id {
			return &c.cas.Deces[i]
		}
	}
	return nil
}

// arretees adds to lignes the lines of one régime that an arrêt stops, by identifier:
// those that it names or, when it names none, those running on its first day; a
// person without work is stopped in the last work that he had. It also reports
// whether no work was running.
func (c *Calcul) arretees(lignes []int, a *droit.Arret, du v.Jour, tns bool) ([]int, bool) {
	nommees, enCours, fin := len(a.Activites) > 0, false, v.Jour(0)
	for i := range c.cas.Activites {
		x := &c.cas.Activites[i]
		switch {
		case x.Nature == droit.ChomageIndemnise || x.Debut > du:
		case court(x, du):
			enCours = enCours || !nommees || slices.Contains(a.Activites, x.ID)
		default:
			fin = max(fin, x.Fin)
		}
	}
	for i := range c.cas.Activites {
		x := &c.cas.Activites[i]
		if x.Nature == droit.ChomageIndemnise || (x.Nature == droit.Independant) != tns {
			continue
		}
		if slices.Contains(a.Activites, x.ID) || !nommees && (court(x, du) || !enCours && fin != 0 && x.Fin == fin) {
			lignes = append(lignes, i)
		}
	}
	c.parNom(lignes)
	return lignes, !enCours
}

// parNom sorts lines by the identifier of their activity.
func (c *Calcul) parNom(lignes []int) {
	slices.SortFunc(lignes, func(i, j int) int { return cmp.Compare(c.cas.Activites[i].ID, c.cas.Activites[j].ID) })
}

// court reports whether an activity runs on a day.
func court(a *droit.Activite, j v.Jour) bool {
	return a.Debut <= j && (a.Fin == 0 || a.Fin >= j)
}

// reprise returns the first return to work of the person after one day and no
// later than another, or 0.
func (c *Calcul) reprise(g *conge, apres, au v.Jour) v.Jour {
	le := v.Jour(0)
	for _, i := range g.lignes {
		le = premierJour(le, c.repriseDe(i, apres, au))
	}
	return le
}

// repriseDe is the same for one line.
func (c *Calcul) repriseDe(ligne int, apres, au v.Jour) v.Jour {
	le := v.Jour(0)
	for _, r := range c.cas.Activites[ligne].Reprises {
		if r.Le > apres && r.Le <= au {
			le = premierJour(le, r.Le)
		}
	}
	return le
}

// premierJour returns the earlier of two days, of which one may not be.
func premierJour(a, b v.Jour) v.Jour {
	if a == 0 || b == 0 {
		return a + b
	}
	return min(a, b)
}

// retour returns the first return, no later than a day, to a job of a leave since it was left:
// a run of its days may begin after it.
func (c *Calcul) retour(g *conge, au v.Jour) v.Jour {
	le := v.Jour(0)
	for _, i := range g.lignes {
		le = premierJour(le, c.repriseDe(i, g.demande(i).du, au))
	}
	return le
}

// auTravail reports whether the person works on a day of a leave: at its start,
// or back since.
func (c *Calcul) auTravail(g *conge, j v.Jour) bool {
	return j <= g.travaille || c.retour(g, j) != 0
}

// interruption returns the first day of the stop that a leave goes on with:
// sick before, or on another leave, and not back at work since.
func (c *Calcul) interruption(g *conge) v.Jour {
	le := max(g.du, g.travaille+1)
	if g.risque == droit.Maternite && le == g.du {
		le = g.tete // what was put off is the same leave
	}
	for recule := le <= g.du; recule; {
		recule = false
		for i := range c.cas.Arrets {
			p := c.nonTravailles(i)
			if p.Du >= le || !c.accole(p.Au, le) || !c.concerne(&c.cas.Arrets[i], g) || c.reprise(g, min(p.Du, c.jours(i).Du), le) != 0 {
				continue
			}
			le, recule = p.Du, true
		}
	}
	return le
}

// nonTravailles returns the days of any arrêt on which no work was done: not that
// of the accident.
func (c *Calcul) nonTravailles(arret int) v.Periode {
	a, p := &c.cas.Arrets[arret], c.jours(arret)
	p.Du = max(p.Du, a.DernierJourTravaille+1)
	for i := range c.cas.Sinistres {
		s := &c.cas.Sinistres[i]
		if s.ID == a.Sinistre && (a.Risque == droit.AccidentTravail || a.Risque == droit.AccidentTrajet) && s.AccidentLe == p.Du && !maladie.Provisoire(c.cas, a) {
			p.Du++
		}
	}
	if p.Du > p.Au {
		return v.Periode{}
	}
	return p
}

// accole reports whether only days of rest lie between the end of a stop and a day.
func (c *Calcul) accole(fin, le v.Jour) bool {
	for j := fin + 1; j < le; j++ {
		if j.JourSemaine() < 6 && !droit.JourFerie(j, c.cas.Assure.Territoire) {
			return false
		}
	}
	return true
}

// jours returns the days of any arrêt of the case: those of a leave may follow
// from its dates.
func (c *Calcul) jours(arret int) v.Periode {
	if !Traite(c.cas.Arrets[arret].Risque) {
		return c.cas.Arrets[arret].Periode()
	}
	for _, g := range c.conges {
		for _, x := range g.demandes {
			if x.arret == arret {
				return x.certaine(v.P(x.du, x.fin))
			}
		}
	}
	return v.Periode{}
}

// dernierJour returns the last day of a leave before the return to work: death keeps nobody
// from what he had asked for.
func (c *Calcul) dernierJour(x *conge) v.Jour {
	if le := c.retour(x, x.fin); le != 0 {
		return le - 1
	}
	return x.declaree
}

// periodes cuts a leave into its periods: no day lies between those of one, worked or not. Days
// that come after the return to work make none. They are valid until the next call.
func (c *Calcul) periodes(g []*conge) [][]*conge {
	c.coupees = c.coupees[:0]
	for i, x := range g {
		if i > 0 && (x.du <= c.dernierJour(g[i-1])+1 || c.dernierJour(x) < x.du) {
			derniere := &c.coupees[len(c.coupees)-1]
			*derniere = (*derniere)[:len(*derniere)+1]
		} else {
			c.coupees = append(c.coupees, g[i:i+1])
		}
	}
	return c.coupees
}

// concerne reports whether an arrêt stops some line of a leave.
func (c *Calcul) concerne(a *droit.Arret, g *conge) bool {
	if len(a.Activites) == 0 {
		return true
	}
	return slices.ContainsFunc(g.lignes, func(i int) bool { return slices.Contains(a.Activites, c.cas.Activites[i].ID) })
}

// enchaine reports whether no work can have been done between two days: those
// between are week-ends, holidays or days of some arrêt, without return to work.
func (c *Calcul) enchaine(g *conge, fin, du v.Jour) bool {
	if c.reprise(g, fin, du) != 0 {
		return false
	}
	for j := fin + 1; j < du; j++ {
		if j.JourSemaine() >= 6 || droit.JourFerie(j, c.cas.Assure.Territoire) || c.arreteLe(g, j) {
			continue
		}
		return false
	}
	return true
}

// arreteLe reports whether some arrêt stops a line of a leave on a day.
func (c *Calcul) arreteLe(g *conge, j v.Jour) bool {
	for i := range c.cas.Arrets {
		if slices.ContainsFunc(g.lignes, func(ligne int) bool { return c.arrete(i, ligne, j) }) {
			return true
		}
	}
	return false
}

// arrete reports whether an arrêt stops a line on a day: it was not gone back to since.
func (c *Calcul) arrete(arret, ligne int, j v.Jour) bool {
	p := c.nonTravailles(arret)
	return p.Contient(j) && c.concerne(&c.cas.Arrets[arret], &conge{lignes: []int{ligne}}) && c.repriseDe(ligne, p.Du, j) == 0
}
