package web

import (
	"net/http"

	"accord/app"
	"accord/libelle"
	"accord/suivi"
	v "accord/valeur"
)

// pageControles is the payments drawn to be looked at, and what was found.
type pageControles struct {
	Depuis  v.Jour
	AFaire  []controleAFaire
	Comptes []compteControle
}

type controleAFaire struct {
	app.ControleAFaire
	NatureDite string
	Href, Acte string // addresses
	Delai      string // by when someone looks at it, and to whom it is carried
	Retard     bool
}

type compteControle struct {
	app.CompteControle
	NatureDite string
}

// controles lists the payments that the machine made alone, drawn at random, for
// someone to look at.
func (s *site) controles(w http.ResponseWriter, r *http.Request) error {
	b, err := s.bureau.Controles(r.Context())
	if err != nil {
		return err
	}
	p := &pageControles{Depuis: b.Depuis}
	jour := s.bureau.Clock().Jour()
	for _, k := range b.AFaire {
		adresse, cours := "/dossiers/"+k.Dossier, suivi.CoursControle(k.Le, jour)
		p.AFaire = append(p.AFaire, controleAFaire{k, libelle.NaturePaiement(k.Nature), adresse, adresse + "/actes/controler?objet=" + k.Ordre, cours.Dire(jour), jour > cours.Echeance})
	}
	for _, c := range b.Comptes {
		p.Comptes = append(p.Comptes, compteControle{c, libelle.NaturePaiement(c.Nature)})
	}
	page := s.nouvellePage("Contrôles tirés au sort", lien{"Dossiers", "/"})
	page.Contenu = p
	return s.ecrire(w, http.StatusOK, "controles", page)
}
