package web

import (
	"strings"

	"accord/droit"
	"accord/libelle"
	"accord/parametre"
)

// regle is a rule as a page names it.
type regle struct {
	ID      droit.Regle
	Titre   string
	Famille string // what its family is about
	Article string
	Lien    string // of the article in its version, empty when it is not known
}

// legifrance is where the version of an article can be read. It is only a link:
// no page asks anything of it.
const legifrance = "https://www.legifrance.gouv.fr/codes/article_lc/"

// lienArticle gives the address of the version of an article of a code.
func lienArticle(version string) string {
	if strings.HasPrefix(version, "LEGIARTI") {
		return legifrance + version
	}
	return ""
}

// nommerRegle gathers what is known of a rule.
func nommerRegle(t *parametre.Table, id droit.Regle) regle {
	r := regle{ID: id, Famille: libelle.Regle(id)}
	if p, ok := t.Regle(string(id)); ok {
		r.Titre, r.Article, r.Lien = p.Titre, p.Article, lienArticle(p.Version)
	}
	return r
}

func (f *fiche) regle(id droit.Regle) regle { return nommerRegle(f.table, id) }

// etape is one step of a computation, ready to print.
type etape struct {
	regle
	Phrase            string
	Entrees, Resultat []droit.Champ
}

// champs gives the values of a step as people read them; one that has none is not said.
func champs(cs []droit.Champ) []droit.Champ {
	dits := make([]droit.Champ, 0, len(cs))
	for _, c := range cs {
		if dit := libelle.Champ(c); dit.Valeur != "" {
			dits = append(dits, dit)
		}
	}
	return dits
}

// etapes prepares steps. The article is the one that the step itself quotes.
func etapes(t *parametre.Table, es []droit.Etape) []etape {
	ps := make([]etape, len(es))
	for i := range es {
		e := &es[i]
		ps[i] = etape{regle: nommerRegle(t, e.Regle), Phrase: e.Phrase, Entrees: champs(e.Entrees), Resultat: champs(e.Resultat)}
		if e.Article != "" {
			ps[i].Article, ps[i].Lien = e.Article, lienArticle(e.Version)
		}
	}
	return ps
}
