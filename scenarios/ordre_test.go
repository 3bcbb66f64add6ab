package scenarios

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// passages are the stories in which one right takes over from another, or in
// which what was paid is corrected.
var passages = []string{
	"F21-mp-reconnue-huit-mois-apres", "accident-refuse-apres-paiement", "F24-repos-pathologique-maternite-conge", "travail-leger-dans-un-accident",
	"F26-trois-employeurs-un-silencieux", "jumeaux-neuf-semaines-trop-tot", "rechutes-avant-et-apres-consolidation", "naissance-corrigee-apres-paiement",
	"paternite-a-cheval-sur-six-mois",
}

// TestOrdreDesPassages plays each story again, its pieces handed over one by
// one and shuffled between two payments: all that the story says of it holds,
// and each payment leaves the same calendar, questions and orders. One shuffle
// of each is played, ten under ACCORD_LONG; every order is covered by the law
// alone ([TestEtatsDesPassages], [TestRetardsDesPassages]), and what is paid on
// the way by [TestPaiementsDesPassages].
func TestOrdreDesPassages(t *testing.T) {
	essais := 1
	if complet() {
		essais = 10
	}
	for i, nom := range passages {
		t.Run(nom, func(t *testing.T) {
			t.Parallel()
			script, err := os.ReadFile(nom + ".txtar")
			if err != nil {
				t.Fatal(err)
			}
			attendues := photos(t, melanger(string(script), nil))
			if len(attendues) < 2 {
				t.Fatalf("%d paiements", len(attendues))
			}
			for n := range essais {
				melange := melanger(string(script), rand.New(rand.NewPCG(uint64(i), uint64(n))))
				if obtenues := photos(t, melange); !slices.Equal(obtenues, attendues) {
					t.Errorf("l'ordre des pièces change un paiement :\n%s\n%s", melange, difference(attendues, obtenues))
				}
			}
		})
	}
}

// melanger rewrites a story: its files are handed over one by one, in another
// order, unless hasard is nil, and a photograph follows each payment.
func melanger(script string, hasard *rand.Rand) string {
	var b strings.Builder
	for ligne := range strings.Lines(script) {
		ligne = strings.TrimSuffix(ligne, "\n")
		fichiers, recoit := strings.CutPrefix(ligne, "exec accord recevoir ")
		if !recoit || hasard == nil {
			b.WriteString(ligne + "\n")
			if strings.HasPrefix(ligne, "exec accord payer ") {
				b.WriteString("photographier\n")
			}
			continue
		}
		noms := strings.Fields(fichiers)
		hasard.Shuffle(len(noms), func(i, j int) { noms[i], noms[j] = noms[j], noms[i] })
		for _, n := range noms {
			b.WriteString("exec accord recevoir " + n + "\n")
		}
	}
	return b.String()
}

// photos plays a story on a base whose key is always the same, and returns what
// the dossier says after each payment, but for the list of pieces, which is in
// the order of reception.
func photos(t *testing.T, script string) (prises []string) {
	t.Helper()
	h := histoire{"histoire", surPlace(script)}
	p := parametres("", cleDEssai, h.ecrire(t))
	p.Cmds["photographier"] = func(ts *testscript.TestScript, _ bool, _ []string) {
		var b strings.Builder
		if executer(ts, []string{"dossier", string(nirCamille)}, &b, ts.Stderr()) != 0 {
			ts.Fatalf("le dossier ne se lit pas")
		}
		texte, _, _ := strings.Cut(b.String(), "\nPièces reçues")
		prises = append(prises, texte)
	}
	testscript.RunT(surLeChamp{t}, p)
	return prises
}

// difference shows the first lines that differ.
func difference(a, b []string) string {
	x, y := strings.Split(strings.Join(a, "\n"), "\n"), strings.Split(strings.Join(b, "\n"), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "l'une est plus longue que l'autre"
}

// surLeChamp runs a script before it returns.
type surLeChamp struct{ *testing.T }

func (surLeChamp) Parallel()     {}
func (surLeChamp) Verbose() bool { return testing.Verbose() }

func (s surLeChamp) Run(nom string, f func(testscript.T)) {
	s.T.Run(nom, func(t *testing.T) { f(surLeChamp{t}) })
}
