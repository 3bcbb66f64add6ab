package cli

import (
	"strings"
	"testing"

	"accord/dossier"
	"accord/parametre"
	v "accord/valeur"
)

// A jurist finds in the print each rule under a chapter, each parameter with a
// name, a value in force, its source and its day of check, each point left open
// and each conflict of sources.
func TestReglesPourUnJuriste(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := ecrireRegles(&b, table, v.NewJour(2026, 11, 23)); err != nil {
		t.Fatal(err)
	}
	imprime := b.String()
	for _, non := range []string{"Autres règles", "aucune valeur", "n'ont pas été relues", "; ,", " :  "} {
		if strings.Contains(imprime, non) {
			t.Errorf("«%s» est imprimé", non)
		}
	}
	dit := func(s string) {
		t.Helper()
		if !strings.Contains(imprime, s) {
			t.Errorf("«%s» n'est pas imprimé", s)
		}
	}
	for _, r := range table.Regles() {
		dit("  " + r.Titre + "\n      article " + r.Article)
		dit(r.VraiEncoreLe.Francais() + " ; " + r.ID + "\n")
		if preuves[r.Preuve] == "" {
			t.Errorf("%s : la preuve «%s» n'a pas de mots", r.ID, r.Preuve)
		}
	}
	for _, c := range parametre.Codes() {
		if c.Libelle() == "" {
			t.Errorf("%s n'a pas de nom", c)
		}
		dit("  " + c.Libelle() + " : ")
		dit(" ; " + c.String() + "\n")
	}
	for _, l := range table.Lectures() {
		dit(l.Phrase + "\n      " + l.Point)
	}
	for _, c := range dossier.Conflits() {
		dit(c.Nom + " : " + c.Raison + "\n      " + c.Reference)
	}
	titres := map[string]int{}
	for i, r := range table.Regles() {
		if c := chapitreDe(r.ID); i == 0 || c != chapitreDe(table.Regles()[i-1].ID) {
			if titres[c]++; titres[c] > 1 {
				t.Errorf("le chapitre «%s» revient à %s", c, r.ID)
			}
		}
	}
	for _, l := range table.Lignes() {
		if sujets[l.Fichier] == "" {
			t.Errorf("%s : les paramètres de %s n'ont pas de sujet", l.Code, l.Fichier)
		}
	}
	dit("\nNaissance, adoption, deuil\n  Réduction forfaitaire du gain journalier : 21 %\n")
	dit("  Allocation d'accompagnement, par jour : valeur attendue d'un texte qui n'a pas été lu")
	dit("  Durée maximale des indemnités d'un accident survenu ce jour-là : aucune\n")
	dit("  Délai de carence : 3 jours\n")
	dit("fois le SMIC mensuel, depuis le 01/04/2025\n      Article R.323-4 (LEGIARTI000051226486), décret 2025-160 article 2, JO du 21/02/2025 ; vrai encore le")
	dit("né à partir du 01/04/1965 : 63 ans (")
}

// The print of a day is the law of that day: what came after is announced, not
// applied; a day before the rules that were read says so.
func TestReglesALaDate(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ le, dit string }{
		{"2025-03-31", "référence : 1,8 fois le SMIC mensuel\n"},
		{"2025-03-31", "puis 1,4 fois le SMIC mensuel à partir du 01/04/2025"},
		{"2024-08-31", "tolérance ancienne : un à trois jours, payés\n"},
		{"2025-08-31", "Avis d'arrêt sur papier : photocopie refusée, ancien imprimé toléré, depuis le 01/07/2025"},
		{"2021-12-31", "les règles de cette date n'ont pas été relues"},
		{"2027-01-15", "Plafond annuel de la sécurité sociale : aucune valeur connue ce jour-là"},
		{"2024-01-01", "né à partir du 01/01/1968 : 64 ans ("},
	} {
		le, err := v.ParseJour(c.le)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := ecrireRegles(&b, table, le); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), c.dit) {
			t.Errorf("au %s, «%s» n'est pas imprimé", c.le, c.dit)
		}
	}
}
