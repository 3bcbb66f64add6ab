package web

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"accord/app"
)

// faute is an answer other than success: a status, and what the reader is told.
type faute struct {
	statut       int
	titre        string
	phrase       string
	cle, attendu string // API only: where a case is wrong
	cause        error  // for the log only
}

func (f *faute) Error() string { return f.phrase }

func (f *faute) Unwrap() error { return f.cause }

var (
	errAdresse = &faute{statut: http.StatusNotFound, titre: "Page introuvable", phrase: "Cette adresse ne mène à aucune page. Elle a peut-être été mal recopiée."}
	errAbsent  = &faute{statut: http.StatusNotFound, titre: "Introuvable", phrase: "Aucun dossier, aucun paiement et aucune pièce de la base ne porte ce numéro."}
	errEfface  = &faute{statut: http.StatusGone, titre: "Contenu effacé", phrase: "Le contenu de ce dossier a été effacé à l'échéance de sa conservation. Il ne peut plus être lu."}
	errEmpeche = &faute{statut: http.StatusInternalServerError, titre: "Dossier qui ne peut pas être calculé", phrase: "Ce dossier ne peut pas être calculé en ce moment. Rien de ce qui a été reçu ni payé n'est perdu ; rien de plus n'est payé à cette personne tant que l'équipe technique ne l'a pas réparé, et la preuve de la nuit le nomme. Prévenez-la. Les autres dossiers ne sont pas touchés."}
	errInterne = &faute{statut: http.StatusInternalServerError, titre: "Erreur du service", phrase: "La page n'a pas pu être préparée. Rien n'a été modifié ni perdu. Réessayez ; si l'erreur revient, prévenez l'équipe technique en donnant l'heure."}
)

// fauteDe says what the reader is told of an error.
func fauteDe(err error) *faute {
	var f *faute
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, app.ErrAbsent):
		return errAbsent
	case errors.Is(err, app.ErrEfface):
		return errEfface
	case errors.Is(err, app.ErrAgent):
		return errAgent
	}
	interne := *errInterne
	if x := (*app.Empechement)(nil); errors.As(err, &x) {
		interne = *errEmpeche
	}
	interne.cause = err
	return &interne
}

// introuvable answers an address that no route takes, or takes with another
// method.
func (s *site) introuvable(w http.ResponseWriter, r *http.Request) error {
	var permises []string
	for _, methode := range []string{http.MethodGet, http.MethodPost} {
		essai := &http.Request{Method: methode, URL: r.URL, Host: r.Host}
		if _, motif := s.mux.Handler(essai); strings.HasPrefix(motif, methode+" ") {
			permises = append(permises, methode)
		}
	}
	if len(permises) == 0 {
		return errAdresse
	}
	w.Header().Set("Allow", strings.Join(permises, ", "))
	return &faute{
		statut: http.StatusMethodNotAllowed, titre: "Méthode refusée",
		phrase: fmt.Sprintf("Cette adresse n'accepte que la méthode %s.", strings.Join(permises, " ou ")),
	}
}

// page turns a handler into one that shows its errors as pages, to whom the desk
// lets in.
func (s *site) page(h func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return s.pageDe(h, true)
}

// pageDe shows a page; to anyone without garde.
func (s *site) pageDe(h func(http.ResponseWriter, *http.Request) error, garde bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r, q, err := s.connaitre(r)
		w = &reponseDe{w, q}
		repondu := false
		if err == nil && garde {
			repondu, err = q.garder(w, r)
		}
		if err == nil && !repondu {
			err = h(w, r)
		}
		if err == nil {
			return
		}
		f := fauteDe(err)
		s.noter(r, f)
		p := s.nouvellePage(f.titre, lien{"Dossiers", "/"})
		p.Contenu = f.phrase
		if err := s.ecrire(w, f.statut, "erreur", p); err != nil {
			http.Error(w, errInterne.phrase, http.StatusInternalServerError)
		}
	}
}
