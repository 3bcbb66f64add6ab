package prestations

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// BenchmarkPrestations computes one whole case of each benefit, as
// BenchmarkArret30Jours of package maladie does of sickness. The figure to read
// is the ratio to the sickness of as many days, in the same run.
func BenchmarkPrestations(b *testing.B) {
	debut := v.NewJour(2026, 4, 2)
	m := func(mois int) droit.Salaire {
		du := v.NewJour(2026, mois, 1)
		return droit.Salaire{Periode: v.P(du, du.FinMois()), Brut: v.Connu(v.Centimes(240000)), Heures: v.Connu(v.Centiemes(15167))}
	}
	arret := func(r droit.Risque, jours int) droit.Arret {
		return droit.Arret{ID: "A1", Risque: r, Debut: debut, Fin: debut + v.Jour(jours) - 1, Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant}
	}
	accident := []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: debut - 1}}
	ne := []droit.Naissance{{ID: "G1", PrevueLe: debut, AccouchementLe: debut - 3, Enfants: 1, Rang: 1}}
	aNaitre := []droit.Naissance{{ID: "G1", PrevueLe: debut + 42, AccouchementLe: debut + 42, Enfants: 1, Rang: 1}}
	reconnu := []droit.Decision{{Nature: droit.Reconnaissance, Sinistre: "S1", Le: debut + 18}}
	for _, x := range []struct {
		nom string
		cas droit.Cas
	}{
		{"maladie_25_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.Maladie, 25)}}},
		{"paternite_25_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.Paternite, 25)}, Naissances: ne}},
		{"maladie_30_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.Maladie, 30)}}},
		{"accident_30_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.AccidentTravail, 30)}, Sinistres: accident, Decisions: reconnu}},
		{"accident_en_attente_30_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.AccidentTravail, 30)}, Sinistres: accident}},
		{"maladie_112_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.Maladie, 112)}}},
		{"maternite_112_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.Maternite, 112)}, Naissances: aNaitre}},
		{"adoption_112_jours", droit.Cas{Arrets: []droit.Arret{arret(droit.AdoptionConge, 112)}, Adoptions: []droit.Adoption{{ID: "D1", ArriveeLe: debut, Enfants: 1, AChargeApres: 1, Parents: 1}}}},
	} {
		cas := x.cas
		cas.Assure = droit.Assure{AffilieDepuis: v.NewJour(2008, 9, 1), TauxPAS: v.Connu(v.Centiemes(0))}
		cas.Activites = []droit.Activite{{ID: "E1", Nature: droit.Salarie, Debut: v.NewJour(2015, 1, 1), Paie: droit.Mensuelle, Salaires: []droit.Salaire{m(1), m(2), m(3)}}}
		for i := range cas.Arrets {
			a := &cas.Arrets[i]
			switch {
			case len(cas.Sinistres) > 0:
				a.Sinistre = "S1"
			case len(cas.Naissances) > 0:
				a.Naissance = "G1"
			case len(cas.Adoptions) > 0:
				a.Adoption = "D1"
			}
		}
		b.Run(x.nom, func(b *testing.B) {
			c, r := new(Calcul), new(droit.Resultat)
			b.ReportAllocs()
			for b.Loop() {
				r.Vider()
				if err := c.Calculer(&cas, table, nil, r); err != nil {
					b.Fatal(err)
				}
			}
			if r.Jours[len(r.Jours)-1].Etat != droit.Paye {
				b.Fatal("rien n'est payé")
			}
		})
	}
}
