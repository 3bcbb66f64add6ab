package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// The ordinary case, to the cent and to the day.
func TestSimple(t *testing.T) {
	r := calculer(t, simple())
	if got := etats(r, 0); got != "cccPPPPPPPPPPP" {
		t.Errorf("calendrier %s", got)
	}
	if d := r.Droits[0]; !d.Ouvert || d.Regle != "MAL-OUV-03" || d.Voie != "150h_3_mois" || d.HeuresRetenues.Ou(0) != 45501 {
		t.Errorf("droit %+v", d)
	}
	b := r.Bases[0]
	if b.Reference != "3_mois" || b.PlafondMensuel.Exacte() != "2552.242" || b.GainJournalier.Decimal(6) != "65.753425" || b.IJ != 3287 {
		t.Errorf("base %s %s %s", b.PlafondMensuel.Exacte(), b.GainJournalier.Decimal(6), b.IJ)
	}
	for i := range b.SalairesRetenus {
		if b.SalairesRetenus[i].Exacte() != "2000.00" {
			t.Errorf("mois %d : %s", i, b.SalairesRetenus[i].Exacte())
		}
	}
	if len(r.Periodes) != 1 || len(r.Manques) != 0 {
		t.Fatalf("périodes %v, manques %v", r.Periodes, r.Manques)
	}
	p := r.Periodes[0]
	attendu := droit.Prelevements{Brut: 36157, CSG: 2242, CSGDeductible: 1374, CRDS: 181, Imposable: 34783, Net: 33734}
	if p.Periode != entre("2026-03-05", "2026-03-15") || p.Jours != 11 || p.IJ != v.Connu(v.Centimes(3287)) || p.Prelevements != attendu ||
		p.Beneficiaire != droit.AssureBeneficiaire || p.Regle != "MAL-BAS-04" {
		t.Errorf("période %+v", p)
	}
	for _, j := range r.Jours[:3] {
		if j.Regle != "MAL-CAR-01" || j.IJ != 0 || j.Beneficiaire != "" {
			t.Errorf("jour de carence %+v", j)
		}
	}
}

// The steps of the trace name their article and read like a letter.
func TestTrace(t *testing.T) {
	var c Calcul
	var tr droit.Trace
	if err := c.Calculer(simple(), table, &tr, new(droit.Resultat)); err != nil {
		t.Fatal(err)
	}
	for _, e := range tr.Etapes {
		if e.Article == "" || e.Phrase == "" {
			t.Errorf("étape sans article ou sans phrase : %+v", e)
		}
		t.Log(e.Regle, e.Article, e.Phrase)
	}
	if len(tr.Etapes) < 4 {
		t.Errorf("%d étapes", len(tr.Etapes))
	}
}

func TestSansAllocation(t *testing.T) {
	cas, c, r := simple(), new(Calcul), new(droit.Resultat)
	if n := testing.AllocsPerRun(200, func() {
		r.Vider()
		if err := c.Calculer(cas, table, nil, r); err != nil {
			t.Fatal(err)
		}
		if err := droit.Grouper(cas, table, r.Jours, r); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
