package exemples

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// preuve is the result of one neutralisation: the examples that fail under it.
type preuve struct {
	empreinte string
	exemples  []string // in the order of their files
}

const fichierPreuves = "testdata/preuves.csv"

const entetePreuves = `# Les exemples qui échouent quand une règle est neutralisée (droit/…/testdata/neutralisations.json), ou qu'une lecture retenue
# est prise à rebours. Écrit par «make regles» ; «make long» le refait et le compare. L'empreinte est celle du code remplacé.
neutralisation;empreinte;exemples
`

func lirePreuves(t testing.TB) map[string]preuve {
	t.Helper()
	b, err := os.ReadFile(fichierPreuves)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	ps := map[string]preuve{}
	for _, l := range strings.Split(string(b), "\n") {
		if c := strings.Split(l, ";"); len(c) == 3 && !strings.HasPrefix(l, "#") && c[0] != "neutralisation" {
			ps[c[0]] = preuve{c[1], strings.Fields(c[2])}
		}
	}
	return ps
}

func ecrirePreuves(t *testing.T, ns []neutralisation, ps map[string]preuve) {
	t.Helper()
	var b strings.Builder
	b.WriteString(entetePreuves)
	for _, n := range ns {
		if p, ok := ps[n.cle]; ok {
			fmt.Fprintf(&b, "%s;%s;%s\n", n.cle, p.empreinte, strings.Join(p.exemples, " "))
		}
	}
	if err := os.WriteFile(fichierPreuves, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// lireFichier reads a file of the module.
func lireFichier(chemin string) (string, error) {
	b, err := os.ReadFile(filepath.Join(racine, chemin))
	return string(b), err
}

// Each rule has its neutralisations, whose anchors are in the code; each of them
// has examples that failed under it; and an example that names a rule is one of
// those. «make regles» makes the stored result again.
func TestPreuves(t *testing.T) {
	if os.Getenv("ACCORD_REGLES") != "" {
		return // the proof is being made
	}
	p, ns, ps := charger(t), lireNeutralisations(t), lirePreuves(t)
	noms := map[string][]string{} // rules that each example names
	for _, e := range lire(t, "*") {
		noms[e.ID] = e.Regles
	}
	verifierCalque(t, ns)
	prouvees := map[string]bool{} // «rule example»
	for i := range ns {
		n := &ns[i]
		if _, ok := p.Regle(n.Regle); !ok || n.Sans == "" || (n.Lecture == "") != (n.Retenu == "") {
			t.Errorf("%s : sans règle connue, sans effet dit, ou sans lecture", n.cle)
		}
		stockee := ps[n.cle]
		if stockee.empreinte != n.somme || len(stockee.exemples) == 0 {
			t.Errorf("%s : la preuve manque ou ne vaut plus ; make regles REGLES=%s", n.cle, n.cle)
		}
		delete(ps, n.cle)
		for _, id := range stockee.exemples {
			if noms[id] == nil {
				t.Errorf("%s : l'exemple %s n'existe plus ; make regles REGLES=%s", n.cle, id, n.cle)
			}
			prouvees[n.Regle+" "+id] = true
		}
	}
	for cle := range ps {
		t.Errorf("%s : une preuve sans neutralisation", cle)
	}
	for _, r := range p.Regles() {
		if !slices.ContainsFunc(ns, func(n neutralisation) bool { return n.Regle == r.ID && n.Lecture == "" }) {
			t.Errorf("la règle %s (%s) n'a pas de neutralisation", r.ID, r.Titre)
		}
	}
	for id, regles := range noms {
		for _, r := range regles {
			if !prouvees[r+" "+id] {
				t.Errorf("%s se dit un exemple de %s, dont la neutralisation ne le fait pas échouer ; s'il est nouveau : make regles REGLES=%s", id, r, r)
			}
		}
	}
}

// verifierCalque checks that every neutralisation still finds its code, and
// leaves Go that can be read.
func verifierCalque(t *testing.T, ns []neutralisation) {
	t.Helper()
	c, fautes := dessiner(ns)
	for _, err := range fautes {
		t.Error(err)
	}
	for chemin, source := range c.fichiers() {
		if _, err := parser.ParseFile(token.NewFileSet(), chemin, source, parser.SkipObjectResolution); err != nil {
			t.Error(err)
		}
	}
}

// The whole proof: a copy of the source is built, and the examples are run
// against it under each neutralisation. ACCORD_LONG compares with the stored
// result; ACCORD_REGLES («tout», «table», or rules separated by commas) writes
// it, and the table of the rules with it.
func TestNeutralisations(t *testing.T) {
	choix := os.Getenv("ACCORD_REGLES")
	if choix == "" && os.Getenv("ACCORD_LONG") == "" {
		return
	}
	ns, ps := lireNeutralisations(t), lirePreuves(t)
	faites := make([]preuve, len(ns))
	binaire := ""
	if choix != "table" {
		binaire = construire(t, ns)
	}
	t.Run("regles", func(t *testing.T) {
		for i := range ns {
			n := &ns[i]
			if choix != "" && !slices.ContainsFunc(strings.Split(choix, ","), n.choisie) {
				continue
			}
			t.Run(n.cle, func(t *testing.T) {
				t.Parallel()
				faites[i] = preuve{n.somme, echecs(t, binaire, n)}
				t.Logf("%s : %v", n.Sans, faites[i].exemples)
				if choix == "" && !slices.Equal(faites[i].exemples, ps[n.cle].exemples) {
					t.Errorf("la preuve dit %v ; make regles", ps[n.cle].exemples)
				}
			})
		}
	})
	if choix == "" {
		return
	}
	for i, n := range ns {
		if faites[i].empreinte != "" {
			ps[n.cle] = faites[i]
		}
	}
	ecrirePreuves(t, ns, ps)
	if err := os.WriteFile(fichierTable, []byte(table(t)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// construire builds the examples over the copy of the source.
func construire(t *testing.T, ns []neutralisation) string {
	t.Helper()
	c, fautes := dessiner(ns)
	for _, err := range fautes {
		t.Fatal(err)
	}
	dossier, remplace := t.TempDir(), map[string]string{}
	for chemin, source := range c.fichiers() {
		absolu, err := filepath.Abs(filepath.Join(racine, chemin))
		if err != nil {
			t.Fatal(err)
		}
		remplace[absolu] = filepath.Join(dossier, strings.ReplaceAll(chemin, "/", "_"))
		if err := os.WriteFile(remplace[absolu], []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := json.Marshal(map[string]any{"Replace": remplace})
	if err != nil {
		t.Fatal(err)
	}
	fichier, binaire := filepath.Join(dossier, "calque.json"), filepath.Join(dossier, "exemples.test")
	if err := os.WriteFile(fichier, b, 0o644); err != nil {
		t.Fatal(err)
	}
	if sortie, err := exec.Command("go", "test", "-c", "-vet=off", "-gcflags=-e", "-overlay", fichier, "-o", binaire, ".").CombinedOutput(); err != nil {
		t.Fatalf("la loi neutralisée ne se construit pas :\n%s", sortie)
	}
	return binaire
}

var echoue = regexp.MustCompile(`(?m)^    --- FAIL: TestExemples/(\S+) `)

// echecs returns the examples that fail under a neutralisation.
func echecs(t *testing.T, binaire string, n *neutralisation) []string {
	t.Helper()
	cmd := exec.Command(binaire, "-test.run", "^TestExemples$")
	cmd.Env = append(os.Environ(), "ACCORD_NEUTRALISATION="+n.cle)
	sortie, err := cmd.CombinedOutput()
	if err == nil {
		t.Error("aucun exemple n'échoue")
		return nil
	}
	tombes := map[string]bool{}
	for _, m := range echoue.FindAllSubmatch(sortie, -1) {
		tombes[string(m[1])] = true
	}
	if len(tombes) == 0 || bytes.Contains(sortie, []byte("panic:")) {
		t.Fatalf("la loi neutralisée ne répond pas :\n%.3000s", sortie)
	}
	var ids []string
	for _, e := range lire(t, "*") {
		if tombes[e.ID] {
			ids = append(ids, e.ID)
		}
	}
	return ids
}
