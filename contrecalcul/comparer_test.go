package contrecalcul_test

import (
	"testing"

	"accord/contrecalcul"
	"accord/droit"
	v "accord/valeur"
)

// TestComparer: days are set against each other by date, line and benefit; a day
// that waits for a datum is not, and a day that only one of both has is told.
func TestComparer(t *testing.T) {
	d := v.NewJour(2026, 3, 2)
	calcul := []droit.JourCalcule{
		{Date: d, Risque: droit.Maternite, Etat: droit.Paye, IJ: 6233, Beneficiaire: droit.AssureBeneficiaire},
		{Date: d, Risque: droit.Maladie, Etat: droit.NonCumul},
		{Date: d + 1, Risque: droit.Maternite, Etat: droit.Attente},
	}
	contre := []contrecalcul.Jour{
		{Date: d, Risque: droit.Maternite, Etat: "paye", IJ: 6233, Beneficiaire: "assure"},
		{Date: d, Risque: droit.Maladie, Etat: "non_cumul"},
		{Date: d + 1, Risque: droit.Maternite, Etat: "paye", IJ: 6233, Beneficiaire: "assure"},
	}
	if ds := contrecalcul.Comparer(calcul, contre); len(ds) != 0 {
		t.Errorf("désaccords sans raison : %v", ds)
	}
	contre[1].Etat = "carence"
	contre = append(contre, contrecalcul.Jour{Date: d + 2, Risque: droit.AccidentTravail, Etat: "paye", IJ: 100, Beneficiaire: "assure"})
	ds := contrecalcul.Comparer(calcul, contre)
	if len(ds) != 2 || ds[0].Risque != droit.Maladie || ds[1].Risque != droit.AccidentTravail {
		t.Errorf("désaccords : %v", ds)
	}
}

// TestComparerForfaits: lump sums are set against each other one by one.
func TestComparerForfaits(t *testing.T) {
	le := v.NewJour(2026, 5, 4)
	calcul := []droit.Forfait{{Nature: "allocation_maternite_tns", Le: le, Montant: 200250}, {Nature: "allocation_maternite_tns", Le: le + 56, Montant: 200250}}
	contre := []contrecalcul.Forfait{{Nature: "allocation_maternite_tns", Le: le, Montant: 200250}}
	if dits := contrecalcul.ComparerForfaits(calcul[:1], contre); len(dits) != 0 {
		t.Errorf("désaccords sans raison : %v", dits)
	}
	if dits := contrecalcul.ComparerForfaits(calcul, contre); len(dits) != 1 {
		t.Errorf("désaccords : %v", dits)
	}
	contre[0].Montant++
	if dits := contrecalcul.ComparerForfaits(calcul[:1], contre); len(dits) != 2 {
		t.Errorf("désaccords : %v", dits)
	}
}

// A leave asked for twice is told twice and paid once: both computations say the same.
// Paid twice, it is a disagreement.
func TestCongeDitDeuxFois(t *testing.T) {
	paye := droit.JourCalcule{Date: v.NewJour(2026, 3, 14), Risque: droit.Paternite, Etat: droit.Paye, IJ: 62_33, Beneficiaire: droit.AssureBeneficiaire}
	redit := paye
	redit.Etat, redit.IJ, redit.Beneficiaire = droit.NonCumul, 0, ""
	contre := []contrecalcul.Jour{{Date: paye.Date, Risque: droit.Paternite, Etat: "paye", IJ: 62_33, Beneficiaire: "assure"}}
	for _, cas := range []struct {
		jours  []droit.JourCalcule
		ecarts int
	}{{[]droit.JourCalcule{paye, redit}, 0}, {[]droit.JourCalcule{redit, paye}, 0}, {[]droit.JourCalcule{paye, paye}, 1}, {[]droit.JourCalcule{redit, redit}, 1}} {
		if ds := contrecalcul.Comparer(cas.jours, contre); len(ds) != cas.ecarts {
			t.Errorf("%v : %v", cas.jours, ds)
		}
	}
}
