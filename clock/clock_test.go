package clock

import (
	"testing"

	v "accord/valeur"
)

func TestManual(t *testing.T) {
	m := NewManual(v.NewJour(2026, 10, 24))
	a, b := m.Instant(), m.Instant()
	if b <= a || JourDe(a) != m.Jour() || Texte(a) != "24/10/2026 08:00" || RFC3339(a) != "2026-10-24T06:00:00Z" {
		t.Errorf("%d %d %s %s", a, b, Texte(a), RFC3339(a))
	}
	m.Avancer() // the night when summer time ends
	if c := m.Instant(); JourDe(c) != v.NewJour(2026, 10, 25) || Texte(c) != "25/10/2026 08:00" || RFC3339(c) != "2026-10-25T07:00:00Z" {
		t.Errorf("%s %s", Texte(c), RFC3339(c))
	}
}

// The civil day is that of France, whatever the machine thinks.
func TestJourEnFrance(t *testing.T) {
	if j := JourDe(1761949800_000000); j != v.NewJour(2025, 10, 31) { // 2025-10-31T22:30Z, 23:30 in Paris
		t.Errorf("%s", j)
	}
	if j := JourDe(1761953400_000000); j != v.NewJour(2025, 11, 1) { // 2025-10-31T23:30Z, 00:30 in Paris
		t.Errorf("%s", j)
	}
	if d := (System{}).Jour() - JourDe(System{}.Instant()); d < -1 || d > 1 {
		t.Errorf("le jour du système est à %d jours de son instant", d)
	}
}
