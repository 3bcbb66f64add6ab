package maladie

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// examiner opens the right of a leave from 1 June 2026, or of another day.
func examiner(t *testing.T, activites []droit.Activite, autre string) (*Calcul, *Examen) {
	t.Helper()
	cas := employe(arret("A", "2026-06-01", "2026-09-20", droit.Initial))
	cas.Activites = activites
	c := prepare(cas)
	var le v.Jour
	if autre != "" {
		le = jour(autre)
	}
	x, err := c.OuvrirAuMieux(Interruption{Le: jour("2026-06-01"), Jusqua: jour("2026-09-20"), Activites: []int{0}}, le)
	if err != nil {
		t.Fatal(err)
	}
	return c, x
}

// R.313-1 2°: the right of the day of the interruption, or of another day that the law admits.
func TestOuvrirAuMieux(t *testing.T) {
	plein, peu := mois("2025-04", "2025-09", "2000.00", "151.67"), mois("2025-10", "2026-06", "100.00", "10.00")
	const autre = "2025-10-01"
	emplois := func(ss ...[]droit.Salaire) []droit.Activite {
		return []droit.Activite{emploi("E1", "2015-01-01", "", slices.Concat(ss...)...)}
	}
	c, x := examiner(t, emplois(plein, peu), "")
	if x.Droit.Ouvert || x.Attend() || x.Droit.Fenetres.Mois3 != entre("2026-03-01", "2026-05-31") || len(c.examens) != 1 {
		t.Errorf("sans autre jour : %+v", x.Droit)
	}
	if c, x = examiner(t, emplois(plein, peu[:7]), ""); x.Droit.Ouvert || !x.Attend() || len(c.besoins) == 0 {
		t.Errorf("ce qui manque pourrait l'ouvrir : %+v %v", x.Droit, x.Attend())
	}
	c, x = examiner(t, emplois(plein, peu[:8]), autre) // May is not known
	r, err := x.Revenus(FormeMaladie)
	if !x.Droit.Ouvert || x.Droit.Voie != voie3Mois || err != nil || r.Depuis != jour("2026-06-01") || x.Phrase() == "" {
		t.Errorf("ouvert à l'autre jour : %+v, avant le %s", x.Droit, r.Depuis)
	}
	c, x = examiner(t, emplois(plein, peu[:7]), autre)
	if !x.Droit.Ouvert || len(c.besoins) != 0 {
		t.Errorf("ce qui manque au premier n'est plus demandé : %+v", c.besoins)
	}
	c, x = examiner(t, emplois(mois("2025-04", "2025-09", "100.00", ""), peu), autre)
	if x.Droit.Ouvert || !x.Attend() || avise(c.r, "DROITS_PRESUMES") || len(c.besoins) != 6 {
		t.Errorf("présumé à l'autre jour : %+v %v %+v", x.Droit, x.Attend(), c.besoins)
	}
	tus := []droit.Activite{emploi("E1", "2015-01-01", "", slices.Concat(mois("2025-04", "2025-06", "100.00", "10.00"), peu)...)}
	if y, z := examiner(t, tus, autre); z.Droit.Ouvert || !z.Attend() || len(y.besoins) != 3 || y.besoins[0].Pour != entre("2026-06-01", "2026-09-20") {
		t.Errorf("inconnu à l'autre jour : %+v %v %+v", z.Droit, z.Attend(), y.besoins)
	}
	for _, b := range c.besoins {
		if b.Nature != droit.BesoinHeures || b.Pour != entre("2026-06-01", "2026-09-20") {
			t.Errorf("%+v", b)
		}
	}
	if c, x = examiner(t, emplois(mois("2025-04", "2026-06", "100.00", "10.00")), autre); x.Droit.Ouvert || x.Attend() || len(c.besoins) > 0 {
		t.Errorf("fermé : %+v", x.Droit)
	}
}

