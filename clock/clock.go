// Package clock is the only place where the product asks what time it is.
// Everything else is given an instant or a day.
//
// It knows the machine and French time; it knows nothing of what is dated.
package clock

import (
	"sync"
	"time"

	v "accord/valeur"
)

// Clock tells the instant, in microseconds since 1970 UTC, and the civil day
// in France.
type Clock interface {
	Instant() int64
	Jour() v.Jour
}

var paris = chargerParis()

func chargerParis() *time.Location {
	l, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		return time.FixedZone("CET", 3600)
	}
	return l
}

// System is the clock of the machine.
type System struct{}

// Instant returns now.
func (System) Instant() int64 { return time.Now().UnixMicro() }

// Jour returns the civil day in France.
func (System) Jour() v.Jour { return jourDe(time.Now()) }

func jourDe(t time.Time) v.Jour {
	a, m, j := t.In(paris).Date()
	return v.NewJour(a, int(m), j)
}

// Manual is a clock that stands still until it is moved: that of simulations
// and tests. It may be used from several goroutines.
type Manual struct {
	mu   sync.Mutex
	jour v.Jour
	pas  int64
}

// NewManual returns a clock at eight in the morning of a day.
func NewManual(j v.Jour) *Manual { return &Manual{jour: j} }

// Avancer moves to the next day.
func (m *Manual) Avancer() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.jour++
	m.pas = 0
}

// Jour returns the day on the clock.
func (m *Manual) Jour() v.Jour {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.jour
}

// Instant returns eight in the morning of the day, one microsecond later at
// each call.
func (m *Manual) Instant() int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.pas++
	a, mois, j := m.jour.Date()
	return time.Date(a, time.Month(mois), j, 8, 0, 0, 0, paris).UnixMicro() + m.pas
}

// JourDe returns the civil day in France of an instant.
func JourDe(instant int64) v.Jour { return jourDe(time.UnixMicro(instant)) }

// RFC3339 writes an instant in UTC, as bank files and APIs want it.
func RFC3339(instant int64) string { return time.UnixMicro(instant).UTC().Format(time.RFC3339) }

// Texte writes an instant as a person reads it, in French time.
func Texte(instant int64) string { return time.UnixMicro(instant).In(paris).Format("02/01/2006 15:04") }

// Chrono measures how long something takes, for progress and benchmarks.
type Chrono struct{ debut time.Time }

// Start begins a measure.
func Start() Chrono { return Chrono{time.Now()} }

// Ecoule returns the time since Start.
func (c Chrono) Ecoule() time.Duration { return time.Since(c.debut) }
