package scenarios

import (
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"accord/cli"

	"github.com/rogpeppe/go-internal/testscript"
)

// surPlace rewrites a story so that the commands that open the base run inside
// the test, which spares a process each.
func surPlace(script string) string { return ouvreLaBase.ReplaceAllString(script, "${1}surplace $2") }

// commandesDeBase are the commands of the stories that open the base.
const commandesDeBase = "recevoir|jour|payer|dossier|agir|signer|etat|travail|verifier|lettres|horloges|identite|arreter|reprendre|attente|agents|rejouer|retour"

var ouvreLaBase = regexp.MustCompile(`(?m)^((?:\[.*\] )?(?:! )?)exec accord ((?:` + commandesDeBase + `)\b)`)

// surplace runs one command inside the test.
func surplace(ts *testscript.TestScript, neg bool, args []string) {
	statut := executer(ts, args, ts.Stdout(), ts.Stderr())
	if reussi := statut == 0; reussi == neg {
		ts.Fatalf("accord %s : statut %d", strings.Join(args, " "), statut)
	}
}

// executer gives by the arguments, and the token of an agent by the input, what a
// process finds in its environment and in its folder.
func executer(ts *testscript.TestScript, args []string, sortie, erreurs io.Writer) int {
	complets := []string{args[0]}
	for _, nom := range []string{"base", "cles", "caisse", "date"} {
		if valeur := ts.Getenv("ACCORD_" + strings.ToUpper(nom)); valeur != "" {
			complets = append(complets, "--"+nom+"="+valeur)
		}
	}
	for i, a := range args[1:] {
		if _, err := os.Stat(ts.MkAbs(a)); err == nil || args[i] == "--sortie" {
			a = ts.MkAbs(a)
		}
		complets = append(complets, a)
	}
	return cli.Main(complets, strings.NewReader(ts.Getenv("ACCORD_JETON")), sortie, erreurs)
}

// TestSurPlace: the rewriting leaves alone what is not a command on the base.
func TestSurPlace(t *testing.T) {
	const script = "exec accord recevoir a.dsn\n! exec accord payer\n[!postgres] exec accord etat\nexec accord calculer cas.json\nstdout 'exec accord jour'\n"
	const veut = "surplace recevoir a.dsn\n! surplace payer\n[!postgres] surplace etat\nexec accord calculer cas.json\nstdout 'exec accord jour'\n"
	if obtenu := surPlace(script); obtenu != veut {
		t.Errorf("%s", obtenu)
	}
}
