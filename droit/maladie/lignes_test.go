package maladie

import (
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// What an arrêt names is work: an identifier that is none, or that of a chômage allowance,
// names nothing, and it stops all that runs.
func TestArretQuiNomme(t *testing.T) {
	for _, x := range []struct {
		nomme  []string
		e1, e2 string
	}{
		{nil, "cccPP", "cccPP"}, {[]string{"E1"}, "cccPP", ""}, {[]string{"E2", "C1"}, "", "cccPP"}, {[]string{"C1"}, "cccPP", "cccPP"}, {[]string{"inconnu"}, "cccPP", "cccPP"},
	} {
		cas := deuxEmployeurs()
		cas.Activites = append(cas.Activites, chomage("2026-01-01", ""))
		cas.Arrets = []droit.Arret{arret("A", "2026-09-14", "2026-09-18", droit.Initial)}
		cas.Arrets[0].Activites = x.nomme
		r := calculer(t, cas)
		if e1, e2 := etats(r, 0), etats(r, 1); e1 != x.e1 || e2 != x.e2 || etats(r, 2) != "" {
			t.Errorf("%v : %s et %s, attendu %s et %s", x.nomme, e1, e2, x.e1, x.e2)
		}
	}
}

// L.161-8: the rights of an employment that ended are kept for who has since no work but one
// as an independent that opens no allowance: twelve months, or as long as chômage is paid.
func TestReplisSurLAncienEmploi(t *testing.T) {
	e1 := emploi("E1", "2015-01-01", "2025-10-31", mois("2024-11", "2025-10", "2000.00", "151.67")...)
	e0 := emploi("E0", "2015-01-01", "2025-09-30", mois("2024-11", "2025-09", "500.00", "30.00")...)
	avenir := emploi("E9", "2027-01-01", "2027-06-30")
	pauvre, riche := independant("T1", droit.ArtisanCommercant, "1000.00"), independant("T1", droit.ArtisanCommercant, "30000.00")
	inconnu, recent := independant("T1", droit.ArtisanCommercant, "30000.00"), independant("T1", droit.ArtisanCommercant, "0.00")
	inconnu.Revenus = inconnu.Revenus[:2]
	inconnuPauvre := pauvre
	inconnuPauvre.Revenus = pauvre.Revenus[:2]
	recent.Debut, recent.Revenus = jour("2026-01-01"), []droit.Revenu{{Annee: 2026, Montant: euros("30000.00")}}
	fini := independant("T0", droit.ArtisanCommercant, "1000.00")
	fini.Fin = e1.Fin
	tu := independant("T1", droit.ArtisanCommercant, "0.00")
	tu.Revenus = nil
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		debut     string
		ancien    string // of the last employment
		premier   string // of the first activity of the list
		affilie   string
	}{
		{"aucun revenu suffisant", []droit.Activite{pauvre, e1}, "2026-05-04", "cccP", "cccR", ""},
		{"le dernier jour des douze mois", []droit.Activite{pauvre, e1}, "2026-10-31", "cccP", "cccR", ""},
		{"le lendemain", []droit.Activite{pauvre, e1}, "2026-11-01", "", "cccR", ""},
		{"au chômage, au-delà", []droit.Activite{pauvre, chomage("2025-11-01", ""), e1}, "2026-11-01", "cccP", "NNNN", ""},
		{"une indemnité d'indépendant", []droit.Activite{riche, e1}, "2026-05-04", "", "cccP", ""},
		{"une année de revenus inconnue", []droit.Activite{inconnu, e1}, "2026-05-04", "", "cccP", ""},
		{"presque aucun revenu, une année inconnue", []droit.Activite{inconnuPauvre, e1}, "2026-05-04", "", "ccc?", ""},
		{"affilié depuis moins d'un an", []droit.Activite{recent, e1}, "2026-05-04", "cccP", "RRRR", "2025-10-01"},
		{"un emploi fini plus tôt n'est pas le dernier", []droit.Activite{e0, pauvre, e1}, "2026-05-04", "cccP", "", ""},
		{"un emploi à venir non plus", []droit.Activite{pauvre, avenir, e1}, "2026-05-04", "cccP", "cccR", ""},
		{"aucun revenu connu", []droit.Activite{tu, e1}, "2026-05-04", "", "ccc?", ""},
		{"une activité indépendante finie le même jour", []droit.Activite{fini, pauvre, e1}, "2026-05-04", "cccP", "", ""},
	} {
		d := jour(x.debut)
		cas := employe(arret("A", x.debut, (d + 3).String(), droit.Initial))
		cas.Activites = x.activites
		if x.affilie != "" {
			cas.Assure.AffilieDepuis = jour(x.affilie)
			cas.Activites[1].Debut = jour(x.affilie)
		}
		r := calculer(t, cas)
		if got, premier := etats(r, len(x.activites)-1), etats(r, 0); got != x.ancien || premier != x.premier {
			t.Errorf("%s : %s et %s, attendu %s et %s", x.nom, got, premier, x.ancien, x.premier)
		}
	}
	// Without any work, a contract to come is not the last one.
	r, d := droitsDe(t, []droit.Activite{e1, avenir}, arret("A", "2026-05-04", "2026-05-07", droit.Initial))
	if etats(r, 0) != "cccP" || d.Voie != "maintien" {
		t.Errorf("%s %+v", etats(r, 0), d)
	}
}

