package maladie

import (
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// MAL-RTD-01 and MAL-PRE-01: two days to send a paper form, from the first day not worked; sent
// on the last day of the stop it can still be controlled, the next day no more.
func TestEnvois(t *testing.T) {
	for _, x := range []struct {
		nom, travaille, envoye string
		avant, avertis         []string
		veut                   string
		retards                int
	}{
		{"dans les deux jours", "", "2026-03-04", nil, nil, "cccPPPP", 0},
		{"le troisième", "", "2026-03-05", nil, nil, "cccPPPP", 1},
		{"le premier jour prescrit travaillé", "2026-03-02", "2026-03-05", nil, nil, "TcccPPP", 0},
		{"le premier jour prescrit travaillé, un jour de plus", "2026-03-02", "2026-03-06", nil, nil, "TcccPPP", 1},
		{"le dernier jour de l'arrêt", "", "2026-03-08", nil, nil, "cccPPPP", 1},
		{"le lendemain", "", "2026-03-09", nil, nil, "RRRRRRR", 0},
		{"averti après le premier de deux retards", "", "2026-03-08", []string{"2025-06-02", "2025-12-01"}, []string{"2025-07-01"}, "cccmmmP", 0},
		{"dits dans l'autre ordre", "", "2026-03-08", []string{"2025-12-01", "2025-06-02"}, []string{"2025-07-01"}, "cccmmmP", 0},
		{"averti avant eux", "", "2026-03-08", []string{"2025-06-02", "2025-12-01"}, []string{"2025-06-02"}, "cccPPPP", 1},
	} {
		a := arret("A", "2026-03-02", "2026-03-08", droit.Initial)
		a.Canal, a.Support, a.EnvoyeLe = droit.Papier, droit.CerfaSecurise, jour(x.envoye)
		if x.travaille != "" {
			a.DernierJourTravaille = jour(x.travaille)
		}
		cas := employe(a)
		for _, le := range x.avant {
			cas.Assure.RetardsAnterieurs = append(cas.Assure.RetardsAnterieurs, jour(le))
		}
		for _, le := range x.avertis {
			cas.Assure.Avertissements = append(cas.Assure.Avertissements, jour(le))
		}
		r := calculer(t, cas)
		got := []byte(etats(r, 0))
		for i := range got {
			if r.Jours[i].Regle == rEnvoiTardif {
				got[i] = 'm'
			}
		}
		if string(got) != x.veut || len(r.Retards) != x.retards {
			t.Errorf("%s : %s, %d retards, attendu %s, %d", x.nom, got, len(r.Retards), x.veut, x.retards)
		}
	}
}

// MAL-PRE-03 and MAL-PRE-06: another doctor prolongs during a stay in hospital; a prescription
// whose day is not known is of its first day.
func TestPrescripteurEtDuree(t *testing.T) {
	suite := autre(arret("B", "2026-03-09", "2026-03-12", droit.Prolongation))
	suite.Hospitalise = v.Connu(true)
	if got := etats(calculer(t, employe(arret("A", "2026-03-02", "2026-03-08", droit.Initial), suite)), 0); got != "cccPPPPPPPP" {
		t.Error(got)
	}
	u18 := table.Lecture(parametre.U18).Point
	for _, x := range []struct {
		du, au, prescrit string
		veut             bool
	}{
		{"2026-09-01", "2026-10-01", "", false}, {"2026-09-01", "2026-10-02", "", true}, {"2026-08-31", "2026-10-02", "", false}, {"2026-09-02", "2026-10-04", "2026-08-31", false},
	} {
		a := arret("A", x.du, x.au, droit.Initial)
		if a.PrescritLe = 0; x.prescrit != "" {
			a.PrescritLe = jour(x.prescrit)
		}
		if r := calculer(t, employe(a)); avise(r, u18) != x.veut {
			t.Errorf("du %s au %s : avis %v", x.du, x.au, !x.veut)
		}
	}
}

// MAL-CTL-05: a stop within ten clear days of a suspension waits for an opinion, which is said;
// days of an older stop that another benefit hands over are no new one.
func TestArretApresSuspension(t *testing.T) {
	for _, x := range []struct {
		nom     string
		renvois []droit.Renvoi
		veut    string
	}{
		{"un nouvel arrêt", nil, "????"},
		{"la suite rendue d'un arrêt d'avant", []droit.Renvoi{{Arret: 1, Periode: entre("2026-03-16", "2026-03-19"), Depuis: jour("2026-01-05")}}, "cccP"},
		{"la suite rendue d'un autre arrêt", []droit.Renvoi{{Arret: 0, Periode: entre("2026-03-02", "2026-03-12"), Depuis: jour("2026-01-05")}}, "????"},
		{"rendue sans que son début soit dit", []droit.Renvoi{{Arret: 1, Periode: entre("2026-03-16", "2026-03-19")}}, "????"},
	} {
		cas := employe(arret("A", "2026-03-02", "2026-03-12", droit.Initial), arret("B", "2026-03-16", "2026-03-19", droit.Initial))
		d := suspendre("2026-03-10", "2026-03-12")
		d.Arret = "A"
		cas.Decisions = []droit.Decision{d}
		c, r := Calcul{Renvois: x.renvois}, new(droit.Resultat)
		if err := c.Calculer(cas, table, nil, r); err != nil {
			t.Fatal(err)
		}
		if got := etats(r, 0); got != "cccPPPPPSSS"+x.veut {
			t.Errorf("%s : %s", x.nom, got)
		}
	}
	// Only the opinion hangs on the reading of the control.
	cas := employe(arret("B", "2026-03-16", "2026-03-19", droit.Initial))
	cas.Decisions = []droit.Decision{{Nature: droit.SuspensionMedicale, Arret: "A", Le: jour("2026-03-10")}}
	if r := calculer(t, cas); etats(r, 0) != "????" || !avise(r, table.Lecture(parametre.U19).Point) {
		t.Errorf("%s %+v", etats(r, 0), r.Avis)
	}
}

// What an agent forced is given to the other benefits as he said it.
func TestForcagesDesAutres(t *testing.T) {
	cas := employe(arret("A", "2026-03-02", "2026-03-12", droit.Initial), arret("B", "2026-04-02", "2026-04-12", droit.Initial))
	cas.Decisions = []droit.Decision{
		{Nature: droit.Forcage, Arret: "A", Le: jour("2026-03-03"), Au: jour("2026-03-03"), Valeur: forcePayer},
		{Nature: droit.Forcage, Arret: "A", Le: jour("2026-03-04"), Au: jour("2026-03-04"), Valeur: forceRefuser},
		{Nature: droit.Forcage, Arret: "A", Le: jour("2026-03-02"), Valeur: forceDroitsOuverts},
		{Nature: droit.Forcage, Arret: "B", Le: jour("2026-04-02"), Valeur: forceDroitsRefuses},
	}
	c := prepare(cas)
	for le, veut := range map[string][2]bool{"2026-03-02": {false, false}, "2026-03-03": {true, true}, "2026-03-04": {false, true}, "2026-03-05": {false, false}} {
		if paye, decide := c.JourForce(&cas.Arrets[0], jour(le)); [2]bool{paye, decide} != veut {
			t.Errorf("%s : %v %v", le, paye, decide)
		}
	}
	for i, veut := range [][2]bool{{true, true}, {false, true}} {
		if ouverts, decide := c.DroitsForces(i); [2]bool{ouverts, decide} != veut {
			t.Errorf("arrêt %d : %v %v", i, ouverts, decide)
		}
	}
	// Refused or opened by an agent, the right waits for nothing and nothing is asked for it.
	attente := func(valeur string) *droit.Cas {
		cas := employe(arret("A", "2026-03-10", "2026-03-13", droit.Initial))
		cas.Activites = []droit.Activite{emploi("E1", "2015-01-01", "", mois("2026-02", "2026-02", "100.00", "10.00")...)}
		if valeur != "" {
			cas.Decisions = []droit.Decision{{Nature: droit.Forcage, Arret: "A", Le: jour("2026-03-10"), Valeur: valeur}}
		}
		return cas
	}
	for valeur, veut := range map[string]string{"": "????", forceDroitsRefuses: "RRRR", forceDroitsOuverts: "cccP"} {
		if got := etats(calculer(t, attente(valeur)), 0); got != veut {
			t.Errorf("«%s» : %s, attendu %s", valeur, got, veut)
		}
	}
	if bs := Besoins(attente(forceDroitsRefuses), table); len(bs) != 0 {
		t.Errorf("%+v", bs)
	}
	if bs := Besoins(attente(forceDroitsOuverts), table); len(bs) != 2 { // the pays of the base
		t.Errorf("%+v", bs)
	}
}

// A datum is asked for once: for one activity, one stop, one time.
func TestDemanderUneFois(t *testing.T) {
	un := droit.Besoin{Nature: droit.BesoinSalaire, Activite: 0, Arret: 0, Periode: entre("2026-01-01", "2026-01-31")}
	c := prepare(simple())
	for _, changer := range []func(*droit.Besoin){func(*droit.Besoin) {}, func(b *droit.Besoin) { b.Regle = rMaintien }, func(b *droit.Besoin) { b.Nature = droit.BesoinHeures },
		func(b *droit.Besoin) { b.Activite = 1 }, func(b *droit.Besoin) { b.Arret = 1 }, func(b *droit.Besoin) { b.Periode.Au-- }} {
		b := un
		changer(&b)
		c.Demander(b)
	}
	if len(c.besoins) != 5 {
		t.Errorf("%+v", c.besoins)
	}
}

// An arrêt stops the work that it names, or that had begun; not a chômage allowance.
func TestStoppe(t *testing.T) {
	cas := deuxEmployeurs()
	cas.Activites = append(cas.Activites, chomage("2026-01-01", ""), emploi("E4", "2026-09-15", ""))
	cas.Arrets = append(cas.Arrets, arret("B", "2026-09-14", "2026-09-18", droit.Initial))
	cas.Arrets[1].Activites = []string{"E2"}
	c := prepare(cas)
	for i, veut := range [][]bool{{true, true, false, false}, {false, true, false, false}} {
		for a := range veut {
			if c.Stoppe(i, a) != veut[a] {
				t.Errorf("arrêt %d, activité %d : %v", i, a, !veut[a])
			}
		}
	}
}

// D.622-7: a new stop keeps the years of the one that it follows at once, unless work resumed.
func TestAnneesDUnArretQuiSuit(t *testing.T) {
	for reprise, veut := range map[string]int{"": 2022, "2025-12-28": 2023} {
		cas := employe(arret("A", "2025-12-15", "2026-01-10", droit.Initial), arret("B", "2026-01-11", "2026-01-31", droit.Initial))
		a := independant("T1", droit.ArtisanCommercant, "40000.00")
		a.Revenus = append(a.Revenus, droit.Revenu{Annee: 2022, Montant: euros("20000.00")})
		if reprise != "" {
			a.Reprises = []droit.Reprise{{Le: jour(reprise), Motif: droit.RepriseNormale}}
		}
		cas.Activites = []droit.Activite{a}
		if b := calculer(t, cas).Bases[1]; b.Annees[0] != veut {
			t.Errorf("repris le «%s» : %v", reprise, b.Annees)
		}
	}
}

// Of two works stopped together, one goes on being: the stop that the other begins the next
// day keeps the years of the first all the same, and so does the one after it.
func TestAnneesDUneActiviteSurDeux(t *testing.T) {
	pour := func(a droit.Arret, ids ...string) droit.Arret {
		a.Activites = ids
		return a
	}
	cas := employe(arret("A", "2025-12-15", "2025-12-31", droit.Initial), pour(arret("B", "2026-01-01", "2026-02-15", droit.Prolongation), "T2"),
		pour(arret("C", "2026-01-01", "2026-01-20", droit.Initial), "T1"), pour(arret("D", "2026-01-21", "2026-01-31", droit.Initial), "T1"))
	t1, t2 := independant("T1", droit.ArtisanCommercant, "40000.00"), independant("T2", droit.ArtisanCommercant, "10000.00")
	t1.Revenus = append(t1.Revenus, droit.Revenu{Annee: 2022, Montant: euros("20000.00")})
	t2.Revenus = append(t2.Revenus, droit.Revenu{Annee: 2022, Montant: euros("10000.00")})
	cas.Activites = []droit.Activite{t1, t2}
	r := calculer(t, cas)
	if len(r.Bases) != 3 {
		t.Fatalf("%+v", r.Bases)
	}
	for i := range r.Bases {
		if b := &r.Bases[i]; b.Annees[0] != 2022 {
			t.Errorf("arrêt %d : %v", b.Arret, b.Annees)
		}
	}
}

// Days that an arrêt of an accident hands over to sickness tell how long it had lasted: its
// own, up to the day; none when all of it is handed over.
func TestJoursRendus(t *testing.T) {
	cas := employe(arret("A", "2026-03-02", "2026-03-31", droit.Initial), arret("B", "2026-03-02", "2026-03-31", droit.Initial))
	cas.Arrets[0].Sinistre, cas.Arrets[1].Sinistre = "S1", "S2"
	du := jour("2026-03-02")
	for _, x := range []struct {
		nom    string
		renvoi droit.Renvoi
		veut   int
	}{
		{"dix jours d'accident", droit.Renvoi{Depuis: du, Periode: v.P(du+10, du+29)}, 10},
		{"jusqu'à ce jour", droit.Renvoi{Depuis: du, Periode: v.P(du+25, du+29)}, 20},
		{"tout est de maladie", droit.Renvoi{Depuis: du, Periode: v.P(du, du+29)}, 0},
		{"un autre accident", droit.Renvoi{Arret: 1, Depuis: du, Periode: v.P(du+10, du+29)}, 0},
	} {
		c := prepare(cas)
		c.Renvois = []droit.Renvoi{x.renvoi}
		if n := c.joursRendus(&droit.Sinistre{ID: "S1"}, du+20); n != x.veut {
			t.Errorf("%s : %d", x.nom, n)
		}
	}
}

// A last day worked after the whole prescription says nothing of its first.
func TestDernierJourTravailleApres(t *testing.T) {
	cas := simple()
	cas.Activites[0].DernierJourTravaille = jour("2026-03-31")
	if got := etats(calculer(t, cas), 0); got != "cccPPPPPPPPPPP" {
		t.Error(got)
	}
}

// MAL-TNS-05: eighty-seven days, for each of two activities stopped together.
func TestDeuxActivitesLiberales(t *testing.T) {
	cas := employe(arret("A", "2026-01-05", "2026-04-30", droit.Initial))
	cas.Activites = []droit.Activite{independant("T1", droit.CNAVPL, "30000.00"), independant("T2", droit.CNAVPL, "10000.00")}
	r := calculer(t, cas)
	if a, b := etats(r, 0), etats(r, 1); a != b || a[:90] != "ccc"+repete('P', 87) || a[90:] != repete('E', 26) {
		t.Errorf("\n%s\n%s", a, b)
	}
}

// MAL-DUR-01: whether part-time work counts in the 360 is said where it decides.
func TestAvisDuTempsPartielAu360e(t *testing.T) {
	cas := employe(arret("A", "2024-01-01", "2024-12-28", droit.Initial), partiel(arret("B", "2024-12-29", "2025-01-03", droit.Prolongation)))
	cas.Activites[0].PertesTPT = []droit.PerteTPT{perte("2024-12-29", "2025-01-03", "600.00")}
	if r := calculer(t, cas); !avise(r, table.Lecture(parametre.U16).Point) {
		t.Errorf("%+v", r.Avis)
	}
}

// MAL-BAS-09: the cap of the cessation of work is read only where it is not that of the stop.
func TestAvisDuPlafondDeLaCessation(t *testing.T) {
	for fin, veut := range map[string]bool{"2026-01-31": false, "2025-12-15": true} {
		cas := employe(arret("A", "2026-03-10", "2026-03-13", droit.Initial))
		cas.Activites[0].Fin = jour(fin)
		if r := calculer(t, cas); avise(r, table.Lecture(parametre.U15).Point) != veut {
			t.Errorf("fini le %s : %+v", fin, r.Avis)
		}
	}
}

// SWI-01: for an independent, whom only sickness insures, no recognition is waited for.
func TestAccidentDUnIndependant(t *testing.T) {
	cas := employe(arret("A", "2026-03-02", "2026-03-08", droit.Initial))
	cas.Arrets[0].Risque = droit.AccidentTravail
	if r := calculer(t, cas); !avise(r, "SWI-01") {
		t.Errorf("salarié : %+v", r.Avis)
	}
	cas.Activites = []droit.Activite{independant("T1", droit.ArtisanCommercant, "30000.00")}
	if r := calculer(t, cas); avise(r, "SWI-01") || etats(r, 0) != "cccPPPP" {
		t.Errorf("indépendant : %s %+v", etats(r, 0), r.Avis)
	}
}

// MAL-SUB-01: the wage kept in part is asked for where it is not known, of the stops of that
// work; an independent is never paid through another.
func TestMaintienDemande(t *testing.T) {
	for _, x := range []struct {
		maintenu v.Option[v.Centimes]
		demandes int
	}{{v.Option[v.Centimes]{}, 1}, {v.Connu(euros("900.00")), 0}} {
		cas := deuxEmployeurs()
		cas.Activites[0].Subrogation = []droit.Subrogation{{Periode: entre("2026-09-01", "2026-09-30"), Maintien: droit.MaintienPartiel, Maintenu: x.maintenu}}
		cas.Arrets = []droit.Arret{arret("A", "2026-09-14", "2026-09-20", droit.Initial), arret("B", "2026-09-15", "2026-09-20", droit.Initial)}
		cas.Arrets[0].Activites, cas.Arrets[1].Activites = []string{"E1"}, []string{"E2"}
		if bs := Besoins(cas, table); len(bs) != x.demandes {
			t.Errorf("%+v", bs)
		}
	}
	cas := employe(arret("A", "2026-03-02", "2026-03-08", droit.Initial))
	cas.Activites = []droit.Activite{independant("T1", droit.ArtisanCommercant, "30000.00")}
	cas.Activites[0].Subrogation = []droit.Subrogation{{Periode: entre("2026-03-01", "2026-03-30"), Maintien: droit.MaintienTotal}}
	if j := calculer(t, cas).Jours[3]; j.Beneficiaire != droit.AssureBeneficiaire {
		t.Errorf("%+v", j)
	}
}
