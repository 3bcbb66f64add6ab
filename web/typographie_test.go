package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func TestTypographier(t *testing.T) {
	for avant, apres := range map[string]string{
		"<p>1 234,56 € ; 60 %</p>":                      "<p>1_234,56_€_; 60_%</p>",
		"<p>« payé » : oui !</p>":                       "<p>«_payé_»_: oui_!</p>",
		"<p>du 4 au 17 novembre 2026, 12 jours</p>":     "<p>du 4 au 17 novembre 2026, 12 jours</p>",
		"<p>732 829 320 00074</p>":                      "<p>732_829_320 00074</p>",
		"<p>12 345 678,90</p>":                          "<p>12_345_678,90</p>",
		`<a href="/?q=1 %" title="12 €">dû</a> : 12 €`:  `<a href="/?q=1 %" title="12 €">dû</a>_: 12_€`,
		"<textarea>payé : 12 €</textarea> 12 €":         "<textarea>payé : 12 €</textarea> 12_€",
		"<li><code>S21 : 1 234 €</code></li><p>1 €</p>": "<li><code>S21 : 1 234 €</code></li><p>1_€</p>",
		"":                       "",
		"sans tag":               "sans tag",
		"<code>jamais fermé 1 €": "<code>jamais fermé 1_€",
	} {
		if got := strings.ReplaceAll(string(typographier([]byte(avant))), insecable, "_"); got != apres {
			t.Errorf("%s\n devient %s\n attendu %s", avant, got, apres)
		}
	}
}

// No amount of a page is cut from its sign, nor a number from its thousands, wherever the page was made.
func TestMontantsInsecables(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	coupe := regexp.MustCompile(`\d (€|%)|\d \d{3},\d{2}`)
	for _, adresse := range []string{"/", "/dossiers/" + dossierLong, "/dossiers/" + dossierLong + "/jours/2026-10-12", "/ordres/" + ordreCorr, "/arrets", "/dossiers/" + dossierLong + "/signature"} {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, requete(http.MethodGet, adresse, nil))
		texte := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(rec.Body.String(), "\n")
		if x := coupe.FindString(texte); x != "" || !strings.Contains(texte, "€") && adresse != "/dossiers/"+dossierLong+"/signature" {
			t.Errorf("%s : «%s» peut être coupé", adresse, x)
		}
	}
}
