package prestations

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

func periode(j v.Jour) v.Periode { return v.P(j, j) }

// regrouper puts runs in order and joins those that overlap or touch under one
// risk: two lists of the same days are then equal.
func regrouper(ss []droit.Servi) []droit.Servi {
	slices.SortFunc(ss, func(a, b droit.Servi) int {
		return cmp.Or(cmp.Compare(a.Risque, b.Risque), cmp.Compare(a.Periode.Du, b.Periode.Du), cmp.Compare(a.Periode.Au, b.Periode.Au))
	})
	var rs []droit.Servi
	for _, s := range ss {
		if n := len(rs); n > 0 && rs[n-1].Risque == s.Risque && s.Periode.Du <= rs[n-1].Periode.Au+1 {
			rs[n-1].Periode.Au = max(rs[n-1].Periode.Au, s.Periode.Au)
			continue
		}
		rs = append(rs, s)
	}
	return rs
}
