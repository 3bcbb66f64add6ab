package store

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"testing"

	"accord/app"
	"accord/dossier"
)

// The connection is lost in the middle of a transaction, and is missed by a reading
// or by what waits for the commit: it runs again.
func TestConnexionPerdue(t *testing.T) {
	for nom, lire := range map[string]bool{"à la lecture": true, "à la validation": false} {
		t.Run(nom, func(t *testing.T) {
			s := ouvrirEssai(t, adresses[1].url(t))
			db := sqlBrut(t, s)
			var id string
			var tours atomic.Int32
			err := s.Update(context.Background(), func(x app.Tx) (err error) {
				if id, err = x.Personne("1850578006048", false, true); err != nil {
					return err
				}
				if err := x.AjouterFaits(id, 1, []dossier.Fait{faitBanc(1)}); err != nil {
					return err
				}
				if tours.Add(1) < 3 {
					pid := x.(*tx).ses.(*sessionPostgres).conn.Conn().PgConn().PID()
					executerBrut(t, db, "SELECT pg_terminate_backend($1)", pid)
				}
				if lire {
					_, err = x.Poses(id)
				}
				return err
			})
			if err != nil || tours.Load() != 3 {
				t.Fatalf("%d tours, %v", tours.Load(), err)
			}
			if err := verifierChaine(s, id); err != nil {
				t.Error(err)
			}
		})
	}
}

// Two transactions that wait for each other: one is undone and runs again,
// whatever f does with the error.
func TestInterblocage(t *testing.T) {
	s := ouvrirEssai(t, adresses[1].url(t))
	a, b := chaineDe3(t, s, 1), chaineDe3(t, s, 2)
	pris := make(chan bool, 2)
	fini := make(chan error)
	var tours atomic.Int32
	croiser := func(premier, second string) {
		fini <- s.Update(context.Background(), func(tx app.Tx) error {
			if err := tx.Verrouiller(premier); err != nil {
				return err
			}
			if tours.Add(1) <= 2 { // both hold one before asking for the other
				pris <- true
				for len(pris) < 2 {
					if err := patienter(context.Background(), 1); err != nil {
						return err
					}
				}
			}
			tx.Verrouiller(second) // the error is forgotten on purpose
			return tx.AjouterFaits(second, 1, []dossier.Fait{faitBanc(4)})
		})
	}
	go croiser(a, b)
	go croiser(b, a)
	if err := errors.Join(<-fini, <-fini); err != nil {
		t.Fatal(err)
	}
	if tours.Load() < 3 {
		t.Errorf("%d tours : aucun n'a recommencé", tours.Load())
	}
	if err := errors.Join(verifierChaine(s, a), verifierChaine(s, b)); err != nil {
		t.Error(err)
	}
}

// The transaction is given up with the context while it waits for its turn.
func TestAttenteAbandonnee(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		id := chaineDe3(t, s, 1)
		err := s.Update(context.Background(), func(tx app.Tx) error {
			if err := tx.Verrouiller(id); err != nil {
				return err
			}
			ctx, annuler := context.WithCancel(context.Background())
			defer annuler()
			fini := make(chan error)
			go func() {
				fini <- s.Update(ctx, func(tx app.Tx) error { return tx.Verrouiller(id) })
			}()
			if err := patienter(context.Background(), 5); err != nil {
				return err
			}
			annuler()
			if err := <-fini; !errors.Is(err, context.Canceled) {
				t.Errorf("erreur «%v»", err)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func TestBaseFermee(t *testing.T) {
	surChaque(t, func(t *testing.T, s *Store) {
		for range 2 {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		rien := func(app.Tx) error { return nil }
		if err := s.Update(context.Background(), rien); !errors.Is(err, errFermee) {
			t.Errorf("écriture : «%v»", err)
		}
		if err := s.View(context.Background(), rien); !errors.Is(err, errFermee) {
			t.Errorf("lecture : «%v»", err)
		}
	})
}

// Two processes share an SQLite base: each waits for the other.
func TestDeuxProcessusSQLite(t *testing.T) {
	url := filepath.Join(t.TempDir(), "accord.db")
	s1, s2 := ouvrirEssai(t, url), ouvrirEssai(t, url)
	id := chaineDe3(t, s1, 1)
	fini := make(chan error)
	for _, s := range []*Store{s1, s2} {
		go func() {
			for range 30 {
				err := s.Update(context.Background(), func(tx app.Tx) error { return tx.AjouterFaits(id, 1, []dossier.Fait{faitBanc(1)}) })
				if err != nil {
					fini <- err
					return
				}
			}
			fini <- nil
		}()
	}
	if err := errors.Join(<-fini, <-fini); err != nil {
		t.Fatal(err)
	}
	if err := verifierChaine(s1, id); err != nil {
		t.Error(err)
	}
}
