package app_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/paiement"
	v "accord/valeur"
)

// A register that a former program kept: the replay names whom this one pays
// otherwise, and applies it once; it is then the register of this program.
func TestRejouerUnAncienRegistre(t *testing.T) {
	h, base := clock.NewManual(debut+25), t.TempDir()
	ctx := context.Background()
	s := ouvrirBase(t, base)
	c := caisse(t, s, h)
	recevoir(t, c, tirer(t, 10, 25))
	if _, err := c.Journee(ctx); err != nil {
		t.Fatal(err)
	}
	ordres := proposes(t, c)
	if len(ordres) == 0 {
		t.Fatal("personne n'est payé")
	}
	personne := ordres[0].Personne
	payer(t, c)
	if r, err := c.Rejouer(ctx, nil, func(int) {}); err != nil || len(r.Rejouees) > 0 || r.Personnes == 0 {
		t.Fatalf("%v %+v", err, r)
	}
	s.Close()
	jours := "suites SET ij = ij - 100 WHERE ij > 100 AND etat = 'paye' AND personne = '" + personne + "'"
	falsifier(t, filepath.Join(base, "accord.db"), "suites", "UPDATE "+jours)

	c = caisse(t, ouvrirBase(t, base), h)
	r, err := c.Rejouer(ctx, nil, func(int) {})
	if err != nil || len(r.Rejouees) != 1 || r.Rejouees[0].Personne != personne || r.Rejouees[0].Perte != 0 {
		t.Fatalf("%v %+v", err, r)
	}
	attendu := v.Centimes(0)
	for _, x := range r.Rejouees[0].Suites {
		attendu += v.Centimes(100 * x.Jours())
	}
	if r.Rejouees[0].Gain != attendu || attendu == 0 {
		t.Errorf("gain de %v, attendu %v", r.Rejouees[0].Gain, attendu)
	}
	signerADeux(t, c, r)
	if _, err := c.AppliquerRejeu(ctx, r, r.ID, decision.Cohorte{Genre: decision.CohorteGagnants}, v.Agent{Nom: "Anne"}, "cadre", "premiers rappels"); err != nil {
		t.Fatal(err)
	}
	if r, err := c.Rejouer(ctx, nil, func(int) {}); err != nil || len(r.Rejouees) > 0 {
		t.Errorf("%v %+v", err, r.Rejouees)
	}
	verifier(t, c)
}

// rejouer replays what this program says against what is kept.
func rejouer(t *testing.T, c *app.Caisse) *app.Rejeu {
	t.Helper()
	r, err := c.Rejouer(context.Background(), nil, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// payes lists, in order, those whose money has left.
func payes(t *testing.T, c *app.Caisse) (gens []string) {
	t.Helper()
	err := c.Store().View(context.Background(), func(tx app.Tx) error {
		ids, err := tx.OrdresEtat(paiement.Emis)
		for _, id := range ids {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			gens = append(gens, o.Personne)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(gens)
	return slices.Compact(gens)
}

func signerADeux(t *testing.T, c *app.Caisse, r *app.Rejeu) {
	t.Helper()
	for _, x := range [][2]string{{"Anne", "cadre"}, {"Marc", "directeur"}} {
		if _, err := c.SignerRejeu(context.Background(), r, r.ID, v.Agent{Nom: x[0]}, x[1], "relu"); err != nil {
			t.Fatal(err)
		}
	}
}
