package piece

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"accord/droit"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiler(t testing.TB, nom string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(nom)))
	if err != nil {
		t.Fatal(nom, err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("mem:///schema", doc); err != nil {
		t.Fatal(nom, err)
	}
	s, err := c.Compile("mem:///schema")
	if err != nil {
		t.Fatal(nom, err)
	}
	return s
}

// compilerTout returns every published schema, by name.
func compilerTout(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	schemas := map[string]*jsonschema.Schema{}
	for _, nom := range Schemas() {
		schemas[nom] = compiler(t, nom)
	}
	return schemas
}

// valide says whether a document follows a schema.
func valide(s *jsonschema.Schema, doc []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

func TestSchemasEtExemples(t *testing.T) {
	if len(Schemas()) != 12 || Schema("accord/xyz/1") != nil {
		t.Fatal(Schemas())
	}
	for _, nom := range Schemas() {
		s := compiler(t, nom)
		var doc struct {
			Examples []json.RawMessage `json:"examples"`
		}
		if err := json.Unmarshal(Schema(nom), &doc); err != nil || len(doc.Examples) == 0 {
			t.Fatal(nom, err)
		}
		exemples := append(doc.Examples, fichier(t, strings.Split(nom, "/")[1]+".json"))
		if nom == porteConge.schema {
			exemples = append(exemples, fichier(t, "conge-emploi-poursuivi.json"))
		}
		for _, e := range exemples {
			if err := valide(s, e); err != nil {
				t.Errorf("%s: %v", nom, err)
			}
			unePiece(t, e)
		}
	}
}

// Reader and schema know the same keys, at every depth, and every key of the
// schema tells people what it is.
func TestSchemaEtLecteurOntLesMemesCles(t *testing.T) {
	for _, p := range portes() {
		var racine map[string]any
		if err := json.Unmarshal(Schema(p.schema), &racine); err != nil {
			t.Fatal(err)
		}
		comparerCles(t, racine, racine, p.schema, p.cles)
	}
}

func comparerCles(t *testing.T, racine, objet map[string]any, chemin string, cles []cle) {
	t.Helper()
	props, _ := resoudre(racine, objet)["properties"].(map[string]any)
	if len(props) != len(cles) {
		t.Errorf("%s: %d clés dans le schéma, %d dans le lecteur", chemin, len(props), len(cles))
	}
	for _, k := range cles {
		prop, ok := props[k.nom].(map[string]any)
		if !ok {
			t.Errorf("%s.%s: absente du schéma", chemin, k.nom)
			continue
		}
		if prop["title"] == nil || prop["description"] == nil {
			t.Errorf("%s.%s: sans titre ni description", chemin, k.nom)
		}
		if items, ok := prop["items"].(map[string]any); ok {
			prop = items
		}
		if len(k.sous) > 0 {
			comparerCles(t, racine, prop, chemin+"."+k.nom, k.sous)
		}
	}
}

func resoudre(racine, n map[string]any) map[string]any {
	if ref, ok := n["$ref"].(string); ok {
		defs := racine["$defs"].(map[string]any)
		return defs[ref[len("#/$defs/"):]].(map[string]any)
	}
	return n
}

// The words of the schemas are those of the law.
func TestMotsDesSchemas(t *testing.T) {
	for _, c := range []struct {
		schema, cle, code string
		sauf              []string
	}{
		{"accord/aat/1", "risque", "risque", nil},
		{"accord/aat/1", "nature", "nature_arret", []string{"rechute"}},
		{"accord/aat/1", "canal", "canal", nil},
		{"accord/aat/1", "support", "support", nil},
		{"accord/aat/1", "prescripteur", "prescripteur", nil},
		{"accord/dsij/1", "risque", "risque", nil},
		{"accord/dsij/1", "contrat.nature", "contrat", nil},
		{"accord/dsij/1", "absences.motif", "motif_absence", nil},
		{"accord/dsij/1", "reprise.motif", "motif_reprise", nil},
	} {
		var racine map[string]any
		if err := json.Unmarshal(Schema(c.schema), &racine); err != nil {
			t.Fatal(err)
		}
		n := racine
		for _, nom := range bytes.Split([]byte(c.cle), []byte(".")) {
			n = n["properties"].(map[string]any)[string(nom)].(map[string]any)
			if items, ok := n["items"].(map[string]any); ok {
				n = items
			}
		}
		var mots []string
		for _, m := range n["enum"].([]any) {
			if s, ok := m.(string); ok {
				mots = append(mots, s)
			}
		}
		veut := slices.DeleteFunc(slices.Clone(droit.Valeurs[c.code]), func(m string) bool { return slices.Contains(c.sauf, m) })
		if !slices.Equal(mots, veut) {
			t.Errorf("%s %s: %v, la loi dit %v", c.schema, c.cle, mots, veut)
		}
	}
}
