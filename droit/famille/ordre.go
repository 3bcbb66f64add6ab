package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Leaves are decided in their order of precedence, and told in that of dates.

// ordonner sorts rights and bases by the first day of their leave.
func (c *Calcul) ordonner(droits []droit.Droit, bases []droit.Base) {
	slices.SortStableFunc(droits, func(a, b droit.Droit) int { return cmp.Compare(c.jours(a.Arret).Du, c.jours(b.Arret).Du) })
	slices.SortStableFunc(bases, func(a, b droit.Base) int { return cmp.Compare(c.jours(a.Arret).Du, c.jours(b.Arret).Du) })
}

// etapesParDate returns the steps of each leave, by its first day. avant is how
// many steps came before.
func (c *Calcul) etapesParDate(etapes []droit.Etape, avant int) []droit.Etape {
	type bloc struct {
		du     v.Jour
		etapes []droit.Etape
	}
	blocs := make([]bloc, len(c.conges))
	for i, g := range c.conges {
		fin := avant + len(etapes)
		if i+1 < len(c.conges) {
			fin = c.conges[i+1].etapes
		}
		blocs[i] = bloc{g.du, slices.Clone(etapes[g.etapes-avant : fin-avant])}
	}
	slices.SortStableFunc(blocs, func(a, b bloc) int { return cmp.Compare(a.du, b.du) })
	var es []droit.Etape
	for _, b := range blocs {
		es = append(es, b.etapes...)
	}
	return es
}
