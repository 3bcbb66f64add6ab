package prestations

import (
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"

	"pgregory.net/rapid"
)

var table = valeurs.Table()

func payeSous(r droit.Risque, arret int, ij v.Centimes) droit.JourCalcule {
	return droit.JourCalcule{Date: v.NewJour(2026, 4, 20), Arret: arret, Risque: r, Etat: droit.Paye, IJ: ij, Beneficiaire: droit.AssureBeneficiaire, Regle: "X"}
}

// An accident and maternity on one day (AUT-U-9): the lesser is served and the
// caisse is asked, unless the point is read one way.
func TestAccidentEtMaternite(t *testing.T) {
	for _, c := range []struct {
		lecture             string
		maternite, accident v.Centimes
		sert                droit.Risque
		manques             int
	}{
		{"", 6233, 4734, droit.AccidentTravail, 1},
		{"", 4000, 4734, droit.Maternite, 1},
		{"", 4734, 4734, droit.AccidentTravail, 1},
		{"maternite", 6233, 4734, droit.Maternite, 0},
		{"accident", 4000, 4734, droit.AccidentTravail, 0},
	} {
		cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Arrets: []droit.Arret{{Risque: droit.AccidentTravail, Debut: v.NewJour(2026, 4, 6), Fin: v.NewJour(2026, 6, 30)}, {Risque: droit.Maternite}}}
		if c.lecture != "" {
			cas.Options.Choix = []droit.Choix{{Point: "AUT-U-9", Lecture: c.lecture}}
		}
		r := &droit.Resultat{Jours: []droit.JourCalcule{payeSous(droit.AccidentTravail, 0, c.accident), payeSous(droit.Maternite, 1, c.maternite)}}
		new(Calcul).departager(cas, table, r)
		for _, j := range r.Jours {
			if (j.Etat == droit.Paye) != (j.Risque == c.sert) || j.Etat != droit.Paye && (j.IJ != 0 || j.Beneficiaire != "" || j.Regle != regleCumul) {
				t.Errorf("%+v : %+v", c, j)
			}
		}
		if len(r.Manques) != c.manques || len(r.Avis) != 1 || r.Avis[0].Code != "AUT-U-9" {
			t.Errorf("%+v : %v %v", c, r.Manques, r.Avis)
		}
	}
}

// At most one benefit is paid on a day of a line, whatever the benefits: the
// first in the order of the texts.
func TestUnePrestationParJour(t *testing.T) {
	risques := []droit.Risque{droit.Maladie, droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant, droit.AccidentTravail, droit.MaladiePro, droit.ITI, droit.AJAP}
	rapid.Check(t, func(t *rapid.T) {
		cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}, {ID: "E2"}}, Arrets: []droit.Arret{{}}}
		r := new(droit.Resultat)
		for _, x := range rapid.SliceOfNDistinct(rapid.SampledFrom(risques), 1, 5, rapid.ID).Draw(t, "risques") {
			j := payeSous(x, 0, v.Centimes(rapid.Int64Range(1, 9000).Draw(t, "ij")))
			j.Activite = rapid.IntRange(0, 1).Draw(t, "ligne")
			r.Jours = append(r.Jours, j)
		}
		avant := [2]int{}
		for _, j := range r.Jours {
			avant[j.Activite]++
		}
		new(Calcul).departager(cas, table, r)
		apres := [2]int{}
		for _, j := range r.Jours {
			if j.Etat == droit.Paye {
				apres[j.Activite]++
			}
		}
		for a := range apres {
			if apres[a] != min(avant[a], 1) {
				t.Fatalf("ligne %d : %d payées sur %d : %+v", a, apres[a], avant[a], r.Jours)
			}
		}
	})
}
