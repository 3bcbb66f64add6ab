package store

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed migrations
var migrations embed.FS

// textesMigrations gathers the migrations of one database: the common ones,
// adapted, and its own. An archive in memory is the shortest file system.
func textesMigrations(propre string, adapter func(string) string) (fs.FS, error) {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	ajouter := func(dossier string, passe func(string) string) error {
		noms, err := fs.Glob(migrations, "migrations/"+dossier+"/*.sql")
		if err != nil {
			return err
		}
		for _, nom := range noms {
			texte, err := migrations.ReadFile(nom)
			if err != nil {
				return err
			}
			// Stored, not packed: a process that opens a base, however little it does
			// then, comes by here.
			f, err := w.CreateHeader(&zip.FileHeader{Name: path.Base(nom), Method: zip.Store})
			if err != nil {
				return err
			}
			if _, err := io.WriteString(f, passe(string(texte))); err != nil {
				return err
			}
		}
		return nil
	}
	if err := ajouter("commun", adapter); err != nil {
		return nil, err
	}
	if err := ajouter(propre, func(texte string) string { return texte }); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}

// essaisMigration bounds the tries of processes that start together on one
// SQLite file, where goose has no lock: the one that loses undoes its step,
// looks again, and finds it done.
const essaisMigration = 8

// migrer brings the base to the present schema. Several nodes may start at
// once: on PostgreSQL one of them works while the others wait.
func migrer(ctx context.Context, genre goose.Dialect, db *sql.DB, propre string, adapter func(string) string) error {
	textes, err := textesMigrations(propre, adapter)
	if err != nil {
		return err
	}
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if genre == goose.DialectPostgres {
		verrou, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(verrou))
	}
	p, err := goose.NewProvider(genre, db, textes, options...)
	if err != nil {
		return err
	}
	for essai := 1; ; essai++ {
		_, err := p.Up(ctx)
		if err == nil {
			return nil
		}
		if genre == goose.DialectPostgres || essai == essaisMigration || patienter(ctx, 5) != nil {
			return fmt.Errorf("mise à niveau du schéma de la base : %w", err)
		}
	}
}
