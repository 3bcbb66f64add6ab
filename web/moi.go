package web

import (
	"cmp"
	"errors"
	"net"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"accord/app"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"

	"golang.org/x/time/rate"
)

// pageMoi asks who is at the desk.
type pageMoi struct {
	Mode           Identite
	Agent          *agent // who is known
	Nom, Matricule string
	Role, Retour   string
	Roles          []option
	Inconnu        bool   // the header names nobody of the register
	Nouveau        string // the token that was just given, shown once
	Erreur         string
}

// option is one answer of a list.
type option struct {
	Valeur, Texte string
	Choisi        bool
}

// moi asks who is at the desk, and in which role.
func (s *site) moi(w http.ResponseWriter, r *http.Request) error {
	return s.ecrireMoi(w, r, http.StatusOK, &pageMoi{Retour: retourSur(r.URL.Query().Get("retour"))})
}

func (s *site) ecrireMoi(w http.ResponseWriter, r *http.Request, statut int, p *pageMoi) error {
	mode, err := s.identite(r.Context())
	if err != nil {
		return err
	}
	p.Mode, p.Agent = mode, s.agent(r)
	roles := decision.TousRoles()
	if p.Agent != nil {
		p.Nom, p.Role = cmp.Or(p.Nom, p.Agent.Nom), cmp.Or(p.Role, p.Agent.Role)
	}
	switch {
	case mode == Jeton && p.Agent != nil:
		roles = p.Agent.Roles
	case mode == Jeton:
		roles = nil
	case mode == ParEntete:
		x, err := s.parEntete(r)
		if p.Inconnu = errors.Is(err, app.ErrAgent); err != nil && !p.Inconnu {
			return err
		}
		p.Nom, p.Matricule, roles = x.Nom, x.Matricule, x.Roles
	}
	for _, role := range roles {
		p.Roles = append(p.Roles, option{role, libelle.Role(role), role == p.Role})
	}
	page := s.nouvellePage("Qui êtes-vous ?", lien{"Dossiers", "/"})
	page.Contenu = p
	return s.ecrire(w, statut, "moi", page)
}

// parEntete is the agent that the header names. app.ErrAgent.
func (s *site) parEntete(r *http.Request) (decision.Inscrit, error) {
	matricules := r.Header.Values(s.options.Entete)
	if len(matricules) != 1 {
		return decision.Inscrit{}, app.ErrAgent
	}
	return s.bureau.Inscrit(r.Context(), matricules[0])
}

// seNommer keeps who is at the desk for the day of work.
func (s *site) seNommer(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, tailleAgent)
	if err := r.ParseForm(); err != nil {
		return errFormulaire
	}
	lu := func(nom string) string { return strings.Join(strings.Fields(r.PostForm.Get(nom)), " ") }
	p := &pageMoi{Nom: lu("nom"), Matricule: lu("matricule"), Role: lu("role"), Retour: retourSur(r.PostForm.Get("retour"))}
	mode, err := s.identite(r.Context())
	if err != nil {
		return err
	}
	statut := http.StatusSeeOther
	switch {
	case r.PostForm.Get("quitter") != "":
		s.oublierAgent(w, r)
	case mode == Declaree:
		statut = s.declarer(w, r, p)
	case mode == Jeton && s.agent(r) != nil && r.PostForm.Get("changer") != "":
		statut, err = s.changerJeton(w, r, p, r.PostForm.Get("jeton"))
	case mode == ParEntete || s.agent(r) != nil:
		statut, err = s.choisirRole(w, r, mode, p)
	default:
		statut, err = s.ouvrirSession(w, r, p, r.PostForm.Get("jeton"))
	}
	switch {
	case err != nil:
		return err
	case p.Erreur != "" || p.Nouveau != "":
		return s.ecrireMoi(w, r, statut, p)
	}
	http.Redirect(w, r, p.Retour, http.StatusSeeOther)
	return nil
}

// declarer takes whoever is there at their word.
func (s *site) declarer(w http.ResponseWriter, r *http.Request, p *pageMoi) int {
	switch {
	case p.Nom == "" || utf8.RuneCountInString(p.Nom) > longueurNom:
		p.Erreur = "Donnez votre nom, en 80 caractères au plus : il est écrit sur chacun de vos actes."
	case !slices.Contains(decision.TousRoles(), p.Role):
		p.Erreur = "Choisissez votre rôle dans la liste."
	default:
		s.poserAgent(w, r, &agent{Agent: v.Agent{Nom: p.Nom}, Role: p.Role}, "")
	}
	return http.StatusUnprocessableEntity
}

