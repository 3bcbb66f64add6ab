package libelle

import (
	"slices"

	"accord/droit"
)

// CalculIncomplet says what the steps of a computation count where answers are awaited;
// empty when none is, and the steps give what is due.
func CalculIncomplet(r *droit.Resultat) string {
	attend := func(j droit.JourCalcule) bool { return j.Etat == droit.Attente }
	if len(r.Manques) == 0 || !slices.ContainsFunc(r.Jours, attend) {
		return ""
	}
	return "Des réponses sont attendues : ce calcul compte pour rien ce qui n'est pas connu, et donne le moins qui puisse être dû."
}
