package exemples

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	v "accord/valeur"
)

// mauvais is a case that something is wrong with, and the clear answer to it:
// a refusal, or the states of its days with what is said or asked.
type mauvais struct {
	Nom     string                     `json:"nom"`
	Cas     map[string]json.RawMessage `json:"cas"`
	Refus   string                     `json:"refus"`
	Etats   map[string]int             `json:"etats"`
	Avis    []string                   `json:"avis"`
	Manques []string                   `json:"manques"`
}

func TestMauvaisCas(t *testing.T) {
	b, err := os.ReadFile("testdata/mauvais.json")
	if err != nil {
		t.Fatal(err)
	}
	var liste []mauvais
	if err := json.Unmarshal(b, &liste); err != nil {
		t.Fatal(err)
	}
	porte := newPorte(t)
	for _, m := range liste {
		t.Run(m.Nom, func(t *testing.T) {
			m.Cas["schema"] = json.RawMessage(`"accord/cas/1"`)
			texte, err := json.Marshal(m.Cas)
			if err != nil {
				t.Fatal(err)
			}
			_, res, _, err := porte.moteur.Calculer(texte)
			if m.Refus != "" || err != nil {
				if err == nil || err.Error() != m.Refus {
					t.Fatalf("refus «%v», attendu «%s»", err, m.Refus)
				}
				return
			}
			m.comparer(t, res)
			porte.eprouver(t, texte, 1)
		})
	}
}

func (m *mauvais) comparer(t *testing.T, res *droit.Resultat) {
	t.Helper()
	etats := map[string]int{}
	for i := range res.Jours {
		etats[string(res.Jours[i].Etat)]++
	}
	if !maps.Equal(etats, m.Etats) {
		t.Errorf("jours %v, attendu %v", etats, m.Etats)
	}
	for _, code := range m.Avis {
		if !slices.ContainsFunc(res.Avis, func(a droit.Avis) bool { return a.Code == code }) {
			t.Errorf("l'avis %s manque : %v", code, res.Avis)
		}
	}
	for _, code := range m.Manques {
		if !slices.ContainsFunc(res.Manques, func(x droit.Manque) bool { return x.Code == code }) {
			t.Errorf("le manque %s manque : %v", code, res.Manques)
		}
	}
}

// enorme is a case of many lines, years and arrêts. Without pays, each line is
// an open question.
func enorme(employeurs, annees, arrets, jours int, payes bool) *droit.Cas {
	cas := &droit.Cas{ConnuAu: v.NewJour(2026, 11, 23)}
	fin := v.NewJour(2026, 1, 1)
	for i := range employeurs {
		a := droit.Activite{ID: fmt.Sprint("E", i), Nature: droit.Salarie, Contrat: droit.CDI, Debut: fin.AjouterAnnees(-annees), Paie: droit.Mensuelle}
		for m := a.Debut; payes && m < fin; m = m.AjouterMois(1) {
			a.Salaires = append(a.Salaires, droit.Salaire{Periode: v.P(m, m.FinMois()), Brut: v.Connu(v.Centimes(50000)), Heures: v.Connu(v.Centiemes(3000))})
		}
		cas.Activites = append(cas.Activites, a)
	}
	for k := range arrets {
		du := fin - v.Jour((arrets-k-1)*(jours+10))
		cas.Arrets = append(cas.Arrets, droit.Arret{ID: fmt.Sprint("A", k), Risque: droit.Maladie, Nature: droit.Initial, Debut: du, Fin: du + v.Jour(jours) - 1, PrescritLe: du})
	}
	return cas
}

// Enormous cases are computed in bounded time, whatever is open in them: the
// law runs 64 times at most. A case that grows with the cube of what it holds takes
// hours; the bound leaves room for a loaded machine.
func TestCasEnormes(t *testing.T) {
	p := charger(t)
	for _, x := range []struct {
		nom  string
		cas  *droit.Cas
		avis string
	}{
		{"40 employeurs, 30 ans de paies", enorme(40, 30, 1, 30, true), ""},
		{"40 employeurs, rien de connu", enorme(40, 30, 1, 30, false), "HYPOTHESES_FIXEES"},
		{"500 arrêts sur 30 ans", enorme(1, 30, 500, 10, true), ""},
		{"500 arrêts, rien de connu", enorme(1, 30, 500, 10, false), ""},
	} {
		debut := time.Now()
		var r droit.Resultat
		if err := dossier.NewCalculateur(p).Calculer(x.cas, false, &r); err != nil {
			t.Fatal(err)
		}
		if d := time.Since(debut); d > time.Minute {
			t.Errorf("%s : %s", x.nom, d)
		} else {
			t.Logf("%s : %s", x.nom, d)
		}
		if dit := slices.ContainsFunc(r.Avis, func(a droit.Avis) bool { return a.Code == "HYPOTHESES_FIXEES" }); dit != (x.avis != "") {
			t.Errorf("%s : avis %v", x.nom, r.Avis)
		}
		if _, _, err := calcul.Read(calcul.AppendCas(nil, x.cas, calcul.Complete)); err != nil && !strings.Contains(err.Error(), "dépassent") {
			t.Errorf("%s : %v", x.nom, err)
		}
	}
}
