package web

import (
	"cmp"
	"log/slog"
	"net/http"
	"sync/atomic"

	"accord/clock"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// site holds what every page needs.
type site struct {
	bureau  Bureau
	options Options
	journal *slog.Logger
	mux     *http.ServeMux
	ouvert  atomic.Bool // the register of agents was seen open
	essais  *lru.Cache[string, *rate.Limiter]
	chrono  clock.Chrono
}

// route is a pattern of net/http and what answers it.
type route struct {
	motif  string
	h      func(http.ResponseWriter, *http.Request) error
	dehors bool // a page: shown to someone outside the caisse too
}

// Handler serves the desk and the API. It panics without a bureau, without
// Options.Calculer, NouveauJeton or Cle, or with one of Identite and Entete alone: a desk that cannot answer is a fault of the program.
func Handler(b Bureau, o Options) http.Handler {
	if b == nil || o.Calculer == nil || o.NouveauJeton == nil || len(o.Cle) < 32 || (o.Identite == ParEntete) != (o.Entete != "") {
		panic("web: un bureau, un calculateur, un tirage de jetons, une clé de session et, si l'identité vient d'un en-tête, son nom sont nécessaires")
	}
	s := &site{bureau: b, options: o, journal: cmp.Or(o.Journal, slog.Default()), mux: http.NewServeMux(), chrono: clock.Start()}
	s.essais, _ = lru.New[string, *rate.Limiter](essaisRetenus) // fails only for a size that is not positive
	for _, r := range s.pages() {
		h := r.h
		if !r.dehors {
			h = s.dedans(h)
		}
		s.mux.HandleFunc(r.motif, s.page(h))
	}
	for _, r := range s.api() {
		s.mux.HandleFunc(r.motif, s.ressource(r.h))
	}
	s.mux.HandleFunc("GET /static/{nom}", servirStatique)
	s.mux.HandleFunc("/api/", s.ressource(s.introuvable))
	s.mux.HandleFunc("/", s.page(s.introuvable))
	return s.journaliser(s.proteger(s.mux))
}

// pages lists the pages of the desk.
func (s *site) pages() []route {
	return []route{
		{motif: "GET /{$}", h: s.liste, dehors: true},
		{motif: "POST /recherche", h: s.rechercher, dehors: true},
		{motif: "GET /dossiers/{id}", h: s.dossier},
		{motif: "GET /dossiers/{id}/jours/{date}", h: s.jour},
		{motif: "GET /dossiers/{id}/pieces/{empreinte}", h: s.piece},
		{motif: "GET /dossiers/{id}/pieces/{empreinte}/fichier", h: s.fichierJoint},
		{motif: "GET /dossiers/{id}/fiches/{fiche}", h: s.voirFiche},
		{motif: "GET /dossiers/{id}/retour", h: s.feuilleRetour},
		{motif: "GET /dossiers/{id}/retour.json", h: s.feuilleRetour},
		{motif: "GET /ordres/{id}", h: s.ordre},
		{motif: "GET /moi", h: s.moi, dehors: true},
		{motif: "POST /moi", h: s.seNommer, dehors: true},
		{motif: "GET /dossiers/{id}/actes", h: s.actes, dehors: true},
		{motif: "GET /dossiers/{id}/actes/{nature}", h: s.acte, dehors: true},
		{motif: "POST /dossiers/{id}/actes/{nature}", h: s.agir, dehors: true},
		{motif: "GET /dossiers/{id}/signature", h: s.signature},
		{motif: "POST /dossiers/{id}/signature", h: s.signer},
		{motif: "GET /arrets", h: s.gels},
		{motif: "POST /arrets", h: s.geler},
		{motif: "GET /controles", h: s.controles},
	}
}

// api lists the routes of the API; openapi.json describes each of them.
func (s *site) api() []route {
	return []route{
		{motif: "POST /api/v1/calculs", h: s.calculer},
		{motif: "GET /api/v1/schemas/{nom}", h: s.schema},
		{motif: "GET /api/v1/openapi.json", h: s.openapi},
	}
}
