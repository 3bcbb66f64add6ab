package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"accord/app"
	"accord/libelle"
	v "accord/valeur"
)

// agent is who is at the desk, and the role in which they act. Where the caisse has
// no register it is a declaration: whoever reaches the desk may give any name.
type agent struct {
	v.Agent
	Role  string
	Roles []string // those among which the role may be changed; none when it was declared
}

const (
	nomCookie    = "accord_agent"
	dureeSession = 12 * 3600 * 1_000_000 // microseconds: a day of work
	tailleAgent  = 4 << 10
	longueurNom  = 80
)

// RoleDit names the role.
func (a *agent) RoleDit() string { return libelle.Role(a.Role) }

// errAgent sends to the page «qui êtes-vous ?» whoever acts without a name.
var errAgent = &faute{
	statut: http.StatusForbidden, titre: "Dites d'abord qui vous êtes",
	phrase: "Un acte porte le nom et le rôle de son auteur. Dites qui vous êtes, par le lien en haut de la page, puis recommencez.",
}

// session is what the cookie says.
type session struct {
	contenu, sceau       string
	role, matricule, nom string
}

// sceau signs a session, so that a cookie is one that the desk gave. secret is the
// hash of the token that opened it: a new token ends the sessions of the one before.
func (s *site) sceau(contenu, secret string) string {
	h := hmac.New(sha256.New, s.options.Cle)
	h.Write([]byte(contenu + "\n" + secret))
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// lireSession reads the cookie; nil when there is none, or it is too old. Its seal
// is yet to be examined.
func (s *site) lireSession(r *http.Request) *session {
	c, err := r.Cookie(nomCookie)
	if err != nil {
		return nil
	}
	x := &session{}
	x.contenu, x.sceau, _ = strings.Cut(c.Value, ".")
	texte, err := base64.RawURLEncoding.DecodeString(x.contenu)
	if err != nil {
		return nil
	}
	champs := strings.SplitN(string(texte), "\n", 4)
	if len(champs) != 4 {
		return nil
	}
	le, err := strconv.ParseInt(champs[0], 10, 64)
	if age := s.bureau.Clock().Instant() - le; err != nil || age < 0 || age > dureeSession {
		return nil
	}
	x.role, x.matricule, x.nom = champs[1], champs[2], champs[3]
	return x
}

func (s *site) scelle(x *session, secret string) bool {
	return hmac.Equal([]byte(x.sceau), []byte(s.sceau(x.contenu, secret)))
}

// sessionDeclaree is who said to be at the desk.
func (s *site) sessionDeclaree(r *http.Request) *agent {
	x := s.lireSession(r)
	if x == nil || x.matricule != "" || !s.scelle(x, "") {
		return nil
	}
	return &agent{Agent: v.Agent{Nom: x.nom}, Role: x.role}
}

// sessionDuRegistre is who proved to be at the desk, if the register still says so:
// whoever is closed, loses a role or takes a new token is out at once. When matricule
// is given, the session must be theirs.
func (s *site) sessionDuRegistre(r *http.Request, matricule string) (*agent, error) {
	x := s.lireSession(r)
	if x == nil || x.matricule == "" || matricule != "" && x.matricule != matricule {
		return nil, nil
	}
	i, err := s.bureau.Inscrit(r.Context(), x.matricule)
	if errors.Is(err, app.ErrAgent) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if !s.scelle(x, i.Empreinte) || roleTenu(i.Roles, x.role) == "" {
		return nil, nil
	}
	return &agent{Agent: i.Agent, Role: x.role, Roles: i.Roles}, nil
}

// cookie is that of a session: a browser sends it to the desk alone and, where the desk is
// reached over TLS, never in clear.
func (s *site) cookie(r *http.Request, valeur string) *http.Cookie {
	return &http.Cookie{Name: nomCookie, Value: valeur, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: s.chiffre(r)}
}

// chiffre reports whether a request came over TLS: to the desk itself, or to the relay before
// it, which says so. Whoever would lie about it only keeps their own session from being sent in clear.
func (s *site) chiffre(r *http.Request) bool {
	premier, _, _ := strings.Cut(r.Header.Get("X-Forwarded-Proto"), ",")
	return s.options.HTTPS || r.TLS != nil || strings.EqualFold(strings.TrimSpace(premier), "https")
}

// poserAgent opens a session.
func (s *site) poserAgent(w http.ResponseWriter, r *http.Request, a *agent, secret string) {
	texte := strconv.FormatInt(s.bureau.Clock().Instant(), 10) + "\n" + a.Role + "\n" + a.Matricule + "\n" + a.Nom
	contenu := base64.RawURLEncoding.EncodeToString([]byte(texte))
	http.SetCookie(w, s.cookie(r, contenu+"."+s.sceau(contenu, secret)))
}

func (s *site) oublierAgent(w http.ResponseWriter, r *http.Request) {
	c := s.cookie(r, "")
	c.MaxAge = -1
	http.SetCookie(w, c)
}

// reponseDe carries to the frame of the page who is at the desk.
type reponseDe struct {
	http.ResponseWriter
	*qui
}

// Unwrap lets net/http reach the connection.
func (r *reponseDe) Unwrap() http.ResponseWriter { return r.ResponseWriter }
