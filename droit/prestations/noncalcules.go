package prestations

import (
	"fmt"

	"accord/droit"
	"accord/droit/atmp"
	"accord/droit/famille"
	"accord/droit/maladie"
	v "accord/valeur"
)

// Calcule reports whether the days of an arrêt are computed by some benefit.
func Calcule(cas *droit.Cas, arret int) bool {
	a := &cas.Arrets[arret]
	return a.Risque == droit.Maladie || famille.Traite(a.Risque) || atmp.Traite(a.Risque) || maladie.Provisoire(cas, a)
}

// NonCalcules lists what the case asks and this version does not compute, so
// that nothing is silently ignored. Each phrase names the key of the case.
func NonCalcules(cas *droit.Cas) []droit.Manque {
	var ms []droit.Manque
	dire := func(pour v.Periode, phrase string, args ...any) {
		ms = append(ms, droit.Manque{Code: "NON_CALCULE", AupresDe: "caisse", Pour: pour, Phrase: fmt.Sprintf(phrase, args...)})
	}
	for i := range cas.Arrets {
		if a := &cas.Arrets[i]; !Calcule(cas, i) {
			dire(a.Periode(), "arrets[%d].risque : «%s» n'est pas encore calculé.", i, a.Risque)
		}
	}
	for i := range cas.Decisions {
		if d := &cas.Decisions[i]; d.Nature == droit.Forcage && !maladie.ForcageConnu(d.Valeur) {
			dire(v.P(d.Le, d.Au), "decisions[%d].valeur : «%s» n'est pas un forçage connu (droits_ouverts, droits_refuses, payer, refuser, carence=0, ij=32.87).", i, d.Valeur)
		}
	}
	return ms
}
