package web

import (
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// verifierPage checks what every page must be, whatever it shows.
func verifierPage(t *testing.T, nom, corps string) *html.Node {
	t.Helper()
	racine, err := html.Parse(strings.NewReader(corps))
	if err != nil {
		t.Fatalf("%s : %v", nom, err)
	}
	faute := func(format string, args ...any) {
		t.Helper()
		t.Errorf(nom+" : "+format, args...)
	}
	p := lirePage(racine)
	if p.langue != "fr" {
		faute("langue «%s»", p.langue)
	}
	if p.titre == "" || !strings.HasSuffix(p.titre, "– Accord") {
		faute("titre «%s»", p.titre)
	}
	for balise, n := range map[string]int{"h1": 1, "main": 1, "header": 1, "footer": 1, "script": 0, "noscript": 0, "iframe": 0, "style": 0} {
		if p.balises[balise] != n {
			faute("%d <%s>, attendu %d", p.balises[balise], balise, n)
		}
	}
	if len(p.liens) == 0 || p.liens[0] != "#contenu" {
		faute("le premier lien n'est pas l'évitement : %v", p.liens[:min(1, len(p.liens))])
	}
	for id, n := range p.ids {
		if n > 1 {
			faute("l'identifiant «%s» est porté %d fois", id, n)
		}
	}
	for _, id := range p.renvois {
		if p.ids[id] == 0 {
			faute("renvoi à «%s», qui n'existe pas", id)
		}
	}
	for _, f := range p.fautes {
		faute("%s", f)
	}
	return racine
}

// pageLue is what the rules look at.
type pageLue struct {
	langue, titre string
	balises       map[string]int
	ids           map[string]int
	renvois       []string
	liens         []string
	fautes        []string
	niveau        int
}

func lirePage(racine *html.Node) *pageLue {
	p := &pageLue{balises: map[string]int{}, ids: map[string]int{}}
	for n := range racine.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
		}
	}
	return p
}

func (p *pageLue) element(n *html.Node) {
	p.balises[n.Data]++
	if id := attribut(n, "id"); id != "" {
		p.ids[id]++
	}
	for _, a := range []string{"aria-labelledby", "aria-describedby", "for"} {
		p.renvois = append(p.renvois, strings.Fields(attribut(n, a))...)
	}
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Val, "javascript:") {
			p.fautes = append(p.fautes, "style ou script dans <"+n.Data+">")
		}
	}
	switch n.Data {
	case "html":
		p.langue = attribut(n, "lang")
	case "title":
		p.titre = texte(n)
	case "a":
		p.lien(n)
	case "link", "img", "source":
		if src := attribut(n, "href") + attribut(n, "src"); !strings.HasPrefix(src, "/static/") {
			p.fautes = append(p.fautes, "ressource demandée ailleurs : "+src)
		}
		if n.Data == "img" && !possede(n, "alt") {
			p.fautes = append(p.fautes, "image sans texte de remplacement")
		}
	case "table":
		p.table(n)
	case "th":
		if attribut(n, "scope") == "" {
			p.fautes = append(p.fautes, "en-tête sans portée : "+texte(n))
		}
	case "nav":
		if attribut(n, "aria-label") == "" {
			p.fautes = append(p.fautes, "navigation sans nom")
		}
	case "input", "select", "textarea":
		if attribut(n, "id") == "" && attribut(n, "aria-label") == "" {
			p.fautes = append(p.fautes, "champ sans étiquette")
		}
	case "h1", "h2", "h3", "h4":
		niveau := int(n.Data[1] - '0')
		if niveau > p.niveau+1 {
			p.fautes = append(p.fautes, "niveau de titre sauté avant «"+texte(n)+"»")
		}
		p.niveau = niveau
	}
}

func (p *pageLue) lien(n *html.Node) {
	href := attribut(n, "href")
	p.liens = append(p.liens, href)
	if texte(n) == "" {
		p.fautes = append(p.fautes, "lien sans texte vers "+href)
	}
	if fragment, ok := strings.CutPrefix(href, "#"); ok {
		p.renvois = append(p.renvois, fragment)
	}
}

func (p *pageLue) table(n *html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			if c.Data != "caption" || texte(c) == "" {
				p.fautes = append(p.fautes, "table sans légende : "+texte(n)[:min(60, len(texte(n)))])
			}
			return
		}
	}
}

func attribut(n *html.Node, nom string) string {
	for _, a := range n.Attr {
		if a.Key == nom {
			return a.Val
		}
	}
	return ""
}

func possede(n *html.Node, nom string) bool {
	for _, a := range n.Attr {
		if a.Key == nom {
			return true
		}
	}
	return false
}

