package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// adresse is where a base is: a PostgreSQL server, or an SQLite file.
type adresse struct {
	postgres string // connection URL, empty for SQLite
	fichier  string // path of the SQLite file
}

// lireAdresse understands postgres://…, sqlite:CHEMIN, the path of a file, and
// the path of a folder, in which the base is accord.db.
func lireAdresse(url string) (adresse, error) {
	if strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://") {
		return adresse{postgres: url}, nil
	}
	chemin := strings.TrimPrefix(strings.TrimPrefix(url, "sqlite:"), "//")
	if chemin == "" || strings.Contains(chemin, "://") || strings.HasPrefix(chemin, ":") {
		return adresse{}, fmt.Errorf("base «%s» : attendu un dossier, sqlite:CHEMIN ou postgres://…", url)
	}
	if info, err := os.Stat(chemin); err == nil && info.Mode().IsRegular() || filepath.Ext(chemin) == ".db" {
		return adresse{fichier: chemin}, nil
	}
	return adresse{fichier: filepath.Join(chemin, "accord.db")}, nil
}

// existe reports whether there is an SQLite base at that place already.
func (a adresse) existe() bool {
	info, err := os.Stat(a.fichier)
	return err == nil && info.Size() > 0
}
