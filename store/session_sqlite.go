package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// sessionSQLite is one transaction on SQLite. Its connection, and the
// statements prepared on it, live as long as the base is open.
type sessionSQLite struct {
	etatSession
	conn      *sql.Conn
	preparees map[string]*sql.Stmt
	retour    chan<- *sessionSQLite
}

// sansSurveillance is the context of single statements: the driver would start
// a goroutine for each to watch the caller's, and none of them lasts. admettre
// looks at it in between.
func sansSurveillance() context.Context { return context.Background() }

// refuser gives the meaning of an error and condemns the transaction.
func (s *sessionSQLite) refuser(texte string, err error) error {
	return s.condamner(traduireSQLite(texte, err))
}

func (s *sessionSQLite) preparer(texte string) (*sql.Stmt, error) {
	if p := s.preparees[texte]; p != nil {
		return p, nil
	}
	p, err := s.conn.PrepareContext(sansSurveillance(), texte)
	if err != nil {
		return nil, s.refuser(texte, err)
	}
	s.preparees[texte] = p
	return p, nil
}

// Exec runs a statement that writes.
func (s *sessionSQLite) Exec(_ context.Context, texte string, args ...any) (fait pgconn.CommandTag, err error) {
	if err := s.admettre(true); err != nil {
		return fait, err
	}
	p, err := s.preparer(texte)
	if err != nil {
		return fait, err
	}
	r, err := p.ExecContext(sansSurveillance(), args...)
	if err != nil {
		return fait, s.refuser(texte, err)
	}
	if !lireEnTete(texte).compte() {
		return fait, nil
	}
	n, err := r.RowsAffected()
	if err != nil {
		return fait, s.refuser(texte, err)
	}
	return pgconn.NewCommandTag(fmt.Sprint("ROWS ", n)), nil
}

// Query runs a statement that reads.
func (s *sessionSQLite) Query(_ context.Context, texte string, args ...any) (pgx.Rows, error) {
	if err := s.admettre(false); err != nil {
		return nil, err
	}
	p, err := s.preparer(texte)
	if err != nil {
		return nil, err
	}
	r, err := p.QueryContext(sansSurveillance(), args...)
	if err != nil {
		return nil, s.refuser(texte, err)
	}
	return &rangeesSQLite{rows: r, session: s, texte: texte}, nil
}

// QueryRow runs a statement that reads one row.
func (s *sessionSQLite) QueryRow(_ context.Context, texte string, args ...any) pgx.Row {
	if err := s.admettre(false); err != nil {
		return rangeeRefusee{err}
	}
	p, err := s.preparer(texte)
	if err != nil {
		return rangeeRefusee{err}
	}
	return &rangeeSQLite{row: p.QueryRowContext(sansSurveillance(), args...), session: s, texte: texte}
}

// rangeesSQLite shows rows of database/sql as the generated queries expect them.
type rangeesSQLite struct {
	pgx.Rows // nil: the generated queries call only what follows
	rows     *sql.Rows
	session  *sessionSQLite
	texte    string
}

// Close, Next and Scan are those of database/sql.
func (r *rangeesSQLite) Close()                 { r.rows.Close() }
func (r *rangeesSQLite) Next() bool             { return r.rows.Next() }
func (r *rangeesSQLite) Scan(dest ...any) error { return r.rows.Scan(dest...) }

// Err gives the error that ended the rows.
func (r *rangeesSQLite) Err() error {
	if err := r.rows.Err(); err != nil {
		return r.session.refuser(r.texte, err)
	}
	return nil
}

type rangeeSQLite struct {
	row     *sql.Row
	session *sessionSQLite
	texte   string
}

// Scan reads the row, when there is one.
func (r *rangeeSQLite) Scan(dest ...any) error {
	err := r.row.Scan(dest...)
	if err == nil || errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return r.session.refuser(r.texte, err)
}

func (s *sessionSQLite) acquitter() error { return s.premiere }

// reserver has nothing to do: a transaction that writes has the whole base.
func (s *sessionSQLite) reserver(string) error { return s.admettre(true) }

func (s *sessionSQLite) commander(texte string) error {
	p, err := s.preparer(texte)
	if err == nil {
		_, err = p.ExecContext(sansSurveillance())
	}
	if err != nil {
		return traduireSQLite(texte, err)
	}
	return nil
}

func (s *sessionSQLite) valider() error {
	if err := s.admettre(false); err != nil {
		return err
	}
	if err := s.commander("COMMIT"); err != nil {
		return s.condamner(err)
	}
	s.terminee = true
	return nil
}

func (s *sessionSQLite) liberer() {
	propre := s.terminee
	s.terminee = true
	if !propre {
		propre = s.commander("ROLLBACK") == nil
	}
	if !propre {
		s.fermer() // the next taker opens another connection
		s.retour <- nil
		return
	}
	s.retour <- &sessionSQLite{conn: s.conn, preparees: s.preparees, retour: s.retour}
}

func (s *sessionSQLite) fermer() {
	for _, p := range s.preparees {
		p.Close()
	}
	s.conn.Close()
}
