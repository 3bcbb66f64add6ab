package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// A file is handed over exactly once, wherever the process died before.
func TestRemiseUnique(t *testing.T) {
	const nom, contenu = "lot.xml", "<virements/>"
	ecrire := func(t *testing.T, chemin, texte string) {
		t.Helper()
		if err := os.WriteFile(chemin, []byte(texte), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	temoin := t.TempDir()
	if err := dossierBancaire(temoin).Deposer(nom, []byte(contenu)); err != nil {
		t.Fatal(err)
	}
	marque, err := os.ReadFile(filepath.Join(temoin, nom+".sha256"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		mort    string
		prepare func(t *testing.T, d string)
		present bool // the file is in its place at the end
	}{
		{"avant tout", func(*testing.T, string) {}, true},
		{"pendant l'écriture du fichier", func(t *testing.T, d string) { ecrire(t, filepath.Join(d, nom+".tmp"), "<vire") }, true},
		{"avant la marque", func(t *testing.T, d string) { ecrire(t, filepath.Join(d, nom+".tmp"), contenu) }, true},
		{"pendant l'écriture de la marque", func(t *testing.T, d string) {
			ecrire(t, filepath.Join(d, nom+".tmp"), contenu)
			ecrire(t, filepath.Join(d, nom+".sha256.tmp"), string(marque[:5]))
		}, true},
		{"après la marque", func(t *testing.T, d string) {
			ecrire(t, filepath.Join(d, nom+".tmp"), contenu)
			ecrire(t, filepath.Join(d, nom+".sha256"), string(marque))
		}, true},
		{"après la remise, la banque a pris le fichier", func(t *testing.T, d string) {
			ecrire(t, filepath.Join(d, nom+".sha256"), string(marque))
		}, false},
	} {
		d := t.TempDir()
		c.prepare(t, d)
		for range 2 {
			if err := dossierBancaire(d).Deposer(nom, []byte(contenu)); err != nil {
				t.Fatalf("mort %s : %v", c.mort, err)
			}
		}
		texte, err := os.ReadFile(filepath.Join(d, nom))
		if (err == nil) != c.present || c.present && string(texte) != contenu {
			t.Errorf("mort %s : fichier présent %v, «%s»", c.mort, err == nil, texte)
		}
	}
	if err := dossierBancaire(temoin).Deposer(nom, []byte("<autre/>")); err == nil {
		t.Error("le même nom est remis avec un autre contenu")
	}
}
