package app_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
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

// Three people are paid otherwise by a new program: one loses. Two sign the same report;
// it is applied to those who gain, then to the one who loses, by name; what changes since
// the signature undoes it, and is named.
func TestUnRejeuSeSigneADeuxEtSAppliqueParCohorte(t *testing.T) {
	h, base, ctx := clock.NewManual(debut+25), t.TempDir(), context.Background()
	s := ouvrirBase(t, base)
	c := caisse(t, s, h)
	recevoir(t, c, tirer(t, 25, 25))
	vivre(t, c)
	payer(t, c)
	vivre(t, c)
	gens := payes(t, c)
	if len(gens) < 4 {
		t.Fatalf("%d personnes payées", len(gens))
	}
	ancien := func(ecart int, personne string) {
		falsifier(t, filepath.Join(base, "accord.db"), "suites", fmt.Sprintf("UPDATE suites SET ij = ij + %d WHERE ij > 200 AND etat = 'paye' AND personne = '%s'", ecart, personne))
	}
	ancien(-100, gens[0])
	ancien(-50, gens[1])
	ancien(100, gens[2])
	r := rejouer(t, c)
	if len(r.Rejouees) != 3 || r.Rejouees[0].Personne != gens[2] || !r.Rejouees[0].Perd || r.Rejouees[1].Perd || r.Rejouees[2].Perd || r.ID != rejouer(t, c).ID {
		t.Fatalf("%+v", r.Rejouees)
	}
	signer := func(r *app.Rejeu, id, par, role string) error {
		_, err := c.SignerRejeu(ctx, r, id, v.Agent{Nom: par}, role, "relu")
		return err
	}
	appliquer := func(r *app.Rejeu, id, cohorte string) (app.ApplicationRejeu, error) {
		x, err := decision.LireCohorte(cohorte)
		if err != nil {
			t.Fatal(err)
		}
		return c.AppliquerRejeu(ctx, r, id, x, v.Agent{Nom: "Anne"}, "cadre", "rappels")
	}
	refuse := func(err, attendu error, mots ...string) {
		t.Helper()
		if !errors.Is(err, attendu) {
			t.Errorf("%v, attendu %v", err, attendu)
			return
		}
		for _, m := range mots {
			if !strings.Contains(err.Error(), m) {
				t.Errorf("«%v» ne dit pas «%s»", err, m)
			}
		}
	}
	_, err := appliquer(r, r.ID, "gagnants")
	refuse(err, app.ErrRejeu, "personne ne l'a signé")
	refuse(signer(r, "0123456789AB", "Anne", "cadre"), app.ErrRejeu, r.ID)
	refuse(signer(r, r.ID, "Anne", "technicien"), decision.ErrPouvoir)
	refuse(signer(r, r.ID, "Anne", "cadre"), nil)
	_, err = appliquer(r, r.ID, "gagnants")
	refuse(err, decision.ErrConfirmation, "n'a que la signature de Anne")
	refuse(signer(r, r.ID, " ANNE ", "directeur"), decision.ErrConfirmation)
	refuse(signer(r, r.ID, "Luc", "cadre"), decision.ErrConfirmation)

	ancien(-1, gens[1]) // it changes before the second signature
	autre := rejouer(t, c)
	refuse(signer(autre, r.ID, "Marc", "directeur"), app.ErrRejeu, gens[1], autre.ID)
	signerADeux(t, c, autre)
	refuse(signer(autre, autre.ID, "Paul", "directeur"), decision.ErrConfirmation, "déjà signé")
	ancien(-100, gens[3]) // and after it
	_, err = appliquer(rejouer(t, c), autre.ID, "gagnants")
	refuse(err, app.ErrRejeu, "il ne nomme pas", gens[3])
	ancien(100, gens[3])

	ancien(100, gens[0]) // computed meanwhile, for another reason: nothing is left to apply to her, and the rest holds
	r = rejouer(t, c)
	a, err := appliquer(r, autre.ID, "gagnants")
	if err != nil || !slices.Equal(a.Personnes, gens[1:2]) || len(a.Restent) != 1 || a.Restent[0].Personne != gens[2] || !slices.Equal(a.Sorties, gens[:1]) {
		t.Fatalf("%+v, %v", a, err)
	}
	r = rejouer(t, c)
	_, err = appliquer(r, autre.ID, "part:100")
	refuse(err, app.ErrRejeu, "personne n'y est")
	if len(r.Rejouees) != 1 || r.Rejouees[0].Personne != gens[2] {
		t.Fatalf("qui perd a été recalculé : %+v", r.Rejouees)
	}
	if a, err = appliquer(r, autre.ID, "personne:"+gens[2]); err != nil || !slices.Equal(a.Personnes, gens[2:3]) {
		t.Fatalf("%+v, %v", a, err)
	}
	if r = rejouer(t, c); len(r.Rejouees) != 0 {
		t.Errorf("%+v", r.Rejouees)
	}
	rs, err := c.Rejeux(ctx)
	if err != nil || len(rs) != 2 || rs[1].Seconde == nil || len(rs[1].Applications) != 2 || rs[0].Seconde != nil {
		t.Errorf("%+v, %v", rs, err)
	}
	verifier(t, c)
}

// Imagined rules are signed by nobody; neither is a report that names nobody.
func TestUnRejeuImagineNeSeSignePas(t *testing.T) {
	h := clock.NewManual(debut + 25)
	c := caisse(t, ouvrirBase(t, t.TempDir()), h)
	recevoir(t, c, tirer(t, 10, 25))
	vivre(t, c)
	autre, err := c.Table().LireAutrement("MAL-U-1", "demi_superieur")
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Rejouer(context.Background(), autre, func(int) {})
	if err != nil || len(r.Rejouees) == 0 || r.ID == "" {
		t.Fatalf("%+v, %v", r, err)
	}
	if _, err := c.SignerRejeu(context.Background(), r, r.ID, v.Agent{Nom: "Anne"}, "directeur", "relu"); !errors.Is(err, app.ErrRejeu) {
		t.Errorf("signé : %v", err)
	}
	if _, err := c.SignerRejeu(context.Background(), rejouer(t, c), "x", v.Agent{Nom: "Anne"}, "directeur", "relu"); !errors.Is(err, app.ErrRejeu) {
		t.Errorf("rien ne change, et c'est signé : %v", err)
	}
}
