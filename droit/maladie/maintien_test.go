package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// mois fills the months of a job with the same pay and hours.
func mois(du, au, brut, heures string) (ss []droit.Salaire) {
	for m := jour(du + "-01"); m <= jour(au+"-01"); m = m.AjouterMois(1) {
		ss = append(ss, paie(m.String()[:7], brut, heures))
	}
	return ss
}

func chomage(du, au string) droit.Activite {
	a := droit.Activite{ID: "C1", Nature: droit.ChomageIndemnise, Debut: jour(du)}
	if au != "" {
		a.Fin = jour(au)
	}
	return a
}

func absent(a droit.Activite, m droit.MotifAbsence, du, au string) droit.Activite {
	a.Absences = []droit.Absence{{Periode: entre(du, au), Motif: m}}
	return a
}

// droitsDe returns the right of the last chain and the calendar of its first line.
func droitsDe(t *testing.T, activites []droit.Activite, as ...droit.Arret) (*droit.Resultat, droit.Droit) {
	t.Helper()
	cas := employe(as...)
	cas.Activites = activites
	r := calculer(t, cas)
	return r, r.Droits[len(r.Droits)-1]
}

// quatreVingtDix ended on 10 April 2026: of its 150 hours, ten are of 11 January, the first of
// the ninety days before 11 April; fewer than 150 lie in any other window.
func quatreVingtDix() droit.Activite {
	a := emploi("E1", "2015-01-01", "2026-04-10", mois("2025-04", "2026-03", "300.00", "")...)
	a.Salaires = append(a.Salaires, droit.Salaire{Periode: entre("2026-04-01", "2026-04-10"), Brut: v.Connu(euros("300.00"))})
	a.PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2025-04-01", "2026-01-10")}, {Periode: entre("2026-01-11", "2026-01-11"), Heures: euros("10.00")},
		{Periode: entre("2026-01-12", "2026-03-19")}, {Periode: entre("2026-03-20", "2026-04-10"), Heures: euros("140.00")}}
	return a
}

