package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// A leave is the person's: its days are counted once, and most are compensated when she has
// ceased all salaried work (L.331-3, L.331-7, L.331-8, L.331-8-1). Each employer is asked for
// it apart, for his own dates: what they say is read together here.

// reunirEmplois makes of the requests of one leave, each of some of the jobs, the runs of days
// on which the same jobs are left. Leaves that stop all the work there is stay as they are.
func (c *Calcul) reunirEmplois() {
	for i := 0; i < len(c.conges); {
		n := i + 1
		for n < len(c.conges) && memeGroupe(c.conges[i], c.conges[n]) {
			n++
		}
		if g := c.conges[i:n]; c.parEmplois(g) {
			parts := c.partsEmplois(g)
			c.tranches(parts)
			c.conges = slices.Replace(c.conges, i, n, parts...)
			n = i + len(parts)
		}
		i = n
	}
}

// parEmplois reports whether some request of a leave is silent of a job that runs on its days.
func (c *Calcul) parEmplois(g []*conge) bool {
	if g[0].tns || !reuni(g[0].risque) {
		return false
	}
	autre := false
	for _, x := range g {
		if x.maintenu || x.du == 0 {
			return false
		}
		for i := range c.cas.Activites {
			a := &c.cas.Activites[i]
			autre = autre || a.Nature == droit.Salarie && !slices.Contains(x.lignes, i) && a.Debut <= x.fin && (a.Fin == 0 || a.Fin >= x.du)
		}
	}
	return autre
}

// partsEmplois cuts the days of a leave where the jobs left, or the one that goes on, change.
func (c *Calcul) partsEmplois(g []*conge) []*conge {
	var parts []*conge
	var derniere *conge // request that the last day was of
	fin := v.Jour(0)
	for _, x := range g {
		x.fin = max(x.fin, x.declaree) // the jobs left are read on all the days asked for, then death cuts them
		fin = max(fin, x.fin)
	}
	for j := g[0].du; j <= fin; j++ {
		k := slices.IndexFunc(g, func(x *conge) bool { return x.du <= j && j <= x.fin })
		if k < 0 {
			continue
		}
		lignes, arrets := c.emploisQuittes(g, j)
		ailleurs := cesseTout(g[k].risque) && c.autreEmploi(lignes, j)
		if n := len(parts); n > 0 && parts[n-1].fin == j-1 {
			p := parts[n-1]
			if derniere == g[k] && p.ailleurs == ailleurs && slices.Equal(p.lignes, lignes) && slices.Equal(p.arrets, arrets) {
				p.fin = j
				continue
			}
		}
		p := &conge{arret: g[k].arret, risque: g[k].risque, evenement: g[k].evenement, lignes: lignes, arrets: arrets, ailleurs: ailleurs, du: j, fin: j, certain: g[k].certain}
		p.suit = len(parts) > 0 && parts[len(parts)-1].fin == j-1 && slices.ContainsFunc(g, func(x *conge) bool { return x.du < j && j <= x.fin })
		derniere, parts = g[k], append(parts, p)
	}
	for _, p := range parts {
		for _, x := range g {
			if x.du > p.fin || x.fin < p.du {
				continue
			}
			if x.travaille <= p.fin {
				p.travaille = max(p.travaille, x.travaille)
			}
		}
	}
	return parts
}

// emploisQuittes lists the lines of which a leave was asked for on a day, by identifier, and
// for each the first arrêt that says so.
func (c *Calcul) emploisQuittes(g []*conge, j v.Jour) (lignes, arrets []int) {
	for _, x := range g {
		if x.du > j || j > x.fin {
			continue
		}
		for _, i := range x.lignes {
			if !slices.Contains(lignes, i) {
				lignes, arrets = append(lignes, i), append(arrets, x.arret)
			}
		}
	}
	de := func(i int) int { return arrets[slices.Index(lignes, i)] }
	tries := slices.SortedFunc(slices.Values(lignes), func(a, b int) int { return cmp.Compare(c.cas.Activites[a].ID, c.cas.Activites[b].ID) })
	var parLigne []int
	for _, i := range tries {
		parLigne = append(parLigne, de(i))
	}
	return tries, parLigne
}

// autreEmploi reports whether a job other than those runs on a day and nothing says that its
// work had ceased: no stop, whole, without return; no absence.
func (c *Calcul) autreEmploi(lignes []int, j v.Jour) bool {
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		if a.Nature != droit.Salarie || !court(a, j) || slices.Contains(lignes, i) {
			continue
		}
		absent := slices.ContainsFunc(a.Absences, func(x droit.Absence) bool { return x.Periode.Contient(j) })
		for n := 0; n < len(c.cas.Arrets) && !absent; n++ {
			x, p := &c.cas.Arrets[n], c.nonTravailles(n)
			absent = !x.TempsPartiel && p.Contient(j) && (len(x.Activites) == 0 || slices.Contains(x.Activites, a.ID)) &&
				!slices.ContainsFunc(a.Reprises, func(r droit.Reprise) bool { return r.Le > p.Du && r.Le <= j })
		}
		if !absent {
			return true
		}
	}
	return false
}

// ecarterEmplois refuses the runs of days on which another job goes on, and returns the rest
// of the leave: what is not compensated is not used up either.
func (c *Calcul) ecarterEmplois(g []*conge) []*conge {
	var reste []*conge
	for _, x := range g {
		if !x.ailleurs {
			reste = append(reste, x)
			continue
		}
		x.tete = x.du
		x.aviser(parametre.AU29)
		for j := x.du; j <= x.fin; j++ {
			etat := droit.Refuse
			if j <= x.travaille {
				etat = droit.Travaille
			}
			x.noter(j, etat, regles[x.risque])
		}
		c.marquerReprise(x)
	}
	return reste
}

// ses lists the arrêts that a leave is told by: what an agent decides of one bears on it.
func (g *conge) ses() []int {
	arrets := []int{g.arret}
	for _, i := range g.arrets {
		if !slices.Contains(arrets, i) {
			arrets = append(arrets, i)
		}
	}
	return arrets
}

// arretDe returns the arrêt by which a line of a leave is told.
func (g *conge) arretDe(ligne int) int {
	if k := slices.Index(g.lignes, ligne); k >= 0 && k < len(g.arrets) {
		return g.arrets[k]
	}
	return g.arret
}
