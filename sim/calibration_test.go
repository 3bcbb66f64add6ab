package sim

import (
	"math"
	"slices"
	"testing"

	"accord/droit"
)

func proche(t *testing.T, quoi string, trouve, veut, tolerance float64) {
	t.Helper()
	if math.Abs(trouve-veut) > tolerance*veut {
		t.Errorf("%s : %.3f, attendu %.3f à %.0f %% près", quoi, trouve, veut, 100*tolerance)
	}
}

// The published figures: 28 % of people in arrêt in a year, 1.4 arrêt each.
func TestRecours(t *testing.T) {
	proche(t, "recours en un an", partEnArret(365), 0.28, 0.01)
	proche(t, "arrêts par bénéficiaire en un an", 1+autresArrets(365), 1.4, 0.03)
	proche(t, "recours en 90 jours", partEnArret(90), 0.089, 0.02)
}

// Seen at the end of a year, as the statistics see them: an arrêt that still
// runs counts for what it has lasted.
func TestDurees(t *testing.T) {
	a := flux(1, "essai", 0)
	var arrets, jours, longs, joursLongs, courts, joursCourts float64
	const annee = 365
	for range 400_000 {
		d := float64(a.joursIndemnises())
		debut := a.Float64() * 4 * annee
		vus := min(debut+d, 4*annee) - max(debut, 3*annee)
		if vus <= 0 {
			continue
		}
		ecoules := min(debut+d, 4*annee) - debut
		arrets++
		jours += vus
		if ecoules > 182 {
			longs++
			joursLongs += vus
		}
		if ecoules < 8 {
			courts++
			joursCourts += vus
		}
	}
	proche(t, "jours par arrêt", jours/arrets, 34.0, 0.04)
	proche(t, "part des arrêts de plus de six mois", longs/arrets, 0.07, 0.1)
	proche(t, "part des jours de plus de six mois", joursLongs/jours, 0.45, 0.05)
	proche(t, "part des jours de moins de huit jours", joursCourts/jours, 0.04, 0.2)
}

func TestSalaires(t *testing.T) {
	a := flux(1, "essai", 0)
	var bruts []float64
	somme := 0.0
	for range 200_000 {
		b := float64(a.brutMensuel())
		bruts = append(bruts, b)
		somme += b
	}
	slices.Sort(bruts)
	n := len(bruts)
	proche(t, "premier décile net", bruts[n/10]/brutPourNet, netD1, 0.01)
	proche(t, "médiane nette", bruts[n/2]/brutPourNet, netMediane, 0.01)
	proche(t, "neuvième décile net", bruts[9*n/10]/brutPourNet, netD9, 0.01)
	proche(t, "moyenne nette", somme/float64(n)/brutPourNet, 2733, 0.04)
	if bruts[0] < smicMensuel {
		t.Errorf("un temps plein à %.0f euros", bruts[0])
	}
}

// Prescriptions cover the arrêt in order and keep to the ceilings.
func TestPrescriptions(t *testing.T) {
	a := flux(1, "essai", 0)
	for range 20_000 {
		total := a.joursIndemnises() + carence
		ps := a.prescriptions(debutTest, total)
		for i, p := range ps {
			n, max := p.periode.Jours(), maxProlongation
			if p.nature == droit.Initial {
				max = maxInitiale
			}
			if n < 1 || n > max || (i == 0) != (p.nature == droit.Initial) || p.prescritLe > p.envoyeLe || p.envoyeLe > p.recuLe || p.prescritLe > p.periode.Du {
				t.Fatalf("%d jours : %+v", total, p)
			}
			if i > 0 && p.periode.Du-ps[i-1].periode.Au != 1 && !(ps[i-1].periode.Au.JourSemaine() == 5 && p.periode.Du.JourSemaine() == 1) {
				t.Fatalf("trou entre %v et %v", ps[i-1].periode, p.periode)
			}
		}
		if fin := ps[len(ps)-1].periode.Au; fin < debutTest+2 || int(fin-debutTest)+1 < total {
			t.Fatalf("%d jours prescrits jusqu'au %v", total, fin)
		}
	}
}
