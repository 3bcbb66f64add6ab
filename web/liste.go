package web

import (
	"net/http"
	"net/url"
	"strconv"

	"accord/app"
	"accord/libelle"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// parPage is how many dossiers a page of the list shows.
const parPage = 40

// horlogePaiement is the clock beyond which an unpaid day is late (R.362-1).
const horlogePaiement = "PAIEMENT_MALADIE"

// pageListe is the list of dossiers.
type pageListe struct {
	Lignes     []ligneListe
	Total      int
	Premier    int // rank of the first line shown, from 1
	Dernier    int
	Filtres    []filtre
	Impayes    filtre
	Pagination pagination
	Filtree    bool
	Titre      string // of the table
}

// ligneListe is one dossier of the list.
type ligneListe struct {
	Href, Dossier, Nom string
	Debut, Fin         v.Jour
	PlusAncien         v.Jour
	IlYA               string
	AVenir             bool // no day unpaid is over yet
	Retard             bool // beyond the legal delay of payment
	Jours              int
	Brut               v.Centimes
	Attend             string
	Prochaine          v.Jour
	Bientot            bool // the next run of the caisse
	Essai              bool
}

// filtre is a link that narrows the list.
type filtre struct {
	Texte string
	Href  string
	Actif bool
	Total int
}

// pagination links the pages of one list. An empty address is not shown.
type pagination struct {
	Page, Pages          int
	Precedente, Suivante string
}

// choix is what the address of the list asks for.
type choix struct {
	attend  string
	impayes bool
	page    int
}

func lireChoix(q url.Values) choix {
	c := choix{impayes: q.Get("impayes") == "1", page: 1}
	if a := q.Get("attend"); libelle.File(a) != "" {
		c.attend = a
	}
	if n, err := strconv.Atoi(q.Get("page")); err == nil && n > 1 && n < 1_000_000 {
		c.page = n
	}
	return c
}

func (c choix) href() string {
	q := url.Values{}
	if c.attend != "" {
		q.Set("attend", c.attend)
	}
	if c.impayes {
		q.Set("impayes", "1")
	}
	if c.page > 1 {
		q.Set("page", strconv.Itoa(c.page))
	}
	if len(q) == 0 {
		return "/"
	}
	return "/?" + q.Encode()
}

// liste shows the dossiers, the oldest unpaid day first.
func (s *site) liste(w http.ResponseWriter, r *http.Request) error {
	c := lireChoix(r.URL.Query())
	aujourdhui := s.bureau.Clock().Jour()
	f := app.Filtre{Attend: c.attend, Impayes: c.impayes, Avant: aujourdhui, Saut: (c.page - 1) * parPage, Max: parPage}
	resumes, total, err := s.bureau.Lister(r.Context(), f)
	if err != nil {
		return err
	}
	p := &pageListe{Total: total, Filtree: c.attend != "" || c.impayes, Titre: titreListe(c)}
	for i := range resumes {
		p.Lignes = append(p.Lignes, ligneDe(&resumes[i], aujourdhui))
	}
	p.Premier, p.Dernier = f.Saut+1, f.Saut+len(resumes)
	p.Pagination = paginer(c, total)
	if err := s.filtres(r, c, p); err != nil {
		return err
	}
	page := s.nouvellePage(p.Titre)
	if c.page > 1 {
		page.Titre += ", page " + strconv.Itoa(c.page)
	}
	page.Contenu = p
	return s.ecrire(w, http.StatusOK, "liste", page)
}

func ligneDe(r *app.Resume, aujourdhui v.Jour) ligneListe {
	l := ligneListe{
		Href: "/dossiers/" + r.Dossier, Dossier: r.Dossier, Nom: r.Nom, Debut: r.Debut, Fin: r.Fin, PlusAncien: r.PlusAncien,
		Jours: r.Jours, Brut: r.DuBrut, Prochaine: r.AVoirLe, Essai: r.Test,
	}
	if r.PlusAncien != 0 {
		l.IlYA, l.AVenir = libelle.IlYA(r.PlusAncien, aujourdhui), r.PlusAncien >= aujourdhui
		l.Retard = suivi.Echeance(horlogePaiement, r.PlusAncien) < aujourdhui
	}
	if r.AVoirLe < aujourdhui {
		l.Prochaine, l.Bientot = 0, r.AVoirLe != 0 && r.Attend == ""
	}
	if r.Attend != "" {
		l.Attend = libelle.Acteur(r.Attend, "")
		if siret := registre.Destinataire(r.Attend).SIRET(); siret != "" {
			l.Attend = "l'employeur " + libelle.SIRET(siret)
		}
	}
	return l
}

// filtres counts what each filter would select, the other filter kept.
func (s *site) filtres(r *http.Request, c choix, p *pageListe) error {
	compter := func(c choix) (int, error) {
		_, n, err := s.bureau.Lister(r.Context(), app.Filtre{Attend: c.attend, Impayes: c.impayes, Avant: s.bureau.Clock().Jour(), Max: 1})
		return n, err
	}
	for _, acteur := range append([]string{""}, libelle.Files()...) {
		autre := choix{attend: acteur, impayes: c.impayes}
		n, err := compter(autre)
		if err != nil {
			return err
		}
		texte := "tous"
		if acteur != "" {
			texte = libelle.Acteur(acteur, "")
		}
		p.Filtres = append(p.Filtres, filtre{texte, autre.href(), acteur == c.attend, n})
	}
	bascule := choix{attend: c.attend, impayes: !c.impayes}
	n, err := compter(choix{attend: c.attend, impayes: true})
	p.Impayes = filtre{"Seulement avec un jour impayé", bascule.href(), c.impayes, n}
	return err
}

func titreListe(c choix) string {
	titre := "Tous les dossiers"
	if c.attend != "" {
		titre = "Dossiers : " + libelle.File(c.attend)
	}
	if c.impayes {
		titre += ", avec un jour impayé"
	}
	return titre
}

func paginer(c choix, total int) pagination {
	p := pagination{Page: c.page, Pages: max(1, (total+parPage-1)/parPage)}
	if c.page > 1 {
		avant := c
		avant.page = min(c.page-1, p.Pages)
		p.Precedente = avant.href()
	}
	if c.page < p.Pages {
		apres := c
		apres.page++
		p.Suivante = apres.href()
	}
	return p
}