// choisirRole gives whoever is known another of their roles.
func (s *site) choisirRole(w http.ResponseWriter, r *http.Request, mode Identite, p *pageMoi) (int, error) {
	var x decision.Inscrit
	var err error
	if mode == ParEntete {
		x, err = s.parEntete(r)
	} else {
		x, err = s.bureau.Inscrit(r.Context(), s.agent(r).Matricule)
	}
	switch {
	case errors.Is(err, app.ErrAgent):
		p.Erreur = "Votre matricule n'est pas, ou n'est plus, au registre des agents."
		return http.StatusForbidden, nil
	case err != nil:
		return 0, err
	case roleTenu(x.Roles, p.Role) == "":
		p.Erreur = "Choisissez un rôle dans la liste : ce sont ceux que le registre vous donne."
	default:
		s.poserAgent(w, r, &agent{Agent: x.Agent, Role: p.Role}, x.Empreinte)
	}
	return http.StatusUnprocessableEntity, nil
}

// ouvrirSession asks the register whether the token is that of the number. Whoever
// has several roles then chooses one.
func (s *site) ouvrirSession(w http.ResponseWriter, r *http.Request, p *pageMoi, jeton string) (int, error) {
	if statut := s.ralentir(w, r, p, p.Matricule); statut != 0 {
		return statut, nil
	}
	x, err := s.bureau.Reconnaitre(r.Context(), p.Matricule, jeton)
	switch {
	case errors.Is(err, app.ErrJeton):
		p.Erreur = "Ce matricule et ce jeton ne vont pas ensemble, ou l'agent n'est plus en fonction. Vérifiez chaque caractère ; un jeton perdu se remplace, il ne se retrouve pas."
		return http.StatusUnprocessableEntity, nil
	case err != nil:
		return 0, err
	}
	s.poserAgent(w, r, &agent{Agent: x.Agent, Role: x.Roles[0]}, x.Empreinte)
	if len(x.Roles) > 1 {
		p.Retour = adresseMoi(p.Retour)
	}
	return http.StatusSeeOther, nil
}

// changerJeton gives whoever is there another token, once they have shown that they hold
// the one of today: a session that was left open is not enough.
func (s *site) changerJeton(w http.ResponseWriter, r *http.Request, p *pageMoi, jeton string) (int, error) {
	a := s.agent(r)
	if statut := s.ralentir(w, r, p, a.Matricule); statut != 0 {
		return statut, nil
	}
	_, err := s.bureau.Reconnaitre(r.Context(), a.Matricule, jeton)
	if errors.Is(err, app.ErrJeton) {
		p.Erreur = "Ce n'est pas votre jeton d'aujourd'hui : il n'est pas changé."
		return http.StatusUnprocessableEntity, nil
	} else if err != nil {
		return 0, err
	}
	nouveau := s.options.NouveauJeton()
	x, err := s.bureau.DonnerJeton(r.Context(), decision.GesteAgent{Matricule: a.Matricule, Par: a.Agent}, nouveau)
	if err != nil {
		return 0, err
	}
	p.Nouveau = nouveau
	s.poserAgent(w, r, a, x.Empreinte)
	return http.StatusOK, nil
}

// Guesses: a few at once, then one each ten seconds, for one number from one
// address. A token is not guessed; this tells whoever tries that it is seen, and
// spares the base.
const (
	essaisDAffilee = 5
	unEssaiPar     = 10 * time.Second
	essaisRetenus  = 4096
)

// ralentir makes whoever tries too many tokens wait; it returns the status of that
// answer, or zero.
func (s *site) ralentir(w http.ResponseWriter, r *http.Request, p *pageMoi, matricule string) int {
	attente := s.tropDEssais(matricule, r.RemoteAddr)
	if attente <= 0 {
		return 0
	}
	secondes := int(attente/time.Second) + 1
	w.Header().Set("Retry-After", strconv.Itoa(secondes))
	p.Erreur = "Trop d'essais : recommencez dans " + libelle.Compte(secondes, "seconde", "secondes") + "."
	return http.StatusTooManyRequests
}

// tropDEssais says how long to wait before another token is examined; zero: none.
func (s *site) tropDEssais(matricule, distant string) time.Duration {
	hote, _, err := net.SplitHostPort(distant)
	if err != nil {
		hote = distant
	}
	cle := hote + "\n" + strings.ToUpper(matricule)
	l, connu := s.essais.Get(cle)
	if !connu {
		l = rate.NewLimiter(rate.Every(unEssaiPar), essaisDAffilee)
		s.essais.Add(cle, l)
	}
	ici := time.Unix(0, 0).Add(s.chrono.Ecoule())
	reserve := l.ReserveN(ici, 1)
	attente := reserve.DelayFrom(ici)
	if attente > 0 {
		reserve.CancelAt(ici)
	}
	return attente
}