// Rights kept after the end of work (L.161-8, R.161-3, L.311-5): the conditions are those of
// the day after the last work or, when they are not met there, of the day on which work
// really stopped, within twelve months of it or as long as chômage is paid.
func TestDroitsMaintenus(t *testing.T) {
	conge := func(salaires ...droit.Salaire) droit.Activite { // unpaid leave from 1 November 2025 to the end of the contract
		return absent(emploi("E1", "2015-01-01", "2026-03-31", salaires...), droit.AbsenceCongeAutorise, "2025-11-01", "2026-03-31")
	}
	declare := func(salaires ...droit.Salaire) droit.Activite { // last worked on 31 October 2025, nothing said of the months since
		a := emploi("E1", "2015-01-01", "2026-03-31", salaires...)
		a.DernierJourTravaille = jour("2025-10-31")
		return a
	}
	plein, rien := mois("2025-01", "2025-10", "2000.00", "151.67"), mois("2025-01", "2025-10", "100.00", "10.00")
	mars := paie("2026-03", "100.00", "10.00")
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		debut     string
		etat      string
		voie      string
		regle     droit.Regle
	}{
		{"au jour de la cessation", []droit.Activite{conge(plein...)}, "2026-05-04", "cccP", "maintien", "MAL-OUV-08"},
		{"le dernier jour des douze mois qui la suivent", []droit.Activite{conge(plein...)}, "2026-10-31", "cccP", "maintien", "MAL-OUV-08"},
		{"le lendemain", []droit.Activite{conge(plein...)}, "2026-11-01", "RRRR", "", "MAL-OUV-08"},
		{"au chômage, au-delà", []droit.Activite{conge(plein...), chomage("2026-04-01", "")}, "2026-11-10", "cccP", "chomage_indemnise", "MAL-OUV-09"},
		{"cent cinquante heures des quatre-vingt-dix jours d'avant le lendemain de la fin", []droit.Activite{quatreVingtDix()}, "2026-05-25", "cccP", "maintien", "MAL-OUV-08"},
		{"rien à la cessation non plus", []droit.Activite{conge(rien...)}, "2026-05-04", "RRRR", "", "MAL-OUV-08"},
		{"inconnu à la fin, ouvert à la cessation", []droit.Activite{declare(append(plein, mars)...)}, "2026-05-04", "cccP", "maintien", "MAL-OUV-08"},
		{"inconnu à la fin, fermé à la cessation", []droit.Activite{declare(append(rien, mars)...)}, "2026-05-04", "????", "", "MAL-OUV-08"},
		{"fermé à la fin, inconnu à la cessation", []droit.Activite{conge(rien[9])}, "2026-05-04", "????", "", "MAL-OUV-08"},
		{"l'arrêt du dernier emploi fini est dans les douze mois", []droit.Activite{emploi("E1", "2015-01-01", "2025-03-31", plein[:3]...), emploi("E2", "2025-04-01", "2025-10-31", plein[3:]...)}, "2026-05-04", "cccP", "maintien", "MAL-OUV-08"},
	} {
		d := jour(x.debut)
		a := arret("A", x.debut, (d + 3).String(), droit.Initial)
		if len(x.activites) == 2 && x.activites[1].ID == "E2" {
			a.Activites = []string{"E1"}
		}
		r, dr := droitsDe(t, x.activites, a)
		if got := etats(r, r.Droits[0].Activite); got != x.etat || dr.Voie != x.voie || dr.Regle != x.regle || dr.Ouvert != (x.etat == "cccP") {
			t.Errorf("%s : %s %s %s, attendu %s %s %s", x.nom, got, dr.Voie, dr.Regle, x.etat, x.voie, x.regle)
		}
	}
	// Open on the day after the end, it is not examined again.
	_, d := droitsDe(t, []droit.Activite{absent(emploi("E1", "2015-01-01", "2026-03-31", mois("2025-04", "2026-03", "2000.00", "151.67")...), droit.AbsenceCongeAutorise, "2026-03-20", "2026-03-31")},
		arret("A", "2026-05-04", "2026-05-07", droit.Initial))
	if d.Fenetres.Mois3 != entre("2026-01-01", "2026-03-31") || !d.Ouvert {
		t.Errorf("%+v", d)
	}
}

