package exemples

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// neutralisation is one way to do without a rule, or to read it against the
// reading that was settled: what the law becomes, and the code that makes it so
// on a copy of the source. A rule that says several things has several. Where no
// case reaches the code, the test of the law's package that then fails is named:
// it is run in place of the examples.
type neutralisation struct {
	Regle         string         `json:"regle"`
	Lecture       string         `json:"lecture"` // settled reading that it contradicts
	Retenu        string         `json:"retenu"`  // what that reading says
	Sans          string         `json:"sans"`    // what the law becomes, in French
	Test          string         `json:"test"`    // «TestAstreinte», of the package of the law
	Remplacements []remplacement `json:"remplacements"`

	cle   string // rule or reading, and its rank when there are several
	loi   string // folder of the law: «droit/maladie»
	somme string // of the replacements: when it moves, a stored result no longer holds
}

// remplacement is one change of a function: «avant», found once, becomes
// «apres»; or «debut» is put at its head.
type remplacement struct {
	Paquet string `json:"paquet"` // from the root of the module
	Dans   string `json:"dans"`   // function, or Type.Method
	Avant  string `json:"avant"`
	Apres  string `json:"apres"`
	Debut  string `json:"debut"`
}

const racine = ".."

// lireNeutralisations reads what disables the rules, law by law.
func lireNeutralisations(t testing.TB) []neutralisation {
	t.Helper()
	fichiers, err := filepath.Glob(racine + "/droit/*/testdata/neutralisations.json")
	if err != nil || len(fichiers) == 0 {
		t.Fatalf("aucune neutralisation (%v)", err)
	}
	var toutes []neutralisation
	rangs := map[string]int{}
	for _, fichier := range fichiers {
		f, err := os.Open(fichier)
		if err != nil {
			t.Fatal(err)
		}
		d := json.NewDecoder(f)
		d.DisallowUnknownFields()
		var ns []neutralisation
		err = d.Decode(&ns)
		f.Close()
		if err != nil {
			t.Fatalf("%s : %v", fichier, err)
		}
		for _, n := range ns {
			if n.cle = n.Regle; n.Lecture != "" {
				n.cle = n.Lecture
			}
			if rangs[n.cle]++; rangs[n.cle] > 1 {
				n.cle += fmt.Sprintf("/%d", rangs[n.cle])
			}
			b, err := json.Marshal(n.Remplacements)
			if err != nil {
				t.Fatal(err)
			}
			n.somme = fmt.Sprintf("%x", sha256.Sum256(b))[:8]
			n.loi = filepath.ToSlash(strings.TrimPrefix(filepath.Dir(filepath.Dir(fichier)), racine+"/"))
			toutes = append(toutes, n)
		}
	}
	return toutes
}

// choisie reports whether a word of ACCORD_REGLES names the neutralisation.
func (n *neutralisation) choisie(mot string) bool {
	return mot == "tout" || mot == n.cle || mot == n.Regle || mot == n.Lecture
}

// appliquer changes the body of a function. An anchor that is not found exactly
// once is an error.
func (r *remplacement) appliquer(corps string) (string, error) {
	if r.Debut != "" {
		return "\n" + r.Debut + "\n" + corps, nil
	}
	if n := strings.Count(corps, r.Avant); n != 1 || r.Avant == r.Apres {
		return "", fmt.Errorf("«%s» s'y trouve %d fois ; il le faut une fois, et changé", r.Avant, n)
	}
	return strings.Replace(corps, r.Avant, r.Apres, 1), nil
}
