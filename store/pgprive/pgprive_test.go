package pgprive

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"accord/internal/essai"

	"github.com/jackc/pgx/v5"
)

// enfant is set for the process that a test starts in order to kill it.
const enfant = "ACCORD_ESSAI_PGPRIVE_ENFANT"

func TestMain(m *testing.M) {
	if os.Getenv(enfant) != "" {
		s, err := Demarrer(context.Background())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(s.URL("postgres"))
		select {}
	}
	code := m.Run()
	Terminer()
	os.Exit(code)
}

func demarrer(t *testing.T) *Serveur {
	t.Helper()
	s, err := Demarrer(context.Background())
	if errors.Is(err, ErrAbsent) {
		essai.Sauter(t, err.Error())
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// commander runs a command on a connection of its own.
func commander(serveur, commande string) error {
	c, err := pgx.Connect(context.Background(), serveur)
	if err != nil {
		return err
	}
	defer c.Close(context.Background())
	_, err = c.Exec(context.Background(), commande)
	return err
}

func TestDemarrerPuisArreter(t *testing.T) {
	s := demarrer(t)
	if err := commander(s.URL("postgres"), "CREATE DATABASE x"); err != nil {
		t.Error(err)
	}
	if err := s.Arreter(); err != nil {
		t.Error(err)
	}
	if err := commander(s.URL("x"), "SELECT 1"); err == nil {
		t.Error("le serveur arrêté répond")
	}
	if _, err := os.Stat(s.dossier); !os.IsNotExist(err) {
		t.Errorf("le dossier reste : %v", err)
	}
}

// The server dies with the process that started it, even killed, and the next
// one sweeps its folder away.
func TestMeurtAvecSonParent(t *testing.T) {
	demarrer(t).Arreter() // skips without PostgreSQL
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), enfant+"=1")
	c.Stderr = os.Stderr
	sortie, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	url, err := bufio.NewReader(sortie).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	url = strings.TrimSpace(url)
	if err := commander(url, "SELECT 1"); err != nil {
		t.Fatal(err)
	}
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	c.Process.Kill()
	c.Wait()
	for essai := 0; commander(url, "SELECT 1") == nil; essai++ {
		if essai == 500 {
			t.Fatal("le serveur survit à son parent")
		}
		time.Sleep(20 * time.Millisecond)
	}
	balayer()
	if _, err := os.Stat(cfg.Host); !os.IsNotExist(err) {
		t.Errorf("le dossier reste : %v", err)
	}
}

func TestChaqueBaseEstNeuve(t *testing.T) {
	preparees := 0
	preparer := func(url string) error {
		preparees++
		return commander(url, "CREATE TABLE modele (x int)")
	}
	for range 2 {
		if err := commander(Copie(t, preparer), "ALTER TABLE modele ADD COLUMN y int"); err != nil {
			t.Error(err)
		}
		if err := commander(Base(t), "CREATE TABLE modele (x int)"); err != nil {
			t.Error(err)
		}
	}
	if preparees != 1 {
		t.Errorf("le modèle fut préparé %d fois", preparees)
	}
}