// The pays are taken before the day given, unless the right itself moved them, or the work ended.
func TestSituer(t *testing.T) {
	ancien := absent(emploi("E1", "2015-01-01", "2026-03-31", mois("2025-01", "2025-10", "2000.00", "151.67")...), droit.AbsenceCongeAutorise, "2025-11-01", "2026-03-31")
	tns := independant("T1", droit.ArtisanCommercant, "30000.00")
	tns.Fin = jour("2026-04-30")
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		veut      string
	}{
		{"en emploi", []droit.Activite{emploi("E2", "2015-01-01", "", mois("2025-01", "2026-06", "2000.00", "151.67")...), ancien}, "2026-06-10"},
		{"par l'ancien emploi", []droit.Activite{emploi("E2", "2026-04-20", "", mois("2026-04", "2026-06", "100.00", "10.00")...), ancien}, "2025-11-01"},
		{"emploi fini", []droit.Activite{ancien}, "2025-11-01"},
	} {
		_, e := examiner(t, x.activites, "")
		e.Situer(jour("2026-06-10"))
		if e.ch.reference != jour(x.veut) || e.ch.debut != jour("2026-06-10") {
			t.Errorf("%s : avant le %s, attendu le %s", x.nom, e.ch.reference, x.veut)
		}
	}
	cas := employe(arret("A", "2026-06-01", "2026-09-20", droit.Initial))
	cas.Activites = []droit.Activite{tns}
	e := prepare(cas).Examiner(Interruption{Le: jour("2026-06-01"), Activites: []int{0}})
	if e.Cesser(); e.ch.reference != jour("2026-06-01") {
		t.Errorf("indépendant : %s", e.ch.reference)
	}
	if e.ch.fin != jour("2026-06-01") {
		t.Errorf("sans dernier jour : %s", e.ch.fin)
	}
}

// What is not known of the pays is told, and a regulated profession has its own limit when
// 2020 is left out of its mean: 60 000, 50 000 and 60 000.
func TestExamenDesRevenus(t *testing.T) {
	_, e := examiner(t, []droit.Activite{emploi("E1", "2015-01-01", "", mois("2026-03", "2026-04", "2000.00", "151.67")...)}, "")
	if _, _, err := e.Indemnite(); err != nil || !e.Inconnu {
		t.Errorf("%v %v", err, e.Inconnu)
	}
	liberal := independant("T1", droit.CNAVPL, "0.00")
	liberal.Revenus = []droit.Revenu{{Annee: 2019, Montant: euros("60000.00")}, {Annee: 2020, Montant: euros("50000.00")}, {Annee: 2021, Montant: euros("60000.00")}}
	cas := employe(arret("A", "2022-06-01", "2022-06-20", droit.Initial))
	cas.Activites = []droit.Activite{liberal}
	r, err := prepare(cas).Examiner(Interruption{Le: jour("2022-06-01"), Activites: []int{0}}).Revenu()
	if err != nil || !slices.Equal(r.Annees, []int{2019, 2021}) || r.Moyen.Exacte() != "60000.00" {
		t.Errorf("%v %+v", err, r)
	}
}

