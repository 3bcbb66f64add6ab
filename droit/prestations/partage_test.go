package prestations

import (
	"slices"
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Of two benefits on one day the first in the order of the texts is served,
// whatever they are worth; of the same rank, the greater, and the first told where
// they are worth the same. Nothing is left of the other's amount.
func TestPerdant(t *testing.T) {
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Arrets: []droit.Arret{{}, {}}}
	for _, c := range []struct {
		a, b     droit.Risque
		ija, ijb v.Centimes
		sert     int
	}{
		{droit.Paternite, droit.AccidentTravail, 1, 2, 0},
		{droit.AccidentTravail, droit.Paternite, 2, 1, 1},
		{droit.ITI, droit.GarantieGrossesse, 1, 2, 0},
		{droit.GarantieGrossesse, droit.Maladie, 1, 2, 0},
		{droit.AccidentTravail, droit.MaladiePro, 2, 1, 0},
		{droit.AccidentTravail, droit.MaladiePro, 1, 2, 1},
		{droit.AccidentTravail, droit.MaladiePro, 2, 2, 0},
	} {
		a, b := payeSous(c.a, 0, c.ija), payeSous(c.b, 1, c.ijb)
		a.Plein, a.Lot, b.Plein, b.Lot = 5, 1, 5, 1
		r := &droit.Resultat{Jours: []droit.JourCalcule{a, b}}
		new(Calcul).departager(cas, table, r)
		garde, perdu := r.Jours[c.sert], r.Jours[1-c.sert]
		if garde != ([]droit.JourCalcule{a, b}[c.sert]) {
			t.Errorf("%+v : servi %+v", c, garde)
		}
		perdu.Date, perdu.Arret, perdu.Risque = 0, 0, ""
		if perdu != (droit.JourCalcule{Etat: droit.NonCumul, Regle: regleCumul}) {
			t.Errorf("%+v : perdu %+v", c, perdu)
		}
	}
}

// An accident and maternity on two lines: what is set against each other is what
// both owe for all the lines that they share, as each gives it.
func TestAccidentEtMaterniteSurDeuxLignes(t *testing.T) {
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}, {ID: "E2"}}, Arrets: []droit.Arret{{Risque: droit.AccidentTravail, Debut: v.NewJour(2026, 4, 6), Fin: v.NewJour(2026, 6, 30)}, {Risque: droit.Maternite}}}
	ligne := func(r droit.Risque, activite int, ij v.Centimes) droit.JourCalcule {
		j := payeSous(r, map[droit.Risque]int{droit.Maternite: 1}[r], ij)
		j.Activite, j.Chaine = activite, j.Arret
		return j
	}
	r := &droit.Resultat{Jours: []droit.JourCalcule{
		ligne(droit.AccidentTravail, 0, 100), ligne(droit.AccidentTravail, 1, 500), // 600 in all
		ligne(droit.Maternite, 0, 1000), ligne(droit.Maternite, 1, 100), // 1100
	}}
	new(Calcul).departager(cas, table, r)
	for _, j := range r.Jours {
		if (j.Etat == droit.Paye) != (j.Risque == droit.AccidentTravail) {
			t.Errorf("%s, ligne %d : %s", j.Risque, j.Activite, j.Etat)
		}
	}
}

// What a stop owes for the lines that another pays too is all that counts of it.
func TestCommuns(t *testing.T) {
	ligne := func(r droit.Risque, chaine, activite int, e droit.Etat, ij v.Centimes) droit.JourCalcule {
		return droit.JourCalcule{Risque: r, Chaine: chaine, Arret: chaine, Activite: activite, Etat: e, IJ: ij}
	}
	const at, mat = droit.AccidentTravail, droit.Maternite
	jour := []droit.JourCalcule{
		ligne(at, 0, 0, droit.Paye, 1), ligne(mat, 1, 0, droit.Paye, 7),
		ligne(at, 0, 1, droit.Paye, 10), ligne(mat, 1, 1, droit.Paye, 7),
		ligne(at, 0, 2, droit.Attente, 100), ligne(mat, 1, 2, droit.Paye, 7), // not paid by the one
		ligne(at, 0, 3, droit.Paye, 1000), ligne(mat, 1, 3, droit.Attente, 7), // nor by the other
		ligne(at, 0, 4, droit.Paye, 1e4), ligne(mat, 2, 4, droit.Paye, 7), // by another stop
		ligne(at, 2, 1, droit.Paye, 1e5),                                        // of another stop
		ligne(at, 0, 5, droit.Paye, 1e6), ligne(droit.ITI, 1, 5, droit.Paye, 7), // under another benefit
		ligne(droit.ITI, 0, 1, droit.Paye, 1e7),
	}
	cas := &droit.Cas{Activites: make([]droit.Activite, 6), Arrets: make([]droit.Arret, 3)}
	if somme := communs(cas, table, jour, jour, &jour[0], &jour[1]); somme != 11 {
		t.Errorf("%d, attendu 11", somme)
	}
}

