package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	v "accord/valeur"
)

// Nobody knows the term of a person who cannot be read: she is not on the list of those to erase, and on one that was drawn
// up before she is kept, with the true reason. The others are erased all the same. Mended, she is erased like them.
func TestEffacerSansQuiNeSeLitPas(t *testing.T) {
	ctx, h, tous := context.Background(), clock.NewManual(debut+25), t.TempDir()
	base := filepath.Join(tous, "accord.db")
	s := ouvrirBase(t, tous)
	c := caisse(t, s, h)
	for n := range 3 {
		m := &monde{t: t, c: c, h: h, n: 10 * n}
		m.recevoir(unAvis(invente(n), debut, debut+1, siretInvente(n)))
		m.recevoir(uneAttestation(invente(n), siretInvente(n), debut-1, 2000_00, 1, mois(debut), nil))
	}
	m := &monde{t: t, c: c, h: h}
	abimee, effacees := m.ficheDe(invente(1)), []string{m.ficheDe(invente(0)), m.ficheDe(invente(2))}
	abimer := func(requete string) {
		t.Helper()
		s.Close()
		falsifier(t, base, "faits", requete+" WHERE seq = 1 AND personne = '"+abimee+"'")
		s = ouvrirBase(t, tous)
		c = caisse(t, s, h)
	}
	for range 3*366 + 1 {
		h.Avancer()
	}
	un, autre := v.Agent{Nom: "Anne Lebrun"}, v.Agent{Nom: "Marc Petit"}
	avant, err := c.EtablirBordereau(ctx, un, "cadre", "terme")
	if err != nil || len(avant.Personnes) != 3 {
		t.Fatalf("%v, %v", avant.Personnes, err)
	}

	abimer("UPDATE faits SET scelle = CAST(x'00' || scelle AS BLOB)")
	echus, err := c.Echus(ctx)
	if err != nil || len(echus) != 2 || slices.ContainsFunc(echus, func(e app.Echu) bool { return e.Personne == abimee || e.Garde != "" }) {
		t.Errorf("%+v, %v", echus, err)
	}
	if b, err := c.EtablirBordereau(ctx, un, "cadre", "terme"); err != nil || len(b.Personnes) != 2 || slices.Contains(b.Personnes, abimee) {
		t.Errorf("le bordereau nomme %v, %v", b.Personnes, err)
	}
	e, err := c.ViserBordereau(ctx, avant.Bordereau, autre, "directeur", "visa")
	if err != nil || e.Effacees != 2 || len(e.Gardees) != 1 || e.Gardees[0].Personne != abimee || !strings.Contains(e.Gardees[0].Garde, "son contenu ne s'ouvre pas") {
		t.Errorf("%+v, %v", e, err)
	}
	lire := func(id string) error {
		return c.Store().View(ctx, func(tx app.Tx) error {
			_, err := tx.Faits(id)
			return err
		})
	}
	for _, id := range effacees {
		if err := lire(id); !errors.Is(err, app.ErrEfface) {
			t.Errorf("%s se lit encore (%v)", id, err)
		}
	}
	if err := lire(abimee); err == nil || errors.Is(err, app.ErrEfface) {
		t.Errorf("qui ne se lit pas : %v", err)
	}
	if r, err := c.Verifier(ctx, func(int) {}); err != nil || !slices.ContainsFunc(r.Breches, func(b app.Breche) bool { return b.Objet == abimee }) {
		t.Errorf("la vérification ne la nomme pas : %v", err)
	}

	abimer("UPDATE faits SET scelle = substr(scelle, 2)")
	if err := lire(abimee); err != nil {
		t.Fatal(err)
	}
	if e, err := c.ViserBordereau(ctx, avant.Bordereau, autre, "directeur", "encore"); err != nil || e.Effacees != 1 {
		t.Errorf("réparée : %+v, %v", e, err)
	}
	verifier(t, c)
}
