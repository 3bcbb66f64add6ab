package scenarios

import (
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

var numeroActe = regexp.MustCompile(`Acte ([0-9a-f]{16}) fait`)

// retenirActe keeps, under a name, the identifier of the act that was just done: those
// that answer it quote it.
func retenirActe(ts *testscript.TestScript, _ bool, args []string) {
	m := numeroActe.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-acte NOM, après «accord agir»")
	}
	ts.Setenv(args[0], m[1])
}
