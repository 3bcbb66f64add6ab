package dossier_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"sync"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/droit/prestations"
	"accord/parametre"
	"accord/tirage"
)

// TestUneVie lives random sequences of events: stops of every benefit, refusals,
// relapses, then corrections that shorten, remove or decide otherwise. After each
// of them the calendar keeps what holds whatever the case. ACCORD_LONG lives a
// million of them, ACCORD_VIES another number, ACCORD_GRAINE another series.
func TestUneVie(t *testing.T) {
	n := reglage("ACCORD_VIES", 2000)
	if testing.Short() {
		n = 300
	}
	if os.Getenv("ACCORD_LONG") != "" {
		n = 1_000_000
	}
	graine := uint64(reglage("ACCORD_GRAINE", 7))
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	profils := []tirage.Profil{tirage.Familles, tirage.Accidents, tirage.Melanges, tirage.Tordu}
	var attente sync.WaitGroup
	for w := range 2 {
		attente.Go(func() {
			c, r := dossier.NewCalculateur(table), new(droit.Resultat)
			for i := w; i < n; i += 2 {
				hasard := rand.New(rand.NewPCG(graine, uint64(i)))
				cas := tirage.Numero(graine, i, profils[i%len(profils)])
				for range 4 {
					vu := cas.Connu()
					r.Vider()
					if err := c.Calculer(vu, false, r); err != nil {
						t.Errorf("vie %d : %v", i, err)
						return
					}
					for _, dit := range prestations.Ruptures(vu, table, r.Jours) {
						t.Errorf("vie %d : %s", i, dit)
						return
					}
					corriger(hasard, cas)
				}
			}
		})
	}
	attente.Wait()
}

// reglage reads a number from the environment.
func reglage(nom string, defaut int) int {
	if n, err := strconv.Atoi(os.Getenv(nom)); err == nil {
		return n
	}
	return defaut
}

// corriger changes one thing of a case: what is known, an arrêt, a decision, a
// birth.
func corriger(h *rand.Rand, cas *droit.Cas) {
	cas.Arrets, cas.Decisions = slices.Clone(cas.Arrets), slices.Clone(cas.Decisions)
	if len(cas.Arrets) == 0 {
		return
	}
	k := h.IntN(len(cas.Arrets))
	a := &cas.Arrets[k]
	switch h.IntN(6) {
	case 0:
		if a.Fin > a.Debut && a.Debut != 0 {
			a.Fin = a.Debut + (a.Fin-a.Debut)/2
		}
	case 1:
		if len(cas.Arrets) > 1 {
			cas.Arrets = slices.Delete(cas.Arrets, k, k+1)
		}
	case 2:
		if len(cas.Decisions) > 0 {
			d := h.IntN(len(cas.Decisions))
			cas.Decisions = slices.Delete(cas.Decisions, d, d+1)
		}
	case 3:
		for i := range cas.Sinistres {
			nature := []droit.NatureDecision{droit.Reconnaissance, droit.RefusReconnaissance, droit.Consolidation}[h.IntN(3)]
			cas.Decisions = append(cas.Decisions, droit.Decision{Nature: nature, Sinistre: cas.Sinistres[i].ID, Le: cas.ConnuAu})
		}
	case 4:
		if a.Fin != 0 {
			a.Fin += 15
		}
	case 5:
		cas.Naissances = slices.Clone(cas.Naissances)
		for i := range cas.Naissances {
			cas.Naissances[i].AccouchementLe = cas.Naissances[i].PrevueLe - 20
		}
	}
}
