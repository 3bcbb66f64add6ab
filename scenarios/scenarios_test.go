// Package scenarios tells whole stories as scripts that a technician can read:
// what was received, what was done, what the product says. Each script is
// headed by the problem that it guards against.
package scenarios

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/cli"
	"accord/store"
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
			testscript.Run(t, parametres("", "", h.ecrire(t)))
		})
	}
}

// unSurNeuf is the share of the stories played on PostgreSQL too, beside those
// that are the first to use a command; ACCORD_LONG plays them all. What the two
// bases do alike is proved by the conformance suite of the store; what is left
// to prove is that each command works on either.
const unSurNeuf = 9

// TestScenariosPostgres plays stories on PostgreSQL, a base each, but those that
// open none or break an SQLite file.
func TestScenariosPostgres(t *testing.T) {
	vues := map[string]bool{}
	for i, h := range histoires(t) {
		commandes := ouvreLaBase.FindAllStringSubmatch(h.texte, -1)
		if len(commandes) == 0 || strings.Contains(h.texte, "\ncasser ") {
			continue
		}
		premiere := false
		for _, c := range commandes {
			premiere = premiere || !vues[c[2]]
		}
		if !premiere && i%unSurNeuf != 0 && !complet() {
			continue
		}
		for _, c := range commandes {
			vues[c[2]] = true
		}
		t.Run(h.nom, func(t *testing.T) {
			t.Parallel()
			var url, cle string
			if slices.Contains(vraiProgramme, h.nom) || complet() {
				url = pgprive.Base(t) // empty: its schema and its key are made by the story
			} else {
				url, cle = pgprive.Copie(t, preparerBase), cleDEssai
			}
			h.texte = surPlace(h.texte)
			testscript.Run(t, parametres(url, cle, h.ecrire(t)))
		})
	}
	for _, c := range strings.Split(commandesDeBase, "|") {
		if !vues[c] {
			t.Errorf("aucune histoire ne joue «accord %s» sur PostgreSQL", c)
		}
	}
}

// preparerBase makes the schema that stories copy, sealed with the key that
// they are given.
func preparerBase(url string) error {
	dossier, err := os.MkdirTemp("", "accord-scenarios-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dossier)
	chemin := filepath.Join(dossier, "accord.cle")
	if err := os.WriteFile(chemin, []byte(cleDEssai), 0o600); err != nil {
		return err
	}
	cles, err := store.LireCles(chemin)
	if err != nil {
		return err
	}
	s, err := store.Open(context.Background(), url, cles)
	if err != nil {
		return err
	}
	return s.Close()
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

// parametres are those of a story on the base at url, or on an SQLite file of its
// own; with the key cle, unless the story makes its own.
func parametres(url, cle, fichier string) testscript.Params {
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
			if cle != "" {
				if err := os.WriteFile(dossier+"/accord.cle", []byte(cle), 0o600); err != nil {
					return err
				}
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
		"avis": avis, "attestation": attestation, "rib": rib, "casser": casser, "ancien-registre": ancienRegistre, "retenir-rapport": retenirRapport, "surplace": surplace, "cle": cle, "retenir-acte": retenirActe, "retenir-jeton": retenirJeton, "retenir-bordereau": retenirBordereau, "retenir-signature": retenirSignature, "retenir-paiement": retenirPaiement, "retenir-piece": retenirPiece, "conforme": conforme,
	})
	return cmds
}

const caisse = `{"code": "441", "nom": "CPAM des scénarios", "compte": {"titulaire": "CPAM DES SCENARIOS",
	"siret": "00000000000000", "iban": "FR1420041010050500013M02606", "bic": "PSSTFRPPXXX", "rue": "Rue de l'Exemple",
	"numero": "1", "code_postal": "44000", "ville": "Nantes", "pays": "FR"}}`