// What the independent work of the person would open is looked at for its own stop, and asks
// for nothing where its right is closed; it is not known while a parameter is missing.
func TestRepliSelonLIndependant(t *testing.T) {
	e1 := emploi("E1", "2015-01-01", "2026-03-31", mois("2025-01", "2026-03", "2000.00", "151.67")...)
	// Nothing before 2025, 60 000 that year: paid from 2026 on.
	t1 := independant("T1", droit.ArtisanCommercant, "0.00")
	t1.Revenus[2].Montant = euros("60000.00")
	t1.Revenus = append(t1.Revenus, droit.Revenu{Annee: 2022}, droit.Revenu{Annee: 2026})
	cas := employe(arret("A", "2025-11-03", "2025-11-06", droit.Initial), arret("B", "2026-02-02", "2026-02-05", droit.Initial))
	cas.Activites = []droit.Activite{e1, t1}
	cas.Activites[0].Fin, cas.Activites[0].Salaires = jour("2025-09-30"), e1.Salaires[:9]
	if r := calculer(t, cas); etats(r, 0) != "cccP" || etats(r, 1) != "cccRcccP" {
		t.Errorf("%s et %s", etats(r, 0), etats(r, 1))
	}
	// No right of its own before a year: its incomes are not asked for.
	cas = employe(arret("A", "2026-05-04", "2026-05-07", droit.Initial))
	cas.Assure.AffilieDepuis = jour("2025-10-01")
	t1.Debut, t1.Revenus = jour("2026-04-01"), nil
	cas.Activites = []droit.Activite{e1, t1}
	cas.Activites[0].Debut = jour("2025-10-01")
	if r, bs := calculer(t, cas), Besoins(cas, table); etats(r, 0) != "cccP" || etats(r, 1) != "RRRR" || len(bs) != 0 {
		t.Errorf("%s et %s %+v", etats(r, 0), etats(r, 1), bs)
	}
	// The limit of the incomes of 2027 is not known: neither is who pays.
	cas = employe(arret("A", "2027-01-04", "2027-01-07", droit.Initial))
	cas.Activites = []droit.Activite{e1, independant("T1", droit.ArtisanCommercant, "0.00")}
	cas.Activites[1].Revenus = append(cas.Activites[1].Revenus, droit.Revenu{Annee: 2026})
	if r := calculer(t, cas); etats(r, 0) != "" || etats(r, 1) != "????" || len(r.Manques) != 1 {
		t.Errorf("%s et %s %+v", etats(r, 0), etats(r, 1), r.Manques)
	}
}

// A return to work on the only day of a prescription ends the one before: the next day, which
// nothing prescribes, is not worked for that.
func TestRetourLeJourDUnePrescription(t *testing.T) {
	cas := employe(arret("A", "2026-03-02", "2026-03-06", droit.Initial), arret("B", "2026-03-07", "2026-03-07", droit.Prolongation), arret("C", "2026-03-09", "2026-03-10", droit.Prolongation))
	cas.Activites[0].Reprises = []droit.Reprise{{Le: jour("2026-03-07"), Motif: droit.RepriseNormale}}
	if got := etats(calculer(t, cas), 0); got != "cccPPP-PP" {
		t.Error(got)
	}
}

