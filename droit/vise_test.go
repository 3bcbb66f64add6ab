package droit

import (
	"testing"

	v "accord/valeur"
)

func TestSinistreVise(t *testing.T) {
	c := Cas{Arrets: []Arret{{ID: "A", Sinistre: "S1"}, {ID: "C"}}}
	for _, x := range []struct {
		d    Decision
		veut string
	}{
		{Decision{Sinistre: "S2", Arret: "A"}, "S2"},
		{Decision{Arret: "A"}, "S1"},
		{Decision{Arret: "C"}, ""},
		{Decision{Arret: "inconnu"}, ""},
		{Decision{}, ""},
	} {
		if s := c.SinistreVise(&x.d); s != x.veut {
			t.Errorf("%+v : «%s»", x.d, s)
		}
	}
}

// The end of an accident that nothing names is that of the arrêt named, of those that it
// began or goes on with, and of no other.
func TestEstFinDe(t *testing.T) {
	le := func(j int) v.Jour { return v.NewJour(2026, 3, j) }
	arret := func(id, sinistre string, r Risque, n NatureArret, j int) Arret {
		return Arret{ID: id, Sinistre: sinistre, Risque: r, Nature: n, Debut: le(j)}
	}
	at, mp := AccidentTravail, MaladiePro
	c := Cas{Arrets: []Arret{
		arret("F", "", at, Initial, 16), arret("C", "", at, Initial, 2), arret("A", "S1", at, Initial, 5), arret("B", "S2", at, Initial, 6),
		arret("M", "", mp, Initial, 7), arret("P", "", at, Prolongation, 10), arret("D", "", at, Initial, 12), arret("E", "", at, Initial, 12),
		arret("Q", "", at, Prolongation, 12), arret("R", "", at, Prolongation, 20), arret("T", "", at, Prolongation, 1), arret("N", "", mp, Prolongation, 1),
	}}
	for _, x := range []struct {
		d    Decision
		fins string // the arrêts of which it is the end
	}{
		{Decision{Nature: Reconnaissance}, ""},
		{Decision{Nature: Consolidation, Sinistre: "S1"}, "A"},
		{Decision{Nature: Guerison, Sinistre: "S1", Arret: "B"}, "A"},
		{Decision{Nature: Guerison, Arret: "B"}, "B"},
		{Decision{Nature: Consolidation}, "FCMPDEQRTN"},
		{Decision{Nature: Consolidation, Arret: "C"}, "CP"},
		{Decision{Nature: Consolidation, Arret: "P"}, "CP"},
		{Decision{Nature: Guerison, Arret: "D"}, "D"},
		{Decision{Nature: Guerison, Arret: "E"}, "EQ"},
		{Decision{Nature: Consolidation, Arret: "R"}, "FR"},
		{Decision{Nature: Consolidation, Arret: "M"}, "M"},
		{Decision{Nature: Consolidation, Arret: "T"}, "T"},
	} {
		fins := ""
		for i := range c.Arrets {
			if c.EstFinDe(&x.d, &c.Arrets[i]) {
				fins += c.Arrets[i].ID
			}
		}
		if fins != x.fins {
			t.Errorf("%+v : %s, attendu %s", x.d, fins, x.fins)
		}
	}
}
