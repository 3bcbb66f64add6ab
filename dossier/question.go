package dossier

import v "accord/valeur"

// Codes of questions. They are stored in messages: never renamed.
const (
	QuestionSalaire   = "ATTESTATION_SALAIRE"
	QuestionAvisArret = "AVIS_ARRET"
	QuestionDates     = "DATES_DISCORDANTES"
	QuestionEmployeur = "EMPLOYEUR"
	QuestionCompte    = "COORDONNEES_BANCAIRES"
	QuestionHeures    = "HEURES_TRAVAILLEES"
	QuestionPerte     = "PERTE_TEMPS_PARTIEL"
	QuestionRevenu    = "REVENU"
	QuestionMaintien  = "SALAIRE_MAINTENU"
	// QuestionSuccession asks the heirs where to pay what was owed on the day of the death.
	QuestionSuccession = "COMPTE_SUCCESSION"

	QuestionGrossesse        = "DECLARATION_GROSSESSE"
	QuestionNaissance        = "ACTE_NAISSANCE"
	QuestionRang             = "RANG_ENFANT"
	QuestionConge            = "DEBUT_CONGE"
	QuestionDemandeConge     = "DEMANDE_CONGE"
	QuestionAccident         = "DECLARATION_ACCIDENT"
	QuestionCertificat       = "CERTIFICAT_MEDICAL"
	QuestionDeclarationMP    = "DECLARATION_MALADIE_PRO"
	QuestionReconnaissanceAT = "RECONNAISSANCE_AT"
	QuestionReconnaissanceMP = "RECONNAISSANCE_MP"
	QuestionConsolidation    = "DATE_CONSOLIDATION"
	QuestionMinimum          = "SALAIRE_MINIMUM_CATEGORIE"
	QuestionAvisMedical      = "AVIS_MEDICAL"
)

// Question is something precise that the caisse must be told: by whom, about
// what, and which days hang on it.
type Question struct {
	Code     string
	AupresDe string     // «employeur:SIRET», «assure», «medecin_conseil», «caisse»
	Ligne    string     // activity line concerned, empty for the person
	Objet    string     // what exactly: «2026-09», «2026-11-03»
	Pour     v.Periode  // days that hang on the answer
	Depuis   v.Jour     // since when the caisse waits
	Phrase   string     // what is missing, in plain French: the same words for everyone, a letter adds what to do
	Enjeu    v.Centimes // gross that answers may add, at most, to what is certain of those days
	// ADefaut says what the insured may send if whoever is asked does not answer.
	ADefaut string `json:",omitempty"`
	// SansAssure is set when the insured died: he is not written to.
	SansAssure bool `json:",omitempty"`

	pasAvant v.Jour // nobody can answer sooner: the time that it is about is not over
}

// Cle identifies the question: asked once, whatever recomputes it.
func (q *Question) Cle() string { return q.Code + "/" + q.AupresDe + "/" + q.Ligne + "/" + q.Objet }

// Chaine is one dossier: an initial arrêt and its prolongations.
type Chaine struct {
	ID     string // person and first day
	Debut  v.Jour
	Fin    v.Jour // last day prescribed or declared
	Arrets []int  // indexes in the case
}
