// Package scenarios tells whole stories as scripts that a technician can read:
// what was received, what was done, what the product says. Each script is
// headed by the problem that it guards against.
package scenarios

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
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

// vraiProgramme are the stories for which a process is started as a user does;
// the others run inside the test (see surPlace), unless ACCORD_LONG asks for
// processes everywhere.
var vraiProgramme = []string{"base-absente", "calculer", "fichiers-etrangers", "premier-paiement"}

// TestScenarios plays every story on SQLite.
func TestScenarios(t *testing.T) {
	for _, h := range histoires(t) {
		t.Run(h.nom, func(t *testing.T) {
			t.Parallel()
			if !complet() && !slices.Contains(vraiProgramme, h.nom) {
				h.texte = surPlace(h.texte)
			}
			testscript.Run(t, parametres("", h.ecrire(t)))
		})
	}
}

// unSurTrois is the share of the stories played on PostgreSQL too, unless
// ACCORD_LONG plays them all: what the two bases do alike is proved by the
// conformance suite of the store.
const unSurTrois = 3

// TestScenariosPostgres plays stories on PostgreSQL, a base each, but those that
// break an SQLite file.
func TestScenariosPostgres(t *testing.T) {
	for i, h := range histoires(t) {
		if i%unSurTrois != 0 && !complet() || strings.Contains(h.texte, "\ncasser ") {
			continue
		}
		t.Run(h.nom, func(t *testing.T) {
			t.Parallel()
			h.texte = surPlace(h.texte)
			testscript.Run(t, parametres(pgprive.Base(t), h.ecrire(t)))
		})
	}
}

func complet() bool { return os.Getenv("ACCORD_LONG") != "" }

// histoire is a story as it is committed.
type histoire struct{ nom, texte string }

func histoires(t *testing.T) (hs []histoire) {
	t.Helper()
	fichiers, err := filepath.Glob("*.txtar")
	if err != nil || len(fichiers) == 0 {
		t.Fatalf("%d scénarios, %v", len(fichiers), err)
	}
	for _, f := range fichiers {
		texte, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		hs = append(hs, histoire{strings.TrimSuffix(f, ".txtar"), string(texte)})
	}
	return hs
}

// ecrire gives the file that is played.
func (h *histoire) ecrire(t *testing.T) string {
	t.Helper()
	fichier := filepath.Join(t.TempDir(), h.nom+".txtar")
	if err := os.WriteFile(fichier, []byte(h.texte), 0o644); err != nil {
		t.Fatal(err)
	}
	return fichier
}

func parametres(url, fichier string) testscript.Params {
	return testscript.Params{
		Files: []string{fichier}, RequireExplicitExec: true, RequireUniqueNames: true,
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
		"avis": avis, "attestation": attestation, "rib": rib, "casser": casser, "surplace": surplace, "retenir-acte": retenirActe,
	})
	return cmds
}

const caisse = `{"code": "441", "nom": "CPAM des scénarios", "compte": {"titulaire": "CPAM DES SCENARIOS",
	"siret": "00000000000000", "iban": "FR1420041010050500013M02606", "bic": "PSSTFRPPXXX", "rue": "Rue de l'Exemple",
	"numero": "1", "code_postal": "44000", "ville": "Nantes", "pays": "FR"}}`
