package store

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/app"
)

// personnels are words that the filled base holds, and that must be nowhere in
// clear: names, number, account, texts, names of files, medical content.
var personnels = []string{
	"LEFÈVRE", "ZOÉ", "D’ÀŒIL", "1850578006048", "0578006048", "FR7630006000011234567890189", "30006000011234567890189", "contenu de", ".json",
	"diagnostic", "salaire journalier", "motif «écrit»",
}

func TestRienDePersonnelEnClair(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		id := remplie(t, s)
		chercher := func(ou string, octets []byte) {
			for _, mot := range personnels {
				if bytes.Contains(octets, []byte(mot)) {
					t.Errorf("%s : «%s» en clair", ou, mot)
				}
			}
		}
		for _, table := range tables(t, s) {
			for _, ligne := range lireBrut(t, sqlBrut(t, s), "SELECT * FROM "+table) {
				for i, valeur := range ligne {
					if octets, ok := valeur.([]byte); ok {
						chercher(fmt.Sprint(table, " ", i), octets)
					} else {
						chercher(fmt.Sprint(table, " ", i), []byte(fmt.Sprint(valeur)))
					}
				}
			}
		}
		if strings.Contains(id, "850578") {
			t.Error("l'identifiant laisse voir le NIR")
		}
	})
}

// fichiersSQLite reads every byte of an SQLite base.
func fichiersSQLite(t *testing.T, dossier string) (octets []byte) {
	t.Helper()
	noms, err := filepath.Glob(filepath.Join(dossier, "accord.db*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, nom := range noms {
		contenu, err := os.ReadFile(nom)
		if err != nil {
			t.Fatal(err)
		}
		octets = append(octets, contenu...)
	}
	return octets
}

func TestEffacerOteLaCleDesFichiers(t *testing.T) {
	dossier := t.TempDir()
	s := ouvrirEssai(t, dossier)
	id := remplie(t, s)
	cle := lireBrut(t, sqlBrut(t, s), "SELECT enveloppe FROM cles_personnes WHERE personne = $1", id)[0][0].([]byte)
	if !bytes.Contains(fichiersSQLite(t, dossier), cle[20:]) {
		t.Fatal("la clé n'est pas dans les fichiers : l'essai ne prouve rien")
	}
	if err := s.Effacer(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(fichiersSQLite(t, dossier), cle[20:]) {
		t.Error("la clé effacée est encore dans les fichiers")
	}
}

func TestEffacerVideLaBase(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		id := remplie(t, s)
		if err := s.Effacer(context.Background(), id); err != nil {
			t.Fatal(err)
		}
		db := sqlBrut(t, s)
		// Remplir makes a second person, whose number and key stay.
		executerBrut(t, db, "DELETE FROM cles_personnes WHERE personne <> $1", id)
		executerBrut(t, db, "DELETE FROM personnes WHERE id <> $1", id)
		for _, reste := range []string{
			"SELECT 1 FROM cles_personnes", "SELECT 1 FROM personnes WHERE nir_index IS NOT NULL OR nir_scelle IS NOT NULL OR NOT efface",
			"SELECT 1 FROM faits WHERE scelle IS NOT NULL", "SELECT 1 FROM pieces WHERE nom IS NOT NULL OR extrait IS NOT NULL",
			"SELECT 1 FROM volets_medicaux WHERE boite IS NOT NULL", "SELECT 1 FROM messages WHERE scelle IS NOT NULL",
			"SELECT 1 FROM ordres WHERE feuille IS NOT NULL OR compte IS NOT NULL", "SELECT 1 FROM travaux WHERE charge IS NOT NULL",
			"SELECT 1 FROM suites", "SELECT 1 FROM resumes", "SELECT 1 FROM impayes", "SELECT 1 FROM gels_retenus",
		} {
			if n := len(lireBrut(t, db, reste)); n != 0 {
				t.Errorf("%s : %d lignes", reste, n)
			}
		}
		if err := verifierChaine(s, id); err != nil {
			t.Error(err)
		}
	})
}

func TestVoletMedical(t *testing.T) {
	s := ouvrirEssai(t, t.TempDir())
	remplie(t, s)
	ligne := lireBrut(t, sqlBrut(t, s), "SELECT piece, boite FROM volets_medicaux")[0]
	piece, boite := ligne[0].(string), ligne[1].([]byte)
	privee, err := cleMedicale.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	clair, err := OuvrirVolet(privee, piece, boite)
	if err != nil || string(clair) != "diagnostic" {
		t.Errorf("«%s», %v", clair, err)
	}
	if _, err := OuvrirVolet(privee, strings.Repeat("0", 64), boite); err == nil {
		t.Error("le volet s'ouvre sous une autre pièce")
	}
	for nom, cle := range map[string][]byte{"une autre clé": bytes.Repeat([]byte{9}, 32), "la clé maîtresse": clesEssai().maitre, "rien": nil} {
		if _, err := OuvrirVolet(cle, piece, boite); err == nil {
			t.Errorf("%s ouvre le volet", nom)
		}
	}
	sans, err := NouvellesCles(bytes.Repeat([]byte{7}, 32), nil)
	if err != nil {
		t.Fatal(err)
	}
	autre, err := Open(context.Background(), t.TempDir(), sans)
	if err != nil {
		t.Fatal(err)
	}
	defer autre.Close()
	err = autre.Update(context.Background(), func(tx app.Tx) error {
		id, err := tx.Personne("1850578006048", false, true)
		if err != nil {
			return err
		}
		_, err = tx.AjouterPiece(app.PieceRecue{Empreinte: empreinteBanc("p"), Personne: id, Genre: "rib", Medical: []byte("x")})
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "contrôle médical") {
		t.Errorf("sans clé publique : «%v»", err)
	}
}
