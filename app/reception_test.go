package app_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/registre"
)

func recevoir(t testing.TB, c *app.Caisse, fs []fichier) {
	t.Helper()
	for _, f := range fs {
		if _, err := c.Recevoir(context.Background(), f.nom, f.contenu); err != nil {
			t.Fatalf("%s : %v", f.nom, err)
		}
	}
}

// Any order of the files received between two payment days gives the same
// calendar, the same open questions, the same messages and the same orders.
func TestOrdreDesFichiers(t *testing.T) {
	fs := tirer(t, 8, 40)
	hasard := rand.New(rand.NewPCG(1, 2))
	attendu := ""
	for n := range 4 {
		c := caisse(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+40))
		recevoir(t, c, fs)
		if _, err := c.Journee(context.Background()); err != nil {
			t.Fatal(err)
		}
		photo := photographier(t, c)
		switch {
		case n == 0:
			attendu = photo
		case photo != attendu:
			t.Fatalf("l'ordre de réception %d change le résultat :\n%s", n, difference(attendu, photo))
		}
		verifier(t, c)
		hasard.Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
	}
}

// Receiving everything again changes nothing, under the same names or others.
func TestSecondeReception(t *testing.T) {
	fs := tirer(t, 6, 30)
	c := caisse(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+30))
	recevoir(t, c, fs)
	avant := photographier(t, c)
	for i := range fs {
		fs[i].nom = "bis-" + fs[i].nom
		fs[i].contenu = append([]byte("\n"), fs[i].contenu...) // another file, the same pieces
	}
	for _, f := range fs {
		r, err := c.Recevoir(context.Background(), f.nom, f.contenu)
		if err != nil {
			t.Fatal(err)
		}
		if r.Nouvelles != 0 {
			t.Errorf("%s : %d pièces nouvelles à la seconde réception", f.nom, r.Nouvelles)
		}
	}
	if apres := photographier(t, c); apres != avant {
		t.Errorf("une seconde réception change :\n%s", difference(avant, apres))
	}
}

// Files taken in together give what each gives by itself, whether pieces share
// transactions or not; one that comes twice in the same lot is received once.
func TestRecevoirTous(t *testing.T) {
	fs := tirer(t, 8, 40)
	fs = append(fs, fs[0], fs[len(fs)/2], fichier{"illisible.json", []byte("{")})
	un := caisse(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+40))
	var attendus []app.Reception
	arrivees := make([]app.Arrivee, len(fs))
	for i, f := range fs {
		arrivees[i] = app.Arrivee{Nom: f.nom, Contenu: f.contenu}
		r, err := un.Recevoir(context.Background(), f.nom, f.contenu)
		if err != nil {
			t.Fatal(err)
		}
		attendus = append(attendus, r)
	}
	if !attendus[len(fs)-3].DejaRecu || attendus[len(fs)-1].Perdues() == 0 {
		t.Fatal("le lot n'a ni double ni fichier illisible")
	}
	for _, groupe := range []int{1, 7, 1000} {
		tous := caisseAvec(t, ouvrirBase(t, t.TempDir()), clock.NewManual(debut+40), func(c *app.Config) { c.Groupe = groupe })
		rs, err := tous.RecevoirTous(context.Background(), arrivees)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(rs, attendus) {
			t.Errorf("par %d : %+v\nun par un : %+v", groupe, rs, attendus)
		}
		if a, b := photographier(t, un), photographier(t, tous); a != b {
			t.Errorf("par %d, l'état diffère :\n%s", groupe, difference(a, b))
		}
	}
}

// difference shows the first lines that differ.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	de := max(0, i-600)
	return "…" + a[de:min(len(a), i+400)] + "\n=====\n…" + b[de:min(len(b), i+400)]
}

// Across payment days the route changes what was paid when, never what is owed:
// the same calendar, and owed − paid tells the rest. The requests to stay with a dying
// person come first whatever the route: what is owed runs from the day of their reception
// (AJP-01).
func TestOrdreAuTraversDesPaiements(t *testing.T) {
	fs := tirer(t, 8, 40)
	hasard := rand.New(rand.NewPCG(5, 6))
	attendu := ""
	for n := range 3 {
		fs := slices.Concat(choisir(fs, true, demandeAJAP), choisir(fs, false, demandeAJAP))
		h := clock.NewManual(debut + 40)
		c := caisse(t, ouvrirBase(t, t.TempDir()), h)
		for k := 0; k < len(fs); k += 1 + len(fs)/4 {
			recevoir(t, c, fs[k:min(len(fs), k+1+len(fs)/4)])
			if _, err := c.Journee(context.Background()); err != nil {
				t.Fatal(err)
			}
			if _, err := c.Payer(context.Background(), signataires, depot{}); err != nil {
				t.Fatal(err)
			}
			h.Avancer()
		}
		verifier(t, c)
		texte := calendriers(t, c)
		switch {
		case n == 0:
			attendu = texte
		case texte != attendu:
			t.Fatalf("la route change le calendrier :\n%s", difference(attendu, texte))
		}
		hasard.Shuffle(len(fs), func(i, j int) { fs[i], fs[j] = fs[j], fs[i] })
	}
}

func demandeAJAP(f fichier) bool { return bytes.Contains(f.contenu, []byte(`"ajap"`)) }

// choisir keeps the files of which something is said, or those of which it is not.
func choisir(fs []fichier, dit bool, quoi func(fichier) bool) []fichier {
	return slices.DeleteFunc(slices.Clone(fs), func(f fichier) bool { return quoi(f) != dit })
}

// calendriers describes what everyone is owed, whatever was paid.
func calendriers(t *testing.T, c *app.Caisse) string {
	t.Helper()
	var b strings.Builder
	err := c.Store().View(context.Background(), func(tx app.Tx) error {
		ids, err := tx.Personnes("", 0)
		if err != nil {
			return err
		}
		for _, id := range ids {
			dus, err := tx.Registre(id)
			if err != nil {
				return err
			}
			for _, s := range registre.Comprimer(dus) {
				fmt.Fprintln(&b, id, s.Dossier, s.Ligne, s.Jour, s.Au, s.Etat, s.IJ, s.Destinataire, s.Regle)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
