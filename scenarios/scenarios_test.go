// Package scenarios tells whole stories as scripts that a technician can read:
// what was received, what was done, what the product says. Each script is
// headed by the problem that it guards against.
package scenarios

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/cli"
	"accord/store/pgprive"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(pgpriveFin{m}, map[string]func(){
		"accord": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// pgpriveFin stops the private server once the tests are over.
type pgpriveFin struct{ *testing.M }

func (m pgpriveFin) Run() int {
	defer pgprive.Terminer()
	return m.M.Run()
}

// TestScenarios plays every story on SQLite.
func TestScenarios(t *testing.T) {
	testscript.Run(t, parametres("", "*.txtar"))
}

// TestScenariosPostgres plays the same stories on PostgreSQL, a base each, but
// those that break an SQLite file.
func TestScenariosPostgres(t *testing.T) {
	scripts, err := filepath.Glob("*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scripts {
		texte, err := os.ReadFile(s)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(texte), "\ncasser ") {
			continue
		}
		t.Run(strings.TrimSuffix(s, ".txtar"), func(t *testing.T) {
			testscript.Run(t, parametres(pgprive.Base(t), s))
		})
	}
}

func parametres(url, motif string) testscript.Params {
	scripts, err := filepath.Glob(motif)
	if err != nil {
		panic(err)
	}
	return testscript.Params{
		Files: scripts, RequireExplicitExec: true, RequireUniqueNames: true,
		Condition: func(cond string) (bool, error) { return cond == "postgres" && url != "", nil },
		Setup: func(e *testscript.Env) error {
			dossier := e.WorkDir + "/base"
			e.Setenv("ACCORD_BASE", dossier)
			if url != "" {
				e.Setenv("ACCORD_BASE", url)
				e.Setenv("ACCORD_CLES", dossier+"/accord.cle")
				e.Setenv("ACCORD_CAISSE", dossier+"/caisse.json")
			}
			if err := os.MkdirAll(dossier, 0o755); err != nil {
				return err
			}
			return os.WriteFile(dossier+"/caisse.json", []byte(caisse), 0o644)
		},
		Cmds: commandes(),
	}
}

func commandes() map[string]func(*testscript.TestScript, bool, []string) {
	cmds := maps.Clone(commandesPieces)
	maps.Copy(cmds, map[string]func(*testscript.TestScript, bool, []string){
		"mensuelle": mensuelle, "signalement": signalement, "reprise": reprise,
		"avis": avis, "attestation": attestation, "rib": rib, "casser": casser,
	})
	return cmds
}

const caisse = `{"code": "441", "nom": "CPAM des scénarios", "compte": {"titulaire": "CPAM DES SCENARIOS",
	"siret": "00000000000000", "iban": "FR1420041010050500013M02606", "bic": "PSSTFRPPXXX", "rue": "Rue de l'Exemple",
	"numero": "1", "code_postal": "44000", "ville": "Nantes", "pays": "FR"}}`
