package app

import (
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
)

// ouvert is a person who was computed, or why she could not be.
type ouvert struct {
	d   *Dossier
	err error
}

// ouvrirEnsemble computes several people in one transaction, each as
// [Caisse.ouvrir] does: what they hold is read first, then the processors share
// the computing. The answers come in the order of the people.
func (c *Caisse) ouvrirEnsemble(tx Tx, personnes []string, trace bool) ([]ouvert, error) {
	gels, err := c.gelsEnVigueur(tx)
	if err != nil {
		return nil, err
	}
	var seul sync.Mutex // a transaction serves one at a time
	os := make([]ouvert, len(personnes))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range personnes {
		seul.Lock()
		l, err := lireOuverture(tx, p)
		seul.Unlock()
		if err != nil {
			os[i].err = nonLu(p, err)
			continue
		}
		l.messages, l.courriers = unALaFois(&seul, l.messages), unALaFois(&seul, l.courriers)
		g.Go(func() error {
			os[i].d, os[i].err = c.calculer(l.reunion, p, l.nir, trace, gels)
			return nil
		})
	}
	return os, g.Wait()
}

// unALaFois reads what a transaction holds while nobody else does.
func unALaFois(seul *sync.Mutex, lire func() ([]Message, error)) func() ([]Message, error) {
	if lire == nil {
		return nil
	}
	return func() ([]Message, error) {
		seul.Lock()
		defer seul.Unlock()
		return lire()
	}
}

// refaire computes together the people of a page of jobs that only projects them
// again. It is nil for any other page, and when something fails, which each job
// then meets by itself.
func (c *Caisse) refaire(tx Tx, page []Travail) map[string]ouvert {
	var personnes []string
	for i := range page {
		if page[i].Genre != travailRafraichir || tx.Verrouiller(page[i].Personne) != nil {
			return nil
		}
		p, err := racine(tx, page[i].Personne)
		if err != nil {
			return nil
		}
		if !slices.Contains(personnes, p) {
			personnes = append(personnes, p)
		}
	}
	os, err := c.ouvrirEnsemble(tx, personnes, false)
	if err != nil {
		return nil
	}
	refaits := make(map[string]ouvert, len(personnes))
	for i, p := range personnes {
		refaits[p] = os[i]
	}
	return refaits
}
