package piece

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"accord/app"
)

// All the faults of a piece are told, each with its place: the piece is kept whole by the
// first, is counted once, and what hangs on a fault told already is not told again.
func TestToutesLesFautes(t *testing.T) {
	for _, c := range []struct {
		doc    string
		change []string
		cles   []string
	}{
		{"bulletin", []string{`"du":"2026-09-01"`, `"du":"2026-09-31"`, `"schema"`, `"inconnue":1,"schema"`}, []string{"inconnue", "du"}},
		{"rib", []string{`"FR7630006000011234567890189"`, `"FR76"`, `"demande_le":"2026-11-05"`, `"demande_le":"hier"`}, []string{"iban", "demande_le"}},
		{"dsij", []string{`"version":1`, `"version":0`, `"absences":[{`, `"absences":[3,{`, `"heures":"420.01"`, `"heures":"beaucoup"`}, []string{"absences[0]", "version", "heures[0].heures"}},
		{"revenus", []string{`"version":1`, `"version":"1"`, `"activites":[`, `"activites":true,"autres":[`}, []string{"activites", "autres", "version"}},
	} {
		doc := uneLigne(t, c.doc+".json")
		for i := 0; i < len(c.change); i += 2 {
			doc = remplacer(t, doc, c.change[i], c.change[i+1])
		}
		l := lire([]byte(doc))
		var cles []string
		perdues := 0
		for _, a := range l.Anomalies {
			cles = append(cles, a.Rubrique)
			if a.Ligne != 1 || !strings.HasPrefix(a.Phrase, a.Rubrique+": ") {
				t.Errorf("%s : %+v", c.doc, a)
			}
			if a.Gravite != app.Signalee {
				perdues++
			}
		}
		if !slices.Equal(cles, c.cles) || perdues != 1 || len(l.Pieces) != 0 || !bytes.Equal(l.Anomalies[0].Extrait, []byte(doc)) {
			t.Errorf("%s : %v, %d perdues, %d pièces ; attendu %v", c.doc, cles, perdues, len(l.Pieces), c.cles)
		}
	}
}

// A document sealed whole is told where it is wrong, and not what stands there.
func TestFautesSousScelle(t *testing.T) {
	doc := remplacer(t, remplacer(t, uneLigne(t, "aat.json"), `"schema"`, `"motif":"x","schema"`), `"nature":"initial"`, `"nature":"dépression"`)
	l := lire([]byte(doc))
	if len(l.Anomalies) != 2 || l.Anomalies[1].Rubrique != "nature" || len(l.Pieces) != 1 || l.Pieces[0].Medical == nil {
		t.Fatalf("%+v", l.Anomalies)
	}
	for _, a := range l.Anomalies {
		if strings.Contains(a.Phrase+a.Trouve, "dépression") || a.Extrait != nil {
			t.Errorf("%+v", a)
		}
	}
}
