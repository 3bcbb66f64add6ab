package store

import (
	"context"
	"database/sql"
	"strings"
	"testing"

	"accord/app"
	"accord/dossier"
)

// Whatever is changed in a fact, under the triggers, the chain tells which one.
func TestFalsifierUnFait(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		db := sqlBrut(t, s)
		leverTriggers(t, s, db)
		autre := chaineDe3(t, s, 99)
		numero := 0
		for _, c := range []struct{ nom, requete string }{
			{"personne", "UPDATE faits SET personne = '" + autre + "', seq = 50 WHERE personne = $1 AND seq = 2"},
			{"seq", "UPDATE faits SET seq = 7 WHERE personne = $1 AND seq = 2"},
			{"genre de même longueur", "UPDATE faits SET genre = 'DSN_MENSUELLE' WHERE personne = $1 AND seq = 2"},
			{"genre", "UPDATE faits SET genre = 'rib' WHERE personne = $1 AND seq = 2"},
			{"recu_le", "UPDATE faits SET recu_le = recu_le + 1 WHERE personne = $1 AND seq = 2"},
			{"scelle", "UPDATE faits SET scelle = (SELECT f.scelle FROM faits f WHERE f.personne = $1 AND f.seq = 3) WHERE personne = $1 AND seq = 2"},
			{"scelle blanchi", "UPDATE faits SET scelle = NULL WHERE personne = $1 AND seq = 2"},
			{"empreinte_scelle", "UPDATE faits SET empreinte_scelle = empreinte WHERE personne = $1 AND seq = 2"},
			{"empreinte", "UPDATE faits SET empreinte = empreinte_scelle WHERE personne = $1 AND seq = 2"},
			{"contenu et empreinte d'un autre", "UPDATE faits SET (scelle, empreinte_scelle) = (SELECT f.scelle, f.empreinte_scelle FROM faits f WHERE f.personne = $1 AND f.seq = 3) WHERE personne = $1 AND seq = 2"},
			{"supprimé", "DELETE FROM faits WHERE personne = $1 AND seq = 2"},
		} {
			numero++
			id := chaineDe3(t, s, numero)
			executerBrut(t, db, c.requete, id)
			if err := verifierChaine(s, id); err == nil || !strings.Contains(err.Error(), id+", fait 2 ") {
				t.Errorf("%s : erreur «%v»", c.nom, err)
			}
		}
		for nom, requete := range map[string]string{
			"dernier supprimé": "DELETE FROM faits WHERE personne = $1 AND seq = 3",
			"nombre":           "UPDATE personnes SET faits = 2 WHERE id = $1",
			"tête":             "UPDATE personnes SET tete = nir_index WHERE id = $1",
		} {
			numero++
			id := chaineDe3(t, s, numero)
			executerBrut(t, db, requete, id)
			if err := verifierChaine(s, id); err == nil || !strings.Contains(err.Error(), id+", fait 3 ") {
				t.Errorf("%s : erreur «%v»", nom, err)
			}
		}
	})
}

// A content moved to another fact, with its hashes, does not open there.
func TestUnContenuDeplaceNeSOuvrePas(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		db := sqlBrut(t, s)
		leverTriggers(t, s, db)
		id := chaineDe3(t, s, 1)
		executerBrut(t, db, "UPDATE faits SET scelle = (SELECT f.scelle FROM faits f WHERE f.personne = $1 AND f.seq = 3) WHERE personne = $1 AND seq = 2", id)
		err := s.View(context.Background(), func(tx app.Tx) error { _, err := tx.Faits(id); return err })
		if err == nil || !strings.Contains(err.Error(), id+"/2") || !strings.Contains(err.Error(), "altéré") {
			t.Errorf("erreur «%v»", err)
		}
	})
}

func leverTriggers(t *testing.T, s *Store, db *sql.DB) {
	if !estSQLite(s) {
		executerBrut(t, db, "DROP TRIGGER ajout_seul ON faits")
		return
	}
	for _, l := range lireBrut(t, db, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'faits'") {
		executerBrut(t, db, "DROP TRIGGER "+l[0].(string))
	}
}

// chaineDe3 makes a person with three facts, whose chain verifies.
func chaineDe3(t *testing.T, s *Store, i int) (id string) {
	t.Helper()
	err := s.Update(context.Background(), func(tx app.Tx) (err error) {
		if id, err = tx.Personne(nirBanc(i), false, true); err != nil {
			return err
		}
		return tx.AjouterFaits(id, 42, []dossier.Fait{faitBanc(1), faitBanc(2), faitBanc(3)})
	})
	if err == nil {
		err = verifierChaine(s, id)
	}
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func verifierChaine(s *Store, id string) error {
	return s.View(context.Background(), func(tx app.Tx) error { return tx.VerifierChaine(id) })
}
