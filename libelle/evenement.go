package libelle

import "accord/dossier"

var naturesActe = map[dossier.NatureActe]string{
	"suspension_medicale": "suspension du versement après contrôle médical", "reprise_versement": "reprise du versement", "ald": "affection de longue durée",
	"controle_impossible": "contrôle impossible", "reconnaissance": "reconnaissance", "refus_reconnaissance": "refus de reconnaissance",
	"consolidation": "consolidation", "guerison": "guérison", "avis_inaptitude": "avis d'inaptitude", "licenciement": "licenciement",
	"reclassement": "reclassement", "activite_non_autorisee": "activité non autorisée", "refus_droits": "refus de droits", dossier.ActeRente: "rente", dossier.ActeAvertissement: "avertissement pour un envoi en retard",
	dossier.EtapeComplet: "dossier complet", dossier.EtapeReserves: "réserves de l'employeur", dossier.EtapeQuestionnaires: "questionnaires envoyés",
	dossier.EtapeQuestionnaire: "questionnaire reçu", dossier.EtapeEnquete: "enquête", dossier.EtapeConsultation: "dossier consultable",
	dossier.EtapeObservations: "observations reçues", dossier.EtapeSaisineCRRMP: "comité régional saisi", dossier.EtapeAvisCRRMP: "avis du comité régional",
}

// ActeRecu names a decision, or a step of the recognition of an accident.
func ActeRecu[N ~string](n N) string { return ou(naturesActe, dossier.NatureActe(n)) }