// MAL-OUV-03: hours not said at all are presumed, if the days worked may hold as many as are
// asked for; said for some of the time, they wait; a window without work holds none.
func TestHeuresNonDites(t *testing.T) {
	conge := func(du, au string, ss ...droit.Salaire) droit.Activite {
		return absent(emploi("E1", "2015-01-01", "", ss...), droit.AbsenceCongeAutorise, du, au)
	}
	sansHeures := mois("2025-09", "2026-02", "100.00", "")
	avant := paie("2025-06", "100.00", "10.00")
	parPlage := conge("2025-09-01", "2026-03-09", mois("2025-06", "2025-06", "100.00", "")...)
	parPlage.PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2025-06-01", "2025-06-30"), Heures: euros("10.00")}}
	mars := droit.Salaire{Periode: entre("2026-03-01", "2026-03-31"), Brut: v.Connu(euros("100.00")), Heures: v.Connu(euros("5.00"))}
	for _, x := range []struct {
		nom      string
		activite droit.Activite
		etat     string
		voie     string
	}{
		{"aucune heure", emploi("E1", "2015-01-01", "", sansHeures...), "ccc", voiePresume},
		{"celles de mars seules", emploi("E1", "2015-01-01", "", append(slices.Clone(sansHeures), mars)...), "???", ""},
		{"sans travail, des heures dites avant", conge("2025-09-01", "2026-03-09", avant), "RRR", ""},
		{"sans travail, des heures dites avant, par plage", parPlage, "RRR", ""},
		{"sans travail, aucune heure dite", conge("2025-09-01", "2026-03-09", mois("2025-06", "2025-06", "100.00", "")...), "RRR", ""},
		{"six jours de travail, aucune heure dite", emploi("E1", "2026-03-04", ""), "RRR", ""},
		{"sept jours de travail, aucune heure dite", emploi("E1", "2026-03-03", ""), "ccc", voiePresume},
		{"du travail au début du premier mois", conge("2025-12-10", "2026-03-09", append(slices.Clone(sansHeures), avant)...), "ccc", voiePresume},
		{"du travail depuis le dernier mois", conge("2025-09-01", "2026-02-28", avant), "ccc", voiePresume},
	} {
		cas := employe(arret("A", "2026-03-10", "2026-03-12", droit.Initial))
		cas.Activites = []droit.Activite{x.activite}
		r := calculer(t, cas)
		d := r.Droits[0]
		if got := etats(r, 0); got != x.etat || d.Voie != x.voie || x.voie == voiePresume && (d.HeuresRetenues.EstConnu() || d.SalaireRetenu.EstConnu()) || r.Jours[0].Etat != droit.Carence && r.Jours[0].Regle != rSixMois {
			t.Errorf("%s : %s %+v, attendu %s", x.nom, got, d, x.etat)
		}
	}
}

// What could open the right is asked for month by month: the pay, or its hours alone where the
// pay is known, whoever gives it; not the hours stated otherwise.
func TestDemandesDesPremiersMois(t *testing.T) {
	a := emploi("E1", "2015-01-01", "", append(mois("2025-12", "2026-02", "100.00", "10.00"),
		droit.Salaire{Periode: entre("2025-10-01", "2025-10-31"), Retabli: v.Connu(euros("100.00"))},
		droit.Salaire{Periode: entre("2025-11-01", "2025-11-30"), Brut: v.Connu(euros("100.00"))})...)
	a.PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2025-11-01", "2025-11-30"), Heures: euros("10.00")}, {Periode: entre("2026-03-01", "2026-03-31"), Heures: euros("10.00")}}
	a.Absences = []droit.Absence{{Periode: entre("2026-03-01", "2026-03-09"), Motif: droit.AbsenceCongeAutorise}}
	cas := employe(arret("A", "2026-03-10", "2026-03-12", droit.Initial))
	cas.Activites = []droit.Activite{a}
	bs := Besoins(cas, table)
	if len(bs) != 2 || bs[0].Nature != droit.BesoinSalaire || bs[0].Periode != entre("2025-09-01", "2025-09-30") || bs[1].Nature != droit.BesoinHeures || bs[1].Periode != entre("2025-10-01", "2025-10-31") {
		t.Errorf("%+v", bs)
	}
	for _, b := range bs { // by the present work first, not by the totals of two régimes
		if b.Regle != rSixMois {
			t.Errorf("%+v", b)
		}
	}
}

// Without the SMIC of those days there is no threshold to reach.
func TestSeuilInconnu(t *testing.T) {
	c := prepare(simple())
	if c.atteint6Mois(new(droit.Droit), total{valeur: euros("90000.00").Fraction(), connu: true, complet: true}, jour("2026-03-02")) {
		t.Error("atteint")
	}
}

