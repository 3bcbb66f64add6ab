package famille_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"accord/droit"
	v "accord/valeur"
)

// maternites draws a birth, what moves its leave, and stops around it.
func maternites(t *rapid.T) *droit.Cas {
	cas := mere()
	n := &cas.Naissances[0]
	n.Enfants = rapid.SampledFrom([]int{1, 1, 1, 2, 3}).Draw(t, "enfants")
	n.Rang = rapid.IntRange(1, 4).Draw(t, "rang")
	n.SemainesReportees = rapid.IntRange(0, 4).Draw(t, "report")
	if n.SemainesReportees == 0 {
		n.SemainesAnticipees = rapid.IntRange(0, 5).Draw(t, "anticipation")
	}
	if rapid.Bool().Draw(t, "né") {
		n.AccouchementLe = n.PrevueLe + v.Jour(rapid.IntRange(-100, 21).Draw(t, "écart"))
		if rapid.Bool().Draw(t, "hospitalisé") {
			n.EnfantHospitalise = []droit.Hospitalisation{{Periode: v.P(n.AccouchementLe, n.AccouchementLe+v.Jour(rapid.IntRange(0, 120).Draw(t, "séjour")))}}
		}
	}
	if rapid.Bool().Draw(t, "reprise") {
		cas.Activites[0].Reprises = []droit.Reprise{{Le: n.PrevueLe + v.Jour(rapid.IntRange(-30, 150).Draw(t, "retour")), Motif: droit.RepriseNormale}}
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "arrêts") {
		du := n.PrevueLe + v.Jour(rapid.IntRange(-150, 150).Draw(t, "du"))
		cas.Arrets = append(cas.Arrets, droit.Arret{ID: string(rune('P' + i)), Naissance: "G1", Debut: du, Fin: du + v.Jour(rapid.IntRange(0, 40).Draw(t, "jours")), PrescritLe: du, RecuLe: du,
			Risque: rapid.SampledFrom([]droit.Risque{droit.Maladie, droit.Pathologique, droit.DES, droit.GarantieGrossesse}).Draw(t, "risque"), Nature: droit.Initial})
	}
	return cas
}

// The order in which arrêts are told changes nothing.
func TestOrdreSansEffet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cas := maternites(t)
		avant := resume(calculer(t, cas), cas)
		slices.Reverse(cas.Arrets)
		if apres := resume(calculer(t, cas), cas); !reflect.DeepEqual(avant, apres) {
			t.Fatalf("%v\n%v", avant, apres)
		}
	})
}

// vu is one day, by names rather than by places in the case.
type vu struct {
	date   v.Jour
	arret  string
	risque droit.Risque
	etat   droit.Etat
	ij     v.Centimes
	regle  droit.Regle
}

func resume(r *droit.Resultat, cas *droit.Cas) map[vu]int {
	m := map[vu]int{}
	for i := range r.Jours {
		j := &r.Jours[i]
		m[vu{j.Date, cas.Arrets[j.Arret].ID, j.Risque, j.Etat, j.IJ, j.Regle}]++
	}
	return m
}

// Whatever the birth: one allowance a day, fourteen days of rest before it, no
// more maternity than the table gives and the days that a very early birth adds,
// none after the death of the person.
func TestMaterniteBornee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cas := maternites(t)
		if rapid.Bool().Draw(t, "décès") {
			cas.Assure.DecesLe = cas.Naissances[0].PrevueLe + v.Jour(rapid.IntRange(-60, 100).Draw(t, "jour du décès"))
		}
		r := calculer(t, cas)
		vus := map[v.Jour]bool{}
		for i := range r.Jours {
			j := &r.Jours[i]
			if j.Etat != droit.Paye {
				continue
			}
			if vus[j.Date] {
				t.Fatalf("deux indemnités le %s", j.Date)
			}
			if vus[j.Date] = true; cas.Assure.DecesLe != 0 && j.Date > cas.Assure.DecesLe {
				t.Fatalf("payé le %s, après le décès", j.Date)
			}
		}
		n := &cas.Naissances[0]
		maximum := 7 * map[bool]int{true: 26, false: 16}[n.Rang >= 3]
		if n.Enfants > 1 {
			maximum = 7 * map[bool]int{true: 46, false: 34}[n.Enfants > 2]
		}
		// Late, the leave is longer by the days waited; very early, by those before its start.
		maximum += max(0, int(n.AccouchementLe-n.PrevueLe))
		if n.AccouchementLe != 0 && len(n.EnfantHospitalise) > 0 {
			maximum += max(0, int(n.PrevueLe-n.AccouchementLe)-21)
		}
		if got := payes(r, droit.Maternite); got > maximum {
			t.Fatalf("%d jours de maternité, %d au plus", got, maximum)
		}
		if got := payes(r, droit.Pathologique); got > 14 {
			t.Fatalf("%d jours de repos pathologique", got)
		}
	})
}
