package web

import (
	"cmp"
	"errors"
	"net/http"
	"strings"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/libelle"
)

// pageGels is what is stopped, and the form that stops something.
type pageGels struct {
	Agent  *agent
	Moi    string
	Actifs []gel
	Finis  []gel
	Champs []champ
	Erreur string
}

// gel is one stop in a list.
type gel struct {
	app.GelVu
	Numero         string
	Quoi, Le, Role string
	Qui            string // who made it
	Etat           string
	Aspect         libelle.Aspect
	AConfirme      bool
	Suites         []string // who confirmed it, who lifted it
	Href           string   // of the person
}

// gels lists what is stopped, by whom, until when, and what it holds.
func (s *site) gels(w http.ResponseWriter, r *http.Request) error {
	return s.ecrireGels(w, r, http.StatusOK, saisie{}, nil, "")
}

// champsGel are the fields of the form.
var champsGel = []string{"genre", "objet", "jusque", "motif"}

func (s *site) ecrireGels(w http.ResponseWriter, r *http.Request, statut int, sa saisie, fautes map[string]string, erreur string) error {
	vus, err := s.bureau.Gels(r.Context())
	if err != nil {
		return err
	}
	p := &pageGels{Agent: s.agent(r), Moi: adresseMoi(r.URL.RequestURI()), Erreur: erreur}
	jour := s.bureau.Clock().Jour()
	for i := range vus {
		g := &vus[i]
		x := gel{GelVu: *g, Numero: g.Gel.Gel, Quoi: majuscule(libelle.GenreGel(g.Genre)) + " " + cmp.Or(g.Nom, g.Objet), Le: clock.Texte(g.Le), Qui: g.Auteur().String(), Role: libelle.Role(g.Role)}
		if g.Genre == decision.GelPersonne {
			x.Href = "/dossiers/" + g.Objet
		}
		if g.Confirme != nil {
			x.Suites = append(x.Suites, "Confirmé par "+g.Confirme.Auteur().String()+" le "+clock.Texte(g.Confirme.Le)+" : "+g.Confirme.Motif)
		}
		if g.Leve != nil {
			x.Suites = append(x.Suites, "Levé par "+g.Leve.Auteur().String()+" le "+clock.Texte(g.Leve.Le)+" : "+g.Leve.Motif)
		}
		switch {
		case g.AConfirmer():
			x.Etat, x.Aspect, x.AConfirme = "sans effet, à confirmer", libelle.Attendu, true
			p.Actifs = append(p.Actifs, x)
			continue
		case g.EnVigueur(jour):
			x.Etat, x.Aspect = "en vigueur", libelle.Du
			p.Actifs = append(p.Actifs, x)
			continue
		case g.Leve != nil:
			x.Etat, x.Aspect = "levé", libelle.Carence
		case g.Genre == decision.GelLot:
			x.Etat, x.Aspect = "lot rendu à proposer", libelle.Carence
		default:
			x.Etat, x.Aspect = "échu", libelle.Carence
		}
		p.Finis = append(p.Finis, x)
	}
	p.Champs = formulaireGel(sa, fautes)
	page := s.nouvellePage("Arrêts de paiement", lien{"Dossiers", "/"})
	page.Contenu = p
	return s.ecrire(w, statut, "gels", page)
}

func formulaireGel(sa saisie, fautes map[string]string) []champ {
	cs := []champ{
		{Nom: "genre", Genre: "liste", Etiquette: "Arrêter les paiements", Requis: true, Choix: []option{
			{Valeur: "personne", Texte: "d'une personne"}, {Valeur: "regle", Texte: "que calcule une règle"},
			{Valeur: "version", Texte: "qu'une version des règles change"}, {Valeur: "lot", Texte: "d'un lot qui n'est pas parti"},
		}},
		{Nom: "objet", Genre: "texte", Etiquette: "Laquelle, lequel", Requis: true, Aide: "Numéro de dossier ou identifiant de la personne, code de la règle (MAL-BAS-04), version ou lot lus sur un paiement."},
		{Nom: "jusque", Genre: "date", Etiquette: "Reprise le", Requis: true, Aide: "Dans 31 jours au plus ; un lot n'en demande pas."},
		{Nom: "motif", Genre: "zone", Etiquette: "Motif", Requis: true, Aide: "Ce que vous avez vu, et pourquoi. Aucune raison médicale."},
	}
	for i := range cs {
		c := &cs[i]
		c.Valeur, c.Erreur = sa[c.Nom], fautes[c.Nom]
		for k := range c.Choix {
			c.Choix[k].Choisi = c.Choix[k].Valeur == c.Valeur
		}
	}
	return cs
}

