package prestations

import (
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// A forced value that is not understood is named by the key of the case.
func TestNonCalcules(t *testing.T) {
	cas := &droit.Cas{Arrets: []droit.Arret{{ID: "A1", Risque: droit.Maladie}}}
	for valeur, connu := range map[string]bool{"payer": true, "ij=32.87": true, "ij=1,50": false, "oui": false} {
		cas.Decisions = []droit.Decision{{Nature: droit.Forcage, Arret: "A1", Le: v.NewJour(2026, 3, 2), Valeur: valeur}}
		ms := NonCalcules(cas)
		if len(ms) != 0 == connu || !connu && !strings.HasPrefix(ms[0].Phrase, "decisions[0].valeur") {
			t.Errorf("«%s» : %v", valeur, ms)
		}
	}
}