// Only maternity and an accident are opposed, in whatever order they are told.
func TestOpposes(t *testing.T) {
	for _, c := range []struct {
		a, b droit.Risque
		oui  bool
	}{
		{droit.Maternite, droit.AccidentTravail, true}, {droit.AccidentTrajet, droit.Pathologique, true}, {droit.DES, droit.MaladiePro, true},
		{droit.Maternite, droit.ITI, false}, {droit.Maternite, droit.Maladie, false}, {droit.AccidentTravail, droit.Paternite, false},
		{droit.AccidentTravail, droit.MaladiePro, false}, {droit.Maternite, droit.Pathologique, false},
	} {
		a, b := payeSous(c.a, 0, 1), payeSous(c.b, 1, 1)
		m, at := opposes(&a, &b)
		if c.oui != (m != nil) || c.oui && (rangs[m.Risque] != 1 || rangs[at.Risque] != 4) {
			t.Errorf("%s et %s : %v %v", c.a, c.b, m, at)
		}
	}
}

// The caisse is asked once, for the days of the accident and of its prolongations,
// beside whatever else is asked.
func TestPrecedenceDemandee(t *testing.T) {
	du := v.NewJour(2026, 4, 20)
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Arrets: []droit.Arret{{ID: "A1", Risque: droit.AccidentTravail, Debut: du - 10, Fin: du + 4},
		{ID: "A2", Risque: droit.AccidentTravail, Nature: droit.Prolongation, Debut: du + 5, Fin: du + 9}, {ID: "M1", Risque: droit.Maternite}}}
	for _, avant := range [][]droit.Manque{nil, {{Code: "RIB", Pour: v.P(du, du+30)}}} {
		r := &droit.Resultat{Manques: slices.Clone(avant)}
		for k := range v.Jour(8) {
			arret := 0
			if k > 4 {
				arret = 1
			}
			a, m := payeSous(droit.AccidentTravail, arret, 1), payeSous(droit.Maternite, 2, 2)
			a.Date, m.Date = du+k, du+k
			r.Jours = append(r.Jours, a, m)
		}
		new(Calcul).departager(cas, table, r)
		var pour []v.Periode
		for _, m := range r.Manques[len(avant):] {
			pour = append(pour, m.Pour)
		}
		if !slices.Equal(pour, []v.Periode{v.P(du, du+9)}) {
			t.Errorf("demandé pour %v", pour)
		}
	}
}

// Rows are put in the order of days, stops and lines; those alike keep theirs.
func TestRanger(t *testing.T) {
	j := func(date v.Jour, chaine, activite int, ij v.Centimes) droit.JourCalcule {
		return droit.JourCalcule{Date: date, Chaine: chaine, Activite: activite, IJ: ij}
	}
	voulu := []droit.JourCalcule{j(1, 0, 0, 1), j(1, 0, 0, 2), j(1, 0, 1, 3), j(1, 1, 0, 4), j(2, 0, 0, 5), j(2, 0, 1, 6), j(3, 0, 0, 7)}
	for _, ordre := range [][]int{{0, 1, 2, 3, 4, 5, 6}, {4, 0, 1, 2, 3, 5, 6}, {0, 1, 2, 3, 4, 6, 5}, {0, 1, 2, 3, 5, 4, 6}, {0, 1, 3, 2, 4, 5, 6}, {2, 0, 1, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 0, 1}} {
		var jours []droit.JourCalcule
		for _, i := range ordre {
			jours = append(jours, voulu[i])
		}
		if ranger(jours); !slices.Equal(jours, voulu) {
			t.Errorf("%v : %v", ordre, jours)
		}
	}
	deux := []droit.JourCalcule{j(2, 0, 0, 1), j(1, 0, 0, 2)}
	if ranger(deux); deux[0].Date != 1 {
		t.Errorf("deux jours : %v", deux)
	}
}

