package exemples

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// construire builds over the copy of the source the examples and the tests of
// the laws that name some, by folder.
func construire(t *testing.T, ns []neutralisation) map[string]string {
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
	fichier, binaires := filepath.Join(dossier, "calque.json"), map[string]string{}
	if err := os.WriteFile(fichier, b, 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range ns {
		paquet := ns[i].epreuve()
		if binaires[paquet] != "" {
			continue
		}
		binaires[paquet] = filepath.Join(dossier, filepath.Base(paquet)+".test")
		if sortie, err := exec.Command("go", "test", "-c", "-vet=off", "-gcflags=-e", "-overlay", fichier, "-o", binaires[paquet], racine+"/"+paquet).CombinedOutput(); err != nil {
			t.Fatalf("la loi neutralisée ne se construit pas :\n%s", sortie)
		}
	}
	return binaires
}

// epreuve returns the folder of the tests that a neutralisation must make fail.
func (n *neutralisation) epreuve() string {
	if n.Test != "" {
		return n.loi
	}
	return "exemples"
}

var echoue = regexp.MustCompile(`(?m)^    --- FAIL: TestExemples/(\S+) `)

// sains returns the examples that hold as the law is: one that fails already
// would fail without any rule, and prove them all.
func sains(t *testing.T) []exemple {
	p := charger(t)
	return slices.DeleteFunc(lire(t, "*"), func(e exemple) bool { return len(e.Attendu.comparer(e.calculer(t, p))) > 0 })
}

// echecs returns the examples, or the test, that fail under a neutralisation.
func (n *neutralisation) echecs(t *testing.T, binaires map[string]string, sains []exemple) []string {
	t.Helper()
	test := "TestExemples"
	if n.Test != "" {
		test = n.Test
	}
	cmd := exec.Command(binaires[n.epreuve()], "-test.run", "^"+test+"$")
	cmd.Dir = filepath.Join(racine, n.epreuve())
	cmd.Env = append(os.Environ(), "ACCORD_NEUTRALISATION="+n.cle)
	sortie, err := cmd.CombinedOutput()
	if err == nil {
		t.Errorf("%s : rien n'échoue", test)
		return nil
	}
	if n.Test != "" && bytes.Contains(sortie, []byte("--- FAIL: "+n.Test+" ")) {
		return []string{n.Test}
	}
	tombes := map[string]bool{}
	for _, m := range echoue.FindAllSubmatch(sortie, -1) {
		tombes[string(m[1])] = true
	}
	if len(tombes) == 0 || bytes.Contains(sortie, []byte("panic:")) {
		t.Fatalf("la loi neutralisée ne répond pas :\n%.3000s", sortie)
	}
	var ids []string
	for _, e := range sains {
		if tombes[e.ID] {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) == 0 {
		t.Error("aucun exemple n'échoue")
	}
	return ids
}
