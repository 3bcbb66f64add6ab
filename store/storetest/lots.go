package storetest

import (
	"fmt"

	"accord/app"
	"accord/paiement"
)

// lot builds a batch of those orders, which it makes.
func (b *banc) lot(id string, ordres ...string) app.Lot {
	b.Helper()
	personne := b.personne(1)
	b.ecrire(func(tx app.Tx) error {
		for _, o := range ordres {
			if err := tx.AjouterOrdre(ordre(personne, o, lundi)); err != nil {
				return err
			}
		}
		return nil
	})
	return app.Lot{
		ID: id, CreeLe: 77, Execution: lundi + 1, Etat: paiement.LotPrepare, Ordres: ordres, Nombre: len(ordres), Somme: 12345,
		Empreinte: empreinte(id), Fichier: []byte("<Document>" + id + "</Document>"),
	}
}

func ajouterLot(l app.Lot) func(app.Tx) error {
	return func(tx app.Tx) error { return tx.AjouterLot(l) }
}
func majLot(l app.Lot) func(app.Tx) error { return func(tx app.Tx) error { return tx.MajLot(l) } }

var lots = []essai{
	{"un lot revient tel qu'il fut donné", func(b *banc) {
		l := b.lot("L1", "O2", "O1")
		b.ecrire(ajouterLot(l))
		b.egal(relire(b, func(tx app.Tx) (app.Lot, error) { return tx.Lot("L1") }), l)
		b.egal(relire(b, func(tx app.Tx) (*paiement.Ordre, error) { return tx.Ordre("O1") }).Lot, "L1")
		autre := b.lot("L0")
		autre.CreeLe, autre.Ordres = 78, nil
		b.ecrire(ajouterLot(autre))
		l.Fichier, autre.Fichier = nil, nil
		b.egal(relire(b, func(tx app.Tx) ([]app.Lot, error) { return tx.Lots() }), []app.Lot{l, autre})
	}},
	{"un ordre n'est que dans un lot", func(b *banc) {
		b.ecrire(ajouterLot(b.lot("L1", "O1", "O2")))
		b.refuser(app.ErrDejaEnLot, ajouterLot(b.lot("L2", "O3", "O2")))
		b.refuser(app.ErrAbsent, ajouterLot(app.Lot{ID: "L3", Etat: paiement.LotPrepare, Ordres: []string{"INCONNU"}}))
		b.egal(len(relire(b, func(tx app.Tx) ([]app.Lot, error) { return tx.Lots() })), 1)
	}},
	{"le même fichier ne part pas deux fois", func(b *banc) {
		l := b.lot("L1", "O1")
		b.ecrire(ajouterLot(l))
		b.refuser(app.ErrDejaEmis, ajouterLot(l))
		copie := b.lot("L2", "O2")
		copie.Empreinte = l.Empreinte
		b.refuser(app.ErrDejaEmis, ajouterLot(copie))
		copie.Empreinte = ""
		b.ecrire(ajouterLot(copie))
		copie.Empreinte = l.Empreinte
		b.refuser(app.ErrDejaEmis, majLot(copie))
	}},
	{"un lot n'est émis qu'une fois", func(b *banc) {
		l := b.lot("L1", "O1")
		b.ecrire(ajouterLot(l))
		l.Somme = 5
		b.ecrire(majLot(l)) // still in preparation
		l.Etat = paiement.LotEmis
		b.ecrire(majLot(l))
		b.refuser(app.ErrDejaEmis, majLot(l))
		l.Etat = paiement.LotPrepare
		b.refuser(app.ErrDejaEmis, majLot(l))
		l.Etat = paiement.LotDepose
		for range 2 {
			b.ecrire(majLot(l))
		}
		l.Etat = paiement.LotEmis
		b.refuser(app.ErrDejaEmis, majLot(l))
		l.Etat = paiement.LotDepose
		b.egal(relire(b, func(tx app.Tx) (app.Lot, error) { return tx.Lot("L1") }), l)
	}},
	{"un grand lot", func(b *banc) {
		var ordres []string
		for i := range 500 {
			ordres = append(ordres, fmt.Sprintf("O%04d", 499-i))
		}
		l := b.lot("L1", ordres...)
		l.Fichier = make([]byte, 3<<20)
		b.ecrire(ajouterLot(l))
		b.egal(relire(b, func(tx app.Tx) (app.Lot, error) { return tx.Lot("L1") }), l)
	}},
}
