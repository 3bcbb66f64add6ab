package web

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
)

func calcul(corps string) *http.Request {
	r := requete(http.MethodPost, "/api/v1/calculs", strings.NewReader(corps))
	r.Header.Set("Content-Type", "application/json")
	return r
}

func TestCalculs(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	avec := func(genre string) *http.Request {
		r := calcul(`{}`)
		r.Header.Set("Content-Type", genre)
		return r
	}
	for _, c := range []struct {
		nom    string
		r      *http.Request
		statut int
		titre  string
	}{
		{"calculé", calcul(`{"schema":"accord/cas/1"}`), http.StatusOK, ""},
		{"type annoncé avec son alphabet", avec("application/json; charset=UTF-8"), http.StatusOK, ""},
		{"refusé", calcul(`{"refuser":"2026-02-30"}`), http.StatusUnprocessableEntity, "Cas refusé"},
		{"panne", calcul(`{"panne":1}`), http.StatusInternalServerError, "Erreur du service"},
		{"formulaire", avec("application/x-www-form-urlencoded"), http.StatusUnsupportedMediaType, "Type de contenu refusé"},
		{"texte", avec("text/plain"), http.StatusUnsupportedMediaType, "Type de contenu refusé"},
		{"sans type", avec(""), http.StatusUnsupportedMediaType, "Type de contenu refusé"},
		{"autre alphabet", avec("application/json; charset=iso-8859-1"), http.StatusUnsupportedMediaType, "Type de contenu refusé"},
		{"un mébioctet", calcul(strings.Repeat(" ", tailleCas)), http.StatusOK, ""},
		{"trop gros", calcul(strings.Repeat(" ", tailleCas+1)), http.StatusRequestEntityTooLarge, "Cas trop volumineux"},
	} {
		rep, corps := repondre(t, h, c.r)
		if rep.StatusCode != c.statut {
			t.Errorf("%s : statut %d, attendu %d", c.nom, rep.StatusCode, c.statut)
			continue
		}
		if c.statut == http.StatusOK {
			if rep.Header.Get("Content-Type") != "application/json" || corps != `{"schema":"accord/resultat/1"}` {
				t.Errorf("%s : %s %s", c.nom, rep.Header.Get("Content-Type"), corps)
			}
			continue
		}
		p := lireProbleme(t, rep, corps)
		if p.Title != c.titre || p.Status != c.statut || p.Detail == "" {
			t.Errorf("%s : %+v", c.nom, p)
		}
	}
}

func lireProbleme(t *testing.T, rep *http.Response, corps string) probleme {
	t.Helper()
	var p probleme
	if err := json.Unmarshal([]byte(corps), &p); err != nil || rep.Header.Get("Content-Type") != "application/problem+json" {
		t.Fatalf("%s : %s", rep.Header.Get("Content-Type"), corps)
	}
	return p
}

// TestRefusSansLaValeur: a refused case says where and what was expected, and
// gives nothing back of what was sent.
func TestRefusSansLaValeur(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	rep, corps := repondre(t, h, calcul(`{"refuser":"2026-02-30"}`))
	p := lireProbleme(t, rep, corps)
	if p.Type != typeRefus || p.Cle != "arrets[1].fin" || p.Attendu != "une date AAAA-MM-JJ" || p.Phrase != "arrets[1].fin: la valeur n'est pas une date" {
		t.Errorf("%+v", p)
	}
	if strings.Contains(corps, "2026-02-30") || strings.Contains(corps, `"valeur"`) {
		t.Errorf("la valeur est rendue : %s", corps)
	}
}

func TestSchemas(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	rep, corps := repondre(t, h, requete(http.MethodGet, "/api/v1/schemas/accord-cas-1", nil))
	if rep.StatusCode != http.StatusOK || rep.Header.Get("Content-Type") != "application/schema+json" || corps != `{"type":"object"}` {
		t.Errorf("%d %s %s", rep.StatusCode, rep.Header.Get("Content-Type"), corps)
	}
	rep, corps = repondre(t, h, requete(http.MethodGet, "/api/v1/schemas/autre", nil))
	if p := lireProbleme(t, rep, corps); p.Status != http.StatusNotFound || !strings.Contains(p.Detail, "accord-cas-1, accord-resultat-1") {
		t.Errorf("%+v", p)
	}
	rep, corps = repondre(t, h, requete(http.MethodGet, "/api/v2/rien", nil))
	if p := lireProbleme(t, rep, corps); p.Status != http.StatusNotFound || p.Type != typeVide {
		t.Errorf("%+v", p)
	}
}

// TestOpenAPI: the document names every route of the API, with its method, and
// no other; every reference leads somewhere; everything is described.
func TestOpenAPI(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	var doc struct {
		OpenAPI string                                `json:"openapi"`
		Paths   map[string]map[string]json.RawMessage `json:"paths"`
	}
	corps := lire(t, h, "/api/v1/openapi.json", http.StatusOK)
	if err := json.Unmarshal([]byte(corps), &doc); err != nil || !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Fatalf("%v, version %s", err, doc.OpenAPI)
	}
	decrites := map[string]bool{}
	for chemin, methodes := range doc.Paths {
		for methode := range methodes {
			decrites[strings.ToUpper(methode)+" "+chemin] = true
		}
	}
	for _, r := range (&site{}).api() {
		if !decrites[r.motif] {
			t.Errorf("«%s» n'est pas décrite", r.motif)
		}
		delete(decrites, r.motif)
	}
	for motif := range decrites {
		t.Errorf("«%s» est décrite et n'existe pas", motif)
	}
	var entier any
	if err := json.Unmarshal([]byte(corps), &entier); err != nil {
		t.Fatal(err)
	}
	suivreRenvois(t, entier, entier)
	if suivre(entier, strings.TrimPrefix(typeRefus, "/api/v1/openapi.json#")) == nil {
		t.Errorf("le type d'un refus, %s, ne mène nulle part", typeRefus)
	}
}

// suivreRenvois checks that every $ref of a document leads somewhere in it.
func suivreRenvois(t *testing.T, entier, partie any) {
	t.Helper()
	switch x := partie.(type) {
	case map[string]any:
		if ref, ok := x["$ref"].(string); ok && suivre(entier, strings.TrimPrefix(ref, "#")) == nil {
			t.Errorf("renvoi sans but : %s", ref)
		}
		for _, v := range x {
			suivreRenvois(t, entier, v)
		}
	case []any:
		for _, v := range x {
			suivreRenvois(t, entier, v)
		}
	}
}

func suivre(doc any, pointeur string) any {
	for _, cle := range strings.Split(strings.TrimPrefix(pointeur, "/"), "/") {
		m, ok := doc.(map[string]any)
		if !ok {
			return nil
		}
		doc = m[cle]
	}
	return doc
}
