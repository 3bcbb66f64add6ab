package scenarios

import (
	"strings"

	"accord/format/retour"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// conforme holds what the last command wrote against the published schema of a sheet.
func conforme(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 0 {
		ts.Fatalf("conforme, après «accord retour --json»")
	}
	lire := func(texte string) any {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(texte))
		ts.Check(err)
		return doc
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	ts.Check(c.AddResource("retour.json", lire(retour.Schema())))
	s, err := c.Compile("retour.json")
	ts.Check(err)
	ts.Check(s.Validate(lire(ts.ReadFile("stdout"))))
}
