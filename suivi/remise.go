package suivi

import (
	"slices"
	"strings"

	"accord/decision"
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// Remise is the value of a request that an indu be given up, whole or in part, because whoever owes it
// cannot pay (L.256-4).
const Remise = "remise"

// remise is the ticket of such a request. Nothing is retained before it is decided, by whoever may: silence
// would be a rejection, and the failure of the caisse.
func remise(a *Acte) Tache {
	t := ouvrirTache(Reclamation, "directeur", a, Echeance("REMISE", a.Le))
	t.Valeur = Remise
	t.Phrase = "La remise, totale ou partielle, d'un indu est demandée en raison de la situation de la personne (L.256-4) : rien n'est retenu avant la décision. Un technicien réunit ses ressources et ses charges ; " +
		"le directeur, ou qui en a reçu le pouvoir, décide et dit pourquoi (acte remettre), et la lettre part. Sans réponse, la demande est rejetée en silence le " + (t.Echeance + 1).EnLettres() + " (L.231-4 du CRPA)."
	return t
}

// demande reports whether a task is a request of that kind, made by an act.
func (t *Tache) demande(valeur, acte string) bool {
	return t.Genre == Reclamation && t.Valeur == valeur && slices.ContainsFunc(t.Appels, func(x Appel) bool { return x.Acte == acte })
}

// RemiseDecidee is what was decided on a request.
type RemiseDecidee struct {
	Acte      dossier.Intervention
	Le        v.Jour // of the decision
	DemandeLe v.Jour
}

// lireRemises reads the requests to give up a claim, and what was decided: RemiseLe is the day of the one
// that is open.
func (x *Indu) lireRemises(actes []Acte) {
	demandes := map[string]v.Jour{}
	for k := range actes {
		a := &actes[k]
		switch le, siens := demandes[a.Objet]; {
		case a.Nature == dossier.Reclamer && a.Valeur == Remise && a.Objet == x.Acte.ID:
			demandes[a.ID] = a.Le
			if x.RemiseLe == 0 {
				x.RemiseLe = a.Le
			}
		case a.Nature == dossier.Remettre && siens:
			x.Remises = append(x.Remises, RemiseDecidee{a.Intervention, a.Le, le})
			x.RemiseLe = 0
		}
	}
}

// Remis is what was given up of a claim, of what its letter asked for.
func (x *Indu) Remis() (somme v.Centimes) {
	for i := range x.Remises {
		somme += x.Remises[i].Acte.Montant
	}
	return somme
}

// RemisEntier reports whether the whole of a claim was given up.
func (x *Indu) RemisEntier() bool {
	return slices.ContainsFunc(x.Remises, func(r RemiseDecidee) bool { return r.Acte.Valeur == decision.RemiseTotale })
}

// apresRemise is the first day on which a retention is not forbidden by a request to give up the claim: none
// while it is open, nor within seven days of the last decision (as after the rejection of a correction: the
// texts say nothing of a remission).
func (x *Indu) apresRemise(c droit.Calendrier) v.Jour {
	if x.RemiseLe != 0 {
		return v.JourMax
	}
	if n := len(x.Remises); n > 0 {
		return EcheanceDans(c, "INDU_APRES_DECISION", x.Remises[n-1].Le) + 1
	}
	return 0
}

// direRemise says what was given up of a claim, or refused.
func (x *Indu) direRemise() string {
	n := len(x.Remises)
	if n == 0 {
		return ""
	}
	r := &x.Remises[n-1]
	if remis := x.Remis(); remis > 0 {
		return " ; une remise de " + remis.Euros() + " a été accordée le " + r.Le.EnLettres() + " (L.256-4), sur ce que la lettre demande"
	}
	return " ; sa remise a été refusée le " + r.Le.EnLettres() + " (L.256-4)"
}

// direDepasse says that more is paid too much than somebody signed, or than all that was given up: that is claimed by
// nobody. An act on which a remission was decided is not withdrawn.
func (x *Indu) direDepasse(somme string) string {
	phrase := "Un indu a été notifié pour " + x.Acte.Montant.Euros() + " brut, et il est désormais de " + somme + " : personne n'a signé ce qui dépasse, qui n'est pas réclamé. Un technicien retire l'acte, puis notifie l'indu de nouveau (acte notifier_indu)"
	if x.RemisEntier() {
		phrase = "Un indu a été remis en entier le " + x.Remises[len(x.Remises)-1].Le.EnLettres() + " (L.256-4), et il est désormais de " + somme + " : ce qui dépasse la remise n'est pas réclamé. Un technicien notifie l'indu de nouveau (acte notifier_indu : ce qui a été remis en reste déduit)"
	} else if x.Remis() > 0 {
		phrase = strings.Replace(phrase, "retire l'acte, puis notifie l'indu de nouveau (acte notifier_indu)", "notifie l'indu de nouveau (acte notifier_indu : les "+x.Remis().Euros()+" remis en restent déduits)", 1)
	}
	return phrase + ", ou le laisse à ce qui a été signé."
}
