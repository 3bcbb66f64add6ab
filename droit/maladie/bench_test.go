package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

func cas30() *droit.Cas {
	c := simple()
	c.Arrets[0].Fin = jour("2026-03-31")
	return c
}

// BenchmarkArret30Jours is a whole case: rights, three pays, thirty days,
// limits, net.
func BenchmarkArret30Jours(b *testing.B) {
	cas, c, r := cas30(), new(Calcul), new(droit.Resultat)
	b.Run("sans_trace", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Vider()
			if err := c.Calculer(cas, table, nil, r); err != nil {
				b.Fatal(err)
			}
			if err := droit.Grouper(cas, table, r.Jours, r); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("avec_trace", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Vider()
			var t droit.Trace
			if err := c.Calculer(cas, table, &t, r); err != nil {
				b.Fatal(err)
			}
			if err := droit.Grouper(cas, table, r.Jours, r); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkPlancher is the bare arithmetic of the same case, by hand.
func BenchmarkPlancher(b *testing.B) {
	mois := [3]v.Centimes{200000, 200000, 200000}
	jours := make([]v.Centimes, 0, 31)
	b.ReportAllocs()
	for b.Loop() {
		plafond := v.Centimes(182303) * 14 / 10
		somme := v.Centimes(0)
		for _, m := range mois {
			somme += min(m, plafond)
		}
		ij := somme * 10 / 1825
		jours = jours[:0]
		brut := v.Centimes(0)
		for i := range 30 {
			if i < 3 {
				jours = append(jours, 0)
				continue
			}
			jours = append(jours, ij)
			brut += ij
		}
		csg, deductible, crds := (brut*620+5000)/10000, (brut*380+5000)/10000, (brut*50+5000)/10000
		_ = brut - csg - crds
		_ = brut - deductible
	}
}
