package dsn

import (
	"slices"
	"strings"
	"sync"
)

// regle is what the dictionary says of one rubric in one version of the norm.
type regle struct {
	code    Code
	prefixe string // S21.G00.51.013,'
	libelle string
	format  format
	existe  bool     // in that version
	faux    Gravite  // scope of a wrong value
	absent  Gravite  // scope of its absence, aucune when it does not matter
	absentN []Nature // natures where its absence matters; nil for all
	exige   []Nature // natures where the norm wants it, as soon as the block is there
	partout bool     // the norm wants it in all natures
}

// exigee reports whether the norm wants the rubric in declarations of that
// nature.
func (r *regle) exigee(n Nature) bool { return r.partout || slices.Contains(r.exige, n) }

// graviteAbsence returns the scope of the absence of the rubric.
func (r *regle) graviteAbsence(n Nature) Gravite {
	if r.absentN == nil || slices.Contains(r.absentN, n) {
		return r.absent
	}
	return aucune
}

// liste is a list of codes in one version of the norm.
type liste struct {
	codes    []string // in the order of the data
	libelles map[string]string
}

// enumerer says in French which codes the list holds.
func (l *liste) enumerer() string { return "un des codes " + strings.Join(l.codes, ", ") }

// dictionnaire is all that is known of one version of the norm.
type dictionnaire struct {
	regles map[Code]*regle
	listes map[Code]*liste // by rubric
}

// versionsConnues are the versions of the norm that the data describe, oldest
// first, P26V01 being 2601: the codes of the rubric that names the version.
var versionsConnues = sync.OnceValue(func() (vs []int) {
	for _, l := range lignesListes() {
		if l.rubrique == codeVersion {
			vs = append(vs, versionDonnees(l.code))
		}
	}
	return vs
})

// versionAncienne stands for all versions before the first that is known.
const versionAncienne = 0

// choisirVersion returns the version whose dictionary reads a file that states
// s, and what there is to say about it.
func choisirVersion(s string) (version int, remarque string) {
	connues := versionsConnues()
	derniere := connues[len(connues)-1]
	v, ok := parseVersion(s)
	switch {
	case !ok:
		return derniere, "" // already said of the rubric itself
	case v < connues[0]:
		return versionAncienne, "norme antérieure à celles que l'on connaît : les anciens codes sont admis"
	case v > derniere:
		return derniere, "norme postérieure à celles que l'on connaît : le fichier est lu avec la dernière"
	case !slices.Contains(connues, v):
		i, _ := slices.BinarySearch(connues, v)
		return connues[i-1], "version de norme inconnue : le fichier est lu avec la précédente"
	}
	return v, ""
}
