package calcul

import (
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"
)

// fixture reads a file of testdata.
func fixture(t testing.TB, nom string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + nom)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// schema compiles a published schema; dates are checked against the calendar.
func schema(t rapid.TB, texte string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(texte))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// document decodes JSON as the schemas want it.
func document(t rapid.TB, texte string) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(texte))
	if err != nil {
		t.Fatalf("%v: %s", err, texte)
	}
	return doc
}
