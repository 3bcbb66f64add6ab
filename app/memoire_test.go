package app_test

import (
	"context"
	"reflect"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/dossier"
)

// The facts that a store holds opened are shared by all who read them: nothing
// that computes, pays, counts or proves changes them.
func TestFaitsLusInchanges(t *testing.T) {
	ctx, base := context.Background(), t.TempDir()
	c := caisse(t, ouvrirBase(t, base), clock.NewManual(debut+40))
	recevoir(t, c, tirer(t, 20, 40))
	if _, err := c.Journee(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Payer(ctx, signataires, depot{}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Etat(ctx, func(int) {}); err != nil {
		t.Fatal(err)
	}
	verifier(t, c)
	autre := caisse(t, ouvrirBase(t, base), clock.NewManual(debut+40)) // reads the base itself
	a, b := tousLesFaits(t, c), tousLesFaits(t, autre)
	if len(a) < 50 {
		t.Fatalf("%d personnes seulement", len(a))
	}
	for id, faits := range b {
		if !reflect.DeepEqual(a[id], faits) {
			t.Errorf("%s : en mémoire %+v\ndans la base %+v", id, a[id], faits)
		}
	}
}

func tousLesFaits(t *testing.T, c *app.Caisse) map[string][]dossier.Fait {
	t.Helper()
	tous := map[string][]dossier.Fait{}
	err := c.Store().View(context.Background(), func(tx app.Tx) error {
		ids, err := tx.Personnes("", 1000)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if tous[id], err = tx.Faits(id); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return tous
}
