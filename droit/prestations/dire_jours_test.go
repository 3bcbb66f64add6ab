package prestations

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Days are told as the calendar keeps them: a run that another benefit cuts in its
// middle is told in its parts, and told again once answers are merged.
func TestDireLesJoursGardes(t *testing.T) {
	du := v.NewJour(2026, 6, 1)
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Arrets: []droit.Arret{{Risque: droit.AccidentTravail}, {Risque: droit.Maternite}}}
	r := new(droit.Resultat)
	for k := range v.Jour(10) {
		j := droit.JourCalcule{Date: du + k, Risque: droit.AccidentTravail, Etat: droit.Paye, IJ: 4734, Regle: "AT-08"}
		if k >= 4 && k < 6 {
			m := droit.JourCalcule{Date: du + k, Arret: 1, Chaine: 1, Risque: droit.Maternite, Etat: droit.Paye, IJ: 5000, Regle: "FAM-04"}
			j.Etat, j.IJ, j.Regle = droit.NonCumul, 0, regleCumul
			r.Jours = append(r.Jours, m)
		}
		r.Jours = append(r.Jours, j)
	}
	var trace droit.Trace
	trace.Note(droit.Etape{Regle: "AT-08", Phrase: "Le calcul."})
	trace.Note(droit.Etape{Regle: "MAL-SUB-01", Phrase: "Sous une réponse seulement."})
	direJours(cas, table, &trace, r)
	verifierPhrases(t, &trace, "Le calcul.", "Sous une réponse seulement.",
		"Du 1er au 4 juin 2026 : 4 jours à 47,34 € par jour.",
		"Du 5 au 6 juin 2026 : 2 jours de congé de maternité à 50,00 € par jour.",
		"Du 5 au 6 juin 2026 : non payé, une autre indemnité est due pour ces jours.",
		"Du 7 au 10 juin 2026 : 4 jours à 47,34 € par jour.")

	for i := range r.Jours {
		if j := &r.Jours[i]; j.Risque == droit.AccidentTravail && j.Date >= du+6 {
			j.Etat, j.IJ = droit.Attente, 3287
		}
	}
	RedireJours(cas, table, &trace, r)
	verifierPhrases(t, &trace, "Le calcul.",
		"Du 1er au 4 juin 2026 : 4 jours à 47,34 € par jour.",
		"Du 5 au 6 juin 2026 : 2 jours de congé de maternité à 50,00 € par jour.",
		"Du 5 au 6 juin 2026 : non payé, une autre indemnité est due pour ces jours.",
		"Du 7 au 10 juin 2026 : en attente, une information manque pour décider de ces jours ; au moins 32,87 € par jour sont dus.")
}

func verifierPhrases(t *testing.T, trace *droit.Trace, voulues ...string) {
	t.Helper()
	var dites []string
	for _, e := range trace.Etapes {
		dites = append(dites, e.Phrase)
	}
	if !slices.Equal(dites, voulues) {
		t.Errorf("dit :\n%q\nvoulu :\n%q", dites, voulues)
	}
}
