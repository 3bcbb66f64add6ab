package tidy

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// readByAll are the packages whose sentences are shown to the person, to agents, to partners and, in part, to employers, all
// in the same words: none of them may be taken for the one who is spoken to. Letters, and the edges, know who reads.
var readByAll = []string{"parametre", "droit", "dossier", "registre", "paiement", "indu", "decision", "suivi", "libelle", "app", "bilan"}

// address matches what speaks to whoever reads, or for the caisse that writes to them.
var address = regexp.MustCompile(`(?i)(^|[^\pL])(vous|votre|vos|nous|notre|nos)($|[^\pL])`)

// speaksToNobody: a fact is said in the same words to everyone.
func speaksToNobody(m *module, u *unit, add func(finding)) {
	racine, _, _ := strings.Cut(u.path, "/")
	if !slices.Contains(readByAll, racine) {
		return
	}
	for _, f := range u.files {
		if f.test {
			continue
		}
		functions(f, func(subject string, d ast.Decl) {
			ast.Inspect(d, func(n ast.Node) bool {
				if s, ok := n.(*ast.BasicLit); ok && s.Kind == token.STRING {
					if said := address.FindStringSubmatch(s.Value); said != nil {
						add(finding{"address", subject, m.at(s.Pos()), "«" + said[2] + "» in a sentence that everyone reads; only letters speak to someone"})
					}
				}
				return true
			})
		})
	}
}
