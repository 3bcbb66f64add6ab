package app_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/dossier"
	"accord/suivi"
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

// Questions whose time has not come, however many, do not hold back what was
// enqueued after them.
func TestTravauxTropTot(t *testing.T) {
	ctx := context.Background()
	c := caisse(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+25))
	recevoir(t, c, tirer(t, 30, 25))
	if _, err := c.Travailler(ctx); err != nil {
		t.Fatal(err)
	}
	personne, question := aVenir(t, c)
	charge, err := json.Marshal(question)
	if err != nil {
		t.Fatal(err)
	}
	err = c.Store().Update(ctx, func(tx app.Tx) error {
		for i := range 250 {
			w := app.Travail{Cle: fmt.Sprintf("demande/essai/%03d", i), Genre: "demande", Personne: personne, Charge: string(charge), CreeLe: 1}
			if err := tx.AjouterTravail(w); err != nil {
				return err
			}
		}
		return tx.AjouterTravail(app.Travail{Cle: "rafraichir/essai", Genre: "rafraichir", Personne: personne, CreeLe: 2})
	})
	if err != nil {
		t.Fatal(err)
	}
	if faits, err := c.Travailler(ctx); faits != 1 || err != nil {
		t.Errorf("%d travaux faits, %v", faits, err)
	}
}

// aVenir finds a question that is not asked yet.
func aVenir(t *testing.T, c *app.Caisse) (personne string, q dossier.Question) {
	t.Helper()
	dossiers, _, err := c.Lister(context.Background(), app.Filtre{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range dossiers {
		d, err := c.Consulter(context.Background(), x.Personne)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range slices.Concat(d.Calcul.AVenir, d.Calcul.Questions) {
			if q.AupresDe != "caisse" && suivi.Rappels(d.Calendrier, &q)[0].Le > d.Jour {
				return x.Personne, q
			}
		}
	}
	t.Fatal("aucune question à venir")
	return "", q
}
