package exemples

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
)

const dossierPrestations = racine + "/docs/prestations"

// TestPrestations: each page on a benefit shows its typical case as the product
// computes it today: a drawing, and the words of «accord calculer --explique».
// With ACCORD_PRESTATIONS=1, it writes them (make prestations).
func TestPrestations(t *testing.T) {
	pages, err := filepath.Glob(dossierPrestations + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	dessines := map[string]bool{}
	for _, page := range pages {
		texte, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		refait := blocCas.ReplaceAllFunc(texte, func(bloc []byte) []byte {
			nom := string(blocCas.FindSubmatch(bloc)[1])
			dessines[nom] = true
			cas, res := calculerPage(t, nom)
			verifierOuEcrire(t, dossierPrestations+"/dessins/"+nom+".svg", dessinerCalendrier(cas, res))
			return []byte("<!-- cas: " + nom + " -->\n" + racontee(t, nom, cas, res) + "<!-- fin -->")
		})
		refait = blocRegles.ReplaceAllFunc(refait, func(bloc []byte) []byte {
			prefixes := string(blocRegles.FindSubmatch(bloc)[1])
			return []byte("<!-- règles: " + prefixes + " -->\n" + tableCourte(t, strings.Fields(prefixes)) + "<!-- fin -->")
		})
		verifierOuEcrire(t, page, refait)
	}
	cas, _ := filepath.Glob(dossierPrestations + "/cas/*.json")
	for _, f := range cas {
		if nom := strings.TrimSuffix(filepath.Base(f), ".json"); !dessines[nom] {
			t.Errorf("aucune page ne montre le cas %s", nom)
		}
	}
	if len(cas) == 0 {
		t.Error("aucun cas")
	}
}

// What is between these marks is written by the test.
var (
	blocCas    = regexp.MustCompile(`(?s)<!-- cas: ([a-z-]+) -->\n.*?<!-- fin -->`)
	blocRegles = regexp.MustCompile(`(?s)<!-- règles: ([A-Z0-9 -]+) -->\n.*?<!-- fin -->`)
)

// tableCourte lists the rules whose identifiers begin so.
func tableCourte(t *testing.T, prefixes []string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| rule | what it decides | article |\n|---|---|---|\n")
	regles := charger(t).Regles()
	for _, prefixe := range prefixes {
		n := 0
		for _, r := range regles {
			if strings.HasPrefix(string(r.ID), prefixe) {
				fmt.Fprintf(&b, "| **%s** | %s | %s |\n", r.ID, r.Titre, article(r.Article, r.Version))
				n++
			}
		}
		if n == 0 {
			t.Errorf("aucune règle ne commence par %s", prefixe)
		}
	}
	return b.String()
}

func verifierOuEcrire(t *testing.T, fichier string, contenu []byte) {
	t.Helper()
	if os.Getenv("ACCORD_PRESTATIONS") != "" {
		if err := os.WriteFile(fichier, contenu, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if present, err := os.ReadFile(fichier); err != nil || !bytes.Equal(present, contenu) {
		t.Errorf("%s n'est pas à jour ; make prestations (%v)", fichier, err)
	}
}

func calculerPage(t *testing.T, nom string) (*droit.Cas, *droit.Resultat) {
	t.Helper()
	texte, err := os.ReadFile(dossierPrestations + "/cas/" + nom + ".json")
	if err != nil {
		t.Fatal(err)
	}
	p := charger(t)
	cas, res, _, err := calcul.NewMoteur(func() calcul.Calculateur { return dossier.NewCalculateur(p) }).Calculer(texte)
	if err != nil {
		t.Fatalf("%s : %v", nom, err)
	}
	return cas, res
}

// sectionsMontrees are those of the explanation that a page quotes.
var sectionsMontrees = []string{"EN BREF", "LE CALCUL, PAS À PAS", "LE CALENDRIER", "CE QUI MANQUE", "À SAVOIR"}

// racontee is what a page says of its case.
func racontee(t *testing.T, nom string, cas *droit.Cas, res *droit.Resultat) string {
	t.Helper()
	var tout bytes.Buffer
	if err := calcul.Expliquer(&tout, cas, res); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("![The calendar of the case](dessins/" + nom + ".svg)\n\n`accord calculer --explique docs/prestations/cas/" + nom + ".json` says of it:\n\n```\n")
	for _, section := range sections(tout.String()) {
		titre, _, _ := strings.Cut(section, "\n")
		for _, s := range sectionsMontrees {
			if strings.HasPrefix(titre, s) {
				b.WriteString(cmp.Or(sansGrille(section), section) + "\n\n")
			}
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n```\n"
}

// soulignes are the titles of the explanation: a line of capitals, underlined.
var soulignes = regexp.MustCompile(`(?m)^[^\n]+\n-{3,}$`)

// sections cuts an explanation at its titles.
func sections(tout string) []string {
	var ss []string
	debuts := soulignes.FindAllStringIndex(tout, -1)
	for i, d := range debuts {
		fin := len(tout)
		if i+1 < len(debuts) {
			fin = debuts[i+1][0]
		}
		ss = append(ss, strings.TrimSpace(tout[d[0]:fin]))
	}
	return ss
}

// sansGrille gives, of the calendar, the runs of days alone: the drawing shows
// the rest.
func sansGrille(section string) string {
	if !strings.HasPrefix(section, "LE CALENDRIER") {
		return ""
	}
	titre := strings.Join(strings.SplitN(section, "\n", 3)[:2], "\n")
	for _, bloc := range strings.Split(section, "\n\n") {
		if strings.HasPrefix(bloc, "  - ") {
			titre += "\n" + bloc
		}
	}
	return titre
}
