package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// AdresseDefaut is where the desk listens when nothing is said: this machine
// only.
const AdresseDefaut = "127.0.0.1:8080"

// Bounds of one exchange. A page takes milliseconds; a reader that takes longer
// than this holds a connection for nothing.
const (
	delaiEntete   = 5 * time.Second
	delaiLecture  = 30 * time.Second
	delaiEcriture = 60 * time.Second
	delaiRepos    = 2 * time.Minute
	delaiArret    = 10 * time.Second
	tailleEntete  = 32 << 10
)

// Serve listens on an address and answers until ctx ends; exchanges under way
// are then given time to end. An empty address is [AdresseDefaut].
func Serve(ctx context.Context, addr string, h http.Handler) error {
	addr = cmp.Or(addr, AdresseDefaut)
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("écoute sur %s impossible : %w", addr, err)
	}
	return ServeListener(ctx, l, h)
}

// ServeListener is [Serve] on a listener already open, for those who must know
// its port. It closes the listener.
func ServeListener(ctx context.Context, l net.Listener, h http.Handler) error {
	srv := &http.Server{
		Handler: h, ReadHeaderTimeout: delaiEntete, ReadTimeout: delaiLecture, WriteTimeout: delaiEcriture,
		IdleTimeout: delaiRepos, MaxHeaderBytes: tailleEntete,
	}
	fini := make(chan error, 1)
	go func() { fini <- srv.Serve(l) }()
	select {
	case err := <-fini:
		return err
	case <-ctx.Done():
	}
	arret, annuler := context.WithTimeout(context.WithoutCancel(ctx), delaiArret)
	defer annuler()
	if err := srv.Shutdown(arret); err != nil {
		return errors.Join(fmt.Errorf("arrêt forcé : %w", err), srv.Close())
	}
	if err := <-fini; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