// A day of the waiting period that an agent has paid was one of it, its last too.
func TestJourDeCarencePaye(t *testing.T) {
	for _, le := range []string{"2026-03-02", "2026-03-03", "2026-03-04"} {
		cas := employe(arret("A", "2026-03-02", "2026-03-04", droit.Initial), arret("B", "2026-03-05", "2026-03-08", droit.Prolongation))
		cas.Decisions = []droit.Decision{{Nature: droit.Forcage, Arret: "A", Le: jour(le), Au: jour(le), Valeur: forcePayer}}
		veut := []byte("cccPPPP")
		veut[jour(le)-jour("2026-03-02")] = 'P'
		if got := etats(calculer(t, cas), 0); got != string(veut) {
			t.Errorf("%s : %s, attendu %s", le, got, veut)
		}
	}
}

// How a suspension takes the waiting period is read only where some of it is left.
func TestAvisDeSuspensionPendantLaCarence(t *testing.T) {
	for le, veut := range map[string]bool{"2026-03-04": true, "2026-03-05": false} {
		cas := employe(arret("A", "2026-03-02", "2026-03-08", droit.Initial))
		cas.Decisions = []droit.Decision{suspendre(le, le)}
		if r := calculer(t, cas); avise(r, table.Lecture(parametre.U26).Point) != veut {
			t.Errorf("suspendu le %s : %+v", le, r.Avis)
		}
	}
}

// Two independents' incomes, of which one began later: the earliest day counts, and what is
// not known is asked for by civil year, or for all the time since the start.
func TestRevenusDemandes(t *testing.T) {
	cas := employe(arret("A", "2026-05-04", "2026-05-10", droit.Initial))
	a := independant("T1", droit.ArtisanCommercant, "30000.00")
	a.Revenus = append(a.Revenus[:1], a.Revenus[2])
	cas.Activites = []droit.Activite{a}
	bs := Besoins(cas, table)
	if len(bs) != 1 || bs[0].Nature != droit.BesoinRevenu || bs[0].Periode != entre("2024-01-01", "2024-12-31") {
		t.Errorf("%+v", bs)
	}
	a.Debut, a.Revenus = jour("2025-03-01"), nil
	cas.Activites = []droit.Activite{a}
	bs = Besoins(cas, table)
	if len(bs) != 1 || bs[0].Periode != entre("2025-03-01", "2026-05-03") {
		t.Errorf("%+v", bs)
	}
	if got := etats(calculer(t, cas), 0); got != "ccc????" {
		t.Error(got)
	}
	// 36 500 over the 365 days of 2025: 36 500 a year, 50.00 a day; the year of the stop, not yet
	// earned whole, counts by its days before it.
	a.Debut, a.Revenus = jour("2025-01-01"), []droit.Revenu{{Annee: 2025, Montant: euros("36500.00")}}
	cas.Activites = []droit.Activite{a}
	if r := calculer(t, cas); r.Bases[0].IJ != 5000 || len(r.Bases[0].Annees) != 1 || r.Bases[0].Annees[0] != 2025 {
		t.Errorf("%+v", r.Bases[0])
	}
	// An income of a time after the stop, or of no time, is none of its years.
	a.Revenus = append(a.Revenus, droit.Revenu{Annee: 2027, Montant: euros("90000.00")}, droit.Revenu{Periode: v.P(jour("2025-06-01"), jour("2025-05-01")), Montant: euros("90000.00")})
	cas.Activites = []droit.Activite{a}
	if r := calculer(t, cas); r.Bases[0].IJ != 5000 {
		t.Errorf("%+v", r.Bases[0])
	}
	// Of a share paid below nothing, nothing counts.
	b := independant("T1", droit.ArtisanCommercant, "30000.00")
	for i := range b.Revenus {
		b.Revenus[i].PartCotisee = v.Connu(v.Centiemes(-100))
	}
	cas.Activites = []droit.Activite{b}
	if r := calculer(t, cas); r.Bases[0].RAAM.Ou(-1) != 0 {
		t.Errorf("%+v", r.Bases[0])
	}
	// The work begun first gives the years.
	un, deux := independant("T1", droit.ArtisanCommercant, "10000.00"), independant("T2", droit.ArtisanCommercant, "20000.00")
	un.Debut = jour("2025-06-01")
	cas.Activites = []droit.Activite{un, deux}
	if r := calculer(t, cas); r.Bases[0].IJ != 4109 || len(r.Bases[0].Annees) != 3 {
		t.Errorf("%+v", r.Bases[0])
	}
}
