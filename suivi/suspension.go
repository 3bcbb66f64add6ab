package suivi

import (
	"accord/droit"
	v "accord/valeur"
)

// direSuspensions tells the time limits that a suspension starts, as long as they run:
// from the day on which it was notified, the insured may ask to be examined (D.315-4);
// from its own day, a new arrêt waits for an opinion before it is paid (D.323-4).
func (e *Entree) direSuspensions() string {
	var examen, arret v.Jour
	for i := range e.Proposees {
		if p := &e.Proposees[i]; p.Etat == droit.Suspendu && p.Signee != nil {
			examen = max(examen, EcheanceDans(e.Calendrier, "EXAMEN_APRES_CONTRE_VISITE", p.Signee.Le))
		}
	}
	for _, le := range e.Suspensions {
		arret = max(arret, EcheanceDans(e.Calendrier, "ARRET_APRES_SUSPENSION", le))
	}
	phrase := ""
	if e.Jour <= examen {
		phrase += " La suspension est notifiée : l'assuré peut demander à être examiné par le contrôle médical jusqu'au " + examen.EnLettres() + " (D.315-4)."
	}
	if e.Jour <= arret {
		phrase += " Un nouvel arrêt prescrit jusqu'au " + arret.EnLettres() + " ne sera payé qu'après l'avis du contrôle médical (D.323-4)."
	}
	return phrase
}
