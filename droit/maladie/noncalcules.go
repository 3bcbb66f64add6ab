package maladie

import (
	"fmt"

	"accord/droit"
	v "accord/valeur"
)

// NonCalcules lists what the case asks and this version does not compute yet,
// so that nothing is silently ignored. Each phrase names the key of the case.
func NonCalcules(cas *droit.Cas) []droit.Manque {
	var ms []droit.Manque
	dire := func(pour v.Periode, phrase string, args ...any) {
		ms = append(ms, droit.Manque{Code: "NON_CALCULE", AupresDe: "caisse", Pour: pour, Phrase: fmt.Sprintf(phrase, args...)})
	}
	for i := range cas.Arrets {
		if a := &cas.Arrets[i]; a.Risque != droit.Maladie {
			dire(a.Periode(), "arrets[%d].risque : «%s» n'est pas encore calculé ; seule la maladie l'est.", i, a.Risque)
		}
	}
	for i := range cas.Decisions {
		if d := &cas.Decisions[i]; d.Nature == droit.Forcage && !forcageConnu(d.Valeur) {
			dire(v.P(d.Le, d.Au), "decisions[%d].valeur : «%s» n'est pas un forçage connu (droits_ouverts, droits_refuses, payer, refuser, carence=0, ij=32.87).", i, d.Valeur)
		}
	}
	return ms
}
