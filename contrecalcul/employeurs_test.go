package contrecalcul_test

import (
	"fmt"
	"math/rand/v2"
	"os"
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

// prescrits are the rests of a pregnancy that a prescription, or a notice, gives.
var prescrits = []droit.Risque{droit.Pathologique, droit.DES, droit.GarantieGrossesse}

// TestAccordParEmployeur: both computations agree on every day of people with several jobs who
// ask each employer apart for a leave, for the same days, for some of them, or not at all, and go
// back to all of their jobs or to some (to all, when a rest is prescribed too: it names no job). ACCORD_CAS draws another number, ACCORD_GRAINE another
// series, ACCORD_NUMEROS only the cases so numbered of it.
func TestAccordParEmployeur(t *testing.T) {
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	c := dossier.NewCalculateur(table)
	n, graine := reglage("ACCORD_CAS", 3000), uint64(reglage("ACCORD_GRAINE", 1))
	nommes, err := numeros()
	if err != nil {
		t.Fatal(err)
	}
	compares := 0
	for i := range n {
		cas := tirage.Numero(graine, i, tirage.Familles)
		seul := os.Getenv("ACCORD_NUMEROS") != "" && !slices.Contains(nommes, i)
		if seul || !parEmployeur(rand.New(rand.NewPCG(graine, uint64(i))), cas) {
			continue
		}
		compares++
		ds, err := accord(c, cas)
		if err != nil || len(ds) > 0 {
			t.Errorf("cas %d : %s", i, raconter(table, cas))
		}
	}
	if os.Getenv("ACCORD_NUMEROS") == "" && compares < n/20 {
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
	prescrit := slices.ContainsFunc(arrets, func(a droit.Arret) bool { return slices.Contains(prescrits, a.Risque) })
	for i := range cas.Activites {
		if h.IntN(4) == 0 && !prescrit { // the leave of that job went on
			cas.Activites[i].Reprises = nil
		}
	}
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
