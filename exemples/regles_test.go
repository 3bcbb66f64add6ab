package exemples

import (
	"encoding/json"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
)

// Every day and every step of every example names a rule of the table, with its
// article and a sentence; and every rule of maladie that can be computed has an
// example.
func TestReglesNommees(t *testing.T) {
	p := charger(t)
	illustrees := map[string]bool{}
	for _, e := range lire(t, "*") {
		for _, id := range e.Regles {
			illustrees[id] = true
		}
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
			if _, ok := p.Regle(string(x.Regle)); !ok || x.Article == "" || x.Phrase == "" {
				t.Errorf("%s : étape sans règle, sans article ou sans phrase : %+v", e.ID, x)
			}
		}
	}
	for _, r := range p.Regles() {
		if !illustrees[r.ID] && ailleurs[r.ID] == "" {
			t.Errorf("la règle %s (%s) n'a pas d'exemple", r.ID, r.Titre)
		}
	}
}

// ailleurs says where the rules are proved that no whole case shows yet.
var ailleurs = map[string]string{
	"MAL-OUV-12":   "droit/maladie, TestAccidentEnAttente",
	"REC-01":       "droit/atmp, TestHorloges",
	"REC-04":       "droit/atmp, TestHorloges",
	"REC-05":       "droit/atmp, TestHorloges",
	"AT-ASTREINTE": "droit/atmp, TestAstreinte",
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
