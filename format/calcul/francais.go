package calcul

import (
	"fmt"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// jours gives «1 jour», «11 jours».
func jours(n int) string { return compter(n, "jour") }

func compter(n int, nom string) string {
	if n < 2 {
		return fmt.Sprintf("%d\u00a0%s", n, nom)
	}
	return fmt.Sprintf("%d\u00a0%ss", n, nom)
}

// decimalFrancais turns «2552.242» into «2 552,242».
func decimalFrancais(s string) string {
	entier, decimales, _ := strings.Cut(s, ".")
	signe := ""
	if strings.HasPrefix(entier, "-") {
		signe, entier = "-", entier[1:]
	}
	for i := len(entier) - 3; i > 0; i -= 3 {
		entier = entier[:i] + "\u00a0" + entier[i:]
	}
	return signe + entier + "," + decimales
}

// eurosArrondis writes an exact amount as a person reads it, to the nearest cent.
func eurosArrondis(f v.Fraction) string { return f.Centimes(v.DemiSuperieur).Euros() }

var nomsRisque = map[droit.Risque]string{
	droit.Maladie: "maladie", droit.Maternite: "maternité", droit.Pathologique: "repos pathologique",
	droit.Paternite: "paternité et accueil de l'enfant", droit.AdoptionConge: "adoption",
	droit.NaissanceConge: "congé supplémentaire de naissance", droit.DeuilEnfant: "deuil d'un enfant",
	droit.AccidentTravail: "accident du travail", droit.AccidentTrajet: "accident de trajet",
	droit.MaladiePro: "maladie professionnelle", droit.ITI: "inaptitude temporaire",
	droit.AJAP: "accompagnement de fin de vie", droit.GarantieGrossesse: "garantie de rémunération (grossesse)",
	droit.DES: "repos de grossesse",
}

var nomsVoie = map[string]string{
	"150h_3_mois": "par 150 heures de travail en trois mois civils", "150h_90_jours": "par 150 heures de travail en 90 jours",
	"1015_smic_6_mois": "par des salaires de 1 015 fois le SMIC horaire en six mois", "presume": "présumé, à vérifier",
	"600h_12_mois": "par 600 heures de travail en douze mois", "600h_365_jours": "par 600 heures de travail en 365 jours",
	"2030_smic_12_mois": "par des salaires de 2 030 fois le SMIC horaire en douze mois",
	"maintien":          "maintenu après la fin de l'activité", "chomage_indemnise": "maintenu pendant le chômage indemnisé",
	"emploi_insuffisant": "maintenu depuis l'emploi d'avant le chômage", "conge_parental": "maintenu depuis avant le congé parental",
	"totalisation": "par l'activité dans plusieurs régimes", "sans_condition": "sans condition d'activité",
	"affiliation": "par un an d'affiliation", "decision": "par décision de la caisse",
}

var nomsPrescripteur = map[droit.Prescripteur]string{
	droit.MedecinTraitant: "le médecin traitant", droit.PrescripteurInitial: "l'auteur de la première prescription",
	droit.Remplacant: "un remplaçant", droit.SpecialisteAdresse: "un spécialiste, à la demande du médecin traitant",
	droit.Hospitalier: "un médecin hospitalier", droit.SageFemme: "une sage-femme", droit.Dentiste: "un dentiste",
	droit.AutrePrescripteur: "un autre prescripteur",
}

var nomsNatureArret = map[droit.NatureArret]string{
	droit.Initial: "arrêt initial", droit.Prolongation: "prolongation", droit.Rechute: "rechute",
}

var nomsNatureActivite = map[droit.NatureActivite]string{
	droit.Salarie: "emploi salarié", droit.Independant: "activité indépendante", droit.ChomageIndemnise: "chômage indemnisé",
}

var nomsContrat = map[droit.Contrat]string{
	droit.CDI: "CDI", droit.CDD: "CDD", droit.Interim: "intérim", droit.Saisonnier: "contrat saisonnier",
	droit.Intermittent: "intermittent du spectacle", droit.Apprentissage: "apprentissage", droit.Vacation: "vacations",
	droit.CESU: "CESU",
}

var nomsForfait = map[string]string{"allocation_maternite_tns": "allocation de repos maternel"}

// nomsBeneficiaire completes «11 jours, qui …».
var nomsBeneficiaire = map[droit.Beneficiaire]string{
	droit.AssureBeneficiaire:    "vous sont versés",
	droit.EmployeurBeneficiaire: "sont versés à votre employeur, puisqu'il maintient votre salaire",
}

// etatJour is how a state shows in a calendar: a sign, and what it means. The
// signs are those of the desk.
type etatJour struct {
	etat      droit.Etat
	signe     rune
	nom       string
	participe bool // the name begins with a participle, which agrees with days
}

// etats are in the order of the legend.
var etats = []etatJour{
	{droit.Paye, '€', "indemnisé", true},
	{droit.Attente, '?', "en attente d'une réponse", false},
	{droit.Carence, 'C', "carence : les premiers jours d'un arrêt ne sont pas indemnisés", false},
	{droit.AChargeEmployeur, 'E', "à la charge de l'employeur (jour de l'accident)", false},
	{droit.NonPrescrit, '-', "sans prescription", false},
	{droit.Refuse, 'R', "refusé", true},
	{droit.Suspendu, 'S', "suspendu", true},
	{droit.NonCumul, 'A', "couvert par une autre indemnité", true},
	{droit.Epuise, 'F', "droit épuisé", false},
	{droit.Travaille, 'T', "travaillé", true},
}

func etatDe(e droit.Etat) etatJour {
	for _, x := range etats {
		if x.etat == e {
			return x
		}
	}
	return etatJour{e, '*', string(e), false}
}

// majuscule begins a sentence. Those it is given begin with an ASCII letter.
func majuscule(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// nommer gives the French name of a code, or reads the code itself: nothing is
// hidden for want of a name.
func nommer[T ~string](noms map[T]string, code T) string {
	if nom, ok := noms[code]; ok {
		return nom
	}
	return strings.ReplaceAll(string(code), "_", " ")
}

// interlocuteur names who can answer a question.
func interlocuteur(aupresDe string) string {
	qui, siret, _ := strings.Cut(aupresDe, ":")
	switch {
	case qui == "employeur" && siret != "":
		return "votre employeur (SIRET " + siret + ")"
	case qui == "employeur":
		return "votre employeur"
	case qui == "assure":
		return "vous-même"
	case qui == "caisse":
		return "la caisse"
	case qui == "prescripteur":
		return "le prescripteur de l'arrêt"
	case qui == "medecin_conseil":
		return "le médecin-conseil"
	}
	return aupresDe
}