func texte(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case d.Data == "td" || d.Data == "th" || d.Data == "dd" || d.Data == "li":
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// tous lists the elements of a page that carry a class, or are of a kind when
// the class is empty.
func tous(racine *html.Node, balise, classe string) []*html.Node {
	var ns []*html.Node
	for n := range racine.Descendants() {
		if n.Type != html.ElementNode || balise != "" && n.Data != balise {
			continue
		}
		if classe == "" || strings.Contains(" "+attribut(n, "class")+" ", " "+classe+" ") {
			ns = append(ns, n)
		}
	}
	return ns
}

// TestToutesLesPages follows every link of the desk, from the list on: each
// page obeys the rules, none is dead, and titles tell pages apart.
func TestToutesLesPages(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	vues, titres := map[string]bool{}, map[string]string{}
	file := []string{"/", "/dossiers/" + claire, "/dossiers/" + sansArret, "/ordres/" + ordreCorr}
	for len(file) > 0 {
		adresse := file[0]
		file = file[1:]
		if vues[adresse] {
			continue
		}
		vues[adresse] = true
		corps := lire(t, h, adresse, http.StatusOK)
		racine := verifierPage(t, adresse, corps)
		p := lirePage(racine)
		if autre, vu := titres[p.titre]; vu && path.Base(autre) != path.Base(adresse) && !strings.Contains(corps, "ANONYME") {
			t.Errorf("%s et %s ont le même titre «%s»", autre, adresse, p.titre)
		}
		titres[p.titre] = adresse
		for _, l := range p.liens {
			u, err := url.Parse(l)
			if err != nil {
				t.Fatalf("%s : lien «%s»", adresse, l)
			}
			if u.Host != "" && u.Host != "www.legifrance.gouv.fr" {
				t.Errorf("%s mène à %s", adresse, l)
			}
			if u.Path == "/moi" {
				l = u.Path // one page, wherever it leads back to
			}
			if u.Host == "" && u.Path != "" && !strings.Contains(adresse, "P000000000") {
				file = append(file, l)
			}
		}
	}
	if len(vues) < 150 {
		t.Errorf("%d pages seulement ont été vues", len(vues))
	}
}

// TestPagesDErreur: errors are pages like the others, with a way back.
func TestPagesDErreur(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	for _, c := range []struct {
		adresse string
		statut  int
		phrase  string
	}{
		{"/nulle-part", http.StatusNotFound, "aucune page"},
		{"/dossiers/INCONNU00001", http.StatusNotFound, "Aucun dossier"},
		{"/dossiers/INCONNU00001-20260101", http.StatusNotFound, "Aucun dossier"},
		{"/dossiers/n-importe-quoi", http.StatusNotFound, "Aucun dossier"},
		{"/dossiers/" + dossierLong + "/jours/2026-13-01", http.StatusNotFound, "aucune page"},
		{"/dossiers/" + dossierLong + "/jours/2026-01-01", http.StatusNotFound, "n'est pas un jour de ce dossier"},
		{"/dossiers/" + claire + "/jours/2026-09-14", http.StatusNotFound, "Aucun dossier"},
		{"/dossiers/" + dossierLong + "/pieces/" + strings.Repeat("0", 64), http.StatusNotFound, "Aucun dossier"},
		{"/dossiers/" + efface + "-20260101", http.StatusGone, "effacé"},
		{"/dossiers/" + empeche + "-20260101", http.StatusInternalServerError, "Les autres dossiers ne sont pas touchés"},
		{"/ordres/INCONNUINCONNUINCONN", http.StatusNotFound, "Aucun dossier"},
		{"/ordres/non", http.StatusNotFound, "Aucun dossier"},
		{"/static/absent.css", http.StatusNotFound, ""},
	} {
		corps := lire(t, h, c.adresse, c.statut)
		if c.phrase == "" {
			continue
		}
		verifierPage(t, c.adresse, corps)
		if !strings.Contains(html.UnescapeString(corps), c.phrase) || !strings.Contains(corps, `<a href="/">Revenir`) {
			t.Errorf("%s : la page ne dit pas «%s» ou n'offre pas de retour", c.adresse, c.phrase)
		}
	}
	b.panne = errSecret
	for _, adresse := range []string{"/", "/dossiers/" + dossierLong, "/ordres/" + ordreEmis} {
		corps := lire(t, h, adresse, http.StatusInternalServerError)
		verifierPage(t, adresse, corps)
		if strings.Contains(corps, "secret") {
			t.Errorf("%s : la page montre la cause de l'erreur", adresse)
		}
	}
}

// TestRienDePersonnel: no page shows a whole NIR or account, save the extract
// of a piece.
func TestRienDePersonnel(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	iban := vueClaire().Calcul.Situation.RIB.IBAN.Clair()
	for _, adresse := range []string{"/", "/dossiers/" + claire, "/dossiers/" + dossierLong, "/dossiers/" + dossierLong + "/jours/2026-10-12", "/ordres/" + ordreEmis} {
		corps := lire(t, h, adresse, http.StatusOK)
		if strings.Contains(corps, nirClaire.Clair()) || strings.Contains(corps, iban) {
			t.Errorf("%s montre un numéro entier", adresse)
		}
	}
	if !strings.Contains(lire(t, h, "/dossiers/"+dossierLong, http.StatusOK), nirClaire.String()) {
		t.Error("le dossier ne montre pas le NIR masqué")
	}
}
