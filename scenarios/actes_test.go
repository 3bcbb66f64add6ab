package scenarios

import (
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

var jetonMontre = regexp.MustCompile(`(?m)^  ((?:[A-Z2-7]{1,4}-)+[A-Z2-7]{1,4})$`)

// retenirJeton keeps, under a name, the token that was just shown.
func retenirJeton(ts *testscript.TestScript, _ bool, args []string) {
	m := jetonMontre.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-jeton NOM, après «accord agents ajouter» ou «accord agents jeton»")
	}
	ts.Setenv(args[0], m[1])
}

var numeroBordereau = regexp.MustCompile(`Bordereau ([0-9A-F]{8}) :`)

// retenirBordereau keeps, under a name, the list that «accord effacer» has just drawn up.
func retenirBordereau(ts *testscript.TestScript, _ bool, args []string) {
	m := numeroBordereau.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-bordereau NOM, après «accord effacer»")
	}
	ts.Setenv(args[0], m[1])
}

var numeroActe = regexp.MustCompile(`Acte ([0-9a-f]{16}) fait`)
var numeroSignature = regexp.MustCompile(`\(signature ([0-9a-f]+)\)`)

// retenirSignature keeps, under a name, the signature of the decision that a dossier shows.
func retenirSignature(ts *testscript.TestScript, _ bool, args []string) {
	m := numeroSignature.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-signature NOM, après «accord dossier»")
	}
	ts.Setenv(args[0], m[1])
}

// retenirActe keeps, under a name, the identifier of the act that was just done: those
// that answer it quote it.
func retenirActe(ts *testscript.TestScript, _ bool, args []string) {
	m := numeroActe.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-acte NOM, après «accord agir»")
	}
	ts.Setenv(args[0], m[1])
}
