package store

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"accord/store/pgprive"
	"accord/store/requetes"
)

func TestDeuxNoeudsDemarrentEnsemble(t *testing.T) {
	for nom, nouvelle := range map[string]func(testing.TB) string{"sqlite": adresses[0].url, "postgres": pgprive.Base} {
		t.Run(nom, func(t *testing.T) {
			url := nouvelle(t)
			var groupe sync.WaitGroup
			for range 4 {
				groupe.Go(func() {
					s, err := Open(context.Background(), url, clesEssai())
					if err != nil {
						t.Error(err)
						return
					}
					s.Close()
				})
			}
			groupe.Wait()
			s := ouvrirEssai(t, url)
			communes, err := filepath.Glob("migrations/commun/*.sql")
			propres, autre := filepath.Glob("migrations/" + nom + "/*.sql")
			if err := errors.Join(err, autre); err != nil || len(communes) == 0 || len(propres) == 0 {
				t.Fatal(communes, propres, err)
			}
			if n := len(lireBrut(t, sqlBrut(t, s), "SELECT version_id FROM goose_db_version WHERE version_id > 0")); n != len(communes)+len(propres) {
				t.Errorf("%d migrations appliquées, %d existent", n, len(communes)+len(propres))
			}
		})
	}
}

func TestTypesStricts(t *testing.T) {
	s := ouvrirEssai(t, t.TempDir())
	for _, l := range lireBrut(t, sqlBrut(t, s), "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'") {
		nom, strict := l[0].(string), l[1].(int64)
		if strict != 1 && !strings.HasPrefix(nom, "sqlite_") && nom != "goose_db_version" {
			t.Errorf("la table %s n'est pas stricte", nom)
		}
	}
	for pragma, attendu := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"} {
		if v := lireBrut(t, sqlBrut(t, s), "PRAGMA "+pragma)[0][0]; attendu != texteDe(v) {
			t.Errorf("%s = %v", pragma, v)
		}
	}
}

func texteDe(v any) string {
	if n, ok := v.(int64); ok {
		return strconv.FormatInt(n, 10)
	}
	return v.(string)
}

func TestTexteOrdonneParOctets(t *testing.T) {
	s := ouvrirEssai(t, adresses[1].url(t))
	for _, l := range lireBrut(t, sqlBrut(t, s), `SELECT table_name, column_name FROM information_schema.columns
		WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'`) {
		t.Errorf("%s.%s suit la langue du serveur", l[0], l[1])
	}
}

// parcours are the queries that read a whole table, or an index in its order
// up to their limit, on purpose.
var parcours = []string{
	"Solder", "CompterResumes", "CompterTravail", "ListerLots", "ListerOrdresLots", "ListerGestesAgents", "RegistreOuvert", "ListerBordereaux", "ListerGestesRejeux", // whole, or its first row
	"ListerVersions",                                                                     // of all the orders, when a version of the rules is stopped
	"ListerPersonnes", "ListerResumes", "ListerTravail", "ListerAVoir", "ListerFichiers", // pages
	"ListerTravauxLibres", "EffacerTravaux", // what is left to do
}

// A query that reads a whole table on every call is what makes a base slow once
// it has grown: only those of the list do.
func TestAucuneRequeteNeParcourtUneTable(t *testing.T) {
	s := ouvrirEssai(t, t.TempDir())
	db := sqlBrut(t, s)
	textes := textesRequetes(t)
	if len(textes) < 60 {
		t.Fatalf("%d requêtes seulement", len(textes))
	}
	for _, texte := range textes {
		nom := lireEnTete(texte).nom
		args := make([]any, 0, 16)
		for n := 1; strings.Contains(texte, "$"+strconv.Itoa(n)); n++ {
			args = append(args, nil)
		}
		for _, l := range lireBrut(t, db, "EXPLAIN QUERY PLAN "+texte, args...) {
			plan := l[3].(string)
			if strings.HasPrefix(plan, "SCAN ") && plan != "SCAN CONSTANT ROW" && !slices.Contains(parcours, nom) {
				t.Errorf("%s : %s", nom, plan)
			}
			if strings.Contains(plan, "TEMP B-TREE FOR ORDER BY") && nom == "ListerResumes" {
				t.Errorf("la liste des dossiers est triée à chaque page : %s", plan)
			}
		}
	}
}

// textesRequetes reads the queries in the generated code.
func textesRequetes(t *testing.T) (textes []string) {
	t.Helper()
	fichiers, err := filepath.Glob("requetes/*.sql.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fichiers {
		arbre, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(arbre, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && strings.HasPrefix(l.Value, "`-- name: ") {
				textes = append(textes, strings.Trim(l.Value, "`"))
			}
			return true
		})
	}
	return textes
}

func TestTexteMultiple(t *testing.T) {
	const texte = "-- name: X :exec\nINSERT INTO t (a, b) VALUES ($1, $2) ON CONFLICT DO NOTHING\n"
	if texteMultiple(texte, 1) != texte {
		t.Error("une ligne : le texte change")
	}
	want := "-- name: X :exec\nINSERT INTO t (a, b) VALUES ($1, $2),\n($3, $4),\n($5, $6) ON CONFLICT DO NOTHING\n"
	for range 2 {
		if got := texteMultiple(texte, 3); got != want {
			t.Errorf("%s", got)
		}
	}
	if e := lireEnTete(requetes.InsererPiece); e != (enTete{"InsererPiece", "execrows"}) {
		t.Errorf("%+v", e)
	}
}
