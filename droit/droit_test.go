package droit

import (
	"testing"

	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

var table, jour = valeurs.Table(), valeurs.Jour

// The movable holidays of a few years, as the calendar prints them.
func TestFeries(t *testing.T) {
	for annee, paques := range map[int]string{2008: "2008-03-23", 2011: "2011-04-24", 2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2038: "2038-04-25"} {
		if got := Paques(annee); got != jour(paques) {
			t.Errorf("Pâques %d : %s, attendu %s", annee, got, paques)
		}
	}
	for _, c := range []struct {
		le            string
		partout, alsa bool
	}{
		{"2026-01-01", true, true}, {"2026-04-03", false, true}, {"2026-04-06", true, true}, {"2026-05-14", true, true}, {"2026-05-25", true, true},
		{"2026-07-14", true, true}, {"2026-12-25", true, true}, {"2026-12-26", false, true}, {"2026-04-05", false, false}, {"2026-05-15", false, false},
	} {
		if JourFerie(jour(c.le), Metropole) != c.partout || JourFerie(jour(c.le), AlsaceMoselle) != c.alsa {
			t.Errorf("%s", c.le)
		}
	}
}

func TestEtaler(t *testing.T) {
	if Etaler(1000, 3, 0) != 334 || Etaler(1000, 3, 1) != 333 || Etaler(1000, 3, 2) != 333 {
		t.Error("10 € sur trois jours : 3,34 puis 3,33 et 3,33")
	}
}

// Worked figures of MAL-NET-01.
func TestPrelever(t *testing.T) {
	p := table
	for _, c := range []struct{ brut, csg, deductible, crds, net v.Centimes }{
		{42000, 2604, 1596, 210, 39186}, {3288, 204, 125, 16, 3068}, {108207, 6709, 4112, 541, 100957}, {26037, 1614, 989, 130, 24293},
	} {
		l, err := Prelever(p, c.brut, jour("2024-05-01"), Fiscalite{})
		if err != nil || l.CSG != c.csg || l.CSGDeductible != c.deductible || l.CRDS != c.crds || l.Net != c.net || l.Imposable != c.brut-c.deductible {
			t.Errorf("%s : %+v (%v)", c.brut, l, err)
		}
	}
	l, _ := Prelever(p, 42000, jour("2024-05-01"), Fiscalite{Exonere: true, TauxPAS: 1000})
	if l.Imposable != 0 || l.PAS != 0 || l.CSG != 2604 {
		t.Errorf("exonéré : %+v", l)
	}
	tout, _ := Prelever(p, 42000, jour("2024-05-01"), Fiscalite{TauxPAS: 350})
	deja, _ := Prelever(p, 15000, jour("2024-05-01"), Fiscalite{TauxPAS: 350})
	if reste := tout.Moins(deja); reste.Plus(deja) != tout || reste.Brut != 27000 {
		t.Errorf("la différence et ce qui fut payé ne font pas le tout : %+v", reste)
	}
}

// A period goes on while nothing changes, and is cut where something does.
func TestGrouper(t *testing.T) {
	cas := &Cas{Assure: Assure{TauxPAS: v.Connu(v.Centiemes(0))}, Activites: []Activite{{ID: "E1", Nature: Salarie}}}
	base := JourCalcule{Risque: Maladie, Etat: Paye, IJ: 3000, Beneficiaire: AssureBeneficiaire, Regle: "MAL-BAS-04"}
	for _, c := range []struct {
		nom    string
		change func(j *JourCalcule)
		n      int
	}{
		{"rien", func(*JourCalcule) {}, 1},
		{"prolongation", func(j *JourCalcule) { j.Arret = 1 }, 1},
		{"montant", func(j *JourCalcule) { j.IJ = 3001 }, 2},
		{"bénéficiaire", func(j *JourCalcule) { j.Beneficiaire = EmployeurBeneficiaire }, 2},
		{"impôt", func(j *JourCalcule) { j.Exonere = true }, 2},
		{"chaîne", func(j *JourCalcule) { j.Chaine = 1 }, 2},
		{"risque", func(j *JourCalcule) { j.Risque = Maternite }, 2},
		{"lot", func(j *JourCalcule) { j.Lot = 1 }, 2},
		{"jour non payé", func(j *JourCalcule) { j.Etat, j.IJ = NonPrescrit, 0 }, 1},
	} {
		var jours []JourCalcule
		for k := range v.Jour(4) {
			j := base
			j.Date = jour("2026-03-05") + k
			if k >= 2 {
				c.change(&j)
			}
			jours = append(jours, j)
		}
		var r Resultat
		if err := Grouper(cas, table, jours, &r); err != nil || len(r.Periodes) != c.n {
			t.Errorf("%s : %d périodes, attendu %d (%v)", c.nom, len(r.Periodes), c.n, err)
		}
	}
}

// Days that share an amount given for a period make one period, whatever their
// cents; two years make two.
func TestGrouperLot(t *testing.T) {
	cas := &Cas{Activites: []Activite{{ID: "E1", Nature: Salarie}}}
	var jours []JourCalcule
	for k := range 4 {
		jours = append(jours, JourCalcule{Date: jour("2025-12-30") + v.Jour(k), Risque: Maladie, Etat: Paye, IJ: Etaler(1001, 4, k), Lot: 1, Beneficiaire: AssureBeneficiaire})
	}
	var r Resultat
	if err := Grouper(cas, table, jours, &r); err != nil || len(r.Periodes) != 2 || r.Periodes[0].Brut+r.Periodes[1].Brut != 1001 || r.Periodes[0].IJ.EstConnu() {
		t.Errorf("%+v (%v)", r.Periodes, err)
	}
	if len(r.Avis) != 1 || r.Avis[0].Code != "TAUX_PAS_INCONNU" {
		t.Errorf("avis %v", r.Avis)
	}
}

// What was paid under another risk is imputed: one difference for the run, due
// less paid; a run paid under its own risk is cut where what was paid changes.
func TestComparer(t *testing.T) {
	cas := &Cas{Activites: []Activite{{ID: "E1", Nature: Salarie}}, Verse: []Versement{
		{Periode: v.P(jour("2026-03-05"), jour("2026-03-06")), Activite: "E1", Risque: AccidentTravail, Brut: 8000},
		{Periode: v.P(jour("2026-03-07"), jour("2026-03-09")), Activite: "E1", Risque: Maladie, Brut: 10000},
	}}
	var jours []JourCalcule
	for k := range v.Jour(4) {
		jours = append(jours, JourCalcule{Date: jour("2026-03-05") + k, Risque: Maladie, Etat: Paye, IJ: 3000})
	}
	var r Resultat
	Comparer(cas, jours, &r)
	if len(r.Differences) != 1 || r.Differences[0] != (Difference{Periode: v.P(jour("2026-03-05"), jour("2026-03-09")), Risque: Maladie, Du: 12000, Verse: 18000, Ecart: -6000}) {
		t.Errorf("%+v", r.Differences)
	}
	cas.Verse[0].Risque = Maladie
	r.Vider()
	Comparer(cas, jours, &r)
	if len(r.Differences) != 2 || r.Differences[0].Ecart != -2000 || r.Differences[1].Ecart != -4000 {
		t.Errorf("%+v", r.Differences)
	}
	// Sickness paid until the day before another risk is due is not touched.
	for k := range v.Jour(3) {
		jours = append(jours, JourCalcule{Date: jour("2026-03-09") + k, Risque: AccidentTravail, Etat: Paye, IJ: 5000})
	}
	cas.Verse = []Versement{{Periode: v.P(jour("2026-03-05"), jour("2026-03-10")), Activite: "E1", Risque: Maladie, Brut: 18000}}
	r.Vider()
	Comparer(cas, jours, &r)
	if len(r.Differences) != 1 || r.Differences[0] != (Difference{Periode: v.P(jour("2026-03-09"), jour("2026-03-11")), Risque: AccidentTravail, Du: 15000, Verse: 6000, Ecart: 9000}) {
		t.Errorf("%+v", r.Differences)
	}
}
