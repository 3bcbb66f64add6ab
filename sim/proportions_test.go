package sim

import (
	"testing"

	"accord/droit"
)

// Every benefit is drawn, the rare ones once at least, and what follows an event
// comes after it.
func TestChaquePrestationEstTiree(t *testing.T) {
	c, err := Config{Assures: 500, Graine: 1, Debut: debutTest}.completer()
	if err != nil {
		t.Fatal(err)
	}
	nombre := map[droit.Risque]int{}
	rechutes := 0
	for _, x := range tirer(&c).autres {
		nombre[x.risque]++
		if len(x.prescriptions) == 0 || x.debut == 0 || x.fin() < x.debut {
			t.Errorf("%s : du %v au %v", x.risque, x.debut, x.fin())
		}
		if x.suite != nil {
			if x.debut <= x.suite.de.dernierJour() || x.salarie != x.suite.de.salarie {
				t.Errorf("une suite du %v commence le %v", x.suite.de.debut, x.debut)
			}
			if x.risque != droit.ITI {
				rechutes++
			}
		}
	}
	for _, r := range []droit.Risque{
		droit.Maladie, droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro, droit.ITI, droit.Maternite, droit.Paternite, droit.AdoptionConge,
		droit.NaissanceConge, droit.DeuilEnfant, droit.AJAP,
	} {
		if nombre[r] == 0 {
			t.Errorf("aucun tirage de %s", r)
		}
	}
	if rechutes == 0 {
		t.Error("aucune rechute")
	}
}

// The leaves of birth and what they bring are in the shares that were published.
func TestPartsDesConges(t *testing.T) {
	c, err := Config{Assures: 5000, Graine: 2, Debut: debutTest}.completer()
	if err != nil {
		t.Fatal(err)
	}
	nombre := map[droit.Risque]float64{}
	var sinistres, jours float64
	for _, x := range tirer(&c).autres {
		nombre[x.risque]++
		if x.suite == nil && x.risque.Professionnel() {
			sinistres++
			jours += float64(x.fin() - x.debut + 1)
		}
	}
	naissances := nombre[droit.Maternite] + nombre[droit.Paternite]
	proche(t, "sinistres pour un congé de naissance", sinistres/naissances, float64(milliardsATMP)/milliardsConge, 0.02)
	proche(t, "mères", nombre[droit.Maternite]/naissances, partMeres/1000.0, 0.15)
	proche(t, "jours d'un sinistre", jours/sinistres, 92, 0.2)
	proche(t, "accidents de trajet", nombre[droit.AccidentTrajet]/nombre[droit.AccidentTravail], float64(accidentsTrajet)/accidentsTravail, 0.25)
}
