package app

import (
	"context"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// Arrivee is a file that comes in by the door.
type Arrivee struct {
	Nom     string
	Contenu []byte
}

// lecturesDAvance is how many files are read together, while those before them are
// received.
const lecturesDAvance = 16

// RecevoirTous takes files in, in their order, as [Caisse.Recevoir] does each. They
// are read several at once, and small ones share a transaction where Config
// gathers pieces. It returns what became of the files before an error.
func (c *Caisse) RecevoirTous(ctx context.Context, fichiers []Arrivee) ([]Reception, error) {
	rs := make([]Reception, 0, len(fichiers))
	pages := slices.Collect(slices.Chunk(fichiers, lecturesDAvance))
	lues := c.lireAvant(pages)
	for k := range pages {
		as := <-lues
		lues = c.lireAvant(pages[k+1:])
		for len(as) > 0 {
			n := c.ensemble(as)
			if err := c.recevoirEnsemble(ctx, as[:n]); err != nil {
				return rs, err
			}
			for i := range n {
				rs = append(rs, as[i].r)
			}
			as = as[n:]
		}
	}
	return rs, nil
}

// lireAvant begins to read the first of the pages, if there is one.
func (c *Caisse) lireAvant(pages [][]Arrivee) <-chan []arrivee {
	lues := make(chan []arrivee, 1) // whoever reads does not wait to be listened to
	if len(pages) > 0 {
		go func() { lues <- c.lireTous(pages[0]) }()
	}
	return lues
}

func (c *Caisse) lireTous(fichiers []Arrivee) []arrivee {
	as := make([]arrivee, len(fichiers))
	var g errgroup.Group
	g.SetLimit(runtime.NumCPU())
	for i := range fichiers {
		g.Go(func() error {
			as[i] = c.lire(&fichiers[i])
			return nil
		})
	}
	_ = g.Wait() // what cannot be read is said in the reading
	return as
}

// ensemble counts the files that share a transaction with the first.
func (c *Caisse) ensemble(as []arrivee) int {
	n, pieces := 1, len(as[0].l.Pieces)
	for n < len(as) && c.conf.Groupe > 1 && pieces+len(as[n].l.Pieces) <= c.conf.Groupe {
		pieces += len(as[n].l.Pieces)
		n++
	}
	return n
}

// recevoirEnsemble receives files in one transaction, or one alone in several.
func (c *Caisse) recevoirEnsemble(ctx context.Context, as []arrivee) error {
	if len(as) == 1 && (c.conf.Groupe == 1 || len(as[0].l.Pieces) > c.conf.Groupe) {
		a := &as[0]
		deja, err := c.dejaRecu(ctx, a.f.Empreinte)
		if err != nil {
			return err
		}
		if deja {
			a.r = Reception{Nom: a.f.Nom, DejaRecu: true}
			return nil
		}
		return c.recevoirParGroupes(ctx, a)
	}
	return c.store.Update(ctx, func(tx Tx) error {
		for i := range as {
			a := &as[i]
			deja, err := dejaDans(tx, a.f.Empreinte)
			if err != nil {
				return err
			}
			if deja {
				a.r = Reception{Nom: a.f.Nom, DejaRecu: true}
			} else if err := c.recevoirEntier(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
}
