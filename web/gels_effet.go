package web

import (
	"cmp"
	"net/http"
	"strings"

	"accord/app"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"
)

// pageArret shows what making, confirming or lifting a stop would change, before it is done.
type pageArret struct {
	Titre  string
	Agent  *agent
	Effet  effetGel
	Caches []champ // what is sent again when it is done
	Motif  string
	Bouton string
	Saisir bool // it may be gone back to the form
}

// effetGel is what a gesture on a stop would change, said.
type effetGel struct {
	*app.EffetGel
	Leve      bool // it is lifted: what it held is paid
	Lot       bool
	Tenues    []tenue
	Annulees  []annulee
	Autres    [2]int // lines of each list that are not shown
	Brut, Net v.Centimes
	Paierait  string
	Attendent []string // why something would still not be paid
	Partiel   bool     // not everyone was looked at
	Reste     string   // who and what was not
	Sautes    []string // who cannot be computed
}

// tenue is a dossier of which a stop holds days.
type tenue struct {
	app.PersonneTenue
	Dates string
}

// annulee is an order that a stop would cancel.
type annulee struct {
	app.OrdreAnnule
	Qui, Etat string
}

// lignesGel is how many lines of a list a page shows.
const lignesGel = 20

// montrerGel shows what a gesture would change.
func (s *site) montrerGel(w http.ResponseWriter, r *http.Request, g decision.GesteGel, envoye saisie) error {
	e, err := s.bureau.SimulerGel(r.Context(), g, app.PersonnesPrevues)
	if err != nil {
		return err
	}
	p := &pageArret{Agent: s.agent(r), Effet: lireEffetGel(e), Motif: g.Motif, Saisir: g.Geste == decision.Arreter}
	quoi := libelle.GenreGel(e.Genre) + " " + cmp.Or(e.Nom, e.Objet)
	switch {
	case g.Geste == decision.ConfirmerArret:
		p.Titre, p.Bouton = "Confirmer l'arrêt : "+quoi, "Confirmer l'arrêt"
	case e.SansEffet:
		p.Titre, p.Bouton = "Abandonner l'arrêt : "+quoi, "Abandonner l'arrêt"
	case g.Geste == decision.Reprendre:
		p.Titre, p.Bouton = "Reprendre les paiements : "+quoi, "Reprendre les paiements"
	case e.ADeux:
		p.Titre, p.Bouton = "Arrêter les paiements : "+quoi, "Arrêter, à confirmer par une autre personne"
	default:
		p.Titre, p.Bouton = "Arrêter les paiements : "+quoi, "Arrêter ces paiements"
	}
	for _, nom := range append([]string{"geste", "arret"}, champsGel...) {
		if envoye[nom] != "" {
			p.Caches = append(p.Caches, champ{Nom: nom, Valeur: envoye[nom]})
		}
	}
	page := s.nouvellePage(p.Titre, lien{"Dossiers", "/"}, lien{"Arrêts de paiement", "/arrets"})
	page.Contenu = p
	return s.ecrire(w, http.StatusOK, "arret", page)
}

func lireEffetGel(e *app.EffetGel) effetGel {
	x := effetGel{EffetGel: e, Leve: e.Geste == decision.Reprendre, Lot: e.Genre == decision.GelLot, Paierait: libelle.Paierait(e.Paye)}
	x.Reste = libelle.PasRegarde(e.Laisses, e.OrdresLaisses)
	x.Partiel = x.Reste != ""
	for i := range e.Annules {
		o := &e.Annules[i]
		x.Brut, x.Net = x.Brut+o.Brut, x.Net+o.Net
		if i < lignesGel {
			x.Annulees = append(x.Annulees, annulee{*o, cmp.Or(o.Nom, o.Personne), libelle.EtatOrdre(o.Etat)})
		}
	}
	for _, p := range e.Personnes[:min(lignesGel, len(e.Personnes))] {
		var dates []string
		for _, d := range p.Periodes {
			dates = append(dates, d.String())
		}
		x.Tenues = append(x.Tenues, tenue{p, strings.Join(dates, ", ")})
	}
	x.Autres = [2]int{len(e.Personnes) - len(x.Tenues), len(e.Annules) - len(x.Annulees)}
	for _, a := range e.Attend {
		motif := majuscule(libelle.Cause(string(a.Motif)))
		if a.Gel != "" {
			motif = "Retenu aussi par l'arrêt " + a.Gel
		}
		x.Attendent = append(x.Attendent, motif+" : "+libelle.Jours(a.Jours)+", "+a.Brut.Euros())
	}
	for _, s := range e.Empeches {
		x.Sautes = append(x.Sautes, s.Personne)
	}
	return x
}
