package famille_test

import (
	"regexp"
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

var montants = regexp.MustCompile(` \d+\.\d\d`)

// independante is a mother who works for herself, with the same income every year.
func independante(revenu v.Centimes) *droit.Cas {
	cas := mere()
	a := droit.Activite{ID: "T1", Nature: droit.Independant, StatutTNS: droit.ArtisanCommercant, Debut: jour("2015-01-01")}
	for an := 2017; an < 2026; an++ {
		a.Revenus = append(a.Revenus, droit.Revenu{Annee: an, Montant: revenu})
	}
	cas.Activites = []droit.Activite{a}
	return cas
}

// The flat allowance is the 730th part of the ceiling of the first day not worked:
// 47 100 euros in 2025, 48 060 in 2026 (AUT-TNS-02).
func TestForfaitDuPremierJour(t *testing.T) {
	for travaille, veut := range map[string]string{
		"2025-12-31": "12-22 10 travaille MAT-11, 01-01 102 paye AUT-TNS-02 65.84",
		"2025-12-30": "12-22 9 travaille MAT-11, 12-31 103 paye AUT-TNS-02 64.52",
	} {
		cas := independante(2000000)
		cas.Naissances[0].PrevueLe = jour("2026-02-02")
		cas.Arrets[0].Debut, cas.Arrets[0].Fin, cas.Arrets[0].DernierJourTravaille = jour("2025-12-22"), jour("2026-04-12"), jour(travaille)
		verifier(t, travaille, cas, map[string]string{"M1": veut})
	}
	cas := independante(2000000)
	cas.Activites[0].Revenus[8].Montant = 2000200
	r := verifier(t, "base", cas, map[string]string{"M1": "04-20 112 paye AUT-TNS-02 65.84"})
	b := r.Bases[0]
	if b.Arret != 0 || b.Reference != "forfait" || !slices.Equal(b.Activites, []int{0}) || b.RAAM != v.Connu(v.Centimes(2000067)) || b.SeuilNullite != v.Connu(v.Centimes(458200)) || !slices.Equal(b.Annees, []int{2023, 2024, 2025}) {
		t.Errorf("base %+v", b) // (43 992 + 46 368 + 47 100) / 30
	}
	// The spouse has no income of her own.
	cas = independante(0)
	cas.Activites[0].StatutTNS = droit.ConjointCollaborateur
	r = verifier(t, "conjointe", cas, map[string]string{"M1": "04-20 112 paye AUT-TNS-02 65.84"})
	if _, dit := r.Bases[0].RAAM.Get(); dit {
		t.Errorf("un revenu est comparé : %+v", r.Bases[0])
	}
	cas.Activites[0].StatutTNS = droit.ArtisanCommercant
	verifier(t, "sans revenu", cas, map[string]string{"M1": "04-20 112 paye AUT-TNS-02 6.58"})
}

// The income below which the amounts are reduced: a tenth of the mean ceiling of three
// years; in 2022 it was also printed as a tenth of the ceiling of the year (AUT-U-10).
func TestSeuilDeRevenu(t *testing.T) {
	for _, x := range []struct {
		annee   string
		revenu  v.Centimes
		lecture string
		montant string
		avertit bool
	}{
		{"2022", 408299, "", "5.64", false}, // below (40 524 + 41 136) / 20 = 4 083: the year 2020 is left out
		{"2022", 408300, "", "56.35", true},
		{"2022", 411359, "", "56.35", true},
		{"2022", 411360, "", "56.35", false}, // 41 136 / 10
		{"2022", 408299, "plafond_2023", "5.64", false},
		{"2022", 408300, "plafond_2023", "5.64", true},
		{"2022", 411359, "plafond_2023", "5.64", true},
		{"2022", 411360, "plafond_2023", "56.35", false},
		{"2024", 430000, "", "63.52", false}, // above 4 208,80, below 46 368 / 10
		{"2024", 430000, "plafond_2023", "63.52", false},
	} {
		cas := independante(x.revenu)
		cas.Naissances[0].PrevueLe = jour(x.annee + "-06-01")
		if x.lecture != "" {
			cas.Options.Choix = []droit.Choix{{Point: "AUT-U-10", Lecture: x.lecture}}
		}
		r := verifier(t, x.annee+" "+x.revenu.String()+" "+x.lecture, cas, map[string]string{"M1": "04-20 112 paye AUT-TNS-02 " + x.montant})
		if avise(r, "AUT-U-10") != x.avertit {
			t.Errorf("%+v : %v %+v", x, r.Avis, r.Bases)
		}
	}
}

// The lump sum of maternity is paid once: half on the first day paid, half fifty-six
// days later; not where the right is closed, nor while nothing is known of the birth.
func TestAllocation(t *testing.T) {
	type forfait struct {
		le      string
		montant v.Centimes
	}
	deux := []forfait{{"2026-04-20", 200250}, {"2026-06-15", 200250}} // half of 4 005 euros
	for _, x := range []struct {
		nom    string
		change func(*droit.Cas)
		veut   []forfait
	}{
		{"d'un coup", func(*droit.Cas) {}, deux},
		{"demandée plus tôt", func(c *droit.Cas) { c.Arrets[0].Debut, c.Arrets[0].Fin = jour("2026-04-10"), jour("2026-08-09") }, deux},
		{"en deux fois", func(c *droit.Cas) {
			c.Arrets = []droit.Arret{conge("M1", droit.Maternite, "2026-04-20", "2026-07-12"), conge("M2", droit.Maternite, "2026-07-20", "2026-08-09")}
		}, deux},
		{"droit fermé, des jours payés par la caisse", func(c *droit.Cas) {
			c.Activites[0].Debut, c.Decisions = jour("2026-03-01"), []droit.Decision{forcer("M1", "payer", jour("2026-04-20"), jour("2026-04-30"))}
		}, nil},
		{"naissance inconnue", func(c *droit.Cas) {
			c.Naissances, c.Arrets = nil, []droit.Arret{conge("M1", droit.Maternite, "2026-04-20", "2026-08-09")}
		}, nil},
		{"adoption inconnue", func(c *droit.Cas) {
			c.Naissances, c.Arrets = nil, []droit.Arret{conge("D1", droit.AdoptionConge, "2026-04-20", "2026-07-12")}
		}, nil},
	} {
		cas := independante(2000000)
		x.change(cas)
		_, r := etats(t, cas, "M1")
		var got []forfait
		for _, f := range r.Forfaits {
			got = append(got, forfait{f.Le.String(), f.Montant})
		}
		if !slices.Equal(got, x.veut) {
			t.Errorf("%s : %v", x.nom, got)
		}
	}
}

// The affiliation of an independent is that of the first activity, else of the person.
func TestAffiliationDIndependante(t *testing.T) {
	recente, ancienne := jour("2026-05-01"), jour("2015-01-01")
	for _, x := range []struct {
		nom     string
		t1, t2  v.Jour
		affilie v.Jour
		ouvert  bool
		voie    string
	}{
		{"deux, l'une ancienne", recente, ancienne, 0, true, "affiliation"},
		{"deux, l'une ancienne d'abord", ancienne, recente, 0, true, "affiliation"},
		{"deux récentes", recente, recente + 1, ancienne, false, ""},
		{"une récente, l'autre inconnue", recente, 0, ancienne, false, ""},
		{"inconnues, affiliée depuis peu", 0, 0, recente, false, ""},
		{"inconnues, affiliée depuis longtemps", 0, 0, ancienne, true, "affiliation"},
		{"inconnues", 0, 0, 0, true, "presume"},
	} {
		cas := independante(2000000)
		cas.Activites = append(cas.Activites, cas.Activites[0])
		cas.Activites[1].ID = "T2"
		cas.Activites[0].Debut, cas.Activites[1].Debut, cas.Assure.AffilieDepuis = x.t1, x.t2, x.affilie
		cas.Naissances[0].PrevueLe = jour("2026-07-01")
		cas.Arrets = []droit.Arret{conge("M1", droit.Maternite, "2026-05-20", "2026-09-08")}
		_, r := etats(t, cas, "M1")
		if d := r.Droits[0]; d.Ouvert != x.ouvert || d.Voie != x.voie || avise(r, "DROITS_PRESUMES") != (x.voie == "presume") {
			t.Errorf("%s : %+v %v", x.nom, d, r.Avis)
		}
	}
}

// The leaves of an independent but maternity are paid by a rule of their own.
func TestReglesDIndependant(t *testing.T) {
	cas := independante(2000000)
	cas.Naissances[0].PrevueLe, cas.Naissances[0].AccouchementLe = jour("2026-06-01"), jour("2026-06-01")
	cas.Naissances[0].JoursPaternitePris = 25
	cas.Adoptions = []droit.Adoption{{ID: "D1", ArriveeLe: jour("2026-02-02"), Enfants: 1, AChargeApres: 1, Parents: 1}}
	cas.Deces = []droit.Deces{{ID: "X1", Lien: "enfant", NeLe: jour("2020-01-01"), Le: jour("2026-09-01")}}
	cas.Arrets = []droit.Arret{conge("A1", droit.AdoptionConge, "2026-02-02", "2026-02-15"), conge("D1", droit.DeuilEnfant, "2026-09-07", "2026-09-11"), conge("C1", droit.NaissanceConge, "2026-10-01", "2026-10-31")}
	verifier(t, "indépendant", cas, map[string]string{"A1": "02-02 14 paye AUT-TNS-05 65.84", "D1": "09-07 5 paye AUT-TNS-05 65.84", "C1": "10-01 31 paye AUT-TNS-05 46.08"})
}
