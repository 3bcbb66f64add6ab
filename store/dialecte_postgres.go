package store

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"accord/app"
)

// connexionsPostgres bounds the transactions of one node at the same time,
// unless the URL says otherwise (pool_max_conns).
const connexionsPostgres = 16

// basePostgres is a database of a server. A transaction that writes is READ
// COMMITTED and holds what it means to change: each person, order or batch that
// it reads by its key. So a conflict waits instead of failing.
type basePostgres struct {
	pool   *pgxpool.Pool
	fermee atomic.Bool
}

func ouvrirPostgres(ctx context.Context, url string) (*basePostgres, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("base PostgreSQL : %w", err) // pgx hides the password
	}
	if !strings.Contains(url, "pool_max_conns") {
		cfg.MaxConns = connexionsPostgres
	}
	parametres := cfg.ConnConfig.RuntimeParams
	if parametres["application_name"] == "" {
		parametres["application_name"] = "accord"
	}
	cfg.AfterConnect = reglerConnexion
	pool, err := pgxpool.NewWithConfig(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("base PostgreSQL : %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("le serveur PostgreSQL ne répond pas : %w", err)
	}
	return &basePostgres{pool: pool}, nil
}

// reglerConnexion prepares a connection. Every query of the port goes by a key;
// on a base that is filling up, whose statistics are late, the planner would
// think the tables small, read them whole, and keep that plan.
func reglerConnexion(ctx context.Context, c *pgx.Conn) error {
	_, err := c.Exec(ctx, "SET enable_seqscan = off; SET jit = off")
	return err
}

const (
	debutEcriture = "BEGIN ISOLATION LEVEL READ COMMITTED"
	debutLecture  = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"
)

func (b *basePostgres) ouvrir(ctx context.Context, lecture bool) (session, error) {
	conn, err := b.pool.Acquire(ctx)
	if err != nil && b.fermee.Load() {
		return nil, errFermee
	}
	if err != nil {
		return nil, traduirePostgres("connexion", err, true)
	}
	debut := debutEcriture
	if lecture {
		debut = debutLecture
	}
	return &sessionPostgres{
		etatSession: etatSession{ctx: ctx, lecture: lecture}, conn: conn, attente: []enAttente{{texte: debut}},
	}, nil
}

func (b *basePostgres) reessayable(err error) bool {
	var e *pgconn.PgError
	if errors.As(err, &e) && (e.Code == "40001" || e.Code == "40P01") {
		return true
	}
	return errors.Is(err, errPerdue)
}

func (b *basePostgres) distante() bool { return true }

func (b *basePostgres) analyser(ctx context.Context) error {
	_, err := b.pool.Exec(ctx, "ANALYZE")
	return err
}

func (b *basePostgres) purger(ctx context.Context) error {
	_, err := b.pool.Exec(ctx, "VACUUM cles_personnes, personnes, faits, pieces, volets_medicaux, ordres, messages, travaux, suites, resumes, impayes")
	return err
}

// fermer waits for the transactions that are running.
func (b *basePostgres) fermer() error {
	b.fermee.Store(true)
	b.pool.Close()
	return nil
}

// traduirePostgres gives the meaning of an error of PostgreSQL; perdue says
// that the connection did not survive it.
func traduirePostgres(texte string, err error, perdue bool) error {
	r := &refus{requete: lireEnTete(texte).nom, cause: err}
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
