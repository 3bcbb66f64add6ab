package atmp

import (
	"fmt"
	"slices"
	"testing"

	"accord/droit"
	"accord/droit/maladie"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// calculer runs the accidents of a case, alone.
func calculer(t testing.TB, cas *droit.Cas, tr *droit.Trace) *droit.Resultat {
	var c Calcul
	var socle maladie.Calcul
	r := new(droit.Resultat)
	if err := socle.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if err := c.Calculer(cas, table, tr, r, &socle); err != nil {
		t.Fatal(err)
	}
	return r
}

// casAuHasard draws one or two accidents over two years: stops, relapses, gaps,
// reduced work, consolidations, a pension, unfitness.
func casAuHasard(t *rapid.T) *droit.Cas {
	cas := simple()
	cas.Arrets, cas.Decisions = nil, nil
	brut := v.Centimes(rapid.Int64Range(0, 2_000_000).Draw(t, "brut"))
	for i := range cas.Activites[0].Salaires {
		cas.Activites[0].Salaires[i].Brut = v.Connu(brut)
	}
	if rapid.Bool().Draw(t, "second emploi") {
		a := cas.Activites[0]
		a.ID, a.Employeur, a.Salaires = "E2", "11111111100006", slices.Clone(a.Salaires)
		if rapid.Bool().Draw(t, "subrogation") {
			a.Subrogation = []droit.Subrogation{{Periode: v.P(jour("2025-01-01"), jour("2025-12-31")), Maintien: droit.MaintienTotal}}
		}
		cas.Activites = append(cas.Activites, a)
	}
	cas.Activites[0].PertesTPT = []droit.PerteTPT{{Periode: v.P(jour("2024-01-01"), jour("2026-12-31")), Perte: v.Centimes(rapid.Int64Range(0, 3_000_000).Draw(t, "perte"))}}
	cas.Sinistres = nil
	for s := range rapid.IntRange(1, 2).Draw(t, "accidents") {
		id := fmt.Sprintf("S%d", s+1)
		debut := jour("2024-03-01") + v.Jour(rapid.IntRange(0, 100).Draw(t, "accident"))
		cas.Sinistres = append(cas.Sinistres, droit.Sinistre{ID: id, Risque: rapid.SampledFrom([]droit.Risque{droit.AccidentTravail, droit.MaladiePro}).Draw(t, "risque"), AccidentLe: debut})
		cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.Reconnaissance, Sinistre: id, Le: debut + 30})
		for i := range rapid.IntRange(1, 4).Draw(t, "arrêts") {
			debut += v.Jour(rapid.IntRange(0, 40).Draw(t, "écart"))
			fin := debut + v.Jour(rapid.IntRange(0, 60).Draw(t, "durée"))
			cas.Arrets = append(cas.Arrets, droit.Arret{ID: fmt.Sprintf("%sA%d", id, i), Risque: cas.Sinistres[s].Risque, Sinistre: id, Debut: debut, Fin: fin,
				Nature:     rapid.SampledFrom([]droit.NatureArret{droit.Initial, droit.Prolongation, droit.Rechute}).Draw(t, "nature"),
				PrescritLe: debut, Prescripteur: droit.MedecinTraitant, TempsPartiel: rapid.IntRange(0, 4).Draw(t, "réduit") == 0})
			debut = fin
		}
		if rapid.Bool().Draw(t, "consolidation") {
			cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.Consolidation, Sinistre: id, Le: debut - v.Jour(rapid.IntRange(0, 60).Draw(t, "avant"))})
		}
		if rapid.IntRange(0, 3).Draw(t, "inaptitude") == 0 {
			cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.AvisInaptitude, Sinistre: id, Le: debut + 3})
		}
	}
	return cas
}

func ecrire(cas *droit.Cas, r *droit.Resultat) []string {
	var s []string
	for i := range r.Jours {
		j := &r.Jours[i]
		s = append(s, fmt.Sprint(j.Date, cas.Arrets[j.Arret].ID, cas.Activites[j.Activite].ID, j.Risque, j.Etat, j.Regle, j.IJ, j.Beneficiaire))
	}
	slices.Sort(s)
	return s
}

// Any order of arrêts, lines and decisions in the case gives the same calendar.
func TestOrdreIndifferent(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cas := casAuHasard(rt)
		autre := *cas
		autre.Arrets = rapid.Permutation(cas.Arrets).Draw(rt, "arrêts")
		autre.Activites = rapid.Permutation(cas.Activites).Draw(rt, "activités")
		autre.Decisions = rapid.Permutation(cas.Decisions).Draw(rt, "décisions")
		a, b := ecrire(cas, calculer(t, cas, nil)), ecrire(&autre, calculer(t, &autre, new(droit.Trace)))
		if !slices.Equal(a, b) {
			rt.Fatalf("%v\n%v", a, b)
		}
	})
}

// One state for each day, line and risk; at most twenty-eight days at the first
// rate between two consolidations; nothing after the end of an accident; never
// more than the ceilings.
func TestPromesses(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cas := casAuHasard(rt)
		r := calculer(t, cas, nil)
		vus, sommes := map[string]bool{}, map[v.Jour]v.Centimes{}
		for i := range r.Jours {
			j := &r.Jours[i]
			cle := fmt.Sprint(j.Date, j.Activite, j.Risque)
			if vus[cle] {
				rt.Fatalf("deux états : %+v", j)
			}
			vus[cle] = true
			if j.Etat != droit.Paye && (j.IJ != 0 || j.Beneficiaire != "") {
				rt.Fatalf("montant sur un jour non payé : %+v", j)
			}
			if j.Etat == droit.Paye && j.Risque.EstSinistre() {
				sommes[j.Date] += j.IJ
				if a := &cas.Arrets[j.Arret]; fermeLe(cas, a, j.Date) != 0 {
					rt.Fatalf("payé après la consolidation : %+v", j)
				}
			}
		}
		for j, m := range sommes {
			if m > 32066 {
				rt.Fatalf("%s payés le %s", m, j)
			}
		}
		verifier28(rt, cas, r)
	})
}

// verifier28 counts the days before the second rate, accident by accident.
func verifier28(t *rapid.T, cas *droit.Cas, r *droit.Resultat) {
	type cle struct {
		sinistre string
		depuis   v.Jour
	}
	rangs := map[cle]map[v.Jour]bool{}
	premier := map[int]v.Centimes{}
	for i := range r.Bases {
		premier[r.Bases[i].Arret] = r.Bases[i].IJ
		if r.Bases[i].IJ == r.Bases[i].IJ2.Ou(0) {
			premier[r.Bases[i].Arret] = -1 // both rates give the same
		}
	}
	jours := map[string]v.Centimes{}
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Etat == droit.Paye && j.Risque.EstSinistre() && !cas.Arrets[j.Arret].TempsPartiel {
			jours[fmt.Sprint(j.Date, j.Chaine)] += j.IJ
		}
	}
	for i := range r.Jours {
		j := &r.Jours[i]
		if j.Etat != droit.Paye || !j.Risque.EstSinistre() || cas.Arrets[j.Arret].TempsPartiel || jours[fmt.Sprint(j.Date, j.Chaine)] != premier[j.Chaine] {
			continue
		}
		s := cas.Arrets[j.Arret].Sinistre
		k := cle{s, derniereFin(cas, &cas.Arrets[j.Arret], j.Date)}
		if rangs[k] == nil {
			rangs[k] = map[v.Jour]bool{}
		}
		if rangs[k][j.Date] = true; len(rangs[k]) > 28 {
			t.Fatalf("%d jours au premier taux pour %s", len(rangs[k]), s)
		}
	}
}
