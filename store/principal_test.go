package store

import (
	"bytes"
	"context"
	"crypto/ecdh"
	"crypto/hpke"
	"os"
	"path/filepath"
	"testing"

	"accord/store/pgprive"
)

func TestMain(m *testing.M) {
	code := m.Run()
	pgprive.Terminer()
	os.Exit(code)
}

var cleMedicale, _ = hpke.DHKEM(ecdh.X25519()).GenerateKey()

func clesEssai() Cles {
	c, err := NouvellesCles(bytes.Repeat([]byte{7}, 32), cleMedicale.PublicKey().Bytes())
	if err != nil {
		panic(err)
	}
	return c
}

// adresses gives, for each database, the URL of an empty one.
var adresses = []struct {
	nom string
	url func(testing.TB) string
}{
	{"sqlite", func(t testing.TB) string { return filepath.Join(t.TempDir(), "accord.db") }},
	{"postgres", func(t testing.TB) string { return pgprive.Copie(t, preparer) }},
}

// preparer makes the schema that each test copies.
func preparer(url string) error {
	s, err := Open(context.Background(), url, clesEssai())
	if err != nil {
		return err
	}
	return s.Close()
}

func ouvrirEssai(t testing.TB, url string) *Store {
	t.Helper()
	s, err := Open(context.Background(), url, clesEssai())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// surChaque runs a test on each database.
func surChaque(t *testing.T, f func(t *testing.T, s *Store)) {
	for _, a := range adresses {
		t.Run(a.nom, func(t *testing.T) { f(t, ouvrirEssai(t, a.url(t))) })
	}
}
