// Package decision knows what a human must sign. What is favourable and
// complete goes by itself; every refusal, suspension, reduction or end of rights
// that the law proposes waits here for a named person, with its rule and its
// days. It knows who may do which act, for how much; which automatic payments
// are drawn for a human to look at; and what stops payments.
//
// It knows nothing of letters, of storage or of screens.
package decision

import (
	"accord/dossier"
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Proposee is an adverse decision that the law proposes on a run of days.
type Proposee struct {
	Dossier string
	Ligne   string
	Periode v.Periode
	Etat    droit.Etat
	Regle   droit.Regle
	Reserve v.Centimes        // gross, of all its days: what waits for the signature of a reduction
	Signee  *dossier.Decision // nil until someone signs
}

// Medicale reports whether a rule rests on a medical opinion: what it decides is
// contested before doctors (R.142-8), not before the commission de recours
// amiable.
func Medicale(r droit.Regle) bool {
	switch r {
	case "MAL-CTL-04", "MAL-CTL-05", "AT-17":
		return true
	}
	return false
}

// NatureRefus is the nature of a signed decision on days that are refused, or
// paid for less.
const NatureRefus = "refus"

// Defavorable reports whether a state of a day is a decision against the
// person, which only a human takes (RGPD art. 22, loi 78-17 art. 47).
func Defavorable(e droit.Etat) bool {
	return e == droit.Refuse || e == droit.Suspendu || e == droit.Epuise
}

// defavorable reports whether a run of days is a decision against the person:
// refused, suspended, exhausted, or paid for less.
func defavorable(s *registre.Suite) bool {
	return Defavorable(s.Etat) || s.Reserve > 0
}

// Proposer lists the adverse decisions of a register, signed or not. A
// signature covers exactly the rule, the line and the days that it names: if
// the days change, a new one is needed. The reduction of a day is a proposal for
// what is reserved on it, until it is signed. Nothing is proposed of days that PROGRES is to
// pay, or may have paid.
func Proposer(dus []registre.Du, signees []dossier.Decision) []Proposee {
	var ps []Proposee
	for _, s := range registre.Comprimer(dus) {
		if !defavorable(&s) {
			continue
		}
		p := Proposee{Dossier: s.Dossier, Ligne: s.Ligne, Periode: v.P(s.Jour, s.Au), Etat: s.Etat, Regle: s.Regle}
		p.Reserve = s.Reserve.Fois(p.Periode.Jours())
		for i := range signees {
			d := &signees[i]
			if d.Nature == NatureRefus && d.Regle == p.Regle && d.Ligne == p.Ligne && d.Periode.Du <= p.Periode.Du && d.Periode.Au >= p.Periode.Au {
				p.Signee = d
			}
		}
		if s.Progres != "" && p.Signee == nil {
			continue
		}
		if n := len(ps); n > 0 && suit(&ps[n-1], &p) {
			ps[n-1].Periode.Au = p.Periode.Au
			ps[n-1].Reserve += p.Reserve
			continue
		}
		ps = append(ps, p)
	}
	return ps
}

// suit reports whether two runs are one decision: days of one rule that follow
// each other, whatever each of them owes.
func suit(a, b *Proposee) bool {
	return a.Dossier == b.Dossier && a.Ligne == b.Ligne && a.Etat == b.Etat && a.Regle == b.Regle && a.Periode.Au+1 == b.Periode.Du &&
		(a.Reserve > 0) == (b.Reserve > 0) && (a.Signee == nil) == (b.Signee == nil)
}

// Decider takes off the days what a signed reduction reserved on them: the
// reduction is decided, and the rest is not awaited any more.
func Decider(dus []registre.Du, ps []Proposee) {
	for i := range dus {
		d := &dus[i]
		for k := range ps {
			if p := &ps[k]; d.Reserve > 0 && p.Signee != nil && p.Ligne == d.Ligne && p.Regle == d.Regle && p.Periode.Contient(d.Jour) {
				d.Reserve = 0
			}
		}
	}
}
