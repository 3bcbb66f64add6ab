package exemples

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

const fichierTable = racine + "/docs/regles.md"

// montres is how many examples the table names before it only counts them.
const montres = 6

const enteteTable = `# The rules of the law, and their proof

Made by ` + "`make regles`" + `, never edited. Each rule is disabled on a copy of the source, in the ways told here, and the worked examples
are run: those listed fail. An example counts for a rule only so. Those that name the rule come first. Where no case of the
public JSON reaches the code, the test of the package that fails is named in their place (` + "`Test…`" + `). The examples stand in
` + "`droit/…/testdata/exemples`" + `, what disables each rule in ` + "`droit/…/testdata/neutralisations.json`" + `, the whole result in
` + "`exemples/testdata/preuves.csv`" + `. ` + "`accord regles`" + ` prints the parameters and the points that no text settles.
`

// The table is that of the stored result.
func TestTableDesRegles(t *testing.T) {
	if os.Getenv("ACCORD_REGLES") != "" {
		return // the table is being made
	}
	b, err := os.ReadFile(fichierTable)
	if err != nil || string(b) != table(t) {
		t.Errorf("%s n'est pas à jour ; make regles REGLES=table (%v)", fichierTable, err)
	}
}

// table writes the table of the rules: the laws in the order of their folders,
// rules in the order of the law, settled readings after them.
func table(t testing.TB) string {
	p, ns, ps := charger(t), lireNeutralisations(t), lirePreuves(t)
	c, fautes := dessiner(ns)
	for _, err := range fautes {
		t.Error(err)
	}
	nomme := map[string][]string{}
	for _, e := range lire(t, "*") {
		nomme[e.ID] = e.Regles
	}
	var b strings.Builder
	b.WriteString(enteteTable)
	for _, loi := range lois(ns) {
		fmt.Fprintf(&b, "\n## `%s`\n\n| rule | article, version | code | examples that fail without it |\n|---|---|---|---|\n", loi)
		for _, r := range p.Regles() {
			miennes := choisir(ns, func(n *neutralisation) bool { return n.loi == loi && n.Regle == r.ID && n.Lecture == "" })
			if len(miennes) > 0 {
				fmt.Fprintf(&b, "| **%s**<br>%s | %s | %s | %s |\n", r.ID, r.Titre, article(r.Article, r.Version), lieux(c, miennes), exemplesDe(miennes, ps, nomme))
			}
		}
		lectures := choisir(ns, func(n *neutralisation) bool { return n.loi == loi && n.Lecture != "" })
		if len(lectures) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n### Settled readings of `%s`\n\n| reading | of | code | examples that fail under the contrary one |\n|---|---|---|---|\n", loi)
		for _, n := range lectures {
			fmt.Fprintf(&b, "| **%s**<br>%s | %s | %s | %s |\n", n.cle, n.Retenu, n.Regle, lieux(c, []neutralisation{n}), exemplesDe([]neutralisation{n}, ps, nomme))
		}
	}
	return b.String()
}

func lois(ns []neutralisation) []string {
	var l []string
	for _, n := range ns {
		if !slices.Contains(l, n.loi) {
			l = append(l, n.loi)
		}
	}
	return l
}

func choisir(ns []neutralisation, garde func(*neutralisation) bool) []neutralisation {
	var c []neutralisation
	for i := range ns {
		if garde(&ns[i]) {
			c = append(c, ns[i])
		}
	}
	return c
}

// article links to the version of the article that was read.
func article(nom, version string) string {
	switch {
	case strings.HasPrefix(version, "LEGIARTI"):
		return fmt.Sprintf("[%s](https://www.legifrance.gouv.fr/codes/article_lc/%s)<br>%s", nom, version, version)
	case version == "":
		return nom
	}
	return nom + "<br>" + version
}

// lieux lists the functions that the neutralisations change, by file.
func lieux(c *calque, ns []neutralisation) string {
	var vus []string
	for _, n := range ns {
		for _, r := range n.Remplacements {
			if f, err := c.trouver(r.Paquet, r.Dans); err == nil && !slices.Contains(vus, "`"+f.fichier+"` `"+r.Dans+"`") {
				vus = append(vus, "`"+f.fichier+"` `"+r.Dans+"`")
			}
		}
	}
	return strings.Join(vus, "<br>")
}

// exemplesDe says, for each neutralisation, what the law becomes and which
// examples fail: those that name the rule first.
func exemplesDe(ns []neutralisation, ps map[string]preuve, nomme map[string][]string) string {
	var dits []string
	for _, n := range ns {
		var siens, autres []string
		for _, id := range ps[n.cle].exemples {
			if slices.Contains(nomme[id], n.Regle) {
				siens = append(siens, id)
			} else {
				autres = append(autres, id)
			}
		}
		tous := append(siens, autres...)
		dit := fmt.Sprintf("%s : `%s`", n.Sans, strings.Join(tous[:min(len(tous), montres)], "` `"))
		if len(tous) > montres {
			dit += fmt.Sprintf(" and %d more", len(tous)-montres)
		}
		dits = append(dits, dit)
	}
	return strings.Join(dits, "<br>")
}
