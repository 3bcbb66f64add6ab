package web

import (
	"context"
	"crypto/tls"
	"fmt"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	v "accord/valeur"
)

func (b *fauxBureau) RegistreOuvert(context.Context) (bool, error) {
	return len(b.inscrits) > 0, b.panne
}

func (b *fauxBureau) Inscrit(_ context.Context, matricule string) (decision.Inscrit, error) {
	for _, x := range b.inscrits {
		if x.Matricule == strings.ToUpper(matricule) && x.EnVigueur(aujourdhui) {
			return x, b.panne
		}
	}
	return decision.Inscrit{}, fmt.Errorf("%w : inconnu", app.ErrAgent)
}

func (b *fauxBureau) Reconnaitre(ctx context.Context, matricule, jeton string) (decision.Inscrit, error) {
	x, err := b.Inscrit(ctx, matricule)
	if err != nil || jeton != "jeton "+x.Matricule {
		return decision.Inscrit{}, app.ErrJeton
	}
	return x, nil
}

func (b *fauxBureau) DonnerJeton(_ context.Context, g decision.GesteAgent, jeton string) (decision.Inscrit, error) {
	for i := range b.inscrits {
		if x := &b.inscrits[i]; x.Matricule == g.Matricule && g.Par == x.Agent {
			x.Empreinte = jeton
			return *x, nil
		}
	}
	return decision.Inscrit{}, decision.ErrRegistre
}

func inscritsDEssai() []decision.Inscrit {
	return []decision.Inscrit{
		{Agent: v.Agent{Matricule: "D1", Nom: "Anne Lebrun"}, Roles: []string{"directeur"}, Empreinte: "d1"},
		{Agent: v.Agent{Matricule: "C2", Nom: "Marc Petit"}, Roles: []string{"technicien", "cadre"}, Empreinte: "c2"},
	}
}

// cookieDe gives the session that an answer opens.
func cookieDe(t *testing.T, rep *http.Response) string {
	t.Helper()
	if len(rep.Cookies()) != 1 {
		t.Fatalf("statut %d, aucune session", rep.StatusCode)
	}
	return rep.Cookies()[0].Name + "=" + rep.Cookies()[0].Value
}

// demander asks for a page with a session, and headers by pairs.
func demander(t *testing.T, h http.Handler, cible, cookie string, entetes ...string) (*http.Response, string) {
	t.Helper()
	r := requete(http.MethodGet, cible, nil)
	if cookie != "" {
		r.Header.Set("Cookie", cookie)
	}
	for i := 0; i < len(entetes); i += 2 {
		r.Header.Add(entetes[i], entetes[i+1])
	}
	rep, corps := repondre(t, h, r)
	return rep, html.UnescapeString(corps)
}

const bandeauDeclare = "Identité déclarée, non vérifiée"

// While the caisse has no register every page says that nobody is checked; from the
// first agent on, the same desk asks for a token, and what was declared is forgotten.
func TestLeRegistreSOuvre(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	for _, p := range append(pagesVues(), lien{"introuvable", "/nulle-part"}) {
		if _, corps := demander(t, h, p.Href, ""); !strings.Contains(corps, bandeauDeclare) {
			t.Errorf("%s ne dit pas que l'identité est déclarée", p.Texte)
		}
	}
	cookie := seNommer(t, h, "Anne Lebrun", "directeur")
	if _, corps := demander(t, h, "/", cookie); !strings.Contains(corps, "Anne Lebrun, directeur") {
		t.Fatal("le nom déclaré n'est pas gardé")
	}
	b.inscrits = inscritsDEssai()
	for _, c := range []string{"", cookie} {
		rep, _ := demander(t, h, "/dossiers/"+dossierLong, c)
		if rep.StatusCode != http.StatusSeeOther || rep.Header.Get("Location") != "/moi?retour="+url.QueryEscape("/dossiers/"+dossierLong) {
			t.Errorf("statut %d, vers %s", rep.StatusCode, rep.Header.Get("Location"))
		}
	}
	rep, _ := repondre(t, h, formulaire("/dossiers/"+dossierLong+"/actes/noter", cookie, url.Values{"motif": {"x"}, "pas": {"faire"}}))
	if rep.StatusCode != http.StatusForbidden {
		t.Errorf("un acte déclaré passe : statut %d", rep.StatusCode)
	}
	if _, corps := demander(t, h, "/moi", ""); strings.Contains(corps, bandeauDeclare) || !strings.Contains(corps, `for="jeton"`) {
		t.Error("la page ne demande pas un jeton")
	}
}

