package famille

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// A leave is the person's: its days are counted once, and most are compensated when she has
// ceased all salaried work (L.331-3, L.331-7, L.331-8, L.331-8-1). Each employer is asked for
// it apart, for his own dates: what they say is read together here.

// reunirEmplois makes of the requests of one leave, each of some of the jobs, the runs of days
// on which the same ones were made.
func (c *Calcul) reunirEmplois() {
	for n := len(c.conges); n > 0; {
		i := n - 1
		for i > 0 && memeGroupe(c.conges[i-1], c.conges[i]) {
			i--
		}
		if g := c.conges[i:n]; c.parEmplois(g) {
			parts := c.partsEmplois(g)
			tranches(g, parts)
			c.conges = slices.Replace(c.conges, i, n, parts...)
		}
		n = i
	}
}

// parEmplois reports whether the days of a leave are read one by one: those of a paternity or of
// an adoption always are; those of another leave, when a request is silent of a job that runs.
func (c *Calcul) parEmplois(g []*conge) bool {
	switch r := g[0].risque; {
	case g[0].tns || g[0].du == 0 || !reuni(r):
		return false
	case r == droit.Paternite || r == droit.AdoptionConge:
		return true
	}
	autre := false
	for _, x := range g {
		if x.maintenu {
			return false
		}
		for i := range c.cas.Activites {
			a := &c.cas.Activites[i]
			autre = autre || a.Nature == droit.Salarie && !slices.Contains(x.lignes, i) && a.Debut <= x.fin && (a.Fin == 0 || a.Fin >= x.du)
		}
	}
	return autre
}

// partsEmplois cuts the days of a leave where the requests made, or the job that goes on, change.
func (c *Calcul) partsEmplois(g []*conge) []*conge {
	var parts []*conge
	j := g[0].du
	for _, x := range g {
		for j = max(j, x.du); j <= x.fin; j++ {
			p := c.partLe(g, j)
			if n := len(parts); n > 0 && parts[n-1].ailleurs == p.ailleurs && slices.Equal(parts[n-1].demandes, p.demandes) {
				parts[n-1].fin = j
			} else {
				parts = append(parts, p)
			}
		}
	}
	for _, p := range parts {
		p.declaree = p.fin
		for _, x := range p.demandes {
			p.travaille = max(p.travaille, min(x.travaille, p.fin))
			if x.fin == p.fin {
				p.declaree = max(p.declaree, x.declaree)
			}
		}
	}
	return parts
}

// partLe makes of the requests of a leave that cover one day the run that begins on it: each
// is of the jobs that none before it was of.
func (c *Calcul) partLe(g []*conge, j v.Jour) *conge {
	p := &conge{du: j, fin: j, tete: j}
	for _, x := range g {
		if x.du > j || j > x.fin {
			continue
		}
		n := len(p.lignes)
		for _, i := range x.lignes {
			if !slices.Contains(p.lignes, i) {
				p.lignes = append(p.lignes, i)
			}
		}
		if len(p.lignes) > n {
			p.demandes = append(p.demandes, x)
		}
	}
	tete := p.demandes[0]
	p.arret, p.risque, p.evenement, p.maintenu, p.certain = tete.arret, tete.risque, tete.evenement, tete.maintenu, tete.certain
	c.parNom(p.lignes)
	p.ailleurs = cesseTout(p.risque) && c.autreEmploi(p.lignes, j)
	return p
}

// autreEmploi reports whether a job other than those runs on a day and nothing says that its
// work had ceased: no stop, whole, without return; no absence.
func (c *Calcul) autreEmploi(lignes []int, j v.Jour) bool {
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		if a.Nature == droit.Salarie && court(a, j) && !slices.Contains(lignes, i) && !c.cesse(i, j) {
			return true
		}
	}
	return false
}

// cesse reports whether the work of a line had ceased on a day.
func (c *Calcul) cesse(ligne int, j v.Jour) bool {
	if slices.ContainsFunc(c.cas.Activites[ligne].Absences, func(x droit.Absence) bool { return x.Periode.Contient(j) }) {
		return true
	}
	seule := &conge{lignes: []int{ligne}}
	for i := range c.cas.Arrets {
		a, p := &c.cas.Arrets[i], c.nonTravailles(i)
		if !a.TempsPartiel && p.Contient(j) && c.concerne(a, seule) && c.reprise(seule, p.Du, j) == 0 {
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
		x.aviser(parametre.AU29)
		x.refuser(regles[x.risque])
		c.marquerReprise(x)
	}
	return reste
}

// ses lists the arrêts that a leave is told by: what an agent decides of one bears on it.
func (g *conge) ses() []int {
	var arrets []int
	for _, x := range g.demandes {
		arrets = append(arrets, x.arret)
	}
	return arrets
}

// arretDe returns the arrêt by which a line of a leave is told: that of the first request for it.
func (g *conge) arretDe(ligne int) int {
	k := slices.IndexFunc(g.demandes, func(x *conge) bool { return slices.Contains(x.lignes, ligne) })
	return g.demandes[k].arret
}

// premiereDecision returns what an agent decided of the first of some arrêts of which he
// decided something.
func premiereDecision[T any](arrets []int, decision func(int) (T, bool)) (T, bool) {
	for _, arret := range arrets {
		if x, decide := decision(arret); decide {
			return x, true
		}
	}
	var rien T
	return rien, false
}
