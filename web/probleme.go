package web

import (
	"encoding/json"
	"net/http"
)

// probleme is the form of every error of the API (RFC 9457). It never holds a
// value that was sent.
type probleme struct {
	Type    string `json:"type"`
	Title   string `json:"title"`
	Status  int    `json:"status"`
	Detail  string `json:"detail"`
	Cle     string `json:"cle,omitempty"`
	Attendu string `json:"attendu,omitempty"`
	Phrase  string `json:"phrase,omitempty"`
}

// typeRefus is where the refusal of a case is described. Other errors say no
// more than their status, and bear the type that RFC 9457 keeps for that.
const (
	typeRefus = "/api/v1/openapi.json#/components/responses/CasRefuse"
	typeVide  = "about:blank"
)

// ressource turns a handler into one that shows its errors as problem details.
func (s *site) ressource(h func(http.ResponseWriter, *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		err := h(w, r)
		if err == nil {
			return
		}
		f := fauteDe(err)
		s.noter(r, f)
		p := probleme{Type: typeVide, Title: f.titre, Status: f.statut, Detail: f.phrase}
		if f.statut == http.StatusUnprocessableEntity {
			p.Type, p.Cle, p.Attendu, p.Phrase = typeRefus, f.cle, f.attendu, f.phrase
		}
		corps, err := json.Marshal(p)
		if err != nil {
			http.Error(w, errInterne.phrase, http.StatusInternalServerError)
			return
		}
		ecrireCorps(w, "application/problem+json", f.statut, corps)
	}
}

// ecrireCorps sends a whole answer. A reader who leaves before its end is no
// error of the service, and nothing can be told to him any more.
func ecrireCorps(w http.ResponseWriter, genre string, statut int, corps []byte) {
	w.Header().Set("Content-Type", genre)
	w.WriteHeader(statut)
	_, _ = w.Write(corps)
}
