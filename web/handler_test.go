package web

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// refusTest is a refusal of a case, as the calculation gives it.
type refusTest struct{ cle, attendu, phrase string }

func (r refusTest) Error() string                        { return r.phrase }
func (r refusTest) Refus() (cle, attendu, phrase string) { return r.cle, r.attendu, r.phrase }

// service is a desk over the sample.
func service(t testing.TB, b *fauxBureau, journal io.Writer) http.Handler {
	t.Helper()
	return Handler(b, optionsDEssai(journal))
}

func optionsDEssai(journal io.Writer) Options {
	return Options{
		Caisse: "CPAM d'essai", Cle: []byte(strings.Repeat("c", 32)), Journal: slog.New(slog.NewJSONHandler(journal, nil)), Hotes: []string{"accord.caisse.test"},
		NouveauJeton: func() string { return "NOUV-EAU" },
		Schemas:      map[string]string{"accord-cas-1": `{"type":"object"}`, "accord-resultat-1": `{"type":"object"}`},
		Calculer: func(cas []byte) ([]byte, error) {
			switch s := string(cas); {
			case strings.Contains(s, "refuser"):
				return nil, fmt.Errorf("calcul : %w", refusTest{"arrets[1].fin", "une date AAAA-MM-JJ", "arrets[1].fin: la valeur n'est pas une date"})
			case strings.Contains(s, "panne"):
				return nil, errors.New("le disque de 2 85 03 75 116 042 brûle")
			case strings.Contains(s, "chute"):
				panic("1850375116042 est tombé")
			}
			return []byte(`{"schema":"accord/resultat/1"}`), nil
		},
	}
}

func requete(methode, cible string, corps io.Reader) *http.Request {
	r := httptest.NewRequest(methode, cible, corps)
	r.Host = "127.0.0.1:8080"
	return r
}

func repondre(t testing.TB, h http.Handler, r *http.Request) (*http.Response, string) {
	t.Helper()
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	return rec.Result(), strings.ReplaceAll(rec.Body.String(), insecable, " ")
}

func lire(t testing.TB, h http.Handler, cible string, statut int) string {
	t.Helper()
	rep, corps := repondre(t, h, requete(http.MethodGet, cible, nil))
	if rep.StatusCode != statut {
		t.Fatalf("GET %s : statut %d, attendu %d\n%s", cible, rep.StatusCode, statut, corps)
	}
	return corps
}

func chercher(q string) *http.Request {
	r := requete(http.MethodPost, "/recherche", strings.NewReader(url.Values{"q": {q}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}
