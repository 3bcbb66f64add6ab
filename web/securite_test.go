package web

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

var errSecret = errors.New("secret : la personne 2 85 03 75 116 042 et FR7620041010050500013026537")

func TestEntetesDeSecurite(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	for _, adresse := range []string{"/", "/dossiers/" + dossierLong, "/nulle-part", "/api/v1/openapi.json", "/static/accord.css"} {
		rep, _ := repondre(t, h, requete(http.MethodGet, adresse, nil))
		for _, e := range entetes {
			if v := rep.Header.Get(e[0]); v != e[1] && (e[0] != "Cache-Control" || !strings.HasPrefix(adresse, "/static/")) {
				t.Errorf("%s : %s = %q", adresse, e[0], v)
			}
		}
	}
	csp := entetes[0][1]
	if !strings.Contains(csp, "default-src 'self'") || strings.Contains(csp, "http") || strings.Contains(csp, "unsafe") || strings.Contains(csp, "*") {
		t.Errorf("politique de contenu trop large : %s", csp)
	}
}

func TestHotes(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	for hote, statut := range map[string]int{
		"127.0.0.1:8080": 200, "localhost:8080": 200, "LOCALHOST": 200, "[::1]:8080": 200, "accord.caisse.test": 200, "Accord.Caisse.Test:443": 200,
		"pirate.example": 421, "127.0.0.1.pirate.example": 421, "": 421, "10.0.0.1": 421,
	} {
		r := requete(http.MethodGet, "/", nil)
		r.Host = hote
		if rep, _ := repondre(t, h, r); rep.StatusCode != statut {
			t.Errorf("hôte «%s» : statut %d, attendu %d", hote, rep.StatusCode, statut)
		}
	}
}

// TestAutreSite: what another site makes a browser send is refused, whatever
// its form; a program that is no browser is not.
func TestAutreSite(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	for _, c := range []struct {
		nom, entete, valeur string
		statut              int
	}{
		{"même origine", "Sec-Fetch-Site", "same-origin", http.StatusSeeOther},
		{"autre site", "Sec-Fetch-Site", "cross-site", http.StatusForbidden},
		{"même site, autre origine", "Sec-Fetch-Site", "same-site", http.StatusForbidden},
		{"vieux navigateur, autre origine", "Origin", "https://pirate.example", http.StatusForbidden},
		{"programme", "", "", http.StatusSeeOther},
	} {
		b.demande = nil
		r := chercher(dossierLong)
		if c.entete != "" {
			r.Header.Set(c.entete, c.valeur)
		}
		rep, corps := repondre(t, h, r)
		if rep.StatusCode != c.statut {
			t.Errorf("%s : statut %d, attendu %d", c.nom, rep.StatusCode, c.statut)
		}
		if c.statut == http.StatusForbidden {
			verifierPage(t, c.nom, corps)
			if len(b.demande) > 0 {
				t.Errorf("%s : la demande refusée a été exécutée", c.nom)
			}
		}
	}
}

func TestMethodes(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	for _, c := range []struct{ methode, adresse, permise string }{
		{http.MethodPost, "/", "GET"}, {http.MethodDelete, "/dossiers/" + dossierLong, "GET"}, {http.MethodGet, "/recherche", "POST"},
		{http.MethodGet, "/api/v1/calculs", "POST"}, {http.MethodPut, "/api/v1/openapi.json", "GET"},
	} {
		rep, corps := repondre(t, h, requete(c.methode, c.adresse, nil))
		if rep.StatusCode != http.StatusMethodNotAllowed || rep.Header.Get("Allow") != c.permise || !strings.Contains(corps, "méthode "+c.permise) {
			t.Errorf("%s %s : statut %d, Allow %q", c.methode, c.adresse, rep.StatusCode, rep.Header.Get("Allow"))
		}
	}
	if rep, _ := repondre(t, h, requete(http.MethodHead, "/", nil)); rep.StatusCode != http.StatusOK {
		t.Errorf("HEAD / : %d", rep.StatusCode)
	}
}

// TestJournal: the log names routes, never addresses, and nothing of anyone.
func TestJournal(t *testing.T) {
	var journal bytes.Buffer
	b := nouveauBureau(t)
	h := service(t, b, &journal)
	lire(t, h, "/dossiers/"+dossierLong+"/jours/2026-10-12", http.StatusOK)
	lire(t, h, "/dossiers/"+dossierLong+"/pieces/"+pieceDSN, http.StatusOK)
	repondre(t, h, chercher("2 85 03 75 116 042"))
	repondre(t, h, chercher("285037511604299"))
	repondre(t, h, calcul(`{"chute":1}`))
	repondre(t, h, calcul(`{"panne":1}`))
	b.panne = errSecret
	lire(t, h, "/dossiers/"+dossierLong, http.StatusInternalServerError)
	sorti := journal.String()
	for _, attendu := range []string{`"route":"GET /dossiers/{id}/jours/{date}"`, `"route":"POST /recherche"`, `"statut":500`, `"msg":"panne"`, `"msg":"erreur"`, `"duree"`} {
		if !strings.Contains(sorti, attendu) {
			t.Errorf("le journal ne contient pas %s", attendu)
		}
	}
	for _, interdit := range []string{dossierLong, claire, "2026-10-12", pieceDSN, "85 03 75", "28503751160", "850375116042", "FR762004", "0130265", "DUPUIS", "MARTIN"} {
		if strings.Contains(sorti, interdit) {
			t.Errorf("le journal contient «%s»", interdit)
		}
	}
}

func TestPanneRepondue(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	rep, corps := repondre(t, h, calcul(`{"chute":1}`))
	if rep.StatusCode != http.StatusInternalServerError || strings.Contains(corps, "tombé") || rep.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%d %s", rep.StatusCode, corps)
	}
}

func TestSansCalculateur(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("un bureau sans calculateur est accepté")
		}
	}()
	Handler(nouveauBureau(t), Options{})
}

func TestStatiques(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	rep, corps := repondre(t, h, requete(http.MethodGet, "/static/accord.css", nil))
	if rep.StatusCode != http.StatusOK || !strings.HasPrefix(rep.Header.Get("Content-Type"), "text/css") || corps == "" {
		t.Fatalf("%d %s", rep.StatusCode, rep.Header.Get("Content-Type"))
	}
	r := requete(http.MethodGet, "/static/accord.css", nil)
	r.Header.Set("If-None-Match", rep.Header.Get("ETag"))
	if rep, _ := repondre(t, h, r); rep.StatusCode != http.StatusNotModified {
		t.Errorf("une feuille inchangée est renvoyée : %d", rep.StatusCode)
	}
	for nom, f := range statiques {
		if strings.HasSuffix(nom, ".css") && nom != "pico.min.css" && bytes.Contains(f.contenu, []byte("http")) {
			t.Errorf("%s demande quelque chose ailleurs", nom)
		}
	}
	if _, ok := statiques["pico.LICENSE.md"]; !ok {
		t.Error("la licence de Pico n'accompagne pas sa feuille")
	}
}
