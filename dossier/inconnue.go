package dossier

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// inconnue is something that nobody knows yet, with the answers that could
// close it. Answer 0 is, by itself, the least favourable to the person.
type inconnue struct {
	reponses int
	fermer   func(cas *droit.Cas, reponse int)
	poids    v.Centimes // money at stake, to order questions when there are too many
}

// Answers tried for an unknown pay. Nothing at all is not always the least: a
// month with an absence and no pay is restored from the other months, while
// one cent for a few days is restored to very little. So both are tried, and a
// pay beyond every cap.
var salairesPossibles = [...]struct {
	brut   v.Centimes
	heures v.Centiemes
}{{0, 0}, {1, 1}, {100_000_00, 220_00}}

// inconnueSalaires closes the pays that one employer has not declared: the same
// answer for all of them.
func inconnueSalaires(besoins []droit.Besoin) inconnue {
	activite := besoins[0].Activite
	i := inconnue{
		reponses: len(salairesPossibles),
		fermer: func(c *droit.Cas, reponse int) {
			a := &c.Activites[activite]
			a.Salaires = slices.Clone(a.Salaires)
			for _, b := range besoins {
				fermerSalaire(a, b.Periode, salairesPossibles[reponse].brut, salairesPossibles[reponse].heures)
			}
		},
	}
	for _, b := range besoins {
		i.poids = max(i.poids, v.Centimes(b.Pour.Jours()))
	}
	return i
}

// fermerSalaire gives a pay its supposed amount and hours, where they are not
// known.
func fermerSalaire(a *droit.Activite, p v.Periode, brut v.Centimes, heures v.Centiemes) {
	trouve := false
	for i := range a.Salaires {
		s := &a.Salaires[i]
		if s.Periode.Inter(p).IsZero() {
			continue
		}
		trouve = true
		s.Brut = v.Connu(s.Brut.Ou(brut))
		s.Heures = v.Connu(s.Heures.Ou(heures))
	}
	if !trouve {
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: p, Brut: v.Connu(brut), Heures: v.Connu(heures)})
	}
}

// inconnueSignale closes an arrêt that only the employer declared: either it
// was never prescribed, or it was, for the days declared.
func inconnueSignale(s *Situation, k, arret int) inconnue {
	sig := &s.Signales[k]
	return inconnue{
		reponses: 2,
		poids:    v.Centimes(sig.Fin - sig.DernierJour),
		fermer: func(c *droit.Cas, reponse int) {
			if reponse == 0 {
				c.Arrets[arret].Debut, c.Arrets[arret].Fin = 0, 0
			}
		},
	}
}

// inconnueDates closes a last day worked that lies inside a prescription:
// either the person worked until then, or the date is wrong.
func inconnueDates(s *Situation, k int) inconnue {
	d := s.Discordances[k]
	return inconnue{
		reponses: 2,
		poids:    v.Centimes(d.DernierJour - s.Cas.Arrets[d.Arret].Debut),
		fermer: func(c *droit.Cas, reponse int) {
			if reponse == 0 {
				a := &c.Arrets[d.Arret]
				a.DernierJourTravaille = max(a.DernierJourTravaille, d.DernierJour)
			}
		},
	}
}
