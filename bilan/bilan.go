// Package bilan prints the counters of a caisse as a person reads them: plain
// French text, in columns.
//
// It knows the counters and their words; it knows nothing of how they are
// counted, of storage or of the terminal.
package bilan

import (
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/libelle"
)

// EcrireEtat prints the counters.
func EcrireEtat(w io.Writer, e *app.Etat) error {
	var b texte
	b.titre("État de la caisse au " + libelle.JourEnLettres(e.Jour))
	b.ligne("Personnes connues", libelle.Nombre(e.Personnes))
	b.ligne("Personnes en arrêt", libelle.Nombre(e.Assures))
	b.ligne("Arrêts prescrits ou signalés", libelle.Nombre(e.Arrets))
	b.ligne("Dossiers", libelle.Nombre(e.Dossiers))
	b.facultatif("Connues par des fichiers d'essai", e.Essais, ", jamais payées")
	b.facultatif("Contenus effacés à l'échéance", e.Effaces, "")
	b.facultatif("Ne peuvent pas être calculées", len(e.Empeches), ", et comptent comme à leur dernier calcul : «accord verifier» les nomme")

	b.titre("Jours échus (un jour d'une activité)")
	b.ligne("Payés", libelle.Nombre(e.Jours.Payes))
	b.ligne("À payer", libelle.Nombre(e.Jours.APayer))
	b.facultatif("Payés en acompte, à régler", e.Jours.SurCompte, "")
	b.ligne("En attente", libelle.Nombre(e.Jours.Attendus))
	b.facultatif("À arbitrer (deux destinataires)", e.Jours.AArbitrer, "")
	b.facultatif("Avec PROGRES", e.Jours.AvecProgres, "")
	b.facultatif("Réglés par PROGRES", e.Jours.ParProgres, "")
	b.ligne("Refusés", libelle.Nombre(e.Jours.Refuses))
	b.ligne("Sans objet (carence…)", libelle.Nombre(e.Jours.SansObjet))

	b.titre("Ce qui n'est pas payé, et de qui on attend")
	for _, a := range e.Attendus {
		b.attendu(a)
	}
	if len(e.Attendus) == 0 {
		b.ligne("Rien", "tout ce qui est dû est payé")
	}

	if x := e.Progres; x.Jours > 0 {
		b.titre("Avec PROGRES, compté aussi ci-dessus et dans les retards")
		b.ligne("Pas vus payés", nombres(x.Jours, x.Personnes, x.Brut))
		b.ligne("Plus ancien jour", x.Ancien.EnLettres()+", il y a "+libelle.Jours(int(e.Jour-x.Ancien)))
	}

	b.titre("Euros")
	b.ligne("Versés, brut", e.Sommes.BrutVerse.Euros())
	b.ligne("Versés, net", e.Sommes.NetVerse.Euros())
	if e.Sommes.Acomptes > 0 {
		b.ligne("Versés en acompte, à régler, brut", e.Sommes.Acomptes.Euros())
	}
	b.ligne("Reste dû, brut", e.Sommes.BrutDu.Euros())
	b.ligne("Reste dû, net", e.Sommes.NetDu.Euros())
	b.ligne("Versés en trop, brut", e.Sommes.TropVerse.Euros())

	b.titre("Délais, de la réception de l'avis d'arrêt au premier paiement")
	b.delais(&e.Delais)
	if len(e.Parts) > 1 {
		b.titre("Délais par prestation")
		for i := range e.Parts {
			b.part(&e.Parts[i])
		}
	}

	b.retards(e)
	b.prejudice(e)
	b.mains(e)
	_, err := io.WriteString(w, b.String())
	return err
}

// texte is text in two columns.
type texte struct{ strings.Builder }

const largeur = 34

func (b *texte) titre(s string) {
	if b.Len() > 0 {
		b.WriteString("\n")
	}
	b.WriteString(s + "\n")
}

func (b *texte) ligne(quoi, combien string) {
	n := max(1, largeur-len([]rune(quoi)))
	b.WriteString("  " + quoi + strings.Repeat(" ", n) + combien + "\n")
}

func (b *texte) facultatif(quoi string, n int, suite string) {
	if n > 0 {
		b.ligne(quoi, libelle.Nombre(n)+suite)
	}
}

func (b *texte) attendu(a app.Attendu) {
	quoi := "Paiement à sa date"
	if a.Acteur != "" {
		quoi = majuscule(libelle.Acteur(a.Acteur, ""))
	}
	b.ligne(quoi, nombres(a.Jours, a.Personnes, a.Brut))
}

func (b *texte) delais(d *app.Delais) {
	if d.Dossiers == 0 {
		b.ligne("Aucun dossier à payer", "")
		return
	}
	b.ligne("La moitié des dossiers", "en "+libelle.Jours(d.P50)+" au plus (p50)")
	b.ligne("Neuf sur dix", "en "+libelle.Jours(d.P90)+" au plus (p90)")
	b.ligne("Quatre-vingt-dix-neuf sur cent", "en "+libelle.Jours(d.P99)+" au plus (p99)")
	b.ligne("Le plus long", libelle.Jours(d.Max))
	b.ligne("Dossiers comptés", libelle.Nombre(d.Dossiers)+", dont "+libelle.Nombre(d.Impayes)+" jamais payés, comptés à leur âge d'aujourd'hui")
}

// part says the delays of one benefit on a line.
func (b *texte) part(p *app.DelaisPrestation) {
	quoi := majuscule(libelle.Risque(p.Risque))
	if p.TempsPartiel {
		quoi = "  dont temps partiel, mois échu"
	}
	suite := fmt.Sprintf("p50 %s, p90 %s, p99 %s ; %s", libelle.Jours(p.P50), libelle.Jours(p.P90), libelle.Jours(p.P99), libelle.Compte(p.Dossiers, "dossier", "dossiers"))
	if p.Ancien > 0 {
		suite += ", plus ancien jour impayé il y a " + libelle.Jours(p.Ancien)
	}
	b.ligne(quoi, suite)
}

func (b *texte) ancien(j *app.JourImpaye) {
	if j.Jour == 0 {
		b.ligne("Plus ancien jour impayé", "aucun")
		return
	}
	b.ligne("Plus ancien jour impayé", j.Jour.EnLettres()+", il y a "+libelle.Jours(j.Age))
	b.ligne("  dossier", j.Dossier)
	b.ligne("  attendu", attenduDe(j.Acteur, j.Nom))
	b.ligne("  pourquoi", j.Phrase)
}

func attenduDe(acteur, nom string) string {
	if acteur == "" {
		return "personne : le paiement a sa date"
	}
	return libelle.Acteur(acteur, nom)
}

func majuscule(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
