package prestations

import (
	"cmp"
	"slices"

	"accord/droit"
)

// regrouper puts runs in order and joins those that overlap or touch under one
// risk, in place: two lists of the same days are then equal.
func regrouper(ss []droit.Servi) []droit.Servi {
	slices.SortFunc(ss, func(a, b droit.Servi) int {
		return cmp.Or(cmp.Compare(a.Risque, b.Risque), ordreBool(a.TNS, b.TNS), cmp.Compare(a.Periode.Du, b.Periode.Du), cmp.Compare(a.Periode.Au, b.Periode.Au))
	})
	rs := ss[:0]
	for _, s := range ss {
		if n := len(rs); n > 0 && rs[n-1].Risque == s.Risque && rs[n-1].TNS == s.TNS && s.Periode.Du <= rs[n-1].Periode.Au+1 {
			rs[n-1].Periode.Au = max(rs[n-1].Periode.Au, s.Periode.Au)
			continue
		}
		rs = append(rs, s)
	}
	return rs
}

func ordreBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
