package web

import (
	"net/http"

	"accord/app"
	"accord/libelle"
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
	for _, k := range b.AFaire {
		adresse := "/dossiers/" + k.Dossier
		p.AFaire = append(p.AFaire, controleAFaire{k, libelle.NaturePaiement(k.Nature), adresse, adresse + "/actes/controler?objet=" + k.Ordre})
	}
	for _, c := range b.Comptes {
		p.Comptes = append(p.Comptes, compteControle{c, libelle.NaturePaiement(c.Nature)})
	}
	page := s.nouvellePage("Contrôles tirés au sort", lien{"Dossiers", "/"})
	page.Contenu = p
	return s.ecrire(w, http.StatusOK, "controles", page)
}
