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
	Bascule    filtre // with an open task; of all dossiers, with an unpaid day
	Ordre      filtre // the other list
	Legende    string // what the order is
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
	Prejudice          string // harm today
	Urgent             bool   // an urgent situation is signalled
	Taches             int    // open
	Attend             string
	Quoi               string // what is awaited or to be done, in the words of its page
	Avant              v.Jour // by when
	EnRetard           bool
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

// choix is what the address of the list asks for. The work list narrows to open
// tasks, the list of all dossiers to unpaid days.
type choix struct {
	attend string
	seul   bool // only with an open task, or an unpaid day
	ordre  app.Ordre
	page   int
}

// parAnciennete is how the address asks for all dossiers, the oldest unpaid day
// first; the work list, by harm, is what it asks for otherwise.
const parAnciennete = "anciennete"

func lireChoix(q url.Values) choix {
	c := choix{seul: q.Get("taches") == "1", ordre: app.ParPrejudice, page: 1}
	if q.Get("ordre") == parAnciennete {
		c.seul, c.ordre = q.Get("impayes") == "1", app.ParAnciennete
	}
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
	seul := "taches"
	if c.ordre == app.ParAnciennete {
		seul = "impayes"
		q.Set("ordre", parAnciennete)
	}
	if c.seul {
		q.Set(seul, "1")
	}
	if c.page > 1 {
		q.Set("page", strconv.Itoa(c.page))
	}
	if len(q) == 0 {
		return "/"
	}
	return "/?" + q.Encode()
}

// filtre is what is asked of the base.
func (c choix) filtre(aujourdhui v.Jour, page int) app.Filtre {
	travail := c.ordre == app.ParPrejudice
	return app.Filtre{
		Attend: c.attend, Impayes: c.seul && !travail, Taches: c.seul && travail, Ordre: c.ordre, Avant: aujourdhui, Saut: (c.page - 1) * page, Max: page,
	}
}

// liste shows the work list, the greatest harm first; or all the dossiers, the
// oldest unpaid day first.
func (s *site) liste(w http.ResponseWriter, r *http.Request) error {
	if s.exterieur(r) {
		return s.accueilDehors(w)
	}
	c := lireChoix(r.URL.Query())
	aujourdhui := s.bureau.Clock().Jour()
	f := c.filtre(aujourdhui, parPage)
	resumes, total, err := s.bureau.Lister(r.Context(), f)
	if err != nil {
		return err
	}
	p := &pageListe{Total: total, Filtree: c.attend != "" || c.seul, Titre: titreListe(c), Legende: "le plus grand préjudice d'abord"}
	if c.ordre == app.ParAnciennete {
		p.Legende = "le plus ancien jour impayé d'abord"
	}
	suites, err := s.suites(r, resumes)
	if err != nil {
		return err
	}
	for i := range resumes {
		l := ligneDe(&resumes[i], aujourdhui)
		if e, connue := suites[resumes[i].Dossier]; connue {
			l.Attend = e.Qui
			l.Quoi, l.Avant, l.EnRetard = libelle.PremierePhrase(e.Phrase), e.Echeance, e.Echeance < aujourdhui
			if e.Acteur == "" {
				l.Avant = 0 // the date of what runs by itself has its column, or its words
			}
		}
		p.Lignes = append(p.Lignes, l)
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

// suites tells where the dossiers of a page stand.
func (s *site) suites(r *http.Request, resumes []app.Resume) (map[string]app.Suite, error) {
	numeros := make([]string, len(resumes))
	for i := range resumes {
		numeros[i] = resumes[i].Dossier
	}
	return s.bureau.Suites(r.Context(), numeros)
}

func ligneDe(r *app.Resume, aujourdhui v.Jour) ligneListe {
	l := ligneListe{
		Href: "/dossiers/" + r.Dossier, Dossier: r.Dossier, Nom: r.Nom, Debut: r.Debut, Fin: r.Fin, PlusAncien: r.PlusAncien,
		Jours: r.Jours, Brut: r.DuBrut, Prochaine: r.AVoirLe, Essai: r.Test,
		Urgent: r.Priorite.Rang(100) > 100, Taches: r.Taches,
	}
	if r.Prejudice > 0 {
		l.Prejudice = libelle.Nombre(int(r.Prejudice / 100))
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

// filtres counts what each filter would select, the others kept.
func (s *site) filtres(r *http.Request, c choix, p *pageListe) error {
	compter := func(c choix) (int, error) {
		c.page = 1
		_, n, err := s.bureau.Lister(r.Context(), c.filtre(s.bureau.Clock().Jour(), 1))
		return n, err
	}
	for _, acteur := range append([]string{""}, libelle.Files()...) {
		autre := c
		autre.attend, autre.page = acteur, 1
		n, err := compter(autre)
		if err != nil {
			return err
		}
		texte := "tous"
		if acteur != "" {
			texte = libelle.Acteur(acteur, "")
		}
		if n == 0 && acteur != "" && acteur != c.attend {
			continue // nobody waits for them
		}
		p.Filtres = append(p.Filtres, filtre{texte, autre.href(), acteur == c.attend, n})
	}
	bascule, autre := c, choix{ordre: app.ParAnciennete, page: 1}
	bascule.seul, bascule.page = true, 1
	texte, titre := "Seulement avec une tâche ouverte", "Tous les dossiers, par ancienneté"
	if c.ordre == app.ParAnciennete {
		autre.ordre, texte, titre = app.ParPrejudice, "Seulement avec un jour impayé", "Dossiers à traiter, par préjudice"
	}
	seuls, err := compter(bascule)
	if err != nil {
		return err
	}
	bascule.seul = !c.seul
	p.Bascule = filtre{texte, bascule.href(), c.seul, seuls}
	autres, err := compter(autre)
	p.Ordre = filtre{titre, autre.href(), false, autres}
	return err
}

func titreListe(c choix) string {
	titre, seul := "Dossiers à traiter", ", avec une tâche ouverte"
	if c.ordre == app.ParAnciennete {
		titre, seul = "Tous les dossiers", ", avec un jour impayé"
	}
	if c.attend != "" {
		titre += " : " + libelle.File(c.attend)
	}
	if c.seul {
		titre += seul
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
