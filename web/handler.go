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
	motif string
	h     func(http.ResponseWriter, *http.Request) error
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
		s.mux.HandleFunc(r.motif, s.page(r.h))
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
		{"GET /{$}", s.liste},
		{"POST /recherche", s.rechercher},
		{"GET /dossiers/{id}", s.dossier},
		{"GET /dossiers/{id}/jours/{date}", s.jour},
		{"GET /dossiers/{id}/pieces/{empreinte}", s.piece},
		{"GET /dossiers/{id}/pieces/{empreinte}/fichier", s.fichierJoint},
		{"GET /dossiers/{id}/fiches/{fiche}", s.voirFiche},
		{"GET /ordres/{id}", s.ordre},
		{"GET /moi", s.moi},
		{"POST /moi", s.seNommer},
		{"GET /dossiers/{id}/actes", s.actes},
		{"GET /dossiers/{id}/actes/{nature}", s.acte},
		{"POST /dossiers/{id}/actes/{nature}", s.agir},
		{"GET /arrets", s.gels},
		{"POST /arrets", s.geler},
		{"GET /controles", s.controles},
	}
}

// api lists the routes of the API; openapi.json describes each of them.
func (s *site) api() []route {
	return []route{
		{"POST /api/v1/calculs", s.calculer},
		{"GET /api/v1/schemas/{nom}", s.schema},
		{"GET /api/v1/openapi.json", s.openapi},
	}
}
