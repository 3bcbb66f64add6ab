package pgprive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// ErrAbsent is returned when PostgreSQL's server is not on the machine.
var ErrAbsent = errors.New("les programmes initdb et postgres sont introuvables (paquet postgresql)")

const (
	prefixe = "accord-pg-"
	delai   = 30 * time.Second // to start, or to stop
)

// Serveur is a server that runs.
type Serveur struct {
	dossier   string
	processus *os.Process
	fin       chan error // closed once the server has ended
	journal   *bytes.Buffer
}

// programmes gives the folder of the newest server installed.
func programmes() (string, error) {
	dossiers, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", err
	}
	version := func(dossier string) int {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(dossier)))
		return n
	}
	slices.SortFunc(dossiers, func(a, b string) int { return version(b) - version(a) })
	if chemin, err := exec.LookPath("initdb"); err == nil {
		dossiers = append(dossiers, filepath.Dir(chemin))
	}
	for _, d := range dossiers {
		_, sansInitdb := os.Stat(filepath.Join(d, "initdb"))
		_, sansServeur := os.Stat(filepath.Join(d, "postgres"))
		if sansInitdb == nil && sansServeur == nil {
			return d, nil
		}
	}
	return "", ErrAbsent
}

// Demarrer makes a server in a temporary folder and starts it, with settings
// such as «fsync=off». Without any, it is as durable as one in service.
func Demarrer(ctx context.Context, reglages ...string) (*Serveur, error) {
	bin, err := programmes()
	if err != nil {
		return nil, err
	}
	balayer()
	dossier, err := os.MkdirTemp("", fmt.Sprintf("%s%d-", prefixe, os.Getpid()))
	if err != nil {
		return nil, err
	}
	s := &Serveur{dossier: dossier, fin: make(chan error, 1), journal: &bytes.Buffer{}}
	if err := s.demarrer(ctx, bin, reglages); err != nil {
		return nil, errors.Join(fmt.Errorf("serveur PostgreSQL privé : %w", err), s.Arreter())
	}
	return s, nil
}

func (s *Serveur) demarrer(ctx context.Context, bin string, reglages []string) error {
	droits, uid, err := attributs()
	if err != nil {
		return err
	}
	if err := os.Chown(s.dossier, uid, -1); err != nil {
		return err
	}
	donnees := filepath.Join(s.dossier, "donnees")
	initdb := exec.CommandContext(ctx, filepath.Join(bin, "initdb"), "--pgdata", donnees, "--username", "accord", "--auth", "trust",
		"--encoding", "UTF8", "--locale", "C", "--no-instructions", "--no-sync")
	initdb.Dir, initdb.Env = s.dossier, append(os.Environ(), "TZ=UTC")
	initdb.SysProcAttr = droits
	if sortie, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb : %w\n%s", err, sortie)
	}
	arguments := []string{"-D", donnees, "-k", s.dossier}
	for _, r := range append([]string{"listen_addresses=", "shared_buffers=128MB", "max_connections=120", "max_wal_size=1GB"}, reglages...) {
		arguments = append(arguments, "-c", r)
	}
	serveur := exec.Command(filepath.Join(bin, "postgres"), arguments...)
	serveur.Dir, serveur.Stdout, serveur.Stderr = s.dossier, s.journal, s.journal
	serveur.SysProcAttr = droits
	lance := make(chan error)
	go func() {
		// The server dies with the thread that started it: keep the thread.
		runtime.LockOSThread()
		err := serveur.Start()
		lance <- err
		if err == nil {
			s.fin <- serveur.Wait()
		}
		close(s.fin)
	}()
	if err := <-lance; err != nil {
		return err
	}
	s.processus = serveur.Process
	return s.attendre(ctx)
}

// attendre waits until the server answers.
func (s *Serveur) attendre(ctx context.Context) error {
	ctx, annuler := context.WithTimeout(ctx, delai)
	defer annuler()
	for {
		c, err := pgx.Connect(ctx, s.URL("postgres"))
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case <-s.fin:
			return fmt.Errorf("le serveur s'est arrêté :\n%s", s.journal)
		case <-ctx.Done():
			return fmt.Errorf("le serveur ne répond pas : %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// URL is where a database of the server is.
func (s *Serveur) URL(base string) string {
	return (&url.URL{Scheme: "postgres", User: url.User("accord"), Path: "/" + base, RawQuery: url.Values{"host": {s.dossier}}.Encode()}).String()
}

// Arreter stops the server and removes its folder.
func (s *Serveur) Arreter() error {
	if s.processus != nil {
		s.processus.Signal(syscall.SIGINT) // «fast»: disconnects everyone
		select {
		case <-s.fin:
		case <-time.After(delai):
			s.processus.Kill()
		}
	}
	return os.RemoveAll(s.dossier)
}

// balayer removes what processes that were killed left behind.
func balayer() {
	dossiers, err := filepath.Glob(filepath.Join(os.TempDir(), prefixe+"*"))
	if err != nil {
		return
	}
	for _, d := range dossiers {
		texte, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(d), prefixe), "-")
		pid, err := strconv.Atoi(texte)
		if err == nil && !vivant(pid) {
			os.RemoveAll(d)
		}
	}
}
