package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Independent work is done in a civil year from the one of its first day to that of its last.
func TestExerceEn(t *testing.T) {
	for _, x := range []struct {
		du, au string
		veut   bool
	}{
		{"2010-01-01", "", true}, {"2024-12-31", "", true}, {"2025-01-01", "", false}, {"2010-01-01", "2024-01-01", true}, {"2010-01-01", "2023-12-31", false}, {"2010-01-01", "2025-06-30", true},
	} {
		a := emploi("T1", x.du, x.au)
		if exerceEn(&a, 2024) != x.veut {
			t.Errorf("du %s au %s : %v", x.du, x.au, !x.veut)
		}
	}
}

// The affection of a prescription is written on it, or given by the decision that names it.
func TestAffectionDUnArret(t *testing.T) {
	cas := employe(arret("A", "2026-03-02", "2026-03-08", droit.Initial))
	c := prepare(cas)
	for _, x := range []struct {
		d    droit.Decision
		veut string
	}{
		{droit.Decision{Nature: droit.DecisionALD, Arret: "A", Affection: "x"}, "x"}, {droit.Decision{Nature: droit.DecisionALD, Arret: "B", Affection: "x"}, ""},
		{droit.Decision{Nature: droit.Forcage, Arret: "A", Affection: "x"}, ""}, {droit.Decision{Nature: droit.DecisionALD, Arret: "A"}, ""},
	} {
		cas.Decisions = []droit.Decision{x.d}
		if got := c.aldArret(0); got != x.veut {
			t.Errorf("%+v : «%s»", x.d, got)
		}
	}
	if cas.Arrets[0].ALD = "y"; c.aldArret(0) != "y" {
		t.Error("écrite")
	}
}

// Of two affections recognised on one day for two works, the stop that came before is of that
// of the first work; what is recognised since does not reach what was prescribed that day.
func TestAffectionsDuMemeJour(t *testing.T) {
	cas := deuxEmployeurs()
	pour := func(a droit.Arret, ald string, ids ...string) droit.Arret {
		a.ALD, a.Activites = ald, ids
		return a
	}
	cas.Arrets = []droit.Arret{arret("A", "2026-03-02", "2026-03-08", droit.Initial), pour(arret("B", "2026-03-09", "2026-03-15", droit.Prolongation), "x", "E1"),
		pour(arret("C", "2026-03-09", "2026-03-15", droit.Prolongation), "y", "E2")}
	for _, veut := range []string{"x", "y"} {
		c := prepare(cas)
		c.formerChaines()
		if got := c.affectionDe(&c.chaines[0], c.chaines[0].lignes[0].prem); got != veut {
			t.Errorf("%s, attendu %s", got, veut)
		}
		cas.Arrets[1].ALD, cas.Arrets[2].ALD = "y", "x"
	}
	cas.Arrets[1].ALD = ""
	c := prepare(cas)
	c.formerChaines()
	if l := &c.chaines[0].lignes[0]; c.affectionDe(&c.chaines[0], l.prem) != "x" || c.affectionDe(&c.chaines[0], l.prem+1) != "" {
		t.Error("la prolongation du même jour n'est pas de l'affection")
	}
}

// What is owed over a wage kept is what all the benefits owe, where they have told it, else
// the days of sickness paid to that work in the period.
func TestDuSurMaintien(t *testing.T) {
	mars := entre("2026-03-01", "2026-03-31")
	c := prepare(simple())
	c.r.Jours = []droit.JourCalcule{{Date: jour("2026-03-05"), Etat: droit.Paye, IJ: 100}, {Date: jour("2026-03-06"), Etat: droit.Attente, IJ: 20}, {Date: jour("2026-03-07"), Activite: 1, Etat: droit.Paye, IJ: 3}, {Date: jour("2026-04-01"), Etat: droit.Paye, IJ: 1000}}
	if got := c.due(0, 0, mars); got != 100 {
		t.Error(got)
	}
	c.Dus = droit.DusMaintenus{{0, 0}: 777}
	if got := c.due(0, 0, mars); got != 777 || c.due(0, 1, mars) != 0 {
		t.Error(got)
	}
}

// A compensated stop, of any régime, counts from its first day to the last on which work
// had not resumed; one that was paid nothing does not.
func TestProchainIndemnise(t *testing.T) {
	c := prepare(simple())
	for _, x := range []struct {
		payes  int
		regime regime
		veut   v.Periode
	}{{1, salaries, entre("2026-03-02", "2026-03-15")}, {0, salaries, entre("2026-05-01", "2026-05-01")}, {1, artisans, entre("2026-03-02", "2026-03-15")}} {
		c.chaines = []chaine{{regime: x.regime, payes: x.payes, debut: jour("2026-03-02"), lignes: []ligne{{active: jour("2026-03-15")}}}}
		if got := c.prochainIndemnise(jour("2026-02-01"), jour("2026-05-01")); got != x.veut {
			t.Errorf("%+v : %s", x, got)
		}
	}
}
