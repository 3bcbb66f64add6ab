package app

import (
	"context"

	"accord/decision"
	"accord/paiement"
	v "accord/valeur"
)

// Signataires are the two people without whom nothing leaves: they are never
// the same (D.122-2, D.253-4). Where one of them is not there, what the other does is
// done: orders are signed, and wait; or those that were signed get the visa.
type Signataires struct{ Ordonnateur, Comptable v.Agent }

// admettreSignataires examines who signs and who gives the visa, and gives them as the
// register knows them.
func (c *Caisse) admettreSignataires(ctx context.Context, s Signataires) (Signataires, error) {
	if s.Ordonnateur.Anonyme() && s.Comptable.Anonyme() {
		return s, paiement.ErrAnonyme
	}
	err := c.store.View(ctx, func(tx Tx) (err error) {
		if !s.Ordonnateur.Anonyme() {
			if s.Ordonnateur, err = c.pourLActe(tx, s.Ordonnateur, decision.SignerOrdre); err != nil {
				return err
			}
		}
		if !s.Comptable.Anonyme() {
			s.Comptable, err = c.pourLActe(tx, s.Comptable, decision.ViserOrdre)
		}
		return err
	})
	if err == nil && s.Ordonnateur.Est(s.Comptable) {
		err = paiement.ErrSeparation
	}
	return s, err
}

// rafraichirSignes projects again everyone whose orders are signed, and wait for the
// visa: the comptable is awaited now. It counts those orders.
func (c *Caisse) rafraichirSignes(ctx context.Context) (n int, err error) {
	err = c.store.Update(ctx, func(tx Tx) error {
		ids, err := tx.OrdresEtat(paiement.Signe)
		if err != nil {
			return err
		}
		n = len(ids)
		for _, id := range ids {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			if err := c.rafraichir(tx, "signe/"+id, o.Personne); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		err = c.avancer(ctx, travailRafraichir)
	}
	return n, err
}
