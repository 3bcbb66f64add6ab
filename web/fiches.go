package web

import (
	"cmp"
	"net/http"
	"slices"

	"accord/app"
	"accord/clock"
	"accord/libelle"
	"accord/paiement"
	v "accord/valeur"
)

// ficheVue is one record of a person, as its pages show it.
type ficheVue struct {
	Href          string
	ID            string
	Numero, Genre string // masked number, and what kind of number it is
	Conduit       bool
	Depuis        string // when it was attached, to which, by whom and why
	A             string
	Par, Role     string
	Motif         string
	Pieces        int
	Paiements     int
	Brut          v.Centimes // of what it holds, cancelled orders left out
	Separer       string     // where to part it from the others; empty when nothing may
}

// fichesDe lists the records of a person, the one that leads first. Nothing when
// she has only one.
func fichesDe(vue *app.Vue) []ficheVue {
	if len(vue.Fiches) < 2 {
		return nil
	}
	fs := make([]ficheVue, len(vue.Fiches))
	for i := range vue.Fiches {
		fs[i] = uneFiche(vue, &vue.Fiches[i])
	}
	return fs
}

func uneFiche(vue *app.Vue, x *app.Fiche) ficheVue {
	f := ficheVue{
		Href: "/dossiers/" + cmp.Or(vue.Numero, vue.Personne) + "/fiches/" + x.Personne, ID: x.Personne,
		Numero: x.NIR.String(), Genre: libelle.Numero(x.NIR), Conduit: x.Acte == nil,
	}
	if a := x.Acte; a != nil {
		f.A = numeroDe(vue, a.Valeur)
		f.Depuis, f.Par, f.Role, f.Motif = clock.Texte(a.Instant), a.Auteur().String(), libelle.Role(a.Role), a.Motif
		if vue.Numero != "" {
			f.Separer = "/dossiers/" + vue.Numero + "/actes/detacher?objet=" + x.Personne
		}
	}
	for i := range vue.Pieces {
		if vue.Pieces[i].Personne == x.Personne {
			f.Pieces++
		}
	}
	for _, o := range vue.Ordres {
		if o.Personne == x.Personne && o.Etat != paiement.Annule {
			f.Paiements++
			f.Brut += o.Total.Brut
		}
	}
	return f
}

// numeroDe is the masked number of one of the records of a person.
func numeroDe(vue *app.Vue, fiche string) string {
	for i := range vue.Fiches {
		if vue.Fiches[i].Personne == fiche {
			return vue.Fiches[i].NIR.String()
		}
	}
	return fiche
}

// suivent lists the numbers of the records that are attached to one, through others
// or not: they stay with it when it is parted from the rest.
func suivent(vue *app.Vue, fiche string) (numeros []string) {
	for i := range vue.Fiches {
		if a := vue.Fiches[i].Acte; a != nil && a.Valeur == fiche {
			numeros = append(append(numeros, vue.Fiches[i].NIR.String()), suivent(vue, vue.Fiches[i].Personne)...)
		}
	}
	return numeros
}

// pageFiche is one record of a person: what came and what was paid under it.
type pageFiche struct {
	ficheVue
	Nom        string
	Essai      bool
	Retour     string
	Recus      []envoi
	Courriers  []courrier
	Versements []versement
	Retenus    []retenu // none: what waits is of the person, not of a record
}

// voirFiche shows one record of the person whom the address names.
func (s *site) voirFiche(w http.ResponseWriter, r *http.Request) error {
	_, vue, err := s.ouvrir(r)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(vue.Fiches, func(f app.Fiche) bool { return f.Personne == r.PathValue("fiche") })
	if i < 0 {
		return errAbsent
	}
	id := cmp.Or(vue.Numero, vue.Personne)
	p := &pageFiche{ficheVue: uneFiche(vue, &vue.Fiches[i]), Nom: nomDe(&vue.Calcul.Situation.Identite), Essai: vue.Essai, Retour: "/dossiers/" + id}
	sienne := func(fiche string) bool { return fiche == p.ID }
	p.Recus = recus(filtrer(vue.Pieces, func(x *app.PieceRecue) bool { return sienne(x.Personne) }), func(empreinte string) string { return p.Retour + "/pieces/" + empreinte })
	p.Courriers = courriers(filtrer(vue.Messages, func(x *app.Message) bool { return sienne(x.Personne) }), func(code string) string { return libelle.Acteur(code, "") })
	p.Versements = versements(vue, func(o *paiement.Ordre) bool { return sienne(o.Personne) })
	page := s.nouvellePage("Fiche "+p.Numero+" ("+p.ID+") de "+p.Nom, lien{"Dossiers", "/"}, lien{p.Nom, p.Retour})
	page.Ici, page.Contenu = "Fiche "+p.Numero, p
	return s.ecrire(w, http.StatusOK, "fiche", page)
}

// filtrer keeps some of a list, which it leaves as it is.
func filtrer[T any](xs []T, garde func(*T) bool) []T {
	return slices.DeleteFunc(slices.Clone(xs), func(x T) bool { return !garde(&x) })
}
