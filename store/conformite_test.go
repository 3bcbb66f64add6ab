package store

import (
	"context"
	"testing"
	"time"

	"accord/app"
	"accord/store/storetest"

	"github.com/jackc/pgx/v5"
)

func TestConformite(t *testing.T) {
	for _, a := range adresses {
		t.Run(a.nom, func(t *testing.T) {
			if a.nom == "sqlite" {
				storetest.Run(t, func(t *testing.T) app.Store { return ouvrirEssai(t, a.url(t)) })
				return
			}
			r := &reserve{proprietaire: t, url: a.url}
			r.rendre(r.ouvrir())
			storetest.Run(t, func(t *testing.T) app.Store { return r.prendre(t) })
		})
	}
}

// reserve lends stores on PostgreSQL to tests that go through the port alone,
// and empties them in between: a database for each, and connections to it,
// would cost the server far more than most of these tests.
type reserve struct {
	proprietaire *testing.T
	url          func(testing.TB) string
	libres       []*Store
}

func (r *reserve) ouvrir() *Store { return ouvrirEssai(r.proprietaire, r.url(r.proprietaire)) }

func (r *reserve) rendre(s *Store) { r.libres = append(r.libres, s) }

func (r *reserve) prendre(t *testing.T) *Store {
	t.Helper()
	if len(r.libres) == 0 {
		r.rendre(r.ouvrir())
	}
	s := r.libres[len(r.libres)-1]
	r.libres = r.libres[:len(r.libres)-1]
	t.Cleanup(func() {
		if t.Failed() {
			return // nobody knows what is left of it
		}
		if err := vider(t, s); err != nil {
			t.Log("la base n'est plus prêtée :", err)
			return
		}
		r.rendre(s)
	})
	return s
}

// vider deletes every row but the proof of the key, which opening the store has
// written, its triggers aside. A server may refuse that to its user.
func vider(t *testing.T, s *Store) error {
	ctx, fin := context.WithTimeout(context.Background(), time.Minute)
	defer fin()
	texte := "BEGIN; SET LOCAL session_replication_role = replica;"
	for _, nom := range tables(t, s) {
		if nom != "base" {
			texte += "DELETE FROM " + nom + ";"
		}
	}
	_, err := s.base.(*basePostgres).pool.Exec(ctx, texte+"COMMIT", pgx.QueryExecModeSimpleProtocol)
	return err
}
