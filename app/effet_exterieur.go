package app

import (
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/suivi"
)

// pourQui leaves in an effect what concerns whoever acts. Someone outside the
// caisse is told what becomes of his own act: neither the days nor the money of the
// insured, nor what is awaited from others.
func (e *Effet) pourQui(a *dossier.Intervention, apres *Dossier) *Effet {
	if !decision.Exterieur(a.Role) {
		return e
	}
	x := &Effet{Exterieur: true, ADeux: e.ADeux}
	for i := range apres.Etapes {
		for _, t := range apres.Etapes[i].Taches {
			if slices.ContainsFunc(t.Appels, func(p suivi.Appel) bool { return p.Acte == a.ID }) {
				x.Suite, x.Echeance = t.Phrase, t.Echeance
			}
		}
	}
	return x
}
