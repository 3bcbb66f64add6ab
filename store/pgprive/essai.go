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

// Servers and models shared by the tests of a process.
var commun struct {
	sync.Mutex
	serveurs map[bool]*Serveur // durable or not
	modeles  map[string]string // by server: name of the prepared database
}

// guichets keeps a connection to each server, to make and drop databases by:
// a new one costs the server nearly as much as a database.
var guichets struct {
	sync.Mutex
	ouverts map[string]*pgx.Conn
}

// pressee is what a server that only has to last a test may do without.
var pressee = []string{"fsync=off", "synchronous_commit=off", "full_page_writes=off", "deadlock_timeout=50ms"}

// Base gives a test the URL of an empty database, dropped when the test ends:
// on the server of ACCORD_TEST_POSTGRES (a URL) when it is set, else on a
// private one, started once for the process. For a benchmark it is durable.
// Without either, the test is skipped. A test program that uses it calls
// [Terminer] from its TestMain.
func Base(t testing.TB) string {
	t.Helper()
	return creer(t, serveur(t), "template1")
}

// Copie gives a test the URL of a copy, dropped when the test ends, of a
// database prepared once for the process (a schema, which takes longer to make
// than to copy).
func Copie(t testing.TB, preparer func(url string) error) string {
	t.Helper()
	s := serveur(t)
	commun.Lock()
	defer commun.Unlock()
	if commun.modeles[s] == "" {
		nom := nouveauNom()
		executer(t, s, "CREATE DATABASE "+nom)
		if err := preparer(avecBase(t, s, nom)); err != nil {
			t.Fatal(err)
		}
		if commun.modeles == nil {
			commun.modeles = map[string]string{}
		}
		commun.modeles[s] = nom
	}
	return creer(t, s, commun.modeles[s])
}

// serveur gives the URL of the server for a test.
func serveur(t testing.TB) string {
	t.Helper()
	if url := os.Getenv("ACCORD_TEST_POSTGRES"); url != "" {
		return url
	}
	_, durable := t.(*testing.B)
	commun.Lock()
	defer commun.Unlock()
	if s := commun.serveurs[durable]; s != nil {
		return s.URL("postgres")
	}
	reglages := pressee
	if durable {
		reglages = nil
	}
	s, err := Demarrer(context.Background(), reglages...)
	if errors.Is(err, ErrAbsent) {
		essai.Sauter(t, "PostgreSQL n'est pas essayé : "+err.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	if commun.serveurs == nil {
		commun.serveurs = map[bool]*Serveur{}
	}
	commun.serveurs[durable] = s
	return s.URL("postgres")
}

func nouveauNom() string { return "accord_essai_" + strings.ToLower(rand.Text()[:12]) }

func creer(t testing.TB, serveur, modele string) string {
	t.Helper()
	nom := nouveauNom()
	executer(t, serveur, "CREATE DATABASE "+nom+" TEMPLATE "+modele)
	t.Cleanup(func() { executer(t, serveur, "DROP DATABASE "+nom+" WITH (FORCE)") })
	return avecBase(t, serveur, nom)
}

// avecBase gives the URL of another database of the same server.
func avecBase(t testing.TB, serveur, nom string) string {
	t.Helper()
	u, err := url.Parse(serveur)
	if err != nil {
		t.Fatalf("ACCORD_TEST_POSTGRES : %v", err)
	}
	u.Path = "/" + nom
	return u.String()
}

func executer(t testing.TB, serveur, commande string) {
	t.Helper()
	if err := auGuichet(serveur, commande); err != nil {
		t.Fatal(fmt.Errorf("%s : %w", commande, err))
	}
}

// auGuichet runs a command on the connection that is kept, which it makes.
func auGuichet(serveur, commande string) error {
	guichets.Lock()
	defer guichets.Unlock()
	c := guichets.ouverts[serveur]
	if c == nil || c.IsClosed() {
		var err error
		if c, err = pgx.Connect(context.Background(), serveur); err != nil {
			return err
		}
		if guichets.ouverts == nil {
			guichets.ouverts = map[string]*pgx.Conn{}
		}
		guichets.ouverts[serveur] = c
	}
	_, err := c.Exec(context.Background(), commande)
	return err
}

// Terminer drops the models and stops the servers that [Base] and [Copie] made.
func Terminer() {
	commun.Lock()
	defer commun.Unlock()
	for serveur, nom := range commun.modeles {
		if err := auGuichet(serveur, "DROP DATABASE "+nom); err != nil {
			fmt.Fprintln(os.Stderr, "base d'essai", nom, ":", err)
		}
	}
	guichets.Lock()
	for _, c := range guichets.ouverts {
		c.Close(context.Background())
	}
	guichets.ouverts = nil
	guichets.Unlock()
	for _, s := range commun.serveurs {
		if err := s.Arreter(); err != nil {
			fmt.Fprintln(os.Stderr, "serveur d'essai :", err)
		}
	}
	commun.modeles, commun.serveurs = nil, nil
}
