package app

import (
	"slices"

	"accord/clock"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// RendusDe lists the acts by which a dossier is with PROGRES or, with revenus, was.
func (d *Dossier) RendusDe(numero string, revenus bool) (actes []dossier.Intervention) {
	for i := range d.rendus {
		if r := &d.rendus[i]; r.dossier == numero && (revenus || r.Revenu == nil) {
			actes = append(actes, r.Acte.Intervention)
		}
	}
	return actes
}

// RevenusADire lists the acts that gave back a dossier that came back since, and of which nobody said what PROGRES paid.
func (d *Dossier) RevenusADire(numero string) (actes []dossier.Intervention) {
	for i := range d.rendus {
		r := &d.rendus[i]
		if r.dossier == numero && slices.ContainsFunc(d.Dus, func(du registre.Du) bool {
			return du.Progres == registre.RevenuProgres && r.progres(&du) == registre.RevenuProgres
		}) {
			actes = append(actes, r.Acte.Intervention)
		}
	}
	return actes
}

// RenduLe is the day on which an act gave a dossier back; zero when it does not.
func (d *Dossier) RenduLe(acte string) v.Jour {
	for i := range d.rendus {
		if d.rendus[i].Acte.ID == acte {
			return d.rendus[i].Acte.Le
		}
	}
	return 0
}

// Emises lists the postings whose money has left.
func (d *Dossier) Emises() []registre.Pose { return d.emises() }

// QuestionsRendues lists the questions that PROGRES asks, and the caisse does not.
func (d *Dossier) QuestionsRendues() []dossier.Question { return slices.Clone(d.tues) }

// PartiLe is the day on which the money of a payment left; the day on which it was made, when it did not.
func (vue *Vue) PartiLe(o *paiement.Ordre) v.Jour {
	for _, a := range vue.Actes[o.ID] {
		if a.Vers == o.Etat && (o.Etat == paiement.Emis || o.Etat == paiement.SansFlux) {
			return clock.JourDe(a.Le)
		}
	}
	return o.CreeLe
}

// RecueLe is the day on which a piece was received.
func (p *PieceRecue) RecueLe() v.Jour { return clock.JourDe(p.RecuLe) }
