package prestations

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// BenchmarkAccident30Jours is a whole case of an accident, as BenchmarkArret30Jours
// of package maladie is one of sickness.
func BenchmarkAccident30Jours(b *testing.B) {
	m := func(mois int) droit.Salaire {
		du := v.NewJour(2026, mois, 1)
		return droit.Salaire{Periode: v.P(du, du.FinMois()), Brut: v.Connu(v.Centimes(240000)), Heures: v.Connu(v.Centiemes(15167))}
	}
	for _, risque := range []droit.Risque{droit.Maladie, droit.AccidentTravail} {
		cas := &droit.Cas{
			Assure:    droit.Assure{AffilieDepuis: v.NewJour(2008, 9, 1), TauxPAS: v.Connu(v.Centiemes(0))},
			Activites: []droit.Activite{{ID: "E1", Nature: droit.Salarie, Debut: v.NewJour(2015, 1, 1), Paie: droit.Mensuelle, Salaires: []droit.Salaire{m(1), m(2), m(3)}}},
			Sinistres: []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: v.NewJour(2026, 4, 1)}},
			Arrets:    []droit.Arret{{ID: "A1", Risque: risque, Sinistre: "S1", Debut: v.NewJour(2026, 4, 2), Fin: v.NewJour(2026, 5, 1), Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant}},
			Decisions: []droit.Decision{{Nature: droit.Reconnaissance, Sinistre: "S1", Le: v.NewJour(2026, 4, 20)}},
		}
		b.Run(string(risque), func(b *testing.B) {
			c, r := new(Calcul), new(droit.Resultat)
			b.ReportAllocs()
			for b.Loop() {
				r.Vider()
				if err := c.Calculer(cas, table, nil, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