// Runs are in order, joined where they touch under one risk and one régime.
func TestRegrouper(t *testing.T) {
	s := func(r droit.Risque, tns bool, du, au v.Jour) droit.Servi {
		return droit.Servi{Risque: r, TNS: tns, Periode: v.P(du, au)}
	}
	const m, p = droit.Maternite, droit.Paternite
	voulu := []droit.Servi{s(m, false, 1, 9), s(m, false, 11, 12), s(m, true, 1, 4), s(m, true, 6, 7), s(p, false, 5, 6)}
	ss := []droit.Servi{s(p, false, 5, 6), s(m, true, 6, 7), s(m, false, 11, 12), s(m, true, 1, 2), s(m, false, 4, 9), s(m, true, 3, 4), s(m, false, 1, 8)}
	if rs := regrouper(ss); !slices.Equal(rs, voulu) {
		t.Errorf("%v", rs)
	}
}

// The rows of sickness of a day that its own arrêt pays otherwise are left out, and
// no other.
func TestSansRepetition(t *testing.T) {
	j := func(date v.Jour, arret, activite int, r droit.Risque, e droit.Etat) droit.JourCalcule {
		return droit.JourCalcule{Date: date, Arret: arret, Activite: activite, Risque: r, Etat: e}
	}
	const mal, pat = droit.Maladie, droit.Pathologique
	voulu := []droit.JourCalcule{
		j(1, 0, 0, pat, droit.Paye),
		j(1, 0, 1, mal, droit.NonCumul), // another line
		j(1, 1, 0, mal, droit.NonCumul), // another arrêt
		j(2, 0, 0, mal, droit.NonCumul), // another day
		j(3, 0, 0, pat, droit.NonCumul), j(3, 0, 0, mal, droit.Paye),
		j(4, 0, 0, mal, droit.NonCumul), j(4, 0, 0, mal, droit.NonCumul),
		j(5, 0, 0, pat, droit.NonCumul), j(5, 0, 0, droit.DES, droit.Paye),
	}
	if got := sansRepetition(append([]droit.JourCalcule{j(1, 0, 0, mal, droit.NonCumul)}, voulu...)); !slices.Equal(got, voulu) {
		t.Errorf("%v", got)
	}
}

// The lines for which days are handed over are named when one régime alone hands
// them over; else they are those that the arrêt names.
func TestLignesConfiees(t *testing.T) {
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1", Nature: droit.Salarie}, {ID: "T1", Nature: droit.Independant}, {ID: "C1", Nature: droit.ChomageIndemnise}},
		Arrets: []droit.Arret{{ID: "A1", Activites: []string{"nommé"}}, {ID: "A2"}}}
	r := func(arret int, lignes ...int) droit.Renvoi { return droit.Renvoi{Arret: arret, Lignes: lignes} }
	for _, c := range []struct {
		activites int
		renvois   []droit.Renvoi
		noms      string
	}{
		{2, []droit.Renvoi{r(0, 0)}, "E1"},
		{2, []droit.Renvoi{r(0, 1)}, "T1"},
		{2, []droit.Renvoi{r(1, 1), r(0, 0)}, "E1"},
		{2, []droit.Renvoi{r(0, 0), r(1, 1)}, "E1"},
		{2, []droit.Renvoi{r(0, 0), r(0, 1)}, "nommé"},
		{2, []droit.Renvoi{r(0, 1), r(0, 0)}, "nommé"},
		{1, []droit.Renvoi{r(0, 0)}, "nommé"},
	} {
		x := *cas
		x.Activites = cas.Activites[:c.activites]
		if ids := noms(&x, c.renvois, 0); strings.Join(ids, " ") != c.noms {
			t.Errorf("%v : %v, attendu %s", c.renvois, ids, c.noms)
		}
	}
	cas.Activites = []droit.Activite{cas.Activites[1], cas.Activites[2]} // no employee
	if ids := noms(cas, []droit.Renvoi{r(0, 0)}, 0); strings.Join(ids, " ") != "nommé" {
		t.Errorf("sans salarié : %v", ids)
	}
}
