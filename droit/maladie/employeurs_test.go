package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

func deuxEmployeurs() *droit.Cas {
	cas := employe(arret("A1", "2026-09-14", "2026-09-30", droit.Initial))
	b := cas.Activites[0]
	cas.Activites[0].Subrogation = nil
	payer(&cas.Activites[0], "2026-06", "2026-08", "1500.00")
	b.ID, b.Employeur = "E2", "11111111111111"
	payer(&b, "2026-06", "2026-08", "1000.00")
	cas.Activites = append(cas.Activites, b)
	return cas
}

// MAL-MIX-102: pays are added before the cap; each line has its share, and the
// shares add up to the allowance.
func TestPlusieursEmployeurs(t *testing.T) {
	cas := deuxEmployeurs()
	r := calculer(t, cas)
	if len(r.Bases) != 1 || r.Bases[0].IJ != 4109 || len(r.Bases[0].Activites) != 2 {
		t.Fatalf("%+v", r.Bases)
	}
	verifierParts(t, r, 2466, 1643, droit.AssureBeneficiaire, droit.AssureBeneficiaire)

	cas.Activites[0].Subrogation = []droit.Subrogation{{Periode: entre("2026-09-14", "2026-12-31"), Maintien: droit.MaintienTotal}}
	verifierParts(t, calculer(t, cas), 2465, 1644, droit.EmployeurBeneficiaire, droit.AssureBeneficiaire)

	cas.Activites[0], cas.Activites[1] = cas.Activites[1], cas.Activites[0]
	verifierParts(t, calculer(t, cas), 1644, 2465, droit.AssureBeneficiaire, droit.EmployeurBeneficiaire)
}

func verifierParts(t *testing.T, r *droit.Resultat, a, b v.Centimes, ba, bb droit.Beneficiaire) {
	t.Helper()
	n := 0
	for _, j := range r.Jours {
		if j.Etat != droit.Paye {
			continue
		}
		n++
		veut, qui := a, ba
		if j.Activite == 1 {
			veut, qui = b, bb
		}
		if j.IJ != veut || j.Beneficiaire != qui {
			t.Fatalf("%s ligne %d : %s à %s, attendu %s à %s", j.Date, j.Activite, j.IJ, j.Beneficiaire, veut, qui)
		}
	}
	if n != 28 {
		t.Errorf("%d jours payés", n)
	}
}

// P-07: two employers 1500 and 500, one subrogated, 30 € a day over 14 days.
func TestPartager(t *testing.T) {
	parts := []droit.Part{{Poids: v.F(1500, 1), Subroge: true}, {Poids: v.F(500, 1)}}
	droit.Partager(3000, parts)
	if parts[0].Centimes*14 != 31500 || parts[1].Centimes*14 != 10500 {
		t.Errorf("%+v", parts)
	}
}

// P-03, P-04: the employer who keeps only a part of the wage is subrogated when
// that part is not below the allowance of the period.
func TestMaintienPartiel(t *testing.T) {
	for maintenu, qui := range map[v.Centimes]droit.Beneficiaire{36157: droit.EmployeurBeneficiaire, 36156: droit.AssureBeneficiaire} {
		cas := simple()
		cas.Activites[0].Subrogation = []droit.Subrogation{{Periode: entre("2026-03-02", "2026-03-31"), Maintien: droit.MaintienPartiel, Maintenu: v.Connu(maintenu)}}
		r := calculer(t, cas)
		if len(r.Periodes) != 1 || r.Periodes[0].Beneficiaire != qui || r.Periodes[0].Brut != 36157 {
			t.Errorf("maintien de %s : %+v", maintenu, r.Periodes)
		}
	}
}

