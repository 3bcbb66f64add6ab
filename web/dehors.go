package web

import (
	"net/http"

	"accord/app"
	"accord/decision"
)

// errDehors answers whoever is outside the caisse and asks for what only its agents read.
var errDehors = &faute{
	statut: http.StatusForbidden, titre: "Page réservée aux agents de la caisse",
	phrase: "Un partenaire ne lit ni les dossiers, ni les paiements, ni les listes : " + phraseDehors,
}

const phraseDehors = "il signale une urgence ou une réclamation. Cherchez la personne par son NIR ou le numéro de son dossier : la caisse la rappelle, et lui donne la suite."

// exterieur reports whether whoever is at the desk is outside the caisse.
func (s *site) exterieur(r *http.Request) bool {
	a := s.agent(r)
	return a != nil && decision.Exterieur(a.Role)
}

// dedans keeps a page for those of the caisse: what is known of a person is not for a
// partner, who says what he sees and is answered through the person.
func (s *site) dedans(h func(http.ResponseWriter, *http.Request) error) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		if s.exterieur(r) {
			return errDehors
		}
		return h(w, r)
	}
}

// accueilDehors is the first page of a partner: he looks for a person, and says what he sees.
func (s *site) accueilDehors(w http.ResponseWriter) error {
	p := s.nouvellePage("Signaler")
	p.Ici = "Signaler"
	p.Contenu = "Un partenaire ne lit pas les dossiers : " + phraseDehors
	return s.ecrire(w, http.StatusOK, "dehors", p)
}

// adresseDehors leads a partner to what he may do on a dossier; of several, the last one: what
// he says is of the person. It is empty when nothing came of that person yet.
func adresseDehors(vue *app.Vue) string {
	numero := vue.Numero
	if n := len(vue.Etapes); numero == "" && n > 0 {
		numero = app.NumeroDossier(vue.Personne, &vue.Etapes[n-1].Chaine)
	}
	if numero == "" {
		return ""
	}
	return "/dossiers/" + numero + "/actes"
}

// nomPour names a dossier: by its number to someone outside the caisse, who is told no name.
func (s *site) nomPour(r *http.Request, f *fiche) string {
	if s.exterieur(r) {
		return f.Numero
	}
	return nomDe(&f.Calcul.Situation.Identite)
}
