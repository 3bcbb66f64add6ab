package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"

	"accord/clock"
)

// reponse counts what is sent.
type reponse struct {
	http.ResponseWriter
	statut, octets int
}

func (r *reponse) WriteHeader(statut int) {
	if r.statut == 0 {
		r.statut = statut
	}
	r.ResponseWriter.WriteHeader(statut)
}

func (r *reponse) Write(b []byte) (int, error) {
	if r.statut == 0 {
		r.statut = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.octets += n
	return n, err
}

// Unwrap lets net/http reach the connection.
func (r *reponse) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// journaliser logs each request by the pattern of its route, never by its
// address, and answers for a handler that breaks down.
func (s *site) journaliser(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		chrono, rep := clock.Start(), &reponse{ResponseWriter: w}
		defer func() {
			if panne := recover(); panne != nil {
				s.journal.Error("panne", "route", r.Pattern, "cause", caviarder(fmt.Sprint(panne)), "pile", string(debug.Stack()))
				if rep.statut == 0 {
					s.refuser(rep, r, errInterne)
				}
			}
			s.journal.Info("requête", "methode", r.Method, "route", r.Pattern, "statut", rep.statut, "octets", rep.octets, "duree", chrono.Ecoule())
		}()
		h.ServeHTTP(rep, r)
	})
}

// noter logs the cause of an error that is the service's own.
func (s *site) noter(r *http.Request, f *faute) {
	if f.statut >= http.StatusInternalServerError && f.cause != nil {
		s.journal.LogAttrs(r.Context(), slog.LevelError, "erreur", slog.String("route", r.Pattern), slog.String("cause", caviarder(f.cause.Error())))
	}
}

// longsNombres matches what could be a NIR, an account or a SIRET.
var longsNombres = regexp.MustCompile(`[0-9](?:[ .-]?[0-9AB]){9,}`)

// caviarder blots long numbers out of a text on its way to the log.
func caviarder(s string) string { return longsNombres.ReplaceAllString(s, "•••") }
