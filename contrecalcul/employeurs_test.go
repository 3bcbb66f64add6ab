package contrecalcul_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/parametre"
	"accord/tirage"
	v "accord/valeur"
)

// demandes are the leaves that are asked of each employer apart.
var demandes = []droit.Risque{droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant}

// TestAccordParEmployeur: both computations agree on every day of the leaves of people with
// several jobs who ask each employer apart, for the same days, for some of them, or not at all.
// The sickness that follows a leave of some of the jobs is not compared: each reads for itself
// the pays of a job that went on. ACCORD_CAS draws another number, ACCORD_GRAINE another series.
func TestAccordParEmployeur(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	c := dossier.NewCalculateur(table)
	n, graine := reglage("ACCORD_CAS", 3000), uint64(reglage("ACCORD_GRAINE", 1))
	compares := 0
	for i := range n {
		cas := tirage.Numero(graine, i, tirage.Familles)
		if !parEmployeur(rand.New(rand.NewPCG(graine, uint64(i))), cas) {
			continue
		}
		compares++
		ds, err := accord(c, cas)
		if err != nil {
			t.Errorf("cas %d : %v", i, err)
		}
		for _, d := range ds {
			if d.Risque != droit.Maladie {
				t.Errorf("cas %d : %s", i, d)
				break
			}
		}
	}
	if compares < n/20 {
		t.Errorf("%d cas comparés sur %d", compares, n)
	}
}

// parEmployeur asks each employer apart for the leaves that a case asks of all.
func parEmployeur(h *rand.Rand, cas *droit.Cas) (coupe bool) {
	var emplois []string
	for i := range cas.Activites {
		if cas.Activites[i].Nature == droit.Salarie {
			emplois = append(emplois, cas.Activites[i].ID)
		}
	}
	if len(emplois) < 2 {
		return false
	}
	var arrets []droit.Arret
	for _, a := range cas.Arrets {
		if !slices.Contains(demandes, a.Risque) || a.Activites != nil || a.Debut == 0 || a.Fin == 0 {
			arrets = append(arrets, a)
			continue
		}
		coupe = true
		for k, id := range emplois {
			b, moitie := a, (a.Fin-a.Debut)/2
			b.ID, b.Activites = fmt.Sprintf("%s-%d", a.ID, k), []string{id}
			n := h.IntN(10)
			if k == 0 {
				n = 10 // the first is asked for the whole
			}
			if n < 3 {
				surPlace(cas, id, a.Periode())
			}
			switch n {
			case 0:
				continue
			case 1:
				b.Fin = b.Debut + moitie
			case 2:
				b.Debut += moitie
			}
			arrets = append(arrets, b)
		}
	}
	cas.Arrets = arrets
	return coupe
}

// surPlace takes away the absences of a job during a leave: work goes on there.
func surPlace(cas *droit.Cas, id string, p v.Periode) {
	for i := range cas.Activites {
		if a := &cas.Activites[i]; a.ID == id {
			a.Absences = slices.DeleteFunc(a.Absences, func(x droit.Absence) bool { return !x.Periode.Inter(p).IsZero() })
		}
	}
}
