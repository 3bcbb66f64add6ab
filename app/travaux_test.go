package app_test

import (
	"context"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
)

// A job that cannot be done is named, stays pending, and holds nobody back.
func TestTravailQuiRate(t *testing.T) {
	ctx := context.Background()
	c := caisse(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+30))
	recevoir(t, c, tirer(t, 6, 30))
	err := c.Store().Update(ctx, func(tx app.Tx) error {
		return tx.AjouterTravail(app.Travail{Cle: "a-rate", Genre: "genre-inconnu", CreeLe: 1})
	})
	if err != nil {
		t.Fatal(err)
	}
	faits, err := c.Travailler(ctx)
	if faits == 0 || err == nil || !strings.Contains(err.Error(), "travail a-rate") || !strings.Contains(err.Error(), "genre-inconnu") {
		t.Errorf("%d travaux faits, %v", faits, err)
	}
	if faits, err := c.Travailler(ctx); faits != 0 || err == nil {
		t.Errorf("à la seconde fois : %d travaux faits, %v", faits, err)
	}
}
