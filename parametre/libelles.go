package parametre

import (
	"strings"

	v "accord/valeur"
)

// libelle says a parameter to a reader: what it is, its unit, or what each of
// its values means.
type libelle struct {
	nom, unite string
	mots       map[string]string
}

var (
	ouiNon   = map[string]string{"0": "non", "1": "oui"}
	arrondis = map[string]string{"0": "troncature au centime", "1": "au centime le plus proche"}
	durees   = map[string]string{"0": "aucune"}
)

var libelles = [nbCodes]libelle{
	SmicHoraire:              {"SMIC horaire", "€", nil},
	SmicMensuel:              {"SMIC mensuel, pour 35 heures par semaine", "€", nil},
	PASS:                     {"Plafond annuel de la sécurité sociale", "€", nil},
	PMSS:                     {"Plafond mensuel de la sécurité sociale", "€", nil},
	InduSeuilPourcent:        {"Somme que la caisse peut abandonner ou différer, du plafond mensuel, arrondie à l'euro supérieur", "%", nil},
	CSG:                      {"CSG sur l'indemnité brute", "%", nil},
	CSGDeductible:            {"dont CSG déductible du revenu imposable", "%", nil},
	CRDS:                     {"CRDS sur l'indemnité brute", "%", nil},
	Heures3Mois:              {"Heures de travail exigées sur trois mois ou 90 jours", "heures", nil},
	Smic6Mois:                {"Salaires exigés sur six mois", "fois le SMIC horaire", nil},
	Heures12Mois:             {"Heures de travail exigées sur douze mois ou 365 jours", "heures", nil},
	Smic12Mois:               {"Salaires exigés sur douze mois", "fois le SMIC horaire", nil},
	DureeSansAffiliationMois: {"Durée d'arrêt au-delà de laquelle un an d'affiliation est exigé", "mois", nil},
	AffiliationMois:          {"Affiliation exigée au-delà de cette durée", "mois", nil},
	HeuresJourAssimile:       {"Heures que vaut un jour assimilé à du travail", "heures", nil},
	CachetsTrimestre:         {"Cachets qui valent les heures d'un trimestre", "cachets", nil},
	CachetsAnnee:             {"Cachets qui valent les heures d'une année", "cachets", nil},
	MaintienMois:             {"Maintien des droits après la perte du statut", "mois", nil},
	EmploiInsuffisantMois:    {"Maintien des droits d'avant le chômage dans un emploi qui n'en ouvre pas", "mois", nil},
	AffiliationTNSMois:       {"Affiliation exigée d'un indépendant", "mois", nil},
	DroitVerifie:             {"Règles de cette date relues pour ce calcul", "", ouiNon},
	CarenceJours:             {"Délai de carence", "jours", nil},
	EcartMax:                 {"Jours sans prescription qui laissent la prolongation rattachée", "jours, non payés", map[string]string{"0": "tolérance ancienne : un à trois jours, payés"}},
	ExoDecesEnfant:           {"Pas de carence après le décès d'un enfant", "", ouiNon},
	ExoDecesEnfantSemaines:   {"Délai après le décès d'un enfant pendant lequel l'arrêt est sans carence", "semaines", nil},
	ExoDecesEnfantAge:        {"Âge que l'enfant ne doit pas avoir atteint", "ans", nil},
	ExoFausseCouche:          {"Pas de carence après une interruption spontanée de grossesse", "", ouiNon},
	ExoIMG:                   {"Pas de carence après une interruption médicale de grossesse", "", ouiNon},
	ExoCovid:                 {"Pas de carence au titre du régime dérogatoire lié au covid", "", ouiNon},
	PlafondSmic:              {"Plafond mensuel du salaire de référence", "fois le SMIC mensuel", nil},
	TauxIJ:                   {"Part du gain journalier que vaut l'indemnité", "%", nil},
	Diviseur3Mois:            {"Diviseur des salaires de trois mois", "", nil},
	DiviseurPaies:            {"Diviseur des salaires de six quinzaines ou de douze semaines", "", nil},
	Diviseur12Mois:           {"Diviseur des salaires de douze mois", "", nil},
	DiviseurPlafondAnnuel:    {"L'indemnité ne dépasse pas douze plafonds mensuels divisés par", "", nil},
	EcartSalaireRetabli:      {"Écart admis entre le salaire rétabli par l'employeur et le calcul", "%", nil},
	RetablissementSansTexte:  {"Reconstitution des salaires sans texte en vigueur", "", ouiNon},
	ArrondiMaladie:           {"Arrondi de l'indemnité d'un salarié", "", arrondis},
	ArrondiTNS:               {"Arrondi de l'indemnité d'un indépendant", "", arrondis},
	MaxIJ:                    {"Nombre maximal d'indemnités", "indemnités", nil},
	MaxIJAnnees:              {"Période sur laquelle elles se comptent", "ans", nil},
	ALDAnnees:                {"Durée des indemnités d'une affection de longue durée", "ans", nil},
	ALDRepriseAnnees:         {"Reprise du travail qui ouvre une nouvelle période", "an", nil},
	TPTAnnees:                {"Durée que le temps partiel thérapeutique peut ajouter", "an", nil},
	TPTPertePresumee:         {"Part de la dernière perte connue qui est versée en acompte d'un temps partiel", "%", nil},
	RetraiteIJ:               {"Nombre maximal d'indemnités d'un retraité", "indemnités", nil},
	PrescriptionAnnees:       {"Délai pour réclamer l'indemnité", "ans", nil},
	EnvoiJours:               {"Délai d'envoi de l'avis d'arrêt", "jours", nil},
	RetardMois:               {"Période pendant laquelle un second retard est sanctionné", "mois", nil},
	RetardReduction:          {"Réduction de l'indemnité pour un second retard", "%", nil},
	Formulaire:               {"Avis d'arrêt sur papier", "", map[string]string{"0": "tout imprimé est admis", "1": "photocopie refusée, ancien imprimé toléré", "2": "imprimé sécurisé exigé"}},
	TeleconsultationJours:    {"Durée maximale d'un arrêt prescrit en téléconsultation", "jours", durees},
	DureeInitialeMax:         {"Durée maximale d'une première prescription", "jours", durees},
	DureeProlongationMax:     {"Durée maximale d'une prolongation", "jours", durees},
	ControleJoursFrancs:      {"Délai pendant lequel un arrêt qui suit une suspension attend un avis médical", "jours francs", nil},
	TNSSeuilPourcent:         {"Revenu d'indépendant en dessous duquel rien n'est dû, du plafond annuel moyen", "%", nil},
	TNSAnnees:                {"Années de revenus d'un indépendant retenues", "ans", nil},
	TNSDiviseur:              {"Diviseur du revenu annuel moyen d'un indépendant", "", nil},
	TNSDebutDiviseur:         {"Jours de l'année à laquelle se ramène le revenu des premières années", "jours", nil},
	TNSPlafondPASS:           {"Plafond du revenu d'un artisan ou commerçant", "fois le plafond annuel", nil},
	TNSPlafondPASSPL:         {"Plafond du revenu d'une profession libérale", "fois le plafond annuel", nil},
	TNSPLJours:               {"Jours payés à une profession libérale pour une incapacité", "jours", nil},
	TNSConjointPourcent:      {"Base du conjoint collaborateur, du plafond annuel", "%", nil},
	TNSTPTPourcent:           {"Part de l'indemnité d'un indépendant à temps partiel", "%", nil},
	TNSTPTJours:              {"Durée du temps partiel d'un indépendant", "jours", nil},
	TNSTPTALDJours:           {"Durée du temps partiel d'un indépendant en affection de longue durée", "jours", nil},
	TNSTPTALDAnnees:          {"Période sur laquelle ils se prennent", "ans", nil},
	TNSNeutralisation2020:    {"Année 2020 écartée du revenu d'un indépendant quand c'est favorable", "", ouiNon},
	MicroVente:               {"Abattement d'un micro-entrepreneur, vente", "%", nil},
	MicroServices:            {"Abattement d'un micro-entrepreneur, services", "%", nil},
	MicroLiberal:             {"Abattement d'un micro-entrepreneur, profession libérale", "%", nil},
	MicroMeubleTourisme:      {"Abattement d'un micro-entrepreneur, meublé de tourisme", "%", nil},

	FamDeduction:            {"Réduction forfaitaire du gain journalier", "%", nil},
	FamMinimum:              {"Indemnité journalière minimale", "€", nil},
	FamAffiliationMois:      {"Affiliation exigée avant le congé", "mois", nil},
	FamPrescriptionAnnees:   {"Délai pour réclamer l'indemnité d'un congé", "ans", nil},
	ArrondiFamille:          {"Arrondi de l'indemnité d'un congé", "", arrondis},
	ArrondiAJAP:             {"Arrondi de l'allocation d'accompagnement réduite", "", arrondis},
	MatDroitMois:            {"Début de la grossesse, avant la date prévue", "mois", nil},
	MatPrenatal:             {"Congé prénatal, premier ou deuxième enfant", "semaines", nil},
	MatPostnatal:            {"Congé postnatal, premier ou deuxième enfant", "semaines", nil},
	MatPrenatal3:            {"Congé prénatal, à partir du troisième enfant", "semaines", nil},
	MatPostnatal3:           {"Congé postnatal, à partir du troisième enfant", "semaines", nil},
	MatPrenatalJumeaux:      {"Congé prénatal, jumeaux", "semaines", nil},
	MatPostnatalJumeaux:     {"Congé postnatal, jumeaux", "semaines", nil},
	MatPrenatalTriples:      {"Congé prénatal, trois enfants ou plus", "semaines", nil},
	MatPostnatalTriples:     {"Congé postnatal, trois enfants ou plus", "semaines", nil},
	FamRangLong:             {"Enfants à charge, avec celui qui arrive, à partir desquels le congé est plus long", "enfants", nil},
	MatReportSemaines:       {"Congé prénatal qui peut être reporté après la naissance", "semaines", nil},
	MatAnticipation3:        {"Congé postnatal qui peut être pris avant la naissance, à partir du troisième enfant", "semaines", nil},
	MatAnticipationJumeaux:  {"Congé postnatal qui peut être pris avant la naissance, jumeaux", "semaines", nil},
	MatMinimumJours:         {"Arrêt minimal de la mère", "jours", nil},
	MatPrematureJours:       {"Avance de la naissance au-delà de laquelle l'hospitalisation de l'enfant allonge le congé", "jours", nil},
	MatPathologiqueJours:    {"Repos pathologique prénatal", "jours", nil},
	MatHospitalisationJours: {"Hospitalisation de l'enfant après laquelle la fin du congé peut être reportée", "jours", nil},
	MatViableSemaines:       {"Durée de la grossesse à partir de laquelle le congé est dû", "semaines", nil},
	GarantieMois:            {"Garantie de rémunération de la grossesse exposée, après le congé", "mois", nil},
	PatJours:                {"Congé de paternité", "jours", nil},
	PatJoursMultiple:        {"Congé de paternité, naissance multiple", "jours", nil},
	PatObligatoires:         {"dont à prendre aussitôt après le congé de naissance", "jours", nil},
	PatNaissanceJours:       {"Congé de naissance, payé par l'employeur", "jours ouvrables", nil},
	PatPeriodes:             {"Périodes du reste du congé de paternité", "périodes", nil},
	PatPeriodeJours:         {"Durée minimale de chacune", "jours", nil},
	PatMois:                 {"Délai pour prendre le congé de paternité", "mois", nil},
	PatHospitalisationJours: {"Prolongation du congé de paternité, hospitalisation immédiate de l'enfant", "jours", nil},
	AdoSemaines:             {"Congé d'adoption", "semaines", nil},
	AdoSemaines3:            {"Congé d'adoption, à partir du troisième enfant à charge", "semaines", nil},
	AdoSemainesMultiple:     {"Congé d'adoption de plusieurs enfants", "semaines", nil},
	AdoAvantJours:           {"Début du congé d'adoption, avant l'arrivée de l'enfant", "jours", nil},
	AdoApresMois:            {"Délai pour prendre le congé d'adoption, après l'arrivée", "mois", nil},
	AdoPeriodes:             {"Périodes du congé d'adoption", "périodes", map[string]string{"1": "une seule"}},
	AdoPeriodeJours:         {"Durée minimale de chacune, quand le congé est partagé", "jours", nil},
	AdoPartMinimum:          {"La part de chaque parent a la durée minimale d'une période", "", ouiNon},
	AdoPartage:              {"Jours de plus quand les parents se partagent le congé d'adoption", "jours", nil},
	AdoPartageMultiple:      {"Jours de plus quand ils adoptent plusieurs enfants", "jours", nil},
	CSNEnfant:               {"Congé supplémentaire ouvert aux enfants nés, arrivés ou attendus ce jour-là", "", ouiNon},
	CSNConge:                {"Congé supplémentaire ouvert aux congés qui commencent ce jour-là", "", ouiNon},
	CSNMoisMax:              {"Congé supplémentaire de naissance, au plus", "mois", nil},
	CSNTaux1:                {"Indemnité du premier mois, de celle du congé précédent", "%", nil},
	CSNTaux2:                {"Indemnité du second mois, de celle du congé précédent", "%", nil},
	CSNDelaiMois:            {"Délai pour prendre le congé supplémentaire", "mois", nil},
	CSNMoisJours:            {"Jours d'un mois de ce congé, dans l'autre lecture", "jours", nil},
	DeuilAge:                {"Âge que la personne décédée ne doit pas avoir atteint", "ans", nil},
	DeuilJours:              {"Congé de deuil d'un salarié", "jours", nil},
	DeuilPeriodes:           {"Périodes de ce congé", "périodes", nil},
	DeuilJoursMaintenu:      {"Congé de deuil d'un indépendant ou d'une personne sans emploi", "jours", nil},
	DeuilPeriodesMaintenu:   {"Périodes de ce congé, indépendant ou personne sans emploi", "périodes", nil},
	DeuilMois:               {"Délai pour prendre le congé de deuil", "mois", nil},
	AJAPJours:               {"Accompagnement d'une personne en fin de vie", "jours", nil},
	AJAPReduction:           {"Allocation d'accompagnement quand le travail n'est que réduit", "%", nil},
	AJAPMontant:             {"Allocation d'accompagnement, par jour", "€", nil},
	TNSMatPostnatalJours:    {"Arrêt minimal d'une indépendante après la naissance", "jours", nil},
	TNSMatReduction:         {"Part versée à un indépendant de faible revenu", "%", nil},
	TNSMatAllocationMois:    {"Naissance avant la fin du septième mois : avance sur la date prévue", "mois", nil},
	TNSPathoJours:           {"Repos pathologique d'une indépendante", "jours", nil},
	TNSPathoBloc:            {"dont, pour chacune de deux périodes, au plus", "jours", nil},
	TNSPathoApres:           {"dont, après la naissance, au plus", "jours", nil},
	TNSPatImmediats:         {"Congé de paternité d'un indépendant à prendre dès la naissance", "jours", nil},
	TNSPatPeriodes:          {"Périodes du reste de ce congé", "périodes", nil},
	TNSAdoPart:              {"Congé d'adoption d'un indépendant, de celui d'un salarié", "%", nil},

	ATDiviseurMois:           {"Diviseur du salaire d'un mois", "", nil},
	ATDiviseurPaies:          {"Diviseur de deux quinzaines ou de quatre semaines", "", nil},
	ATDiviseur12Mois:         {"Diviseur des salaires de douze mois, accident", "", nil},
	ATTaux1:                  {"Part du salaire journalier, premiers jours", "%", nil},
	ATTaux2:                  {"Part du salaire journalier, ensuite", "%", nil},
	ATTaux2Jour:              {"Rang du jour d'arrêt à partir duquel le second taux s'applique", "", nil},
	ATPlafondPASS:            {"Plafond du salaire journalier, du plafond annuel", "%", nil},
	ATDeduction:              {"Part retranchée du salaire pour le gain journalier net", "%", nil},
	ArrondiATMP:              {"Arrondi de l'indemnité d'accident", "", arrondis},
	ATMineurAge:              {"Âge avant lequel le salaire d'une victime a un minimum", "ans", nil},
	ATRenteDiviseur:          {"Diviseur de la rente mensuelle déduite", "", nil},
	ATMPRetroactiviteAnnees:  {"Maladie professionnelle : indemnités avant la déclaration", "ans", nil},
	ATPrescriptionAnnees:     {"Délai pour réclamer les prestations d'un accident", "ans", nil},
	ATDureeMaxAnnees:         {"Durée maximale des indemnités d'un accident survenu ce jour-là", "ans", durees},
	ATRevalorisationMois:     {"Durée d'arrêt après laquelle l'indemnité pourrait être revalorisée", "mois", nil},
	ATMPTexteNouveau:         {"Maladie déclarée sous un texte qui n'a pas été relu", "", ouiNon},
	ATPartImposable:          {"Part imposable de l'indemnité d'accident", "%", nil},
	ITIMois:                  {"Durée de l'indemnité temporaire d'inaptitude", "mois", nil},
	RecVictimeJours:          {"La victime informe l'employeur dans", "jour", nil},
	RecDATJours:              {"L'employeur déclare l'accident dans", "jours, sans les dimanches ni les jours fériés", nil},
	RecReservesJours:         {"L'employeur émet des réserves dans", "jours francs", nil},
	RecDecisionATJours:       {"La caisse décide sur un accident, ou engage des investigations, dans", "jours francs", nil},
	RecQuestionnaireATJours:  {"Les parties répondent au questionnaire, accident, dans", "jours francs", nil},
	RecDossierATJours:        {"Le dossier de l'accident est consultable au plus tard après", "jours francs", nil},
	RecInvestigationsATJours: {"La caisse décide sur un accident, après investigations, dans", "jours francs", nil},
	RecObservationsJours:     {"Les parties font leurs observations dans", "jours francs", nil},
	RecQuestionnaireMPJours:  {"Les parties répondent au questionnaire, maladie professionnelle, dans", "jours francs", nil},
	RecDossierMPJours:        {"Le dossier de la maladie est consultable au plus tard après", "jours francs", nil},
	RecDecisionMPJours:       {"La caisse décide sur une maladie professionnelle, ou saisit le comité régional, dans", "jours francs", nil},
	RecCRRMPCompleterJours:   {"Les parties complètent le dossier du comité régional dans", "jours francs", nil},
	RecCRRMPAvisJours:        {"Le comité régional rend son avis dans", "jours francs", nil},
	RecCRRMPDecisionJours:    {"La caisse décide, une fois le comité saisi, dans", "jours francs", nil},
	RecRechuteJours:          {"La caisse décide sur une rechute ou une nouvelle lésion dans", "jours francs", nil},
	ATConsolidationJours:     {"Délai pour contester la date de guérison ou de consolidation", "jours", nil},
	ATPaiementJours:          {"Intervalle entre deux paiements de l'indemnité d'accident, au plus", "jours", nil},
	ATAstreinteJour:          {"Rang du jour de retard à partir duquel l'astreinte court", "", nil},
	ATAstreinteTaux:          {"Astreinte, par jour de retard", "%", nil},
}

// Attendu reports whether the value is still awaited from a text to come: no row
// gives it, and no computation guesses it.
func (c Code) Attendu() bool { return sansValeur[c] }

// Libelle says in French what a parameter is.
func (c Code) Libelle() string { return libelles[c].nom }

// EnClair says the value of a row in French, with its unit: «6,2 %», «3 jours»,
// «oui».
func (l *Ligne) EnClair() string {
	x := &libelles[l.Code]
	if mot := x.mots[l.Texte]; mot != "" {
		return mot
	}
	if x.unite == "€" {
		return l.Valeur.Centimes(v.Troncature).Euros()
	}
	return strings.TrimRight(strings.Replace(l.Texte, ".", ",", 1)+" "+x.unite, " ")
}
