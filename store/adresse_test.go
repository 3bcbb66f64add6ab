package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLireAdresse(t *testing.T) {
	dossier := t.TempDir()
	fichier := filepath.Join(dossier, "base")
	if err := os.WriteFile(fichier, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for url, attendu := range map[string]adresse{
		dossier:                  {fichier: filepath.Join(dossier, "accord.db")},
		"sqlite:" + dossier:      {fichier: filepath.Join(dossier, "accord.db")},
		"sqlite://" + dossier:    {fichier: filepath.Join(dossier, "accord.db")},
		fichier:                  {fichier: fichier},
		"a/b.db":                 {fichier: "a/b.db"},
		"sqlite:nouveau":         {fichier: filepath.Join("nouveau", "accord.db")},
		"postgres://h/b?a=1":     {postgres: "postgres://h/b?a=1"},
		"postgresql://u:p@h/b":   {postgres: "postgresql://u:p@h/b"},
		"/tmp/é à/caisse n° 1%?": {fichier: "/tmp/é à/caisse n° 1%?/accord.db"},
	} {
		if a, err := lireAdresse(url); err != nil || a != attendu {
			t.Errorf("%s : %+v, %v", url, a, err)
		}
	}
	for _, url := range []string{"", "sqlite:", "mysql://h/b", ":memory:", "sqlite::memory:"} {
		if a, err := lireAdresse(url); err == nil {
			t.Errorf("«%s» accepté : %+v", url, a)
		}
	}
}

// A path is not a URI: what it holds is taken as it stands.
func TestCheminsDeTravers(t *testing.T) {
	for _, nom := range []string{"é à", "a?b", "a#b", "a%20b", "a&b=c"} {
		dossier := filepath.Join(t.TempDir(), nom)
		s := ouvrirEssai(t, dossier)
		remplie(t, s)
		if _, err := os.Stat(filepath.Join(dossier, "accord.db")); err != nil {
			t.Error(err)
		}
	}
}
