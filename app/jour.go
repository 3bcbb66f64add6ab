package app

import (
	"context"

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
		for _, id := range ids {
			if err := c.journeePersonne(ctx, id, &b); err != nil {
				return b, err
			}
		}
		apres = ids[len(ids)-1]
	}
}

// journeePersonne proposes one person's orders, in one transaction.
func (c *Caisse) journeePersonne(ctx context.Context, personne string, b *JourneeBilan) error {
	var d *Dossier
	err := c.store.Update(ctx, func(tx Tx) (err error) {
		if err := tx.Verrouiller(personne); err != nil {
			return err
		}
		if d, err = c.ouvrir(tx, personne, true); err != nil {
			return err
		}
		for i := range d.Proposes {
			o := &d.Proposes[i]
			if err := tx.AjouterOrdre(o); err != nil {
				return err
			}
			if err := tx.Poser(personne, o.Poses()); err != nil {
				return err
			}
			d.Ordres = append(d.Ordres, o)
			d.Poses = append(d.Poses, o.Poses()...)
		}
		d.etapes()
		return c.projeter(tx, d)
	})
	if err != nil {
		return err
	}
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
	return nil
}
