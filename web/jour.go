package web

import (
	"net/http"
	"strings"
	"unicode/utf8"

	"accord/clock"
	"accord/droit"
	"accord/libelle"
	"accord/paiement"
	v "accord/valeur"
)

// pageJour is one day of a dossier: why it is what it is.
type pageJour struct {
	Titre      string
	Nom        string
	Lignes     []ligneJour
	Avant      string // address of the day before in the dossier
	Apres      string
	AvantTitre string
	ApresTitre string
}

// ligneJour is the day of one activity line.
type ligneJour struct {
	Ligne        string
	Risque       string
	Aspect       libelle.Aspect
	Mot          libelle.Mot
	IJ           v.Centimes
	Certain      bool // the amount is what is certain of a day that waits
	Destinataire string
	Regle        regle
	Etapes       []etape // steps of the computation under the same rule
	Paiements    []paiementJour
	Attentes     []attente
	Quitte       bool
	Signee       string // who signed the adverse decision
}

// paiementJour is what one order paid for the day.
type paiementJour struct {
	Href, ID  string
	Montant   v.Centimes
	Etat      string
	Aspect    libelle.Aspect
	Le        v.Jour
	Reference string
}

// jour shows one day of a dossier.
func (s *site) jour(w http.ResponseWriter, r *http.Request) error {
	d, err := v.ParseJour(r.PathValue("date"))
	if err != nil {
		return errAdresse
	}
	f, _, err := s.ouvrir(r)
	if err != nil {
		return err
	}
	if f == nil {
		return errAbsent
	}
	p := f.pageJour(d)
	if p == nil {
		return &faute{statut: http.StatusNotFound, titre: "Jour hors du dossier", phrase: "Le " + d.EnLettres() + " n'est pas un jour de ce dossier : aucun arrêt ne le couvre."}
	}
	page := s.nouvellePage(p.Titre+", dossier de "+p.Nom, lien{"Dossiers", "/"}, lien{p.Nom, "/dossiers/" + f.Numero})
	page.Ici, page.Contenu = p.Titre, p
	return s.ecrire(w, http.StatusOK, "jour", page)
}

func (f *fiche) pageJour(d v.Jour) *pageJour {
	p := &pageJour{Titre: majuscule(libelle.JourEnLettres(d)), Nom: nomDe(&f.Calcul.Situation.Identite)}
	as := f.attentes()
	for i := range f.Jours {
		j := &f.Jours[i]
		switch {
		case j.Jour < d:
			p.Avant, p.AvantTitre = f.adresseJour(j.Jour), libelle.JourEnLettres(j.Jour)
		case j.Jour == d:
			p.Lignes = append(p.Lignes, f.ligneJour(j, as))
		case p.Apres == "":
			p.Apres, p.ApresTitre = f.adresseJour(j.Jour), libelle.JourEnLettres(j.Jour)
		}
	}
	if len(p.Lignes) == 0 {
		return nil
	}
	return p
}

func (f *fiche) ligneJour(j *jour, as []attente) ligneJour {
	l := ligneJour{
		Ligne: f.nomLigne(j.Ligne), Risque: libelle.Risque(j.Risque), Aspect: j.Aspect, Mot: j.Aspect.Mot(), IJ: j.montant(),
		Certain: j.Aspect.EnAttente(), Destinataire: f.destinataire(j.Destinataire), Regle: f.regle(j.Regle), Quitte: j.Quitte,
	}
	var es []droit.Etape
	for _, e := range f.Calcul.Resultat.Explication {
		if e.Regle == j.Regle && j.Regle != "" && e.ParleDe(j.Jour) {
			es = append(es, e)
		}
	}
	l.Etapes = etapes(f.table, es)
	for _, m := range j.Mouvements {
		l.Paiements = append(l.Paiements, f.paiementJour(m))
	}
	if j.Aspect.EnAttente() {
		l.Attentes = duJour(as, j)
	}
	for i := range f.Proposees {
		if p := &f.Proposees[i]; p.Signee != nil && p.Ligne == j.Ligne && p.Regle == j.Regle && p.Periode.Contient(j.Jour) {
			l.Signee = p.Signee.Par
		}
	}
	return l
}

func (f *fiche) paiementJour(m mouvement) paiementJour {
	o := m.Ordre
	p := paiementJour{
		Href: "/ordres/" + o.ID, ID: o.ID, Montant: m.Montant, Etat: libelle.EtatOrdre(o.Etat), Aspect: aspectOrdre(o), Le: o.CreeLe, Reference: o.Reference(),
	}
	for _, a := range f.Actes[o.ID] {
		if a.Vers == paiement.Emis || a.Vers == paiement.SansFlux {
			p.Le = clock.JourDe(a.Le)
		}
	}
	return p
}

// majuscule puts a capital at the head of a text.
func majuscule(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
