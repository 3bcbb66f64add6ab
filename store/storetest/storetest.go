// Package storetest is the conformance suite of [app.Store]: every method of
// the port, its errors, its order, and what it promises when several work at
// once. Each database runs it whole.
package storetest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"accord/app"
	v "accord/valeur"
)

// Run runs the suite. open gives an empty store, closed when its test ends;
// all of them are sealed with the same keys, those of a contrôle médical among
// them.
func Run(t *testing.T, open func(t *testing.T) app.Store) {
	for _, famille := range []struct {
		nom    string
		essais []essai
	}{
		{"personnes", personnes}, {"rattachements", rattachements}, {"faits", faits}, {"transactions", transactions}, {"reception", reception},
		{"projections", projections}, {"ordres", ordres}, {"comptes", comptes}, {"lots", lots}, {"travaux", travaux},
		{"gels", gels}, {"agents", agents}, {"bordereaux", bordereaux}, {"rejeux", rejeux}, {"effacement", effacement}, {"concurrence", concurrence},
	} {
		t.Run(famille.nom, func(t *testing.T) {
			for _, e := range famille.essais {
				t.Run(e.nom, func(t *testing.T) { e.f(&banc{T: t, Store: open(t), open: open}) })
			}
		})
	}
}

type essai struct {
	nom string
	f   func(*banc)
}

// banc is one test on one store.
type banc struct {
	*testing.T
	app.Store
	open func(*testing.T) app.Store
}

// ecrire runs f in a transaction that must succeed.
func (b *banc) ecrire(f func(app.Tx) error) {
	b.Helper()
	if err := b.Update(context.Background(), f); err != nil {
		b.Fatal(err)
	}
}

// lire runs f on a snapshot and must succeed.
func (b *banc) lire(f func(app.Tx) error) {
	b.Helper()
	if err := b.View(context.Background(), f); err != nil {
		b.Fatal(err)
	}
}

// refuser runs f in a transaction that must fail with that error (nil: any).
func (b *banc) refuser(attendu error, f func(app.Tx) error) {
	b.Helper()
	err := b.Update(context.Background(), f)
	if err == nil || attendu != nil && !errors.Is(err, attendu) {
		b.Fatalf("erreur «%v», attendu «%v»", err, attendu)
	}
}

// personne makes person number i.
func (b *banc) personne(i int) (id string) {
	b.Helper()
	b.ecrire(func(tx app.Tx) (err error) {
		id, err = tx.Personne(nir(i), false, true)
		return err
	})
	return id
}

// relire returns what f reads.
func relire[T any](b *banc, f func(app.Tx) (T, error)) (valeur T) {
	b.Helper()
	b.lire(func(tx app.Tx) (err error) {
		valeur, err = f(tx)
		return err
	})
	return valeur
}

// egal compares deeply, but for the emptiness of slices.
func (b *banc) egal(trouve, attendu any) {
	b.Helper()
	if n := reflect.ValueOf(attendu); n.Kind() == reflect.Slice && n.Len() == 0 && reflect.ValueOf(trouve).Len() == 0 {
		return
	}
	if !reflect.DeepEqual(trouve, attendu) {
		b.Fatalf("trouvé  %+v\nattendu %+v", trouve, attendu)
	}
}

// erreur checks an error inside a transaction.
func erreur(err, attendu error) error {
	if !errors.Is(err, attendu) {
		return fmt.Errorf("erreur «%v», attendu «%v»", err, attendu)
	}
	return nil
}

func nir(i int) v.NIR { return v.NIR(fmt.Sprintf("185057800%04d", i)) }

func empreinte(texte string) string {
	h := sha256.Sum256([]byte(texte))
	return hex.EncodeToString(h[:])
}

var lundi = v.NewJour(2026, 3, 2)
