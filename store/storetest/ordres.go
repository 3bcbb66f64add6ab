package storetest

import (
	"accord/app"
	"accord/paiement"
	"accord/registre"
)

func acte(o string, vers paiement.Etat, par string) paiement.Acte {
	return paiement.Acte{Ordre: o, Vers: vers, Par: par, Le: 1_700_000_000_000_000, Motif: "vu"}
}

var ordres = []essai{
	{"un ordre revient tel qu'il fut donné", func(b *banc) {
		id := b.personne(1)
		assure, employeur := ordre(id, "B", lundi+1), ordre(id, "A", lundi+1)
		employeur.Destinataire = registre.Employeur("73282932000074")
		ancien := ordre(id, "Z", lundi)
		ancien.Lignes, ancien.Feuille = nil, nil
		for range 2 { // the same identifier is the same order
			b.ecrire(func(tx app.Tx) error {
				for _, o := range []*paiement.Ordre{assure, employeur, ancien} {
					if err := tx.AjouterOrdre(o); err != nil {
						return err
					}
				}
				relu, err := tx.Ordre("B")
				b.egal(relu, assure)
				return err
			})
		}
		b.egal(relire(b, func(tx app.Tx) (*paiement.Ordre, error) { return tx.Ordre("A") }), employeur)
		b.egal(relire(b, func(tx app.Tx) ([]*paiement.Ordre, error) { return tx.Ordres(id) }), []*paiement.Ordre{ancien, employeur, assure})
		b.egal(relire(b, func(tx app.Tx) ([]*paiement.Ordre, error) { return tx.Ordres(b.personne(2)) }), []*paiement.Ordre{})
	}},
	{"passer d'un état à l'autre", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error {
			for _, o := range []string{"O3", "O1", "O2"} {
				if err := tx.AjouterOrdre(ordre(id, o, lundi)); err != nil {
					return err
				}
			}
			return nil
		})
		actes := []paiement.Acte{acte("O1", paiement.Signe, "Mme A"), acte("O1", paiement.Vise, "M. B")}
		b.ecrire(func(tx app.Tx) error {
			for _, a := range actes {
				o, err := tx.Ordre("O1")
				if err != nil {
					return err
				}
				passes, err := tx.Actes("O1")
				if err != nil {
					return err
				}
				if err := o.Passer(a, passes); err != nil {
					return err
				}
				if err := tx.Passer(o, a); err != nil {
					return err
				}
			}
			return nil
		})
		b.egal(relire(b, func(tx app.Tx) ([]paiement.Acte, error) { return tx.Actes("O1") }), actes)
		b.egal(relire(b, func(tx app.Tx) (*paiement.Ordre, error) { return tx.Ordre("O1") }).Etat, paiement.Vise)
		b.egal(relire(b, func(tx app.Tx) ([]string, error) { return tx.OrdresEtat(paiement.Propose) }), []string{"O2", "O3"})
		b.egal(relire(b, func(tx app.Tx) ([]string, error) { return tx.OrdresEtat(paiement.Vise) }), []string{"O1"})
		b.refuser(paiement.ErrTransition, func(tx app.Tx) error { return tx.Passer(ordre(id, "O1", lundi), actes[1]) })
		b.refuser(nil, func(tx app.Tx) error { return tx.Passer(ordre(id, "O2", lundi), acte("O2", paiement.Signe, "")) })
		b.egal(len(relire(b, func(tx app.Tx) ([]paiement.Acte, error) { return tx.Actes("O1") })), 2)
		// An order that moved on is not put back by being proposed again.
		b.ecrire(func(tx app.Tx) error { return tx.AjouterOrdre(ordre(id, "O1", lundi)) })
		b.egal(relire(b, func(tx app.Tx) (*paiement.Ordre, error) { return tx.Ordre("O1") }).Etat, paiement.Vise)
	}},
}
