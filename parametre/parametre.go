package parametre

import v "accord/valeur"

// Code names a dated parameter. Its name in the data files is that of
// [Code.String].
type Code uint8

// The parameters, in the order of the data files.
const (
	SmicHoraire Code = iota
	SmicMensuel
	PASS
	PMSS
	InduSeuilPourcent
	CSG
	CSGDeductible
	CRDS
	Heures3Mois
	Smic6Mois
	Heures12Mois
	Smic12Mois
	DureeSansAffiliationMois
	AffiliationMois
	HeuresJourAssimile
	CachetsTrimestre
	CachetsAnnee
	MaintienMois
	EmploiInsuffisantMois
	AffiliationTNSMois
	DroitVerifie
	CarenceJours
	EcartMax
	ExoDecesEnfant
	ExoDecesEnfantSemaines
	ExoDecesEnfantAge
	ExoFausseCouche
	ExoIMG
	ExoCovid
	PlafondSmic
	TauxIJ
	Diviseur3Mois
	DiviseurPaies
	Diviseur12Mois
	DiviseurPlafondAnnuel
	EcartSalaireRetabli
	RetablissementSansTexte
	ArrondiMaladie
	ArrondiTNS
	MaxIJ
	MaxIJAnnees
	ALDAnnees
	ALDRepriseAnnees
	TPTAnnees
	TPTPertePresumee
	RetraiteIJ
	PrescriptionAnnees
	EnvoiJours
	RetardMois
	RetardReduction
	Formulaire
	TeleconsultationJours
	DureeInitialeMax
	DureeProlongationMax
	ControleJoursFrancs
	TNSSeuilPourcent
	TNSAnnees
	TNSDiviseur
	TNSDebutDiviseur
	TNSPlafondPASS
	TNSPlafondPASSPL
	TNSPLJours
	TNSConjointPourcent
	TNSTPTPourcent
	TNSTPTJours
	TNSTPTALDJours
	TNSTPTALDAnnees
	TNSNeutralisation2020
	MicroVente
	MicroServices
	MicroLiberal
	MicroMeubleTourisme

	// Birth, adoption, mourning (famille.csv).
	FamDeduction
	FamMinimum
	FamAffiliationMois
	FamPrescriptionAnnees
	ArrondiFamille
	ArrondiAJAP
	MatDroitMois
	MatPrenatal
	MatPostnatal
	MatPrenatal3
	MatPostnatal3
	MatPrenatalJumeaux
	MatPostnatalJumeaux
	MatPrenatalTriples
	MatPostnatalTriples
	FamRangLong
	MatReportSemaines
	MatAnticipation3
	MatAnticipationJumeaux
	MatMinimumJours
	MatPrematureJours
	MatPathologiqueJours
	MatHospitalisationJours
	MatViableSemaines
	GarantieMois
	PatJours
	PatJoursMultiple
	PatObligatoires
	PatNaissanceJours
	PatPeriodes
	PatPeriodeJours
	PatMois
	PatHospitalisationJours
	AdoSemaines
	AdoSemaines3
	AdoSemainesMultiple
	AdoAvantJours
	AdoApresMois
	AdoPeriodes
	AdoPeriodeJours
	AdoPartMinimum
	AdoPartage
	AdoPartageMultiple
	CSNEnfant
	CSNConge
	CSNMoisMax
	CSNTaux1
	CSNTaux2
	CSNDelaiMois
	CSNMoisJours
	DeuilAge
	DeuilJours
	DeuilPeriodes
	DeuilJoursMaintenu
	DeuilPeriodesMaintenu
	DeuilMois
	AJAPJours
	AJAPReduction
	AJAPMontant
	TNSMatPostnatalJours
	TNSMatReduction
	TNSMatAllocationMois
	TNSPathoJours
	TNSPathoBloc
	TNSPathoApres
	TNSPatImmediats
	TNSPatPeriodes
	TNSAdoPart

	// Accidents at work and occupational diseases (atmp.csv).
	ATDiviseurMois
	ATDiviseurPaies
	ATDiviseur12Mois
	ATTaux1
	ATTaux2
	ATTaux2Jour
	ATPlafondPASS
	ATDeduction
	ArrondiATMP
	ATMineurAge
	ATRenteDiviseur
	ATMPRetroactiviteAnnees
	ATPrescriptionAnnees
	ATDureeMaxAnnees
	ATRevalorisationMois
	ATMPTexteNouveau
	ATPartImposable
	ITIMois
	RecVictimeJours
	RecDATJours
	RecReservesJours
	RecDecisionATJours
	RecQuestionnaireATJours
	RecDossierATJours
	RecInvestigationsATJours
	RecObservationsJours
	RecQuestionnaireMPJours
	RecDossierMPJours
	RecDecisionMPJours
	RecCRRMPCompleterJours
	RecCRRMPAvisJours
	RecCRRMPDecisionJours
	RecRechuteJours
	ATConsolidationJours
	ATPaiementJours
	ATAstreinteJour
	ATAstreinteTaux
	nbCodes
)

