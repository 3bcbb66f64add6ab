package store

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"accord/app"
	"accord/dossier"
)

// What a transaction adds is read in it as the base will give it, and is forgotten
// with a transaction that is undone.
func TestFaitsAjoutesPuisLus(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		ctx, defait := context.Background(), errors.New("défait")
		var id string
		var lus [][]dossier.Fait
		ajouter := func(fin error, pas ...[]dossier.Fait) {
			t.Helper()
			lus = nil
			err := s.Update(ctx, func(tx app.Tx) (err error) {
				if id, err = tx.Personne(nirBanc(1), false, true); err != nil {
					return err
				}
				for _, faits := range pas {
					if err := tx.AjouterFaits(id, 42, faits); err != nil {
						return err
					}
					l, err := tx.Faits(id)
					if err != nil {
						return err
					}
					lus = append(lus, l)
				}
				return fin
			})
			if !errors.Is(err, fin) {
				t.Fatal(err)
			}
		}
		un := func(i int) []dossier.Fait { return []dossier.Fait{faitBanc(i)} }
		ajouter(defait, un(1), un(2))
		ajouter(nil, un(3))
		ajouter(defait, un(4))
		ajouter(nil, un(5), append(un(6), faitBanc(7)))
		if len(lus[0]) != 2 || len(lus[1]) != 4 {
			t.Fatalf("%d puis %d faits lus, 2 puis 4 attendus", len(lus[0]), len(lus[1]))
		}
		s.memoire.lus.Purge()
		err := s.View(ctx, func(tx app.Tx) error {
			faits, err := tx.Faits(id)
			if !reflect.DeepEqual(faits, lus[1]) || !reflect.DeepEqual(faits[:2], lus[0]) {
				t.Errorf("dans la base %+v\nlus en ajoutant %+v", faits, lus)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := verifierChaine(s, id); err != nil {
			t.Error(err)
		}
	})
}
