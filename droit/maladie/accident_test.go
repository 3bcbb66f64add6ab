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

// R.433-4: a month lost whole to what makes it good gives way to the last one worked.
func TestMoisPerduAvantAccident(t *testing.T) {
	malade := func(du, au string) []droit.Absence {
		return []droit.Absence{{Periode: entre(du, au), Motif: droit.AbsenceMaladie}}
	}
	const accident = "2026-03-10"
	for _, x := range []struct {
		nom      string
		absences []droit.Absence
		modifier func(*droit.Activite)
		seconde  string // first day of a second work stopped
		depuis   string
	}{
		{"travaillé", nil, nil, "", accident},
		{"février perdu", malade("2026-02-01", "2026-02-28"), nil, "", "2026-02-01"},
		{"février travaillé son dernier jour", malade("2026-02-01", "2026-02-27"), nil, "", accident},
		{"février travaillé son premier jour", malade("2026-02-02", "2026-02-28"), nil, "", accident},
		{"janvier et février perdus", malade("2026-01-01", "2026-02-28"), nil, "", "2026-01-01"},
		{"janvier travaillé son dernier jour", append(malade("2026-01-01", "2026-01-30"), malade("2026-02-01", "2026-02-28")...), nil, "", "2026-02-01"},
		{"février rétabli par l'employeur", malade("2026-02-01", "2026-02-28"), func(a *droit.Activite) {
			a.Salaires = []droit.Salaire{{Periode: entre("2026-02-01", "2026-02-28"), Retabli: v.Connu(euros("2000.00"))}}
		}, "", accident},
		{"paies à la semaine", malade("2026-02-01", "2026-02-28"), func(a *droit.Activite) { a.Paie = droit.Hebdomadaire }, "", accident},
		{"douze mois de référence", malade("2026-02-01", "2026-02-28"), func(a *droit.Activite) { a.Contrat = droit.Vacation }, "", accident},
		{"un second emploi commencé depuis", malade("2026-02-01", "2026-02-28"), nil, "2026-03-02", "2026-02-01"},
		{"un second emploi travaillé", malade("2026-02-01", "2026-02-28"), nil, "2026-02-28", accident},
		{"embauché le premier jour du mois perdu", malade("2026-02-01", "2026-02-28"), func(a *droit.Activite) { a.Debut = jour("2026-02-01") }, "", accident},
		{"embauché la veille du mois perdu", malade("2026-02-01", "2026-02-28"), func(a *droit.Activite) { a.Debut = jour("2026-01-31") }, "", "2026-02-01"},
		{"embauché et malade le dernier jour", malade("2026-02-28", "2026-02-28"), func(a *droit.Activite) { a.Debut = jour("2026-02-28") }, "", accident},
	} {
		cas := employe(arret("A", accident, "2026-03-20", droit.Initial))
		cas.Activites[0].Absences = x.absences
		if x.modifier != nil {
			x.modifier(&cas.Activites[0])
		}
		lignes := []int{0}
		if x.seconde != "" {
			cas.Activites = append(cas.Activites, emploi("E2", x.seconde, "", paie("2026-02", "100.00", "7.00")))
			lignes = []int{0, 1}
		}
		if got := revenusAccident(t, cas, accident, lignes...); got.Depuis != jour(x.depuis) {
			t.Errorf("%s : avant le %s, attendu le %s", x.nom, got.Depuis, x.depuis)
		}
	}
}

