package app

import (
	"accord/dossier"
	"accord/paiement"
	"accord/suivi"
)

// mains lists what agents hold. What is held without a date is never due again
// by itself: the domain refuses it. What a control found wrong before it left is not paid
// again as it was, until someone corrects it or its time is over.
func (d *Dossier) mains() (ms []paiement.Main) {
	actes := d.dater(d.Calcul.Situation.Interventions)
	for i := range actes {
		a := &actes[i]
		switch {
		case a.Nature == dossier.Retenir:
			ms = append(ms, paiement.Main{Par: a.Par, Motif: a.Motif, Ligne: a.Ligne, Periode: a.Periode, Jusque: a.Echeance})
		case a.Ordre != nil && a.Ordre.Etat == paiement.Annule && a.Corrige == nil:
			for k := range a.Ordre.Lignes {
				l := &a.Ordre.Lignes[k]
				ms = append(ms, paiement.Main{
					Par: a.Par, Motif: "un contrôle trouve ce paiement à corriger, " + a.Motif, Ligne: l.Activite, Periode: l.Periode, Jusque: suivi.EcheanceConstat(a.Le) + 1,
				})
			}
		}
	}
	return ms
}
