package maladie

import (
	"fmt"
	"slices"

	"accord/droit"
)

// Redire leaves in the trace only the steps that hold whatever the answers to open
// questions, once their calendars are merged into jours. A right that those days
// still wait for is said to be uncertain.
func Redire(t *droit.Trace, jours []droit.JourCalcule) {
	t.Etapes = slices.DeleteFunc(t.Etapes, func(e droit.Etape) bool { return e.Regle == rSubrogation })
	for i := range t.Etapes {
		e := &t.Etapes[i]
		if len(e.Entrees) == 0 || len(e.Resultat) == 0 || e.Resultat[0] != droit.C("ouvert", ouiNon(false)) {
			continue
		}
		for k := range jours {
			if j := &jours[k]; j.Etat == droit.Attente && j.Regle == e.Regle && e.Entrees[0].Valeur == j.Date.String() {
				e.Phrase = droitsIncertains(j.Date)
			}
		}
	}
}

// DireJours says what happens over a run of days of sickness.
func DireJours(cas *droit.Cas, p *droit.Plage) string {
	j := p.Premier
	switch j.Etat {
	case droit.Paye:
		return direPayes(cas, p)
	case droit.Attente:
		return "en attente, " + attente(j.Regle)
	case droit.Carence:
		return fmt.Sprintf("%s de carence. Les premiers jours d'un arrêt ne sont pas payés", nombreJours(p.N))
	case droit.Suspendu:
		return "versement suspendu, le médecin-conseil ayant estimé que l'arrêt n'est plus justifié"
	}
	if a := &cas.Arrets[j.Arret]; j.Regle == rControle && a.Canal == droit.Papier && a.EnvoyeLe > a.Fin {
		return "non payé, l'avis d'arrêt a été envoyé le " + a.EnvoyeLe.EnLettres() + ", après la fin de l'arrêt : aucun contrôle n'était plus possible"
	}
	if j.Regle == rActivite {
		return "non payé, " + raisons[rActivite]
	}
	if raison := raisons[j.Regle]; raison != "" {
		return etatsEnClair[j.Etat] + ", " + raison
	}
	return etatsEnClair[j.Etat]
}

func direPayes(cas *droit.Cas, p *droit.Plage) string {
	j := p.Premier
	qui := ""
	if j.Beneficiaire == droit.EmployeurBeneficiaire {
		qui = ", versés à l'employeur, qui maintient le salaire"
	}
	par := j.IJ.Euros()
	if p.N > 1 {
		par += " par jour"
	}
	pertes := cas.Activites[j.Activite].PertesTPT
	if k := perteDu(pertes, j.Date); j.Lot != 0 && k >= 0 {
		return fmt.Sprintf("%s de temps partiel thérapeutique. La perte de salaire est de %s pour la période attestée ; l'indemnité, qui ne peut la dépasser, est de %s%s",
			nombreJours(p.N), pertes[k].Perte.Euros(), p.Somme.Euros(), qui)
	}
	if j.Regle == rEnvoiTardif {
		qui += " ; l'indemnité est réduite de moitié, car l'avis d'arrêt a été envoyé en retard pour la seconde fois"
	}
	if j.Regle == rPlafondIJ {
		qui += " ; les autres arrêts des mêmes jours sont indemnisés aussi, et le tout ne peut dépasser le plafond de l'indemnité journalière"
	}
	return fmt.Sprintf("%s à %s%s", nombreJours(p.N), par, qui)
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

var attentes = map[droit.Regle]string{
	rSixMois:      "il manque de quoi dire si les droits sont ouverts",
	rMaintien:     "il manque de quoi dire si les droits sont maintenus",
	rChomage:      "il manque de quoi dire si les droits sont maintenus",
	rParental:     "il manque de quoi dire si les droits sont maintenus",
	rApresSixMois: "il manque de quoi dire si les droits continuent après six mois d'arrêt",
	rFormulaire:   "l'avis d'arrêt doit être refait sur le formulaire sécurisé",
	rAvisAttendu:  "le contrôle médical doit donner son avis",
	rTPT:          "l'employeur doit attester la perte de salaire",
}

// raisons says why a day is not paid.
var raisons = map[droit.Regle]string{
	rEcart:        "ces jours ne sont couverts par aucune prescription",
	rTeleconsult:  "une téléconsultation ne peut prescrire plus de trois jours",
	rSixMois:      "les conditions de travail exigées ne sont pas remplies",
	rApresSixMois: "les conditions exigées au-delà de six mois d'arrêt ne sont pas remplies",
	rMaintien:     "les anciens droits ne sont plus maintenus",
	rParental:     "le congé parental n'était pas terminé",
	rCumul:        "une autre indemnité est due pour ces jours",
	rDroitTNS:     "les conditions propres aux indépendants ne sont pas remplies",
	rPrescripteur: "une prolongation doit être prescrite par le médecin de l'arrêt initial ou par le médecin traitant",
	rDuree:        "l'arrêt dépasse la durée qu'une prescription peut couvrir",
	rControle:     "la caisse n'a pas pu exercer son contrôle",
	rActivite:     "une activité non autorisée a été exercée",
	rForclusion:   "la demande arrive plus de deux ans après",
	rBaseNulle:    "aucun salaire n'est retenu",
	rIndemniteTNS: "le revenu est inférieur au seuil",
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
