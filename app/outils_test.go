package app_test

import (
	"bytes"
	"context"
	"crypto/ecdh"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/format/banque"
	"accord/format/piece"
	"accord/parametre"
	"accord/sim"
	"accord/store"
	v "accord/valeur"
)

// cleDEssai seals the bases of tests: the same key gives the same identifiers.
var cleDEssai = bytes.Repeat([]byte{7}, 32)

var debut = v.NewJour(2026, 8, 24)

// ouvrirBase opens a base in a folder, new or not. A new one is a copy of one
// that was made once: its schema takes longer to make than most tests to run.
func ouvrirBase(t testing.TB, dossier string) *store.Store {
	t.Helper()
	fichier := filepath.Join(dossier, "accord.db")
	if _, err := os.Stat(fichier); errors.Is(err, os.ErrNotExist) {
		contenu, err := baseNeuve()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fichier, contenu, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := ouvrir(dossier)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// baseNeuve is the file of an empty base, closed.
var baseNeuve = sync.OnceValues(func() ([]byte, error) {
	dossier, err := os.MkdirTemp("", "accord-app-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dossier)
	s, err := ouvrir(dossier)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dossier, "accord.db"))
})

func ouvrir(dossier string) (*store.Store, error) {
	medical, err := ecdh.X25519().NewPrivateKey(cleDEssai)
	if err != nil {
		return nil, err
	}
	cles, err := store.NouvellesCles(cleDEssai, medical.PublicKey().Bytes())
	if err != nil {
		return nil, err
	}
	return store.Open(context.Background(), dossier, cles)
}

// caisse opens an application over a store, on a day.
func caisse(t testing.TB, s app.Store, h clock.Clock) *app.Caisse {
	return caisseAvec(t, s, h, nil)
}

// caisseAvec opens one that sets something for itself.
func caisseAvec(t testing.TB, s app.Store, h clock.Clock, change func(*app.Config)) *app.Caisse {
	t.Helper()
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	return caisseSous(t, s, h, table, change)
}

// caisseSous opens one under other parameters.
func caisseSous(t testing.TB, s app.Store, h clock.Clock, table *parametre.Table, change func(*app.Config)) *app.Caisse {
	t.Helper()
	conf := app.Config{
		Code: "441", Nom: "Caisse d'essai", Groupe: 50, Debiteur: app.Debiteur{
			Nom: "CAISSE D'ESSAI", SIRET: "00000000000000", IBAN: "FR1420041010050500013M02606", BIC: "PSSTFRPPXXX",
			Rue: "Rue de l'Exemple", Numero: "1", CodePostal: "44000", Ville: "Nantes", Pays: "FR",
		},
	}
	if change != nil {
		change(&conf)
	}
	return app.New(s, piece.Lecteur{}, banque.SEPA{}, h, table, conf)
}

// fichier is one file to receive.
type fichier struct {
	nom     string
	contenu []byte
}

// tirer writes a small invented caisse and returns the files of its first days.
func tirer(t testing.TB, assures, jours int) []fichier {
	t.Helper()
	racine := t.TempDir()
	if _, err := sim.Generer(sim.Config{Assures: assures, Population: 3 * assures, Graine: 42, Debut: debut, Jours: 60}, racine, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	var fs []fichier
	for j := range jours {
		dossier := filepath.Join(racine, (debut + v.Jour(j)).String())
		entrees, err := os.ReadDir(dossier)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entrees {
			contenu, err := os.ReadFile(filepath.Join(dossier, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			fs = append(fs, fichier{e.Name(), contenu})
		}
	}
	return fs
}

// depot keeps the bank files that were handed over, and refuses that one comes
// back with another content.
type depot map[string]string

func (d depot) Deposer(nom string, contenu []byte) error {
	if deja, vu := d[nom]; vu && deja != string(contenu) {
		return errors.New("le même nom, un autre contenu")
	}
	d[nom] = string(contenu)
	return nil
}

var signataires = app.Signataires{Ordonnateur: v.Agent{Nom: "Alice"}, Comptable: v.Agent{Nom: "Bruno"}}

// personne is everything about one person that must not depend on the route.
type personne struct {
	ID        string
	Registre  any
	Questions any
	Etapes    any
	Ordres    []string
	Messages  []string
}

// photographier describes the whole base, instants left out.
func photographier(t testing.TB, c *app.Caisse) string {
	t.Helper()
	var ps []personne
	err := c.Store().View(context.Background(), func(tx app.Tx) error {
		ids, err := tx.Personnes("", 0)
		if err != nil {
			return err
		}
		for _, id := range ids {
			r, err := tx.Registre(id)
			if err != nil {
				return err
			}
			ps = append(ps, personne{ID: id, Registre: r})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range ps {
		vue, err := c.Consulter(context.Background(), ps[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		ps[i].Questions, ps[i].Etapes = vue.Calcul.Questions, vue.Etapes
		for _, o := range vue.Ordres {
			ps[i].Ordres = append(ps[i].Ordres, o.ID+" "+string(o.Etat)+" "+o.Total.Net.String())
		}
		for _, m := range vue.Messages {
			ps[i].Messages = append(ps[i].Messages, m.Cle)
		}
		slices.Sort(ps[i].Ordres)
		slices.Sort(ps[i].Messages)
	}
	texte, err := json.MarshalIndent(ps, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(texte)
}

// verifier fails on any breach.
func verifier(t testing.TB, c *app.Caisse) {
	t.Helper()
	r, err := c.Verifier(context.Background(), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range r.Breches {
		t.Errorf("%s %s : %s", b.Code, b.Objet, b.Phrase)
	}
}
