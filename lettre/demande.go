package lettre

import (
	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// objets gives the subject of the letter that asks each question.
var objets = map[string]string{
	dossier.QuestionSalaire:   "Il nous manque un salaire",
	dossier.QuestionAvisArret: "Il nous manque l'avis d'arrêt de travail",
	dossier.QuestionDates:     "Deux dates ne concordent pas",
	dossier.QuestionEmployeur: "Il nous manque le nom de votre employeur",
	dossier.QuestionCompte:    "Il nous manque des coordonnées bancaires",
	dossier.QuestionHeures:    "Il nous manque des heures de travail",
	dossier.QuestionPerte:     "Il nous manque une perte de salaire",
	dossier.QuestionRevenu:    "Il nous manque un revenu",
	dossier.QuestionMaintien:  "Il nous manque le salaire maintenu",

	dossier.QuestionGrossesse:     "Il nous manque la déclaration de grossesse",
	dossier.QuestionNaissance:     "Il nous manque l'acte de naissance",
	dossier.QuestionRang:          "Combien d'enfants avez-vous à charge ?",
	dossier.QuestionConge:         "Le congé de maternité a-t-il commencé ?",
	dossier.QuestionDemandeConge:  "Il nous manque une pièce pour ce congé",
	dossier.QuestionAccident:      "Il nous manque la déclaration d'accident",
	dossier.QuestionCertificat:    "Il nous manque le certificat médical",
	dossier.QuestionDeclarationMP: "Il nous manque votre déclaration de maladie professionnelle",
	dossier.QuestionMinimum:       "Il nous manque le salaire minimum de la catégorie de votre salarié mineur",
}

// Demander writes the letter that asks a question. It never asks for what the
// caisse already holds (CRPA L.113-12), tells an employer whom it is about (nom),
// and says what is paid meanwhile.
func Demander(q *dossier.Question, nom, caisse string, le v.Jour) (objet, corps string) {
	objet, ok := objets[q.Code]
	if !ok {
		objet = "Il nous manque une information"
	}
	corps = "Bonjour,\n\n" + concerne(q.AupresDe, nom) + q.Phrase + "\n\n" +
		"Jours concernés : " + q.Pour.String() + ".\n" +
		"Merci de nous répondre avant le " + suivi.Echeance(q.Code, max(q.Depuis, le)).EnLettres() + ".\n" +
		"En attendant votre réponse, les jours qui n'en dépendent pas sont payés.\n\n" + caisse + "\n"
	return objet, corps
}
