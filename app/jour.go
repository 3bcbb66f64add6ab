package app

import (
	"context"
	"errors"
	"slices"

	"accord/paiement"
	v "accord/valeur"
)

// JourneeBilan is what the day of the caisse did.
type JourneeBilan struct {
	Jour      v.Jour
	Examines  int // people whose register had something to pay
	Ordres    int
	Brut, Net v.Centimes
	Retenues  int // groups of days due and left out, each with its reason
	Travaux   int // letters and requests sent

	Laisses error // who could not be computed ([Empechements]), and the jobs that failed
}

const pageJournee = 200

// Journee runs the day of the caisse: what is due and over becomes orders, and
// what had to be said is said. Running it twice on one day proposes nothing
// twice: an order posts its days when it is made. Someone who cannot be computed,
// or a job that fails, is named, and the day is done for everyone else.
func (c *Caisse) Journee(ctx context.Context) (JourneeBilan, error) {
	b := JourneeBilan{Jour: c.clock.Jour()}
	var empeches Empechements
	apres := ""
	for {
		var ids []string
		err := c.store.View(ctx, func(tx Tx) (err error) {
			ids, err = tx.AVoir(b.Jour, apres, pageJournee)
			return err
		})
		if err != nil || len(ids) == 0 {
			if err == nil {
				b.Travaux, err = c.travaux(ctx, "")
			}
			var rates travauxRates
			if errors.As(err, &rates) {
				err = nil
			}
			b.Laisses = errors.Join(empeches.erreur(), rates.error)
			return b, err
		}
		for groupe := range slices.Chunk(ids, c.conf.Groupe) {
			if err := c.journeeDeTous(ctx, groupe, &b, &empeches); err != nil {
				return b, err
			}
		}
		apres = ids[len(ids)-1]
	}
}

// journeeDeTous proposes the orders of some people together; when one of them
// prevents it, each by herself.
func (c *Caisse) journeeDeTous(ctx context.Context, personnes []string, b *JourneeBilan, empeches *Empechements) error {
	if c.journeeGroupe(ctx, personnes, b) == nil {
		return nil
	}
	for i := range personnes {
		err := c.journeeGroupe(ctx, personnes[i:i+1], b)
		if err := empeches.noter(ctx, personnes[i], err); err != nil {
			return err
		}
	}
	return nil
}

// journeeGroupe proposes the orders of some people, in one transaction: one
// person, unless [Config] gathers them.
func (c *Caisse) journeeGroupe(ctx context.Context, personnes []string, b *JourneeBilan) error {
	var os []ouvert
	err := c.store.Update(ctx, func(tx Tx) (err error) {
		for _, p := range personnes {
			if err := tx.Verrouiller(p); err != nil {
				return err
			}
		}
		if os, err = c.ouvrirEnsemble(tx, personnes, true); err != nil {
			return err
		}
		for i := range os {
			if os[i].err != nil {
				return os[i].err
			}
			if err := proteger(func() error { return c.journeePersonne(tx, os[i].d) }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := range os {
		b.compter(os[i].d)
	}
	return nil
}

// journeePersonne makes the orders of a person that the day computed.
func (c *Caisse) journeePersonne(tx Tx, d *Dossier) error {
	for i := range d.Proposes {
		o := &d.Proposes[i]
		if err := tx.AjouterOrdre(o); err != nil {
			return err
		}
		if err := tx.Poser(o.Personne, o.Poses()); err != nil {
			return err
		}
		d.Ordres = append(d.Ordres, o)
		d.Poses = append(d.Poses, o.Poses()...)
	}
	return c.projeterApres(tx, d)
}

// projeterApres projects a person whose orders were just made: what they pay is not
// proposed any more. The orders stay those that the day proposed.
func (c *Caisse) projeterApres(tx Tx, d *Dossier) error {
	proposes, retenues := d.Proposes, d.Retenues
	if len(proposes) > 0 {
		if err := c.proposer(d); err != nil {
			return err
		}
	}
	if err := c.etapes(d); err != nil {
		return err
	}
	err := c.projeter(tx, d)
	d.Proposes, d.Retenues = proposes, retenues
	return err
}

func (b *JourneeBilan) compter(d *Dossier) {
	b.Examines++
	b.Ordres += len(d.Proposes)
	for i := range d.Proposes {
		b.Brut += d.Proposes[i].Total.Brut
		b.Net += d.Proposes[i].Total.Net
	}
	for _, r := range d.Retenues {
		if r.Motif != paiement.AttendRythme && r.Motif != paiement.AttendAcompte {
			b.Retenues++
		}
	}
}