// L.371-3 al. 2: a stop that follows the consolidation of an accident has the rights of the day
// of the accident; those of its own day are not lost for that. Terrorism asks for none.
func TestDroitsAuJourDeLAccident(t *testing.T) {
	plein, peu := mois("2025-04", "2025-09", "2000.00", "151.67"), mois("2025-10", "2026-03", "100.00", "10.00")
	for _, x := range []struct {
		nom      string
		salaires []droit.Salaire
		accident string
		etat     string
		fenetre  v.Periode
	}{
		{"les droits du jour de l'accident", slices.Concat(plein, peu), "2025-10-06", "PPP", entre("2025-07-01", "2025-09-30")},
		{"ceux du jour de l'arrêt", mois("2025-10", "2026-03", "2000.00", "151.67"), "2025-06-06", "PPP", entre("2025-12-01", "2026-02-28")},
		{"ni les uns ni les autres", peu, "2025-10-06", "RRR", entre("2025-12-01", "2026-02-28")},
	} {
		a := emploi("E1", "2025-04-01", "", x.salaires...)
		if x.accident == "2025-06-06" || x.etat == "RRR" {
			a.Debut = jour("2025-10-01")
		}
		cas := employe(arret("A", "2026-03-10", "2026-03-12", droit.Initial))
		cas.Activites = []droit.Activite{a}
		cas.Sinistres = []droit.Sinistre{{ID: "S", AccidentLe: jour(x.accident), JoursIndemnises: 30}}
		cas.Decisions = []droit.Decision{{Nature: droit.Consolidation, Sinistre: "S", Le: jour("2026-03-09")}}
		r := calculer(t, cas)
		if got := etats(r, 0); got != x.etat || r.Droits[0].Fenetres.Mois3 != x.fenetre {
			t.Errorf("%s : %s %s, attendu %s", x.nom, got, r.Droits[0].Fenetres.Mois3, x.etat)
		}
	}
	cas := employe(arret("A", "2026-03-10", "2026-03-12", droit.Initial))
	cas.Sinistres = []droit.Sinistre{{ID: "S", AccidentLe: jour("2025-10-06"), JoursIndemnises: 30}}
	for nature, veut := range map[droit.NatureDecision]string{droit.Consolidation: "PPP", droit.Guerison: "PPP", droit.Reconnaissance: "ccc"} {
		cas.Decisions = []droit.Decision{{Nature: nature, Sinistre: "S", Le: jour("2026-03-09")}}
		if got := etats(calculer(t, cas), 0); got != veut {
			t.Errorf("%s : %s, attendu %s", nature, got, veut)
		}
	}
	cas.Arrets[0].ExonereCarence = droit.ExoTerrorisme
	d := calculer(t, cas).Droits[0]
	if !d.Ouvert || !d.Apres6Mois.Ou(false) || d.Fenetres.Mois3 != entre("2025-12-01", "2026-02-28") {
		t.Errorf("%+v", d)
	}
}

