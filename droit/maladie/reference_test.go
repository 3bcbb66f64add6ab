package maladie

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// prepare reads a case, as a computation does before its chains.
func prepare(cas *droit.Cas) *Calcul {
	c := new(Calcul)
	c.preparer(cas, table, nil, new(droit.Resultat))
	return c
}

// chaineDe is the stop of some lines on a day, as another benefit has it examined.
func (c *Calcul) chaineDu(le string, activites ...int) *chaine {
	return &c.Examiner(Interruption{Le: jour(le), Jusqua: jour(le), Activites: activites}).ch
}

// emploi is salaried work from a day to another, «» when it goes on.
func emploi(id, du, au string, salaires ...droit.Salaire) droit.Activite {
	a := droit.Activite{ID: id, Nature: droit.Salarie, Employeur: "00000000000000", Contrat: droit.CDI, Debut: jour(du), Paie: droit.Mensuelle, Salaires: salaires}
	if au != "" {
		a.Fin = jour(au)
	}
	return a
}

func avise(r *droit.Resultat, code string) bool {
	return slices.ContainsFunc(r.Avis, func(a droit.Avis) bool { return a.Code == code })
}

// Work starts or ends within a month when it does not run from its first day to its last.
func TestBorne(t *testing.T) {
	fevrier := entre("2026-02-01", "2026-02-28")
	for _, x := range []struct {
		du, au string
		veut   bool
	}{
		{"2026-02-01", "", false}, {"2026-02-02", "", true}, {"2026-02-28", "", true}, {"2026-03-01", "", false},
		{"2015-01-01", "2026-02-27", true}, {"2015-01-01", "2026-02-28", false}, {"2015-01-01", "2026-02-01", true}, {"2015-01-01", "2026-01-31", false},
	} {
		if a := emploi("E1", x.du, x.au); borne(&a, fevrier) != x.veut {
			t.Errorf("du %s au %s : %v", x.du, x.au, !x.veut)
		}
	}
}

