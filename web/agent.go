package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/decision"
	"accord/libelle"
)

// agent is who says to be at the desk. It is a declaration, written on each act,
// and no authentication: whoever reaches the desk may give any name. That is why
// the desk answers this machine only unless it is told otherwise, and why a
// caisse that opens it to a network puts its own authentication before it.
type agent struct {
	Nom, Role string
}

const (
	nomCookie    = "accord_agent"
	dureeSession = 12 * 3600 * 1_000_000 // microseconds: a day of work
	tailleAgent  = 4 << 10
	longueurNom  = 80
)

// RoleDit names the role.
func (a *agent) RoleDit() string { return libelle.Role(a.Role) }

// sceau signs a session, so that a cookie is one that the desk gave.
func (s *site) sceau(texte string) string {
	h := hmac.New(sha256.New, s.options.Cle)
	h.Write([]byte(texte))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// agent reads who is at the desk; nil when nobody said, or too long ago.
func (s *site) agent(r *http.Request) *agent {
	c, err := r.Cookie(nomCookie)
	if err != nil {
		return nil
	}
	contenu, sceau, _ := strings.Cut(c.Value, ".")
	if !hmac.Equal([]byte(sceau), []byte(s.sceau(contenu))) {
		return nil
	}
	texte, err := base64.RawURLEncoding.DecodeString(contenu)
	if err != nil {
		return nil
	}
	champs := strings.SplitN(string(texte), "\n", 3)
	if len(champs) != 3 {
		return nil
	}
	le, err := strconv.ParseInt(champs[0], 10, 64)
	if age := s.bureau.Clock().Instant() - le; err != nil || age < 0 || age > dureeSession {
		return nil
	}
	return &agent{Role: champs[1], Nom: champs[2]}
}

func (s *site) poserAgent(w http.ResponseWriter, a *agent) {
	texte := strconv.FormatInt(s.bureau.Clock().Instant(), 10) + "\n" + a.Role + "\n" + a.Nom
	contenu := base64.RawURLEncoding.EncodeToString([]byte(texte))
	http.SetCookie(w, &http.Cookie{
		Name: nomCookie, Value: contenu + "." + s.sceau(contenu), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
}

// reponseDe carries to the frame of the page who is at the desk.
type reponseDe struct {
	http.ResponseWriter
	agent *agent
}

// Unwrap lets net/http reach the connection.
func (r *reponseDe) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// errAgent sends to the page «qui êtes-vous ?» whoever acts without a name.
var errAgent = &faute{
	statut: http.StatusForbidden, titre: "Dites d'abord qui vous êtes",
	phrase: "Un acte porte le nom et le rôle de son auteur. Dites qui vous êtes, par le lien en haut de la page, puis recommencez.",
}

// pageMoi asks who is at the desk.
type pageMoi struct {
	Nom, Role, Retour string
	Roles             []option
	Erreur            string
	Connu             bool
}

// choix is one answer of a list.
type option struct {
	Valeur, Texte string
	Choisi        bool
}

// moi asks who is at the desk, and what that role may do.
func (s *site) moi(w http.ResponseWriter, r *http.Request) error {
	p := &pageMoi{Retour: retourSur(r.URL.Query().Get("retour"))}
	if a := s.agent(r); a != nil {
		p.Nom, p.Role, p.Connu = a.Nom, a.Role, true
	}
	return s.ecrireMoi(w, http.StatusOK, p)
}

func (s *site) ecrireMoi(w http.ResponseWriter, statut int, p *pageMoi) error {
	for _, r := range decision.TousRoles() {
		p.Roles = append(p.Roles, option{r, libelle.Role(r), r == p.Role})
	}
	page := s.nouvellePage("Qui êtes-vous ?", lien{"Dossiers", "/"})
	page.Contenu = p
	return s.ecrire(w, statut, "moi", page)
}

// seNommer keeps who is at the desk for the day of work.
func (s *site) seNommer(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, tailleAgent)
	if err := r.ParseForm(); err != nil {
		return errFormulaire
	}
	p := &pageMoi{Nom: strings.Join(strings.Fields(r.PostForm.Get("nom")), " "), Role: r.PostForm.Get("role"), Retour: retourSur(r.PostForm.Get("retour"))}
	switch {
	case r.PostForm.Get("quitter") != "":
		http.SetCookie(w, &http.Cookie{Name: nomCookie, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	case p.Nom == "" || utf8.RuneCountInString(p.Nom) > longueurNom:
		p.Erreur = "Donnez votre nom, en 80 caractères au plus : il est écrit sur chacun de vos actes."
	case !slices.Contains(decision.TousRoles(), p.Role):
		p.Erreur = "Choisissez votre rôle dans la liste."
	default:
		s.poserAgent(w, &agent{p.Nom, p.Role})
	}
	if p.Erreur != "" {
		return s.ecrireMoi(w, http.StatusUnprocessableEntity, p)
	}
	http.Redirect(w, r, p.Retour, http.StatusSeeOther)
	return nil
}

// retourSur keeps an address of the desk to come back to, and no other.
func retourSur(adresse string) string {
	if !strings.HasPrefix(adresse, "/") || strings.HasPrefix(adresse, "//") || strings.ContainsAny(adresse, "\\\r\n") {
		return "/"
	}
	return adresse
}
