package droit

import (
	"slices"
	"testing"

	v "accord/valeur"
)

// Each line and each risk is compared on its own days, and only days paid are
// due; runs are cut where what was paid changes, or where days do not follow
// each other.
func TestComparerLignes(t *testing.T) {
	cas := &Cas{Activites: []Activite{{ID: "E1", Nature: Salarie}, {ID: "E2", Nature: Salarie}, {ID: "E3", Nature: Salarie}}, Verse: []Versement{
		{Periode: v.P(jour("2026-03-05"), jour("2026-03-06")), Activite: "E2", Risque: Maladie, Brut: 2001},
		{Periode: v.P(jour("2026-03-06"), jour("2026-03-06")), Activite: "E2", Risque: Maladie, Brut: 99},
		{Periode: v.P(jour("2026-03-01"), jour("2026-03-01")), Activite: "E2", Risque: AccidentTravail, Brut: 500},
	}}
	paye := func(le string, activite int, risque Risque, etat Etat, ij v.Centimes) JourCalcule {
		return JourCalcule{Date: jour(le), Activite: activite, Risque: risque, Etat: etat, IJ: ij}
	}
	jours := []JourCalcule{
		paye("2026-03-05", 0, Maladie, Paye, 1000), paye("2026-03-05", 1, Maladie, Paye, 3000),
		paye("2026-03-06", 0, Maladie, Paye, 1000), paye("2026-03-06", 1, Maladie, Paye, 3000),
		paye("2026-03-07", 0, Maladie, Carence, 0), paye("2026-03-07", 1, Maladie, Paye, 3000),
		paye("2026-03-08", 0, Maladie, Paye, 1000), paye("2026-03-09", 0, Maternite, Paye, 4000),
		paye("2026-03-09", 2, Maladie, Carence, 0),
	}
	// Two rows of one day of one line (two benefits of one risk) add up.
	jours = append(jours, paye("2026-03-09", 0, Maternite, Paye, 1))
	attendu := []Difference{
		{v.P(jour("2026-03-05"), jour("2026-03-06")), 0, Maladie, 2000, 0, 2000},
		{v.P(jour("2026-03-08"), jour("2026-03-08")), 0, Maladie, 1000, 0, 1000},
		{v.P(jour("2026-03-09"), jour("2026-03-09")), 0, Maternite, 4001, 0, 4001},
		{v.P(jour("2026-03-01"), jour("2026-03-01")), 1, AccidentTravail, 0, 500, -500},
		{v.P(jour("2026-03-05"), jour("2026-03-05")), 1, Maladie, 3000, 1001, 1999},
		{v.P(jour("2026-03-06"), jour("2026-03-06")), 1, Maladie, 3000, 1099, 1901},
		{v.P(jour("2026-03-07"), jour("2026-03-07")), 1, Maladie, 3000, 0, 3000},
	}
	var r Resultat
	Comparer(cas, jours, &r)
	if !slices.Equal(r.Differences, attendu) {
		t.Errorf("%+v\nattendu %+v", r.Differences, attendu)
	}
}

// What was paid on days that are no longer due is set against the benefit due
// before them, or else after them: one difference when the nature changed.
func TestComparerRattache(t *testing.T) {
	verse := func(du, au string, risque Risque, brut v.Centimes) Versement {
		return Versement{Periode: v.P(jour(du), jour(au)), Activite: "E1", Risque: risque, Brut: brut}
	}
	dus := func(du, au string, risque Risque) []JourCalcule {
		var js []JourCalcule
		for j := jour(du); j <= jour(au); j++ {
			js = append(js, JourCalcule{Date: j, Risque: risque, Etat: Paye, IJ: 2000})
		}
		return js
	}
	for _, x := range []struct {
		quoi    string
		verse   []Versement
		jours   []JourCalcule
		attendu []Difference
	}{
		{"l'accident reconnu au milieu de la maladie payée", []Versement{verse("2026-03-01", "2026-03-12", Maladie, 12000)},
			append(dus("2026-03-03", "2026-03-05", AccidentTravail), dus("2026-03-06", "2026-03-10", Maladie)...), []Difference{
				{v.P(jour("2026-03-01"), jour("2026-03-05")), 0, AccidentTravail, 6000, 5000, 1000},
				{v.P(jour("2026-03-06"), jour("2026-03-12")), 0, Maladie, 10000, 7000, 3000}}},
		{"payé en accident au-delà de la maladie due", []Versement{verse("2026-03-03", "2026-03-04", AccidentTravail, 2000)}, dus("2026-03-01", "2026-03-02", Maladie),
			[]Difference{{v.P(jour("2026-03-01"), jour("2026-03-04")), 0, Maladie, 4000, 2000, 2000}}},
		{"plus rien n'est dû", []Versement{verse("2026-03-01", "2026-03-02", Maladie, 2000)}, nil,
			[]Difference{{v.P(jour("2026-03-01"), jour("2026-03-02")), 0, Maladie, 0, 2000, -2000}}},
		{"payé en accident, puis en maladie, le même jour", []Versement{verse("2026-03-01", "2026-03-01", AccidentTravail, 100), verse("2026-03-01", "2026-03-01", Maladie, 100)},
			dus("2026-03-01", "2026-03-02", Maladie), []Difference{{v.P(jour("2026-03-01"), jour("2026-03-02")), 0, Maladie, 4000, 200, 3800}}},
		{"deux indemnités dues un jour ne sont pas un changement", []Versement{verse("2026-03-02", "2026-03-02", Maladie, 100)},
			append(dus("2026-03-01", "2026-03-02", Maladie), dus("2026-03-01", "2026-03-01", Maternite)...), []Difference{
				{v.P(jour("2026-03-01"), jour("2026-03-01")), 0, Maladie, 4000, 0, 4000},
				{v.P(jour("2026-03-02"), jour("2026-03-02")), 0, Maladie, 2000, 100, 1900}}},
	} {
		var r Resultat
		Comparer(&Cas{Activites: []Activite{{ID: "E1", Nature: Salarie}}, Verse: x.verse}, x.jours, &r)
		if !slices.Equal(r.Differences, x.attendu) {
			t.Errorf("%s : %+v\nattendu %+v", x.quoi, r.Differences, x.attendu)
		}
	}
}

