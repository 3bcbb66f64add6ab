package app

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"accord/paiement"
	v "accord/valeur"
)

// Vue is a dossier with everything that a person at a desk wants to see.
type Vue struct {
	*Dossier
	Numero   string // the dossier asked for, empty when the whole person was
	Pieces   []PieceRecue
	Messages []Message
	Actes    map[string][]paiement.Acte // by order
}

// Consulter opens a dossier by its number, a person by her identifier or by
// her NIR. ErrAbsent.
func (c *Caisse) Consulter(ctx context.Context, reference string) (*Vue, error) {
	var vue *Vue
	err := c.store.View(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		d, err := c.ouvrir(tx, personne, true)
		if err != nil {
			return err
		}
		vue = &Vue{Dossier: d, Numero: numero, Actes: map[string][]paiement.Acte{}}
		if vue.Pieces, err = tx.Pieces(personne); err != nil {
			return err
		}
		if vue.Messages, err = tx.Messages(personne); err != nil {
			return err
		}
		for _, o := range d.Ordres {
			if vue.Actes[o.ID], err = tx.Actes(o.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return vue, err
}

// trouver resolves a reference to a person and, when it is one, a dossier. A
// number whose first day has since moved leads to the person.
func trouver(tx Tx, reference string) (personne, numero string, err error) {
	if nir, err := v.ParseNIR(reference); err == nil {
		id, err := tx.Personne(nir, false, false)
		if errors.Is(err, ErrAbsent) {
			id, err = tx.Personne(nir, true, false)
		}
		return id, "", err
	}
	reference = strings.ToUpper(strings.TrimSpace(reference))
	if p, err := tx.PersonneDe(reference); err == nil {
		return p, reference, nil
	} else if !errors.Is(err, ErrAbsent) {
		return "", "", err
	}
	personne, _, _ = strings.Cut(reference, "-")
	if _, _, err := tx.NIR(personne); err != nil {
		return "", "", fmt.Errorf("dossier «%s» : %w", reference, err)
	}
	return personne, "", nil
}

// Lister lists dossiers, and how many there are in all.
func (c *Caisse) Lister(ctx context.Context, f Filtre) (rs []Resume, total int, err error) {
	err = c.store.View(ctx, func(tx Tx) (err error) {
		if rs, err = tx.Dossiers(f); err != nil {
			return err
		}
		total, err = tx.Compter(f)
		return err
	})
	return rs, total, err
}

// Ordre returns an order, its acts, and the person's dossier.
func (c *Caisse) Ordre(ctx context.Context, id string) (o *paiement.Ordre, actes []paiement.Acte, err error) {
	err = c.store.View(ctx, func(tx Tx) (err error) {
		if o, err = tx.Ordre(id); err != nil {
			return err
		}
		actes, err = tx.Actes(id)
		return err
	})
	return o, actes, err
}