// Rights of former work, when the present work opens none (L.311-5, R.161-3, R.311-1).
func TestEmploiInsuffisant(t *testing.T) {
	plein := mois("2025-01", "2025-10", "2000.00", "151.67")
	ancien := absent(emploi("E1", "2015-01-01", "2026-03-31", plein...), droit.AbsenceCongeAutorise, "2025-11-01", "2026-03-31")
	tard := emploi("E1", "2025-12-01", "2026-03-31", mois("2025-12", "2026-03", "500.00", "60.00")...)
	tard.DernierJourTravaille = jour("2026-01-15")
	fini := emploi("E1", "2015-01-01", "2025-03-31", mois("2024-10", "2025-03", "2000.00", "151.67")...)
	peu := func(du string) droit.Activite {
		return emploi("E2", du, "", mois(du[:7], "2027-03", "100.00", "10.00")...)
	}
	tns := droit.Activite{ID: "T1", Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: jour("2025-04-01"), Fin: jour("2025-12-31")}
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		debut     string
		etat      string
		voie      string
		regle     droit.Regle
	}{
		{"au jour de la cessation", []droit.Activite{ancien, peu("2026-04-20")}, "2026-05-25", "cccP", "maintien", "MAL-OUV-08"},
		{"le dernier jour des douze mois qui la suivent", []droit.Activite{ancien, peu("2026-04-20")}, "2026-10-31", "cccP", "maintien", "MAL-OUV-08"},
		{"le lendemain", []droit.Activite{ancien, peu("2026-04-20")}, "2026-11-01", "RRRR", "", "MAL-OUV-03"},
		{"au chômage, au-delà", []droit.Activite{ancien, chomage("2026-04-01", ""), peu("2026-04-20")}, "2026-11-10", "cccP", "chomage_indemnise", "MAL-OUV-09"},
		{"au chômage, sans ancien emploi", []droit.Activite{chomage("2026-04-01", ""), peu("2026-04-20")}, "2026-05-25", "RRRR", "", "MAL-OUV-03"},
		{"cent cinquante heures des quatre-vingt-dix jours d'avant le lendemain de la fin", []droit.Activite{quatreVingtDix(), peu("2026-04-20")}, "2026-08-25", "cccP", "maintien", "MAL-OUV-08"},
		{"ouvert à la fin, fermé à la cessation", []droit.Activite{tard, peu("2026-04-20")}, "2026-05-25", "cccP", "maintien", "MAL-OUV-08"},
		{"douze mois après la fin de l'emploi, l'activité indépendante n'étant pas du chômage", []droit.Activite{fini, tns, peu("2026-02-01")}, "2026-05-04", "RRRR", "", "MAL-OUV-03"},
		{"le chômage fini avec l'emploi ne le suit pas", []droit.Activite{fini, chomage("2025-01-01", "2025-03-31"), peu("2026-02-01")}, "2026-05-04", "RRRR", "", "MAL-OUV-03"},
		{"douze mois de la reprise après le chômage", []droit.Activite{fini, chomage("2025-04-01", "2026-01-31"), peu("2026-02-01")}, "2027-01-31", "cccP", "emploi_insuffisant", "MAL-OUV-09"},
		{"le lendemain des douze mois", []droit.Activite{fini, chomage("2025-04-01", "2026-01-31"), peu("2026-02-01")}, "2027-02-01", "RRRR", "", "MAL-OUV-03"},
		{"douze mois de la fin du chômage payé à côté", []droit.Activite{fini, chomage("2025-04-01", "2026-02-01"), peu("2026-02-01")}, "2027-02-01", "", "maintien", "MAL-OUV-08"},
		{"le lendemain de ceux-là", []droit.Activite{fini, chomage("2025-04-01", "2026-02-01"), peu("2026-02-01")}, "2027-02-02", "RRRR", "", "MAL-OUV-03"},
	} {
		d := jour(x.debut)
		r, dr := droitsDe(t, x.activites, arret("A", x.debut, (d+3).String(), droit.Initial))
		e := len(x.activites) - 1
		if got := etats(r, e); x.etat != "" && got != x.etat || dr.Voie != x.voie || dr.Regle != x.regle {
			t.Errorf("%s : %s %s %s, attendu %s %s %s", x.nom, etats(r, e), dr.Voie, dr.Regle, x.etat, x.voie, x.regle)
		}
	}
	// The rights of the former work are over: what is not known of the present one is waited for.
	present := peu("2026-02-01")
	present.Salaires = present.Salaires[:1]
	r, _ := droitsDe(t, []droit.Activite{fini, present}, arret("A", "2026-05-04", "2026-05-07", droit.Initial))
	if got := etats(r, 1); got != "????" {
		t.Errorf("en attente : %s", got)
	}
}

// What is presumed of the former work opens nothing: its hours are asked for, for the whole
// stop and under the rule that keeps the right; nothing else of the trial is left.
func TestEssaiPresume(t *testing.T) {
	ancien := emploi("E1", "2015-01-01", "2025-03-31", append(mois("2024-04", "2024-09", "700.00", "20.00"), mois("2024-10", "2025-03", "700.00", "")...)...)
	cas := employe(arret("A", "2025-11-01", "2026-06-30", droit.Initial))
	cas.Activites = []droit.Activite{ancien, emploi("E2", "2025-08-01", "", mois("2025-08", "2025-10", "100.00", "10.00")...)}
	cas.Arrets[0].Activites = []string{"E2"}
	bs := Besoins(cas, table)
	if len(bs) != 6 {
		t.Fatalf("%+v", bs)
	}
	for i, b := range bs {
		m := jour("2024-10-01").AjouterMois(i)
		if b.Nature != droit.BesoinHeures || b.Activite != 0 || b.Periode != v.P(m, m.FinMois()) || b.Pour != entre("2025-11-01", "2026-06-30") || b.Regle != rMaintien {
			t.Errorf("%+v", b)
		}
	}
}

