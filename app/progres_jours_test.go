package app

import (
	"testing"

	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// A day paid under one risk and owed under another is no payment: its order leaves, whatever was given back to PROGRES of
// that day.
func TestJoursPayes(t *testing.T) {
	j := v.NewJour(2026, 8, 27)
	ligne := func(r droit.Risque, jour v.Jour, brut v.Centimes) paiement.Ligne {
		return paiement.Ligne{Activite: "E1", Risque: r, Jours: []paiement.JourLigne{{Jour: jour, Brut: brut}}}
	}
	o := &paiement.Ordre{Destinataire: registre.Assure, Lignes: []paiement.Ligne{
		ligne(droit.AccidentTravail, j-1, 33_53), ligne(droit.AccidentTravail, j, 27_94), ligne(droit.Maladie, j, -27_94), ligne(droit.AccidentTravail, j+1, 30_00), ligne(droit.Maladie, j+1, -27_94),
	}}
	if cs := joursPayes(o); len(cs) != 2 || cs[0].Jour != j-1 || cs[1].Jour != j+1 {
		t.Errorf("%+v", cs)
	}
}
