package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"accord/store/requetes"
)

// dialecte is what differs between the two databases, beside the words of the
// schema.
type dialecte interface {
	// ouvrir begins a transaction: one that writes, or one that only reads, on
	// a snapshot.
	ouvrir(ctx context.Context, lecture bool) (session, error)
	// reessayable reports whether the transaction failed for a reason that
	// another try may not meet (conflict, deadlock, lost connection).
	reessayable(err error) bool
	// analyser refreshes the statistics of the planner.
	analyser(ctx context.Context) error
	// purger takes erased bytes out of the files, as far as the database can.
	purger(ctx context.Context) error
	fermer() error
}

// session is one open transaction, on one connection. The generated queries
// run on it.
type session interface {
	requetes.DBTX
	// faute returns the first error met by a statement. It condemns the
	// transaction, even when its caller went on.
	faute() error
	// acquitter returns once everything written so far was accepted.
	acquitter() error
	// reserver holds a name to the end of the transaction.
	reserver(nom string) error
	// refuser notes an error met outside the statements' own calls, such as
	// while rows are read, and says what it means.
	refuser(err error) error
	// valider commits.
	valider() error
	// liberer ends the transaction, undone unless committed, and gives the
	// connection back. It may be called after valider.
	liberer()
}

var (
	errLecture = errors.New("écriture refusée : la transaction est en lecture seule")
	errFinie   = errors.New("la transaction est terminée")
	errFermee  = errors.New("la base est fermée")
)

// nomRequete reads the name that sqlc writes on the first line of a query.
func nomRequete(texte string) string {
	nom, ok := strings.CutPrefix(texte, "-- name: ")
	if !ok {
		nom = texte
	}
	nom, _, _ = strings.Cut(nom, "\n")
	nom, _, _ = strings.Cut(nom, " ")
	return nom
}

// Endings of the names of queries that hold what they read
// (requetes/personnes.sql).
func tenue(nom string) bool {
	return strings.HasSuffix(nom, "Tenu") || strings.HasSuffix(nom, "Tenue")
}

func libres(nom string) bool { return strings.HasSuffix(nom, "Libres") }

// etatSession is what both sessions share.
type etatSession struct {
	ctx      context.Context
	conn     *sql.Conn
	lecture  bool
	terminee bool
	premiere error
}

func (e *etatSession) faute() error { return e.premiere }

// condamner notes the first error of a statement.
func (e *etatSession) condamner(err error) error {
	if err != nil && e.premiere == nil {
		e.premiere = err
	}
	return err
}

// admettre says whether a statement may run.
func (e *etatSession) admettre(ecriture bool) error {
	switch {
	case e.terminee:
		return errFinie
	case e.premiere != nil:
		return e.premiere
	case ecriture && e.lecture:
		return e.condamner(errLecture)
	}
	return e.condamner(e.ctx.Err())
}

// ligneRefusee returns a row that fails: database/sql gives no other way to
// make one. The reason is in [session.faute].
func (e *etatSession) ligneRefusee() *sql.Row {
	ctx, annuler := context.WithCancel(context.Background())
	annuler()
	return e.conn.QueryRowContext(ctx, "SELECT 1")
}