// R.313-8 names the days that count as work; those of the same insurances are read so (AUT-U-27).
func TestJoursAssimiles(t *testing.T) {
	u27 := table.Lecture(parametre.AU27).Point
	w := entre("2026-01-01", "2026-01-31")
	for risque, veut := range map[droit.Risque][2]bool{ // counts, hangs on the reading
		droit.Maladie: {true, false}, droit.Maternite: {true, false}, droit.Pathologique: {true, false}, droit.DES: {true, false}, droit.GarantieGrossesse: {true, false},
		droit.Paternite: {true, false}, droit.AccidentTravail: {true, false}, droit.AccidentTrajet: {true, false}, droit.MaladiePro: {true, false},
		droit.AJAP: {false, false}, droit.AdoptionConge: {true, true}, droit.NaissanceConge: {true, true}, droit.DeuilEnfant: {true, true}, droit.ITI: {true, true},
	} {
		cas := simple()
		c := prepare(cas)
		c.Autres = []droit.Servi{{Risque: risque, Periode: entre("2026-01-30", "2026-02-10")}, {Risque: droit.Maladie, Periode: entre("2026-01-02", "2026-01-10"), TNS: true}, {Risque: droit.DeuilEnfant, Periode: entre("2025-03-02", "2025-03-10")}}
		if n := c.joursAssimiles(w); (n == 2) != veut[0] || avise(c.r, u27) != veut[1] {
			t.Errorf("%s : %d jours, avis %v", risque, n, avise(c.r, u27))
		}
		cas.Options.Choix = []droit.Choix{{Point: u27, Lecture: "nommees"}}
		if n := c.joursAssimiles(w); (n == 2) != (veut[0] && !veut[1]) {
			t.Errorf("%s, à la lettre : %d jours", risque, n)
		}
	}
	// Days compensated before the case, once each, in whatever order; not those of rights kept.
	cas := simple()
	for _, p := range []v.Periode{entre("2026-01-20", "2026-01-22"), entre("2026-01-05", "2026-01-05"), entre("2026-01-04", "2026-01-08"), entre("2026-01-20", "2026-01-25"), entre("2025-12-20", "2026-01-01")} {
		cas.Anterieures = append(cas.Anterieures, droit.IndemniteAnterieure{Risque: droit.Maladie, Periode: p})
	}
	cas.Anterieures = append(cas.Anterieures, droit.IndemniteAnterieure{Risque: droit.Maladie, Periode: w, MaintienDroits: true})
	if n := prepare(cas).joursAnterieurs(w); n != 1+5+6 {
		t.Errorf("%d jours", n)
	}
	cas.Anterieures = []droit.IndemniteAnterieure{{Risque: droit.AJAP, Periode: w}}
	if n := prepare(cas).joursAnterieurs(w); n != 0 {
		t.Errorf("aidant : %d jours", n)
	}
	// What a leave pays does not open its own right: up to the day before it.
	c := prepare(simple())
	c.Autres = []droit.Servi{{Risque: droit.Maternite, Periode: entre("2026-01-10", "2026-01-31")}}
	if c.servisAvant = jour("2026-01-15"); c.joursAssimiles(w) != 5 {
		t.Errorf("%d jours avant le congé", c.joursAssimiles(w))
	}
	// Of one arrêt that stops work of two régimes, the chain of employees tells whether it was paid.
	c.chaines = []chaine{{regime: artisans, payes: 1, assimilable: true}, {regime: salaries, assimilable: true}}
	if c.indemnisee(0) {
		t.Error("payé à l'indépendant seul")
	}
	// A waiting day is work when its stop was compensated, once, unless another was paid on it.
	h := histoire{suites: []suite{{du: 10, au: 12, assimile: true}, {du: 20, au: 22}, {du: 30, au: 32, assimile: true, anterieure: true}}}
	for j, veut := range map[v.Jour]bool{9: false, 10: true, 11: true, 12: true, 13: false, 21: false, 31: false} {
		if h.assimile(j) != veut {
			t.Errorf("jour %d : %v", j, !veut)
		}
	}
}

// A threshold that is not known is not reached.
func TestSeuilDesDouzeMoisInconnu(t *testing.T) {
	c, d := prepare(simple()), droit.Droit{Fenetres: fenetresAu(jour("2026-03-02"))}
	for _, x := range []struct {
		seuil v.Option[v.Centimes]
		veut  bool
	}{{v.Option[v.Centimes]{}, false}, {v.Connu(euros("24116.40")), true}, {v.Connu(euros("24116.41")), false}} {
		d.Salaire12Mois = x.seuil
		if got := c.atteint12Mois(&d, total{valeur: euros("24116.40").Fraction()}, jour("2026-03-02")); got != x.veut {
			t.Errorf("%v : %t", x.seuil, got)
		}
	}
}
