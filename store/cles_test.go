package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestClesCreeesPuisRelues(t *testing.T) {
	base := filepath.Join(t.TempDir(), "caisse")
	premieres, err := ChargerCles(base, "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(context.Background(), base, premieres)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	relues, err := ChargerCles(base, "")
	if err != nil || !bytes.Equal(relues.maitre, premieres.maitre) || !bytes.Equal(relues.medical, premieres.medical) {
		t.Fatalf("les clés relues diffèrent (%v)", err)
	}
	fichiers, err := filepath.Glob(filepath.Join(base, "*.cle"))
	if err != nil || len(fichiers) != 2 {
		t.Fatalf("fichiers %v, %v", fichiers, err)
	}
	for _, f := range fichiers {
		if info, err := os.Stat(f); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s : %v, %v", f, info.Mode(), err)
		}
	}
}

func TestClesCreeesEnsemble(t *testing.T) {
	base := t.TempDir()
	cles := make([]Cles, 8)
	var groupe sync.WaitGroup
	for i := range cles {
		groupe.Go(func() {
			var err error
			if cles[i], err = ChargerCles(base, ""); err != nil {
				t.Error(err)
			}
		})
	}
	groupe.Wait()
	for _, c := range cles {
		if !bytes.Equal(c.maitre, cles[0].maitre) {
			t.Fatal("deux clés pour une base")
		}
	}
	if medicales, _ := filepath.Glob(filepath.Join(base, "*-controle-medical-*.cle")); len(medicales) != 1 {
		t.Errorf("%v", medicales)
	}
}

func TestCleManquante(t *testing.T) {
	base := t.TempDir()
	cles, err := ChargerCles(base, "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(context.Background(), base, cles)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	chemin, err := CheminCles(base)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(chemin); err != nil {
		t.Fatal(err)
	}
	if _, err := ChargerCles(base, ""); err == nil || !strings.Contains(err.Error(), "manque, alors que la base") {
		t.Errorf("erreur «%v»", err)
	}
	if _, err := os.Stat(chemin); err == nil {
		t.Error("une nouvelle clé a été écrite")
	}
	if _, err := ChargerCles("postgres://x/y", ""); err == nil || !strings.Contains(err.Error(), "fichier des clés") {
		t.Errorf("PostgreSQL sans fichier : «%v»", err)
	}
}

func TestAutreCle(t *testing.T) {
	for _, a := range adresses {
		t.Run(a.nom, func(t *testing.T) {
			url := a.url(t)
			ouvrirEssai(t, url)
			autre, err := NouvellesCles(bytes.Repeat([]byte{8}, 32), nil)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := Open(context.Background(), url, autre); !errors.Is(err, ErrAutreCle) {
				t.Errorf("erreur «%v»", err)
			}
			ouvrirEssai(t, url) // the right one still opens
		})
	}
}

func TestFichierDeClesMalForme(t *testing.T) {
	chemin := filepath.Join(t.TempDir(), "accord.cle")
	for _, c := range []struct {
		texte, attendu string
		droits         os.FileMode
	}{
		{"maitre: " + strings.Repeat("A", 43) + "=\n", "0600 attendu", 0o644},
		{"# rien\n", "0 octets trouvés, 32 attendus", 0o600},
		{"maitre: AAAA\n", "3 octets trouvés, 32 attendus", 0o600},
		{"maitre: ?\n", "ligne 1", 0o600},
		{"# début\n\nautre: AAAA\n", "ligne 3", 0o600},
		{"maitre: " + strings.Repeat("A", 43) + "=\ncontrole-medical: AAAA\n", "contrôle médical : 3 octets", 0o600},
	} {
		if err := os.WriteFile(chemin, []byte(c.texte), c.droits); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(chemin, c.droits); err != nil {
			t.Fatal(err)
		}
		if _, err := LireCles(chemin); err == nil || !strings.Contains(err.Error(), c.attendu) {
			t.Errorf("%q : erreur «%v», attendu «%s»", c.texte, err, c.attendu)
		}
	}
}

func TestLesClesNeSImprimentPas(t *testing.T) {
	c := clesEssai()
	for _, texte := range []string{fmt.Sprint(c), fmt.Sprintf("%+v %#v %s", c, c, &c), c.LogValue().String()} {
		if strings.Contains(texte, "7 7") || strings.Contains(texte, "0x7") || strings.Contains(texte, "\a") {
			t.Errorf("clé visible : %s", texte)
		}
	}
}