// codes gives the name of each parameter in the data files and, for those
// renewed every year, the family that a missing year names.
var codes = [nbCodes]struct{ nom, famille string }{
	SmicHoraire:              {"SMIC_HORAIRE", "SMIC"},
	SmicMensuel:              {"SMIC_MENSUEL", "SMIC"},
	PASS:                     {"PASS", ""},
	PMSS:                     {"PMSS", ""},
	InduSeuilPourcent:        {"INDU_SEUIL_POURCENT", ""},
	CSG:                      {"CSG", ""},
	CSGDeductible:            {"CSG_DEDUCTIBLE", ""},
	CRDS:                     {"CRDS", ""},
	Heures3Mois:              {"HEURES_3_MOIS", ""},
	Smic6Mois:                {"SMIC_6_MOIS", ""},
	Heures12Mois:             {"HEURES_12_MOIS", ""},
	Smic12Mois:               {"SMIC_12_MOIS", ""},
	DureeSansAffiliationMois: {"DUREE_SANS_AFFILIATION_MOIS", ""},
	AffiliationMois:          {"AFFILIATION_MOIS", ""},
	HeuresJourAssimile:       {"HEURES_JOUR_ASSIMILE", ""},
	CachetsTrimestre:         {"CACHETS_TRIMESTRE", ""},
	CachetsAnnee:             {"CACHETS_ANNEE", ""},
	MaintienMois:             {"MAINTIEN_MOIS", ""},
	EmploiInsuffisantMois:    {"EMPLOI_INSUFFISANT_MOIS", ""},
	AffiliationTNSMois:       {"AFFILIATION_TNS_MOIS", ""},
	DroitVerifie:             {"DROIT_VERIFIE", ""},
	CarenceJours:             {"CARENCE_JOURS", ""},
	EcartMax:                 {"ECART_MAX", ""},
	ExoDecesEnfant:           {"EXO_DECES_ENFANT", ""},
	ExoDecesEnfantSemaines:   {"EXO_DECES_ENFANT_SEMAINES", ""},
	ExoDecesEnfantAge:        {"EXO_DECES_ENFANT_AGE", ""},
	ExoFausseCouche:          {"EXO_FAUSSE_COUCHE", ""},
	ExoIMG:                   {"EXO_IMG", ""},
	ExoCovid:                 {"EXO_COVID", ""},
	PlafondSmic:              {"PLAFOND_SMIC", ""},
	TauxIJ:                   {"TAUX_IJ", ""},
	Diviseur3Mois:            {"DIVISEUR_3_MOIS", ""},
	DiviseurPaies:            {"DIVISEUR_PAIES", ""},
	Diviseur12Mois:           {"DIVISEUR_12_MOIS", ""},
	DiviseurPlafondAnnuel:    {"DIVISEUR_PLAFOND_ANNUEL", ""},
	EcartSalaireRetabli:      {"ECART_SALAIRE_RETABLI", ""},
	RetablissementSansTexte:  {"RETABLISSEMENT_SANS_TEXTE", ""},
	ArrondiMaladie:           {"ARRONDI_MALADIE", ""},
	ArrondiTNS:               {"ARRONDI_TNS", ""},
	MaxIJ:                    {"MAX_IJ", ""},
	MaxIJAnnees:              {"MAX_IJ_ANNEES", ""},
	ALDAnnees:                {"ALD_ANNEES", ""},
	ALDRepriseAnnees:         {"ALD_REPRISE_ANNEES", ""},
	TPTAnnees:                {"TPT_ANNEES", ""},
	TPTPertePresumee:         {"TPT_PERTE_PRESUMEE", ""},
	RetraiteIJ:               {"RETRAITE_IJ", ""},
	PrescriptionAnnees:       {"PRESCRIPTION_ANNEES", ""},
	EnvoiJours:               {"ENVOI_JOURS", ""},
	RetardMois:               {"RETARD_MOIS", ""},
	RetardReduction:          {"RETARD_REDUCTION", ""},
	Formulaire:               {"FORMULAIRE", ""},
	TeleconsultationJours:    {"TELECONSULTATION_JOURS", ""},
	DureeInitialeMax:         {"DUREE_INITIALE_MAX", ""},
	DureeProlongationMax:     {"DUREE_PROLONGATION_MAX", ""},
	ControleJoursFrancs:      {"CONTROLE_JOURS_FRANCS", ""},
	TNSSeuilPourcent:         {"TNS_SEUIL_POURCENT", ""},
	TNSAnnees:                {"TNS_ANNEES", ""},
	TNSDiviseur:              {"TNS_DIVISEUR", ""},
	TNSDebutDiviseur:         {"TNS_DEBUT_DIVISEUR", ""},
	TNSPlafondPASS:           {"TNS_PLAFOND_PASS", ""},
	TNSPlafondPASSPL:         {"TNS_PLAFOND_PASS_PL", ""},
	TNSPLJours:               {"TNS_PL_JOURS", ""},
	TNSConjointPourcent:      {"TNS_CONJOINT_POURCENT", ""},
	TNSTPTPourcent:           {"TNS_TPT_POURCENT", ""},
	TNSTPTJours:              {"TNS_TPT_JOURS", ""},
	TNSTPTALDJours:           {"TNS_TPT_ALD_JOURS", ""},
	TNSTPTALDAnnees:          {"TNS_TPT_ALD_ANNEES", ""},
	TNSNeutralisation2020:    {"TNS_NEUTRALISATION_2020", ""},
	MicroVente:               {"MICRO_VENTE", ""},
	MicroServices:            {"MICRO_SERVICES", ""},
	MicroLiberal:             {"MICRO_LIBERAL", ""},
	MicroMeubleTourisme:      {"MICRO_MEUBLE_TOURISME", ""},

	FamDeduction:            {"FAM_DEDUCTION", ""},
	FamMinimum:              {"FAM_MINIMUM", ""},
	FamAffiliationMois:      {"FAM_AFFILIATION_MOIS", ""},
	FamPrescriptionAnnees:   {"FAM_PRESCRIPTION_ANNEES", ""},
	ArrondiFamille:          {"ARRONDI_FAMILLE", ""},
	ArrondiAJAP:             {"ARRONDI_AJAP", ""},
	MatDroitMois:            {"MAT_DROIT_MOIS", ""},
	MatPrenatal:             {"MAT_PRENATAL", ""},
	MatPostnatal:            {"MAT_POSTNATAL", ""},
	MatPrenatal3:            {"MAT_PRENATAL_3", ""},
	MatPostnatal3:           {"MAT_POSTNATAL_3", ""},
	MatPrenatalJumeaux:      {"MAT_PRENATAL_JUMEAUX", ""},
	MatPostnatalJumeaux:     {"MAT_POSTNATAL_JUMEAUX", ""},
	MatPrenatalTriples:      {"MAT_PRENATAL_TRIPLES", ""},
	MatPostnatalTriples:     {"MAT_POSTNATAL_TRIPLES", ""},
	FamRangLong:             {"FAM_RANG_LONG", ""},
	MatReportSemaines:       {"MAT_REPORT_SEMAINES", ""},
	MatAnticipation3:        {"MAT_ANTICIPATION_3", ""},
	MatAnticipationJumeaux:  {"MAT_ANTICIPATION_JUMEAUX", ""},
	MatMinimumJours:         {"MAT_MINIMUM_JOURS", ""},
	MatPrematureJours:       {"MAT_PREMATURE_JOURS", ""},
	MatPathologiqueJours:    {"MAT_PATHOLOGIQUE_JOURS", ""},
	MatHospitalisationJours: {"MAT_HOSPITALISATION_JOURS", ""},
	MatViableSemaines:       {"MAT_VIABLE_SEMAINES", ""},
	GarantieMois:            {"GARANTIE_MOIS", ""},
	PatJours:                {"PAT_JOURS", ""},
	PatJoursMultiple:        {"PAT_JOURS_MULTIPLE", ""},
	PatObligatoires:         {"PAT_OBLIGATOIRES", ""},
	PatNaissanceJours:       {"PAT_NAISSANCE_JOURS", ""},
	PatPeriodes:             {"PAT_PERIODES", ""},
	PatPeriodeJours:         {"PAT_PERIODE_JOURS", ""},
	PatMois:                 {"PAT_MOIS", ""},
	PatHospitalisationJours: {"PAT_HOSPITALISATION_JOURS", ""},
	AdoSemaines:             {"ADO_SEMAINES", ""},
	AdoSemaines3:            {"ADO_SEMAINES_3", ""},
	AdoSemainesMultiple:     {"ADO_SEMAINES_MULTIPLE", ""},
	AdoAvantJours:           {"ADO_AVANT_JOURS", ""},
	AdoApresMois:            {"ADO_APRES_MOIS", ""},
	AdoPeriodes:             {"ADO_PERIODES", ""},
	AdoPeriodeJours:         {"ADO_PERIODE_JOURS", ""},
	AdoPartMinimum:          {"ADO_PART_MINIMUM", ""},
	AdoPartage:              {"ADO_PARTAGE", ""},
	AdoPartageMultiple:      {"ADO_PARTAGE_MULTIPLE", ""},
	CSNEnfant:               {"CSN_ENFANT", ""},
	CSNConge:                {"CSN_CONGE", ""},
	CSNMoisMax:              {"CSN_MOIS_MAX", ""},
	CSNTaux1:                {"CSN_TAUX_1", ""},
	CSNTaux2:                {"CSN_TAUX_2", ""},
	CSNDelaiMois:            {"CSN_DELAI_MOIS", ""},
	CSNMoisJours:            {"CSN_MOIS_JOURS", ""},
	DeuilAge:                {"DEUIL_AGE", ""},
	DeuilJours:              {"DEUIL_JOURS", ""},
	DeuilPeriodes:           {"DEUIL_PERIODES", ""},
	DeuilJoursMaintenu:      {"DEUIL_JOURS_MAINTENU", ""},
	DeuilPeriodesMaintenu:   {"DEUIL_PERIODES_MAINTENU", ""},
	DeuilMois:               {"DEUIL_MOIS", ""},
	AJAPJours:               {"AJAP_JOURS", ""},
	AJAPReduction:           {"AJAP_REDUCTION", ""},
	AJAPMontant:             {"AJAP_MONTANT", ""},
	TNSMatPostnatalJours:    {"TNS_MAT_POSTNATAL_JOURS", ""},
	TNSMatReduction:         {"TNS_MAT_REDUCTION", ""},
	TNSMatAllocationMois:    {"TNS_MAT_ALLOCATION_MOIS", ""},
	TNSPathoJours:           {"TNS_PATHO_JOURS", ""},
	TNSPathoBloc:            {"TNS_PATHO_BLOC", ""},
	TNSPathoApres:           {"TNS_PATHO_APRES", ""},
	TNSPatImmediats:         {"TNS_PAT_IMMEDIATS", ""},
	TNSPatPeriodes:          {"TNS_PAT_PERIODES", ""},
	TNSAdoPart:              {"TNS_ADO_PART", ""},

	ATDiviseurMois:           {"AT_DIVISEUR_MOIS", ""},
	ATDiviseurPaies:          {"AT_DIVISEUR_PAIES", ""},
	ATDiviseur12Mois:         {"AT_DIVISEUR_12_MOIS", ""},
	ATTaux1:                  {"AT_TAUX_1", ""},
	ATTaux2:                  {"AT_TAUX_2", ""},
	ATTaux2Jour:              {"AT_TAUX_2_JOUR", ""},
	ATPlafondPASS:            {"AT_PLAFOND_PASS", ""},
	ATDeduction:              {"AT_DEDUCTION", ""},
	ArrondiATMP:              {"ARRONDI_ATMP", ""},
	ATMineurAge:              {"AT_MINEUR_AGE", ""},
	ATRenteDiviseur:          {"AT_RENTE_DIVISEUR", ""},
	ATMPRetroactiviteAnnees:  {"AT_MP_RETROACTIVITE_ANNEES", ""},
	ATPrescriptionAnnees:     {"AT_PRESCRIPTION_ANNEES", ""},
	ATDureeMaxAnnees:         {"AT_DUREE_MAX_ANNEES", ""},
	ATRevalorisationMois:     {"AT_REVALORISATION_MOIS", ""},
	ATMPTexteNouveau:         {"AT_MP_TEXTE_NOUVEAU", ""},
	ATPartImposable:          {"AT_PART_IMPOSABLE", ""},
	ITIMois:                  {"ITI_MOIS", ""},
	RecVictimeJours:          {"REC_VICTIME_JOURS", ""},
	RecDATJours:              {"REC_DAT_JOURS", ""},
	RecReservesJours:         {"REC_RESERVES_JOURS", ""},
	RecDecisionATJours:       {"REC_DECISION_AT_JOURS", ""},
	RecQuestionnaireATJours:  {"REC_QUESTIONNAIRE_AT_JOURS", ""},
	RecDossierATJours:        {"REC_DOSSIER_AT_JOURS", ""},
	RecInvestigationsATJours: {"REC_INVESTIGATIONS_AT_JOURS", ""},
	RecObservationsJours:     {"REC_OBSERVATIONS_JOURS", ""},
	RecQuestionnaireMPJours:  {"REC_QUESTIONNAIRE_MP_JOURS", ""},
	RecDossierMPJours:        {"REC_DOSSIER_MP_JOURS", ""},
	RecDecisionMPJours:       {"REC_DECISION_MP_JOURS", ""},
	RecCRRMPCompleterJours:   {"REC_CRRMP_COMPLETER_JOURS", ""},
	RecCRRMPAvisJours:        {"REC_CRRMP_AVIS_JOURS", ""},
	RecCRRMPDecisionJours:    {"REC_CRRMP_DECISION_JOURS", ""},
	RecRechuteJours:          {"REC_RECHUTE_JOURS", ""},
	ATConsolidationJours:     {"AT_CONSOLIDATION_JOURS", ""},
	ATPaiementJours:          {"AT_PAIEMENT_JOURS", ""},
	ATAstreinteJour:          {"AT_ASTREINTE_JOUR", ""},
	ATAstreinteTaux:          {"AT_ASTREINTE_TAUX", ""},
}

