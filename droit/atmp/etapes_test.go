package atmp

import (
	"strings"
	"testing"

	"accord/droit"
)

// Each step says of which stop it is; the time that the caisse has to decide is of none.
func TestEtapesDeChaqueArret(t *testing.T) {
	cas := simple()
	autre := cas.Arrets[0]
	autre.ID, autre.Sinistre, autre.Debut, autre.Fin, autre.PrescritLe, autre.RecuLe = "A2", "S2", jour("2026-07-02"), jour("2026-07-10"), jour("2026-07-02"), jour("2026-07-02")
	pendant := autre
	pendant.ID, pendant.Sinistre, pendant.Debut, pendant.Fin, pendant.PrescritLe, pendant.RecuLe = "A3", "S3", jour("2026-11-03"), jour("2026-11-10"), jour("2026-11-03"), jour("2026-11-03")
	cas.Arrets = append(cas.Arrets, autre, pendant)
	cas.Sinistres = append(cas.Sinistres,
		droit.Sinistre{ID: "S2", Risque: droit.AccidentTravail, AccidentLe: jour("2026-07-01")},
		droit.Sinistre{ID: "S3", Risque: droit.AccidentTravail, AccidentLe: jour("2026-11-02"), DeclareLe: jour("2026-11-04")})
	cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.Reconnaissance, Sinistre: "S2", Le: jour("2026-07-20")})
	trace := new(droit.Trace)
	calculer(t, cas, trace)
	vues := map[int]int{}
	for _, e := range trace.Etapes {
		if vues[e.Chaine]++; strings.HasPrefix(string(e.Regle), "REC-") != (e.Chaine == -1) {
			t.Errorf("%s, arrêt %d : %s", e.Regle, e.Chaine, e.Phrase)
		}
	}
	if vues[0] == 0 || vues[1] == 0 || vues[-1] == 0 || vues[2] != 0 {
		t.Errorf("étapes par arrêt : %v", vues)
	}
}
