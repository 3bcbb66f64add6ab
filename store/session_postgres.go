package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// sessionPostgres is one transaction on PostgreSQL. What it writes waits, and
// leaves in one pipelined batch before the next read, when a count of rows is
// asked for, or with the commit: a reception takes a handful of round trips
// instead of fifteen.
type sessionPostgres struct {
	etatSession
	attente   []*differe
	commencee bool // BEGIN was sent
	engagee   bool // the commit was sent
}

// attenteMax bounds the writes that wait.
const attenteMax = 512

// differe is a statement that waits, and its result once it ran.
type differe struct {
	session *sessionPostgres
	texte   string
	args    []any
	faite   bool
	lignes  int64
}

// LastInsertId is not offered by PostgreSQL.
func (d *differe) LastInsertId() (int64, error) {
	return 0, errors.New("PostgreSQL ne donne pas de numéro de ligne")
}

// RowsAffected sends the statement when it still waits.
func (d *differe) RowsAffected() (int64, error) {
	if !d.faite {
		if err := d.session.envoyer(); err != nil {
			return 0, err
		}
	}
	return d.lignes, nil
}

// envoyer sends what waits, in one round trip.
func (s *sessionPostgres) envoyer() error {
	if s.premiere != nil || len(s.attente) == 0 {
		return s.premiere
	}
	lot := s.attente
	s.attente, s.commencee = nil, true
	var batch pgx.Batch
	for _, d := range lot {
		batch.Queue(d.texte, d.args...)
	}
	err := s.conn.Raw(func(pilote any) error {
		conn := pilote.(*stdlib.Conn).Conn()
		resultats := conn.SendBatch(s.ctx, &batch)
		for _, d := range lot {
			fait, err := resultats.Exec()
			if err != nil {
				resultats.Close()
				return traduirePostgres(d.texte, err, conn.IsClosed())
			}
			d.faite, d.lignes = true, fait.RowsAffected()
			if d.texte == "COMMIT" && fait.String() != "COMMIT" {
				resultats.Close()
				return errors.New("la base a annulé la transaction au lieu de la valider")
			}
		}
		return resultats.Close()
	})
	return s.condamner(s.siEngagee(err))
}

// siEngagee says what a lost connection means once the commit was sent: nobody
// knows, and the transaction must not be run again blindly.
func (s *sessionPostgres) siEngagee(err error) error {
	if s.engagee && errors.Is(err, errPerdue) {
		return fmt.Errorf("%w : %v", errInconnue, err)
	}
	return err
}

// PrepareContext is part of the interface of the generated queries; the driver
// prepares statements by itself.
func (s *sessionPostgres) PrepareContext(ctx context.Context, texte string) (*sql.Stmt, error) {
	return s.conn.PrepareContext(ctx, texte)
}

// ExecContext puts a statement among those that wait.
func (s *sessionPostgres) ExecContext(_ context.Context, texte string, args ...any) (sql.Result, error) {
	if err := s.admettre(true); err != nil {
		return nil, err
	}
	d := &differe{session: s, texte: texte, args: args}
	s.attente = append(s.attente, d)
	if len(s.attente) >= attenteMax {
		return d, s.envoyer()
	}
	return d, nil
}

func (s *sessionPostgres) avantLecture(texte string) (string, error) {
	if err := s.admettre(false); err != nil {
		return "", err
	}
	if nom := nomRequete(texte); !s.lecture && tenue(nom) {
		texte += "\nFOR NO KEY UPDATE"
	} else if !s.lecture && libres(nom) {
		texte += "\nFOR NO KEY UPDATE OF t SKIP LOCKED"
	}
	return texte, s.envoyer()
}

// QueryContext sends what waits, then runs a statement that reads.
func (s *sessionPostgres) QueryContext(_ context.Context, texte string, args ...any) (*sql.Rows, error) {
	texte, err := s.avantLecture(texte)
	if err != nil {
		return nil, err
	}
	r, err := s.conn.QueryContext(s.ctx, texte, args...)
	if err != nil {
		return nil, s.condamner(traduirePostgres(texte, err, s.perdue()))
	}
	return r, nil
}

// QueryRowContext sends what waits, then runs a statement that reads one row.
func (s *sessionPostgres) QueryRowContext(_ context.Context, texte string, args ...any) *sql.Row {
	texte, err := s.avantLecture(texte)
	if err != nil {
		return s.ligneRefusee()
	}
	return s.conn.QueryRowContext(s.ctx, texte, args...)
}

func (s *sessionPostgres) acquitter() error { return s.envoyer() }

func (s *sessionPostgres) reserver(nom string) error {
	_, err := s.ExecContext(s.ctx, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", nom)
	return err
}

func (s *sessionPostgres) refuser(err error) error {
	return s.condamner(traduirePostgres("lecture", err, s.perdue()))
}

// perdue reports whether the connection was lost.
func (s *sessionPostgres) perdue() bool {
	err := s.conn.Raw(func(pilote any) error {
		if pilote.(*stdlib.Conn).Conn().IsClosed() {
			return errPerdue
		}
		return nil
	})
	return err != nil
}

func (s *sessionPostgres) valider() error {
	if err := s.admettre(false); err != nil {
		return err
	}
	if !s.commencee && len(s.attente) == 1 { // nothing ran, not even BEGIN
		s.terminee = true
		return nil
	}
	s.attente = append(s.attente, &differe{session: s, texte: "COMMIT"})
	s.engagee = true
	if err := s.envoyer(); err != nil {
		return err
	}
	s.terminee = true
	return nil
}

func (s *sessionPostgres) liberer() {
	if !s.terminee {
		s.terminee = true
		s.conn.Raw(func(pilote any) error {
			c := pilote.(*stdlib.Conn).Conn()
			if c.PgConn().TxStatus() == 'I' {
				return nil
			}
			if _, err := c.Exec(context.WithoutCancel(s.ctx), "ROLLBACK"); err != nil {
				return driver.ErrBadConn
			}
			return nil
		})
	}
	s.conn.Close()
}
