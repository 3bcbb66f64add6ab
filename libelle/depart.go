package libelle

var departs = map[string]string{
	"feuille_recue": "réception de l'avis d'arrêt", "certificat_recu": "réception du certificat", "paiement_at_echu": "échéance du paiement d'un accident",
	"paiement_echu":    "fin du délai légal de paiement",
	"dernier_paiement": "dernier paiement", "a_signer": "ce qui est à signer", "taux_transmis": "transmission du taux", "virement_emis": "émission du virement",
	"question": "question posée", "sans_reponse": "relais pris par un technicien", "signalement": "situation urgente signalée", "controle": "contrôle rendu", "tire_au_sort": "tirage au sort du paiement",
	"reclamation": "réclamation reçue", "piece_renvoyee": "renvoi de la pièce", "dossier_complet": "dossier complet", "dossier_ouvert": "ouverture du dossier aux parties",
	"suspension": "suspension médicale", "suspension_notifiee": "notification de la suspension", "demande_examen": "demande d'examen", "prescription": "prescription de l'arrêt",
	"arret_connu": "connaissance de l'arrêt par l'employeur", "demande_recue": "réception de la demande", "demande_de_motifs": "demande des motifs",
	"recours_recu": "réception du recours", "lettre_partie": "départ de la lettre", "decision_notifiee": "réception de la décision",
	"decision_cra_notifiee": "réception de la décision de la commission", "indu_notifie": "réception de la notification d'indu", "rectification_demandee": "demande de rectification",
	"rejet_implicite": "rejet par le silence", "rejet_notifie": "réception du rejet", "plan_demande": "demande d'échéancier", "plan_conclu": "échéancier conclu",
	"remise_demandee": "demande de remise", "mise_en_demeure": "réception de la mise en demeure", "contrainte_signifiee": "signification de la contrainte",
	"opposition_notifiee": "notification de l'opposition", "penalite_annoncee": "annonce de la pénalité", "creance_nee": "naissance de la créance", "dette_nee": "naissance de la dette",
	"droit_ouvert": "ouverture du droit", "indu_paye": "paiement de l'indu", "fraude_decouverte": "découverte de la fraude", "prescription_acquise": "prescription acquise",
	"derniere_trace": "dernière trace", "rendu_a_progres": "dossier rendu à PROGRES, ou dernière vérification", "piece_arrivee": "arrivée de la pièce",
}

// Depart names what starts a clock.
func Depart(depart string) string { return ou(departs, depart) }
