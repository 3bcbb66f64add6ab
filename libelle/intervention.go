package libelle

import (
	"accord/decision"
	"accord/dossier"
)

// interventions names the acts of agents as one chooses them.
var interventions = map[dossier.NatureIntervention]string{
	dossier.ForcerSalaire: "forcer un salaire", dossier.ForcerDroit: "forcer un droit", dossier.ForcerJour: "forcer des jours",
	dossier.ForcerIJ: "forcer l'indemnité journalière", dossier.ForcerCarence: "forcer la carence", dossier.ForcerDestinataire: "forcer le destinataire",
	dossier.ForcerDernierJour: "forcer le dernier jour travaillé", dossier.LeverReduction: "lever la réduction d'un envoi tardif", dossier.Retenir: "retenir des jours jusqu'à une date",
	dossier.Liberer: "libérer des jours retenus", dossier.Avancer: "verser un acompte de ce qui est certain", dossier.Confier: "confier le dossier",
	dossier.Compenser: "compenser ce qui a été versé de trop", dossier.Renoncer: "renoncer à ce qui a été versé de trop",
	dossier.PayerAQuiDeDroit:   "payer à qui de droit des jours payés à un autre",
	dossier.NotifierIndu:       "dire qu'un indu a été notifié, et reçu",
	dossier.ConstaterReception: "dire quand une lettre a été reçue",
	dossier.RendreAProgres:     "rendre le dossier à PROGRES", dossier.ReprendreDeProgres: "reprendre le dossier de PROGRES",
	dossier.TransmettreAProgres: "dire une pièce transmise à PROGRES", dossier.ConstaterProgres: "dire ce que PROGRES a payé",
	dossier.DemanderAvis: "demander un avis", dossier.RendreAvis: "rendre un avis", dossier.Promettre: "promettre une suite", dossier.Tenir: "dire une promesse tenue",
	dossier.Noter: "noter", dossier.Joindre: "joindre une pièce", dossier.Renvoyer: "renvoyer une pièce", dossier.Retirer: "retirer un acte",
	dossier.Confirmer: "confirmer un acte", dossier.Reclamer: "enregistrer une réclamation", dossier.Repondre: "répondre à une réclamation", dossier.Remettre: "décider de la remise d'un indu",
	dossier.Rattacher: "réunir avec une autre fiche", dossier.Detacher: "séparer une fiche",
	dossier.Signaler: "signaler une urgence", dossier.Apaiser: "clore une urgence", dossier.Controler: "rendre un contrôle tiré au sort",
	dossier.Reparer: "dire quelle pièce répare ce qu'un contrôle a trouvé",
}

// Intervention names an act of an agent: «forcer un salaire».
func Intervention(n dossier.NatureIntervention) string { return ou(interventions, n) }

var roles = map[string]string{
	"accueil": "accueil", "technicien": "technicien", "cadre": "cadre", "directeur": "directeur", "comptable": "directeur comptable",
	"medecin_conseil": "médecin-conseil", "partenaire": "partenaire",
	decision.Declaration: "déclaration d'un employeur",
}

// Role names what someone is in the caisse.
func Role(r string) string { return ou(roles, r) }

// valeurs names what an act decides.
var valeurs = map[string]string{
	"": "une réclamation", "recours": "un recours devant la commission de recours amiable", "examen": "un examen par le contrôle médical", "rectification": "la rectification d'un indu notifié", "ouvert": "le droit est ouvert", "refuse": "le droit est refusé", "payer": "payer ces jours", "refuser": "refuser ces jours",
	"0": "aucun jour de carence", "1": "un jour de carence", "2": "deux jours de carence", "3": "trois jours de carence",
	"assure": "payer l'assuré", "employeur": "payer l'employeur", "sans_ressources": "sans ressources", "expulsion": "menace d'expulsion",
	"coupure": "coupure d'énergie ou d'eau", "aide_alimentaire": "recours à l'aide alimentaire", "seul_revenu": "seul revenu du foyer",
	"echeancier": "un échéancier pour un indu notifié", "accord": "une réponse, et l'accord de la caisse",
	"remise": "la remise d'un indu notifié, en raison de sa situation", "totale": "remise de toute la somme", "partielle": "remise d'une partie", "refusee": "remise refusée",
	"assure_reprise": "l'assuré avait repris le travail", "assure_declaration": "une information de l'assuré a manqué ou changé",
	"employeur_reprise": "la reprise a été signalée tard par l'employeur", "employeur_attestation": "l'employeur a corrigé ce qu'il avait déclaré",
	"decision": "une décision a été prise depuis", "autre_destinataire": "ces jours revenaient à un autre, qui a été payé", "caisse_calcul": "erreur de calcul de la caisse", "caisse_paiement": "erreur de paiement de la caisse",
	"rien": "PROGRES n'a rien payé", "detresse": "détresse : appeler la personne tout de suite", "conforme": "conforme", "a_corriger": "à corriger",
}

// Valeur says what an act decides, by the word under which it is stored.
func Valeur(mot string) string { return ou(valeurs, mot) }

var naturesPaiement = map[string]string{"premier": "premier paiement", "suite": "paiement suivant", "acompte": "acompte", "rappel": "rappel"}

// NaturePaiement names what a payment is for those who look at it.
func NaturePaiement(n string) string { return ou(naturesPaiement, n) }

var genresGel = map[string]string{"personne": "personne", "regle": "règle", "version": "version des règles", "lot": "lot"}

// GenreGel names what a stop bears on.
func GenreGel[G ~string](g G) string { return ou(genresGel, string(g)) }
