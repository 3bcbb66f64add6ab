package libelle

import (
	"accord/dossier"
	"accord/paiement"
)

// causes says why a day is not paid, or why a human was needed. Motives for which
// a run leaves days out, and states of orders, have their own words.
var causes = map[string]string{
	"decision": "décision défavorable", "sans_calcul": "calcul à faire par un technicien", "sans_valeur": "valeur officielle à charger", "a_venir": "information que personne n'a encore", "empeche": "ne se calcule plus", "a_proposer": "à proposer à la prochaine journée",
	"sans_reponse": "demande sans réponse",

	dossier.QuestionSalaire: "salaires à déclarer", dossier.QuestionAvisArret: "avis d'arrêt à envoyer", dossier.QuestionDates: "dates qui se contredisent",
	dossier.QuestionEmployeur: "employeur à nommer", dossier.QuestionCompte: "coordonnées bancaires à donner", dossier.QuestionHeures: "heures travaillées à déclarer",
	dossier.QuestionPerte: "perte de salaire du temps partiel à attester", dossier.QuestionRevenu: "revenus à déclarer", dossier.QuestionMaintien: "salaire maintenu à déclarer",
	dossier.QuestionGrossesse: "grossesse à déclarer", dossier.QuestionNaissance: "acte de naissance à envoyer", dossier.QuestionRang: "rang de l'enfant à dire",
	dossier.QuestionConge: "début du congé à déclarer", dossier.QuestionDemandeConge: "congé à demander", dossier.QuestionAccident: "accident à déclarer",
	dossier.QuestionCertificat: "certificat médical à envoyer", dossier.QuestionDeclarationMP: "maladie professionnelle à déclarer",
	dossier.QuestionReconnaissanceAT: "accident à reconnaître", dossier.QuestionReconnaissanceMP: "maladie professionnelle à reconnaître",
	dossier.QuestionConsolidation: "date de guérison ou de consolidation à fixer", dossier.QuestionMinimum: "salaire minimum de la catégorie à déclarer",
	dossier.QuestionAvisMedical: "avis du contrôle médical à rendre",
}

// courtes are the motives of a run, in the few words of a counter.
var courtes = map[paiement.Motif]string{
	paiement.AttendRythme: "paiement régulier à sa date", paiement.AttendAcompte: "acompte à sa date", paiement.AttendCompte: "coordonnées bancaires à donner",
	paiement.AttendArbitrage: "déjà payé à un autre", paiement.TropVerse: "plus versé que dû",
	paiement.AttendReprise: "compensation à décider", paiement.Abandonne: "trop-versé abandonné",
	paiement.Invraisemblable: "montant à vérifier", paiement.ContreCalcul: "deux calculs diffèrent",
	paiement.AvecProgres: "avec PROGRES", paiement.RetourProgres: "revenu de PROGRES, à dire s'il est payé",
	paiement.ParUneMain: "retenu par un agent", paiement.AttendSuccession: "compte de la succession à donner",
}

// Cause says why days are not paid, or why a human was needed.
func Cause(code string) string {
	if mot, ok := causes[code]; ok {
		return mot
	}
	if mot, ok := courtes[paiement.Motif(code)]; ok {
		return mot
	}
	if mot, ok := actesAgents[dossier.NatureIntervention(code)]; ok {
		return mot
	}
	if mot, ok := etatsOrdre[code]; ok {
		return "paiement " + mot
	}
	return code
}

var actesAgents = map[dossier.NatureIntervention]string{
	dossier.ForcerSalaire: "salaire forcé", dossier.ForcerDroit: "droit forcé", dossier.ForcerJour: "jour forcé", dossier.ForcerIJ: "indemnité forcée",
	dossier.ForcerCarence: "carence forcée", dossier.ForcerDestinataire: "destinataire forcé", dossier.ForcerDernierJour: "dernier jour travaillé forcé",
	dossier.LeverReduction: "réduction levée",
	dossier.Retenir:        "jours retenus", dossier.Liberer: "jours libérés", dossier.Avancer: "acompte décidé", dossier.Confier: "dossier confié",
	dossier.Compenser: "trop-versé compensé", dossier.Renoncer: "trop-versé abandonné", dossier.NotifierIndu: "indu notifié",
	dossier.PayerAQuiDeDroit:   "jours payés à qui de droit",
	dossier.ConstaterReception: "réception d'une lettre",
	dossier.RendreAProgres:     "dossier rendu à PROGRES", dossier.ReprendreDeProgres: "dossier repris de PROGRES",
	dossier.TransmettreAProgres: "pièce transmise à PROGRES", dossier.ConstaterProgres: "paiements de PROGRES constatés",
	dossier.DemanderAvis: "avis demandé", dossier.RendreAvis: "avis rendu", dossier.Promettre: "promesse faite", dossier.Tenir: "promesse tenue", dossier.Noter: "note",
	dossier.Joindre: "pièce jointe", dossier.Renvoyer: "pièce renvoyée", dossier.Retirer: "acte retiré", dossier.Confirmer: "acte confirmé",
	dossier.Reclamer: "réclamation", dossier.Repondre: "réponse à une réclamation", dossier.Remettre: "remise décidée", dossier.Signaler: "situation urgente signalée", dossier.Apaiser: "situation urgente apaisée",
	dossier.Controler: "contrôle par sondage", dossier.Reparer: "constat réparé par une pièce",
}
