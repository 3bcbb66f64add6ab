package web

import (
	"net"
	"net/http"
	"slices"
	"strings"
)

// entetes are sent with every answer. Nothing may be loaded from elsewhere, no
// script runs, no page is framed or kept by a cache. Images given as data are
// those of the vendored style sheet.
var entetes = [][2]string{
	{"Content-Security-Policy", "default-src 'self'; img-src 'self' data:; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "no-referrer"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"},
	{"Cache-Control", "no-store"},
}

// proteger sets the headers, refuses foreign hosts, and refuses what another
// site makes a browser send.
func (s *site) proteger(h http.Handler) http.Handler {
	origine := http.NewCrossOriginProtection()
	origine.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.refuser(w, r, &faute{statut: http.StatusForbidden, titre: "Demande refusée", phrase: "Cette demande vient d'un autre site : elle est refusée."})
	}))
	suite := origine.Handler(h)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, e := range entetes {
			w.Header().Set(e[0], e[1])
		}
		if !s.hoteConnu(r.Host) {
			s.refuser(w, r, &faute{statut: http.StatusMisdirectedRequest, titre: "Nom d'hôte refusé", phrase: "Ce service ne répond pas sous ce nom."})
			return
		}
		suite.ServeHTTP(w, r)
	})
}

// refuser answers in the form that the address calls for.
func (s *site) refuser(w http.ResponseWriter, r *http.Request, f *faute) {
	refus := func(http.ResponseWriter, *http.Request) error { return f }
	if strings.HasPrefix(r.URL.Path, "/api/") {
		s.ressource(refus)(w, r)
		return
	}
	s.pageDe(refus, false)(w, r)
}

// hoteConnu reports whether the desk may be asked under that name: the machine
// itself, or a name given by Options.
func (s *site) hoteConnu(hote string) bool {
	if h, _, err := net.SplitHostPort(hote); err == nil {
		hote = h
	}
	hote = strings.ToLower(strings.Trim(hote, "[]"))
	if ip := net.ParseIP(hote); ip != nil && ip.IsLoopback() || hote == "localhost" {
		return true
	}
	return slices.ContainsFunc(s.options.Hotes, func(h string) bool { return strings.EqualFold(h, hote) })
}
