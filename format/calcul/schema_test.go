package calcul

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"accord/droit"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The corpus of refusals: what the schema refuses the reader refuses, and what
// the reader refuses the schema refuses too, save where a reason is written.
func TestSchemaEtLecteurRefusentLesMemes(t *testing.T) {
	s := schema(t, SchemaCas())
	for _, r := range lesRefus(t) {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(r.cas(t)))
		refuse := err != nil || s.Validate(doc) != nil
		switch {
		case err != nil && r.HorsSchema == "":
			t.Errorf("%s: pas du JSON, sans que la raison soit écrite", r.Nom)
		case err == nil && refuse && r.HorsSchema != "":
			t.Errorf("%s: le schéma sait le refuser, la raison écrite est fausse", r.Nom)
		case !refuse && r.HorsSchema == "":
			t.Errorf("%s: le schéma l'accepte", r.Nom)
		}
	}
}

func TestSchemaAccepteLesFixtures(t *testing.T) {
	s := schema(t, SchemaCas())
	for _, nom := range []string{"ordinaire.cas.json", "complet.cas.json"} {
		if err := s.Validate(document(t, string(fixture(t, nom)))); err != nil {
			t.Errorf("%s: %v", nom, err)
		}
	}
	if err := schema(t, SchemaResultat()).Validate(document(t, string(fixture(t, "ordinaire.resultat.json")))); err != nil {
		t.Error(err)
	}
}

// intrus are put in turn at every place of a valid case.
var intrus = []string{
	`null`, `true`, `false`, `0`, `1`, `3`, `-1`, `1.5`, `25000`, `2024`, `""`, `"x"`, `"E1"`, `"G1"`, `"maladie"`, `"2026-02-30"`,
	`"2026-06-15"`, `"1899-12-31"`, `"2000.00"`, `"-1.00"`, `"12.345"`, `"100000000.00"`, `"00050"`, `"100.00"`, `"73282932000074"`,
	`"12345678901234"`, `"é\u0000"`, `[]`, `{}`, `[null]`, `["E1"]`, `["2026-01-01"]`, `[{}]`, `{"inconnue":1}`,
}

// Every value of the complete case is replaced by every intruder, and every
// member taken away: schema and reader agree on each, save what only the
// reader can know.
func TestSchemaEtLecteurSurToutesLesMutations(t *testing.T) {
	s := schema(t, SchemaCas())
	var racine any
	if err := json.Unmarshal(fixture(t, "complet.cas.json"), &racine); err != nil {
		t.Fatal(err)
	}
	essais, refuses := 0, 0
	essayer := func(ou string) {
		texte, err := json.Marshal(racine)
		if err != nil {
			t.Fatal(err)
		}
		errSchema := s.Validate(document(t, string(texte)))
		_, _, err = Read(texte)
		essais++
		if err != nil {
			refuses++
		}
		refus, _ := err.(*Erreur)
		switch {
		case errSchema != nil && err == nil:
			t.Errorf("%s: le schéma refuse, le lecteur accepte: %v", ou, errSchema)
		case errSchema == nil && err != nil && !refus.sens:
			t.Errorf("%s: le lecteur refuse (%v), le schéma accepte", ou, err)
		}
	}
	muter(racine, "", essayer)
	t.Logf("%d mutations, %d refusées", essais, refuses)
	if essais < 5_000 || refuses < essais/2 {
		t.Errorf("%d essais, %d refusés: la mutation ne couvre pas le cas", essais, refuses)
	}
}

// muter calls essayer with each value below x replaced in turn.
func muter(x any, chemin string, essayer func(string)) {
	switch x := x.(type) {
	case map[string]any:
		for _, cle := range slices.Sorted(maps.Keys(x)) {
			ou, valeur := chemin+"."+cle, x[cle]
			delete(x, cle)
			essayer(ou + " ôtée")
			x[cle] = valeur
			remplacer(func(v any) { x[cle] = v }, valeur, ou, essayer)
		}
		x["intruse"] = "x"
		essayer(chemin + ".intruse")
		delete(x, "intruse")
	case []any:
		for i := range x {
			remplacer(func(v any) { x[i] = v }, x[i], fmt.Sprintf("%s[%d]", chemin, i), essayer)
		}
	}
}

func remplacer(poser func(any), valeur any, ou string, essayer func(string)) {
	for _, texte := range intrus {
		poser(json.RawMessage(texte))
		essayer(ou + " = " + texte)
	}
	poser(valeur)
	muter(valeur, ou, essayer)
}

// The words of the schema are those of the law.
func TestSchemaListeLesMotsDuDroit(t *testing.T) {
	listes := map[string]bool{}
	var visiter func(x any)
	visiter = func(x any) {
		switch x := x.(type) {
		case map[string]any:
			if mots, ok := x["enum"].([]any); ok {
				listes[cleMots(mots)] = true
			}
			for _, v := range x {
				visiter(v)
			}
		case []any:
			for _, v := range x {
				visiter(v)
			}
		}
	}
	visiter(document(t, SchemaCas()))
	for code, mots := range droit.Valeurs {
		attendu := make([]any, len(mots))
		for i, m := range mots {
			attendu[i] = m
		}
		if !listes[cleMots(attendu)] {
			t.Errorf("le schéma n'a pas la liste %s: %v", code, mots)
		}
	}
}

func cleMots(mots []any) string {
	var m []string
	for _, mot := range mots {
		if texte, ok := mot.(string); ok {
			m = append(m, texte)
		}
	}
	slices.Sort(m)
	return strings.Join(m, " ")
}

// The examples given to integrators are valid, and the case one is readable.
func TestExemplesDesSchemas(t *testing.T) {
	for _, texte := range []string{SchemaCas(), SchemaResultat()} {
		s := schema(t, texte)
		exemples := document(t, texte).(map[string]any)["examples"].([]any)
		if len(exemples) == 0 {
			t.Error("pas d'exemple")
		}
		for _, e := range exemples {
			if err := s.Validate(e); err != nil {
				t.Error(err)
			}
		}
	}
	exemple, err := json.Marshal(document(t, SchemaCas()).(map[string]any)["examples"].([]any)[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(exemple); err != nil {
		t.Error(err)
	}
}

// An integrator finds what every key is.
func TestSchemasDecriventChaqueCle(t *testing.T) {
	for _, texte := range []string{SchemaCas(), SchemaResultat()} {
		doc := document(t, texte).(map[string]any)
		if doc["title"] == nil || doc["description"] == nil {
			t.Error("schéma sans titre ou sans description")
		}
		defs := doc["$defs"].(map[string]any)
		var visiter func(chemin string, x any)
		visiter = func(chemin string, x any) {
			o, ok := x.(map[string]any)
			if !ok {
				return
			}
			if props, ok := o["properties"].(map[string]any); ok && o["additionalProperties"] == false {
				for cle, p := range props {
					verifierDescription(t, chemin+"."+cle, p.(map[string]any), defs)
					visiter(chemin+"."+cle, p)
				}
			}
		}
		visiter("", doc)
		for nom, d := range defs {
			visiter(nom, d)
		}
	}
}

func verifierDescription(t *testing.T, chemin string, p, defs map[string]any) {
	t.Helper()
	if p["description"] != nil || strings.Contains(chemin, "arrondi_ij.") {
		return
	}
	ref, _ := p["$ref"].(string)
	if d, ok := defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any); !ok || d["description"] == nil {
		t.Errorf("%s n'est pas décrit", chemin)
	}
}
