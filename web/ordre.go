package web

import (
	"net/http"
	"regexp"
	"strings"

	"accord/clock"
	"accord/droit"
	"accord/libelle"
	"accord/paiement"
	v "accord/valeur"
)

// formeOrdre is that of the identifier of an order.
var formeOrdre = regexp.MustCompile(`^[0-9A-Z]{8,32}$`)

// pageOrdre is an order of payment and its computation sheet.
type pageOrdre struct {
	ID, Dossier string
	HrefDossier string
	Fiche       string // that holds it, when it is not the one of the dossier
	CreeLe      v.Jour
	Etat        string
	Aspect      libelle.Aspect
	A           string
	Titulaire   string
	IBAN        string
	Reference   string
	Lot         string
	Regles      string
	Jours       int
	Periode     v.Periode
	Lignes      []ligneOrdre
	Total       droit.Prelevements
	Actes       []acte
	Feuille     []etape
}

// ligneOrdre is one line of an order.
type ligneOrdre struct {
	Periode    v.Periode
	Jours      int
	Risque     string
	Activite   string
	Unitaire   v.Option[v.Centimes]
	Correction string // the line that it corrects
	Exonere    bool
	droit.Prelevements
}

// acte is what someone did to an order.
type acte struct{ Quoi, Par, Le, Motif string }

// ordre shows one order of payment.
func (s *site) ordre(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	if !formeOrdre.MatchString(id) {
		return errAbsent
	}
	o, actes, err := s.bureau.Ordre(r.Context(), id)
	if err != nil {
		return err
	}
	p := &pageOrdre{
		ID: o.ID, Dossier: o.Dossier, HrefDossier: "/dossiers/" + o.Dossier, CreeLe: o.CreeLe, Etat: libelle.EtatOrdre(o.Etat), Aspect: aspectOrdre(o),
		A: libelle.Destinataire(o.Destinataire, ""), Titulaire: o.Compte.Titulaire, IBAN: o.Compte.IBAN.String(), Reference: o.Reference(), Lot: o.Lot,
		Regles: o.Regles, Total: o.Total, Feuille: etapes(s.bureau.Table(), o.Feuille),
	}
	if !strings.HasPrefix(o.Dossier, o.Personne) {
		p.Fiche = o.Personne
	}
	p.Jours, p.Periode = etendue(o)
	for i := range o.Lignes {
		p.Lignes = append(p.Lignes, ligneDOrdre(&o.Lignes[i]))
	}
	for _, a := range actes {
		p.Actes = append(p.Actes, acte{libelle.Acte(a.Vers), a.Auteur().String(), clock.Texte(a.Le), a.Motif})
	}
	page := s.nouvellePage("Paiement "+o.ID, lien{"Dossiers", "/"}, lien{"Dossier " + o.Dossier, p.HrefDossier})
	page.Contenu = p
	return s.ecrire(w, http.StatusOK, "ordre", page)
}

func ligneDOrdre(l *paiement.Ligne) ligneOrdre {
	x := ligneOrdre{
		Periode: l.Periode, Jours: len(l.Jours), Risque: libelle.Risque(l.Risque), Activite: l.Activite, Exonere: l.Exonere, Prelevements: l.Prelevements,
	}
	if u, ok := l.Unitaire(); ok {
		x.Unitaire = v.Connu(u)
	}
	if l.Correction() {
		x.Correction = l.Racine
	}
	return x
}
