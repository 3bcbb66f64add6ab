package scenarios

import (
	"database/sql"
	"os"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib"
	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"
)

func writeFile(chemin string, contenu []byte) error { return os.WriteFile(chemin, contenu, 0o644) }

// casser runs SQL on the base behind the product's back, triggers dropped, to
// see that the proof finds it: casser 'UPDATE …'.
func casser(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.Getenv("ACCORD_BASE")+"/accord.db")
	ts.Check(err)
	defer db.Close()
	rows, err := db.Query("SELECT name FROM sqlite_master WHERE type = 'trigger'")
	ts.Check(err)
	var declencheurs []string
	for rows.Next() {
		var nom string
		ts.Check(rows.Scan(&nom))
		declencheurs = append(declencheurs, nom)
	}
	ts.Check(rows.Close())
	for _, nom := range declencheurs {
		_, err := db.Exec("DROP TRIGGER " + nom)
		ts.Check(err)
	}
	for _, requete := range args {
		r, err := db.Exec(requete)
		ts.Check(err)
		if n, _ := r.RowsAffected(); n == 0 {
			ts.Fatalf("«%s» n'a rien changé", requete)
		}
	}
}

// ancienRegistre gives the days that are owed, in the register, the amount that a former
// program would have kept: ancien-registre 'ij - 100' 'ij = 3287'.
func ancienRegistre(ts *testscript.TestScript, _ bool, args []string) {
	pilote, adresse := "sqlite", ts.Getenv("ACCORD_BASE")+"/accord.db"
	if strings.HasPrefix(ts.Getenv("ACCORD_BASE"), "postgres:") {
		pilote, adresse = "pgx", ts.Getenv("ACCORD_BASE")
	}
	db, err := sql.Open(pilote, adresse)
	ts.Check(err)
	defer db.Close()
	r, err := db.Exec("UPDATE suites SET ij = " + args[0] + " WHERE etat = 'paye' AND " + args[1])
	ts.Check(err)
	if n, _ := r.RowsAffected(); n == 0 {
		ts.Fatalf("aucun jour du registre n'a %s", args[1])
	}
}
