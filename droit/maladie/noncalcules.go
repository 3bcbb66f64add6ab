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
		a := &cas.Arrets[i]
		if a.Risque != droit.Maladie {
			dire(a.Periode(), "arrets[%d].risque : «%s» n'est pas encore calculé ; seule la maladie l'est.", i, a.Risque)
			continue
		}
		if a.TempsPartiel {
			dire(a.Periode(), "arrets[%d].temps_partiel : le temps partiel thérapeutique n'est pas encore limité à la perte de salaire.", i)
		}
		if a.ALD != "" {
			dire(a.Periode(), "arrets[%d].ald : la durée propre aux affections de longue durée n'est pas encore appliquée.", i)
		}
		if a.ExonereCarence != "" {
			dire(a.Periode(), "arrets[%d].exonere_carence : l'exonération de carence n'est pas encore appliquée.", i)
		}
	}
	for i := range cas.Activites {
		a := &cas.Activites[i]
		if a.Nature != droit.Salarie {
			dire(v.Periode{}, "activites[%d].nature : «%s» n'est pas encore calculé.", i, a.Nature)
		}
	}
	for i := range cas.Decisions {
		dire(v.P(cas.Decisions[i].Le, cas.Decisions[i].Au), "decisions[%d].nature : «%s» n'est pas encore appliquée.", i, cas.Decisions[i].Nature)
	}
	return ms
}
