package web

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// A partner reads nothing of anyone: he looks for a person, says what he sees, and is told
// what becomes of it. Everybody else's pages are closed to him.
func TestPartenaire(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	cookie := seNommer(t, h, "CCAS de Rezé", "partenaire")
	ouvrir := func(cible string) (int, string) {
		r := requete(http.MethodGet, cible, nil)
		r.Header.Set("Cookie", cookie)
		rep, corps := repondre(t, h, r)
		return rep.StatusCode, corps
	}
	nom := nomDe(&b.vues[claire].Calcul.Situation.Identite)
	for _, cible := range []string{"/dossiers/" + dossierLong, "/dossiers/" + dossierLong + "/jours/2026-02-10", "/ordres/PAYEMARSABCDEFGHIJKL", "/arrets", "/controles", "/?attend=technicien"} {
		statut, corps := ouvrir(cible)
		if cible[:2] != "/?" && statut != http.StatusForbidden || strings.Contains(corps, nom) || strings.Contains(corps, "€") {
			t.Errorf("%s : statut %d, montré à un partenaire", cible, statut)
		}
		verifierPage(t, cible, corps)
	}
	for _, cible := range []string{"/", "/dossiers/" + dossierLong + "/actes", "/dossiers/" + dossierLong + "/actes/signaler"} {
		statut, corps := ouvrir(cible)
		if statut != http.StatusOK || strings.Contains(corps, nom) || strings.Contains(corps, "€") || strings.Contains(corps, `href="/arrets"`) {
			t.Errorf("%s : statut %d", cible, statut)
		}
		verifierPage(t, cible, corps)
	}
	r := chercher(dossierLong)
	r.Header.Set("Cookie", cookie)
	if rep, _ := repondre(t, h, r); rep.Header.Get("Location") != "/dossiers/"+dossierLong+"/actes" {
		t.Errorf("la recherche mène à %s", rep.Header.Get("Location"))
	}
	r = chercher(sansArret)
	r.Header.Set("Cookie", cookie)
	if rep, corps := repondre(t, h, r); rep.StatusCode != http.StatusNotFound || strings.Contains(corps, "NGUYEN") {
		t.Errorf("une personne sans arrêt : statut %d", rep.StatusCode)
	}
	if _, corps := ouvrir("/dossiers/" + dossierLong + "/actes/reclamer"); !strings.Contains(corps, ">Ce qui est demandé</label>") && !strings.Contains(corps, ">Ce qui est demandé <") || strings.Contains(corps, "Toutes") || !strings.Contains(corps, "Continuer") {
		t.Errorf("la réclamation d'un partenaire :\n%s", corps)
	}
	rep, corps := repondre(t, h, formulaire("/dossiers/"+dossierLong+"/actes/signaler", cookie, url.Values{"valeur": {"sans_ressources"}, "motif": {"frigo vide"}, "pas": {"faire"}}))
	if rep.StatusCode != http.StatusOK || !strings.Contains(corps, "La personne est rappelée.") || !strings.Contains(corps, "C'est fait") || strings.Contains(corps, nom) {
		t.Errorf("statut %d :\n%s", rep.StatusCode, corps)
	}
}
