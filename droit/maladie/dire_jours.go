package maladie

import (
	"fmt"
	"slices"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// direJours tells the runs of days of a chain that are alike.
func (c *Calcul) direJours() {
	for i := 0; i < len(c.r.Jours); {
		j := &c.r.Jours[i]
		if c.deja(i) {
			i++
			continue
		}
		fin, n, somme := j.Date, 1, j.IJ
		for z := i + 1; z < len(c.r.Jours) && c.r.Jours[z].Date <= fin+1; z++ {
			if k := &c.r.Jours[z]; k.Date == fin+1 && pareil(j, k) {
				fin, n, somme = k.Date, n+1, somme+k.IJ
			}
		}
		c.note(j.Regle, c.phraseJours(j, v.P(j.Date, fin), n, somme), []droit.Champ{droit.C("du", j.Date.String()), droit.C("au", fin.String())},
			[]droit.Champ{droit.C("etat", string(j.Etat)), droit.C("brut", somme.String())})
		i++
	}
}

// RedireJours tells the days again, as several answers to open questions leave
// them once merged: the steps that one answer made say nothing of the others.
// A right that those days still wait for is said to be uncertain.
func (c *Calcul) RedireJours(cas *droit.Cas, t *droit.Trace, r *droit.Resultat) {
	c.cas, c.t, c.r = cas, t, r
	t.Etapes = slices.DeleteFunc(t.Etapes[:t.Jours], func(e droit.Etape) bool { return e.Regle == rSubrogation })
	for i := range t.Etapes {
		e := &t.Etapes[i]
		if len(e.Resultat) == 0 || e.Resultat[0] != droit.C("ouvert", ouiNon(false)) {
			continue
		}
		for k := range r.Jours {
			if j := &r.Jours[k]; j.Etat == droit.Attente && j.Regle == e.Regle && e.Entrees[0].Valeur == j.Date.String() {
				e.Phrase = droitsIncertains(j.Date)
			}
		}
	}
	c.direJours()
}

// deja reports whether a row goes on with a run already told.
func (c *Calcul) deja(i int) bool {
	j := &c.r.Jours[i]
	for k := i - 1; k >= 0 && c.r.Jours[k].Date >= j.Date-1; k-- {
		if x := &c.r.Jours[k]; x.Date == j.Date-1 && pareil(x, j) {
			return true
		}
	}
	return false
}

// pareil reports whether two rows are told together.
func pareil(a, b *droit.JourCalcule) bool {
	return a.Etat == b.Etat && a.Regle == b.Regle && a.Activite == b.Activite && a.Chaine == b.Chaine && a.Beneficiaire == b.Beneficiaire &&
		a.Lot == b.Lot && (a.Lot != 0 || a.IJ == b.IJ)
}

// phraseJours says what happens over a run of days.
func (c *Calcul) phraseJours(j *droit.JourCalcule, p v.Periode, n int, somme v.Centimes) string {
	quand := p.EnLettres()
	quand = strings.ToUpper(quand[:1]) + quand[1:]
	if len(c.cas.Activites) > 1 {
		quand += ", " + c.cas.Activites[j.Activite].ID
	}
	switch j.Etat {
	case droit.Paye:
		qui := ""
		if j.Beneficiaire == droit.EmployeurBeneficiaire {
			qui = ", versés à votre employeur, qui maintient votre salaire"
		}
		par := j.IJ.Euros()
		if n > 1 {
			par += " par jour"
		}
		if k := c.perteDu(c.cas.Activites[j.Activite].PertesTPT, j.Date); j.Lot != 0 && k >= 0 {
			return fmt.Sprintf("%s : %s de temps partiel thérapeutique. Votre perte de salaire est de %s pour la période attestée ; l'indemnité, qui ne peut la dépasser, est de %s%s.",
				quand, nombreJours(n), c.cas.Activites[j.Activite].PertesTPT[k].Perte.Euros(), somme.Euros(), qui)
		}
		if j.Regle == rEnvoiTardif {
			qui += " ; l'indemnité est réduite de moitié, car l'avis d'arrêt a été envoyé en retard pour la seconde fois"
		}
		return fmt.Sprintf("%s : %s à %s%s.", quand, nombreJours(n), par, qui)
	case droit.Attente:
		return fmt.Sprintf("%s : en attente, %s%s.", quand, attente(j.Regle), auMoins(j.IJ))
	case droit.Carence:
		return fmt.Sprintf("%s : %s de carence. Les premiers jours d'un arrêt ne sont pas payés.", quand, nombreJours(n))
	case droit.Suspendu:
		return fmt.Sprintf("%s : versement suspendu, le médecin-conseil ayant estimé que l'arrêt n'est plus justifié.", quand)
	}
	if j.Regle == rActivite {
		return fmt.Sprintf("%s : non payé, %s.", quand, raisons[rActivite])
	}
	if raison := raisons[j.Regle]; raison != "" {
		return fmt.Sprintf("%s : %s, %s.", quand, etatsEnClair[j.Etat], raison)
	}
	return fmt.Sprintf("%s : %s.", quand, etatsEnClair[j.Etat])
}

// etatsEnClair says the states of days that are not paid.
var etatsEnClair = map[droit.Etat]string{
	droit.NonPrescrit: "non payé", droit.Refuse: "non payé", droit.NonCumul: "non payé", droit.Epuise: "non payé",
	droit.Travaille: "travail, non payé",
}

// attente says what the days of a rule wait for.
func attente(r droit.Regle) string {
	if raison := attentes[r]; raison != "" {
		return raison
	}
	return "le montant dépend d'une information qui manque"
}

// auMoins says what is owed whatever the answer.
func auMoins(ij v.Centimes) string {
	if ij == 0 {
		return ""
	}
	return fmt.Sprintf(" ; au moins %s par jour sont dus", ij.Euros())
}

var attentes = map[droit.Regle]string{
	rSixMois:      "il manque de quoi dire si vos droits sont ouverts",
	rMaintien:     "il manque de quoi dire si vos droits sont maintenus",
	rChomage:      "il manque de quoi dire si vos droits sont maintenus",
	rParental:     "il manque de quoi dire si vos droits sont maintenus",
	rApresSixMois: "il manque de quoi dire si vos droits continuent après six mois d'arrêt",
	rFormulaire:   "l'avis d'arrêt doit être refait sur le formulaire sécurisé",
	rAvisAttendu:  "le contrôle médical doit donner son avis",
	rTPT:          "votre employeur doit attester votre perte de salaire",
}

// raisons says why a day is not paid.
var raisons = map[droit.Regle]string{
	rEcart:        "ces jours ne sont couverts par aucune prescription",
	rTeleconsult:  "une téléconsultation ne peut prescrire plus de trois jours",
	rSixMois:      "les conditions de travail exigées ne sont pas remplies",
	rApresSixMois: "les conditions exigées au-delà de six mois d'arrêt ne sont pas remplies",
	rMaintien:     "vos anciens droits ne sont plus maintenus",
	rParental:     "votre congé parental n'était pas terminé",
	rCumul:        "une autre indemnité est due pour ces jours",
	rDroitTNS:     "les conditions propres aux indépendants ne sont pas remplies",
	rPrescripteur: "une prolongation doit être prescrite par le médecin de l'arrêt initial ou par le médecin traitant",
	rDuree:        "l'arrêt dépasse la durée qu'une prescription peut couvrir",
	rControle:     "la caisse n'a pas pu exercer son contrôle",
	rActivite:     "une activité non autorisée a été exercée",
	rForclusion:   "la demande arrive plus de deux ans après",
	rBaseNulle:    "aucun salaire n'est retenu",
	rIndemniteTNS: "votre revenu est inférieur au seuil",
	rMax360:       "les 360 indemnités sur trois ans sont atteintes",
	rALD:          "les trois ans d'indemnisation de cette affection sont écoulés",
	rRetraite:     "les 60 indemnités d'un retraité sont atteintes",
	rDureePL:      "les 87 jours d'une profession libérale sont atteints",
	rTPTTNS:       "le temps partiel thérapeutique d'un indépendant n'est plus indemnisé",
}

func nombreJours(n int) string {
	if n == 1 {
		return "1 jour"
	}
	return fmt.Sprintf("%d jours", n)
}

func ouiNon(b bool) string {
	if b {
		return "oui"
	}
	return "non"
}
