package store

import (
	"errors"
	"fmt"

	"accord/app"
	"accord/paiement"
	"accord/store/requetes"
	v "accord/valeur"
)

func (t *tx) scellerLot(l *app.Lot) []byte {
	return sceller(t.coffre.caisse, lieu{"lots.fichier", l.ID}, l.Fichier)
}

// AjouterLot implements [app.TxPaiements]. [app.ErrDejaEnLot] when one of the
// orders is in a batch already, [app.ErrDejaEmis] when the batch, or its very
// file, exists.
func (t *tx) AjouterLot(l app.Lot) error {
	err := t.q.InsererLot(t.ctx, requetes.InsererLotParams{
		ID: l.ID, CreeLe: l.CreeLe, Execution: int64(l.Execution), Etat: string(l.Etat), Nombre: int64(l.Nombre),
		Somme: int64(l.Somme), Empreinte: texteOuNul(l.Empreinte), Fichier: t.scellerLot(&l),
	})
	if err == nil {
		err = t.ses.acquitter()
	}
	if errors.Is(err, errDoublon) {
		return fmt.Errorf("lot %s : %w", l.ID, app.ErrDejaEmis)
	}
	if err != nil {
		return t.erreur(err)
	}
	args := make([]any, 0, 3*len(l.Ordres))
	for i, ordre := range l.Ordres {
		args = append(args, ordre, l.ID, int64(i+1))
	}
	err = t.inserer(requetes.InsererLotOrdre, args)
	if err == nil {
		err = t.ses.acquitter()
	}
	if errors.Is(err, errDoublon) {
		return fmt.Errorf("lot %s : %w", l.ID, app.ErrDejaEnLot)
	}
	return err
}

// MajLot implements [app.TxPaiements]: all but the orders and the creation. A
// batch that left preparation is never prepared nor emitted again:
// [app.ErrDejaEmis].
func (t *tx) MajLot(l app.Lot) error {
	n, err := t.q.ModifierLot(t.ctx, requetes.ModifierLotParams{
		ID: l.ID, Execution: int64(l.Execution), Etat: string(l.Etat), Nombre: int64(l.Nombre), Somme: int64(l.Somme),
		Empreinte: texteOuNul(l.Empreinte), Fichier: t.scellerLot(&l), Prepare: string(paiement.LotPrepare), Emis: string(paiement.LotEmis),
	})
	if errors.Is(err, errDoublon) {
		return fmt.Errorf("lot %s : %w", l.ID, app.ErrDejaEmis)
	}
	if err != nil {
		return t.erreur(err)
	}
	if n == 0 {
		if _, err := t.q.LireLotTenu(t.ctx, l.ID); err != nil {
			return t.erreur(err)
		}
		return fmt.Errorf("lot %s : %w", l.ID, app.ErrDejaEmis)
	}
	return nil
}

// Lot implements [app.TxPaiements]. In a transaction that writes, the batch is
// held to its end.
func (t *tx) Lot(id string) (app.Lot, error) {
	r, err := t.q.LireLotTenu(t.ctx, id)
	if err != nil {
		return app.Lot{}, t.erreur(err)
	}
	ordres, err := t.q.ListerOrdresLot(t.ctx, id)
	if err != nil {
		return app.Lot{}, t.erreur(err)
	}
	fichier, err := desceller(t.coffre.caisse, lieu{"lots.fichier", id}, r.Fichier)
	return app.Lot{
		ID: r.ID, CreeLe: r.CreeLe, Execution: v.Jour(r.Execution), Etat: paiement.EtatLot(r.Etat), Ordres: ordres,
		Nombre: int(r.Nombre), Somme: v.Centimes(r.Somme), Empreinte: texte(r.Empreinte), Fichier: fichier,
	}, err
}

// Lots implements [app.TxPaiements]: by instant of creation, without the files.
func (t *tx) Lots() ([]app.Lot, error) {
	lignes, err := t.q.ListerLots(t.ctx)
	if err != nil {
		return nil, t.erreur(err)
	}
	ordres, err := t.q.ListerOrdresLots(t.ctx)
	if err != nil {
		return nil, t.erreur(err)
	}
	parLot := map[string][]string{}
	for _, o := range ordres {
		parLot[o.Lot] = append(parLot[o.Lot], o.Ordre)
	}
	lots := make([]app.Lot, len(lignes))
	for i, l := range lignes {
		lots[i] = app.Lot{
			ID: l.ID, CreeLe: l.CreeLe, Execution: v.Jour(l.Execution), Etat: paiement.EtatLot(l.Etat), Ordres: parLot[l.ID],
			Nombre: int(l.Nombre), Somme: v.Centimes(l.Somme), Empreinte: texte(l.Empreinte),
		}
	}
	return lots, nil
}
