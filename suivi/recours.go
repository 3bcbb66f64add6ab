package suivi

import (
	"cmp"
	"slices"

	"accord/decision"
	v "accord/valeur"
)

// Recours is the value of a complaint that contests a decision before a commission.
const Recours = "recours"

// Commission is who examines a recourse, as the code of the clock of its silence.
type Commission string

const (
	CRA   Commission = "SILENCE_CRA"   // commission de recours amiable
	CMRA  Commission = "SILENCE_CMRA"  // commission médicale de recours amiable
	Mixte Commission = "SILENCE_MIXTE" // both: the first waits for the second (R.142-9-1)
)

var commissions = map[Commission]struct{ devant, article string }{
	CRA:   {"la commission de recours amiable", "R.142-6"},
	CMRA:  {"la commission médicale de recours amiable", "R.142-8-5"},
	Mixte: {"la commission de recours amiable et la commission médicale", "R.142-9-1"},
}

// CommissionDe says who examines a recourse on signed decisions: doctors when the reason
// is medical.
func CommissionDe(ps []decision.Proposee) Commission {
	medicale := func(p decision.Proposee) bool { return p.Signee != nil && decision.Medicale(p.Regle) }
	autre := func(p decision.Proposee) bool { return p.Signee != nil && !decision.Medicale(p.Regle) }
	switch {
	case !slices.ContainsFunc(ps, medicale):
		return CRA
	case slices.ContainsFunc(ps, autre):
		return Mixte
	}
	return CMRA
}

// recours is the ticket of a recourse, with the clock of the law: silence is a rejection,
// which opens the tribunal, and the failure of the caisse.
func (c Commission) recours(a *Acte) Tache {
	t := ouvrirTache(Reclamation, "technicien", a, 0)
	t.Valeur = Recours
	c.courir(&t, a.Le)
	return t
}

func (c Commission) courir(t *Tache, depuis v.Jour) {
	c = cmp.Or(c, CRA)
	x := commissions[c]
	t.Echeance = Echeance(string(c), depuis)
	t.Phrase = "Un recours devant " + x.devant + " attend sa décision : sans elle, il est tenu pour rejeté après le " + t.Echeance.EnLettres() + " (" + x.article + "), et le tribunal judiciaire peut être saisi jusqu'au " +
		Echeance("RECOURS_TJ", t.Echeance).EnLettres() + " (R.142-1-A)."
}

// recommencer starts the time of an open recourse again from the day on which a piece
// joins it (R.142-6).
func (c Commission) recommencer(ts []Tache, a *Acte) {
	for i := range ts {
		if t := &ts[i]; t.Valeur == Recours && t.FaiteLe == 0 {
			c.courir(t, a.Le)
		}
	}
}

// Notifiee is a signed decision whose letter left.
type Notifiee struct {
	Signature string
	DecideeLe v.Jour
	PartieLe  v.Jour
	RecueLe   v.Jour // proved; zero: presumed
	Medicale  bool
}

// DelaiRecours gives the day from which the time to contest runs, and its last day: from
// the reception that was proved, else from the one that is presumed.
func (n *Notifiee) DelaiRecours() (depuis, fin v.Jour) {
	depuis = n.RecueLe
	if depuis == 0 {
		depuis = Echeance("RECEPTION_PRESUMEE", n.PartieLe)
	}
	return depuis, Echeance("RECOURS_CRA", depuis)
}

// direRecours tells until when what was notified may be contested, as long as it may be
// and nobody did, then what a silence or an answer opens.
func (e *Entree) direRecours() string {
	for i := range e.Taches {
		t := &e.Taches[i]
		if t.Valeur != Recours {
			continue
		}
		if fin := Echeance("RECOURS_TJ", t.FaiteLe); t.FaiteLe != 0 && e.Jour <= fin {
			return " Le recours a reçu sa réponse le " + t.FaiteLe.EnLettres() + " : le tribunal judiciaire peut être saisi dans les deux mois de sa notification (R.142-1-A), au moins jusqu'au " + fin.EnLettres() + "."
		}
		return "" // its own task says until when
	}
	var derniere *Notifiee
	for i := range e.Notifiees {
		if n := &e.Notifiees[i]; derniere == nil || n.PartieLe > derniere.PartieLe {
			derniere = n
		}
	}
	if derniere == nil {
		return ""
	}
	depuis, fin := derniere.DelaiRecours()
	if e.Jour > fin {
		return ""
	}
	commission, article, recue := "la commission de recours amiable", "R.142-1", "sa lettre, partie le "+derniere.PartieLe.EnLettres()+", étant tenue pour reçue le "
	if derniere.Medicale {
		commission, article = "la commission médicale de recours amiable", "R.142-8"
	}
	if derniere.RecueLe != 0 {
		recue = "sa lettre ayant été reçue le "
	}
	return " La décision du " + derniere.DecideeLe.EnLettres() + " peut être contestée devant " + commission + " jusqu'au " + fin.EnLettres() + " (" + article + "), " + recue + depuis.EnLettres() + "."
}
