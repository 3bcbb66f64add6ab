package maladie

import (
	"testing"

	"accord/droit"
)

// A forced value that is not understood changes nothing, and is named.
func TestForcageInconnu(t *testing.T) {
	for valeur, connu := range map[string]bool{"payer": true, "refuser": true, "droits_ouverts": true, "carence=0": true, "ij=32.87": true,
		"": false, "carence=": false, "carence=x": false, "carence=12": false, "ij=": false, "ij=-1.00": false, "ij=1,50": false, "oui": false} {
		cas := simple()
		cas.Decisions = []droit.Decision{{Nature: droit.Forcage, Arret: "A1", Le: jour("2026-03-02"), Valeur: valeur}}
		if got := ForcageConnu(valeur); got != connu {
			t.Errorf("«%s» : connu %v", valeur, got)
		}
		if got := etats(calculer(t, cas), 0); !connu && got != "cccPPPPPPPPPPP" {
			t.Errorf("«%s» : %s", valeur, got)
		}
	}
}

// The last decision of an agent prevails, on the days that it names.
func TestForcageDesJours(t *testing.T) {
	cas := simple()
	cas.Decisions = []droit.Decision{
		{Nature: droit.Forcage, Arret: "A1", Le: jour("2026-03-03"), Au: jour("2026-03-03"), Valeur: "payer"},
		{Nature: droit.Forcage, Arret: "A1", Le: jour("2026-03-10"), Au: jour("2026-03-12"), Valeur: "refuser"},
		{Nature: droit.Forcage, Arret: "A1", Le: jour("2026-03-11"), Au: jour("2026-03-11"), Valeur: "payer"},
		{Nature: droit.Forcage, Arret: "A2", Le: jour("2026-03-14"), Valeur: "refuser"},
	}
	if got := etats(calculer(t, cas), 0); got != "cPcPPPPPRPRPPP" {
		t.Error(got)
	}
}
