package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
)

// sessionPostgres is one transaction on PostgreSQL. What it writes waits, and
// leaves in the same round trip as the next read, the next count of rows, or
// the commit: a reception takes a handful of round trips instead of fifteen.
type sessionPostgres struct {
	etatSession
	conn      *pgxpool.Conn
	attente   []enAttente
	commencee bool // BEGIN was sent
	engagee   bool // COMMIT was sent
}

// attenteMax bounds the statements that wait.
const attenteMax = 256

// delaiAnnulation bounds the wait of a rollback on a server that is gone.
const delaiAnnulation = 5 * time.Second

// enAttente is a statement that waits.
type enAttente struct {
	texte string
	args  []any
}

// refuser gives the meaning of an error and condemns the transaction. Once the
// commit was sent, nobody knows what a lost connection means: the transaction
// must not be run again blindly.
func (s *sessionPostgres) refuser(texte string, err error) error {
	err = traduirePostgres(texte, err, s.conn.Conn().IsClosed())
	if s.engagee && errors.Is(err, errPerdue) {
		err = fmt.Errorf("%w : %v", errInconnue, err)
	}
	return s.condamner(err)
}

// envoyer sends what waits and, in the same round trip, one statement more
// unless its text is empty: its result is the next of those returned.
func (s *sessionPostgres) envoyer(texte string, args []any) (pgx.BatchResults, error) {
	var batch pgx.Batch
	for _, q := range s.attente {
		batch.Queue(q.texte, q.args...)
	}
	if texte != "" {
		batch.Queue(texte, args...)
	}
	attente := s.attente
	s.attente, s.commencee = nil, true
	resultats := s.conn.SendBatch(s.ctx, &batch)
	for _, q := range attente {
		if _, err := resultats.Exec(); err != nil {
			var dit *pgconn.PgError
			if errors.As(err, &dit) {
				s.engagee = false // the server stopped here, before the commit
			}
			resultats.Close()
			return nil, s.refuser(q.texte, err)
		}
	}
	return resultats, nil
}

// Exec runs a statement that writes: at once when its count of rows is asked
// for, else later.
func (s *sessionPostgres) Exec(_ context.Context, texte string, args ...any) (fait pgconn.CommandTag, err error) {
	if err := s.admettre(true); err != nil {
		return fait, err
	}
	if lireEnTete(texte).compte() {
		return s.executer(texte, args)
	}
	s.attente = append(s.attente, enAttente{texte, args})
	if len(s.attente) >= attenteMax {
		return fait, s.acquitter()
	}
	return fait, nil
}

func (s *sessionPostgres) executer(texte string, args []any) (pgconn.CommandTag, error) {
	resultats, err := s.envoyer(texte, args)
	if err != nil {
		return pgconn.CommandTag{}, err
	}
	fait, err := resultats.Exec()
	if err = errors.Join(err, resultats.Close()); err != nil {
		return fait, s.refuser(texte, err)
	}
	return fait, nil
}

// lire sends what waits, then a statement that reads.
func (s *sessionPostgres) lire(texte string, args []any) (pgx.BatchResults, error) {
	if err := s.admettre(false); err != nil {
		return nil, err
	}
	switch e := lireEnTete(texte); {
	case s.lecture:
	case e.tenu():
		texte += "\nFOR NO KEY UPDATE"
	case e.libres():
		texte += "\nFOR NO KEY UPDATE OF t SKIP LOCKED"
	}
	return s.envoyer(texte, args)
}

// Query runs a statement that reads.
func (s *sessionPostgres) Query(_ context.Context, texte string, args ...any) (pgx.Rows, error) {
	resultats, err := s.lire(texte, args)
	if err != nil {
		return nil, err
	}
	rows, err := resultats.Query()
	if err != nil {
		resultats.Close()
		return nil, s.refuser(texte, err)
	}
	return &rangeesPostgres{Rows: rows, resultats: resultats, session: s, texte: texte}, nil
}

// QueryRow runs a statement that reads one row.
func (s *sessionPostgres) QueryRow(_ context.Context, texte string, args ...any) pgx.Row {
	resultats, err := s.lire(texte, args)
	if err != nil {
		return rangeeRefusee{err}
	}
	return &rangeePostgres{resultats: resultats, session: s, texte: texte}
}

// rangeesPostgres are rows of a batch, which ends with them.
type rangeesPostgres struct {
	pgx.Rows
	resultats pgx.BatchResults
	session   *sessionPostgres
	texte     string
}

// Close ends the batch.
func (r *rangeesPostgres) Close() {
	r.Rows.Close()
	r.resultats.Close()
}

// Err gives the error that ended the rows.
func (r *rangeesPostgres) Err() error {
	if err := r.Rows.Err(); err != nil {
		return r.session.refuser(r.texte, err)
	}
	return nil
}

type rangeePostgres struct {
	resultats pgx.BatchResults
	session   *sessionPostgres
	texte     string
}

// Scan reads the row, when there is one, and ends the batch.
func (r *rangeePostgres) Scan(dest ...any) error {
	err := r.resultats.QueryRow().Scan(dest...)
	if fin := r.resultats.Close(); err == nil {
		err = fin
	}
	if err == nil || errors.Is(err, pgx.ErrNoRows) {
		return err
	}
	return r.session.refuser(r.texte, err)
}

func (s *sessionPostgres) acquitter() error {
	if s.premiere != nil || len(s.attente) == 0 {
		return s.premiere
	}
	resultats, err := s.envoyer("", nil)
	if err != nil {
		return err
	}
	if err := resultats.Close(); err != nil {
		return s.refuser("envoi", err)
	}
	return nil
}

func (s *sessionPostgres) reserver(nom string) error {
	_, err := s.Exec(s.ctx, "-- name: Reserver :exec\nSELECT pg_advisory_xact_lock(hashtextextended($1, 0))", nom)
	return err
}

func (s *sessionPostgres) valider() error {
	if err := s.admettre(false); err != nil {
		return err
	}
	if s.commencee || len(s.attente) > 1 {
		s.engagee = true
		fait, err := s.executer("COMMIT", nil)
		if err != nil {
			return err
		}
		if fait.String() != "COMMIT" {
			return s.condamner(errors.New("la base a annulé la transaction au lieu de la valider"))
		}
	}
	s.terminee = true
	return nil
}

func (s *sessionPostgres) liberer() {
	if !s.terminee && s.commencee && !s.conn.Conn().IsClosed() {
		ctx, annuler := context.WithTimeout(context.WithoutCancel(s.ctx), delaiAnnulation)
		s.conn.Exec(ctx, "ROLLBACK") // if it fails, the pool drops the connection
		annuler()
	}
	s.terminee = true
	s.conn.Release()
}
