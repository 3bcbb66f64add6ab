package paiement

import (
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// charges gives the accounts that a risk is charged to, and taken back from.
func charges(r droit.Risque) (charge, reduction registre.Compte) {
	if r.Professionnel() {
		return registre.ChargeIJATMP, registre.ReductionIJATMP
	}
	return registre.ChargeIJMaladie, registre.ReductionIJMaladie
}

// Comptabiliser gives the entry of an order that has its visa: the charge,
// gross; the debt to the payee; the debts to those for whom levies are
// withheld. A line that takes back is a receipt of its own, compensated on the
// debt: gross on both sides (D.253-16).
func (o *Ordre) Comptabiliser() registre.Ecriture {
	e := registre.Ecriture{Cle: "vise/" + o.ID, Le: o.CreeLe, Personne: o.Personne, Ordre: o.ID, Regles: o.Regles, Libelle: "Ordre de dépense"}
	for i := range o.Lignes {
		l := &o.Lignes[i]
		charge, reduction := charges(l.Risque)
		if l.Brut >= 0 {
			e.Debiter(charge, l.Brut)
			e.Crediter(registre.DetteBeneficiaire, l.Net)
			e.Crediter(registre.DetteCSGCRDS, l.CSG+l.CRDS)
			e.Crediter(registre.DettePAS, l.PAS)
			continue
		}
		e.Crediter(reduction, -l.Brut)
		e.Debiter(registre.CreanceIndu, -l.Net)
		e.Debiter(registre.DetteCSGCRDS, -l.CSG-l.CRDS)
		e.Debiter(registre.DettePAS, -l.PAS)
		e.Debiter(registre.DetteBeneficiaire, -l.Net)
		e.Crediter(registre.CreanceIndu, -l.Net)
	}
	return e
}

// ComptabiliserEmission gives the entry of the transfer.
func (o *Ordre) ComptabiliserEmission() registre.Ecriture {
	e := registre.Ecriture{Cle: "emis/" + o.ID, Le: o.CreeLe, Personne: o.Personne, Ordre: o.ID, Regles: o.Regles, Libelle: "Virement émis"}
	e.Debiter(registre.DetteBeneficiaire, o.Total.Net)
	e.Crediter(registre.TransitVirement, o.Total.Net)
	return e
}

// ComptabiliserAnnulation gives the entry of an order that had its visa and is
// cancelled before it was emitted: the first one, the other way round.
func (o *Ordre) ComptabiliserAnnulation(le v.Jour) registre.Ecriture {
	e := o.Comptabiliser()
	e.Cle, e.Le, e.Libelle = "annule/"+o.ID, le, "Ordre annulé avant émission"
	for i := range e.Mouvements {
		e.Mouvements[i].Montant = -e.Mouvements[i].Montant
	}
	return e
}