// A paid period is cut where what was already paid begins or ends, on its own
// line and under its own risk only.
func TestGrouperCoupe(t *testing.T) {
	cas := &Cas{Assure: Assure{TauxPAS: v.Connu(v.Centiemes(0))}, Activites: []Activite{{ID: "E1", Nature: Salarie}}}
	var jours []JourCalcule
	for k := range v.Jour(6) {
		jours = append(jours, JourCalcule{Date: jour("2026-03-05") + k, Risque: Maladie, Etat: Paye, IJ: 3000, Beneficiaire: AssureBeneficiaire})
	}
	for _, c := range []struct {
		nom   string
		verse Versement
		n     int
	}{
		{"du milieu", Versement{Periode: v.P(jour("2026-03-07"), jour("2026-03-08")), Activite: "E1", Risque: Maladie}, 3},
		{"jusqu'à la fin", Versement{Periode: v.P(jour("2026-03-07"), jour("2026-03-20")), Activite: "E1", Risque: Maladie}, 2},
		{"depuis le début", Versement{Periode: v.P(jour("2026-03-01"), jour("2026-03-08")), Activite: "E1", Risque: Maladie}, 2},
		{"un autre risque", Versement{Periode: v.P(jour("2026-03-07"), jour("2026-03-08")), Activite: "E1", Risque: Maternite}, 1},
		{"une autre ligne", Versement{Periode: v.P(jour("2026-03-07"), jour("2026-03-08")), Activite: "E2", Risque: Maladie}, 1},
	} {
		cas.Verse = []Versement{c.verse}
		var r Resultat
		if err := Grouper(cas, table, jours, &r); err != nil || len(r.Periodes) != c.n {
			t.Errorf("%s : %d périodes, attendu %d (%v)", c.nom, len(r.Periodes), c.n, err)
		}
	}
}

// When no line has any pay, the allowance is shared equally, and the first line
// takes the cent that remains.
func TestPartagerSansPaie(t *testing.T) {
	parts := make([]Part, 3)
	Partager(1000, parts)
	if parts[0].Centimes != 334 || parts[1].Centimes != 333 || parts[2].Centimes != 333 {
		t.Errorf("%+v", parts)
	}
}

// One missing datum is asked for once, two are asked for each.
func TestManquer(t *testing.T) {
	var r Resultat
	for _, code := range []string{"A", "A", "B"} {
		r.Manquer(Manque{Code: code})
		r.Aviser(code, "")
	}
	if len(r.Manques) != 2 || len(r.Avis) != 2 {
		t.Errorf("%v, %v", r.Manques, r.Avis)
	}
}

// A levy that takes back is the opposite of the levy that was made, to the cent.
func TestPreleverNegatif(t *testing.T) {
	p := table
	for brut := v.Centimes(1); brut < 6000; brut++ {
		f := Fiscalite{TauxPAS: 350}
		if brut%2 != 0 {
			f = Fiscalite{TauxPAS: 1, SansCSG: true}
		}
		du, _ := Prelever(p, brut, jour("2024-05-01"), f)
		repris, _ := Prelever(p, -brut, jour("2024-05-01"), f)
		if (Prelevements{}).Moins(du) != repris {
			t.Fatalf("%s : %+v, repris %+v", brut, du, repris)
		}
	}
}
