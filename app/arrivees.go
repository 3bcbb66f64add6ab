package app

import (
	"context"
	"iter"
	"sync"
)

// Arrivee is a file that comes in by the door.
type Arrivee struct {
	Nom     string
	Contenu []byte
}

// lecturesDAvance is how many files are read, or read already, beyond the one that is received.
const lecturesDAvance = 8

// RecevoirTous takes files in, in their order, as [Caisse.Recevoir] does each. The next ones
// are read while one is received, and small ones share a transaction where Config
// gathers pieces. It returns what became of the files before an error.
func (c *Caisse) RecevoirTous(ctx context.Context, fichiers []Arrivee) ([]Reception, error) {
	rs := make([]Reception, 0, len(fichiers))
	var as []arrivee
	recevoir := func() error {
		if err := c.recevoirEnsemble(ctx, as); err != nil {
			return err
		}
		for i := range as {
			rs = append(rs, as[i].r)
		}
		as = as[:0]
		return nil
	}
	for a := range c.lireDAvance(fichiers) {
		if len(as) > 0 && !c.ensemble(as, &a) {
			if err := recevoir(); err != nil {
				return rs, err
			}
		}
		as = append(as, a)
	}
	if len(as) == 0 {
		return rs, nil
	}
	return rs, recevoir()
}

// lireDAvance reads files, several at once, and gives them in their order.
func (c *Caisse) lireDAvance(fichiers []Arrivee) iter.Seq[arrivee] {
	return func(suivre func(arrivee) bool) {
		var lectures sync.WaitGroup
		defer lectures.Wait()
		lues := make([]chan arrivee, len(fichiers))
		lancer := func(i int) {
			lues[i] = make(chan arrivee, 1)
			lectures.Go(func() { lues[i] <- c.lire(&fichiers[i]) })
		}
		for i := range min(lecturesDAvance, len(fichiers)) {
			lancer(i)
		}
		for i := range fichiers {
			a := <-lues[i]
			if prochaine := i + lecturesDAvance; prochaine < len(fichiers) {
				lancer(prochaine)
			}
			if !suivre(a) {
				return
			}
		}
	}
}

// ensemble tells whether a file may share the transaction of those before it.
func (c *Caisse) ensemble(as []arrivee, a *arrivee) bool {
	pieces := len(a.l.Pieces)
	for i := range as {
		pieces += len(as[i].l.Pieces)
	}
	return c.conf.Groupe > 1 && pieces <= c.conf.Groupe
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
