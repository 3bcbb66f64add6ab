package web

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestServeListener: an exchange under way when the service stops is answered.
func TestServeListener(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	entre, sort := make(chan struct{}), make(chan struct{})
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entre)
		<-sort
		_, _ = io.WriteString(w, "fini")
	})
	ctx, arreter := context.WithCancel(t.Context())
	fini := make(chan error, 1)
	go func() { fini <- ServeListener(ctx, l, h) }()
	recu := make(chan string, 1)
	go func() {
		rep, err := http.Get("http://" + l.Addr().String() + "/")
		if err != nil {
			recu <- err.Error()
			return
		}
		defer rep.Body.Close()
		b, _ := io.ReadAll(rep.Body)
		recu <- string(b)
	}()
	<-entre
	arreter()
	time.AfterFunc(50*time.Millisecond, func() { close(sort) })
	if r := <-recu; r != "fini" {
		t.Errorf("l'échange en cours a donné «%s»", r)
	}
	if err := <-fini; err != nil {
		t.Error(err)
	}
}

func TestServeAdressePrise(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = Serve(t.Context(), l.Addr().String(), http.NotFoundHandler())
	if err == nil || !strings.HasPrefix(err.Error(), "écoute sur "+l.Addr().String()+" impossible") {
		t.Errorf("%v", err)
	}
}

func TestAdresseDefaut(t *testing.T) {
	hote, _, err := net.SplitHostPort(AdresseDefaut)
	if err != nil || !net.ParseIP(hote).IsLoopback() {
		t.Errorf("l'adresse par défaut, %s, sort de la machine", AdresseDefaut)
	}
}
