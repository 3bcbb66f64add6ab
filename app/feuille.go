package app

import (
	"slices"

	"accord/droit"
)

// etapesDu returns the steps of the computation that are about one dossier, or about
// none: what a letter, a payment or a stop by rule says of a dossier says nothing of
// the others.
func (d *Dossier) etapesDu(numero string) []droit.Etape {
	var arrets []int
	for i := range d.Calcul.Chaines {
		if ch := &d.Calcul.Chaines[i]; NumeroDossier(d.Personne, ch) == numero {
			arrets = append(arrets, ch.Arrets...)
		}
	}
	if arrets == nil { // a number that the dossier bore before
		return d.Calcul.Resultat.Explication
	}
	var es []droit.Etape
	for _, e := range d.Calcul.Resultat.Explication {
		if e.Chaine < 0 || slices.Contains(arrets, e.Chaine) {
			es = append(es, e)
		}
	}
	return es
}
