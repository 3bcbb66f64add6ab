package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"regexp"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"accord/app"
)

// connexionsPostgres bounds the transactions of one node at the same time.
const connexionsPostgres = 32

// basePostgres is a database of a server. A transaction that writes is READ
// COMMITTED and holds what it means to change: each person, order or batch that
// it reads by its key. So a conflict waits instead of failing.
type basePostgres struct{ db *sql.DB }

func ouvrirPostgres(url string) (*basePostgres, error) {
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("base PostgreSQL : %w", err) // pgx hides the password
	}
	if cfg.RuntimeParams["application_name"] == "" {
		cfg.RuntimeParams["application_name"] = "accord"
	}
	db := stdlib.OpenDB(*cfg)
	db.SetMaxOpenConns(connexionsPostgres)
	db.SetMaxIdleConns(connexionsPostgres)
	return &basePostgres{db}, nil
}

const (
	debutEcriture = "BEGIN ISOLATION LEVEL READ COMMITTED"
	debutLecture  = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
)

func (b *basePostgres) ouvrir(ctx context.Context, lecture bool) (session, error) {
	conn, err := b.db.Conn(ctx)
	if err != nil {
		return nil, traduirePostgres("connexion", err, true)
	}
	s := &sessionPostgres{etatSession: etatSession{ctx: ctx, conn: conn, lecture: lecture}}
	debut := debutEcriture
	if lecture {
		debut = debutLecture
	}
	s.attente = append(s.attente, &differe{session: s, texte: debut})
	return s, nil
}

func (b *basePostgres) reessayable(err error) bool {
	var e *pgconn.PgError
	if errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01") {
		return true
	}
	return errors.Is(err, errPerdue)
}

func (b *basePostgres) analyser(ctx context.Context) error {
	_, err := b.db.ExecContext(ctx, "ANALYZE")
	return err
}

func (b *basePostgres) purger(ctx context.Context) error {
	_, err := b.db.ExecContext(ctx, "VACUUM cles_personnes, personnes, faits, pieces, volets_medicaux, ordres, messages, travaux, suites, resumes")
	return err
}

func (b *basePostgres) fermer() error { return b.db.Close() }

// traduirePostgres gives the meaning of an error of PostgreSQL; perdue says
// that the connection did not survive it.
func traduirePostgres(texte string, err error, perdue bool) error {
	r := &refus{requete: nomRequete(texte), cause: err}
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		if perdue && !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
			r.sens = errPerdue
		}
		return r
	}
	switch e.Code {
	case "23505":
		r.sens = errDoublon
	case "23503":
		r.sens = app.ErrAbsent
	case "23514", "23502", "22003", "22021":
		r.sens = errBornes
	case "23001":
		r.sens = errAjoutSeul
	case "57P01", "57P02", "57P03":
		r.sens = errPerdue
	}
	return r
}

var motTexte = regexp.MustCompile(`\bTEXT\b`)

// schemaPostgres adapts the common schema: text is ordered by its bytes,
// whatever the language of the server, as on SQLite and in Go.
func schemaPostgres(texte string) string {
	return motTexte.ReplaceAllString(texte, `TEXT COLLATE "C"`)
}
