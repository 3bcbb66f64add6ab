package maladie

import (
	"testing"

	"accord/droit"
)

// MAL-OUV-12, SWI-01: until an accident at work is recognised, sickness
// allowances are paid, with their waiting period; a refusal makes them final,
// and a recognition takes them out of sickness.
func TestAccidentEnAttente(t *testing.T) {
	cas := simple()
	cas.Arrets[0].Risque, cas.Arrets[0].Sinistre = droit.AccidentTravail, "S1"
	cas.Sinistres = []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-01")}}
	for _, c := range []struct {
		decision droit.NatureDecision
		etats    string
		regle    droit.Regle
		manques  int
	}{
		{"", "cccPPPPPPPPPPP", "SWI-01", 1},
		{droit.RefusReconnaissance, "cccPPPPPPPPPPP", "MAL-BAS-04", 0},
		{droit.Reconnaissance, "", "", 0},
	} {
		cas.Decisions = nil
		if c.decision != "" {
			cas.Decisions = []droit.Decision{{Nature: c.decision, Sinistre: "S1", Le: jour("2026-05-04")}}
		}
		var loi Calcul
		r := new(droit.Resultat)
		if err := loi.Calculer(cas, table, nil, r); err != nil {
			t.Fatal(err)
		}
		if got := etats(r, 0); got != c.etats || len(r.Manques) != c.manques || got != "" && r.Jours[5].Regle != c.regle {
			t.Errorf("«%s» : %s %v %v", c.decision, got, r.Jours, r.Manques)
		}
	}
}