// R.323-8 II 3°: some work ended before the last day of the month, other work began after
// its first; the days that neither pays are those on which no such work ran.
func TestJoursEntreDeuxEmplois(t *testing.T) {
	fevrier := entre("2026-02-01", "2026-02-28")
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		activite  int
		dernier   string
		trous     int
	}{
		{"cinq jours entre les deux", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-02-20", "")}, 1, "2026-02-20", 5},
		{"l'ancien emploi n'en a pas", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-02-20", "")}, 0, "2026-02-20", 0},
		{"l'ancien finit avec le mois", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-28"), emploi("E2", "2026-02-20", "")}, 1, "", 0},
		{"l'ancien a fini le mois d'avant", []droit.Activite{emploi("E1", "2015-01-01", "2026-01-31"), emploi("E2", "2026-02-20", "")}, 1, "", 0},
		{"le nouveau commence avec le mois", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-02-01", "")}, 1, "", 0},
		{"le nouveau commence le mois d'avant", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-01-20", "")}, 1, "", 0},
		{"le nouveau commence le dernier jour", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-02-28", "")}, 1, "2026-02-28", 13},
		{"le nouveau commence le mois d'après", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-03-01", "")}, 1, "", 0},
		{"un emploi de tout le mois ne comble rien", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-02-20", "2026-02-25"), emploi("E3", "2015-01-01", "")}, 1, "2026-02-20", 8},
		{"une activité indépendante non plus", []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14"), emploi("E2", "2026-02-20", ""),
			{ID: "T1", Nature: droit.Independant, Debut: jour("2026-02-15")}}, 1, "2026-02-20", 5},
	} {
		cas := employe(arret("A", "2026-03-10", "2026-03-20", droit.Initial))
		cas.Activites = x.activites
		c := prepare(cas)
		arretees := []int{1}
		if len(x.activites) == 3 && x.activites[2].Nature == droit.Salarie {
			arretees = []int{2}
		}
		dernier, trous := c.succession(c.chaineDu("2026-03-10", arretees...), x.activite, fevrier)
		if got := dernier.String(); (dernier != 0 || x.dernier != "") && got != x.dernier || trous != x.trous {
			t.Errorf("%s : %s, %d jours, attendu %s, %d", x.nom, got, trous, x.dernier, x.trous)
		}
	}
}

// Back-pay made after the interruption covers more than a month, or comes on top of an
// ordinary pay of the same days (Cass. 2e civ. 8 octobre 2020, 19-21.128).
func TestRappelTardif(t *testing.T) {
	le := jour("2026-03-10")
	salaire := func(du, au, verse string) droit.Salaire {
		s := droit.Salaire{Periode: entre(du, au), Brut: v.Connu(euros("100.00"))}
		if verse != "" {
			s.VerseLe = jour(verse)
		}
		return s
	}
	for _, x := range []struct {
		nom    string
		paie   droit.Salaire
		autres []droit.Salaire
		veut   bool
	}{
		{"trente-deux jours, après", salaire("2025-12-01", "2026-01-01", "2026-03-31"), nil, true},
		{"trente et un jours, après", salaire("2025-12-01", "2025-12-31", "2026-03-31"), nil, false},
		{"le jour même", salaire("2025-12-01", "2026-02-28", "2026-03-10"), nil, false},
		{"le lendemain", salaire("2025-12-01", "2026-02-28", "2026-03-11"), nil, true},
		{"sans date", salaire("2025-12-01", "2026-02-28", ""), nil, false},
		{"en plus d'une paie des mêmes jours", salaire("2026-02-10", "2026-02-20", "2026-03-31"), []droit.Salaire{salaire("2026-02-20", "2026-02-28", "2026-02-28")}, true},
		{"la paie des mêmes jours est du même versement", salaire("2026-02-10", "2026-02-20", "2026-03-31"), []droit.Salaire{salaire("2026-02-20", "2026-02-28", "2026-03-31")}, false},
		{"en plus d'une paie d'autres jours", salaire("2026-02-10", "2026-02-20", "2026-03-31"), []droit.Salaire{salaire("2026-02-21", "2026-02-28", "2026-02-28")}, false},
	} {
		a := emploi("E1", "2015-01-01", "", append(x.autres, x.paie)...)
		if got := rappelTardif(&a, len(x.autres), le); got != x.veut {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}

// An absence whose reason is not known is not made good; a strike is when it is read so.
func TestAbsenceSansMotif(t *testing.T) {
	cas := simple()
	c := prepare(cas)
	if c.retablie(&droit.Absence{}) || sansPaie("") || sansPaie(droit.AbsenceGreve) || c.retablie(&droit.Absence{Motif: droit.AbsenceGreve}) {
		t.Error("rétablie")
	}
	cas.Options.Choix = []droit.Choix{{Point: "MAL-U-12", Lecture: "retablie"}}
	if !c.retablie(&droit.Absence{Motif: droit.AbsenceGreve}) {
		t.Error("la grève n'est pas rétablie")
	}
}

// MAL-BAS-08: a month wholly lost weighs what it is restored to. First employer, December
// lost: 31 × 2400/59 = 1261.02, so 3661.02 beside 1800; 5461.02 / 182.5 = 29.92.
func TestPoidsDuMoisPerdu(t *testing.T) {
	cas := deuxEmployeurs()
	cas.Arrets = []droit.Arret{arret("A1", "2026-03-09", "2026-03-13", droit.Initial)}
	payer(&cas.Activites[0], "2026-01", "2026-02", "1200.00")
	cas.Activites[0].Absences = []droit.Absence{{Periode: entre("2025-12-01", "2025-12-31"), Motif: droit.AbsenceMaladie}}
	payer(&cas.Activites[1], "2025-12", "2026-02", "600.00")
	r := calculer(t, cas)
	if r.Bases[0].IJ != 2992 || r.Jours[8].IJ != 2006 || r.Jours[9].IJ != 986 {
		t.Errorf("%s : %s et %s", r.Bases[0].IJ, r.Jours[8].IJ, r.Jours[9].IJ)
	}
}

// One pay for two months counts in each by its days, and for the month lost before them:
// 2360 over 59 days, 40 a day; (1240 + 1240 + 1120) / 182.5 = 19.72.
func TestPaieDeDeuxMois(t *testing.T) {
	cas := simple()
	a := &cas.Activites[0]
	a.Salaires = []droit.Salaire{{Periode: entre("2026-01-01", "2026-02-28"), Brut: v.Connu(euros("2360.00")), Heures: v.Connu(euros("300.00"))}}
	a.Absences = []droit.Absence{{Periode: entre("2025-12-01", "2025-12-31"), Motif: droit.AbsenceMaladie}}
	if ij := calculer(t, cas).Bases[0].IJ; ij != 1972 {
		t.Error(ij)
	}
}

// A month with one day of work has a pay: not known, it is asked for.
func TestUnJourTravailleSansPaie(t *testing.T) {
	cas := simple()
	a := &cas.Activites[0]
	a.Debut = jour("2025-12-31")
	a.Salaires = a.Salaires[1:]
	if bs := Besoins(cas, table); len(bs) != 1 || bs[0].Nature != droit.BesoinSalaire || bs[0].Periode != entre("2025-12-01", "2025-12-31") {
		t.Errorf("%+v", bs)
	}
	a.Debut = jour("2026-01-01")
	if bs := Besoins(cas, table); len(bs) != 0 {
		t.Errorf("%+v", bs)
	}
}

// A wage restored by the employer is compared with what a single day of pay gives.
func TestSalaireRetabliPourUnJour(t *testing.T) {
	for _, x := range []struct {
		retabli string
		avise   bool
	}{{"2170.00", false}, {"2000.00", false}, {"1900.00", true}, {"2400.00", true}} {
		cas := simple()
		a := &cas.Activites[0]
		a.Absences = []droit.Absence{{Periode: entre("2025-12-02", "2025-12-31"), Motif: droit.AbsenceMaladie}}
		a.Salaires[0].Brut, a.Salaires[0].Retabli = v.Connu(euros("70.00")), v.Connu(euros(x.retabli))
		r := calculer(t, cas)
		if got := avise(r, "SALAIRE_RETABLI"); got != x.avise || r.Bases[0].SalairesRetablis[0].Exacte() != x.retabli {
			t.Errorf("rétabli à %s pour 70 € d'un jour : avis %v, %s", x.retabli, got, r.Bases[0].SalairesRetablis[0].Exacte())
		}
	}
}

// From June to October 2024 no text ruled what is made whole: it is said where a month is,
// and not elsewhere, nor of an accident, whose text stood.
func TestAvisDuRetablissementSansTexte(t *testing.T) {
	u13 := parametre.U13
	avis := table.Lecture(u13).Point
	mois := func(brut string, ms ...string) (ss []droit.Salaire) {
		for _, m := range ms {
			ss = append(ss, paie(m, brut, "151.67"))
		}
		return ss
	}
	maladie := func(du, au string) []droit.Absence {
		return []droit.Absence{{Periode: entre(du, au), Motif: droit.AbsenceMaladie}}
	}
	juillet := droit.Salaire{Periode: entre("2024-07-01", "2024-07-31"), Brut: v.Connu(euros("1550.00")), Heures: v.Connu(euros("151.67"))}
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		absences  []droit.Absence
		avise     bool
		ij        v.Centimes
	}{
		{"rien à rétablir", []droit.Activite{emploi("E1", "2015-01-01", "", mois("1825.00", "2024-04", "2024-05", "2024-06")...)}, nil, false, 3000},
		{"un mois perdu", []droit.Activite{emploi("E1", "2015-01-01", "", mois("1830.00", "2024-05", "2024-06")...)}, maladie("2024-04-01", "2024-04-30"), true, 2991},
		{"un mois de chômage", []droit.Activite{chomage("2024-04-01", "2024-04-30"), emploi("E1", "2024-05-01", "", append(mois("1550.00", "2024-05"), mois("1500.00", "2024-06")...)...)}, nil, true, 2493},
		{"embauché depuis, un chômage ancien", []droit.Activite{chomage("2010-04-01", "2010-04-30"), emploi("E1", "2024-05-01", "", append(mois("1550.00", "2024-05"), mois("1500.00", "2024-06")...)...)}, nil, false, 1671},
		{"un seul jour travaillé le mois du chômage", []droit.Activite{chomage("2024-04-01", "2024-04-29"), emploi("E1", "2024-04-30", "", append(mois("50.00", "2024-04"), append(mois("1550.00", "2024-05"), mois("1500.00", "2024-06")...)...)...)}, nil, true, 2493},
		{"un chômage ancien", []droit.Activite{chomage("2010-04-01", "2010-04-30"), emploi("E1", "2015-01-01", "", mois("1825.00", "2024-04", "2024-05", "2024-06")...)}, nil, false, 3000},
		{"tout perdu, du travail ensuite", []droit.Activite{emploi("E1", "2015-01-01", "", juillet)}, maladie("2024-01-01", "2024-06-30"), true, 2493},
		{"tout perdu, la paie d'ensuite inconnue", []droit.Activite{emploi("E1", "2015-01-01", "")}, maladie("2024-01-01", "2024-06-30"), false, 0},
	} {
		cas := employe(arret("A", "2024-07-10", "2024-07-20", droit.Initial))
		cas.Activites = x.activites
		e := len(x.activites) - 1
		cas.Activites[e].Absences = x.absences
		cas.Activites[e].PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2024-05-01", "2024-07-09"), Heures: euros("200.00")}}
		r := calculer(t, cas)
		if b := r.Bases[0]; avise(r, avis) != x.avise || b.IJ != x.ij {
			t.Errorf("%s : avis %v, %s par jour", x.nom, !x.avise, b.IJ)
		}
		if attend := etats(r, e)[3] == '?'; attend != (x.ij == 0) {
			t.Errorf("%s : attente %v", x.nom, attend)
		}
	}
	cas := employe(arret("A", "2024-07-10", "2024-07-20", droit.Initial))
	c, r := new(Calcul), new(droit.Resultat)
	c.preparer(cas, table, nil, r)
	cas.Activites[0].Absences = maladie("2024-06-01", "2024-06-15")
	rev, err := c.Examiner(Interruption{Le: jour("2024-07-10"), Jusqua: jour("2024-07-20"), Activites: []int{0}}).Revenus(formeAccident)
	if err != nil || !rev.Retablis || avise(r, avis) {
		t.Errorf("accident : %v, %+v, %+v", err, rev, r.Avis)
	}
}

var formeAccident = Forme{Mois: Nombre{1, "1_mois"}, Quinzaines: Nombre{2, "2_quinzaines"}, Semaines: Nombre{4, "4_semaines"}, Accident: true}

// Days of chômage beside independent work are without work of the base: they are valued.
func TestChomageEtActiviteIndependante(t *testing.T) {
	cas := employe(arret("A", "2024-07-10", "2024-07-20", droit.Initial))
	cas.Activites = []droit.Activite{
		{ID: "C1", Nature: droit.ChomageIndemnise, Debut: jour("2024-04-01"), Fin: jour("2024-04-30")},
		emploi("E1", "2024-05-01", "", paie("2024-05", "1550.00", "151.67"), paie("2024-06", "1500.00", "151.67")),
		{ID: "T1", Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: jour("2023-01-01"), Fin: jour("2024-04-30")},
	}
	if b := calculer(t, cas).Bases[0]; b.IJ != 2493 || b.SalairesRetablis[0].Exacte() != "1500.00" {
		t.Errorf("%+v", b)
	}
}

// R.323-8 II 4° b): months lost are worth what was earned after them, 50 a day in March; what
// the employer restored stands. December 1550, January 1000, February 1400: 3950 / 182.5.
func TestRevenuDApresLaReference(t *testing.T) {
	cas := employe(arret("A", "2026-03-10", "2026-03-14", droit.Initial))
	mars := droit.Salaire{Periode: entre("2026-03-01", "2026-03-31"), Brut: v.Connu(euros("1550.00")), Heures: v.Connu(euros("151.67"))}
	cas.Activites = []droit.Activite{absent(emploi("E1", "2015-01-01", "", droit.Salaire{Periode: entre("2026-01-01", "2026-01-31"), Retabli: v.Connu(euros("1000.00"))}, mars), droit.AbsenceMaladie, "2025-09-01", "2026-02-28")}
	cas.Activites[0].PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2026-03-01", "2026-03-09"), Heures: euros("200.00")}}
	if b := calculer(t, cas).Bases[0]; b.IJ != 2164 || b.SalairesRetablis[1].Exacte() != "1000.00" {
		t.Errorf("%+v", b)
	}
	// The days after the reference, until the stop: their pay is asked for when it is not known.
	cas.Activites[0].Salaires[1].Brut = v.Option[v.Centimes]{}
	if bs := Besoins(cas, table); len(bs) != 1 || bs[0].Nature != droit.BesoinSalaire || bs[0].Periode != entre("2026-03-01", "2026-03-09") {
		t.Errorf("%+v", bs)
	}
}

// Nothing earned in whole months is known to be nothing: no later pay is asked for.
func TestPaiesNullesConnues(t *testing.T) {
	cas := employe(arret("A", "2026-03-10", "2026-03-14", droit.Initial))
	payer(&cas.Activites[0], "2025-12", "2026-02", "0.00")
	if got := etats(calculer(t, cas), 0); got != "cccRR" {
		t.Error(got)
	}
	if bs := Besoins(cas, table); len(bs) != 0 {
		t.Errorf("%+v", bs)
	}
}

// MAL-BAS-05: who has twelve months of reference, by contract and by reading.
func TestDouzeMois(t *testing.T) {
	fini := emploi("E0", "2015-01-01", "2026-02-27", paie("2025-12", "2000.00", "151.67"), paie("2026-01", "2000.00", "151.67"))
	tns := droit.Activite{ID: "T1", Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: jour("2015-01-01")}
	for _, x := range []struct {
		nom     string
		contrat droit.Contrat
		debut   string
		autres  []droit.Activite
		lecture string
		veut    string
	}{
		{"CDI", droit.CDI, "2015-01-01", nil, "", "3_mois"},
		{"vacation", droit.Vacation, "2015-01-01", nil, "", "12_mois"},
		{"vacation lue en trois mois", droit.Vacation, "2015-01-01", nil, "trois_mois", "3_mois"},
		{"missions continues", droit.Interim, "2015-01-01", nil, "", "3_mois"},
		{"continues jusqu'au dernier jour", droit.Interim, "2026-02-28", []droit.Activite{fini}, "", "3_mois"},
		{"un dernier jour sans mission", droit.Interim, "2026-03-01", []droit.Activite{fini}, "", "12_mois"},
		{"un jour sans mission, lu en trois mois", droit.Interim, "2026-03-01", []droit.Activite{fini}, "trois_mois", "3_mois"},
		{"l'activité indépendante n'est pas une mission", droit.Interim, "2026-03-01", []droit.Activite{fini, tns}, "", "12_mois"},
	} {
		cas := employe(arret("A", "2026-03-10", "2026-03-14", droit.Initial))
		cas.Activites[0].Contrat, cas.Activites[0].Debut = x.contrat, jour(x.debut)
		cas.Activites = append(cas.Activites, x.autres...)
		if x.lecture != "" {
			cas.Options.Choix = []droit.Choix{{Point: table.Lecture(parametre.U6).Point, Lecture: x.lecture}}
		}
		if b := calculer(t, cas).Bases[0]; b.Reference != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, b.Reference, x.veut)
		}
	}
}

// Over twelve months, starts and ends of work are left as they are, and it is said where
// there are any: not of an absence alone, which is made good whatever the reading.
func TestAvisDesBornesLaissees(t *testing.T) {
	u28, u13 := table.Lecture(parametre.U28).Point, table.Lecture(parametre.U13).Point
	for _, x := range []struct {
		nom, debut string
		absences   []droit.Absence
		u28, u13   bool
	}{
		{"rien", "2015-01-01", nil, false, false},
		{"une absence", "2015-01-01", []droit.Absence{{Periode: entre("2024-02-01", "2024-02-10"), Motif: droit.AbsenceMaladie}}, false, true},
		{"un début", "2024-02-10", nil, true, false},
	} {
		cas := employe(arret("A", "2024-07-10", "2024-07-20", droit.Initial))
		a := &cas.Activites[0]
		a.Contrat, a.Debut, a.Absences = droit.Vacation, jour(x.debut), x.absences
		if x.nom == "un début" {
			payer(a, "2024-02", "2024-07", "2000.00")
		}
		r := calculer(t, cas)
		if avise(r, u28) != x.u28 || avise(r, u13) != x.u13 {
			t.Errorf("%s : %+v", x.nom, r.Avis)
		}
	}
}

// A contract that begins after the stop gives nothing to its base.
func TestContratAVenir(t *testing.T) {
	cas := employe(arret("A", "2026-03-10", "2026-03-14", droit.Initial))
	cas.Activites = append(cas.Activites, emploi("E2", "2026-03-11", "", paie("2026-02", "900.00", "50.00")), emploi("E3", "2026-01-05", "2026-03-09"))
	c := prepare(cas)
	ch := c.chaineDu("2026-03-10", 0)
	if !c.contribue(ch, 0) || c.contribue(ch, 1) || !c.contribue(ch, 2) {
		t.Error(c.contribue(ch, 0), c.contribue(ch, 1), c.contribue(ch, 2))
	}
}

// R.323-4: a stop that follows a leave without work resumed has the reference of the
// interruption that came first, rest days between or not, for the work that it stops.
func TestAvantConge(t *testing.T) {
	const lundi = "2026-06-15"
	nommant := func(a droit.Arret, ids ...string) droit.Arret {
		a.Activites = ids
		return a
	}
	maternite := droit.Interrompu{Arret: 1, Periode: entre("2026-03-02", "2026-06-12")} // to a Friday
	lignes := func(x droit.Interrompu, ls ...int) droit.Interrompu {
		x.Lignes = ls
		return x
	}
	avant := droit.Interrompu{Arret: 1, Lignes: []int{1}, Periode: entre("2026-02-16", "2026-02-27")}
	maladie := arret("M", "2026-02-16", "2026-02-27", droit.Initial)
	travaille := maladie
	travaille.DernierJourTravaille = jour("2026-02-17")
	sans, autreEmploi := arret("X", "2026-07-01", "2026-07-02", droit.Initial), nommant(arret("X", "2026-07-01", "2026-07-02", droit.Initial), "E2")
	for _, x := range []struct {
		nom         string
		conge       droit.Arret
		interrompus []droit.Interrompu
		maladie     droit.Arret
		reprise     string
		veut        string
	}{
		{"aucun congé", sans, nil, sans, "", lundi},
		{"après la maternité, le week-end passé", sans, []droit.Interrompu{maternite}, sans, "", "2026-03-02"},
		{"le jeudi, un vendredi entre les deux", sans, []droit.Interrompu{{Arret: 1, Periode: entre("2026-03-02", "2026-06-11")}}, sans, "", lundi},
		{"l'arrêt du congé nomme un autre emploi", autreEmploi, []droit.Interrompu{maternite}, sans, "", lundi},
		{"il nomme cet emploi", nommant(sans, "E2", "E1"), []droit.Interrompu{maternite}, sans, "", "2026-03-02"},
		{"le congé est d'une autre ligne", sans, []droit.Interrompu{lignes(maternite, 1)}, sans, "", lundi},
		{"de cette ligne", autreEmploi, []droit.Interrompu{lignes(maternite, 0)}, sans, "", "2026-03-02"},
		{"un congé avant lui, d'une autre ligne du régime", sans, []droit.Interrompu{avant, maternite}, sans, "", "2026-02-16"},
		{"un congé avant lui, de toutes les lignes", sans, []droit.Interrompu{{Arret: 1, Periode: avant.Periode}, maternite}, sans, "", "2026-02-16"},
		{"un congé avant lui, de l'autre régime", sans, []droit.Interrompu{lignes(avant, 2), maternite}, sans, "", "2026-03-02"},
		{"une maladie avant lui", sans, []droit.Interrompu{maternite}, maladie, "", "2026-02-16"},
		{"une maladie après deux jours travaillés", sans, []droit.Interrompu{maternite}, travaille, "", "2026-02-18"},
		{"une maladie, puis deux jours de travail", sans, []droit.Interrompu{maternite}, arret("M", "2026-02-16", "2026-02-25", droit.Initial), "", "2026-03-02"},
		{"une maladie, le congé d'un autre emploi", sans, []droit.Interrompu{lignes(maternite, 1)}, arret("M", "2026-02-16", "2026-06-12", droit.Initial), "", lundi},
		{"un congé avant lui, de toutes les lignes de son régime", autreEmploi, []droit.Interrompu{{Arret: 1, Periode: avant.Periode}, lignes(maternite, 0)}, sans, "", "2026-02-16"},
		{"une maladie sans congé", sans, nil, arret("M", "2026-02-16", "2026-06-12", droit.Initial), "", lundi},
		{"un retour pendant la maladie", sans, []droit.Interrompu{maternite}, maladie, "2026-02-17", "2026-03-02"},
		{"un retour le premier jour de la maladie", sans, []droit.Interrompu{maternite}, maladie, "2026-02-16", "2026-02-16"},
		{"un retour pendant le congé", sans, []droit.Interrompu{maternite}, sans, "2026-03-03", lundi},
		{"un retour le premier jour du congé", sans, []droit.Interrompu{maternite}, sans, "2026-03-02", "2026-03-02"},
	} {
		cas := employe(arret("A", lundi, "2026-06-30", droit.Initial), x.conge, x.maladie)
		cas.Arrets[1].ID, cas.Arrets[1].Risque = "G", droit.Maternite
		cas.Activites = append(cas.Activites, emploi("E2", "2015-01-01", ""), droit.Activite{ID: "T1", Nature: droit.Independant, Debut: jour("2015-01-01")})
		if x.reprise != "" {
			cas.Activites[0].Reprises = []droit.Reprise{{Le: jour(x.reprise), Motif: droit.RepriseNormale}}
		}
		c := prepare(cas)
		c.Interrompus = x.interrompus
		if got := c.avantConge(c.chaineDu(lundi, 0)); got.String() != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}

// Work whose first day is not known ran from the start: its days count, whoever looks at them.
func TestDebutInconnu(t *testing.T) {
	fevrier := entre("2026-02-01", "2026-02-28")
	cas := employe(arret("A", "2026-03-10", "2026-03-14", droit.Initial))
	e1, t1 := emploi("E1", "2015-01-01", "2026-02-14", paie("2026-02", "700.00", "50.00")), droit.Activite{ID: "T1", Nature: droit.Independant, Fin: jour("2026-02-14")}
	e1.Debut = 0
	cas.Activites = []droit.Activite{e1, t1}
	c := prepare(cas)
	if p := c.lirePaie(c.chaineDu("2026-03-10", 0), &cas.Activites[0], fevrier); p.jours != 14 || p.actifs != 14 {
		t.Errorf("%+v", p)
	}
	if n, m := JoursTravailles(&cas.Activites[0], fevrier), c.joursIndependants(fevrier); n != 14 || m != 14 {
		t.Errorf("%d, %d", n, m)
	}
}
