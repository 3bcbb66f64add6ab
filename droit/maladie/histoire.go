package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// histoire is the days already paid by one régime, in the order of dates.
type histoire struct {
	suites   []suite
	carences []jourCarence
	total    int // days that count in the 360
}

// suite is a run of days paid alike.
type suite struct {
	du, au     v.Jour
	compte     bool // counts in the 360
	assimile   bool // counts as work for later rights
	tpt        bool
	anterieure bool // before the case
}

// jourCarence is one waiting day of a chain.
type jourCarence struct {
	jour   v.Jour
	chaine int
}

func (h *histoire) vider() { h.suites, h.carences, h.total = h.suites[:0], h.carences[:0], 0 }

// ajouter adds one paid day, not before the last one added. A day already there
// is not counted twice.
func (h *histoire) ajouter(j v.Jour, s suite) {
	n := len(h.suites)
	if n > 0 && h.suites[n-1].au >= j {
		return
	}
	if s.compte {
		h.total++
	}
	if n > 0 {
		d := &h.suites[n-1]
		if d.au == j-1 && d.compte == s.compte && d.assimile == s.assimile && d.tpt == s.tpt && !d.anterieure {
			d.au = j
			return
		}
	}
	s.du, s.au = j, j
	h.suites = append(h.suites, s)
}

// compter returns how many days paid between two days count in the 360; or,
// when tout is set, how many were paid at all.
func (h *histoire) compter(du, au v.Jour, tout bool) int {
	n := 0
	for i := len(h.suites) - 1; i >= 0; i-- {
		if s := &h.suites[i]; (tout || s.compte) && s.du <= au && s.au >= du {
			n += int(min(s.au, au)-max(s.du, du)) + 1
		}
	}
	return n
}

// assimile reports whether a day of the case was paid and counts as work.
func (h *histoire) assimile(j v.Jour) bool {
	for i := range h.suites {
		if s := &h.suites[i]; s.assimile && !s.anterieure && s.du <= j && j <= s.au {
			return true
		}
	}
	return false
}

// chargerAnterieures puts the days compensated before the case at the head of
// the history of the régime that paid them: that of employees, unless the
// person has never been one. They come by first day ([droit.Cas.Ordonne]).
func (c *Calcul) chargerAnterieures() {
	vus := [nbRegimes]bool{}
	for i := range c.cas.Activites {
		if a := &c.cas.Activites[i]; a.Nature != droit.ChomageIndemnise {
			vus[regimeDe(a)] = true
		}
	}
	if vus[salaries] {
		vus = [nbRegimes]bool{salaries: true}
	}
	for r := range vus {
		if vus[r] {
			c.chargerRegime(regime(r))
		}
	}
}

func (c *Calcul) chargerRegime(r regime) {
	h := &c.histoires[r]
	for i := range c.cas.Anterieures {
		a := &c.cas.Anterieures[i]
		if a.Risque != droit.Maladie {
			continue
		}
		if a.ALD != "" {
			c.reprendreAffection(r, a)
		}
		// Earlier periods may overlap: a day is counted once.
		debut := a.Periode.Du
		if n := len(h.suites); n > 0 {
			debut = max(debut, h.suites[n-1].au+1)
		}
		if debut > a.Periode.Au {
			continue
		}
		s := suite{du: debut, au: a.Periode.Au, compte: a.ALD == "" && c.compteTPT(a.TempsPartiel), assimile: !a.MaintienDroits, tpt: a.TempsPartiel, anterieure: true}
		if s.compte {
			h.total += v.P(s.du, s.au).Jours()
		}
		h.suites = append(h.suites, s)
	}
}

// compterTPT returns how many days of part-time work were paid between two days.
func (h *histoire) compterTPT(du, au v.Jour) int {
	n := 0
	for i := range h.suites {
		if s := &h.suites[i]; s.tpt {
			n += v.P(s.du, s.au).Inter(v.P(du, au)).Jours()
		}
	}
	return n
}
