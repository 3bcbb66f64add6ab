package app_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/droit"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// A refusal is proposed by the law and taken by a named human: until then the
// dossier says whose signature it waits for; afterwards every recomputation
// keeps it.
func TestRefusSigne(t *testing.T) {
	ctx := context.Background()
	c := caisse(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+60))
	recevoir(t, c, tirer(t, 60, 60))
	attente, _, err := c.Lister(ctx, app.Filtre{Attend: "ordonnateur"})
	if err != nil || len(attente) == 0 {
		t.Fatalf("aucun refus proposé dans la caisse tirée (%v)", err)
	}
	num := attente[0].Dossier
	if _, err := c.Signer(ctx, num, app.Signature{Par: v.Agent{Nom: "Alice"}}); err == nil {
		t.Error("une décision sans motif est acceptée")
	}
	signees, err := c.Signer(ctx, num, app.Signature{Par: v.Agent{Nom: "Alice"}, Motif: "pièces examinées"})
	if err != nil || len(signees) == 0 {
		t.Fatalf("%v %v", signees, err)
	}
	if _, err := c.Signer(ctx, num, app.Signature{Par: v.Agent{Nom: "Alice"}, Motif: "encore"}); !errors.Is(err, app.ErrRienASigner) {
		t.Errorf("une seconde signature : %v", err)
	}
	vue, err := c.Consulter(ctx, num)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(vue.Dus, func(d registre.Du) bool { return d.Dossier == num && d.Etat == droit.Refuse }) {
		t.Error("le refus signé a quitté le calendrier")
	}
	for _, e := range vue.Etapes {
		if e.Genre == suivi.Agent && e.Acteur == "ordonnateur" && app.NumeroDossier(vue.Personne, &e.Chaine) == num {
			t.Errorf("le dossier attend encore une signature : %s", e.Phrase)
		}
	}
	verifier(t, c)
}
