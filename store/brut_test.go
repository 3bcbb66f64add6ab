package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/store/storetest"

	"github.com/jackc/pgx/v5/stdlib"
)

// sqlBrut gives the database itself, under the port.
func sqlBrut(t testing.TB, s *Store) *sql.DB {
	if b, ok := s.base.(*baseSQLite); ok {
		return b.ecriture
	}
	db := stdlib.OpenDBFromPool(s.base.(*basePostgres).pool)
	t.Cleanup(func() { db.Close() })
	return db
}

// estSQLite tells the database under a store.
func estSQLite(s *Store) bool { _, ok := s.base.(*baseSQLite); return ok }

// tables lists the tables of the schema, in order.
func tables(t testing.TB, s *Store) (noms []string) {
	t.Helper()
	requete := "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
	if estSQLite(s) {
		requete = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
	}
	for _, l := range lireBrut(t, sqlBrut(t, s), requete) {
		if nom := l[0].(string); nom != "goose_db_version" {
			noms = append(noms, nom)
		}
	}
	slices.Sort(noms)
	return noms
}

// colonnes lists the columns of a table.
func colonnes(t testing.TB, s *Store, table string) (noms []string) {
	t.Helper()
	rows, err := sqlBrut(t, s).Query("SELECT * FROM " + table + " LIMIT 0")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	noms, err = rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	return noms
}

func lireBrut(t testing.TB, db *sql.DB, requete string, args ...any) (lignes [][]any) {
	t.Helper()
	rows, err := db.Query(requete, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	noms, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		ligne, ou := make([]any, len(noms)), make([]any, len(noms))
		for i := range ligne {
			ou[i] = &ligne[i]
		}
		if err := rows.Scan(ou...); err != nil {
			t.Fatal(err)
		}
		lignes = append(lignes, ligne)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return lignes
}

func executerBrut(t testing.TB, db *sql.DB, requete string, args ...any) {
	t.Helper()
	if _, err := db.Exec(requete, args...); err != nil {
		t.Fatalf("%s : %v", requete, err)
	}
}

// remplie makes a person and writes in every table.
func remplie(t testing.TB, s *Store) (id string) {
	t.Helper()
	err := s.Update(context.Background(), func(tx app.Tx) (err error) {
		if id, err = tx.Personne("1850578006048", false, true); err != nil {
			return err
		}
		return storetest.Remplir(tx, id)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables(t, s) {
		if len(lireBrut(t, sqlBrut(t, s), "SELECT 1 FROM "+table)) == 0 {
			t.Fatalf("la table %s est restée vide", table)
		}
	}
	return id
}

// refuseBrut checks that a statement under the port is refused as append-only.
func refuseBrut(t testing.TB, db *sql.DB, requete string) {
	t.Helper()
	_, err := db.Exec(requete)
	if err == nil || !strings.Contains(err.Error(), "en ajout seul") && !strings.Contains(err.Error(), "ne change que d'état") {
		t.Errorf("%s : erreur «%v»", requete, err)
	}
}