// geler shows what making, confirming or lifting a stop would change, or does it.
func (s *site) geler(w http.ResponseWriter, r *http.Request) error {
	agent := s.agent(r)
	if agent == nil {
		return errAgent
	}
	r.Body = http.MaxBytesReader(w, r.Body, tailleActe)
	if err := r.ParseForm(); err != nil {
		return errFormulaire
	}
	sa, fautes := saisie{}, map[string]string{}
	for _, nom := range append([]string{"geste", "arret"}, champsGel...) {
		sa[nom] = strings.TrimSpace(r.PostForm.Get(nom))
	}
	pas := r.PostForm.Get("pas")
	if pas == "saisir" {
		return s.ecrireGels(w, r, http.StatusOK, sa, nil, "")
	}
	g := lireGel(sa, fautes)
	g.Par, g.Matricule, g.Role = agent.Nom, agent.Matricule, agent.Role
	if len(fautes) > 0 {
		return s.ecrireGels(w, r, http.StatusUnprocessableEntity, sa, fautes, "")
	}
	if pas != "faire" {
		return s.refuserGel(w, r, sa, s.montrerGel(w, r, g, sa))
	}
	var err error
	switch g.Geste {
	case decision.ConfirmerArret:
		_, err = s.bureau.ConfirmerArret(r.Context(), g.Gel, agent.Agent, agent.Role, g.Motif)
	case decision.Reprendre:
		_, err = s.bureau.Reprendre(r.Context(), g.Gel, agent.Agent, agent.Role, g.Motif)
	default:
		_, err = s.bureau.Arreter(r.Context(), g)
	}
	if err != nil {
		return s.refuserGel(w, r, sa, err)
	}
	http.Redirect(w, r, "/arrets", http.StatusSeeOther)
	return nil
}

// refuserGel shows the page again, with what is wrong.
func (s *site) refuserGel(w http.ResponseWriter, r *http.Request, sa saisie, err error) error {
	if sa["geste"] != "" {
		sa = saisie{} // nothing of it belongs in the form of a new stop
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, app.ErrAbsent) && sa["objet"] != "":
		return s.ecrireGels(w, r, http.StatusUnprocessableEntity, sa, map[string]string{"objet": majuscule(err.Error()) + "."}, "")
	case refusGel(err):
		return s.ecrireGels(w, r, http.StatusUnprocessableEntity, sa, nil, majuscule(err.Error())+".")
	}
	return err
}

// refusGel reports whether an error is for the agent to read.
func refusGel(err error) bool {
	for _, x := range []error{decision.ErrPouvoir, decision.ErrConfirmation, decision.ErrIncomplet, decision.ErrToutArreter, app.ErrAgent, app.ErrDejaFait, app.ErrDejaEmis} {
		if errors.Is(err, x) {
			return true
		}
	}
	return false
}

// lireGel reads a gesture; what is wrong in the form of a stop is said by field.
func lireGel(sa saisie, fautes map[string]string) decision.GesteGel {
	if geste := decision.Geste(sa["geste"]); geste == decision.ConfirmerArret || geste == decision.Reprendre {
		return decision.GesteGel{Geste: geste, Gel: sa["arret"], Motif: sa["motif"]}
	}
	g := decision.GesteGel{Geste: decision.Arreter, Genre: decision.GenreGel(sa["genre"]), Objet: sa["objet"], Motif: sa["motif"]}
	for _, c := range [][2]string{{"genre", "Choisissez ce qui est arrêté."}, {"objet", "Dites lequel : rien n'arrête tout."}, {"motif", phrasesManque["motif"]}} {
		if sa[c[0]] == "" {
			fautes[c[0]] = c[1]
		}
	}
	if sa["jusque"] != "" {
		var err error
		if g.Jusque, err = lireDate(sa["jusque"]); err != nil {
			fautes["jusque"] = "«" + sa["jusque"] + "» n'est pas une date : écrivez-la comme 04/11/2026."
		}
	} else if g.Genre != decision.GelLot {
		fautes["jusque"] = "Donnez la date de la reprise : rien n'est arrêté sans date."
	}
	return g
}
