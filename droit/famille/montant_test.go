package famille_test

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

func avise(r *droit.Resultat, code string) bool {
	return slices.ContainsFunc(r.Avis, func(a droit.Avis) bool { return a.Code == code })
}

// payer sets the gross pay of one month.
func payer(cas *droit.Cas, mois string, centimes v.Centimes) {
	for i := range cas.Activites[0].Salaires {
		if s := &cas.Activites[0].Salaires[i]; s.Periode.Du == jour(mois+"-01") {
			s.Brut = v.Connu(centimes)
		}
	}
}

// What a base says, and what it warns of only where it matters.
func TestBaseDUnConge(t *testing.T) {
	cas := mere()
	r := verifier(t, "ordinaire", cas, map[string]string{"M1": "04-20 112 paye FAM-04 62.33"})
	b := &r.Bases[0]
	if len(r.Bases) != 1 || !slices.Equal(b.Activites, []int{0}) || b.Reference != "3_mois" || b.GainJournalier.Cmp(v.F(720000, 9125)) != 0 {
		t.Errorf("base %+v", r.Bases)
	}
	for _, code := range []string{"AUT-U-2", "AUT-U-4", "AUT-U-13", "AUT-U-26", "CONGE_PRECEDENT", "DROITS_PRESUMES"} {
		if avise(r, code) {
			t.Errorf("l'avis %s est de trop", code)
		}
	}
	// A leave of January has the ceiling of December where some pay is above it (FAM-02): 3925 euros in 2025, 4005 in 2026.
	janvier := func(octobre, decembre v.Centimes, lecture string) *droit.Cas {
		cas := mere()
		cas.Naissances[0].PrevueLe = jour("2026-02-20") // six weeks after 9 January
		payer(cas, "2025-10", octobre)
		payer(cas, "2025-12", decembre)
		if lecture != "" {
			cas.Options.Choix = []droit.Choix{{Point: "AUT-U-4", Lecture: lecture}}
		}
		return cas
	}
	for _, x := range []struct {
		octobre, decembre v.Centimes
		lecture, veut     string
		avis              bool
	}{
		{500000, 240000, "", "75.54", true}, // (3925 + 2400 + 2400) × 0,79 / 91,25 = 75,536…
		{240000, 500000, "", "75.54", true},
		{500000, 240000, "annee_en_cours", "76.23", true}, // 4005: 76,228…
		{392500, 240000, "annee_en_cours", "75.54", false},
		{392501, 240000, "annee_en_cours", "75.54", true},
	} {
		r := verifier(t, x.lecture, janvier(x.octobre, x.decembre, x.lecture), map[string]string{"M1": "01-09 112 paye FAM-04 " + x.veut})
		if avise(r, "AUT-U-4") != x.avis {
			t.Errorf("%+v : %v", x, r.Avis)
		}
	}
}

// The minimum is that of the first day of the leave: for maternity, of the whole of
// it; for the others, of the stretches that touch.
func TestMinimumDuPremierJour(t *testing.T) {
	pauvre := func() *droit.Cas {
		cas := mere()
		for i := range cas.Activites[0].Salaires {
			cas.Activites[0].Salaires[i].Brut = v.Connu(v.Centimes(20000))
		}
		return cas
	}
	cas := pauvre()
	n := &cas.Naissances[0]
	n.PrevueLe, n.AccouchementLe = jour("2025-12-01"), jour("2025-12-01")
	cas.Arrets = []droit.Arret{conge("M1", droit.Maternite, "2025-10-20", "2025-12-20"), conge("M2", droit.Maternite, "2026-01-05", "2026-02-08")}
	verifier(t, "maternité", cas, map[string]string{"M1": "10-20 62 paye FAM-04 11.02", "M2": "01-05 35 paye FAM-04 11.02"})
	cas.Arrets = []droit.Arret{conge("P1", droit.Paternite, "2025-12-04", "2025-12-10"), conge("P2", droit.Paternite, "2026-01-05", "2026-01-14")}
	r := verifier(t, "paternité", cas, map[string]string{"P1": "12-04 7 paye PAT-01 11.02", "P2": "01-05 10 paye PAT-01 11.12"})
	if !avise(r, "AUT-U-2") {
		t.Errorf("%v", r.Avis)
	}
}

// naissance is a mother whose child is born on 1 March 2026, on a supplementary leave
// in July.
func naissance() *droit.Cas {
	cas := mere()
	n := &cas.Naissances[0]
	n.PrevueLe, n.AccouchementLe = jour("2026-03-01"), jour("2026-03-01")
	cas.Arrets = []droit.Arret{conge("C1", droit.NaissanceConge, "2026-07-13", "2026-08-12")}
	return cas
}

// A supplementary leave has the base of the leave that it follows, or its own, from
// the pays before the first day not worked.
func TestBaseDuCongeDeNaissance(t *testing.T) {
	cas := naissance()
	payer(cas, "2026-06", 100000)
	cas.Arrets = append(cas.Arrets, conge("A1", droit.Maladie, "2026-06-15", "2026-07-12"))
	r := verifier(t, "après un arrêt", cas, map[string]string{"C1": "07-13 31 paye CSN-05 43.63"}) // 62,334… × 70 %
	if !avise(r, "CONGE_PRECEDENT") {
		t.Errorf("%v", r.Avis)
	}
	cas = naissance()
	cas.Naissances[0].AccouchementLe, cas.Naissances[0].PrevueLe = jour("2026-05-04"), jour("2026-05-04")
	cas.Arrets = append(cas.Arrets, conge("M1", droit.Maternite, "2026-03-23", "2026-07-12"))
	payer(cas, "2026-06", 100000)
	r = verifier(t, "après la maternité", cas, map[string]string{"M1": "03-23 112 paye FAM-04 62.33", "C1": "07-13 31 paye CSN-05 43.63"})
	if b := r.Bases[1]; b.Reference != "conge_precedent" || !slices.Equal(b.Activites, []int{0}) || b.GainJournalier.Cmp(v.F(720000, 9125)) != 0 || b.IJ2 != v.Connu(v.Centimes(3740)) || avise(r, "CONGE_PRECEDENT") {
		t.Errorf("base %+v %v", b, r.Avis)
	}
}
