package app

import (
	"context"
	"slices"

	"accord/decision"
	"accord/paiement"
	v "accord/valeur"
)

// enRoute are the states of the orders that have not left, outside of a batch.
var enRoute = []paiement.Etat{paiement.Propose, paiement.Signe, paiement.Suspendu, paiement.Vise}

// appliquerGels cancels the orders on their way that a stop touches, one
// transaction each. Their days are due again: held as far as the stop touches
// them, proposed on the next day of the caisse for the rest. A batch that holds
// such an order and was not released is taken apart whole.
func (c *Caisse) appliquerGels(ctx context.Context) (annules []Ecarte, err error) {
	var gels []decision.Gel
	var ids []string
	var lots []Lot
	err = c.store.View(ctx, func(tx Tx) (err error) {
		if gels, err = c.gelsEnVigueur(tx); err != nil || len(gels) == 0 {
			return err
		}
		ids, lots, err = ordresEnCours(tx)
		return err
	})
	if err != nil || len(gels) == 0 {
		return nil, err
	}
	for i := range lots {
		rendus, err := c.arreterLotTouche(ctx, gels, &lots[i])
		if err != nil {
			return annules, err
		}
		annules = append(annules, rendus...)
	}
	for _, id := range ids {
		motif := ""
		err := c.store.Update(ctx, func(tx Tx) error {
			motif = ""
			o, err := tx.Ordre(id)
			if err != nil || !estEnRoute(o.Etat) {
				return err
			}
			g, err := c.toucheOrdre(tx, gels, o)
			if err != nil || g == nil {
				return err
			}
			motif = g.Dit()
			return c.annulerOrdre(tx, o, g.Auteur(), motif)
		})
		if err != nil {
			return annules, err
		}
		if motif != "" {
			annules = append(annules, Ecarte{id, motif})
		}
	}
	return annules, nil
}

// ordresEnCours lists the orders that have not left and are in no batch, and the batches
// that were not released.
func ordresEnCours(tx Tx) (ids []string, lots []Lot, err error) {
	for _, etat := range enRoute {
		de, err := tx.OrdresEtat(etat)
		if err != nil {
			return nil, nil, err
		}
		ids = append(ids, de...)
	}
	lots, err = tx.Lots()
	return ids, garder(lots, func(l *Lot) bool { return l.Etat == paiement.LotPrepare }), err
}

func estEnRoute(e paiement.Etat) bool { return slices.Contains(enRoute, e) }

// arreterLotTouche takes a batch apart when a stop touches one of its orders.
func (c *Caisse) arreterLotTouche(ctx context.Context, gels []decision.Gel, l *Lot) ([]Ecarte, error) {
	var touche *decision.Gel
	err := c.store.View(ctx, func(tx Tx) error {
		for _, id := range l.Ordres {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			if touche, err = c.toucheOrdre(tx, gels, o); err != nil || touche != nil {
				return err
			}
		}
		return nil
	})
	if err != nil || touche == nil {
		return nil, err
	}
	return c.annulerLot(ctx, l.ID, touche.Auteur(), touche.Dit())
}

// annulerLot takes apart a batch that was not released: each of its orders is
// cancelled, and what they paid is due again.
func (c *Caisse) annulerLot(ctx context.Context, id string, par v.Agent, motif string) (annules []Ecarte, err error) {
	err = c.store.Update(ctx, func(tx Tx) error {
		annules, err = c.annulerLotDans(tx, id, par, motif)
		return err
	})
	return annules, err
}

func (c *Caisse) annulerLotDans(tx Tx, id string, par v.Agent, motif string) (annules []Ecarte, err error) {
	l, err := tx.Lot(id)
	if err != nil {
		return nil, err
	}
	if l.Etat != paiement.LotPrepare {
		return nil, ErrDejaEmis
	}
	for _, ordre := range l.Ordres {
		o, err := tx.Ordre(ordre)
		if err != nil {
			return nil, err
		}
		if err := c.annulerOrdre(tx, o, par, motif); err != nil {
			return nil, err
		}
		annules = append(annules, Ecarte{ordre, motif})
	}
	l.Etat = paiement.LotAnnule
	return annules, tx.MajLot(l)
}

// annulerOrdre cancels an order that has not left: its postings are undone by
// others, its expense by another entry, and its person is computed again.
func (c *Caisse) annulerOrdre(tx Tx, o *paiement.Ordre, par v.Agent, motif string) error {
	if err := tx.Verrouiller(o.Personne); err != nil {
		return err
	}
	avait := o.Etat == paiement.Vise || o.Etat == paiement.EnLot
	if err := c.passer(tx, o, paiement.Annule, par, motif); err != nil {
		return err
	}
	poses, err := tx.Poses(o.Personne)
	if err != nil {
		return err
	}
	if err := tx.Poser(o.Personne, o.Contrepasser(poses, c.clock.Jour())); err != nil {
		return err
	}
	if avait {
		if err := ajouterEcriture(tx, o.ComptabiliserAnnulation(c.clock.Jour())); err != nil {
			return err
		}
	}
	if err := c.recalculer(tx, o.Personne); !empeche(err) {
		return err
	}
	return c.rafraichir(tx, "annule/"+o.ID, o.Personne)
}
