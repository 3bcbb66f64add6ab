package cli

import (
	"context"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/app"
	"accord/decision"
	"accord/store"
	"accord/web"
)

// inscrireAgent registers someone in the name of whoever holds the machine, and returns
// the token.
func inscrireAgent(t *testing.T, c *app.Caisse, matricule, nom string, roles ...string) string {
	t.Helper()
	jeton := store.NouveauJeton()
	if _, err := c.Inscrire(context.Background(), decision.GesteAgent{Matricule: matricule, Nom: nom, Roles: roles}, jeton); err != nil {
		t.Fatal(err)
	}
	return jeton
}

// Over a real base: the desk that took people at their word asks for a token as soon as
// the caisse registers someone; two people of the register confirm one another, and who
// is closed is out at once.
func TestBureauDuRegistre(t *testing.T) {
	b := ouvrirBureau(t)
	b.envoyer(http.StatusOK, "/moi", "nom", "Anne Lebrun", "role", "technicien")
	b.dit(b.lire(b.dossier), "Identité déclarée, non vérifiée")
	anne, marc := inscrireAgent(t, b.caisse, "D1", "Anne Lebrun", "directeur"), inscrireAgent(t, b.caisse, "C2", "Marc Petit", "comptable", "cadre")
	b.dit(b.lire(b.dossier), "Ouvrir la session") // sent to say who one is
	note := []string{"motif", "rappelée", "pas", "faire"}
	b.envoyer(http.StatusForbidden, b.dossier+"/actes/noter", note...)
	b.dit(b.envoyer(http.StatusUnprocessableEntity, "/moi", "matricule", "D1", "jeton", marc), "ne vont pas ensemble")
	b.envoyer(http.StatusOK, "/moi", "matricule", "d1", "jeton", strings.ToLower(anne), "retour", b.dossier)
	b.dit(b.envoyer(http.StatusOK, b.dossier+"/actes/noter", note...), "rappelée", "Anne Lebrun, D1 (directeur)")
	vue, err := b.caisse.Consulter(context.Background(), strings.TrimPrefix(b.dossier, "/dossiers/"))
	if err != nil {
		t.Fatal(err)
	}
	actes := vue.Calcul.Situation.Interventions
	if n := len(actes); n != 1 || actes[0].Matricule != "D1" || actes[0].Role != "directeur" {
		t.Errorf("%+v", actes)
	}
	page := b.envoyer(http.StatusOK, "/arrets", "genre", "regle", "objet", "MAL-CTL-04", "jusque", "2026-10-20", "motif", "en doute", "pas", "faire")
	b.dit(page, "sans effet, à confirmer")
	g, err := b.caisse.Gels(context.Background())
	if err != nil || len(g) != 1 {
		t.Fatal(g, err)
	}
	confirmer := []string{"geste", "confirmer", "arret", g[0].Gel.Gel, "motif", "vu", "pas", "faire"}
	b.dit(b.envoyer(http.StatusUnprocessableEntity, "/arrets", confirmer...), "une autre personne doit le confirmer")
	b.envoyer(http.StatusOK, "/moi", "quitter", "oui")
	b.dit(b.envoyer(http.StatusOK, "/moi", "matricule", "C2", "jeton", marc, "retour", "/arrets"), "Agir dans ce rôle")
	b.dit(b.envoyer(http.StatusOK, "/moi", "role", "comptable", "retour", "/arrets"), "Marc Petit, directeur comptable")
	b.dit(b.envoyer(http.StatusOK, "/arrets", confirmer...), "Confirmé par Marc Petit, C2")
	if _, err := b.caisse.Clore(context.Background(), decision.GesteAgent{Matricule: "C2", Secours: true}); err != nil {
		t.Fatal(err)
	}
	b.envoyer(http.StatusForbidden, b.dossier+"/actes/noter", note...)
}

