package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"

	"accord/decision"
	"accord/libelle"
	v "accord/valeur"
)

//go:embed gabarits/*.html
var fichiersGabarits embed.FS

var fonctions = template.FuncMap{
	"euros":    v.Centimes.Euros,
	"nombre":   v.Centimes.Nombre,
	"date":     v.Jour.Francais,
	"enToutes": v.Jour.EnLettres,
	"jours":    libelle.Jours,
	"entier":   libelle.Nombre,
	"signe":    libelle.Ecart,
}

// gabarits holds one set of templates a page: the frame, the parts, the page.
var gabarits = lireGabarits("liste", "recherche", "dossier", "personne", "fiche", "jour", "ordre", "piece", "erreur", "moi", "agir", "acte", "gels", "arret", "controles", "dehors", "signer")

func lireGabarits(noms ...string) map[string]*template.Template {
	cadre := template.Must(template.New("cadre").Funcs(fonctions).ParseFS(fichiersGabarits, "gabarits/cadre.html", "gabarits/partie_*.html"))
	m := make(map[string]*template.Template, len(noms))
	for _, nom := range noms {
		m[nom] = template.Must(template.Must(cadre.Clone()).ParseFS(fichiersGabarits, "gabarits/"+nom+".html"))
	}
	return m
}

// lien is an address and its text.
type lien struct{ Texte, Href string }

// page is what the frame of every page needs.
type page struct {
	Titre   string // of the document; the h1 is the page's own
	Caisse  string
	Jour    v.Jour
	Fil     []lien // breadcrumbs: the pages above this one
	Ici     string // this page in the breadcrumbs
	Agent   *agent // who is at the desk, when someone said
	Declare bool   // nobody proved who they are
	Dehors  bool   // who is at the desk is outside the caisse
	Contenu any
}

func (s *site) nouvellePage(titre string, fil ...lien) *page {
	return &page{Titre: titre, Caisse: s.options.Caisse, Jour: s.bureau.Clock().Jour(), Fil: fil, Ici: titre}
}

// ecrire renders a page whole before it sends anything.
func (s *site) ecrire(w http.ResponseWriter, statut int, nom string, p *page) error {
	if r, ok := w.(*reponseDe); ok {
		p.Agent, p.Declare = r.agent, r.mode == Declaree
		p.Dehors = r.agent != nil && decision.Exterieur(r.agent.Role)
	}
	var b bytes.Buffer
	if err := gabarits[nom].ExecuteTemplate(&b, "cadre", p); err != nil {
		return err
	}
	ecrireCorps(w, "text/html; charset=utf-8", statut, typographier(b.Bytes()))
	return nil
}
