package maladie

import (
	"fmt"
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// ecrire puts a calendar in a form that does not depend on indexes.
func ecrire(cas *droit.Cas, r *droit.Resultat, avecArret bool) []string {
	var s []string
	for i := range r.Jours {
		j := &r.Jours[i]
		arret := ""
		if avecArret {
			arret = cas.Arrets[j.Arret].ID + "/" + cas.Arrets[j.Chaine].ID
		}
		s = append(s, fmt.Sprint(j.Date, arret, cas.Activites[j.Activite].ID, j.Etat, j.Regle, j.IJ, j.Beneficiaire, j.Exonere))
	}
	slices.Sort(s)
	return s
}

// Any order of arrêts and activities in the case gives the same calendar.
func TestOrdreIndifferent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cas := casAuHasard(t)
		autre := *cas
		autre.Arrets = rapid.Permutation(cas.Arrets).Draw(t, "ordre des arrêts")
		autre.Activites = rapid.Permutation(cas.Activites).Draw(t, "ordre des activités")
		a, b := ecrire(cas, calculerRapid(t, cas), true), ecrire(&autre, calculerRapid(t, &autre), true)
		if !slices.Equal(a, b) {
			t.Fatalf("l'ordre change le calendrier : %v", ecarts(a, b))
		}
	})
}

// ecarts lists the days that only one of two calendars has, the first ten.
func ecarts(a, b []string) []string {
	var s []string
	for _, x := range a {
		if !slices.Contains(b, x) {
			s = append(s, "-"+x)
		}
	}
	for _, x := range b {
		if !slices.Contains(a, x) {
			s = append(s, "+"+x)
		}
	}
	return s[:min(len(s), 10)]
}

func calculerRapid(t *rapid.T, cas *droit.Cas) *droit.Resultat {
	var c Calcul
	r := new(droit.Resultat)
	if err := c.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if err := droit.Grouper(cas, table, r.Jours, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// A prescription cut into an initial arrêt and a prolongation of the same
// prescriber, date and channel gives the same days.
func TestPrescriptionCoupee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cas := casAuHasard(t)
		k := rapid.IntRange(0, len(cas.Arrets)-1).Draw(t, "arrêt")
		a := cas.Arrets[k]
		if a.Periode().Jours() < 2 || a.Canal == droit.Papier || recouvert(cas, k) {
			t.Skip()
		}
		milieu := a.Debut + v.Jour(rapid.IntRange(1, a.Periode().Jours()-1).Draw(t, "coupure"))
		coupe := *cas
		coupe.Arrets = slices.Clone(cas.Arrets)
		coupe.Arrets[k].Fin = milieu - 1
		suite := a
		suite.ID, suite.Nature, suite.Debut = a.ID+"bis", droit.Prolongation, milieu
		coupe.Arrets = append(coupe.Arrets, suite)
		avant, apres := ecrire(cas, calculerRapid(t, cas), false), ecrire(&coupe, calculerRapid(t, &coupe), false)
		if !slices.Equal(avant, apres) {
			t.Fatalf("couper %s le %s change les jours : %v", a.ID, milieu, ecarts(avant, apres))
		}
	})
}

// recouvert reports whether another prescription shares a day with this one:
// which of two pieces prevails there is decided by other things than its dates.
func recouvert(cas *droit.Cas, k int) bool {
	for i := range cas.Arrets {
		if i != k && !cas.Arrets[i].Periode().Inter(cas.Arrets[k].Periode()).IsZero() {
			return true
		}
	}
	return false
}

// A day has one state for each line, never more than the ceiling is paid (to the cent that
// each line of a part-time month spreads over its days), and no more than 360 days in any three years outside long-term illness.
func TestLimites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cas := casAuHasard(t)
		r := calculerRapid(t, cas)
		vus := map[string]bool{}
		parJour, arrondis := map[string]v.Centimes{}, map[string]v.Centimes{}
		for i := range r.Jours {
			j := &r.Jours[i]
			cle := fmt.Sprint(j.Date, j.Activite)
			if vus[cle] {
				t.Fatalf("deux états le %s pour %s", j.Date, cas.Activites[j.Activite].ID)
			}
			vus[cle] = true
			if j.Etat != droit.Paye && (j.IJ != 0 || j.Beneficiaire != "") {
				t.Fatalf("montant sur un jour non payé : %+v", j)
			}
			if j.Etat == droit.Paye && cas.Activites[j.Activite].Nature == droit.Salarie {
				parJour[fmt.Sprint(j.Date, j.Chaine)] += j.IJ
				if j.Lot != 0 {
					arrondis[fmt.Sprint(j.Date, j.Chaine)]++
				}
			}
		}
		for i := range r.Bases {
			b := &r.Bases[i]
			if b.Reference == "raam" {
				continue
			}
			max := b.PlafondMensuel.Fois(v.F(12, 730)).Centimes(v.Troncature)
			for j := cas.Arrets[b.Arret].Debut; j <= cas.Arrets[b.Arret].Debut+1200; j++ {
				cle := fmt.Sprint(j, b.Arret)
				if parJour[cle] > max+arrondis[cle] {
					t.Fatalf("%s payés le %s, plafond %s", parJour[cle], j, max)
				}
			}
		}
		verifier360(t, cas, r)
	})
}

