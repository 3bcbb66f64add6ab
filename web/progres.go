package web

import (
	"net/http"
	"net/url"
	"strings"

	"accord/dossier"
	"accord/libelle"
)

// offre reports whether an act makes sense on the dossier as it is.
func (f *fiche) offre(n dossier.NatureIntervention) bool {
	switch n {
	case dossier.Detacher:
		return len(f.Fiches) > 1
	case dossier.RendreAProgres:
		return len(f.RendusDe(f.Numero, false)) == 0
	case dossier.ReprendreDeProgres:
		return len(f.RendusDe(f.Numero, false)) > 0
	case dossier.ConstaterProgres:
		return len(f.RendusDe(f.Numero, true)) > 0
	case dossier.TransmettreAProgres:
		return len(f.ATransmettre(f.Numero)) > 0
	}
	return true
}

// gestesProgres are the acts that a dossier given back to PROGRES, or come back from it, calls for.
func (f *fiche) gestesProgres() (ls []lien) {
	ajouter := func(n dossier.NatureIntervention, objet string) {
		q := url.Values{"objet": {objet}}
		ls = append(ls, lien{majuscule(libelle.Intervention(n)), "/dossiers/" + f.Numero + "/actes/" + string(n) + "?" + q.Encode()})
	}
	for _, p := range f.ATransmettre(f.Numero) {
		ajouter(dossier.TransmettreAProgres, p)
	}
	la := f.RendusDe(f.Numero, false)
	for i := range la {
		ajouter(dossier.ConstaterProgres, la[i].ID)
		ajouter(dossier.ReprendreDeProgres, la[i].ID)
	}
	if revenus := f.RevenusADire(f.Numero); len(la) == 0 {
		for i := range revenus {
			ajouter(dossier.ConstaterProgres, revenus[i].ID)
		}
	}
	if len(la) > 0 {
		ls = append(ls, lien{"Feuille de retour", "/dossiers/" + f.Numero + "/retour"}, lien{"La même, pour un logiciel", "/dossiers/" + f.Numero + "/retour.json"})
	}
	return ls
}

// feuilleRetour serves the sheet of a dossier, as text or as JSON.
func (s *site) feuilleRetour(w http.ResponseWriter, r *http.Request) error {
	f, err := s.fiche(r)
	if err != nil {
		return err
	}
	if s.options.FeuilleRetour == nil {
		return errAbsent
	}
	texte, json, err := s.options.FeuilleRetour(f.Vue, f.Numero, s.options.Caisse)
	if err != nil {
		return err
	}
	if strings.HasSuffix(r.URL.Path, ".json") {
		ecrireCorps(w, "application/json", http.StatusOK, json)
		return nil
	}
	ecrireCorps(w, "text/plain; charset=utf-8", http.StatusOK, []byte(texte))
	return nil
}

// objetsProgres lists what an act about PROGRES may be about; false for any other act.
func (f *fiche) objetsProgres(n dossier.NatureIntervention) (cs []option, siens bool) {
	switch n {
	case dossier.TransmettreAProgres:
		for _, p := range f.ATransmettre(f.Numero) {
			o := option{Valeur: p, Texte: "Pièce " + p[:min(12, len(p))]}
			if x := f.pieces[p]; x != nil {
				o.Texte = majuscule(libelle.Piece(x.Genre)) + " " + x.NomFichier
			}
			cs = append(cs, o)
		}
		return cs, true
	case dossier.ConstaterProgres, dossier.ReprendreDeProgres:
		for _, a := range f.RendusDe(f.Numero, n == dossier.ConstaterProgres) {
			cs = append(cs, option{Valeur: a.ID, Texte: "Rendu à partir du " + a.Periode.Du.Francais() + ", par " + a.Par})
		}
		return cs, true
	}
	return nil, false
}
