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
}

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
