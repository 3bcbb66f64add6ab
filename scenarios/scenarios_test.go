// Package scenarios tells whole stories as scripts that a technician can read:
// what was received, what was done, what the product says. Each script is
// headed by the problem that it guards against.
package scenarios

import (
	"os"
	"testing"

	"accord/cli"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"accord": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

func TestScenarios(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: ".", RequireExplicitExec: true, RequireUniqueNames: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("ACCORD_BASE", e.WorkDir+"/base")
			if err := os.MkdirAll(e.WorkDir+"/base", 0o755); err != nil {
				return err
			}
			return os.WriteFile(e.WorkDir+"/base/caisse.json", []byte(caisse), 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mensuelle": mensuelle, "signalement": signalement, "reprise": reprise,
			"avis": avis, "attestation": attestation, "rib": rib, "casser": casser,
		},
	})
}

const caisse = `{"code": "441", "nom": "CPAM des scénarios", "compte": {"titulaire": "CPAM DES SCENARIOS",
	"siret": "00000000000000", "iban": "FR1420041010050500013M02606", "bic": "PSSTFRPPXXX", "rue": "Rue de l'Exemple",
	"numero": "1", "code_postal": "44000", "ville": "Nantes", "pays": "FR"}}`
