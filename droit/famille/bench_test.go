package famille_test

import (
	"testing"

	"accord/droit"
	"accord/droit/prestations"
)

// BenchmarkConge is a whole maternity leave of 112 days, beside as many days of
// sickness: dates, right, three pays, days, net.
func BenchmarkConge(b *testing.B) {
	malade := mere()
	malade.Naissances = nil
	malade.Arrets = []droit.Arret{{ID: "A1", Risque: droit.Maladie, Nature: droit.Initial, Debut: jour("2026-04-20"), Fin: jour("2026-08-09"),
		PrescritLe: jour("2026-04-20"), RecuLe: jour("2026-04-20"), Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant}}
	for _, x := range []struct {
		nom string
		cas *droit.Cas
	}{{"maternite", mere()}, {"maladie", malade}} {
		b.Run(x.nom, func(b *testing.B) {
			c, r := new(prestations.Calcul), new(droit.Resultat)
			b.ReportAllocs()
			for b.Loop() {
				r.Vider()
				if err := c.Calculer(x.cas, table, nil, r); err != nil {
					b.Fatal(err)
				}
				if err := droit.Grouper(x.cas, table, r.Jours, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
