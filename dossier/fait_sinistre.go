package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// DeclarationAccident is an employer's declaration of an accident at work or on
// the way (cerfa 14463). What it says of injuries never reaches this package.
type DeclarationAccident struct {
	Envoi
	Employeur        Employeur    `json:"employeur"`
	Risque           droit.Risque `json:"risque"`
	AccidentLe       v.Jour       `json:"accident_le"`
	ConnuEmployeurLe v.Jour       `json:"connu_employeur_le,omitempty"`
	DernierJour      v.Jour       `json:"dernier_jour_travaille,omitempty"`
	DeclareeLe       v.Jour       `json:"declaree_le"`
	ReservesLe       v.Jour       `json:"reserves_le,omitempty"` // zero: no reserves (R.441-6)
}

// CertificatAT is the administrative side of a medical certificate of an
// accident at work or an occupational disease (cerfa 11138).
type CertificatAT struct {
	Envoi
	Nature       NatureCertificat     `json:"nature"`
	Risque       droit.Risque         `json:"risque"`
	SinistreLe   v.Jour               `json:"sinistre_le"`         // of the accident, or of the first medical finding
	Affection    string               `json:"affection,omitempty"` // opaque: tells two diseases of one person apart
	EtabliLe     v.Jour               `json:"etabli_le"`
	Arret        v.Periode            `json:"arret"` // zero: care without a stop
	TempsPartiel bool                 `json:"temps_partiel,omitempty"`
	Issue        droit.NatureDecision `json:"issue,omitempty"` // of a final certificate: «consolidation», «guerison»
	IssueLe      v.Jour               `json:"issue_le,omitempty"`
	Canal        droit.Canal          `json:"canal"`
	Prescripteur droit.Prescripteur   `json:"prescripteur,omitempty"`
	Employeur    v.SIRET              `json:"employeur,omitempty"`
	NomEmployeur string               `json:"nom_employeur,omitempty"`
}

// NatureCertificat is what the doctor ticked.
type NatureCertificat string

const (
	CertificatInitial      NatureCertificat = "initial"
	CertificatProlongation NatureCertificat = "prolongation"
	CertificatRechute      NatureCertificat = "rechute"
	CertificatFinal        NatureCertificat = "final"
)

// DeclarationMP is the person's declaration of an occupational disease (cerfa
// 16130). Which disease it is never reaches this package.
type DeclarationMP struct {
	Envoi
	Affection      string    `json:"affection,omitempty"`
	ConstatationLe v.Jour    `json:"constatation_le"` // first medical finding
	DeclareeLe     v.Jour    `json:"declaree_le"`
	Employeur      Employeur `json:"employeur"` // of the exposure, as the person wrote it
}

// Acte is what a third party decided about rights, or a dated step of the
// recognition of an accident. It holds conclusions, never a reason.
type Acte struct {
	Envoi
	Auteur     Auteur       `json:"auteur"`
	Nature     NatureActe   `json:"nature"`
	PrisLe     v.Jour       `json:"pris_le"` // day of the decision or of the step
	Effet      v.Periode    `json:"effet"`   // days on which it bears; a zero begin is the day it was taken
	Risque     droit.Risque `json:"risque,omitempty"`
	SinistreLe v.Jour       `json:"sinistre_le,omitempty"`
	Affection  string       `json:"affection,omitempty"`
	ArretLe    v.Jour       `json:"arret_le,omitempty"`   // first day of the arrêt that it is about
	RetenueLe  v.Jour       `json:"retenue_le,omitempty"` // date of the accident or of the finding, as the caisse settles it
	Exonerante bool         `json:"exonerante,omitempty"` // of an ALD
	Mensuelle  v.Centimes   `json:"mensuelle,omitempty"`  // of a pension, cents a month
}

// NatureActe is a nature of decision of the law, a pension, or a step.
type NatureActe string

const (
	ActeRente           NatureActe = "rente"
	ActeAvertissement   NatureActe = "avertissement_envoi"    // D.323-2: the insured was told that a form was late
	EtapeComplet        NatureActe = "dossier_complet"        // R.441-7, R.461-9: the time to decide runs
	EtapeReserves       NatureActe = "reserves"               // R.441-6
	EtapeQuestionnaires NatureActe = "questionnaires_envoyes" // R.441-8
	EtapeQuestionnaire  NatureActe = "questionnaire_recu"
	EtapeEnquete        NatureActe = "enquete"
	EtapeConsultation   NatureActe = "dossier_consultable"
	EtapeObservations   NatureActe = "observations"
	EtapeSaisineCRRMP   NatureActe = "saisine_crrmp" // R.461-10
	EtapeAvisCRRMP      NatureActe = "avis_crrmp"
)

// NaturesActe lists the accepted words, decisions first: those that bear on
// rights, then the steps that only date the recognition.
var NaturesActe = []NatureActe{
	NatureActe(droit.SuspensionMedicale), NatureActe(droit.RepriseVersement), NatureActe(droit.DecisionALD), NatureActe(droit.ControleImpossible),
	NatureActe(droit.Reconnaissance), NatureActe(droit.RefusReconnaissance), NatureActe(droit.Consolidation), NatureActe(droit.Guerison),
	NatureActe(droit.AvisInaptitude), NatureActe(droit.Licenciement), NatureActe(droit.Reclassement), NatureActe(droit.ActiviteNonAutorisee),
	NatureActe(droit.RefusDroits), ActeRente, ActeAvertissement,
	EtapeComplet, EtapeReserves, EtapeQuestionnaires, EtapeQuestionnaire, EtapeEnquete, EtapeConsultation, EtapeObservations, EtapeSaisineCRRMP, EtapeAvisCRRMP,
}

// EstEtape reports whether the act only dates a step of a recognition.
func (n NatureActe) EstEtape() bool {
	return n != ActeRente && n != ActeAvertissement && !droit.EstValeur("nature_decision", string(n))
}
