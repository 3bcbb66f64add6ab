package app_test

import (
	"context"
	"testing"

	"accord/app"
	"accord/clock"
)

// The books stay those of the caisse when the content of people who were paid is
// erased at the end of its keeping: the proof of the night still holds.
func TestVerifierApresEffacement(t *testing.T) {
	ctx := context.Background()
	h := clock.NewManual(debut + 25)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	recevoir(t, c, tirer(t, 10, 25))
	if _, err := c.Journee(ctx); err != nil {
		t.Fatal(err)
	}
	payes := payer(t, c)
	if payes.Ordres == 0 {
		t.Fatal("personne n'est payé")
	}
	err := c.Store().Update(ctx, func(tx app.Tx) error {
		ids, err := tx.Personnes("", 0)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if es, err := tx.Ecritures(id); err != nil || len(es) == 0 {
				continue
			}
			if err := tx.Effacer(id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Verifier(ctx, func(int) {})
	if err != nil || len(r.Breches) > 0 {
		t.Errorf("%v, %v", r.Breches, err)
	}
}
