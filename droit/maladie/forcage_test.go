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

// A right that an agent opens still waits for what carries it beyond the sixth month, which is
// asked for; one that he closes asks for nothing.
func TestForcageDesDroits(t *testing.T) {
	cas := employe(arret("A1", "2026-01-05", "2026-07-10", droit.Initial))
	cas.Activites[0].Salaires = mois("2025-10", "2025-12", "700.00", "60.00")
	for valeur, veut := range map[string]struct {
		apres   string
		demande int
	}{forceDroitsOuverts: {"P??????", 10}, forceDroitsRefuses: {"RRRRRRR", 0}} {
		cas.Decisions = []droit.Decision{{Nature: droit.Forcage, Arret: "A1", Le: jour("2026-01-05"), Valeur: valeur}}
		got, bs := etats(calculer(t, cas), 0), Besoins(cas, table)
		if got[180:] != veut.apres || len(bs) != veut.demande {
			t.Errorf("%s : %s, %d demandes", valeur, got[180:], len(bs))
		}
	}
}

// The last decision in date prevails, in whatever order they are written; one
// that cannot be read, of another kind or about another arrêt, is nothing.
func TestForcageDernier(t *testing.T) {
	force := func(le, valeur string) droit.Decision {
		return droit.Decision{Nature: droit.Forcage, Arret: "A1", Le: jour(le), Valeur: valeur}
	}
	autre := force("2026-03-20", "ij=9.00")
	autre.Arret = "A2"
	ald := force("2026-03-20", "ij=9.00")
	ald.Nature = droit.DecisionALD
	bornee := force("2026-03-08", "refuser")
	bornee.Au = jour("2026-03-09")
	for _, ds := range [][]droit.Decision{
		{force("2026-03-05", "ij=1.00"), force("2026-03-10", "ij=2.00"), force("2026-03-15", "ij=x"), force("2026-03-05", "payer"), bornee, autre, ald},
		{ald, autre, bornee, force("2026-03-05", "payer"), force("2026-03-15", "ij=x"), force("2026-03-10", "ij=2.00"), force("2026-03-05", "ij=1.00")},
	} {
		cas := &droit.Cas{Arrets: []droit.Arret{arret("A1", "2026-03-02", "2026-03-20", droit.Initial)}, Decisions: ds}
		c := &Calcul{cas: cas, decisions: true, morceaux: []morceau{{arret: 0}}}
		ch := &chaine{lignes: []ligne{{n: 1}}}
		if valeur, ok := c.valeurForcee(ch, forceIJ); !ok || valeur != "ij=2.00" {
			t.Errorf("%v : «%s», attendu ij=2.00", ds, valeur)
		}
		if _, ok := c.valeurForcee(ch, forceCarence); ok {
			t.Error("rien ne force la carence")
		}
		for le, attendu := range map[string]string{"2026-03-04": "", "2026-03-05": forcePayer, "2026-03-07": forcePayer, "2026-03-08": forceRefuser, "2026-03-09": forceRefuser, "2026-03-10": forcePayer} {
			if got := c.jourForce(&cas.Arrets[0], jour(le)); got != attendu {
				t.Errorf("le %s : «%s», attendu «%s»", le, got, attendu)
			}
		}
		if !c.paiementForce(ch) {
			t.Error("un jour est payé par décision")
		}
		cas.Decisions = []droit.Decision{autre, ald, bornee, {Nature: droit.Forcage, Arret: "A2", Valeur: forcePayer}, {Nature: droit.DecisionALD, Arret: "A1", Valeur: forcePayer}}
		if c.paiementForce(ch) {
			t.Error("aucun jour de cet arrêt ne l'est plus")
		}
	}
}
