package calcul

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"accord/droit"
	v "accord/valeur"
)

// Expliquer tells a result in French, as a letter would: who and when, the
// right, the amount step by step, the calendar, what is paid and to whom, what
// is missing and from whom. Plain text of 80 columns, UTF-8.
func Expliquer(w io.Writer, cas *droit.Cas, res *droit.Resultat) error {
	r := recit{cas: cas, res: res}
	r.entete()
	r.enBref()
	r.situation()
	r.arrets()
	r.droits()
	r.bases()
	r.etapes()
	r.calendriers()
	r.periodes()
	r.forfaits()
	r.differences()
	r.certain()
	r.manques()
	r.avis()
	_, err := w.Write(r.Bytes())
	return err
}

// recit writes one result as a text.
type recit struct {
	page
	cas *droit.Cas
	res *droit.Resultat
}

// propre is a text of the case without what could command a terminal.
func propre(s string) string { return strings.Join(mots(s), " ") }

func (r *recit) entete() {
	titre, dossier := "Indemnités journalières", ""
	if r.cas.ID != "" {
		dossier = "dossier «" + abreger(propre(r.cas.ID)) + "»"
	}
	espace := largeur - utf8.RuneCountInString(titre) - utf8.RuneCountInString(dossier)
	if espace < 2 {
		r.ligne(titre)
		r.paragraphe("", dossier)
	} else {
		r.ligne(titre + strings.Repeat(" ", espace) + dossier)
	}
	r.ligne(strings.Repeat("=", largeur))
	if r.cas.ConnuAu != 0 {
		r.paragraphe("", "Situation connue au "+r.cas.ConnuAu.EnLettres()+".")
	}
}

// enBref answers first the two questions that everyone asks: how much, and what
// is still awaited.
func (r *recit) enBref() {
	r.section("En bref")
	var total droit.Prelevements
	for i := range r.res.Periodes {
		total = total.Plus(r.res.Periodes[i].Prelevements)
	}
	payes, attendus := r.joursDe(droit.Paye), r.joursDe(droit.Attente)
	switch {
	case payes > 0:
		r.paragraphe("", fmt.Sprintf("Vous avez droit à %s d'indemnités journalières : %s bruts, soit %s nets.",
			jours(payes), total.Brut.Euros(), total.Net.Euros())+r.aQui())
	case attendus > 0:
		r.paragraphe("", "Aucun jour ne peut encore être calculé.")
	case len(r.res.Forfaits) == 0:
		r.paragraphe("", "Aucun jour n'est indemnisé."+r.pourquoi())
	}
	if attendus > 0 {
		r.paragraphe("", jours(attendus)+" : le montant dépend de réponses attendues.")
	}
	if n := len(r.res.Manques); n > 0 {
		r.paragraphe("", compter(n, "information")+" à obtenir : voir «Ce qui manque».")
	}
}

// pourquoi gives the last reason that the steps tell for days not paid.
func (r *recit) pourquoi() string {
	for i := len(r.res.Explication) - 1; i >= 0; i-- {
		for _, c := range r.res.Explication[i].Resultat {
			if c.Nom == "etat" && c.Valeur != string(droit.Carence) {
				return " " + r.res.Explication[i].Phrase
			}
		}
	}
	return ""
}

// aQui says who receives the money, when it is not the insured alone.
func (r *recit) aQui() string {
	vous, n := r.netDe(droit.AssureBeneficiaire)
	employeur, m := r.netDe(droit.EmployeurBeneficiaire)
	switch {
	case m == 0:
		return ""
	case n == 0:
		return " Cette somme est versée à votre employeur, puisqu'il maintient votre salaire."
	}
	return fmt.Sprintf(" %s vous sont versés, et %s sont versés à votre employeur, puisqu'il maintient votre salaire.", vous.Euros(), employeur.Euros())
}

