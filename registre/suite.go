package registre

import v "accord/valeur"

// Suite is a run of consecutive days that differ only by their date: the form
// in which a register is kept. The day stays the unit.
type Suite struct {
	Du
	Au v.Jour
}

// Comprimer groups days, sorted by key, into runs.
func Comprimer(dus []Du) []Suite {
	var suites []Suite
	for i := range dus {
		if n := len(suites); n > 0 {
			s := &suites[n-1]
			attendu := s.Du
			attendu.Jour = s.Au + 1
			if attendu == dus[i] {
				s.Au++
				continue
			}
		}
		suites = append(suites, Suite{dus[i], dus[i].Jour})
	}
	return suites
}

// Deplier gives back the days of runs.
func Deplier(suites []Suite) []Du {
	var dus []Du
	for _, s := range suites {
		for j := s.Jour; j <= s.Au; j++ {
			d := s.Du
			d.Jour = j
			dus = append(dus, d)
		}
	}
	return dus
}