func verifier360(t *rapid.T, cas *droit.Cas, r *droit.Resultat) {
	var payes []v.Jour
	for i := range r.Jours {
		j := &r.Jours[i]
		if cas.Activites[j.Activite].Nature != droit.Salarie || j.Etat != droit.Paye || j.Exonere || cas.Arrets[j.Arret].TempsPartiel {
			continue
		}
		if len(payes) == 0 || payes[len(payes)-1] != j.Date {
			payes = append(payes, j.Date)
		}
	}
	for k := range payes {
		if k >= 360 && payes[k-360] > payes[k].AjouterAnnees(-3) {
			t.Fatalf("plus de 360 jours payés sur trois ans au %s", payes[k])
		}
	}
}

// More wages in a window that needs no restoration never lower the allowance.
func TestPlusDeSalaire(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cas := simple()
		for i := range cas.Activites[0].Salaires {
			cas.Activites[0].Salaires[i].Brut = v.Connu(v.Centimes(rapid.Int64Range(0, 500_000).Draw(t, "brut")))
		}
		avant := calculerRapid(t, cas).Bases[0].IJ
		k := rapid.IntRange(0, 2).Draw(t, "mois")
		s := &cas.Activites[0].Salaires[k]
		s.Brut = v.Connu(s.Brut.Ou(0) + v.Centimes(rapid.Int64Range(1, 100_000).Draw(t, "plus")))
		if apres := calculerRapid(t, cas).Bases[0].IJ; apres < avant {
			t.Fatalf("%s puis %s", avant, apres)
		}
	})
}

// Memory used before changes nothing: a case computed again, after any other,
// gives the same answer.
func TestRecalculIdentique(t *testing.T) {
	var c Calcul
	r := new(droit.Resultat)
	rapid.Check(t, func(t *rapid.T) {
		cas := casAuHasard(t)
		neuf := calculerRapid(t, cas)
		for range 2 {
			r.Vider()
			if err := c.Calculer(cas, table, new(droit.Trace), r); err != nil {
				t.Fatal(err)
			}
			if a, b := ecrire(cas, neuf, true), ecrire(cas, r, true); !slices.Equal(a, b) {
				t.Fatalf("recalcul différent : %v", ecarts(a, b))
			}
			if len(r.Avis) != len(neuf.Avis)-avisDesPeriodes(neuf) || len(r.Bases) != len(neuf.Bases) {
				t.Fatalf("avis %v, %v", r.Avis, neuf.Avis)
			}
		}
	})
}

// avisDesPeriodes counts the warnings that grouping adds.
func avisDesPeriodes(r *droit.Resultat) int {
	n := 0
	for _, a := range r.Avis {
		if a.Code == "MAL-U-23" || a.Code == "MAL-U-29" || a.Code == "MAL-U-24" || a.Code == "TAUX_PAS_INCONNU" {
			n++
		}
	}
	return n
}

// Shares add up to the allowance, whatever the weights and the payees.
func TestParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ij := v.Centimes(rapid.Int64Range(0, 10000).Draw(t, "ij"))
		parts := make([]droit.Part, rapid.IntRange(1, 40).Draw(t, "lignes"))
		for i := range parts {
			parts[i] = droit.Part{Poids: v.F(rapid.Int64Range(0, 500_000).Draw(t, "poids"), 100), Subroge: rapid.Bool().Draw(t, "subrogé")}
		}
		droit.Partager(ij, parts)
		somme := v.Centimes(0)
		for _, p := range parts {
			if p.Centimes < 0 {
				t.Fatalf("part négative : %+v", parts)
			}
			somme += p.Centimes
		}
		if somme != ij {
			t.Fatalf("les parts font %s, pas %s", somme, ij)
		}
	})
}
