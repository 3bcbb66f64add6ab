package app_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	v "accord/valeur"
)

// Three years and a day after the last trace, the content of those whom nothing keeps is
// erased, on a list that two people made. The books stay those of the caisse: the proof of
// the night holds. Whoever may relapse, or still waits, is kept.
func TestEffacerAuTerme(t *testing.T) {
	ctx := context.Background()
	h := clock.NewManual(debut + 60)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	recevoir(t, c, tirer(t, 40, 60))
	if _, err := c.Journee(ctx); err != nil {
		t.Fatal(err)
	}
	if payer(t, c).Ordres == 0 {
		t.Fatal("personne n'est payé")
	}
	un, autre := v.Agent{Nom: "Anne Lebrun"}, v.Agent{Nom: "Marc Petit"}
	if _, err := c.EtablirBordereau(ctx, un, "cadre", "terme"); !errors.Is(err, app.ErrRienAEffacer) {
		t.Fatalf("trop tôt : %v", err)
	}
	for range 3*366 + 1 {
		h.Avancer()
	}
	echus, err := c.Echus(ctx)
	if err != nil {
		t.Fatal(err)
	}
	gardes, libres := map[string]int{}, 0
	for _, e := range echus {
		if e.Garde == "" {
			libres++
			continue
		}
		raison, _, _ := strings.Cut(e.Garde, " ")
		gardes[raison]++
	}
	if libres == 0 || gardes["dossier"] == 0 || gardes["un"] == 0 {
		t.Fatalf("%d à effacer, gardés %v", libres, gardes)
	}
	b, err := c.EtablirBordereau(ctx, un, "cadre", "terme")
	if err != nil || len(b.Personnes) != libres {
		t.Fatalf("%d personnes, attendu %d (%v)", len(b.Personnes), libres, err)
	}
	if _, err := c.ViserBordereau(ctx, b.Bordereau, un, "directeur", "visa"); !errors.Is(err, decision.ErrConfirmation) {
		t.Fatalf("visé par qui l'a établi : %v", err)
	}
	e, err := c.ViserBordereau(ctx, b.Bordereau, autre, "directeur", "visa")
	if err != nil || e.Effacees != libres || len(e.Gardees) > 0 {
		t.Fatalf("%+v, %v", e, err)
	}
	lire := func(id string) error {
		return c.Store().View(ctx, func(tx app.Tx) error {
			_, err := tx.Faits(id)
			return err
		})
	}
	for _, id := range b.Personnes {
		if err := lire(id); !errors.Is(err, app.ErrEfface) {
			t.Errorf("%s se lit encore (%v)", id, err)
		}
	}
	if encore, err := c.ViserBordereau(ctx, b.Bordereau, autre, "directeur", "encore"); err != nil || encore.Effacees != 0 || encore.Motif != "visa" {
		t.Errorf("visé deux fois : %+v, %v", encore, err)
	}
	r, err := c.Verifier(ctx, func(int) {})
	if err != nil || len(r.Breches) > 0 {
		t.Errorf("%v, %v", r.Breches, err)
	}
	if reste, err := c.Echus(ctx); err != nil || len(reste) != len(echus)-libres {
		t.Errorf("%d à terme, attendu %d (%v)", len(reste), len(echus)-libres, err)
	}
}