// Parental leave (MAL-OUV-10): the rights of before it, kept for the days that follow it and
// for twelve months after the return to work.
func TestCongeParental(t *testing.T) {
	plein := mois("2024-06", "2025-05", "2000.00", "151.67")
	peu := mois("2026-03", "2027-03", "100.00", "10.00")
	enConge := func(au string, salaires ...droit.Salaire) droit.Activite {
		return absent(emploi("E1", "2015-01-01", "", salaires...), droit.AbsenceCongeParental, "2025-06-01", au)
	}
	for _, x := range []struct {
		nom      string
		activite droit.Activite
		debut    string
		etat     string
		voie     string
		regle    droit.Regle
	}{
		{"pendant le congé", enConge("2026-05-05", plein...), "2026-05-03", "RRRcccP", "conge_parental", "MAL-OUV-10"},
		{"pendant le congé, sans droits avant lui", enConge("2026-05-05", mois("2024-06", "2025-05", "100.00", "10.00")...), "2026-05-03", "RRRRRRR", "", "MAL-OUV-10"},
		{"pendant le congé, rien de connu avant lui", enConge("2026-05-05", append(plein[:9:9], paie("2025-05", "100.00", "10.00"))...), "2026-05-03", "???????", "", "MAL-OUV-10"},
		{"après le retour", enConge("2026-02-28", append(plein, peu...)...), "2026-05-04", "cccPPPP", "conge_parental", "MAL-OUV-10"},
		{"après le retour, sans droits avant le congé", enConge("2026-02-28", append(mois("2024-06", "2025-05", "100.00", "10.00"), peu...)...), "2026-05-04", "RRRRRRR", "", "MAL-OUV-03"},
		{"douze mois après le retour", enConge("2026-02-28", append(plein, peu...)...), "2027-02-28", "", "conge_parental", "MAL-OUV-10"},
		{"le lendemain", enConge("2026-02-28", append(plein, peu...)...), "2027-03-01", "RRRRRRR", "", "MAL-OUV-03"},
	} {
		d := jour(x.debut)
		r, dr := droitsDe(t, []droit.Activite{x.activite}, arret("A", x.debut, (d+6).String(), droit.Initial))
		if got := etats(r, 0); x.etat != "" && got != x.etat || dr.Voie != x.voie || dr.Regle != x.regle {
			t.Errorf("%s : %s %s %s, attendu %s %s %s", x.nom, got, dr.Voie, dr.Regle, x.etat, x.voie, x.regle)
		}
	}
	// Each of two jobs has its own leave: the rights are those of before the last.
	e2 := absent(emploi("E2", "2015-01-01", "", plein...), droit.AbsenceCongeParental, "2025-05-01", "2026-05-05")
	_, d := droitsDe(t, []droit.Activite{enConge("2026-05-05", plein...), e2}, arret("A", "2026-05-03", "2026-05-09", droit.Initial))
	if d.Fenetres.Mois3 != entre("2025-03-01", "2025-05-31") {
		t.Errorf("%s", d.Fenetres.Mois3)
	}
}

