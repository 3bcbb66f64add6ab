package dossier

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// casEntier is a whole case that nothing is missing from: three pays, one arrêt
// of thirty days.
func casEntier() *droit.Cas {
	a := droit.Activite{ID: "E1", Nature: droit.Salarie, Employeur: boulangerie, Contrat: droit.CDI, Debut: jour("2015-01-01"), Paie: droit.Mensuelle}
	for _, m := range []string{"2025-12-01", "2026-01-01", "2026-02-01"} {
		d := jour(m)
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: v.P(d, d.FinMois()), Brut: v.Connu(v.Centimes(200000)), Heures: v.Connu(v.Centiemes(15167))})
	}
	return &droit.Cas{
		ID: "entier", ConnuAu: jour("2026-11-23"), Activites: []droit.Activite{a},
		Assure: droit.Assure{Naissance: jour("1985-03-02"), AffilieDepuis: jour("2008-09-01"), TauxPAS: v.Connu(v.Centiemes(350))},
		Arrets: []droit.Arret{{ID: "A1", Risque: droit.Maladie, Nature: droit.Initial, Debut: jour("2026-03-02"), Fin: jour("2026-03-31"),
			Canal: droit.Electronique, PrescritLe: jour("2026-03-02"), RecuLe: jour("2026-03-02"), Prescripteur: droit.MedecinTraitant}},
	}
}

// BenchmarkCasEntier is what every door asks for: rights, base, thirty days,
// limits, periods, levies, net, what is certain and what is missing.
func BenchmarkCasEntier(b *testing.B) {
	cas, c, r := casEntier(), NewCalculateur(table), new(droit.Resultat)
	for _, x := range []struct {
		nom       string
		expliquer bool
	}{{"sans_trace", false}, {"avec_trace", true}} {
		b.Run(x.nom, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Vider()
				if err := c.Calculer(cas, x.expliquer, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Without trace, the whole case allocates nothing once the memory has grown.
func TestCasEntierSansAllocation(t *testing.T) {
	cas, c, r := casEntier(), NewCalculateur(table), new(droit.Resultat)
	if n := testing.AllocsPerRun(100, func() {
		r.Vider()
		if err := c.Calculer(cas, false, r); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	if r.Certain.Jours != 27 || len(r.Periodes) != 1 || r.Periodes[0].PAS == 0 || len(r.Manques) != 0 {
		t.Errorf("le cas n'est pas celui qu'on croit : %d jours, %v, %v", r.Certain.Jours, r.Periodes, r.Manques)
	}
}
