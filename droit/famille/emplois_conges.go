package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// reuni tells the leaves that are the person's, and of which each employer is asked apart: their
// days are counted once, and their wages are those of all the jobs left (R.331-5, FAM-02).
func reuni(r droit.Risque) bool { return cesseTout(r) || r == droit.DeuilEnfant }

// cesseTout tells those of them that the law pays on the days on which all salaried work has
// ceased: maternity (L.331-3), adoption (L.331-7), paternity (L.331-8), the supplementary leave
// (L.331-8-1). It asks nothing of the kind for the mourning (L.331-9).
func cesseTout(r droit.Risque) bool {
	return r == droit.Maternite || r == droit.Paternite || r == droit.AdoptionConge || r == droit.NaissanceConge
}

// tranches gives each run of days of a leave the whole stretch that was asked for, of which it
// is a part: its months and its limits run from there.
func tranches(g, parts []*conge) {
	for k := 0; k < len(parts); {
		n := k + 1
		for n < len(parts) && demandee(g, parts[n].du) {
			n++
		}
		for _, p := range parts[k:n] {
			p.tranche = v.P(parts[k].du, parts[n-1].declaree)
		}
		k = n
	}
}

// demandee reports whether one request asks for a day and for the one before it.
func demandee(g []*conge, j v.Jour) bool {
	return slices.ContainsFunc(g, func(x *conge) bool { return x.du < j && j <= x.declaree })
}

// demandeDu is the first day of the stretch that was asked for.
func (g *conge) demandeDu() v.Jour { return cmp.Or(g.tranche.Du, g.du) }

// demandeAu is the last one.
func (g *conge) demandeAu() v.Jour { return cmp.Or(g.tranche.Au, g.declaree) }

// trou is the first day, after the first of a leave, of which nothing was asked; 0 where
// nothing else was asked for later.
func trou(g []*conge) v.Jour {
	fin := g[0].declaree
	for _, x := range g {
		if x.du > fin+1 {
			return fin + 1
		}
		fin = max(fin, x.declaree)
	}
	return 0
}