// MAL-OUV-07: each day as an independent is six hours, in the windows of the day after the
// end of work: twenty-five of them make the 150 hours of the ninety days, no fewer.
func TestTotalisation(t *testing.T) {
	tns := func(id, du, au string) droit.Activite {
		return droit.Activite{ID: id, Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: jour(du), Fin: jour(au)}
	}
	e1 := emploi("E1", "2015-01-01", "2026-04-10", append(mois("2025-03", "2026-03", "10.00", "0.00"),
		droit.Salaire{Periode: entre("2026-04-01", "2026-04-10"), Brut: v.Connu(euros("10.00")), Heures: v.Connu(euros("0.00"))})...)
	for _, x := range []struct {
		nom, premier, du string
		voie             string
	}{
		{"vingt-cinq jours", "2026-01-11", "2026-03-18", "maintien"},
		{"le premier est d'avant les quatre-vingt-dix", "2026-01-10", "2026-03-18", ""},
		{"vingt-quatre jours", "2026-01-11", "2026-03-19", ""},
	} {
		r, _ := droitsDe(t, []droit.Activite{e1, tns("T1", x.premier, x.premier), tns("T2", x.du, "2026-04-10")}, arret("A", "2026-05-04", "2026-05-07", droit.Initial))
		if d := r.Droits[0]; d.Voie != x.voie || d.Ouvert != (x.voie != "") {
			t.Errorf("%s : %+v", x.nom, d)
		}
	}
	// Independent work carries a first stop beyond six months; it then opens a second one
	// by itself, and is named: nothing of the first count remains.
	e2 := emploi("E1", "2026-01-05", "", append(mois("2026-01", "2026-04", "800.00", "100.00"), mois("2026-05", "2026-09", "10.00", "0.00")...)...)
	r, d := droitsDe(t, []droit.Activite{e2, tns("T1", "2020-01-01", "2025-12-31"), tns("T2", "2026-06-01", "2026-06-30")},
		arret("A", "2026-05-04", "2026-05-06", droit.Initial), arret("B", "2026-09-07", "2026-09-10", droit.Initial))
	if a := r.Droits[0]; a.Voie != "150h_3_mois" || !a.Apres6Mois.Ou(false) || a.DernierJour != 0 {
		t.Errorf("%+v", a)
	}
	if d.Voie != "totalisation" || d.Regle != "MAL-OUV-07" {
		t.Errorf("%+v", d)
	}
	// Seasonal work that twelve months of both open keeps its own rule.
	e3 := emploi("E1", "2026-01-05", "", mois("2026-01", "2026-04", "10.00", "10.00")...)
	e3.Contrat = droit.Saisonnier
	if _, d = droitsDe(t, []droit.Activite{e3, tns("T1", "2020-01-01", "2025-12-31")}, arret("A", "2026-05-04", "2026-05-07", droit.Initial)); d.Voie != "totalisation" || d.Regle != "MAL-OUV-05" {
		t.Errorf("%+v", d)
	}
}

// A right kept from former work is open: what could open that of the present work is not asked for.
func TestDroitsGardesSansDemande(t *testing.T) {
	plein := mois("2025-01", "2025-10", "2000.00", "151.67")
	ancien := emploi("E0", "2015-01-01", "2025-10-31", plein...)
	peu := mois("2025-12", "2026-02", "100.00", "")
	peu[0].Heures = v.Connu(euros("10.00"))
	present := emploi("E1", "2025-12-01", "", peu...)
	retour := absent(emploi("E1", "2015-01-01", "", append(plein, paie("2026-02", "700.00", ""), droit.Salaire{Periode: entre("2026-03-01", "2026-03-09"), Brut: v.Connu(euros("100.00")), Heures: v.Connu(euros("10.00"))})...),
		droit.AbsenceCongeParental, "2025-11-01", "2026-01-31")
	for voie, as := range map[string][]droit.Activite{voieMaintien: {ancien, present}, voieParental: {retour}, voieChomage: {ancien, present, chomage("2025-11-01", "")}} {
		cas := employe(arret("A", "2026-03-10", "2026-03-13", droit.Initial))
		cas.Activites = as
		r, bs := calculer(t, cas), Besoins(cas, table)
		if d := r.Droits[0]; !d.Ouvert || d.Voie != voie || len(bs) != 0 {
			t.Errorf("%s : %+v %+v", voie, d, bs)
		}
	}
}
