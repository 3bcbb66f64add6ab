package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// A bonus belongs to the months that follow that of its payment, as many as
// those for which it was due (R.433-5).
func TestPartDePrime(t *testing.T) {
	const janvier = "2026-01-15"
	semestre := entre("2025-07-01", "2025-12-31")
	mois := func(m string) v.Periode { return v.P(jour(m+"-01"), jour(m+"-01").FinMois()) }
	for _, x := range []struct {
		quoi        string
		verse       string
		pour, paie  v.Periode
		part, parmi int64 // of 600 €
	}{
		{"sans durée : le mois suivant seul", janvier, v.Periode{}, mois("2026-02"), 1, 1},
		{"pas le mois de son versement", janvier, v.Periode{}, mois("2026-01"), 0, 1},
		{"ni le deuxième", janvier, v.Periode{}, mois("2026-03"), 0, 1},
		{"pour six mois : le premier", janvier, semestre, mois("2026-02"), 1, 6},
		{"le sixième", janvier, semestre, mois("2026-07"), 1, 6},
		{"pas le septième", janvier, semestre, mois("2026-08"), 0, 1},
		{"pour deux mois touchés", janvier, entre("2025-12-31", "2026-01-01"), mois("2026-03"), 1, 2},
		{"une fin sans début ne dit pas de durée", janvier, v.Periode{Au: jour("2025-12-31")}, mois("2026-02"), 1, 1},
		{"une durée à l'envers non plus", janvier, v.Periode{Du: jour("2025-12-31"), Au: jour("2025-07-01")}, mois("2026-02"), 1, 1},
		{"sans date de versement", "", semestre, mois("2026-02"), 0, 1},
		{"versée le jour de l'arrêt", "2026-09-01", v.Periode{}, mois("2026-10"), 0, 1},
		{"versée la veille", "2026-08-31", v.Periode{}, mois("2026-09"), 1, 1},
		{"une semaine du mois suivant : sept jours sur vingt-huit", janvier, v.Periode{}, entre("2026-02-02", "2026-02-08"), 1, 4},
		{"la première quinzaine", janvier, v.Periode{}, entre("2026-02-01", "2026-02-14"), 1, 2},
		{"la seconde", janvier, v.Periode{}, entre("2026-02-15", "2026-02-28"), 1, 2},
		{"une semaine à cheval : deux jours de février", janvier, v.Periode{}, entre("2026-02-27", "2026-03-05"), 1, 14},
	} {
		prime := droit.Prime{Montant: 60000, Pour: x.pour}
		if x.verse != "" {
			prime.VerseLe = jour(x.verse)
		}
		if got := partDePrime(&prime, x.paie, jour("2026-09-01")); got.Cmp(v.F(600*x.part, x.parmi)) != 0 {
			t.Errorf("%s : %s, attendu %d/%d de 600 €", x.quoi, got.Decimal(2), x.part, x.parmi)
		}
	}
}