// A token opens a session in one of the roles of the register, and what the register
// changes counts at once.
func TestSessionParJeton(t *testing.T) {
	b := nouveauBureau(t)
	b.inscrits = inscritsDEssai()
	h := service(t, b, io.Discard)
	entrer := func(statut int, matricule, jeton string) *http.Response {
		rep, corps := repondre(t, h, formulaire("/moi", "", url.Values{"matricule": {matricule}, "jeton": {jeton}, "retour": {"/arrets"}}))
		if rep.StatusCode != statut {
			t.Fatalf("%s, %s : statut %d, attendu %d\n%s", matricule, jeton, rep.StatusCode, statut, corps)
		}
		return rep
	}
	for _, c := range [][2]string{{"D1", "jeton C2"}, {"D1", ""}, {"X9", "jeton X9"}, {"", ""}} {
		if rep := entrer(http.StatusUnprocessableEntity, c[0], c[1]); len(rep.Cookies()) != 0 {
			t.Errorf("%v ouvre une session", c)
		}
	}
	rep := entrer(http.StatusSeeOther, " d1 ", "jeton D1")
	anne := cookieDe(t, rep)
	if rep.Header.Get("Location") != "/arrets" {
		t.Errorf("un seul rôle mène à %s", rep.Header.Get("Location"))
	}
	if _, corps := demander(t, h, "/arrets", anne); !strings.Contains(corps, "Anne Lebrun, directeur") || strings.Contains(corps, bandeauDeclare) {
		t.Error("la page ne dit pas qui est là")
	}
	rep = entrer(http.StatusSeeOther, "C2", "jeton C2")
	marc := cookieDe(t, rep)
	if rep.Header.Get("Location") != "/moi?retour=%2Farrets" {
		t.Errorf("plusieurs rôles mènent à %s", rep.Header.Get("Location"))
	}
	choisir := func(statut int, role string) string {
		rep, corps := repondre(t, h, formulaire("/moi", marc, url.Values{"role": {role}, "retour": {"/"}}))
		if rep.StatusCode != statut {
			t.Fatalf("rôle %s : statut %d\n%s", role, rep.StatusCode, corps)
		}
		if statut != http.StatusSeeOther {
			return ""
		}
		return cookieDe(t, rep)
	}
	choisir(http.StatusUnprocessableEntity, "directeur")
	cadre := choisir(http.StatusSeeOther, "cadre")
	if _, corps := demander(t, h, "/", cadre); !strings.Contains(corps, "Marc Petit, cadre") {
		t.Error("le rôle choisi n'est pas pris")
	}
	dehors := func(quoi, cookie string) {
		t.Helper()
		if rep, _ := demander(t, h, "/", cookie); rep.StatusCode != http.StatusSeeOther {
			t.Errorf("%s : la session reste ouverte", quoi)
		}
	}
	b.inscrits[1].Roles = []string{"technicien"}
	dehors("rôle retiré", cadre)
	b.inscrits[1].Empreinte = "autre"
	dehors("jeton remplacé", marc)
	b.inscrits[0].Clos = true
	dehors("agent clos", anne)
	b.inscrits[0].Clos, b.inscrits[0].Au = false, aujourdhui-1
	dehors("agent échu", anne)
	// The number of someone else, under the seal of one's own session.
	contenu, sceau, _ := strings.Cut(strings.TrimPrefix(anne, nomCookie+"="), ".")
	b.inscrits = inscritsDEssai()
	dehors("session d'un autre", nomCookie+"="+contenu[:len(contenu)-1]+"A."+sceau)
}

