package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// histoire is the days already paid by one régime, in the order of dates.
type histoire struct {
	suites []suite
	total  int // days that count in the 360
}

// suite is a run of days paid alike.
type suite struct {
	du, au v.Jour
	ald    string // affection, empty outside ALD
	compte bool   // counts in the 360
}

func (h *histoire) vider() { h.suites, h.total = h.suites[:0], 0 }

// ajouter adds one paid day, not before the last one added. A day already there
// is not counted twice.
func (h *histoire) ajouter(j v.Jour, ald string, compte bool) {
	if n := len(h.suites); n > 0 {
		s := &h.suites[n-1]
		if s.au >= j {
			return
		}
		if compte {
			h.total++
		}
		if s.au == j-1 && s.ald == ald && s.compte == compte {
			s.au = j
			return
		}
	} else if compte {
		h.total++
	}
	h.suites = append(h.suites, suite{j, j, ald, compte})
}

// compter returns how many days that count were paid between two days.
func (h *histoire) compter(du, au v.Jour) int {
	n := 0
	for i := len(h.suites) - 1; i >= 0; i-- {
		s := &h.suites[i]
		if s.au < du {
			break
		}
		if s.compte && s.du <= au {
			n += int(min(s.au, au)-max(s.du, du)) + 1
		}
	}
	return n
}

// chargerAnterieures puts the days compensated before the case at the head of
// the history. They count for employees, the only ones of whom it is told.
func (c *Calcul) chargerAnterieures() {
	for i := range c.cas.Anterieures {
		a := &c.cas.Anterieures[i]
		if a.Risque == droit.Maladie {
			c.histoires[salaries].inserer(a)
		}
	}
}

// inserer adds one earlier period. Periods may come in any order.
func (h *histoire) inserer(a *droit.IndemniteAnterieure) {
	s := suite{a.Periode.Du, a.Periode.Au, a.ALD, a.ALD == ""}
	if s.compte {
		h.total += a.Periode.Jours()
	}
	k := len(h.suites)
	for k > 0 && h.suites[k-1].du > s.du {
		k--
	}
	h.suites = append(h.suites, suite{})
	copy(h.suites[k+1:], h.suites[k:])
	h.suites[k] = s
}
