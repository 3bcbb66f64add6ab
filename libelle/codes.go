package libelle

import "accord/droit"

var risques = map[droit.Risque]string{
	droit.Maladie: "maladie", droit.Maternite: "maternité", droit.Pathologique: "repos pathologique", droit.Paternite: "paternité et accueil de l'enfant",
	droit.AdoptionConge: "adoption", droit.NaissanceConge: "congé supplémentaire de naissance", droit.DeuilEnfant: "deuil d'un enfant",
	droit.AccidentTravail: "accident du travail", droit.AccidentTrajet: "accident de trajet", droit.MaladiePro: "maladie professionnelle",
	droit.ITI: "inaptitude temporaire", droit.AJAP: "accompagnement de fin de vie", droit.GarantieGrossesse: "garantie de rémunération (grossesse)",
	droit.DES: "repos de grossesse",
}

// Risque names a benefit.
func Risque(r droit.Risque) string { return ou(risques, r) }

var natures = map[droit.NatureArret]string{droit.Initial: "initial", droit.Prolongation: "prolongation", droit.Rechute: "rechute"}

// Nature names the nature of an arrêt.
func Nature(n droit.NatureArret) string { return ou(natures, n) }

// pieces names kinds of facts, by the words under which they are stored.
var pieces = map[string]string{
	"avis_arret":           "avis d'arrêt de travail",
	"dsn_mensuelle":        "DSN mensuelle",
	"dsn_arret":            "signalement d'arrêt (DSN)",
	"dsn_reprise":          "signalement de reprise (DSN)",
	"dsn_annulation":       "annulation (DSN)",
	"attestation_salaire":  "attestation de salaire",
	"rib":                  "coordonnées bancaires",
	"decision":             "décision",
	"grossesse":            "déclaration de grossesse",
	"evenement_familial":   "événement familial (naissance, adoption, décès)",
	"demande_conge":        "demande de congé",
	"declaration_accident": "déclaration d'accident du travail",
	"certificat_at":        "certificat d'accident du travail ou de maladie professionnelle",
	"declaration_mp":       "déclaration de maladie professionnelle",
	"acte":                 "décision ou acte de procédure",
	"intervention":         "acte d'un agent",
	"piece_jointe":         "pièce jointe par un agent",
	"revenus":              "revenus et affiliation",
	"bulletin_paie":        "bulletin de paie",
	"illisible":            "pièce illisible, gardée sous pli",
}

// Piece names a kind of piece.
func Piece[G ~string](genre G) string { return ou(pieces, string(genre)) }

var etatsOrdre = map[string]string{
	"propose": "proposé, à signer", "signe": "signé, à viser", "vise": "visé, à mettre en lot", "suspendu": "suspendu par le comptable",
	"annule": "annulé", "en_lot": "en lot, à émettre", "emis": "émis à la banque", "sans_flux": "comptabilisé, rien à virer",
}

// EtatOrdre names the state of an order of payment.
func EtatOrdre[E ~string](e E) string { return ou(etatsOrdre, string(e)) }

var actes = map[string]string{
	"signe": "signature de l'ordonnateur", "vise": "visa du directeur comptable", "suspendu": "suspension par le comptable", "annule": "annulation",
	"en_lot": "mise en lot", "emis": "émission à la banque", "sans_flux": "comptabilisation sans virement",
}

// Acte names what someone did to an order, by the state that it gave.
func Acte[E ~string](vers E) string { return ou(actes, string(vers)) }

var retenues = map[string]string{
	"rythme":         "attend la date du prochain paiement régulier",
	"acompte":        "attend la date du prochain acompte",
	"compte":         "attend des coordonnées bancaires",
	"succession":     "l'assuré est décédé : attend le compte de la succession",
	"destinataire":   "déjà payé à un autre : rien n'est payé une seconde fois",
	"trop_verse":     "plus versé que dû : rien n'est repris sans la décision d'un agent",
	"reprise":        "dû, et retenu le temps qu'un agent décide si ce qui a été versé de trop est compensé",
	"vraisemblance":  "bien plus que tout ce qui a été payé jusque-là : un agent vérifie, le reste est payé",
	"abandonne":      "plus versé que dû : un agent y a renoncé",
	"main":           "retenu par un agent, jusqu'à une date",
	"progres":        "rendu à PROGRES, qui le paie",
	"retour_progres": "revenu de PROGRES : un agent dit s'il est payé, avant qu'il ne le soit ici",
	"contre_calcul":  "deux calculs indépendants diffèrent : un technicien doit comparer",
}

// Retenue says why days that are owed are not in a payment.
func Retenue[M ~string](motif M) string { return ou(retenues, string(motif)) }

var voies = map[string]string{
	"150h_3_mois": "150 heures en trois mois civils", "150h_90_jours": "150 heures en 90 jours", "1015_smic_6_mois": "1 015 fois le SMIC horaire en six mois",
	"600h_12_mois": "600 heures en douze mois civils", "600h_365_jours": "600 heures en 365 jours", "2030_smic_12_mois": "2 030 fois le SMIC horaire en douze mois",
	"presume": "présumé ouvert, à vérifier", "maintien": "droit maintenu après la fin d'un droit antérieur", "chomage_indemnise": "chômage indemnisé",
	"emploi_insuffisant": "droit antérieur gardé, l'emploi présent ne suffisant pas", "conge_parental": "retour d'un congé parental",
	"totalisation": "périodes d'un autre régime ou d'un autre État comptées", "sans_condition": "sans condition d'activité",
	"affiliation": "durée d'affiliation", "decision": "décision d'un agent",
}

// Voie names the way by which a right opens.
func Voie(voie string) string { return ou(voies, voie) }

var references = map[string]string{
	"3_mois": "trois mois civils", "12_mois": "douze mois civils", "6_quinzaines": "six paies de quinzaine", "12_semaines": "douze paies de semaine",
	"raam": "revenu d'activité annuel moyen",
}

// Reference names the period of reference of an allowance.
func Reference(reference string) string { return ou(references, reference) }

// ou returns the word of a code, or the code itself: a code is never hidden
// for want of a word.
func ou[C ~string](m map[C]string, c C) string {
	if mot, ok := m[c]; ok {
		return mot
	}
	return string(c)
}
