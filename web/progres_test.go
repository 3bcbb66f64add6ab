package web

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"accord/app"
)

// The sheet of a dossier is served as text and as JSON to whoever reads the dossier, and to nobody outside.
func TestFeuilleDeRetour(t *testing.T) {
	o := optionsDEssai(io.Discard)
	o.FeuilleRetour = func(vue *app.Vue, numero, caisse string) (string, []byte, error) {
		if numero != dossierLong {
			return "", nil, errors.New("autre dossier")
		}
		return "Feuille de " + vue.Personne + ", " + caisse, []byte(`{"dossier":"` + numero + `"}`), nil
	}
	h := Handler(nouveauBureau(t), o)
	rep, corps := repondre(t, h, requete(http.MethodGet, "/dossiers/"+dossierLong+"/retour", nil))
	if rep.StatusCode != http.StatusOK || !strings.HasPrefix(rep.Header.Get("Content-Type"), "text/plain") || corps != "Feuille de "+claire+", CPAM d'essai" {
		t.Errorf("%d %s %s", rep.StatusCode, rep.Header.Get("Content-Type"), corps)
	}
	rep, corps = repondre(t, h, requete(http.MethodGet, "/dossiers/"+dossierLong+"/retour.json", nil))
	if rep.StatusCode != http.StatusOK || rep.Header.Get("Content-Type") != "application/json" || corps != `{"dossier":"`+dossierLong+`"}` {
		t.Errorf("%d %s %s", rep.StatusCode, rep.Header.Get("Content-Type"), corps)
	}
	cookie := seNommer(t, h, "CCAS de Rezé", "partenaire")
	r := requete(http.MethodGet, "/dossiers/"+dossierLong+"/retour", nil)
	r.Header.Set("Cookie", cookie)
	if rep, _ := repondre(t, h, r); rep.StatusCode != http.StatusForbidden {
		t.Errorf("montrée à un partenaire : %d", rep.StatusCode)
	}
	lire(t, service(t, nouveauBureau(t), io.Discard), "/dossiers/"+dossierLong+"/retour", http.StatusNotFound)
}
