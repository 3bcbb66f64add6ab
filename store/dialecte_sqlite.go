package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"accord/app"
)

// lecteursSQLite bounds the transactions that read at the same time.
const lecteursSQLite = 8

// attenteSQLite is how long a transaction waits for another process, in
// milliseconds.
const attenteSQLite = 15000

// projeteSQLite is how much of the file those who read map in memory, in bytes: as
// much as the library may. Each of them walks the whole base at times; a page that
// is mapped is neither copied nor freed.
const projeteSQLite = 0x7fff0000

// baseSQLite is a file, in WAL mode and synchronous=FULL: one writer at a time,
// readers beside it, and what is committed survives a loss of power.
type baseSQLite struct {
	ecriture, lecture *sql.DB
	redacteurs        chan *sessionSQLite // one place: who holds it writes
	lecteurs          chan *sessionSQLite
	fermee            chan struct{}
}

func ouvrirSQLite(fichier string) (*baseSQLite, error) {
	if err := os.MkdirAll(filepath.Dir(fichier), 0o700); err != nil {
		return nil, fmt.Errorf("base «%s» : %w", fichier, err)
	}
	absolu, err := filepath.Abs(fichier)
	if err != nil {
		return nil, fmt.Errorf("base «%s» : %w", fichier, err)
	}
	ecriture, err := sql.Open("sqlite", dsnSQLite(absolu, "synchronous(FULL)", "wal_autocheckpoint(4000)", "cache_size(-65536)"))
	if err != nil {
		return nil, err
	}
	lecture, err := sql.Open("sqlite", dsnSQLite(absolu, "query_only(1)", "cache_size(-8192)", fmt.Sprintf("mmap_size(%d)", projeteSQLite)))
	if err != nil {
		return nil, err
	}
	b := &baseSQLite{
		ecriture: ecriture, lecture: lecture, fermee: make(chan struct{}),
		redacteurs: make(chan *sessionSQLite, 1), lecteurs: make(chan *sessionSQLite, lecteursSQLite),
	}
	b.redacteurs <- nil
	for range lecteursSQLite {
		b.lecteurs <- nil
	}
	return b, nil
}

func dsnSQLite(fichier string, pragmas ...string) string {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": append([]string{
		fmt.Sprintf("busy_timeout(%d)", attenteSQLite), "journal_mode(WAL)", "foreign_keys(1)",
		// So that INSERT OR REPLACE does not pass under the triggers.
		"recursive_triggers(1)",
		// What is deleted is overwritten: the key of a person who is erased.
		"secure_delete(FAST)",
		"temp_store(MEMORY)",
	}, pragmas...)}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(fichier), RawQuery: q.Encode()}
	return u.String()
}

func (b *baseSQLite) ouvrir(ctx context.Context, lecture bool) (session, error) {
	places, base, debut := b.redacteurs, b.ecriture, "BEGIN IMMEDIATE"
	if lecture {
		places, base, debut = b.lecteurs, b.lecture, "BEGIN"
	}
	var s *sessionSQLite
	select {
	case s = <-places:
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-b.fermee:
		return nil, errFermee
	}
	if s == nil {
		conn, err := base.Conn(context.WithoutCancel(ctx))
		if err != nil {
			places <- nil
			return nil, traduireSQLite("ouverture", err)
		}
		s = &sessionSQLite{conn: conn, preparees: map[string]*sql.Stmt{}, retour: places}
	}
	s.ctx, s.lecture = ctx, lecture
	if err := s.commander(debut); err != nil {
		s.terminee = true
		s.liberer()
		return nil, err
	}
	return s, nil
}

// reessayable: a writer waits for its turn before it begins, and then nothing
// stands in its way.
func (b *baseSQLite) reessayable(error) bool { return false }

func (b *baseSQLite) distante() bool { return false }

func (b *baseSQLite) analyser(ctx context.Context) error {
	_, err := b.ecriture.ExecContext(ctx, "ANALYZE")
	return err
}

func (b *baseSQLite) purger(ctx context.Context) error {
	_, err := b.ecriture.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// fermer waits for the transactions that are running.
func (b *baseSQLite) fermer() error {
	close(b.fermee)
	for _, places := range []chan *sessionSQLite{b.lecteurs, b.redacteurs} {
		for range cap(places) {
			if s := <-places; s != nil {
				s.fermer()
			}
		}
	}
	return errors.Join(b.lecture.Close(), b.ecriture.Close())
}

// traduireSQLite gives the meaning of an error of SQLite.
func traduireSQLite(texte string, err error) error {
	r := &refus{requete: lireEnTete(texte).nom, cause: err}
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return r
	}
	switch e.Code() {
	case sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE:
		r.sens = errDoublon
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
		r.sens = app.ErrAbsent
	case sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.SQLITE_CONSTRAINT_NOTNULL, sqlite3.SQLITE_CONSTRAINT_DATATYPE:
		r.sens = errBornes
	case sqlite3.SQLITE_CONSTRAINT_TRIGGER:
		r.sens = errAjoutSeul
	default:
		if e.Code()&0xff == sqlite3.SQLITE_BUSY {
			r.sens = errOccupee
		}
	}
	return r
}

// motsSQLite puts the schema in the types of SQLite.
var motsSQLite = strings.NewReplacer("BIGINT", "INTEGER", "BOOLEAN", "INTEGER", "BYTEA", "BLOB")

var finTable = regexp.MustCompile(`(?m)^\);( -- clustered)?$`)

// schemaSQLite adapts the common schema: strict types, and tables that are
// only read by their key kept in its order.
func schemaSQLite(texte string) string {
	return finTable.ReplaceAllStringFunc(motsSQLite.Replace(texte), func(fin string) string {
		if fin == ");" {
			return ") STRICT;"
		}
		return ") STRICT, WITHOUT ROWID;"
	})
}
