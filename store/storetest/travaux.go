package storetest

import (
	"fmt"

	"accord/app"
)

var travaux = []essai{
	{"une file, du plus ancien au plus récent", func(b *banc) {
		id := b.personne(1)
		a := app.Travail{Cle: "a", Genre: "accuse", Personne: id, Charge: `{"zoé":1}`, CreeLe: 20}
		c := app.Travail{Cle: "c", Genre: "demande", CreeLe: 10, Charge: "pour personne"}
		d := app.Travail{Cle: "d", Genre: "demande", Personne: id, CreeLe: 20}
		b.ecrire(func(tx app.Tx) error {
			for _, w := range []app.Travail{d, a, c, {Cle: "a", Genre: "autre", CreeLe: 1}} {
				if err := tx.AjouterTravail(w); err != nil {
					return err
				}
			}
			return nil
		})
		file := func(n int) []app.Travail {
			return relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(n) })
		}
		b.egal(file(10), []app.Travail{c, a, d})
		b.egal(file(2), []app.Travail{c, a})
		b.ecrire(func(tx app.Tx) error {
			ws, err := tx.Travaux(10)
			b.egal(ws, []app.Travail{c, a, d})
			if err != nil {
				return err
			}
			return tx.FinirTravail("a", 30)
		})
		b.egal(file(10), []app.Travail{c, d})
		b.refuser(app.ErrAbsent, func(tx app.Tx) error { return tx.FinirTravail("a", 31) })
		b.ecrire(func(tx app.Tx) error { return tx.AjouterTravail(a) }) // done is done
		b.egal(file(10), []app.Travail{c, d})
	}},
	{"ce qui fut dit reste dit", func(b *banc) {
		id := b.personne(1)
		m := app.Message{Cle: "m2", Personne: id, A: "assure", Objet: "Votre arrêt", Corps: "Bonjour Zoé,\n…", Le: 20}
		avant := app.Message{Cle: "m9", Personne: id, A: "employeur:73282932000074", Le: 10}
		b.ecrire(func(tx app.Tx) error {
			for _, x := range []app.Message{m, avant, {Cle: "m2", Personne: id, Corps: "autre chose", Le: 1}, {Cle: "général", Corps: "à personne"}} {
				if err := tx.AjouterMessage(x); err != nil {
					return err
				}
			}
			return nil
		})
		b.egal(relire(b, func(tx app.Tx) ([]app.Message, error) { return tx.Messages(id) }), []app.Message{avant, m})
	}},
	{"une longue file", func(b *banc) {
		b.ecrire(func(tx app.Tx) error {
			for i := range 1500 {
				if err := tx.AjouterTravail(app.Travail{Cle: fmt.Sprint("t", i), Genre: "g", CreeLe: int64(i)}); err != nil {
					return err
				}
			}
			return nil
		})
		ws := relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(1200) })
		b.egal([]any{len(ws), ws[1199].Cle}, []any{1200, "t1199"})
	}},
}
