package storetest

import (
	"slices"

	"accord/app"
)

var rattachements = []essai{
	{"rattacher, changer, détacher", func(b *banc) {
		a, x, y := b.personne(1), b.personne(2), b.personne(3)
		b.liens(a, "")
		b.ecrire(func(tx app.Tx) error {
			if err := tx.Rattacher(x, a); err != nil {
				return err
			}
			return tx.Rattacher(y, a)
		})
		attendues := []string{x, y}
		slices.Sort(attendues)
		b.liens(x, a)
		b.liens(y, a)
		b.liens(a, "", attendues...)
		b.ecrire(func(tx app.Tx) error { return tx.Rattacher(y, x) })
		b.liens(y, x)
		b.liens(x, a, y)
		b.liens(a, "", x)
		for range 2 {
			b.ecrire(func(tx app.Tx) error { return tx.Rattacher(x, "") })
		}
		b.liens(x, "", y)
		b.liens(a, "")
	}},
	{"le lien se lit dans la transaction qui le fait", func(b *banc) {
		a, x := b.personne(1), b.personne(2)
		b.ecrire(func(tx app.Tx) error {
			if _, err := tx.Rattachees(a); err != nil {
				return err
			}
			if err := tx.Rattacher(x, a); err != nil {
				return err
			}
			p, err := tx.Principale(x)
			if p != a {
				b.Errorf("principale «%s», attendu «%s»", p, a)
			}
			if err != nil {
				return err
			}
			fiches, err := tx.Rattachees(a)
			if !slices.Equal(fiches, []string{x}) {
				b.Errorf("fiches rattachées %v", fiches)
			}
			return err
		})
	}},
	{"nul n'est rattaché à soi-même ni à une fiche absente", func(b *banc) {
		a := b.personne(1)
		b.refuser(nil, func(tx app.Tx) error { return tx.Rattacher(a, a) })
		b.refuser(app.ErrAbsent, func(tx app.Tx) error { return tx.Rattacher(a, "000000000000") })
		b.liens(a, "")
	}},
	{"rattacher ne touche ni les faits ni la chaîne", func(b *banc) {
		a, x := b.personne(1), b.personne(2)
		b.ecrire(func(tx app.Tx) error {
			if err := tx.AjouterFaits(x, 1, exemples()); err != nil {
				return err
			}
			if err := tx.Rattacher(x, a); err != nil {
				return err
			}
			return tx.AjouterFaits(x, 2, exemples())
		})
		b.lire(func(tx app.Tx) error {
			fs, err := tx.Faits(x)
			if len(fs) != 2*len(exemples()) {
				b.Errorf("%d faits", len(fs))
			}
			if err != nil {
				return err
			}
			return tx.VerifierChaine(x)
		})
	}},
}

// liens checks where a record is attached and which ones are attached to it.
func (b *banc) liens(fiche, principale string, rattachees ...string) {
	b.Helper()
	b.egal(relire(b, func(tx app.Tx) (string, error) { return tx.Principale(fiche) }), principale)
	b.egal(relire(b, func(tx app.Tx) ([]string, error) { return tx.Rattachees(fiche) }), rattachees)
}
