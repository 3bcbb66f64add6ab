package libelle

import (
	"testing"

	"accord/suivi"
)

// What starts each clock of the table is said in words.
func TestDepart(t *testing.T) {
	for _, h := range suivi.Horloges() {
		if Depart(h.Depart) == h.Depart {
			t.Errorf("%s : «%s» n'a pas de mots", h.Code, h.Depart)
		}
	}
}