// What was paid before cuts the periods, and differences tell the rest.
func TestDifferences(t *testing.T) {
	cas := simple()
	cas.Verse = []droit.Versement{{Periode: entre("2026-03-05", "2026-03-10"), Activite: "E1", Risque: droit.Maladie, Brut: euros("150.00"), Nature: droit.VerseIJ}}
	r := calculer(t, cas)
	droit.Comparer(cas, r.Jours, r)
	if len(r.Periodes) != 2 || r.Periodes[0].Periode != entre("2026-03-05", "2026-03-10") || len(r.Differences) != 2 {
		t.Fatalf("%+v %+v", r.Periodes, r.Differences)
	}
	d := r.Differences
	if d[0].Du != 6*3287 || d[0].Verse != 15000 || d[0].Ecart != 4722 || d[1].Periode != entre("2026-03-11", "2026-03-15") || d[1].Ecart != 5*3287 {
		t.Errorf("%+v", d)
	}
	cas.Verse[0].Brut = 6 * 3287
	r = calculer(t, cas)
	droit.Comparer(cas, r.Jours, r)
	if len(r.Differences) != 1 || r.Differences[0].Periode != entre("2026-03-11", "2026-03-15") {
		t.Errorf("%+v", r.Differences)
	}
}

// One of two jobs resumed, or no longer prescribed: its share is left unpaid,
// the other goes on with its own.
func TestUneLigneReprend(t *testing.T) {
	cas := deuxEmployeurs()
	cas.Activites[1].Reprises = []droit.Reprise{{Le: jour("2026-09-25"), Motif: droit.RepriseNormale}}
	r := calculer(t, cas)
	if got := etats(r, 0); got != "cccPPPPPPPPPPPPPP" {
		t.Errorf("E1 : %s", got)
	}
	if got := etats(r, 1); got != "cccPPPPPPPPTTTTTT" {
		t.Errorf("E2 : %s", got)
	}
	for _, j := range r.Jours {
		if j.Etat == droit.Paye && j.IJ != []v.Centimes{2466, 1643}[j.Activite] {
			t.Errorf("%s : %s sur la ligne %d", j.Date, j.IJ, j.Activite)
		}
	}
	cas = deuxEmployeurs()
	suite := arret("A2", "2026-10-01", "2026-10-03", droit.Prolongation)
	suite.Activites = []string{"E1"}
	cas.Arrets = append(cas.Arrets, suite)
	r = calculer(t, cas)
	if len(r.Bases) != 1 || etats(r, 0) != "cccPPPPPPPPPPPPPPPPP" || etats(r, 1) != "cccPPPPPPPPPPPPPP" {
		t.Errorf("%d bases, %s, %s", len(r.Bases), etats(r, 0), etats(r, 1))
	}
}

// Two prescriptions that name different jobs make two chains, each with its own
// base and waiting period; a day paid by both counts once in the 360.
func TestDeuxArretsDistincts(t *testing.T) {
	cas := deuxEmployeurs()
	a, b := cas.Arrets[0], arret("A2", "2026-09-20", "2026-10-05", droit.Initial)
	a.Activites, b.Activites = []string{"E1"}, []string{"E2"}
	cas.Arrets = []droit.Arret{b, a}
	cas.Anterieures = []droit.IndemniteAnterieure{{Risque: droit.Maladie, Periode: entre("2025-01-01", "2025-12-12")}} // 346 days
	r := calculer(t, cas)
	// E1 is paid from the 17th, E2 from the 23rd; 14 days are left: the 17th to the 30th.
	if got := etats(r, 0); got != "cccPPPPPPPPPPPPPP" {
		t.Errorf("E1 : %s", got)
	}
	if got := etats(r, 1); got != "cccPPPPPPPPEEEEE" {
		t.Errorf("E2 : %s", got)
	}
	if len(r.Bases) != 2 || r.Bases[0].IJ != 2465 || r.Bases[1].IJ != 1643 {
		t.Errorf("%+v", r.Bases)
	}
}

// A job that ends during the stop does not end the stop.
func TestContratFiniPendantArret(t *testing.T) {
	cas := simple()
	cas.Activites[0].Fin = jour("2026-03-10")
	cas.Arrets = append(cas.Arrets, arret("A2", "2026-03-16", "2026-03-20", droit.Prolongation))
	r := calculer(t, cas)
	if got := etats(r, 0); got != "cccPPPPPPPPPPPPPPPP" || len(r.Droits) != 1 {
		t.Errorf("%s, %d droits", got, len(r.Droits))
	}
}
