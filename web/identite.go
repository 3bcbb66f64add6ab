package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"accord/app"
)

// Identite says how the desk knows who is there.
type Identite string

const (
	// SelonRegistre is Declaree as long as the caisse has no register of agents, and
	// Jeton from then on.
	SelonRegistre Identite = ""
	// Declaree takes whoever is there at their word: every page says so.
	Declaree Identite = "declares"
	// Jeton asks for a number of the register, and its token.
	Jeton Identite = "jeton"
	// ParEntete reads the number in a header that the caisse's own authentication, put
	// before the desk, sets ([Options.Entete]).
	ParEntete Identite = "entete"
)

// identite is how the desk knows who is there at this moment: a register that was
// opened since it started counts at once, and is never closed again.
func (s *site) identite(ctx context.Context) (Identite, error) {
	if s.options.Identite == ParEntete || s.options.Identite == Jeton {
		return s.options.Identite, nil
	}
	if s.ouvert.Load() {
		return Jeton, nil
	}
	ouvert, err := s.bureau.RegistreOuvert(ctx)
	if err != nil || !ouvert {
		return Declaree, err
	}
	s.ouvert.Store(true)
	return Jeton, nil
}

// qui is what is known of whoever makes a request.
type qui struct {
	mode  Identite
	agent *agent
}

type cleQui struct{}

// connaitre finds who makes a request, once for all that answers it.
func (s *site) connaitre(r *http.Request) (*http.Request, *qui, error) {
	mode, err := s.identite(r.Context())
	if err != nil {
		return r, &qui{mode: Jeton}, err // of a base that does not answer, nothing is claimed
	}
	q := &qui{mode: mode}
	switch mode {
	case Declaree:
		q.agent = s.sessionDeclaree(r)
	case Jeton:
		q.agent, err = s.sessionDuRegistre(r, "")
	case ParEntete:
		q.agent, err = s.agentDEntete(r)
	}
	return r.WithContext(context.WithValue(r.Context(), cleQui{}, q)), q, err
}

// agent is who is at the desk; nil when nobody said.
func (s *site) agent(r *http.Request) *agent {
	if q, ok := r.Context().Value(cleQui{}).(*qui); ok {
		return q.agent
	}
	return nil
}

// agentDEntete is the agent whose number the header gives, with the role that they
// chose, or the only one that they have; nil when the role is to be chosen, or when
// the register does not know that number.
func (s *site) agentDEntete(r *http.Request) (*agent, error) {
	matricules := r.Header.Values(s.options.Entete)
	if len(matricules) != 1 {
		return nil, nil // none, or two of which one was not set by the caisse
	}
	x, err := s.bureau.Inscrit(r.Context(), matricules[0])
	if errors.Is(err, app.ErrAgent) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if a, err := s.sessionDuRegistre(r, x.Matricule); a != nil || err != nil {
		return a, err
	}
	if len(x.Roles) == 1 {
		return &agent{Agent: x.Agent, Role: x.Roles[0], Roles: x.Roles}, nil
	}
	return nil, nil
}

// garder lets in whoever the desk knows: where identities are proved, nobody else
// reads what it holds of people. It reports whether the answer was given.
func (q *qui) garder(w http.ResponseWriter, r *http.Request) (bool, error) {
	if q.mode == Declaree || q.agent != nil || r.URL.Path == "/moi" {
		return false, nil
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return true, errAgent
	}
	http.Redirect(w, r, adresseMoi(r.URL.RequestURI()), http.StatusSeeOther)
	return true, nil
}

// roleTenu gives the role as asked when the agent has it.
func roleTenu(roles []string, demande string) string {
	if slices.Contains(roles, demande) {
		return demande
	}
	return ""
}

// adresseMoi is where to say who one is, and come back.
func adresseMoi(retour string) string { return "/moi?retour=" + url.QueryEscape(retour) }

// retourSur keeps an address of the desk to come back to, and no other.
func retourSur(adresse string) string {
	if !strings.HasPrefix(adresse, "/") || strings.HasPrefix(adresse, "//") || strings.ContainsAny(adresse, "\\\r\n") {
		return "/"
	}
	return adresse
}
