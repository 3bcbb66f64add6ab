package cli

import (
	"bytes"
	"context"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"accord/app"
	"accord/sim"
	v "accord/valeur"
	"accord/web"
)

// bureauReel is the desk over a real base, with a few people received.
type bureauReel struct {
	*testing.T
	caisse           *app.Caisse
	adresse, dossier string
	client           *http.Client
	dossiers         []string
}

func ouvrirBureau(t *testing.T) *bureauReel {
	t.Helper()
	return ouvrirBureauDe(t, 6, 7)
}

// ouvrirBureauDe is ouvrirBureau on that many people on leave, drawn from that seed.
func ouvrirBureauDe(t *testing.T, assures int, graine uint64) *bureauReel {
	t.Helper()
	racine, base, jour := t.TempDir(), t.TempDir(), v.NewJour(2026, 8, 24)
	if _, err := sim.Generer(sim.Config{Assures: assures, Population: 2 * assures, Graine: graine, Debut: jour, Jours: 40}, racine, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	o := ouverture{base: base, date: (jour + 40).String(), creer: true}
	s := &session{ctx: context.Background(), out: io.Discard, err: t.Output()}
	caisse, fermer, err := o.ouvrir(s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(fermer)
	err = filepath.WalkDir(racine, func(nom string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		contenu, err := os.ReadFile(nom)
		if err == nil {
			_, err = caisse.Recevoir(s.ctx, filepath.Base(nom), contenu)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rs, _, err := caisse.Lister(s.ctx, app.Filtre{Max: 4 * assures})
	if err != nil || len(rs) == 0 {
		t.Fatalf("aucun dossier : %v", err)
	}
	b := &bureauReel{T: t, caisse: caisse}
	for _, r := range rs {
		b.dossiers = append(b.dossiers, "/dossiers/"+r.Dossier)
		vue, err := caisse.Consulter(s.ctx, r.Dossier)
		if err != nil {
			t.Fatal(err)
		}
		for i := range vue.Proposes {
			b.dossier = "/dossiers/" + vue.Proposes[i].Dossier
		}
	}
	if b.dossier == "" {
		t.Fatal("rien n'est à payer dans la caisse tirée")
	}
	srv := httptest.NewServer(web.Handler(caisse, optionsBureau(caisse, nil)))
	t.Cleanup(srv.Close)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	b.adresse, b.client = srv.URL, &http.Client{Jar: jar}
	return b
}

// envoyer posts a form, and returns the page that it leads to.
func (b *bureauReel) envoyer(statut int, chemin string, champs ...string) string {
	b.Helper()
	f := url.Values{}
	for i := 0; i < len(champs); i += 2 {
		f.Set(champs[i], champs[i+1])
	}
	rep, err := b.client.PostForm(b.adresse+chemin, f)
	return b.page(statut, rep, err)
}

func (b *bureauReel) lire(chemin string) string {
	b.Helper()
	rep, err := b.client.Get(b.adresse + chemin)
	return b.page(http.StatusOK, rep, err)
}

func (b *bureauReel) page(statut int, rep *http.Response, err error) string {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	defer rep.Body.Close()
	corps, err := io.ReadAll(rep.Body)
	if err != nil || rep.StatusCode != statut {
		b.Fatalf("statut %d, attendu %d, %v\n%s", rep.StatusCode, statut, err, corps)
	}
	if strings.HasPrefix(rep.Header.Get("Content-Type"), "text/html") {
		return strings.ReplaceAll(html.UnescapeString(string(corps)), "\u00a0", " ") // as people read it
	}
	return string(corps)
}

func (b *bureauReel) dit(page string, phrases ...string) {
	b.Helper()
	for _, p := range phrases {
		if !strings.Contains(page, p) {
			b.Errorf("la page ne dit pas «%s»", p)
		}
	}
}

// An agent says who he is, sees what an act changes, does it, and finds it in the
// dossier; without a name nothing is done.
func TestAgirAuBureau(t *testing.T) {
	b := ouvrirBureau(t)
	retenir := []string{"du", "2026-07-01", "au", "", "echeance", "30/10/2026", "motif", "compte à revoir"}
	b.dit(b.envoyer(http.StatusForbidden, b.dossier+"/actes/retenir", append(retenir, "pas", "faire")...), "Dites d'abord qui vous êtes")
	b.envoyer(http.StatusOK, "/moi", "nom", "Anne Lebrun", "role", "technicien", "retour", b.dossier)
	b.dit(b.envoyer(http.StatusUnprocessableEntity, b.dossier+"/actes/retenir", "du", "2026-13-01", "motif", "x"), "n'est pas une date")
	b.dit(b.envoyer(http.StatusUnprocessableEntity, b.dossier+"/actes/controler", "objet", "IJ", "valeur", "conforme", "motif", "x"), "ce rôle ne peut pas faire cet acte")
	b.envoyer(http.StatusOK, "/moi", "nom", "Paul Roux", "role", "cadre", "retour", b.dossier)
	b.dit(b.envoyer(http.StatusUnprocessableEntity, b.dossier+"/actes/controler", "objet", "IJ", "valeur", "conforme", "motif", "x"), "ce paiement n'est pas à contrôler")
	b.envoyer(http.StatusOK, "/moi", "nom", "Anne Lebrun", "role", "technicien", "retour", b.dossier)
	b.dit(b.envoyer(http.StatusOK, b.dossier+"/actes/retenir", append(retenir, "pas", "voir")...), "Ce que cela change", "30/10/2026", "Confirmer")
	if strings.Contains(b.lire(b.dossier), "compte à revoir") {
		t.Error("voir a suffi à faire")
	}
	b.dit(b.envoyer(http.StatusOK, b.dossier+"/actes/retenir", append(retenir, "pas", "faire")...), "compte à revoir", "Anne Lebrun", "par Anne Lebrun jusqu", "Retirer")
	page := b.lire(b.dossier)
	objet := regexp.MustCompile(`actes/retirer\?objet=([0-9a-f]+)`).FindStringSubmatch(page)
	if objet == nil {
		t.Fatal("l'acte ne se retire pas")
	}
	b.dit(b.envoyer(http.StatusOK, b.dossier+"/actes/retirer", "objet", objet[1], "motif", "compte vérifié", "pas", "faire"), "Retiré par Anne Lebrun", "compte vérifié")
}

// A file is attached as it is, and comes back the same.
func TestJoindreAuBureau(t *testing.T) {
	b := ouvrirBureau(t)
	b.envoyer(http.StatusOK, "/moi", "nom", "Anne Lebrun", "role", "accueil")
	contenu := []byte("%PDF-1.7\x00\xff bulletin")
	envoyer := func(statut int, contenu []byte) string {
		var corps bytes.Buffer
		w := multipart.NewWriter(&corps)
		w.WriteField("motif", "bulletin remis au guichet")
		f, err := w.CreateFormFile("fichier", `C:\dossiers\bulletin août.pdf`)
		if err != nil {
			t.Fatal(err)
		}
		f.Write(contenu)
		w.Close()
		rep, err := b.client.Post(b.adresse+b.dossier+"/actes/joindre", w.FormDataContentType(), &corps)
		return b.page(statut, rep, err)
	}
	b.dit(envoyer(http.StatusUnprocessableEntity, nil), "il est vide")
	b.dit(envoyer(http.StatusUnprocessableEntity, make([]byte, app.TailleJointe+1)), "5 Mo")
	page := envoyer(http.StatusOK, contenu)
	b.dit(page, "Joindre une pièce", "bulletin août.pdf", "bulletin remis au guichet")
	piece := regexp.MustCompile(`Pièce : <a href="([^"]+)"`).FindStringSubmatch(page)
	if piece == nil {
		t.Fatal("la pièce ne se lit pas depuis l'acte")
	}
	b.dit(b.lire(piece[1]), "Enregistrer le fichier")
	if rendu := b.lire(piece[1] + "/fichier"); rendu != string(contenu) {
		t.Errorf("le fichier rendu diffère : %q", rendu)
	}
}

// Only a session that the desk signed names an agent.
func TestSessionFausse(t *testing.T) {
	b := ouvrirBureau(t)
	b.envoyer(http.StatusOK, "/moi", "nom", "Anne Lebrun", "role", "technicien")
	u, err := url.Parse(b.adresse)
	if err != nil {
		t.Fatal(err)
	}
	vraie := b.client.Jar.Cookies(u)[0]
	contenu, sceau, _ := strings.Cut(vraie.Value, ".")
	for _, fausse := range []string{contenu, contenu + ".", contenu + "." + autre(sceau), autre(contenu) + "." + sceau, ""} {
		b.client.Jar.SetCookies(u, []*http.Cookie{{Name: vraie.Name, Value: fausse, Path: "/"}})
		b.envoyer(http.StatusForbidden, b.dossier+"/actes/noter", "motif", "x", "pas", "faire")
	}
	b.client.Jar.SetCookies(u, []*http.Cookie{{Name: vraie.Name, Value: vraie.Value, Path: "/"}})
	b.envoyer(http.StatusOK, b.dossier+"/actes/noter", "motif", "x", "pas", "faire")
}

// autre changes the first letter of a word.
func autre(mot string) string {
	if mot[0] == 'A' {
		return "B" + mot[1:]
	}
	return "A" + mot[1:]
}

// Payments of a person are stopped from the desk, and go on again.
func TestArreterAuBureau(t *testing.T) {
	b := ouvrirBureau(t)
	b.envoyer(http.StatusOK, "/moi", "nom", "Anne Lebrun", "role", "cadre")
	objet := strings.TrimPrefix(b.dossier, "/dossiers/")
	b.dit(b.envoyer(http.StatusUnprocessableEntity, "/arrets", "genre", "personne", "objet", objet, "motif", "x"), "rien n'est arrêté sans date")
	b.dit(b.envoyer(http.StatusUnprocessableEntity, "/arrets", "genre", "personne", "objet", "INCONNU00000", "jusque", "2026-10-20", "motif", "x"), "Personne «INCONNU00000» : absent de la base ; donnez son NIR")
	arret := []string{"genre", "personne", "objet", objet, "jusque", "20/10/2026", "motif", "compte contesté"}
	b.dit(b.envoyer(http.StatusOK, "/arrets", append(arret, "pas", "voir")...), "Ce que cela change", "Personnes retenues", "La prochaine journée", "Arrêter ces paiements")
	b.dit(b.lire("/arrets"), "Rien n'est arrêté.")
	page := b.envoyer(http.StatusOK, "/arrets", append(arret, "pas", "faire")...)
	b.dit(page, "compte contesté", "en vigueur", "20/10/2026", "Reprendre les paiements")
	numero := regexp.MustCompile(`name="arret" value="([0-9A-F]+)"`).FindStringSubmatch(page)
	if numero == nil {
		t.Fatal("l'arrêt ne se lève pas")
	}
	b.dit(b.lire(b.dossier), "paiements de cette personne arrêtés : compte contesté")
	b.dit(b.envoyer(http.StatusUnprocessableEntity, "/arrets", "geste", "reprendre", "arret", numero[1], "motif", " "), "dites qui, et pourquoi")
	lever := []string{"geste", "reprendre", "arret", numero[1], "motif", "compte vérifié"}
	b.dit(b.envoyer(http.StatusOK, "/arrets", append(lever, "pas", "voir")...), "Reprendre les paiements", "La prochaine journée")
	b.dit(b.lire("/arrets"), "en vigueur")
	b.dit(b.envoyer(http.StatusOK, "/arrets", append(lever, "pas", "faire")...), "Levé par Anne Lebrun", "Rien n'est arrêté.")
}
