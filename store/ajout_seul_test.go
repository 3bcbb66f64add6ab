package store

import (
	"slices"
	"strings"
	"testing"
)

// modifiables are the tables where a row may change, and why; every other one
// only grows.
var modifiables = map[string]string{
	"base": "témoin de la clé", "personnes": "tête de la chaîne", "cles_personnes": "effacement", "suites": "projection", "resumes": "projection", "impayes": "projection", "gels_retenus": "projection",
	"ordres": "état, éprouvé à part", "lots": "état", "travaux": "fait ou à faire",
}

func TestAjoutSeul(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		remplie(t, s)
		db := sqlBrut(t, s)
		for _, table := range tables(t, s) {
			if modifiables[table] != "" {
				continue
			}
			refuseBrut(t, db, "DELETE FROM "+table)
			for _, c := range colonnes(t, s, table) {
				refuseBrut(t, db, "UPDATE "+table+" SET "+c+" = "+c)
			}
			if estSQLite(s) {
				refuseBrut(t, db, "INSERT OR REPLACE INTO "+table+" SELECT * FROM "+table)
			} else {
				refuseBrut(t, db, "TRUNCATE "+table+" CASCADE")
			}
		}
	})
}

func TestUnOrdreNeChangeQueDEtat(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		remplie(t, s)
		db := sqlBrut(t, s)
		refuseBrut(t, db, "DELETE FROM ordres")
		for _, c := range colonnes(t, s, "ordres") {
			if c == "etat" {
				executerBrut(t, db, "UPDATE ordres SET etat = 'annule'")
				continue
			}
			valeur := c + " || 'x'"
			switch {
			case slices.Contains([]string{"compte", "feuille"}, c):
				valeur = "NULL"
			case slices.Contains([]string{"cree_le", "brut", "csg", "csg_deductible", "crds", "imposable", "pas", "net"}, c):
				valeur = c + " + 1"
			}
			refuseBrut(t, db, "UPDATE ordres SET "+c+" = "+valeur)
		}
	})
}

// Blanking is for a person who was erased, and is not a way to rewrite.
func TestBlanchirNEstPasReecrire(t *testing.T) {
	scelles := map[string][]string{
		"faits": {"scelle"}, "pieces": {"nom", "extrait"}, "volets_medicaux": {"boite"}, "messages": {"scelle"}, "ordres": {"feuille", "compte"},
	}
	surChaque(t, func(t *testing.T, s *Store) {
		id := remplie(t, s)
		db := sqlBrut(t, s)
		for table, cs := range scelles {
			for _, c := range cs {
				refuseBrut(t, db, "UPDATE "+table+" SET "+c+" = NULL")
			}
		}
		executerBrut(t, db, "UPDATE personnes SET efface = TRUE, nir_index = NULL, nir_scelle = NULL WHERE id = $1", id)
		for table, cs := range scelles {
			for _, c := range cs {
				octets := "X'00'"
				if !estSQLite(s) {
					octets = `'\x00'`
				}
				refuseBrut(t, db, "UPDATE "+table+" SET "+c+" = "+octets)
			}
			executerBrut(t, db, "UPDATE "+table+" SET "+strings.Join(cs, " = NULL, ")+" = NULL")
		}
		refuseBrut(t, db, "UPDATE faits SET scelle = NULL, recu_le = 0")
	})
}
