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
		g := c.conges[i:n]
		if !g[0].tns && g[0].du != 0 && !c.dUnSeulTenant(g) && reuni(g[0].risque) {
			c.conges = slices.Replace(c.conges, i, n, c.partsEmplois(g)...)
		}
		n = i
	}
}

// partsEmplois cuts the days of a leave where the requests made, the jobs gone back to, or the
// one that goes on, change. Death cuts them once they are known: it keeps nobody from what he
// had asked for.
func (c *Calcul) partsEmplois(g []*conge) []*conge {
	var parts, repris []*conge
	j := g[0].du
	for _, x := range g {
		for j = max(j, x.du); j <= x.declaree; j++ {
			laissees, reprises := c.partLe(g, j)
			parts, repris = prolonger(parts, laissees), prolonger(repris, reprises)
		}
	}
	tranches(g, parts)
	parts = append(parts, repris...)
	for _, p := range parts {
		if d := c.cas.Assure.DecesLe; d != 0 {
			p.fin = min(p.fin, d)
		}
		for _, x := range p.demandes {
			p.travaille = max(p.travaille, min(x.travaille, p.fin))
		}
	}
	return parts
}

// dUnSeulTenant reports whether each day of a leave is like the first: one request, one job, and
// no return to it. It is the only run of its days, as it was asked for.
func (c *Calcul) dUnSeulTenant(g []*conge) bool {
	return len(g) == 1 && g[0].du <= g[0].declaree && len(c.cas.Activites) == 1 && len(c.cas.Activites[0].Reprises) == 0
}

// prolonger adds a day to the runs of a leave: to the last one when it is alike.
func prolonger(parts []*conge, jour *conge) []*conge {
	if len(jour.lignes) == 0 {
		return parts
	}
	if n := len(parts) - 1; n >= 0 && parts[n].ailleurs == jour.ailleurs && slices.Equal(parts[n].lignes, jour.lignes) && slices.Equal(parts[n].demandes, jour.demandes) {
		parts[n].fin, parts[n].declaree = jour.du, jour.du
		return parts
	}
	return append(parts, jour)
}

// partLe makes of the requests of a leave that cover one day the run that begins on it, each
// job by the first of those since which it was not gone back to. The jobs gone back to are
// apart where the law does not ask that all work ceases.
func (c *Calcul) partLe(g []*conge, j v.Jour) (laissees, reprises *conge) {
	laissees, reprises = &conge{}, &conge{}
	var vues []int
	for _, reprise := range [...]bool{false, true} {
		p := laissees
		if reprise && !cesseTout(g[0].risque) {
			p = reprises
		}
		for _, x := range g {
			if x.du > j || j > x.declaree {
				continue
			}
			n := len(p.lignes)
			for _, i := range x.lignes {
				if (c.repriseDe(i, x.du, j) != 0) == reprise && !slices.Contains(vues, i) {
					vues, p.lignes = append(vues, i), append(p.lignes, i)
				}
			}
			if len(p.lignes) > n {
				p.demandes = append(p.demandes, x)
			}
		}
	}
	for _, p := range [...]*conge{laissees, reprises} {
		if len(p.lignes) == 0 {
			continue
		}
		tete := p.demandes[0]
		p.du, p.fin, p.declaree, p.tete = j, j, j, j
		p.arret, p.risque, p.evenement, p.maintenu, p.certain = tete.arret, tete.risque, tete.evenement, tete.maintenu, tete.certain
		c.parNom(p.lignes)
		p.ailleurs = cesseTout(p.risque) && c.autreEmploi(p.lignes, j)
	}
	return laissees, reprises
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
	for i := range c.cas.Arrets {
		if !c.cas.Arrets[i].TempsPartiel && c.arrete(i, ligne, j) {
			return true
		}
	}
	return false
}

// ecarterEmplois refuses the runs of days on which another job goes on, and returns the rest
// of the leave: what is not compensated is not used up either.
func (c *Calcul) ecarterEmplois(g []*conge) []*conge {
	if !slices.ContainsFunc(g, func(x *conge) bool { return x.ailleurs }) {
		return g
	}
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

// demande returns the first request, of those that make a leave, for a line.
func (g *conge) demande(ligne int) *conge {
	return g.demandes[slices.IndexFunc(g.demandes, func(x *conge) bool { return slices.Contains(x.lignes, ligne) })]
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
