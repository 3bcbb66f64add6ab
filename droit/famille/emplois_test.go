package famille

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

// The first day of which nothing was asked comes after what was, when something was later.
func TestTrou(t *testing.T) {
	le := valeurs.Jour("2026-06-01")
	jours := func(du, au v.Jour) *conge { return &conge{du: le + du, declaree: le + au} }
	for _, x := range []struct {
		nom  string
		g    []*conge
		veut v.Jour
	}{
		{"d'une fois", []*conge{jours(0, 9)}, 0},
		{"deux qui se touchent", []*conge{jours(0, 9), jours(10, 19)}, 0},
		{"un jour entre", []*conge{jours(0, 9), jours(11, 19)}, le + 10},
		{"après deux qui se touchent", []*conge{jours(0, 9), jours(10, 19), jours(25, 29)}, le + 20},
		{"l'un dans l'autre", []*conge{jours(0, 19), jours(5, 9), jours(20, 29)}, 0},
	} {
		if got := trou(x.g); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}

// Two days are of one stretch when one request asks for both.
func TestDemandee(t *testing.T) {
	le := valeurs.Jour("2026-06-01")
	g := []*conge{{du: le, declaree: le + 9}, {du: le + 10, declaree: le + 19}}
	for j, veut := range map[v.Jour]bool{le: false, le + 1: true, le + 9: true, le + 10: false, le + 11: true, le + 20: false} {
		if got := demandee(g, j); got != veut {
			t.Errorf("%s : %t", j, got)
		}
	}
}

// The birth is asked for when some day of the supplementary leave hangs on it.
func TestAttendreNaissance(t *testing.T) {
	c := &Calcul{cas: &droit.Cas{Naissances: []droit.Naissance{{ID: "G1", PrevueLe: valeurs.Jour("2026-06-01")}}}}
	for etat, questions := range map[droit.Etat]int{droit.Paye: 1, droit.Refuse: 0} {
		x := &conge{evenement: "G1", du: 1, fin: 9}
		x.tout(etat, rNaissance)
		if c.attendreNaissance([]*conge{x}); len(x.manques) != questions {
			t.Errorf("%s : %v", etat, x.manques)
		}
	}
}

// One request of the only job is the only run; two, which share days, are cut so that each day
// is of one.
func TestReunirEmplois(t *testing.T) {
	le := valeurs.Jour("2026-06-01")
	for _, x := range []struct {
		nom   string
		jours [][2]v.Jour
		veut  []v.Periode
	}{
		{"d'une fois", [][2]v.Jour{{0, 9}}, []v.Periode{v.P(le, le+9)}},
		{"un jour", [][2]v.Jour{{0, 0}}, []v.Periode{v.P(le, le)}},
		{"aucun jour", [][2]v.Jour{{1, 0}}, nil},
		{"deux fois les mêmes jours", [][2]v.Jour{{0, 9}, {5, 14}}, []v.Periode{v.P(le, le+9), v.P(le+10, le+14)}},
	} {
		c := &Calcul{cas: &droit.Cas{Activites: []droit.Activite{{ID: "E1", Nature: droit.Salarie, Debut: le - 900}}}}
		for _, p := range x.jours {
			g := &conge{risque: droit.Paternite, lignes: []int{0}, du: le + p[0], fin: le + p[1], declaree: le + p[1]}
			g.demandes = []*conge{g}
			c.conges = append(c.conges, g)
		}
		c.reunirEmplois()
		var got []v.Periode
		for _, g := range c.conges {
			got = append(got, v.P(g.du, g.fin))
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s : %v, attendu %v", x.nom, got, x.veut)
		}
	}
}
