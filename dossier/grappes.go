package dossier

import (
	"cmp"
	"slices"

	v "accord/valeur"
)

// grappe is the facts that speak of one event: a birth, an accident.
type grappe []*Fait

// rapprocher gathers facts that speak of the same thing, two by two and onward:
// which facts there are decides, never their order. Groups and their facts keep
// the order of the facts.
func rapprocher(faits []*Fait, memes func(a, b *Fait) bool) []grappe {
	chef := make([]int, len(faits))
	for i := range chef {
		chef[i] = i
	}
	racine := func(i int) int {
		for chef[i] != i {
			i = chef[i]
		}
		return i
	}
	for i := range faits {
		for k := range i {
			if a, b := racine(i), racine(k); a != b && memes(faits[i], faits[k]) {
				chef[max(a, b)] = min(a, b)
			}
		}
	}
	rangs := map[int]int{}
	var gs []grappe
	for i, f := range faits {
		r := racine(i)
		if _, vu := rangs[r]; !vu {
			rangs[r] = len(gs)
			gs = append(gs, nil)
		}
		gs[rangs[r]] = append(gs[rangs[r]], f)
	}
	return gs
}

// parFoi puts the facts in the order in which they are believed: by the table
// of conflicts, then the last word first.
func (g grappe) parFoi() grappe {
	return slices.SortedStableFunc(slices.Values(g), func(a, b *Fait) int {
		return cmp.Or(rangDe(a)-rangDe(b), -cmp.Compare(a.etabliLe(), b.etabliLe()), comparerFaits(a, b))
	})
}

// connueLe is when the caisse first heard of the event, and from where.
func (g grappe) connueLe() Origine {
	f := slices.MinFunc(g, func(a, b *Fait) int { return cmp.Or(cmp.Compare(a.ConnuLe, b.ConnuLe), comparerFaits(a, b)) })
	return Origine{Source: f.Source, ConnuLe: f.ConnuLe}
}

// rangDe gives the rank of a fact in the table of conflicts.
func rangDe(f *Fait) int { return rangSource(cleSource(f)) }

// cleSource names a fact in the table: its kind, and its author where several
// may state the same.
func cleSource(f *Fait) Genre {
	if f.Evenement != nil {
		return f.Genre + Genre("/"+f.Evenement.Auteur)
	}
	if f.Revenus != nil {
		return f.Genre + Genre("/"+f.Revenus.Auteur)
	}
	return f.Genre
}

// ecart is how many days lie between two days.
func ecart(a, b v.Jour) v.Jour { return max(a-b, b-a) }

// premierConnu returns the first value that a fact gives, in the order of facts.
func premierConnu[T comparable](g grappe, valeur func(*Fait) T) (premiere T) {
	var rien T
	for _, f := range g {
		if x := valeur(f); x != rien {
			return x
		}
	}
	return rien
}