func TestChoisirIdentite(t *testing.T) {
	s := &session{ctx: context.Background(), in: strings.NewReader(""), out: io.Discard, err: io.Discard}
	ouvrir := func() *app.Caisse {
		o := ouverture{base: t.TempDir(), date: "2026-11-18", creer: true}
		c, fermer, err := o.ouvrir(s)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(fermer)
		return c
	}
	vide, inscrite := ouvrir(), ouvrir()
	inscrireAgent(t, inscrite, "D1", "Anne Lebrun", "directeur")
	const local, reseau = "127.0.0.1:8080", "0.0.0.0:8080"
	for _, c := range []struct {
		caisse          *app.Caisse
		agents, adresse string
		mode            web.Identite
		entete          string
		refus           string
	}{
		{vide, "", local, web.SelonRegistre, "", ""},
		{vide, "", "localhost:0", web.SelonRegistre, "", ""},
		{vide, "", "[::1]:8080", web.SelonRegistre, "", ""},
		{vide, "", "unix:/tmp/a.sock", web.SelonRegistre, "", ""},
		{vide, "", reseau, "", "", "rien n'y vérifie qui est là"},
		{vide, "", ":8080", "", "", "rien n'y vérifie qui est là"},
		{vide, "declares", reseau, web.Declaree, "", ""},
		{vide, "jeton", reseau, web.Jeton, "", ""},
		{inscrite, "", reseau, web.SelonRegistre, "", ""},
		{inscrite, "declares", local, "", "", "l'identité déclarée n'est plus admise"},
		{inscrite, "jeton", local, web.Jeton, "", ""},
		{inscrite, "entete:X-Matricule", local, web.ParEntete, "X-Matricule", ""},
		{inscrite, "entete:X-Matricule", "unix:/tmp/a.sock", web.ParEntete, "X-Matricule", ""},
		{inscrite, "entete:X-Matricule", reseau, "", "", "n'importe qui y enverrait l'en-tête"},
		{inscrite, "entete:", local, "", "", "n'est pas un nom d'en-tête"},
		{inscrite, "entete:X Y", local, "", "", "n'est pas un nom d'en-tête"},
		{inscrite, "entete", local, "", "", "n'est pas connu"},
		{inscrite, "mot-de-passe", local, "", "", "n'est pas connu"},
	} {
		var b web.Options
		err := s.choisirIdentite(c.caisse, &b, c.agents, c.adresse)
		if c.refus != "" {
			if err == nil || !strings.Contains(err.Error(), c.refus) {
				t.Errorf("%s sur %s : %v", c.agents, c.adresse, err)
			}
		} else if err != nil || b.Identite != c.mode || b.Entete != c.entete {
			t.Errorf("%s sur %s : %+v, %v", c.agents, c.adresse, b, err)
		}
	}
}

// The desk answers on a local socket, to the agent that the header of the caisse names.
func TestServirSurUnePrise(t *testing.T) {
	ctx, arreter := context.WithCancel(context.Background())
	s := &session{ctx: ctx, in: strings.NewReader(""), out: io.Discard, err: t.Output()}
	o := ouverture{base: t.TempDir(), date: "2026-11-18", creer: true}
	c, fermer, err := o.ouvrir(s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(fermer)
	inscrireAgent(t, c, "D1", "Anne Lebrun", "directeur")
	prise := filepath.Join(t.TempDir(), "a.sock")
	b := optionsBureau(c, nil)
	if err := s.choisirIdentite(c, &b, "entete:X-Matricule", "unix:"+prise); err != nil {
		t.Fatal(err)
	}
	fini := make(chan error, 1)
	go func() { fini <- s.servir(c, "unix:"+prise, b) }()
	client := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (conn net.Conn, err error) {
		for range 4000 { // the socket is made by the other goroutine
			if conn, err = (&net.Dialer{}).DialContext(ctx, "unix", prise); err == nil {
				return conn, nil
			}
			time.Sleep(5 * time.Millisecond)
		}
		return nil, err
	}}}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://localhost/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Matricule", "D1")
	rep, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	corps, err := io.ReadAll(rep.Body)
	if rep.Body.Close(); err != nil || !strings.Contains(string(corps), "Anne Lebrun, directeur") {
		t.Errorf("statut %d, %v", rep.StatusCode, err)
	}
	arreter()
	if err := <-fini; err != nil {
		t.Error(err)
	}
}
