package app

import (
	"context"
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
}

const pageJournee = 200

// Journee runs the day of the caisse: what is due and over becomes orders, and
// what had to be said is said. Running it twice on one day proposes nothing
// twice: an order posts its days when it is made.
func (c *Caisse) Journee(ctx context.Context) (JourneeBilan, error) {
	b := JourneeBilan{Jour: c.clock.Jour()}
	apres := ""
	for {
		var ids []string
		err := c.store.View(ctx, func(tx Tx) (err error) {
			ids, err = tx.AVoir(b.Jour, apres, pageJournee)
			return err
		})
		if err != nil || len(ids) == 0 {
			if err == nil {
				b.Travaux, err = c.Travailler(ctx)
			}
			return b, err
		}
		for groupe := range slices.Chunk(ids, c.conf.Groupe) {
			if err := c.journeeGroupe(ctx, groupe, &b); err != nil {
				return b, err
			}
		}
		apres = ids[len(ids)-1]
	}
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
			if err := c.journeePersonne(tx, os[i].d); err != nil {
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
