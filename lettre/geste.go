package lettre

import (
	"strings"

	"accord/dossier"
)

// gestes says to whoever is asked what they have to do. What is missing is said by the question itself, in the
// words that everyone reads; these speak to one reader, and are written nowhere but in letters.
var gestes = map[string]struct{ assure, employeur string }{
	dossier.QuestionAvisArret: {assure: "Envoyez-en les volets 1 et 2, ou demandez à votre médecin de le télétransmettre."},
	dossier.QuestionDates:     {employeur: "Si le dernier jour travaillé est faux, transmettez un signalement « annule et remplace » ; s'il est juste, dites-le-nous."},
	dossier.QuestionEmployeur: {assure: "Dites-nous qui était votre employeur."},
	dossier.QuestionCompte: {"Envoyez votre relevé d'identité bancaire.",
		"Indiquez le compte de votre établissement (IBAN) dans un signalement d'arrêt de travail ou une attestation de salaire."},
	dossier.QuestionRevenu:        {assure: "Dites-nous ce qui a servi à calculer vos cotisations."},
	dossier.QuestionGrossesse:     {assure: "Envoyez-la, ou demandez à votre médecin ou à votre sage-femme de la télétransmettre."},
	dossier.QuestionNaissance:     {assure: "Envoyez-nous ce qui manque, ou dites-nous ce qui s'est passé."},
	dossier.QuestionRang:          {assure: "Dites-nous combien d'enfants vous avez à charge."},
	dossier.QuestionConge:         {"Dites-nous que vous avez cessé de travailler, et depuis quel jour.", "Déclarez-le, par signalement DSN ou par attestation de salaire."},
	dossier.QuestionDemandeConge:  {assure: "Envoyez-nous ce qui manque."},
	dossier.QuestionAccident:      {"Dites-nous chez quel employeur l'accident a eu lieu, ou déclarez-le vous-même.", "Déclarez l'accident dans les 48 heures, avec vos réserves s'il y en a."},
	dossier.QuestionCertificat:    {assure: "Demandez à votre médecin de le télétransmettre, ou envoyez-le."},
	dossier.QuestionDeclarationMP: {assure: "Remplissez et signez cette déclaration, puis envoyez-la-nous."},
}

// Geste says to whoever is asked what they have to do; empty when what is missing says it already.
func Geste(q *dossier.Question) string {
	g := gestes[q.Code]
	switch {
	case q.AupresDe == dossier.Heritiers && q.Code != dossier.QuestionSuccession:
		return "Si vous le savez, ou si vous avez la pièce, envoyez-le-nous."
	case q.AupresDe != "assure":
		return g.employeur
	case strings.HasPrefix(q.Objet, dossier.ObjetInitial):
		return g.assure + " Si aucun arrêt ne précède, dites-le-nous."
	case strings.HasPrefix(q.Objet, dossier.ObjetEmploi):
		return "Si oui, envoyez votre demande de congé pour cet emploi ; sinon, renvoyez la première en disant que cet emploi se poursuit."
	}
	return g.assure
}
