package dossier

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// ecartSuite is how many days may stand between an arrêt and its prolongation, or between the
// last day worked and the first day not worked: a week-end, and a bank holiday.
const ecartSuite = 3

// sansInitial reports whether a prescription says that it prolongs an arrêt, and nothing known
// comes before it. Where a leave is known, whose days follow from an event, nothing is said.
func sansInitial(cas *droit.Cas, i int) bool {
	a := &cas.Arrets[i]
	if a.Nature != droit.Prolongation || a.Risque != droit.Maladie || a.Sinistre != "" || a.Debut == 0 {
		return false
	}
	for k := range cas.Arrets {
		x := &cas.Arrets[k]
		avant := x.Debut < a.Debut || x.Debut == a.Debut && (x.Nature != droit.Prolongation || k < i)
		if k != i && avant && (x.Debut == 0 || x.Fin+ecartSuite >= a.Debut) {
			return false
		}
	}
	return !slices.ContainsFunc(cas.Anterieures, func(x droit.IndemniteAnterieure) bool { return x.Periode.Au+ecartSuite >= a.Debut })
}

// debuter reads as a first arrêt a prescription that says «prolongation» while the employer
// says that work went on until then: the box was ticked wrongly, and nothing is missing.
func (p *pli) debuter(i int, dernier v.Jour) {
	if a := &p.s.Cas.Arrets[i]; dernier < a.Debut && dernier+ecartSuite >= a.Debut && sansInitial(&p.s.Cas, i) {
		a.Nature = droit.Initial
	}
}

// sansInitiaux lists the prescriptions whose initial arrêt is asked for: until it comes, nobody
// knows whether the first days not paid were used before. An agent who forces them has decided.
func (s *Situation) sansInitiaux() (is []int) {
	for i := range s.Origines {
		debut := s.Cas.Arrets[i].Debut
		force := func(a Intervention) bool {
			return (a.Nature == ForcerCarence || a.Nature == ForcerJour) && a.Vise(debut, a.Ligne)
		}
		if sansInitial(&s.Cas, i) && !slices.ContainsFunc(s.Interventions, force) {
			is = append(is, i)
		}
	}
	return is
}

// inconnueInitial closes an initial arrêt that nobody sent: either there was none, and the first
// days are not paid, or there was, and they were not paid then.
func inconnueInitial(s *Situation, i int) inconnue {
	a := &s.Cas.Arrets[i]
	return inconnue{
		reponses: 2,
		poids:    ecartSuite,
		fermer: func(c *droit.Cas, reponse int) {
			if reponse == 1 {
				c.Decisions = append(slices.Clip(c.Decisions), droit.Decision{Nature: droit.Forcage, Arret: a.ID, Le: min(a.Debut, c.ConnuAu), Au: a.Fin, Valeur: "carence=0"})
			}
		},
	}
}

// ObjetInitial begins the object of a question about an initial arrêt.
const ObjetInitial = "initial-"

// questionInitial asks the insured for the arrêt that a prolongation goes back to.
func questionInitial(s *Situation, i int) Question {
	a := &s.Cas.Arrets[i]
	return Question{
		Code: QuestionAvisArret, AupresDe: "assure", Objet: ObjetInitial + a.Debut.String(), Pour: a.Periode(), Depuis: s.Origines[i].ConnuLe,
		Phrase: "La caisse a reçu une prolongation d'arrêt de travail " + a.Periode().EnLettres() + ", mais pas l'arrêt qu'elle prolonge.",
	}
}
