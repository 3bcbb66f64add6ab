package store

import (
	"context"
	"database/sql"
)

// sessionSQLite is one transaction on SQLite. Its connection, and the
// statements prepared on it, live as long as the base is open.
type sessionSQLite struct {
	etatSession
	base      *baseSQLite
	preparees map[string]*sql.Stmt
	retour    chan<- *sessionSQLite
}

// Statements run without the context: the driver would start a goroutine for
// each to watch it, and none of them lasts. admettre looks at it in between.
func sansSurveillance() context.Context { return context.Background() }

func (s *sessionSQLite) preparer(texte string) (*sql.Stmt, error) {
	if p := s.preparees[texte]; p != nil {
		return p, nil
	}
	p, err := s.conn.PrepareContext(sansSurveillance(), texte)
	if err != nil {
		return nil, s.condamner(traduireSQLite(texte, err))
	}
	s.preparees[texte] = p
	return p, nil
}

// PrepareContext is part of the interface of the generated queries.
func (s *sessionSQLite) PrepareContext(_ context.Context, texte string) (*sql.Stmt, error) {
	return s.preparer(texte)
}

// ExecContext runs a statement that writes.
func (s *sessionSQLite) ExecContext(_ context.Context, texte string, args ...any) (sql.Result, error) {
	if err := s.admettre(true); err != nil {
		return nil, err
	}
	p, err := s.preparer(texte)
	if err != nil {
		return nil, err
	}
	r, err := p.ExecContext(sansSurveillance(), args...)
	if err != nil {
		return nil, s.condamner(traduireSQLite(texte, err))
	}
	return r, nil
}

// QueryContext runs a statement that reads.
func (s *sessionSQLite) QueryContext(_ context.Context, texte string, args ...any) (*sql.Rows, error) {
	if err := s.admettre(false); err != nil {
		return nil, err
	}
	p, err := s.preparer(texte)
	if err != nil {
		return nil, err
	}
	r, err := p.QueryContext(sansSurveillance(), args...)
	if err != nil {
		return nil, s.condamner(traduireSQLite(texte, err))
	}
	return r, nil
}

// QueryRowContext runs a statement that reads one row.
func (s *sessionSQLite) QueryRowContext(_ context.Context, texte string, args ...any) *sql.Row {
	if s.admettre(false) != nil {
		return s.ligneRefusee()
	}
	p, err := s.preparer(texte)
	if err != nil {
		return s.ligneRefusee()
	}
	return p.QueryRowContext(sansSurveillance(), args...)
}

func (s *sessionSQLite) acquitter() error { return s.premiere }

// reserver has nothing to do: a transaction that writes has the whole base.
func (s *sessionSQLite) reserver(string) error { return s.admettre(true) }

func (s *sessionSQLite) refuser(err error) error {
	return s.condamner(traduireSQLite("lecture", err))
}

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
	s.retour <- &sessionSQLite{etatSession: etatSession{conn: s.conn}, base: s.base, preparees: s.preparees, retour: s.retour}
}

func (s *sessionSQLite) fermer() {
	for _, p := range s.preparees {
		p.Close()
	}
	s.conn.Close()
}
