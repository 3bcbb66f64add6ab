package suivi

import (
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

// ACorriger is the outcome of a control that found a payment wrong.
const ACorriger = "a_corriger"

// Constater gives each control that found a payment wrong that payment, and the first act
// after it that answers it. The acts are all those in force of a person, in order.
func Constater(actes []Acte, ordres []*paiement.Ordre) {
	for i := range actes {
		k := &actes[i]
		if k.Nature != dossier.Controler || k.Valeur != ACorriger {
			continue
		}
		n := slices.IndexFunc(ordres, func(o *paiement.Ordre) bool { return o.ID == k.Objet })
		if n < 0 {
			continue
		}
		k.Ordre = ordres[n]
		if n := slices.IndexFunc(actes[i+1:], func(a Acte) bool { return Corrige(&a.Intervention, k.Ordre) }); n >= 0 {
			k.Corrige = &actes[i+1+n]
		}
	}
}

// Corrige reports whether an act decides of a day of a payment. One that puts days off, or pays
// them sooner, says nothing of what is wrong with them.
func Corrige(a *dossier.Intervention, o *paiement.Ordre) bool {
	x, _ := decision.Exige(a.Nature)
	if !x.Jours || a.Nature == dossier.Retenir || a.Nature == dossier.Avancer {
		return false
	}
	return slices.ContainsFunc(o.Lignes, func(l paiement.Ligne) bool {
		return slices.ContainsFunc(l.Jours, func(j paiement.JourLigne) bool { return a.Vise(j.Jour, l.Activite) })
	})
}

// EcheanceConstat is the last day to correct what a control found on a day.
func EcheanceConstat(le v.Jour) v.Jour { return Echeance("CORRECTION", le) }

// aCorriger is the task that a control opens on a payment that it found wrong: nothing in the
// register says that its days are, until someone decides of them.
func aCorriger(a *Acte) Tache {
	t := ouvrirTache(Constat, "technicien", a, EcheanceConstat(a.Le))
	t.Valeur = a.Objet
	t.Phrase = "Un contrôle de " + a.Par + " trouve à corriger le paiement du " + a.Ordre.CreeLe.Francais() + " (" + a.Ordre.Total.Brut.Euros() + " brut, " + joursDe(a.Ordre).String() + ") : " + clore(a.Motif) + " "
	if a.Ordre.Etat == paiement.Annule {
		t.Phrase += "Il est annulé avant l'envoi, et ses jours sont retenus jusqu'à la correction, ou jusqu'à ce délai : "
	} else {
		t.Phrase += "Il n'est corrigé par aucun acte : "
	}
	t.Phrase += "un technicien décide de ces jours (forcer ce qui est faux, les libérer s'ils sont justes), ou le contrôle est retiré si une pièce a tout corrigé."
	if a.Corrige != nil {
		t.FaiteLe, t.FaitePar, t.Suite = a.Corrige.Le, a.Corrige.Par, a.Corrige.Motif
	}
	return t
}

// joursDe is from the first to the last day of a payment.
func joursDe(o *paiement.Ordre) v.Periode {
	p := o.Lignes[0].Periode
	for i := range o.Lignes {
		p.Du, p.Au = min(p.Du, o.Lignes[i].Periode.Du), max(p.Au, o.Lignes[i].Periode.Au)
	}
	return p
}
