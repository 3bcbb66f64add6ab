package web

import (
	"errors"
	"net/http"
	"slices"

	"accord/app"
	"accord/decision"
	"accord/dossier"
	"accord/libelle"
)

// tailleActe bounds the form of an act that attaches no file.
const tailleActe = 64 << 10

var errFormulaire = &faute{statut: http.StatusBadRequest, titre: "Formulaire illisible", phrase: "Le formulaire n'a pas pu être lu : il est trop grand ou incomplet. Revenez en arrière et recommencez."}

// famillesActes is the order in which acts are offered.
var famillesActes = []struct {
	titre   string
	natures []dossier.NatureIntervention
}{
	{"Payer, retenir", []dossier.NatureIntervention{dossier.Avancer, dossier.Retenir, dossier.Liberer, dossier.LeverReduction}},
	{"Décider de ce qui a été versé de trop", []dossier.NatureIntervention{dossier.Compenser, dossier.Renoncer, dossier.NotifierIndu, dossier.PayerAQuiDeDroit}},
	{"Forcer ce que le calcul retient", []dossier.NatureIntervention{
		dossier.ForcerSalaire, dossier.ForcerDroit, dossier.ForcerJour, dossier.ForcerIJ, dossier.ForcerCarence, dossier.ForcerDestinataire, dossier.ForcerDernierJour}},
	{"Rendre à PROGRES, ou reprendre", []dossier.NatureIntervention{dossier.RendreAProgres, dossier.ConstaterProgres, dossier.TransmettreAProgres, dossier.ReprendreDeProgres}},
	{"Suivre le dossier", []dossier.NatureIntervention{dossier.Noter, dossier.Joindre, dossier.Renvoyer, dossier.Confier, dossier.DemanderAvis, dossier.Promettre, dossier.ConstaterReception}},
	{"Dire qui est la personne", []dossier.NatureIntervention{dossier.Rattacher, dossier.Detacher}},
	{"Ce que la personne fait savoir", []dossier.NatureIntervention{dossier.Reclamer, dossier.Signaler}},
}

// pageActes offers the acts that the agent may do on a dossier.
type pageActes struct {
	Nom      string
	Agent    *agent
	Moi      string // where to say who one is
	Familles []familleActes
	Actes    []acteFait
	Dehors   bool // of someone outside the caisse
}

type familleActes struct {
	Titre string
	Liens []lien
}

// actes offers the acts that the role of the agent allows.
func (s *site) actes(w http.ResponseWriter, r *http.Request) error {
	f, err := s.fiche(r)
	if err != nil {
		return err
	}
	p := &pageActes{Nom: s.nomPour(r, f), Agent: s.agent(r), Moi: adresseMoi(r.URL.RequestURI())}
	if p.Dehors = s.exterieur(r); !p.Dehors {
		p.Actes = f.actes()
	}
	if p.Agent != nil {
		permis := decision.Natures(p.Agent.Role)
		for _, famille := range famillesActes {
			x := familleActes{Titre: famille.titre}
			for _, n := range famille.natures {
				if slices.Contains(permis, n) && f.offre(n) {
					x.Liens = append(x.Liens, lien{majuscule(libelle.Intervention(n)), "/dossiers/" + f.Numero + "/actes/" + string(n)})
				}
			}
			if len(x.Liens) > 0 {
				p.Familles = append(p.Familles, x)
			}
		}
	}
	page := s.nouvellePage("Agir sur le dossier de "+p.Nom, lien{"Dossiers", "/"}, lien{p.Nom, "/dossiers/" + f.Numero})
	if s.exterieur(r) {
		page.Fil = []lien{{"Signaler", "/"}}
	}
	page.Ici, page.Contenu = "Agir", p
	return s.ecrire(w, http.StatusOK, "agir", page)
}

// fiche opens the dossier of the address; that of a person is no dossier.
func (s *site) fiche(r *http.Request) (*fiche, error) {
	f, _, err := s.ouvrir(r)
	if err == nil && f == nil {
		err = errAbsent
	}
	return f, err
}

// pageActe is one act: what it needs, then what it would change.
type pageActe struct {
	Titre, Nom string
	Adresse    string // of the form
	Retour     string // to the dossier
	Agent      *agent
	Moi        string
	Fichier    bool
	Direct     bool // it changes no day: there is nothing to show before it is done
	Champs     []champ
	Erreurs    int
	Erreur     string // of the whole
	Effet      *effet // set when it is time to confirm
	Fait       bool   // by someone outside the caisse, who is told what becomes of his act
	Dehors     bool   // of someone outside the caisse, who sees no day change
	Objet      *acteFait
}

// acte shows the form of an act.
func (s *site) acte(w http.ResponseWriter, r *http.Request) error {
	f, nature, err := s.ficheEtActe(r)
	if err != nil {
		return err
	}
	sa := saisieDe(r.URL.Query())
	if sa["objet"] == "" && sa["du"] == "" {
		f.preremplir(nature, sa)
	}
	return s.ecrireActe(w, r, http.StatusOK, f, &pageActe{}, nature, sa, nil)
}

func (s *site) ficheEtActe(r *http.Request) (*fiche, dossier.NatureIntervention, error) {
	nature := dossier.NatureIntervention(r.PathValue("nature"))
	if _, connue := decision.Exige(nature); !connue {
		return nil, "", errAdresse
	}
	f, err := s.fiche(r)
	return f, nature, err
}