func revenusAccident(t *testing.T, cas *droit.Cas, le string, activites ...int) Revenus {
	t.Helper()
	c := prepare(cas)
	r, err := c.Examiner(Interruption{Le: jour(le), Jusqua: jour(le), Activites: activites}).Revenus(formeAccident)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// R.433-6: in a month in which one job ended and another began, the wage of the present
// job counts for the whole month, unless more was really paid.
func TestEmploiActuel(t *testing.T) {
	fevrier := func(id, du, au, brut string) droit.Activite { return emploi(id, du, au, paie("2026-02", brut, "")) }
	malade := func(a droit.Activite, du, au string) droit.Activite {
		a.Absences = []droit.Absence{{Periode: entre(du, au), Motif: droit.AbsenceMaladie}}
		return a
	}
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		lignes    []int
		veut      string
		retablis  bool
	}{
		{"un emploi fini, aucun commencé : le mois entier de chacun", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "700.00"), fevrier("E2", "2015-01-01", "", "1500.00")}, []int{1}, "2900.00", true},
		{"l'emploi présent pour le mois entier", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "350.00"), fevrier("E2", "2026-02-15", "", "420.00")}, []int{1}, "840.00", true},
		{"moins que ce qui a été payé", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "500.00"), fevrier("E2", "2026-02-15", "", "420.00")}, []int{1}, "920.00", false},
		{"un troisième, de tout le mois, malade la moitié", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "350.00"), fevrier("E2", "2026-02-15", "", "420.00"),
			malade(fevrier("E3", "2015-01-01", "", "700.00"), "2026-02-01", "2026-02-14")}, []int{1, 2}, "2240.00", true},
		{"un emploi qui continue ne compte pas", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "350.00"), fevrier("E2", "2026-02-15", "", "420.00"), fevrier("E3", "2026-02-20", "", "900.00")}, []int{0, 1}, "840.00", true},
		{"l'emploi présent, sans un jour travaillé", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "350.00"), malade(fevrier("E2", "2026-02-20", "", "0.00"), "2026-02-20", "2026-02-28")}, []int{0, 1}, "350.00", false},
		{"l'emploi présent, un jour travaillé", []droit.Activite{fevrier("E1", "2015-01-01", "2026-02-14", "350.00"), fevrier("E2", "2026-02-28", "", "30.00")}, []int{1}, "840.00", true},
	} {
		cas := employe(arret("A", "2026-03-10", "2026-03-20", droit.Initial))
		cas.Activites = x.activites
		r := revenusAccident(t, cas, "2026-03-10", x.lignes...)
		if got := r.Paies[0].Retabli.Exacte(); got != x.veut || r.Retablis != x.retablis {
			t.Errorf("%s : %s (%v), attendu %s", x.nom, got, r.Retablis, x.veut)
		}
	}
}

// Where the present job gives for the whole month just what was paid, it alone weighs.
func TestEmploiActuelAEgalite(t *testing.T) {
	cas := employe(arret("A", "2026-03-10", "2026-03-20", droit.Initial))
	cas.Activites = []droit.Activite{emploi("E1", "2015-01-01", "2026-02-14", paie("2026-02", "350.00", "")), emploi("E2", "2026-02-15", "", paie("2026-02", "350.00", ""))}
	r := revenusAccident(t, cas, "2026-03-10", 0, 1)
	if r.Paies[0].Retabli.Exacte() != "700.00" || !r.Poids[0].EstNulle() || r.Poids[1].Exacte() != "700.00" {
		t.Errorf("%+v", r)
	}
}

// A bonus of work that is not stopped is none of the base of the accident.
func TestPrimeDUnAutreEmploi(t *testing.T) {
	cas := employe(arret("A", "2026-03-10", "2026-03-20", droit.Initial))
	autre := emploi("E2", "2015-01-01", "", paie("2026-02", "800.00", "50.00"))
	autre.Primes = []droit.Prime{{VerseLe: jour("2026-01-15"), Montant: euros("600.00")}}
	cas.Activites = append(cas.Activites, autre)
	if got := revenusAccident(t, cas, "2026-03-10", 0).Paies[0].Retabli.Exacte(); got != "2000.00" {
		t.Error(got)
	}
	if got := revenusAccident(t, cas, "2026-03-10", 1).Paies[0].Retabli.Exacte(); got != "1400.00" {
		t.Error(got)
	}
}

// The day of the accident is not one of its days without work: the stop that begins with it
// begins there, that of another cause on its own first day.
func TestDepart(t *testing.T) {
	for _, x := range []struct {
		nom       string
		sinistres []droit.Sinistre
		debut     string
		veut      string
	}{
		{"arrêté le jour de l'accident", []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-02")}}, "2026-03-02", "2026-03-02"},
		{"arrêté le lendemain", []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-02")}}, "2026-03-03", "2026-03-03"},
		{"l'accident est de l'avant-veille", []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-01")}}, "2026-03-01", "2026-03-03"},
		{"une maladie professionnelle", []droit.Sinistre{{ID: "S1", Risque: droit.MaladiePro, AccidentLe: jour("2026-03-02")}}, "2026-03-02", "2026-03-03"},
		{"un autre accident", []droit.Sinistre{{ID: "S2", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-02")}}, "2026-03-02", "2026-03-03"},
		{"l'un et l'autre", []droit.Sinistre{{ID: "S2", Risque: droit.AccidentTravail, AccidentLe: jour("2026-01-05")}, {ID: "S1", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-02")}}, "2026-03-02", "2026-03-02"},
	} {
		cas := employe(accidente("A1", x.debut, droit.Initial))
		cas.Sinistres = x.sinistres
		c := prepare(cas)
		if got := c.depart(&droit.Interrompu{Periode: entre("2026-03-03", "2026-03-20")}); got.String() != x.veut {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.veut)
		}
	}
}