// String gives the name of the parameter in the data files.
func (c Code) String() string { return codes[c].nom }

// Famille gives the name under which a missing year is announced: «SMIC» for
// the hourly and the monthly one, the name of the code for the others.
func (c Code) Famille() string {
	if codes[c].famille != "" {
		return codes[c].famille
	}
	return codes[c].nom
}

// Horloge reports whether the parameter is a time limit of the caisse or of the
// parties, which moves a calendar of steps and no day of an allowance.
func (c Code) Horloge() bool { return c >= RecVictimeJours && c <= ATAstreinteTaux }

// Codes lists every parameter, in order.
func Codes() []Code {
	c := make([]Code, nbCodes)
	for i := range c {
		c[i] = Code(i)
	}
	return c
}

// codeDe finds a parameter by its name.
func codeDe(nom string) (Code, bool) {
	for i := range codes {
		if codes[i].nom == nom {
			return Code(i), true
		}
	}
	return 0, false
}

// Ligne is one dated row: the value of a parameter from a day on, and the text
// that says so.
type Ligne struct {
	Fichier      string // data file, without folder
	NumLigne     int    // line in that file, from 1; 0 for a row made in memory
	Code         Code
	Valeur       v.Fraction
	Texte        string // the value as written
	Du, Au       v.Jour // Du zero: as far back as there are cases; Au zero: until the next row, or with no known end
	Source       string
	JO           v.Jour // date of the Journal officiel, when known
	VraiEncoreLe v.Jour // last day on which a person checked it
}

// sansValeur says which parameters may have no row: their value is fixed by a
// document that was not loaded, and what needs it waits by name.
var sansValeur = map[Code]bool{AJAPMontant: true}
