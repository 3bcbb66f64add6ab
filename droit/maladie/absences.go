package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// joursAbsents counts the days of a period that lie in an absence, among those
// that count. Absences may overlap, when two stops were declared over the same
// days: a day is lost once.
func joursAbsents(a *droit.Activite, p v.Periode, compte func(*droit.Absence) bool) int {
	n := 0
	for j := p.Du; j != 0 && j <= p.Au; {
		fin, suivante := v.Jour(0), v.Jour(0)
		for k := range a.Absences {
			x := &a.Absences[k]
			t := x.Periode.Inter(v.P(j, p.Au))
			switch {
			case t.IsZero() || !compte(x):
			case t.Du == j:
				fin = max(fin, t.Au)
			case suivante == 0 || t.Du < suivante:
				suivante = t.Du
			}
		}
		if fin == 0 {
			j = suivante
			continue
		}
		n += int(fin-j) + 1
		j = fin + 1
	}
	return n
}
