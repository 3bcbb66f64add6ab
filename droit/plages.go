package droit

import v "accord/valeur"

// Plage is a run of days on end, of one line, that are told together.
type Plage struct {
	Premier *JourCalcule // its first day: the others are alike
	Periode v.Periode
	N       int        // days
	Somme   v.Centimes // gross, of all of them
}

// Plages groups days, which must be in the order of dates, into runs. Runs come
// in the order of their first days.
func Plages(jours []JourCalcule) []Plage {
	var ps []Plage
	courantes := make([]int, 0, 8) // runs that the day at hand may go on with
	for i := range jours {
		j := &jours[i]
		courantes = ouvertes(ps, courantes, j.Date)
		suivie := false
		for _, k := range courantes {
			if p := &ps[k]; p.Periode.Au == j.Date-1 && p.Premier.pareil(j) {
				p.Periode.Au, p.N, p.Somme, suivie = j.Date, p.N+1, p.Somme+j.IJ, true
				break
			}
		}
		if !suivie {
			courantes = append(courantes, len(ps))
			ps = append(ps, Plage{Premier: j, Periode: v.P(j.Date, j.Date), N: 1, Somme: j.IJ})
		}
	}
	return ps
}

// ouvertes keeps the runs that end on the eve of a day or later.
func ouvertes(ps []Plage, courantes []int, j v.Jour) []int {
	n := 0
	for _, k := range courantes {
		if ps[k].Periode.Au >= j-1 {
			courantes[n] = k
			n++
		}
	}
	return courantes[:n]
}

// pareil reports whether two days are told together.
func (j *JourCalcule) pareil(k *JourCalcule) bool {
	return j.Etat == k.Etat && j.Regle == k.Regle && j.Activite == k.Activite && j.Risque == k.Risque && j.Chaine == k.Chaine &&
		j.Beneficiaire == k.Beneficiaire && j.Lot == k.Lot && (j.Lot != 0 || j.IJ == k.IJ)
}
