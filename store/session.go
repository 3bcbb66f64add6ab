package store

import (
	"context"
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
	// distante reports whether each answer costs a round trip.
	distante() bool
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

// enTete is what sqlc writes on the first line of a query: its name, and what
// is expected of it (one, many, exec, execrows).
type enTete struct{ nom, attendu string }

func lireEnTete(texte string) enTete {
	ligne, _, _ := strings.Cut(texte, "\n")
	nom, attendu, _ := strings.Cut(strings.TrimPrefix(ligne, "-- name: "), " :")
	return enTete{nom, attendu}
}

// Endings of the names of queries that hold what they read
// (requetes/personnes.sql).
func (e enTete) tenu() bool {
	return strings.HasSuffix(e.nom, "Tenu") || strings.HasSuffix(e.nom, "Tenue")
}

func (e enTete) libres() bool { return strings.HasSuffix(e.nom, "Libres") }

// compte reports whether the number of rows is asked for.
func (e enTete) compte() bool { return e.attendu == "execrows" }

// etatSession is what both sessions share.
type etatSession struct {
	ctx      context.Context
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

// rangeeRefusee is a row that could not be asked for.
type rangeeRefusee struct{ err error }

// Scan gives the reason.
func (r rangeeRefusee) Scan(...any) error { return r.err }
