package app_test

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/clock"
)

// A base that is broken on purpose, under its triggers and in one table after the
// other: the proof of the night names the breach, and goes on.
func TestVerifierUneBaseFalsifiee(t *testing.T) {
	h := clock.NewManual(debut + 25)
	saine := t.TempDir()
	s := ouvrirBase(t, saine)
	c := caisse(t, s, h)
	recevoir(t, c, tirer(t, 10, 25))
	if _, err := c.Journee(context.Background()); err != nil {
		t.Fatal(err)
	}
	if payer(t, c).Ordres == 0 {
		t.Fatal("personne n'est payé")
	}
	verifier(t, c)
	s.Close()
	const emis = "(SELECT min(id) FROM ordres WHERE etat = 'emis')"
	const paye = "(SELECT personne FROM ordres WHERE id = " + emis + ")"
	for _, cas := range []struct{ code, table, requete string }{
		{"CHAINE", "faits", "DELETE FROM faits WHERE personne = " + paye + " AND seq = 2"},
		{"CALCUL", "faits", "UPDATE faits SET scelle = zeroblob(length(scelle)) WHERE personne = " + paye + " AND seq = 1"},
		{"CALCUL", "cles_personnes", "DELETE FROM cles_personnes WHERE personne = " + paye},
		{"SUIVIE", "personnes", "UPDATE personnes SET suivie = 0 WHERE id = " + paye},
		{"PIECE", "pieces", "DELETE FROM pieces WHERE empreinte = (SELECT min(empreinte) FROM pieces WHERE genre = 'dsn_mensuelle' AND personne = " + paye + ")"},
		{"PIECE", "pieces", "UPDATE pieces SET extrait = zeroblob(length(extrait)) WHERE personne = " + paye},
		{"REGISTRE", "suites", "UPDATE suites SET ij = ij + 1 WHERE personne = " + paye},
		{"ORDRE", "poses", "UPDATE poses SET brut = brut + 1 WHERE personne = " + paye + " AND jour = (SELECT min(jour) FROM poses p WHERE p.personne = " + paye + ")"},
		{"ORDRE", "ordres", "UPDATE ordres SET net = net + 1 WHERE id = " + emis},
		{"SIGNATURE", "actes", "DELETE FROM actes WHERE vers = 'signe' AND ordre = " + emis},
		{"SIGNATURE", "actes", "UPDATE actes SET par = 'Une Seule' WHERE ordre = " + emis},
		{"SIGNATURE", "ordres", "UPDATE ordres SET etat = 'vise' WHERE id = " + emis},
		{"ECRITURE", "mouvements", "UPDATE mouvements SET montant = 2 * montant WHERE ecriture = 'vise/' || " + emis},
		{"BALANCE", "mouvements", "UPDATE mouvements SET montant = montant + 1 WHERE numero = 1 AND ecriture = 'emis/' || " + emis},
		{"LOT", "lots", "UPDATE lots SET nombre = nombre + 1"},
		{"LOT", "lots_ordres", "DELETE FROM lots_ordres WHERE ordre = " + emis},
		{"LISTE", "resumes", "UPDATE resumes SET du_brut = du_brut + 1"},
	} {
		base := t.TempDir()
		if err := os.CopyFS(base, os.DirFS(saine)); err != nil {
			t.Fatal(err)
		}
		falsifier(t, filepath.Join(base, "accord.db"), cas.table, cas.requete)
		s, err := ouvrir(base)
		if err != nil {
			t.Fatal(err)
		}
		r, err := caisse(t, s, h).Verifier(context.Background(), func(int) {})
		s.Close()
		if err != nil || !slices.ContainsFunc(r.Breches, func(b app.Breche) bool { return b.Code == cas.code }) {
			t.Errorf("%s\n%s n'est pas dit : %v %+v", cas.requete, cas.code, err, r.Breches)
		}
	}
}

// falsifier changes a table as whoever has the file could.
func falsifier(t *testing.T, fichier, table, requete string) {
	t.Helper()
	db, err := sql.Open("sqlite", fichier)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rangees, err := db.Query("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", table)
	if err != nil {
		t.Fatal(err)
	}
	requetes := []string{requete}
	for rangees.Next() {
		var nom string
		if err := rangees.Scan(&nom); err != nil {
			t.Fatal(err)
		}
		requetes = slices.Insert(requetes, 0, "DROP TRIGGER "+nom)
	}
	rangees.Close()
	for _, q := range requetes {
		fait, err := db.Exec(q)
		if err != nil {
			t.Fatalf("%s : %v", q, err)
		}
		if n, _ := fait.RowsAffected(); n == 0 && !strings.HasPrefix(q, "DROP") {
			t.Fatalf("%s : rien n'est changé", q)
		}
	}
}
