package valeur

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Agent is a person who acts: the number under which the caisse knows them, when
// it knows them, and their name. Names are written in more than one way, numbers are not.
type Agent struct{ Matricule, Nom string }

// Anonyme reports whether it names nobody.
func (a Agent) Anonyme() bool { return a.Matricule == "" && strings.TrimSpace(a.Nom) == "" }

// String names the agent, with the number when there is one: «Anne Lebrun, D1».
func (a Agent) String() string {
	if a.Matricule == "" {
		return a.Nom
	}
	return a.Nom + ", " + a.Matricule
}

// Est reports whether both are one person: by their numbers when both have one;
// else by their names, whatever the case, the accents, the hyphens, the spaces
// and which of the two names comes first. In doubt it says one person: where two
// are needed, one who writes a name in two ways is not two.
func (a Agent) Est(b Agent) bool {
	if a.Matricule != "" && b.Matricule != "" {
		return a.Matricule == b.Matricule
	}
	return slices.Equal(motsDuNom(a.Nom), motsDuNom(b.Nom))
}

// Repond reports whether an agent answers to some words of a name: all of them are of his.
func (a Agent) Repond(nom string) bool {
	siens, mots := motsDuNom(a.Nom), motsDuNom(nom)
	return len(mots) > 0 && !slices.ContainsFunc(mots, func(m string) bool { return !slices.Contains(siens, m) })
}

// motsDuNom gives the words of a name in one form, and in one order.
func motsDuNom(nom string) []string {
	plier := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), cases.Fold())
	plie, _, err := transform.String(plier, nom)
	if err != nil {
		plie = nom // transformers of whole strings do not fail on any input
	}
	mots := strings.FieldsFunc(plie, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	slices.Sort(mots)
	return mots
}
