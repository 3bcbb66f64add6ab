// Package decision knows what a human must sign. What is favourable and
// complete goes by itself; every refusal, suspension, reduction or end of rights
// that the law proposes waits here for a named person, with its rule and its
// days. It knows who may do which act, for how much; which automatic payments
// are drawn for a human to look at; and what stops payments.
//
// It knows nothing of letters, of storage or of screens.
package decision

import (
	"slices"

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
	Signee  *dossier.Decision // nil until someone signs
}

// NatureRefus is the nature of a signed decision on refused days.
const NatureRefus = "refus"

// Defavorable reports whether a state of a day is a decision against the
// person, which only a human takes (RGPD art. 22, loi 78-17 art. 47).
func Defavorable(e droit.Etat) bool {
	return e == droit.Refuse || e == droit.Suspendu || e == droit.Epuise
}

// reductions are the rules that pay a day for less, against the person.
var reductions = []droit.Regle{"MAL-RTD-01"} // avis d'arrêt sent late a second time (D.323-2)

// defavorable reports whether a run of days is a decision against the person:
// refused, suspended, exhausted, or paid for less.
func defavorable(s *registre.Suite) bool {
	return Defavorable(s.Etat) || s.Etat == droit.Paye && slices.Contains(reductions, s.Regle)
}

// Proposer lists the adverse decisions of a register, signed or not. A
// signature covers exactly the rule, the line and the days that it names: if
// the days change, a new one is needed.
func Proposer(dus []registre.Du, signees []dossier.Decision) []Proposee {
	var ps []Proposee
	for _, s := range registre.Comprimer(dus) {
		if !defavorable(&s) {
			continue
		}
		p := Proposee{Dossier: s.Dossier, Ligne: s.Ligne, Periode: v.P(s.Jour, s.Au), Etat: s.Etat, Regle: s.Regle}
		for i := range signees {
			d := &signees[i]
			if d.Nature == NatureRefus && d.Regle == p.Regle && d.Ligne == p.Ligne && d.Periode.Du <= p.Periode.Du && d.Periode.Au >= p.Periode.Au {
				p.Signee = d
			}
		}
		ps = append(ps, p)
	}
	return ps
}