// Whoever is there changes their token with the one that they hold, and sees the new
// one once; the session goes on, the others that the old one opened do not.
func TestChangerDeJeton(t *testing.T) {
	b := nouveauBureau(t)
	b.inscrits = inscritsDEssai()
	h := service(t, b, io.Discard)
	entrer := func() string {
		rep, _ := repondre(t, h, formulaire("/moi", "", url.Values{"matricule": {"D1"}, "jeton": {"jeton D1"}}))
		return cookieDe(t, rep)
	}
	ici, ailleurs := entrer(), entrer()
	changer := func(jeton string) (*http.Response, string) {
		return repondre(t, h, formulaire("/moi", ici, url.Values{"jeton": {jeton}, "changer": {"oui"}}))
	}
	if rep, corps := changer("jeton C2"); rep.StatusCode != http.StatusUnprocessableEntity || strings.Contains(corps, "NOUV-EAU") || b.inscrits[0].Empreinte != "d1" {
		t.Errorf("un autre jeton suffit : statut %d", rep.StatusCode)
	}
	rep, corps := changer("jeton D1")
	if rep.StatusCode != http.StatusOK || !strings.Contains(corps, "NOUV-EAU") || b.inscrits[0].Empreinte != "NOUV-EAU" {
		t.Fatalf("statut %d\n%s", rep.StatusCode, corps)
	}
	verifierPage(t, "/moi", corps)
	if rep, corps := demander(t, h, "/moi", cookieDe(t, rep)); rep.StatusCode != http.StatusOK || strings.Contains(corps, "NOUV-EAU") || !strings.Contains(corps, "Anne Lebrun, directeur") {
		t.Error("la session ne continue pas, ou le jeton se relit")
	}
	if rep, _ := demander(t, h, "/", ailleurs); rep.StatusCode != http.StatusSeeOther {
		t.Error("une session de l'ancien jeton reste ouverte")
	}
}

// After a few guesses the desk makes whoever guesses wait; another number, or another
// place, does not wait with them.
func TestEssaisRalentis(t *testing.T) {
	b := nouveauBureau(t)
	b.inscrits = inscritsDEssai()
	h := service(t, b, io.Discard)
	essayer := func(matricule, jeton, distant string) *http.Response {
		r := formulaire("/moi", "", url.Values{"matricule": {matricule}, "jeton": {jeton}})
		r.RemoteAddr = distant
		rep, _ := repondre(t, h, r)
		return rep
	}
	for range essaisDAffilee {
		if rep := essayer("D1", "faux", "192.0.2.1:1000"); rep.StatusCode != http.StatusUnprocessableEntity {
			t.Fatalf("statut %d", rep.StatusCode)
		}
	}
	rep := essayer("d1", "jeton D1", "192.0.2.1:2000")
	if rep.StatusCode != http.StatusTooManyRequests || rep.Header.Get("Retry-After") == "" || len(rep.Cookies()) != 0 {
		t.Errorf("statut %d, %v", rep.StatusCode, rep.Header)
	}
	for _, c := range [][2]string{{"C2", "192.0.2.1:3000"}, {"D1", "192.0.2.7:1000"}} {
		if rep := essayer(c[0], "jeton "+c[0], c[1]); rep.StatusCode != http.StatusSeeOther {
			t.Errorf("%v attend avec un autre : statut %d", c, rep.StatusCode)
		}
	}
}

