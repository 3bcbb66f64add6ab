package web

import (
	"errors"
	"net/http"
	"regexp"
	"strings"

	"accord/app"
	v "accord/valeur"
)

// tailleRecherche bounds the form of the search.
const tailleRecherche = 4 << 10

// formeReference is that of a person's identifier, and of a dossier's number.
var formeReference = regexp.MustCompile(`^[0-9A-Z]{12}(-[0-9]{8})?$`)

// formeNombre is that of what was meant as a NIR.
var formeNombre = regexp.MustCompile(`^[0-9][0-9AB]{11,15}$`)

// pageRecherche shows the form again and says why it found nothing.
type pageRecherche struct {
	Saisie string
	Phrase string
}

// rechercher leads to a dossier from a NIR, a dossier number or the identifier
// of a person. The form is posted, so that a NIR never stands in an address.
func (s *site) rechercher(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, tailleRecherche)
	if err := r.ParseForm(); err != nil {
		return &faute{statut: http.StatusBadRequest, titre: "Recherche illisible", phrase: "La recherche n'a pas pu être lue. Revenez à la liste et recommencez."}
	}
	saisie := strings.TrimSpace(r.PostForm.Get("q"))
	reference, phrase := lireReference(saisie)
	if phrase != "" {
		return s.sansResultat(w, http.StatusUnprocessableEntity, saisie, phrase)
	}
	vue, err := s.bureau.Consulter(r.Context(), reference)
	if errors.Is(err, app.ErrAbsent) {
		return s.sansResultat(w, http.StatusNotFound, saisie, "Aucune personne et aucun dossier ne porte ce numéro dans la base. Vérifiez chaque caractère ; si un arrêt vient d'être envoyé, il n'est peut-être pas encore reçu.")
	}
	if err != nil {
		return err
	}
	adresse := adresseVue(vue)
	if s.exterieur(r) {
		if adresse = adresseDehors(vue); adresse == "" {
			return s.sansResultat(w, http.StatusNotFound, saisie, "Cette personne est connue de la caisse, qui n'a reçu aucun arrêt ni congé d'elle : adressez-vous à l'accueil.")
		}
	}
	http.Redirect(w, r, adresse, http.StatusSeeOther)
	return nil
}

// lireReference checks what was typed before it goes anywhere.
func lireReference(saisie string) (reference, phrase string) {
	compact := strings.ToUpper(strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ".", "").Replace(saisie))
	if compact == "" {
		return "", "Tapez un NIR, un numéro de dossier ou l'identifiant d'une personne."
	}
	nir, err := v.ParseNIR(compact)
	switch {
	case err == nil:
		return nir.Clair(), ""
	case errors.Is(err, v.ErrCleNIR):
		return "", "La clé de ce NIR est fausse : un des quinze caractères est à corriger."
	case formeReference.MatchString(compact):
		return compact, ""
	case formeNombre.MatchString(compact):
		return "", "Ce numéro n'est pas un NIR : il faut treize caractères, ou quinze avec la clé."
	}
	return "", "Ce n'est ni un NIR (13 ou 15 caractères), ni un numéro de dossier (12 caractères, un tiret, une date), ni l'identifiant d'une personne (12 caractères)."
}

func (s *site) sansResultat(w http.ResponseWriter, statut int, saisie, phrase string) error {
	p := s.nouvellePage("Recherche", lien{"Dossiers", "/"})
	p.Contenu = &pageRecherche{saisie, phrase}
	return s.ecrire(w, statut, "recherche", p)
}

// adresseVue leads to the dossier that was asked for; to the only dossier of a
// person, or to the choice between several.
func adresseVue(vue *app.Vue) string {
	switch {
	case vue.Numero != "":
		return "/dossiers/" + vue.Numero
	case len(vue.Etapes) == 1:
		return "/dossiers/" + app.NumeroDossier(vue.Personne, &vue.Etapes[0].Chaine)
	}
	return "/dossiers/" + vue.Personne
}
