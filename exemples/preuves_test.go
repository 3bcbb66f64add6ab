package exemples

import (
	"bytes"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// preuve is the result of one neutralisation: the examples that fail under it,
// or the test named in their place.
type preuve struct {
	empreinte string
	exemples  []string // in the order of their files
}

const fichierPreuves = "testdata/preuves.csv"

const entetePreuves = `# Les exemples qui échouent quand une règle est neutralisée (droit/…/testdata/neutralisations.json), ou qu'une lecture retenue
# est prise à rebours ; à leur place, le test nommé là où aucun cas n'atteint la règle. Écrit par «make regles» ; «make long»
# le refait et le compare. L'empreinte est celle du code remplacé.
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
		if n.Test != "" {
			n.verifierTest(t, stockee.exemples)
			continue
		}
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
				t.Errorf("%s se dit un exemple de %s, dont aucune neutralisation ne le fait échouer ; s'il est nouveau : make regles REGLES=%s", id, r, r)
			}
		}
	}
}

// verifierTest checks that the test named in place of examples is in the
// package of the law, and is the one that failed.
func (n *neutralisation) verifierTest(t *testing.T, tombes []string) {
	t.Helper()
	fichiers, err := filepath.Glob(filepath.Join(racine, n.loi, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	existe := slices.ContainsFunc(fichiers, func(fichier string) bool {
		b, err := os.ReadFile(fichier)
		return err == nil && bytes.Contains(b, []byte("\nfunc "+n.Test+"(t *testing.T)"))
	})
	if !existe || !slices.Equal(tombes, []string{n.Test}) {
		t.Errorf("%s : %s n'est pas un test de %s, ou n'a pas échoué (%v)", n.cle, n.Test, n.loi, tombes)
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
	var binaires map[string]string
	exs := sains(t)
	if choix != "table" {
		binaires = construire(t, ns)
	}
	t.Run("regles", func(t *testing.T) {
		for i := range ns {
			n := &ns[i]
			if choix != "" && !slices.ContainsFunc(strings.Split(choix, ","), n.choisie) {
				continue
			}
			t.Run(n.cle, func(t *testing.T) {
				t.Parallel()
				faites[i] = preuve{n.somme, n.echecs(t, binaires, exs)}
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
