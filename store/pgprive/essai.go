package pgprive

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"accord/internal/essai"

	"github.com/jackc/pgx/v5"
)

var commun struct {
	sync.Mutex
	serveur *Serveur
	err     error
}

// Base gives a test the URL of an empty database, dropped when the test ends:
// on the server of ACCORD_TEST_POSTGRES (a URL) when it is set, else on a
// private one, started once for the process. Without either, the test is
// skipped. A test program that uses it calls [Terminer] from its TestMain.
func Base(t testing.TB) string {
	t.Helper()
	serveur := os.Getenv("ACCORD_TEST_POSTGRES")
	if serveur == "" {
		s, err := partage()
		if errors.Is(err, ErrAbsent) {
			essai.Sauter(t, "PostgreSQL n'est pas essayé : "+err.Error())
		}
		if err != nil {
			t.Fatal(err)
		}
		serveur = s.URL("postgres")
	}
	nom := "accord_essai_" + strings.ToLower(rand.Text()[:12])
	executer(t, serveur, "CREATE DATABASE "+nom)
	t.Cleanup(func() { executer(t, serveur, "DROP DATABASE "+nom+" WITH (FORCE)") })
	u, err := url.Parse(serveur)
	if err != nil {
		t.Fatalf("ACCORD_TEST_POSTGRES : %v", err)
	}
	u.Path = "/" + nom
	return u.String()
}

func partage() (*Serveur, error) {
	commun.Lock()
	defer commun.Unlock()
	if commun.serveur == nil && commun.err == nil {
		commun.serveur, commun.err = Demarrer(context.Background())
	}
	return commun.serveur, commun.err
}

func executer(t testing.TB, serveur, commande string) {
	t.Helper()
	c, err := pgx.Connect(context.Background(), serveur)
	if err == nil {
		_, err = c.Exec(context.Background(), commande)
		c.Close(context.Background())
	}
	if err != nil {
		t.Fatal(fmt.Errorf("%s : %w", commande, err))
	}
}

// Terminer stops the server that [Base] started, if it did.
func Terminer() {
	commun.Lock()
	defer commun.Unlock()
	if commun.serveur != nil {
		commun.serveur.Arreter()
		commun.serveur = nil
	}
}
