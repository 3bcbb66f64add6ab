package maladie

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// semaines are n weekly pays that end on a day, the last of them.
func semaines(n int, dernier, brut string) (ss []droit.Salaire) {
	for i := n - 1; i >= 0; i-- {
		au := jour(dernier) - v.Jour(7*i)
		ss = append(ss, droit.Salaire{Periode: v.P(au-6, au), Brut: v.Connu(euros(brut)), Heures: v.Connu(euros("35.00"))})
	}
	return ss
}

func hebdomadaire(cas *droit.Cas, debut string, paies []droit.Salaire) {
	a := &cas.Activites[0]
	a.Paie, a.Debut, a.Salaires = droit.Hebdomadaire, jour(debut), paies
}

// A week that starts with the work ends with its period; one that ends with the work starts with it.
func TestPaieEntiere(t *testing.T) {
	for _, x := range []struct {
		nom, du, au, fin string
		jours            int
		veut             v.Periode
	}{
		{"une semaine", "2026-03-02", "2026-03-08", "", 7, entre("2026-03-02", "2026-03-08")},
		{"une quinzaine pour une semaine", "2026-03-02", "2026-03-15", "", 7, entre("2026-03-02", "2026-03-15")},
		{"commencée avec le travail", "2026-03-05", "2026-03-08", "", 7, entre("2026-03-02", "2026-03-08")},
		{"finie avec le travail", "2026-03-02", "2026-03-04", "2026-03-04", 7, entre("2026-03-02", "2026-03-08")},
		{"quinzaine commencée avec le travail", "2026-03-05", "2026-03-15", "2026-04-10", 14, entre("2026-03-02", "2026-03-15")},
	} {
		a := emploi("E1", "2026-03-02", x.fin)
		if got := paieEntiere(&a, entre(x.du, x.au), x.jours); got != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}

// The weeks without a pay of their own go back from the first that has one, or from the stop.
func TestCompleterPaies(t *testing.T) {
	for _, x := range []struct {
		nom  string
		mois []moisReference
		veut []v.Periode
	}{
		{"aucune paie", nil, []v.Periode{entre("2026-02-17", "2026-02-23"), entre("2026-02-24", "2026-03-02"), entre("2026-03-03", "2026-03-09")}},
		{"une paie", []moisReference{{periode: entre("2026-03-02", "2026-03-08")}}, []v.Periode{entre("2026-02-16", "2026-02-22"), entre("2026-02-23", "2026-03-01"), entre("2026-03-02", "2026-03-08")}},
		{"deux paies", []moisReference{{periode: entre("2026-02-20", "2026-02-26")}, {periode: entre("2026-03-02", "2026-03-08")}},
			[]v.Periode{entre("2026-02-13", "2026-02-19"), entre("2026-02-20", "2026-02-26"), entre("2026-03-02", "2026-03-08")}},
	} {
		c := Calcul{mois: x.mois}
		c.completerPaies(3, 52, 7, jour("2026-03-10"))
		var got []v.Periode
		for _, m := range c.mois {
			got = append(got, m.periode)
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}

// MAL-BAS-08: weekly pays of the work stopped alone; what another rhythm pays for work that
// goes on adds neither pay nor week.
func TestPaiesDeLaSeuleSemaine(t *testing.T) {
	for _, x := range []struct {
		debut string
		n     int
	}{{"2015-01-01", 12}, {"2026-02-09", 4}} {
		cas := employe(arret("A", "2026-03-10", "2026-03-20", droit.Initial))
		cas.Arrets[0].Activites = []string{"E1"}
		autre := cas.Activites[0]
		autre.ID = "E2"
		cas.Activites = append(cas.Activites, autre)
		hebdomadaire(cas, x.debut, semaines(x.n, "2026-03-08", "350.00"))
		r := calculer(t, cas)
		b := r.Bases[0]
		if len(b.SalairesRetablis) != x.n || b.SalairesRetablis[0].Exacte() != "350.00" || b.SalairesRetablis[x.n-1].Exacte() != "350.00" {
			t.Errorf("%d semaines : %v", x.n, b.SalairesRetablis)
		}
		if bs := Besoins(cas, table); len(bs) != 0 {
			t.Errorf("%d semaines : %+v", x.n, bs)
		}
	}
}

// A week missing of the reference is asked for, once, of work that ran over it all and was
// not wholly stopped: the twelve weeks before 10 March 2026 begin on 16 December 2025.
func TestPaiesManquantes(t *testing.T) {
	w := entre("2025-12-16", "2026-03-09")
	for _, x := range []struct {
		nom, debut string
		absence    v.Periode
		demande    bool
	}{
		{"embauché bien avant", "2015-01-01", v.Periode{}, true},
		{"embauché le premier jour", "2025-12-16", v.Periode{}, true},
		{"embauché le deuxième", "2025-12-17", v.Periode{}, false},
		{"malade tout ce temps", "2015-01-01", entre("2025-12-01", "2026-03-09"), false},
		{"malade sauf un jour", "2015-01-01", entre("2025-12-01", "2026-03-08"), true},
	} {
		cas := employe(arret("A", "2026-03-10", "2026-03-14", droit.Initial))
		hebdomadaire(cas, x.debut, nil)
		if !x.absence.IsZero() {
			cas.Activites[0].Absences = []droit.Absence{{Periode: x.absence, Motif: droit.AbsenceMaladie}}
		}
		c := prepare(cas)
		ch := c.chaineDu("2026-03-10", 0)
		c.reclamerPaies(ch, 12, 7)
		if demande := len(c.besoins) == 1 && c.besoins[0].Periode == w; demande != x.demande || ch.salairesManquent != x.demande || len(c.besoins) > 1 {
			t.Errorf("%s : %+v, attente %v", x.nom, c.besoins, ch.salairesManquent)
		}
	}
}

// The weeks of a month share the monthly cap when it is read so: of the twelve, two end in
// December, four in January, four in February, 2800 € for a cap of 2552.24, two in March.
func TestPaiesParMois(t *testing.T) {
	cas := employe(arret("A", "2026-03-10", "2026-03-20", droit.Initial))
	hebdomadaire(cas, "2015-01-01", semaines(12, "2026-03-08", "700.00"))
	cas.Options.Choix = []droit.Choix{{Point: table.Lecture(parametre.U11).Point, Lecture: "mensuel"}}
	b := calculer(t, cas).Bases[0]
	var got []string
	for _, x := range b.SalairesRetablis {
		got = append(got, x.Exacte())
	}
	if !slices.Equal(got, []string{"1400.00", "2800.00", "2800.00", "1400.00"}) {
		t.Error(got)
	}
	rev, err := prepare(cas).Examiner(Interruption{Le: jour("2026-03-10"), Activites: []int{0}}).Revenus(FormeMaladie)
	if err != nil || rev.Paies[2].Periode != entre("2026-01-26", "2026-02-22") {
		t.Errorf("%v %+v", err, rev)
	}
	if b.SalairesRetenus[1].Cmp(b.PlafondMensuel) != 0 || b.SalairesRetenus[0].Exacte() != "1400.00" {
		t.Errorf("%v", b.SalairesRetenus)
	}
}

// R.433-6: the weeks wholly lost before the known pays of the month are those that touch
// them, each a weekly pay; a day worked in one of them ends the search.
func TestPerduesAvantLesPaies(t *testing.T) {
	connues := []v.Periode{entre("2026-05-18", "2026-05-24"), entre("2026-05-25", "2026-05-31")}
	perdues := []v.Periode{entre("2026-05-04", "2026-05-10"), entre("2026-05-11", "2026-05-17")}
	for _, x := range []struct {
		nom, malade string
		veut        []v.Periode
	}{
		{"deux semaines perdues", "2026-05-04", slices.Concat(perdues, connues)},
		{"trois, dont deux suffisent", "2026-04-27", slices.Concat(perdues, connues)},
		{"une seule entière", "2026-05-05", slices.Concat(perdues[1:], connues)},
	} {
		cas := employe(arret("A", "2026-06-10", "2026-06-14", droit.Initial))
		hebdomadaire(cas, "2015-01-01", semaines(2, "2026-05-31", "350.00"))
		cas.Activites[0].Absences = []droit.Absence{{Periode: entre(x.malade, "2026-05-17"), Motif: droit.AbsenceMaladie}}
		var got []v.Periode
		for _, p := range revenusAccident(t, cas, "2026-06-10", 0).Paies {
			if got = append(got, p.Periode); p.ParAn != 52 || p.Retabli.Exacte() != "350.00" {
				t.Errorf("%s : %+v", x.nom, p)
			}
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}

// The four weeks looked at before 10 June are pays, and weeks wholly lost since the last
// one or between two. Four weeks lost since the last pay leave the pays alone.
func TestPerduesEntreLesPaies(t *testing.T) {
	for _, x := range []struct {
		nom, du, au string
		paies       []string // the last day of each
		veut        []string
	}{
		{"entre deux paies", "2026-05-11", "2026-05-24", []string{"2026-05-03", "2026-05-10", "2026-05-31"}, []string{"2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31"}},
		{"un jour travaillé entre elles", "2026-05-12", "2026-05-24", []string{"2026-05-03", "2026-05-10", "2026-05-31"}, []string{"2026-05-03", "2026-05-10", "2026-05-24", "2026-05-31"}},
		{"depuis la dernière", "2026-05-11", "2026-05-31", []string{"2026-05-03", "2026-05-10"}, []string{"2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31"}},
		{"depuis la dernière, mais pas le mois", "2026-05-11", "2026-06-09", []string{"2026-05-03", "2026-05-10"}, []string{"2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31"}},
		{"tout ce qui est regardé", "2026-05-04", "2026-06-09", []string{"2026-04-19", "2026-04-26", "2026-05-03"}, []string{"2026-04-19", "2026-04-26", "2026-05-03"}},
		{"après une semaine travaillée", "2026-05-18", "2026-06-09", []string{"2026-04-19", "2026-04-26", "2026-05-03", "2026-05-10"}, []string{"2026-04-19", "2026-04-26", "2026-05-03", "2026-05-10"}},
		{"aucune paie", "2026-05-04", "2026-06-09", nil, nil},
	} {
		cas := employe(arret("A", "2026-06-10", "2026-06-14", droit.Initial))
		var paies []droit.Salaire
		for _, au := range x.paies {
			paies = append(paies, semaines(1, au, "350.00")...)
		}
		hebdomadaire(cas, "2015-01-01", paies)
		cas.Activites[0].Absences = []droit.Absence{{Periode: entre(x.du, x.au), Motif: droit.AbsenceMaladie}}
		var got []string
		for _, p := range revenusAccident(t, cas, "2026-06-10", 0).Paies {
			if got = append(got, p.Periode.Au.String()); p.Periode.Jours() != 7 {
				t.Errorf("%s : %s", x.nom, p.Periode)
			}
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}

// Thirteen days worked since the last of twelve pays ask for nothing: a week not paid yet, and
// the one that runs. Fourteen do.
func TestPaiePasEncoreFaite(t *testing.T) {
	for debut, n := range map[string]int{"2026-03-08": 0, "2026-03-09": 1} {
		cas := employe(arret("A", debut, "2026-03-12", droit.Initial))
		hebdomadaire(cas, "2015-01-01", semaines(12, "2026-02-22", "350.00"))
		if bs := Besoins(cas, table); len(bs) != n {
			t.Errorf("%s : %+v", debut, bs)
		}
	}
}

// Between the two pays seven days were worked by each line, after them eight by the one
// that worked most; those of the first line alone were lost from 25 to 30 March.
func TestJoursSansPaie(t *testing.T) {
	cas := employe(arret("A", "2026-03-31", "2026-04-10", droit.Initial))
	hebdomadaire(cas, "2015-01-01", nil)
	autre := cas.Activites[0]
	cas.Activites[0].Absences = []droit.Absence{{Periode: entre("2026-03-25", "2026-03-30"), Motif: droit.AbsenceMaladie}}
	autre.ID, autre.Absences = "E2", []droit.Absence{{Periode: entre("2026-03-09", "2026-03-12"), Motif: droit.AbsenceMaladie}}
	cas.Activites = append(cas.Activites, autre)
	c := prepare(cas)
	c.mois = []moisReference{{periode: entre("2026-03-01", "2026-03-08")}, {periode: entre("2026-03-02", "2026-03-08")}, {periode: entre("2026-03-16", "2026-03-22")}}
	for _, x := range []struct {
		lignes []int
		veut   int
	}{{[]int{0}, 9}, {[]int{1}, 11}, {[]int{0, 1}, 15}, {[]int{1, 0}, 15}} {
		if n := c.joursSansPaie(c.chaineDu("2026-03-31", x.lignes...), jour("2026-03-31")); n != x.veut {
			t.Errorf("%v : %d", x, n)
		}
	}
}
