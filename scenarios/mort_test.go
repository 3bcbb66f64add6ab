package scenarios

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"accord/sim"
	v "accord/valeur"
)

// TestTueEnRoute kills the real program, again and again, while it receives,
// runs its day and pays, then lets it finish: the base proves itself, and the
// bank files are those of a caisse that nobody disturbed.
func TestTueEnRoute(t *testing.T) {
	accord := filepath.Join(t.TempDir(), "accord")
	if texte, err := exec.Command("go", "build", "-o", accord, "accord/cmd/accord").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, texte)
	}
	entrees := t.TempDir()
	debut := v.NewJour(2026, 8, 24)
	if _, err := sim.Generer(sim.Config{Assures: 12, Population: 40, Graine: 7, Debut: debut, Jours: 40}, entrees, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	temoin := caisseReelle(t, accord, entrees)
	temoin.finir(t)
	attendu := temoin.banque(t)
	if len(attendu) == 0 {
		t.Fatal("le témoin n'a rien payé")
	}
	hasard := rand.New(rand.NewPCG(3, 4))
	morts := 8
	if complet() {
		morts = 100
	}
	c := caisseReelle(t, accord, entrees)
	tues := 0
	for range morts {
		for _, etape := range c.etapes() {
			if c.tuer(t, etape, time.Duration(hasard.IntN(250))*time.Millisecond) {
				tues++
				break
			}
		}
	}
	if tues == 0 {
		t.Fatal("le programme n'a jamais été tué en route")
	}
	c.finir(t)
	if obtenu := c.banque(t); strings.Join(obtenu, "\n") != strings.Join(attendu, "\n") {
		t.Errorf("après %d morts, la banque reçoit :\n%s\nau lieu de :\n%s", tues, obtenu, attendu)
	}
}

// cleDEssai decides the identifiers of people: the same in both bases.
const cleDEssai = "maitre: iPqf4nYi5TFQ+S8HvbbF9F4MH9y4cHQ8BwudinrkdVA=\ncontrole-medical: sly0G/ZRVJL7wZE1eQR7WJd73wNmTOsuySdNk2tKrws=\n"

// reelle is a caisse run by the real program on a base of its own.
type reelle struct{ accord, dossier, entrees string }

func caisseReelle(t *testing.T, accord, entrees string) *reelle {
	t.Helper()
	c := &reelle{accord, t.TempDir(), entrees}
	if err := os.WriteFile(filepath.Join(c.dossier, "caisse.json"), []byte(caisse), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.dossier, "accord.cle"), []byte(cleDEssai), 0o600); err != nil {
		t.Fatal(err)
	}
	return c
}

// etapes is a whole day of the caisse.
func (c *reelle) etapes() [][]string {
	return [][]string{
		{"recevoir", c.entrees},
		{"jour"},
		{"payer", "--ordonnateur", "Alice", "--comptable", "Bruno", "--sortie", filepath.Join(c.dossier, "banque")},
	}
}

func (c *reelle) commande(args []string) *exec.Cmd {
	cmd := exec.Command(c.accord, args...)
	cmd.Env = append(os.Environ(), "ACCORD_BASE="+c.dossier, "ACCORD_DATE=2026-10-02")
	return cmd
}

// tuer runs a step and kills it after a delay; it reports whether it was killed
// before its end.
func (c *reelle) tuer(t *testing.T, etape []string, delai time.Duration) bool {
	t.Helper()
	cmd := c.commande(etape)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	minuterie := time.AfterFunc(delai, func() { _ = cmd.Process.Kill() })
	defer minuterie.Stop()
	_ = cmd.Wait()
	return !cmd.ProcessState.Exited()
}

// finir lets every step go to its end, and proves the base.
func (c *reelle) finir(t *testing.T) {
	t.Helper()
	for _, etape := range append(c.etapes(), []string{"verifier"}) {
		cmd := c.commande(etape)
		texte, err := cmd.CombinedOutput()
		// The invented troubles make «recevoir» say, by its status 1, that
		// something was set aside.
		if err != nil && (etape[0] != "recevoir" || cmd.ProcessState.ExitCode() != 1) {
			t.Fatalf("%s : %v\n%s", etape[0], err, texte)
		}
	}
}

var instants = regexp.MustCompile(`<CreDtTm>[^<]*</CreDtTm>|<MsgId>[^<]*</MsgId>|<PmtInfId>[^<]*</PmtInfId>`)

// banque returns the bank files, without their instants and numbers: a batch
// begun before a death is a batch of its own.
func (c *reelle) banque(t *testing.T) []string {
	t.Helper()
	fichiers, err := filepath.Glob(filepath.Join(c.dossier, "banque", "*.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var virements []string
	for _, f := range fichiers {
		texte, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range bytes.Split(instants.ReplaceAll(texte, nil), []byte("<CdtTrfTxInf>"))[1:] {
			virements = append(virements, string(bytes.SplitN(v, []byte("</CdtTrfTxInf>"), 2)[0]))
		}
	}
	return virements
}