func (s *site) ecrireActe(w http.ResponseWriter, r *http.Request, statut int, f *fiche, p *pageActe, nature dossier.NatureIntervention, sa saisie, fautes map[string]string) error {
	p.Titre, p.Nom = majuscule(libelle.Intervention(nature)), s.nomPour(r, f)
	p.Retour = "/dossiers/" + f.Numero
	p.Adresse, p.Agent, p.Moi = p.Retour+"/actes/"+string(nature), s.agent(r), adresseMoi(r.URL.RequestURI())
	p.Champs, p.Fichier, p.Erreurs = f.champs(nature, sa, fautes, p.Agent), nature == dossier.Joindre, len(fautes)
	p.Direct = p.Fichier || nature == dossier.Noter || nature == dossier.Confier
	for _, a := range f.actes() {
		if a.ID == sa["objet"] && !s.exterieur(r) {
			p.Objet = &a
		}
	}
	page := s.nouvellePage(p.Titre+", dossier de "+p.Nom, lien{"Dossiers", "/"}, lien{p.Nom, p.Retour}, lien{"Agir", p.Retour + "/actes"})
	if s.exterieur(r) {
		p.Retour, p.Dehors = p.Retour+"/actes", true
		page.Fil = []lien{{"Signaler", "/"}, {p.Nom, p.Retour}}
	}
	page.Ici, page.Contenu = p.Titre, p
	return s.ecrire(w, statut, "acte", page)
}

// agir reads the form of an act: shows what it would change, or does it. What is
// wrong is said beside the field.
func (s *site) agir(w http.ResponseWriter, r *http.Request) error {
	f, nature, err := s.ficheEtActe(r)
	if err != nil {
		return err
	}
	agent := s.agent(r)
	if agent == nil {
		return errAgent
	}
	if nature == dossier.Joindre {
		return s.joindre(w, r, f, agent)
	}
	r.Body = http.MaxBytesReader(w, r.Body, tailleActe)
	if err := r.ParseForm(); err != nil {
		return errFormulaire
	}
	sa := saisieDe(r.PostForm)
	a, fautes := lireActe(nature, agent, sa)
	for _, c := range f.champs(nature, sa, fautes, agent) { // all that is missing is said at once
		if c.Requis && sa[c.Nom] == "" && fautes[c.Nom] == "" {
			fautes[c.Nom] = phrasesManque[c.Nom]
		}
	}
	if len(fautes) > 0 {
		return s.ecrireActe(w, r, http.StatusUnprocessableEntity, f, &pageActe{}, nature, sa, fautes)
	}
	pas := r.PostForm.Get("pas")
	if pas == "saisir" {
		return s.ecrireActe(w, r, http.StatusOK, f, &pageActe{}, nature, sa, nil)
	}
	e, err := s.faire(r.Context(), f, a, pas == "faire")
	if err != nil {
		return s.refuserActe(w, r, f, nature, sa, err)
	}
	if pas == "faire" && e.Exterieur {
		p := &pageActe{Effet: f.effet(e, nature), Fait: true}
		return s.ecrireActe(w, r, http.StatusOK, f, p, nature, sa, nil)
	}
	if pas == "faire" {
		http.Redirect(w, r, "/dossiers/"+f.Numero+"#actes", http.StatusSeeOther)
		return nil
	}
	return s.ecrireActe(w, r, http.StatusOK, f, &pageActe{Effet: f.effet(e, nature)}, nature, sa, nil)
}

// refuserActe shows the form again, with what is wrong.
func (s *site) refuserActe(w http.ResponseWriter, r *http.Request, f *fiche, nature dossier.NatureIntervention, sa saisie, err error) error {
	var manque *decision.Manque
	p := &pageActe{}
	fautes := map[string]string{}
	switch {
	case errors.As(err, &manque):
		fautes[manque.Champ] = direManque(manque)
	case errors.Is(err, decision.ErrPouvoir), errors.Is(err, decision.ErrConfirmation), errors.Is(err, app.ErrAgent), errors.Is(err, app.ErrJointe), errors.Is(err, app.ErrControle), errors.Is(err, app.ErrReprise), errors.Is(err, app.ErrFiche), errors.Is(err, app.ErrDejaFait):
		p.Erreur = majuscule(err.Error()) + "."
	case errors.Is(err, app.ErrAbsent) && nature == dossier.Rattacher:
		fautes["objet"] = "Aucune fiche ne porte ce numéro. Vérifiez chaque caractère ; si rien n'est encore venu sous ce NIR et que c'est le bon, dites-le ci-dessous."
	case errors.Is(err, app.ErrAbsent) && sa["objet"] != "":
		fautes["objet"] = "Cet acte ou cette pièce n'est plus à prendre : choisissez dans la liste."
	default:
		return err
	}
	return s.ecrireActe(w, r, http.StatusUnprocessableEntity, f, p, nature, sa, fautes)
}

// joindre keeps a file that an agent attaches.
func (s *site) joindre(w http.ResponseWriter, r *http.Request, f *fiche, agent *agent) error {
	r.Body = http.MaxBytesReader(w, r.Body, app.TailleJointe+tailleActe)
	if err := r.ParseMultipartForm(app.TailleJointe); err != nil {
		return s.refuserActe(w, r, f, dossier.Joindre, saisie{}, fichierTropGrand())
	}
	sa := saisieDe(r.PostForm)
	a, fautes := lireActe(dossier.Joindre, agent, sa)
	nom, contenu, err := lireFichier(r)
	if err != nil {
		fautes["fichier"] = "Choisissez le fichier à joindre : 5 Mo au plus."
	}
	if len(fautes) > 0 {
		return s.ecrireActe(w, r, http.StatusUnprocessableEntity, f, &pageActe{}, dossier.Joindre, sa, fautes)
	}
	if _, err := s.bureau.Joindre(r.Context(), f.Numero, a, nom, contenu); err != nil {
		return s.refuserActe(w, r, f, dossier.Joindre, sa, err)
	}
	http.Redirect(w, r, "/dossiers/"+f.Numero+"#actes", http.StatusSeeOther)
	return nil
}
