package exemples

import (
	"encoding/json"
	"slices"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
)

// Every day and every step of every example names a rule of the table, with its
// article and a sentence. The steps about days say what the calendar says, also
// when it merges several answers.
func TestReglesNommees(t *testing.T) {
	p := charger(t)
	for _, e := range lire(t, "*") {
		cas, _, err := calcul.Read(e.Cas)
		if err != nil {
			t.Fatal(err)
		}
		var r droit.Resultat
		if err := dossier.NewCalculateur(supposer(t, p, e.Parametres)).Calculer(cas, true, &r); err != nil {
			t.Fatal(err)
		}
		for _, j := range r.Jours {
			if _, ok := p.Regle(string(j.Regle)); !ok && j.Regle != "NON_CALCULE" {
				t.Errorf("%s, %s : règle «%s» inconnue", e.ID, j.Date, j.Regle)
			}
		}
		for _, x := range r.Explication {
			if len(x.Entrees) == 2 && x.Entrees[0].Nom == "du" && !slices.ContainsFunc(r.Jours, func(j droit.JourCalcule) bool {
				return j.Date.String() == x.Entrees[0].Valeur && string(j.Etat) == x.Resultat[0].Valeur && j.Regle == x.Regle
			}) {
				t.Errorf("%s : l'étape «%s» n'est pas au calendrier", e.ID, x.Phrase)
			}
			if _, ok := p.Regle(string(x.Regle)); !ok || x.Article == "" || x.Phrase == "" {
				t.Errorf("%s : étape sans règle, sans article ou sans phrase : %+v", e.ID, x)
			}
		}
	}
}

// The data file is in the public form: nothing in it is ignored.
func TestDonneesStrictes(t *testing.T) {
	for _, e := range lire(t, "*") {
		var cles map[string]json.RawMessage
		if err := json.Unmarshal(e.Cas, &cles); err != nil || string(cles["schema"]) != `"accord/cas/1"` {
			t.Errorf("%s : %v", e.ID, err)
		}
	}
}
