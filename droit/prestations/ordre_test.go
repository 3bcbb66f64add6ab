package prestations

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// What is told follows the days that the calendar gives each stop, not those that were
// declared; what is about none comes last.
func TestOrdreDeCeQuiEstDit(t *testing.T) {
	du := v.NewJour(2026, 6, 1)
	cas := &droit.Cas{Arrets: []droit.Arret{{ID: "A1", Debut: du + 30}, {ID: "M1"}, {ID: "A3", Debut: du + 40}}}
	r := &droit.Resultat{
		Jours:  []droit.JourCalcule{{Date: du, Chaine: 1}, {Date: du + 1, Chaine: 1}, {Date: du + 30, Chaine: 0}},
		Droits: []droit.Droit{{Arret: 0}, {Arret: 2}, {Arret: 1}},
		Bases:  []droit.Base{{Arret: 2}, {Arret: 1}, {Arret: 0}},
	}
	trace := &droit.Trace{Etapes: []droit.Etape{{Chaine: -1, Phrase: "tous"}, {Chaine: 2, Phrase: "A3"}, {Chaine: 0, Phrase: "A1"}, {Chaine: 1, Phrase: "M1"}, {Chaine: 0, Phrase: "encore A1"}}}
	new(Calcul).ordonner(cas, trace, r)
	verifierPhrases(t, trace, "M1", "A1", "encore A1", "A3", "tous")
	for k, veut := range []int{1, 0, 2} {
		if r.Droits[k].Arret != veut || r.Bases[k].Arret != veut {
			t.Errorf("%d : droit de %d, base de %d, attendu %d", k, r.Droits[k].Arret, r.Bases[k].Arret, veut)
		}
	}
}
