package storetest

import (
	"errors"
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
			return relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(app.File{Nombre: n}) })
		}
		b.egal(file(10), []app.Travail{c, a, d})
		b.egal(file(2), []app.Travail{c, a})
		b.ecrire(func(tx app.Tx) error {
			ws, err := tx.Travaux(app.File{Nombre: 10})
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
	{"un travail reporté attend son jour", func(b *banc) {
		id := b.personne(1)
		tard := app.Travail{Cle: "tard", Genre: "rappel", Personne: id, CreeLe: 10, PasAvant: lundi + 3}
		tot := app.Travail{Cle: "tôt", Genre: "demande", Personne: id, CreeLe: 20}
		b.ecrire(func(tx app.Tx) error { return errors.Join(tx.AjouterTravail(tard), tx.AjouterTravail(tot)) })
		file := func(f app.File) []app.Travail {
			f.Nombre = 9
			return relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(f) })
		}
		b.egal(file(app.File{Jour: lundi + 2}), []app.Travail{tot})
		b.egal(file(app.File{Jour: lundi + 3}), []app.Travail{tard, tot})
		b.egal(file(app.File{Jour: lundi + 3, Genre: "rappel"}), []app.Travail{tard})
		b.egal(file(app.File{Jour: lundi + 3, Apres: tard.Rang()}), []app.Travail{tot})
		b.egal(file(app.File{Jour: lundi + 3, Apres: tot.Rang()}), []app.Travail{})
		b.ecrire(func(tx app.Tx) error { return tx.ReporterTravail("tôt", lundi+5) })
		b.egal(file(app.File{Jour: lundi + 4}), []app.Travail{tard})
		tot.PasAvant = lundi + 1
		b.ecrire(func(tx app.Tx) error { return tx.AjouterTravail(tot) }) // asked for again: no later than either
		b.egal(file(app.File{Jour: lundi + 1}), []app.Travail{tot})
		tot.PasAvant = lundi + 9
		b.ecrire(func(tx app.Tx) error { return tx.AjouterTravail(tot) })
		tot.PasAvant = lundi + 1
		b.egal(file(app.File{Jour: lundi + 1}), []app.Travail{tot})
	}},
	{"deux travaux du même instant se suivent par leur clé", func(b *banc) {
		b.ecrire(func(tx app.Tx) error {
			for _, cle := range []string{"c", "a", "b"} {
				if err := tx.AjouterTravail(app.Travail{Cle: cle, Genre: "g", CreeLe: 10}); err != nil {
					return err
				}
			}
			return nil
		})
		var vus []string
		f := app.File{Nombre: 1}
		for range 4 {
			for _, w := range relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(f) }) {
				vus, f.Apres = append(vus, w.Cle), w.Rang()
			}
		}
		b.egal(vus, []string{"a", "b", "c"})
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
		ws := relire(b, func(tx app.Tx) ([]app.Travail, error) { return tx.Travaux(app.File{Nombre: 1200}) })
		b.egal([]any{len(ws), ws[1199].Cle}, []any{1200, "t1199"})
	}},
}
