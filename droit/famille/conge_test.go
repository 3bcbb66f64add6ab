package famille

import (
	"errors"
	"slices"
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	"accord/parametre"
	v "accord/valeur"
)

// Days decided alike and in a row are one run; a day apart, another rule or rate begins one.
func TestPoserJoint(t *testing.T) {
	var g conge
	for _, j := range []v.Jour{10, 11, 13} {
		g.noter(j, droit.Paye, rIndemnite)
	}
	g.noter(14, droit.Paye, rDuree)
	g.poser(15, droit.Paye, rDuree, true)
	g.noter(16, droit.Refuse, rDuree)
	veut := []jalon{
		{v.P(10, 11), droit.Paye, rIndemnite, false}, {v.P(13, 13), droit.Paye, rIndemnite, false}, {v.P(14, 14), droit.Paye, rDuree, false},
		{v.P(15, 15), droit.Paye, rDuree, true}, {v.P(16, 16), droit.Refuse, rDuree, false},
	}
	if !slices.Equal(g.jalons, veut) {
		t.Errorf("%v, attendu %v", g.jalons, veut)
	}
}

// A leave cut before its first day by a death has no day.
func TestToutSansJour(t *testing.T) {
	g := conge{du: 10, fin: 9}
	if g.tout(droit.Attente, rDuree); len(g.jalons) != 0 {
		t.Errorf("%v", g.jalons)
	}
}

// The last day paid up to another is of a run that began by then.
func TestDernierPaye(t *testing.T) {
	g := conge{jalons: []jalon{{periode: v.P(10, 20), etat: droit.Paye}, {periode: v.P(21, 29), etat: droit.Travaille}, {periode: v.P(30, 40), etat: droit.Paye}}}
	for jusque, veut := range map[v.Jour]v.Jour{9: 0, 10: 10, 25: 20, 30: 30, 50: 40} {
		if got := g.dernierPaye(jusque); got != veut {
			t.Errorf("jusqu'au jour %d : %d, attendu %d", jusque, got, veut)
		}
	}
}

// While the number or the rank of a child is not known, another benefit goes on with the days
// that are of the leave in any case; beyond them, only what may be owed is told.
func TestJoursCertains(t *testing.T) {
	var tous conge
	g := conge{certain: v.P(10, 20)}
	if p := tous.certaine(v.P(5, 30)); p != v.P(5, 30) {
		t.Errorf("%v", p)
	}
	if p := g.certaine(v.P(15, 30)); p != v.P(15, 20) {
		t.Errorf("%v", p)
	}
	for etat, veut := range map[droit.Etat]bool{droit.Paye: false, droit.Attente: false, droit.Refuse: true, droit.Epuise: true} {
		if g.superflu(21, etat) != veut || g.superflu(20, etat) || tous.superflu(21, etat) {
			t.Errorf("%s : %v", etat, g.superflu(21, etat))
		}
	}
}

// Too short a leave is refused whole, the days that hang on the rank of the child too: nothing
// is asked of it. Of a birth whose rank is known, the number of children alone is asked for.
func TestCongeTropCourtOuDeNombreInconnu(t *testing.T) {
	ne := valeurs.Jour("2026-06-01")
	a := droit.Activite{ID: "E1", Nature: droit.Salarie, Debut: ne - 3650}
	plan := func(n droit.Naissance, du, au v.Jour) *conge {
		cas := &droit.Cas{ConnuAu: ne + 200, Activites: []droit.Activite{a}, Naissances: []droit.Naissance{n},
			Arrets: []droit.Arret{{ID: "M1", Risque: droit.Maternite, Naissance: n.ID, Debut: du, Fin: au}}}
		var c Calcul
		c.Prevoir(cas, valeurs.Table())
		return c.conges[0]
	}
	court := plan(droit.Naissance{ID: "G1", PrevueLe: ne, AccouchementLe: ne, Enfants: 1}, ne-52, ne-20)
	if slices.ContainsFunc(court.jalons, func(x jalon) bool { return x.etat != droit.Refuse }) || len(court.manques) != 0 {
		t.Errorf("%+v %+v", court.jalons, court.manques)
	}
	nombre := plan(droit.Naissance{ID: "G1", PrevueLe: ne, AccouchementLe: ne, Rang: 1}, 0, 0)
	if len(nombre.manques) != 1 || nombre.manques[0].Code != "NOMBRE_ENFANTS" {
		t.Errorf("%+v", nombre.manques)
	}
}

func TestAviserUneFois(t *testing.T) {
	var g conge
	for _, p := range []parametre.Point{parametre.AU8, parametre.AU6, parametre.AU8} {
		g.aviser(p)
	}
	if !slices.Equal(g.avis, []parametre.Point{parametre.AU8, parametre.AU6}) {
		t.Errorf("%v", g.avis)
	}
}

// A leave takes the memory of one of a former case.
func TestMemoireReprise(t *testing.T) {
	var c Calcul
	a, b := c.nouveau(), (*conge)(nil)
	c.conges = append(c.conges, a)
	b = c.nouveau()
	if a == b {
		t.Error("deux congés d'un cas sont le même")
	}
	c.conges = c.conges[:0]
	if c.nouveau() != a || len(c.reserve) != 2 {
		t.Errorf("la mémoire n'est pas reprise : %d congés", len(c.reserve))
	}
}

// The first parameter that is missing is the one that is said.
func TestPremierManquant(t *testing.T) {
	c := Calcul{p: valeurs.Table()}
	for _, code := range []parametre.Code{parametre.MatPrenatal, parametre.AJAPMontant, parametre.PMSS} {
		c.n(code, valeurs.Jour("1990-01-01"))
	}
	var m *parametre.ManquantError
	if c.n(parametre.MatPrenatal, valeurs.Jour("2026-01-01")); !errors.As(c.manquant, &m) || m.Code != parametre.AJAPMontant {
		t.Errorf("%v", c.manquant)
	}
}

// The days of a leave not worked are one stop, whatever rule decides them; days of work, and
// those that are none of its own, part two of them.
func TestInterrompus(t *testing.T) {
	c := Calcul{conges: []*conge{{arret: 3, lignes: []int{1}, jalons: []jalon{
		{v.P(1, 4), droit.Paye, rDuree, false}, {v.P(5, 8), droit.Refuse, rMinimum, false}, {v.P(9, 10), droit.Travaille, rReprise, false},
		{v.P(11, 12), droit.Paye, rDuree, false}, {v.P(14, 15), droit.Paye, rDuree, false}, {v.P(16, 17), droit.Attente, rDuree, false},
	}}}}
	var got []v.Periode
	for _, x := range c.Interrompus() {
		if got = append(got, x.Periode); x.Arret != 3 || !slices.Equal(x.Lignes, []int{1}) {
			t.Errorf("%+v", x)
		}
	}
	if veut := []v.Periode{v.P(1, 8), v.P(11, 12), v.P(14, 17)}; !slices.Equal(got, veut) {
		t.Errorf("%v, attendu %v", got, veut)
	}
}
