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

// lecturesDAvance is how many files are read before the first is received.
const lecturesDAvance = 32

// RecevoirTous takes files in, in their order, as [Caisse.Recevoir] does each. They
// are read several at once, and small ones share a transaction where Config
// gathers pieces. It returns what became of the files before an error.
func (c *Caisse) RecevoirTous(ctx context.Context, fichiers []Arrivee) ([]Reception, error) {
	rs := make([]Reception, 0, len(fichiers))
	for page := range slices.Chunk(fichiers, lecturesDAvance) {
		as := c.lireTous(page)
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
