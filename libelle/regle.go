package libelle

import (
	"strings"

	"accord/droit"
)

// familles gives a sentence for each family of rules.
var familles = map[string]string{
	"MAL-OUV": "Le droit s'apprécie le jour de l'arrêt, d'après le travail et les salaires qui le précèdent.",
	"MAL-CAR": "Les premiers jours d'un arrêt ne sont pas indemnisés ; une prolongation ne recommence pas ce délai.",
	"MAL-BAS": "L'indemnité est une part du gain journalier, calculé sur les salaires qui précèdent l'arrêt, dans la limite d'un plafond.",
	"MAL-DUR": "Le nombre de jours indemnisés est limité sur une période de plusieurs années.",
	"MAL-PRE": "L'arrêt doit être prescrit dans les formes, par un prescripteur autorisé.",
	"MAL-RTD": "L'envoi tardif d'un avis d'arrêt, quand il se répète, réduit l'indemnité.",
	"MAL-CTL": "L'indemnité dépend des obligations et du contrôle prévus par la loi.",
	"MAL-CUM": "Certaines indemnités ne se cumulent pas pour un même jour.",
	"MAL-PRS": "L'indemnité se réclame dans un délai de deux ans.",
	"MAL-TPT": "Le travail à temps partiel pour motif thérapeutique compense une perte de salaire.",
	"MAL-TNS": "L'indemnité d'un indépendant se calcule sur ses revenus des années précédentes.",
	"MAL-NET": "La CSG, la CRDS et l'impôt se retiennent sur le montant brut.",
	"MAL-SUB": "L'employeur qui maintient le salaire perçoit l'indemnité à la place du salarié.",
	"AUT-OUV": "Le droit s'apprécie d'après le travail et l'affiliation qui précèdent le congé.",
	"AUT-TNS": "Le congé d'un indépendant ouvre une allocation et une indemnité forfaitaires.",
	"SWI":     "Une indemnité continue d'être versée pendant que la nature du droit est examinée.",
	"FAM":     "L'indemnité se calcule sur les salaires qui précèdent le congé, dans la limite d'un plafond.",
	"MAT":     "La durée du congé de maternité dépend de la naissance et du nombre d'enfants.",
	"DES":     "Ce repos de grossesse est indemnisé comme la maternité.",
	"PAT":     "Le congé de paternité et d'accueil de l'enfant a une durée et des délais propres.",
	"ADO":     "Le congé d'adoption dépend de l'arrivée et du nombre d'enfants.",
	"CSN":     "Le congé supplémentaire de naissance suit les autres congés de naissance.",
	"DEU":     "Le congé de deuil d'un enfant est indemnisé en partie.",
	"AJP":     "L'accompagnement d'une personne en fin de vie ouvre une allocation journalière.",
	"EXP":     "L'exposition à un risque pendant la grossesse ouvre une garantie de rémunération.",
	"AT":      "Un accident du travail ou une maladie professionnelle est indemnisé dès le lendemain de l'arrêt.",
	"AUT-PRS": "Les prestations d'un accident du travail se réclament dans un délai de deux ans.",
	"REC":     "La reconnaissance d'un accident ou d'une maladie suit des étapes, chacune dans son délai.",
	"ITI":     "L'inaptitude après un accident du travail ouvre une indemnité temporaire.",
}

// Regle says what the family of a rule is about. The exact rule, its article
// and its figures come from the computation itself.
func Regle(r droit.Regle) string {
	famille := string(r)
	for {
		i := strings.LastIndexByte(famille, '-')
		if i < 0 {
			return ""
		}
		famille = famille[:i]
		if phrase, ok := familles[famille]; ok {
			return phrase
		}
	}
}