// joursDe counts the days that are in a state on one activity line at least.
func (r *recit) joursDe(e droit.Etat) int {
	var dates []v.Jour
	for i := range r.res.Jours {
		if r.res.Jours[i].Etat == e {
			dates = append(dates, r.res.Jours[i].Date)
		}
	}
	slices.Sort(dates)
	return len(slices.Compact(dates))
}

// situation recalls who is concerned, in what work.
func (r *recit) situation() {
	a := &r.cas.Assure
	if a.Naissance == 0 && len(r.cas.Activites) == 0 {
		return
	}
	r.section("Votre situation")
	if a.Naissance != 0 {
		r.paragraphe("- ", "date de naissance : "+a.Naissance.EnLettres()+dateEventuelle(" ; affiliation depuis le ", a.AffilieDepuis)+".")
	}
	for i := range r.cas.Activites {
		x := &r.cas.Activites[i]
		r.paragraphe("- ", decrireActivite(x)+dateEventuelle(", depuis le ", x.Debut)+dateEventuelle(", jusqu'au ", x.Fin)+".")
	}
}

func decrireActivite(a *droit.Activite) string {
	texte := propre(a.ID) + " : " + nommer(nomsNatureActivite, a.Nature)
	if a.Contrat != "" {
		texte += " (" + nommer(nomsContrat, a.Contrat) + ")"
	}
	return texte + motEventuel(", SIRET ", string(a.Employeur))
}

func (r *recit) arrets() {
	if len(r.cas.Arrets) == 0 {
		return
	}
	r.section("Vos arrêts")
	for i := range r.cas.Arrets {
		a := &r.cas.Arrets[i]
		r.paragraphe("- ", propre(a.ID)+" : "+decrireArret(a)+".")
	}
}

func decrireArret(a *droit.Arret) string {
	var parts []string
	if a.Nature != "" {
		parts = append(parts, nommer(nomsNatureArret, a.Nature)+", "+nommer(nomsRisque, a.Risque))
	} else {
		parts = append(parts, nommer(nomsRisque, a.Risque))
	}
	if a.Debut != 0 && a.Fin != 0 {
		parts = append(parts, fmt.Sprintf("%s (%s)", a.Periode().EnLettres(), jours(a.Periode().Jours())))
	} else if suitUnEvenement(a.Risque) {
		parts = append(parts, "aux dates que la loi fixe")
	}
	if a.TempsPartiel {
		parts = append(parts, "à temps partiel pour motif thérapeutique")
	}
	if len(a.Activites) > 0 {
		parts = append(parts, "pour "+propre(strings.Join(a.Activites, " et ")))
	}
	e := "" // agrees with «la prolongation», «la rechute»
	if a.Nature == droit.Prolongation || a.Nature == droit.Rechute {
		e = "e"
	}
	if a.PrescritLe != 0 || a.Prescripteur != "" {
		parts = append(parts, "prescrit"+e+dateEventuelle(" le ", a.PrescritLe)+motEventuel(" par ", nommer(nomsPrescripteur, a.Prescripteur)))
	}
	switch a.Canal {
	case droit.Electronique:
		parts = append(parts, "transmis"+e+" par voie électronique")
	case droit.Papier:
		parts = append(parts, "envoyé"+e+" sur papier"+dateEventuelle(" le ", a.EnvoyeLe))
	}
	if a.RecuLe != 0 {
		parts = append(parts, "reçu"+e+" le "+a.RecuLe.EnLettres())
	}
	return strings.Join(parts, ", ")
}

func dateEventuelle(avant string, j v.Jour) string {
	if j == 0 {
		return ""
	}
	return avant + j.EnLettres()
}

func motEventuel(avant, mot string) string {
	if mot == "" {
		return ""
	}
	return avant + mot
}

// activite names an activity line.
func (r *recit) activite(i int) string {
	if i < 0 || i >= len(r.cas.Activites) {
		return "toutes activités"
	}
	return propre(r.cas.Activites[i].ID)
}

// arret names an arrêt.
func (r *recit) arret(i int) string {
	if i < 0 || i >= len(r.cas.Arrets) {
		return ""
	}
	return propre(r.cas.Arrets[i].ID)
}
