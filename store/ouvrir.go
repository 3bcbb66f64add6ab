package store

import (
	"context"
	"fmt"
	"sync"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"accord/app"
	"accord/store/requetes"
)

// Store is a base that is open. It may be used by any number of goroutines.
type Store struct {
	base    dialecte
	coffre  *coffre
	memoire *memoire
	fermer  func() error
}

var _ app.Store = (*Store)(nil)

// Open opens the base at url, and makes it when there is none: postgres://…,
// sqlite:CHEMIN, an SQLite file, or a folder. It brings the schema up to date.
// A base that was sealed with other keys gives [ErrAutreCle].
func Open(ctx context.Context, url string, cles Cles) (*Store, error) {
	a, err := lireAdresse(url)
	if err != nil {
		return nil, err
	}
	k, err := nouveauCoffre(cles)
	if err != nil {
		return nil, err
	}
	base, err := ouvrirBase(ctx, a)
	if err != nil {
		return nil, err
	}
	s := &Store{base: base, coffre: k, memoire: nouvelleMemoire(), fermer: sync.OnceValue(base.fermer)}
	if err := s.reconnaitre(ctx); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func ouvrirBase(ctx context.Context, a adresse) (dialecte, error) {
	if a.postgres != "" {
		b, err := ouvrirPostgres(ctx, a.postgres)
		if err != nil {
			return nil, err
		}
		db := stdlib.OpenDBFromPool(b.pool)
		defer db.Close() // not the pool
		if err := migrer(ctx, goose.DialectPostgres, db, "postgres", schemaPostgres); err != nil {
			b.fermer()
			return nil, err
		}
		return b, nil
	}
	b, err := ouvrirSQLite(a.fichier)
	if err != nil {
		return nil, err
	}
	if err := migrer(ctx, goose.DialectSQLite3, b.ecriture, "sqlite", schemaSQLite); err != nil {
		b.fermer()
		return nil, fmt.Errorf("base «%s» : %w", a.fichier, err)
	}
	return b, nil
}

// Existe reports whether the base at url was made already. A PostgreSQL
// database is taken to be there.
func Existe(url string) (bool, error) {
	a, err := lireAdresse(url)
	return err == nil && (a.postgres != "" || a.existe()), err
}

// temoin is sealed at the creation of the base: opening it proves the key.
const temoin = "accord"

func (s *Store) reconnaitre(ctx context.Context) error {
	l := lieu{"base", "temoin"}
	return s.Update(ctx, func(x app.Tx) error {
		t := x.(*tx)
		err := t.q.InsererBase(t.ctx, requetes.InsererBaseParams{Cle: l.cle, Valeur: sceller(s.coffre.caisse, l, []byte(temoin))})
		if err != nil {
			return t.erreur(err)
		}
		scelle, err := t.q.LireBase(t.ctx, l.cle)
		if err != nil {
			return t.erreur(err)
		}
		if clair, err := desceller(s.coffre.caisse, l, scelle); err != nil || string(clair) != temoin {
			return ErrAutreCle
		}
		return nil
	})
}

// Analyse refreshes the statistics of the planner. Call it after a bulk load:
// without it, the first queries may be a hundred times slower.
func (s *Store) Analyse(ctx context.Context) error { return s.base.analyser(ctx) }

// Effacer destroys the key and blanks the content of a person, then takes the
// erased bytes out of the files of the base, as far as the database can.
func (s *Store) Effacer(ctx context.Context, personne string) error {
	if err := s.Update(ctx, func(t app.Tx) error { return t.Effacer(personne) }); err != nil {
		return err
	}
	return s.base.purger(ctx)
}

// Close waits for the transactions that are running, and closes the base. A
// second call does nothing.
func (s *Store) Close() error { return s.fermer() }
