package scenarios

import (
	"os"
	"regexp"

	"github.com/rogpeppe/go-internal/testscript"
)

// cle gives the caisse of a story a key that is always the same: the identifiers of people and of payments
// follow from it, and so does which payments are drawn to be looked at.
func cle(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 0 {
		ts.Fatalf("cle, avant la première réception")
	}
	ts.Check(os.WriteFile(ts.MkAbs("base/accord.cle"), []byte(cleDEssai), 0o600))
}

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

var numeroRapport = regexp.MustCompile(`Rapport ([0-9A-F]{12}) :`)

// retenirRapport keeps, under a name, the report that «accord rejouer» has just drawn up.
func retenirRapport(ts *testscript.TestScript, _ bool, args []string) {
	m := numeroRapport.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-rapport NOM, après «accord rejouer»")
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

var paiementTire = regexp.MustCompile(`(?m)^  ([A-Z2-7]{20})\|`)
var pieceNommee = regexp.MustCompile(`\(pièce ([0-9a-f]{8})\)`)

// retenirPaiement keeps, under a name, the first payment that «accord controles» lists.
func retenirPaiement(ts *testscript.TestScript, _ bool, args []string) {
	m := paiementTire.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-paiement NOM, après «accord controles»")
	}
	ts.Setenv(args[0], m[1])
}

// retenirPiece keeps, under a name, the piece that a dossier says changed what a control found wrong.
func retenirPiece(ts *testscript.TestScript, _ bool, args []string) {
	m := pieceNommee.FindStringSubmatch(ts.ReadFile("stdout"))
	if len(args) != 1 || m == nil {
		ts.Fatalf("retenir-piece NOM, après «accord dossier»")
	}
	ts.Setenv(args[0], m[1])
}