// The header of the caisse names the agent: one of the register, and one only.
func TestIdentiteParEntete(t *testing.T) {
	b := nouveauBureau(t)
	b.inscrits = inscritsDEssai()
	o := optionsDEssai(io.Discard)
	o.Identite, o.Entete = ParEntete, "X-Matricule"
	h := Handler(b, o)
	for _, entetes := range [][]string{nil, {"X-Matricule", "X9"}, {"X-Matricule", "D1", "X-Matricule", "C2"}, {"X-Autre", "D1"}} {
		if rep, _ := demander(t, h, "/", "", entetes...); rep.StatusCode != http.StatusSeeOther {
			t.Errorf("%v entre : statut %d", entetes, rep.StatusCode)
		}
		if _, corps := demander(t, h, "/moi", "", entetes...); !strings.Contains(corps, "ce bureau ne vous connaît pas") || strings.Contains(corps, "<form action=\"/moi\"") {
			t.Errorf("%v : la page ne dit pas qu'il est inconnu", entetes)
		}
	}
	if _, corps := demander(t, h, "/", "", "X-Matricule", "d1"); !strings.Contains(corps, "Anne Lebrun, directeur") {
		t.Error("l'en-tête ne nomme pas l'agent")
	}
	if rep, corps := demander(t, h, "/moi?retour=/", "", "X-Matricule", "C2"); rep.StatusCode != http.StatusOK || !strings.Contains(corps, "Marc Petit, matricule C2") || !strings.Contains(corps, "Choisir…") {
		t.Errorf("le rôle n'est pas demandé :\n%s", corps)
	}
	r := formulaire("/moi", "", url.Values{"role": {"cadre"}, "retour": {"/"}})
	r.Header.Set("X-Matricule", "C2")
	rep, _ := repondre(t, h, r)
	marc := cookieDe(t, rep)
	if _, corps := demander(t, h, "/", marc, "X-Matricule", "C2"); !strings.Contains(corps, "Marc Petit, cadre") {
		t.Error("le rôle choisi n'est pas pris")
	}
	if _, corps := demander(t, h, "/", marc, "X-Matricule", "D1"); !strings.Contains(corps, "Anne Lebrun, directeur") {
		t.Error("la session d'un autre passe avant l'en-tête")
	}
	if rep, _ := demander(t, h, "/", marc); rep.StatusCode != http.StatusSeeOther {
		t.Error("sans en-tête, la session suffit")
	}
}

// An act of the desk bears the number of whoever is there, and two numbers are two
// people, whatever the names.
func TestActeParMatricule(t *testing.T) {
	b := nouveauBureau(t)
	b.inscrits = inscritsDEssai()
	h := service(t, b, io.Discard)
	rep, _ := repondre(t, h, formulaire("/moi", "", url.Values{"matricule": {"D1"}, "jeton": {"jeton D1"}}))
	anne := cookieDe(t, rep)
	rep, corps := repondre(t, h, formulaire("/dossiers/"+dossierLong+"/actes/noter", anne, url.Values{"motif": {"vu"}, "pas": {"faire"}}))
	if rep.StatusCode != http.StatusSeeOther {
		t.Fatalf("statut %d\n%s", rep.StatusCode, corps)
	}
	actes := b.vues[claire].Calcul.Situation.Interventions
	if i := slices.IndexFunc(actes, func(a dossier.Intervention) bool { return a.Motif == "vu" }); i < 0 || actes[i].Auteur() != (v.Agent{Matricule: "D1", Nom: "Anne Lebrun"}) {
		t.Errorf("%+v", actes)
	}
}

// Where the desk is reached over TLS, a session is never sent in clear; on the machine itself,
// without TLS, the browser would not send it back at all.
func TestSessionChiffree(t *testing.T) {
	for _, c := range []struct {
		nom    string
		https  bool
		entete string
		tls    bool
		secure bool
	}{
		{"sur cette machine", false, "", false, false},
		{"un relais en clair", false, "http", false, false},
		{"un relais qui le dit", false, "https", false, true},
		{"deux relais, le premier chiffre", false, "HTTPS, http", false, true},
		{"le bureau lui-même", false, "", true, true},
		{"un relais qui ne le dit pas", true, "", false, true},
	} {
		s := &site{options: Options{HTTPS: c.https, Cle: make([]byte, 32)}, bureau: nouveauBureau(t)}
		r := requete(http.MethodPost, "/moi", nil)
		if c.entete != "" {
			r.Header.Set("X-Forwarded-Proto", c.entete)
		}
		if c.tls {
			r.TLS = &tls.ConnectionState{}
		}
		poser, oublier := httptest.NewRecorder(), httptest.NewRecorder()
		s.poserAgent(poser, r, &agent{Agent: v.Agent{Nom: "Anne"}, Role: "technicien"}, "")
		s.oublierAgent(oublier, r)
		for _, rep := range []*http.Response{poser.Result(), oublier.Result()} {
			if x := rep.Cookies(); len(x) != 1 || x[0].Secure != c.secure || !x[0].HttpOnly || x[0].SameSite != http.SameSiteStrictMode {
				t.Errorf("%s : %+v", c.nom, x)
			}
		}
	}
}
