package droit

import v "accord/valeur"

// Servi is a run of days on which another benefit is served to the person by one
// régime: that one pays no second on them, and they count as work where the law says so.
type Servi struct {
	Risque  Risque
	TNS     bool // by the régime of independents
	Periode v.Periode
}

// Renvoi hands days of an arrêt of another benefit over to sickness: a
// pathological rest beyond its days, an incapacity that goes on after the
// consolidation of an accident. The arrêt keeps its place in the case.
type Renvoi struct {
	Arret       int
	Lignes      []int // those of the régime that hands them over; nil: all that the arrêt stops
	Periode     v.Periode
	Nature      NatureArret
	Depuis      v.Jour      // first day of the whole arrêt
	SansCarence Exoneration // why these days have no waiting period, or empty
	Pendant     bool        // they have one unless the leave in which they begin is served
}

// Interrompu is a run of days on which an arrêt of another benefit keeps the
// person from work, whether or not they are served.
type Interrompu struct {
	Arret   int
	Lignes  []int // those of the régime that it keeps from work; nil: all that the arrêt stops
	Periode v.Periode
}

// ExoSuitesCouches is declared by no prescriber: the days come after the legal rest,
// without work resumed (R.331-6).
const ExoSuitesCouches Exoneration = "suites_couches"
