package dossier

import (
	"strings"
	"testing"

	v "accord/valeur"
)

func TestDifferences(t *testing.T) {
	ne := v.NewJour(1985, 1, 15)
	zoe := Identite{NomNaissance: "LEFÈVRE", Prenoms: "Zoé Anne", Naissance: ne}
	for _, c := range []struct {
		autre   Identite
		attendu string
	}{
		{zoe, ""},
		{Identite{}, ""},
		{Identite{NomNaissance: "lefevre", Prenoms: "ZOE", Naissance: ne}, ""},
		{Identite{NomNaissance: "MARTIN", NomUsage: "LEFEVRE", Prenoms: "Zoé", Naissance: ne}, ""},
		{Identite{NomNaissance: "MARTIN", Prenoms: "Zoé", Naissance: ne}, "nom LEFÈVRE ou MARTIN"},
		{Identite{NomNaissance: "LEFEVRE", Prenoms: "Ana", Naissance: ne}, "prénoms Zoé Anne ou Ana"},
		{Identite{NomNaissance: "LEFEVRE", Prenoms: "Zoé", Naissance: ne + 1}, "naissance le 15/01/1985 ou le 16/01/1985"},
		{Identite{NomNaissance: "MARTIN", Prenoms: "Claude", Naissance: ne - 1}, "nom LEFÈVRE ou MARTIN, prénoms Zoé Anne ou Claude, naissance le 15/01/1985 ou le 14/01/1985"},
	} {
		if got := strings.Join(Differences(&zoe, &c.autre), ", "); got != c.attendu {
			t.Errorf("«%s», attendu «%s»", got, c.attendu)
		}
	}
}
