package tirage

import (
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// prescrire adds a prescription, written on its first day, by the médecin
// traitant, sent by wire: what a twisted case then changes.
func (t *tireur) prescrire(nature droit.NatureArret, du, au v.Jour) *droit.Arret {
	t.cas.Arrets = append(t.cas.Arrets, droit.Arret{
		ID: "A" + strconv.Itoa(len(t.cas.Arrets)+1), Risque: droit.Maladie, Nature: nature, Debut: du, Fin: au,
		Canal: droit.Electronique, PrescritLe: du, RecuLe: du, Prescripteur: droit.MedecinTraitant,
		Teleconsultation: v.Connu(false), Hospitalise: v.Connu(false),
	})
	return &t.cas.Arrets[len(t.cas.Arrets)-1]
}

// suivre draws the prescriptions of one stop that lasts so many days: a first
// one, then prolongations that touch it. It returns the last day.
func (t *tireur) suivre(du v.Jour, jours, morceau int) v.Jour {
	fin := du + v.Jour(jours) - 1
	nature := droit.Initial
	for d := du; d <= fin; nature = droit.Prolongation {
		n := t.entre(max(1, morceau/2), morceau)
		if nature == droit.Prolongation {
			n *= 2
		}
		au := min(d+v.Jour(n)-1, fin)
		t.prescrire(nature, d, au)
		d = au + 1
	}
	return fin
}
