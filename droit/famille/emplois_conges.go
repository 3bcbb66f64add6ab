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
		for n < len(parts) && suit(g, parts[n-1], parts[n]) {
			n++
		}
		for _, p := range parts[k:n] {
			p.tranche = v.P(parts[k].du, parts[n-1].declaree)
		}
		k = n
	}
}

// suit reports whether a run of days goes on with another in one request.
func suit(g []*conge, avant, apres *conge) bool {
	return avant.fin+1 == apres.du && slices.ContainsFunc(g, func(x *conge) bool { return x.du < apres.du && apres.du <= x.declaree })
}

// demandeDu is the first day of the stretch that was asked for.
func (g *conge) demandeDu() v.Jour { return cmp.Or(g.tranche.Du, g.du) }

// demandeAu is the last one.
func (g *conge) demandeAu() v.Jour { return cmp.Or(g.tranche.Au, g.fin) }

// entier reports whether no other run of days of the same stretch comes after it.
func (g *conge) entier() bool { return g.demandeAu() <= g.fin }

// accolees counts the runs of one leave that touch, from the first one on: those that the jobs
// left cut are one period.
func accolees(g []*conge) int {
	n := 1
	for n < len(g) && !g[n].tranche.IsZero() && g[n].du == g[n-1].fin+1 {
		n++
	}
	return n
}

// trou is the first day, after the first stretch of a leave, of which nothing was asked; 0 where
// nothing else was asked for later.
func trou(g []*conge) v.Jour {
	n := accolees(g)
	if n == len(g) || g[n].du <= g[n-1].fin+1 {
		return 0
	}
	return g[n-1].fin + 1
}
