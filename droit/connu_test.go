package droit

import (
	"testing"

	v "accord/valeur"
)

// Each kind of fact that bears the day on which it was known is left out when
// that day comes after the case's, and stays when it is that day or has none.
func TestConnu(t *testing.T) {
	le := jour("2026-03-12")
	cas := func(j v.Jour) *Cas {
		return &Cas{
			ConnuAu:   le,
			Assure:    Assure{Avertissements: []v.Jour{le - 9, j}},
			Activites: []Activite{{ID: "E1", Salaires: []Salaire{{VerseLe: j}, {}}, Primes: []Prime{{VerseLe: j}, {VerseLe: le - 9}}}},
			Arrets:    []Arret{{ID: "A1", RecuLe: j}, {ID: "A2", ConnuLe: j}, {ID: "A3"}},
			Verse:     []Versement{{VerseLe: j}, {}},
			Decisions: []Decision{{Le: j}, {Le: le - 9}},
		}
	}
	compte := func(c *Cas) [6]int {
		a := &c.Activites[0]
		return [6]int{len(c.Arrets), len(a.Salaires), len(a.Primes), len(c.Verse), len(c.Decisions), len(c.Assure.Avertissements)}
	}
	for _, x := range []struct {
		connu   v.Jour
		attendu [6]int
	}{{le - 1, [6]int{3, 2, 2, 2, 2, 2}}, {le, [6]int{3, 2, 2, 2, 2, 2}}, {le + 1, [6]int{1, 1, 1, 1, 1, 1}}} {
		c := cas(x.connu)
		k := c.Connu()
		if got := compte(k); got != x.attendu {
			t.Errorf("faits connus le %s : %v, attendu %v", x.connu, got, x.attendu)
		}
		if x.connu <= le && k != c {
			t.Errorf("faits connus le %s : le cas a été copié sans raison", x.connu)
		}
		if got := compte(c); got != [6]int{3, 2, 2, 2, 2, 2} {
			t.Errorf("le cas de départ a changé : %v", got)
		}
	}
	c := cas(le + 1)
	if c.ConnuAu = 0; c.Connu() != c {
		t.Error("sans connu_au, rien n'est écarté")
	}
}

// One fact known too late is enough for the case to be taken without it.
func TestConnuUnSeulFait(t *testing.T) {
	tard := jour("2026-03-13")
	for nom, c := range map[string]*Cas{
		"arrêt reçu":  {Arrets: []Arret{{RecuLe: tard}}},
		"arrêt connu": {Arrets: []Arret{{ConnuLe: tard}}},
		"versement":   {Verse: []Versement{{VerseLe: tard}}},
		"lettre":      {Assure: Assure{Avertissements: []v.Jour{tard}}},
		"décision":    {Decisions: []Decision{{Le: tard}}},
		"paie":        {Activites: []Activite{{Salaires: []Salaire{{VerseLe: tard}}}}},
		"prime":       {Activites: []Activite{{Primes: []Prime{{VerseLe: tard}}}}},
	} {
		c.ConnuAu = tard - 1
		k := c.Connu()
		reste := len(k.Arrets) + len(k.Verse) + len(k.Decisions)
		for i := range k.Activites {
			reste += len(k.Activites[i].Salaires) + len(k.Activites[i].Primes)
		}
		if k == c || reste != 0 {
			t.Errorf("%s : connu trop tard, et gardé", nom)
		}
	}
}
