package cli

import (
	"testing"

	"accord/app"
)

// The line of an anomaly is said once, whether its phrase bears it or not.
func TestDireAnomalie(t *testing.T) {
	for _, c := range []struct {
		a       app.Anomalie
		attendu string
	}{
		{app.Anomalie{Phrase: "le fichier est vide"}, " : le fichier est vide"},
		{app.Anomalie{Ligne: 33, Phrase: "Ligne 33, S21.G00.30.001 : ni NIR ni NTT."}, ", ligne 33, S21.G00.30.001 : ni NIR ni NTT."},
		{app.Anomalie{Ligne: 1, Phrase: "Ligne 1 : les accents sont en UTF-8."}, ", ligne 1 : les accents sont en UTF-8."},
		{app.Anomalie{Ligne: 3, Phrase: "Ligne 33, autre part."}, ", ligne 3 : Ligne 33, autre part."},
		{app.Anomalie{Ligne: 2, Phrase: "fin: «2026-02-30» n'est pas une date"}, ", ligne 2 : fin: «2026-02-30» n'est pas une date"},
	} {
		if d := direAnomalie(&c.a); d != c.attendu {
			t.Errorf("«%s», attendu «%s»", d, c.attendu)
		}
	}
}
