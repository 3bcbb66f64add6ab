package storetest

import (
	"context"
	"errors"
	"reflect"

	"accord/app"
	"accord/dossier"

	"pgregory.net/rapid"
)

var faits = []essai{
	{"chaque genre revient tel qu'il fut donné", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error {
			if err := tx.AjouterFaits(id, 42, exemples()); err != nil {
				return err
			}
			relus, err := tx.Faits(id) // the transaction reads its own writes
			b.egal(relus, exemples())
			return err
		})
		b.egal(relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(id) }), exemples())
		b.lire(func(tx app.Tx) error { return tx.VerifierChaine(id) })
	}},
	{"ce qui fut défait n'est pas relu", func(b *banc) {
		id := b.personne(1)
		deux, autres := exemples()[:2], exemples()[2:5]
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 1, deux) })
		lire := func() []dossier.Fait {
			return relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(id) })
		}
		b.egal(lire(), deux)
		defait := errors.New("défait")
		b.refuser(defait, func(tx app.Tx) error {
			if err := tx.AjouterFaits(id, 2, exemples()[5:8]); err != nil {
				return err
			}
			fs, err := tx.Faits(id)
			if err != nil {
				return err
			}
			b.egal(len(fs), 5)
			return defait
		})
		b.egal(lire(), deux)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 3, autres) })
		b.egal(lire(), exemples()[:5])
	}},
	{"qui change la liste reçue ne change que la sienne", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 1, exemples()[:3]) })
		for range 2 {
			fs := relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(id) })
			b.egal(fs, exemples()[:3])
			fs[0] = dossier.Fait{}
			b.egal(len(append(fs[:1], fs...)), 4)
		}
	}},
	{"une personne est suivie dès qu'un fait ouvre un dossier", func(b *banc) {
		suivie := func(id string) bool {
			return relire(b, func(tx app.Tx) (bool, error) { return tx.Suivie(id) })
		}
		for i, f := range exemples() {
			id := b.personne(10 + i)
			b.egal(suivie(id), false)
			b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 1, []dossier.Fait{f}) })
			b.egal(suivie(id), f.OuvreUnDossier())
			b.ecrire(func(tx app.Tx) error {
				return tx.AjouterFaits(id, 2, []dossier.Fait{{Genre: dossier.GenreRIB, RIB: &dossier.RIB{}}})
			})
			b.egal(suivie(id), f.OuvreUnDossier())
		}
	}},
	{"rien à ajouter", func(b *banc) {
		id := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 42, nil) })
		b.lire(func(tx app.Tx) error {
			fs, err := tx.Faits(id)
			if len(fs) != 0 {
				b.Errorf("%d faits", len(fs))
			}
			if err != nil {
				return err
			}
			return tx.VerifierChaine(id)
		})
	}},
	{"quel que soit le découpage, la chaîne est celle des faits", func(b *banc) {
		numero := 0
		rapid.Check(b.T, func(t *rapid.T) {
			numero++
			var attendus []dossier.Fait
			for range rapid.IntRange(1, 3).Draw(t, "transactions") {
				err := b.Update(context.Background(), func(tx app.Tx) error {
					id, err := tx.Personne(nir(numero), false, true)
					if err != nil {
						return err
					}
					for range rapid.IntRange(0, 3).Draw(t, "ajouts") {
						ajout := rapid.SliceOfN(rapid.SampledFrom(exemples()), 0, 20).Draw(t, "faits")
						if err := tx.AjouterFaits(id, rapid.Int64().Draw(t, "reçu le"), ajout); err != nil {
							return err
						}
						attendus = append(attendus, ajout...)
					}
					if err := tx.VerifierChaine(id); err != nil {
						return err
					}
					relus, err := tx.Faits(id)
					if len(relus) != len(attendus) || len(relus) > 0 && !reflect.DeepEqual(relus, attendus) {
						t.Fatalf("%d faits relus, %d attendus", len(relus), len(attendus))
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			}
		})
	}},
	{"des milliers de faits d'un coup", func(b *banc) {
		id := b.personne(1)
		var beaucoup []dossier.Fait
		for len(beaucoup) < 3000 {
			beaucoup = append(beaucoup, exemples()...)
		}
		b.ecrire(func(tx app.Tx) error { return tx.AjouterFaits(id, 42, beaucoup) })
		b.egal(relire(b, func(tx app.Tx) ([]dossier.Fait, error) { return tx.Faits(id) }), beaucoup)
		b.lire(func(tx app.Tx) error { return tx.VerifierChaine(id) })
	}},
}
