package maladie

import (
	"slices"
	"strings"
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// Carence and gaps between prescriptions. P paid, c carence, - not prescribed.
func TestCalendriers(t *testing.T) {
	type a = droit.Arret
	ini, pro := droit.Initial, droit.Prolongation
	for _, c := range []struct {
		nom    string
		arrets []a
		veut   string
	}{
		{"MAL-CAL-001 initial après un week-end", []a{arret("A", "2025-07-21", "2025-07-25", ini), arret("B", "2025-07-28", "2025-08-02", ini)}, "cccPPcccPPP"},
		{"MAL-CAL-002 prolongation deux jours après", []a{arret("A", "2025-05-13", "2025-05-15", ini), arret("B", "2025-05-18", "2025-05-21", pro)}, "ccc--PPPP"},
		{"MAL-CAL-101 trois jours", []a{arret("A", "2026-05-04", "2026-05-06", ini)}, "ccc"},
		{"MAL-CAL-102 carence sur la prolongation", []a{arret("A", "2026-05-04", "2026-05-05", ini), arret("B", "2026-05-06", "2026-05-10", pro)}, "cccPPPP"},
		{"MAL-CAL-113 un jour d'écart", []a{arret("A", "2026-05-04", "2026-05-08", ini), arret("B", "2026-05-10", "2026-05-15", pro)}, "cccPP-PPPPPP"},
		{"MAL-CAL-117 initial contigu", []a{arret("A", "2026-05-04", "2026-05-08", ini), arret("B", "2026-05-09", "2026-05-15", ini)}, "cccPPcccPPPP"},
		{"trois jours d'écart", []a{arret("A", "2026-05-04", "2026-05-08", ini), arret("B", "2026-05-12", "2026-05-16", pro)}, "cccPPcccPP"},
		{"tolérance ancienne : un jour payé", []a{arret("A", "2024-05-06", "2024-05-10", ini), arret("B", "2024-05-12", "2024-05-15", pro)}, "cccPPPPPPP"},
		{"tolérance ancienne : week-end et un jour", []a{arret("A", "2024-06-03", "2024-06-07", ini), arret("B", "2024-06-11", "2024-06-12", pro)}, "cccPPPPPPP"},
		{"tolérance ancienne : deux jours ouvrés", []a{arret("A", "2024-06-03", "2024-06-10", ini), arret("B", "2024-06-13", "2024-06-16", pro)}, "cccPPPPPcccP"},
		{"écart avant la fin de la carence", []a{arret("A", "2024-06-03", "2024-06-04", ini), arret("B", "2024-06-06", "2024-06-08", pro)}, "cc-cPP"},
		{"prescriptions qui se recouvrent", []a{arret("A", "2026-05-04", "2026-05-10", ini), arret("B", "2026-05-08", "2026-05-12", pro)}, "cccPPPPPP"},
		{"prolongation par un autre prescripteur", []a{arret("A", "2026-05-04", "2026-05-08", ini), autre(arret("B", "2026-05-09", "2026-05-12", pro))}, "cccPPRRRR"},
	} {
		for _, inverse := range []bool{false, true} {
			cas := employe(append([]a(nil), c.arrets...)...)
			if inverse && len(cas.Arrets) == 2 {
				cas.Arrets[0], cas.Arrets[1] = cas.Arrets[1], cas.Arrets[0]
			}
			if got := etats(calculer(t, cas), 0); got != c.veut {
				t.Errorf("%s (inversé %v) : %s, attendu %s", c.nom, inverse, got, c.veut)
			}
		}
	}
}

func autre(a droit.Arret) droit.Arret {
	a.Prescripteur = droit.AutrePrescripteur
	return a
}

func TestReprise(t *testing.T) {
	cas := simple()
	cas.Activites[0].Reprises = []droit.Reprise{{Le: jour("2026-03-10"), Motif: droit.RepriseNormale}}
	if got := etats(calculer(t, cas), 0); got != "cccPPPPPTTTTTT" {
		t.Error(got)
	}
	cas.Activites[0].DernierJourTravaille = jour("2026-03-02")
	if got := etats(calculer(t, cas), 0); got != "TcccPPPPTTTTTT" {
		t.Error(got)
	}
	// An early return breaks the chain: the prolongation is a new arrêt.
	cas.Arrets = append(cas.Arrets, arret("A2", "2026-03-16", "2026-03-20", droit.Prolongation))
	if got := etats(calculer(t, cas), 0); got != "TcccPPPPTTTTTTcccPP" {
		t.Error(got)
	}
}

// The 360 days are counted over any three years.
func TestMax360(t *testing.T) {
	for _, c := range []struct {
		nom    string
		arrets []droit.Arret
		payes  int
		fins   []string // last paid day of each period, then first of the next…
	}{
		{"MAL-CAL-106", []droit.Arret{arret("A", "2024-01-01", "2025-06-30", droit.Initial)}, 360, []string{"2024-01-04", "2024-12-28"}},
		{"MAL-CAL-107", []droit.Arret{arret("A", "2024-01-01", "2024-12-28", droit.Initial), arret("B", "2026-12-01", "2027-01-31", droit.Initial)}, 388,
			[]string{"2024-01-04", "2024-12-28", "2027-01-04", "2027-01-31"}},
		{"MAL-CAL-012", []droit.Arret{arret("A", "2026-02-20", "2026-03-31", droit.Initial)}, 37, []string{"2026-02-23", "2026-03-31"}},
	} {
		r := calculer(t, employe(c.arrets...))
		n := 0
		for i, p := range r.Periodes {
			n += p.Jours
			if 2*i+1 >= len(c.fins) || p.Periode != entre(c.fins[2*i], c.fins[2*i+1]) {
				t.Errorf("%s : période %s", c.nom, p.Periode)
			}
		}
		if n != c.payes {
			t.Errorf("%s : %d jours payés, %d attendus", c.nom, n, c.payes)
		}
	}
}

// Pays that are not known leave their days waiting, and are asked for by name.
func TestSalaireInconnu(t *testing.T) {
	cas := simple()
	cas.Activites[0].Salaires = nil
	if got := etats(calculer(t, cas), 0); got != "ccc???????????" {
		t.Error(got)
	}
	bs := Besoins(cas, table)
	if len(bs) != 3 || bs[0].Nature != droit.BesoinSalaire || bs[0].Periode != entre("2025-12-01", "2025-12-31") || bs[2].Periode != entre("2026-02-01", "2026-02-28") {
		t.Errorf("%+v", bs)
	}
	if len(Besoins(simple(), table)) != 0 {
		t.Error("un cas connu ne demande rien")
	}
}

// Before September 2024 one day of any kind did not break a stop, nor two of which one is not
// worked, nor a week-end and one day; since then, two days of any kind.
func TestRattachable(t *testing.T) {
	c := prepare(simple())
	for _, x := range []struct {
		fin, du string
		veut    bool
	}{
		{"2023-03-06", "2023-03-08", true},  // Tuesday
		{"2023-03-07", "2023-03-10", false}, // Wednesday and Thursday
		{"2023-03-08", "2023-03-11", false}, // Thursday and Friday
		{"2023-03-09", "2023-03-12", true},  // Friday and Saturday
		{"2023-03-11", "2023-03-14", true},  // Sunday and Monday
		{"2023-04-30", "2023-05-03", true},  // 1 May and a Tuesday
		{"2023-03-09", "2023-03-13", true},  // Friday to Sunday
		{"2023-03-10", "2023-03-14", true},  // Saturday to Monday
		{"2023-03-08", "2023-03-12", false}, // Thursday to Saturday
		{"2023-03-11", "2023-03-15", false}, // Sunday to Tuesday
		{"2023-03-05", "2023-03-09", false}, // three working days
		{"2023-03-09", "2023-03-14", false}, // Friday to Monday
		{"2024-09-02", "2024-09-05", true}, {"2024-09-02", "2024-09-06", false},
	} {
		if got := c.rattachable(jour(x.fin), jour(x.du)); got != x.veut {
			t.Errorf("du %s au %s : %v", x.fin, x.du, got)
		}
	}
}

// Worked on its only day, a prescription stops nothing.
func TestSeulJourTravaille(t *testing.T) {
	a := arret("A", "2026-03-02", "2026-03-02", droit.Initial)
	a.DernierJourTravaille = a.Debut
	if got := etats(calculer(t, employe(a)), 0); got != "T" {
		t.Error(got)
	}
}

// A parameter that is not known on a day leaves it, and those that follow, waiting.
func TestParametreManquantUnJour(t *testing.T) {
	p := table
	for i, l := range table.Lignes() {
		if l.Code == parametre.MaxIJ {
			l.Du = jour("2026-04-01")
			var err error
			if p, err = table.Modifier(i, l); err != nil {
				t.Fatal(err)
			}
		}
	}
	r := new(droit.Resultat)
	if err := new(Calcul).Calculer(simple(), p, nil, r); err != nil {
		t.Fatal(err)
	}
	if got := etats(r, 0); got != "ccc???????????" || len(r.Manques) != 1 || len(r.Bases) != 0 {
		t.Errorf("%s %+v", got, r.Manques)
	}
}

// A parameter of a year to come blocks only the chain that needs it, by name.
func TestParametreManquant(t *testing.T) {
	cas := employe(arret("A", "2027-01-04", "2027-01-10", droit.Initial), arret("B", "2027-03-01", "2027-03-05", droit.Initial))
	cas.ConnuAu = jour("2027-03-10")
	r := calculer(t, cas)
	if got := etats(r, 0); got != "cccPPPP?????" {
		t.Error(got)
	}
	if len(r.Manques) != 1 || r.Manques[0].Code != "PARAMETRE_MANQUANT" || !strings.Contains(r.Manques[0].Phrase, "(PARAMETRE_MANQUANT: SMIC 2027)") {
		t.Errorf("%+v", r.Manques)
	}
}

// Days of an accident handed over after a return to work go on with what touches them, and
// else stand alone: what is prescribed after them begins anew, and is far from them when the
// return is.
func TestRenvoiApresReprise(t *testing.T) {
	for _, x := range []struct {
		nom, renvoi string
		retours     []string
		veut        []v.Periode // of each line, up to the last day not resumed
	}{
		{"au lendemain d'un arrêt", "2026-03-10", []string{"2026-03-10"}, []v.Periode{entre("2026-03-01", "2026-03-09"), entre("2026-04-01", "2026-04-10")}},
		{"le surlendemain", "2026-03-11", []string{"2026-03-10"}, []v.Periode{entre("2026-03-01", "2026-03-09"), {Du: jour("2026-03-11"), Au: jour("2026-03-09")}, entre("2026-04-01", "2026-04-10")}},
		{"un retour le premier jour, un autre le deuxième", "2026-03-11", []string{"2026-03-01", "2026-03-02"}, []v.Periode{entre("2026-03-01", "2026-03-01"), {Du: jour("2026-03-11"), Au: jour("2026-03-01")}, entre("2026-04-01", "2026-04-10")}},
	} {
		cas := employe(arret("Z", "2026-03-01", "2026-03-09", droit.Initial), arret("A", x.renvoi, "2026-03-31", droit.Initial), arret("B", "2026-04-01", "2026-04-10", droit.Prolongation))
		for _, le := range x.retours {
			cas.Activites[0].Reprises = append(cas.Activites[0].Reprises, droit.Reprise{Le: jour(le)})
		}
		c := prepare(cas)
		c.Renvois = []droit.Renvoi{{Arret: 1, Periode: entre(x.renvoi, "2026-03-31"), Depuis: jour("2026-03-01")}}
		c.morceaux, c.lignes = c.morceaux[:0], c.lignes[:0]
		c.formerLignes(0)
		var got []v.Periode
		for _, l := range c.lignes {
			got = append(got, v.Periode{Du: l.du, Au: l.active})
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}
