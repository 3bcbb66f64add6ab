package web

import (
	"cmp"
	"net/http"

	"accord/app"
	"accord/libelle"
)

// pagePersonne is a person with several dossiers, or with none yet.
type pagePersonne struct {
	Nom, NIR  string
	Essai     bool
	Freres    []frere
	Recus     []envoi
	Courriers []courrier
}

// personne shows the dossiers of a person to choose from. A person with only
// one is led to it.
func (s *site) personne(w http.ResponseWriter, r *http.Request, vue *app.Vue) error {
	if vue.Numero == "" && len(vue.Etapes) == 1 {
		http.Redirect(w, r, adresseVue(vue), http.StatusSeeOther)
		return nil
	}
	p := &pagePersonne{
		Nom: nomDe(&vue.Calcul.Situation.Identite), NIR: vue.NIR.String(), Essai: vue.Essai, Freres: freres(vue),
		Recus: recus(vue.Pieces, func(empreinte string) string {
			return "/dossiers/" + cmp.Or(vue.Numero, vue.Personne) + "/pieces/" + empreinte
		}),
		Courriers: courriers(vue.Messages, func(code string) string { return libelle.ActeurA(code, "") }),
	}
	page := s.nouvellePage("Dossiers de "+p.Nom, lien{"Dossiers", "/"})
	page.Contenu = p
	return s.ecrire(w, http.StatusOK, "personne", page)
}
