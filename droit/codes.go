package droit

import "slices"

// The codes of the contract are the words themselves: a case is readable by a
// jurist as it stands. The empty code means «not known».

type (
	// Territoire is where the insured person depends on a caisse.
	Territoire string
	// NatureActivite tells a job from independent work and from a chômage allowance.
	NatureActivite string
	// Contrat is the kind of contract of a job.
	Contrat string
	// StatutTNS is the group of an independent worker.
	StatutTNS string
	// Paie is how often a job is paid.
	Paie string
	// MotifAbsence is why a time of the reference period was not worked.
	MotifAbsence string
	// Maintien tells whether the employer keeps the whole wage or a part of it.
	Maintien string
	// MotifReprise is how work was resumed.
	MotifReprise string
	// Risque is the benefit that an arrêt or a day belongs to.
	Risque string
	// NatureArret is what the prescriber ticked.
	NatureArret string
	// Canal is how a prescription was sent.
	Canal string
	// Support is the form of a prescription on paper.
	Support string
	// Prescripteur is who prescribed, with regard to the person.
	Prescripteur string
	// Exoneration is a reason for having no waiting period.
	Exoneration string
	// NatureVersement is under which name something was paid before.
	NatureVersement string
	// Beneficiaire is who is paid.
	Beneficiaire string
	// NatureDecision is what a human decided.
	NatureDecision string
	// Etat is what a day is, on one activity line and for one risk.
	Etat string
)

const (
	Metropole     Territoire = "metropole"
	AlsaceMoselle Territoire = "alsace_moselle"
	DROM          Territoire = "drom"
	Mayotte       Territoire = "mayotte"

	Salarie          NatureActivite = "salarie"
	Independant      NatureActivite = "independant"
	ChomageIndemnise NatureActivite = "chomage_indemnise"

	CDI           Contrat = "cdi"
	CDD           Contrat = "cdd"
	Interim       Contrat = "interim"
	Saisonnier    Contrat = "saisonnier"
	Intermittent  Contrat = "intermittent"
	Apprentissage Contrat = "apprentissage"
	Vacation      Contrat = "vacation"
	CESU          Contrat = "cesu"

	ArtisanCommercant     StatutTNS = "artisan_commercant"
	CNAVPL                StatutTNS = "cnavpl"
	PAMC                  StatutTNS = "pamc"
	ConjointCollaborateur StatutTNS = "conjoint_collaborateur"

	Mensuelle    Paie = "mensuelle"
	Quinzaine    Paie = "quinzaine"
	Hebdomadaire Paie = "hebdomadaire"

	AbsenceMaladie           MotifAbsence = "maladie"
	AbsenceAccident          MotifAbsence = "accident"
	AbsenceMaternite         MotifAbsence = "maternite"
	AbsenceChomage           MotifAbsence = "chomage"
	AbsenceActivitePartielle MotifAbsence = "activite_partielle"
	AbsenceFermeture         MotifAbsence = "fermeture"
	AbsenceCongeAutorise     MotifAbsence = "conge_sans_solde_autorise"
	AbsenceCongeParental     MotifAbsence = "conge_parental"
	AbsenceInjustifiee       MotifAbsence = "injustifiee"
	AbsenceGreve             MotifAbsence = "greve"

	MaintienTotal   Maintien = "total"
	MaintienPartiel Maintien = "partiel"

	RepriseNormale           MotifReprise = "normale"
	RepriseTPT               MotifReprise = "tpt"
	RepriseRaisonPersonnelle MotifReprise = "raison_personnelle"

	Maladie           Risque = "maladie"
	Maternite         Risque = "maternite"
	Pathologique      Risque = "pathologique"
	Paternite         Risque = "paternite"
	AdoptionConge     Risque = "adoption"
	NaissanceConge    Risque = "naissance"
	DeuilEnfant       Risque = "deuil_enfant"
	AccidentTravail   Risque = "accident_travail"
	AccidentTrajet    Risque = "accident_trajet"
	MaladiePro        Risque = "maladie_professionnelle"
	ITI               Risque = "iti"
	AJAP              Risque = "ajap"
	GarantieGrossesse Risque = "garantie_grossesse"
	DES               Risque = "des"

	Initial      NatureArret = "initial"
	Prolongation NatureArret = "prolongation"
	Rechute      NatureArret = "rechute"

	Electronique Canal = "electronique"
	Papier       Canal = "papier"

	CerfaSecurise Support = "cerfa_securise"
	CerfaAncien   Support = "cerfa_ancien"
	Photocopie    Support = "photocopie"

	MedecinTraitant     Prescripteur = "medecin_traitant"
	PrescripteurInitial Prescripteur = "prescripteur_initial"
	Remplacant          Prescripteur = "remplacant"
	SpecialisteAdresse  Prescripteur = "specialiste_adresse"
	Hospitalier         Prescripteur = "hospitalier"
	SageFemme           Prescripteur = "sage_femme"
	Dentiste            Prescripteur = "dentiste"
	AutrePrescripteur   Prescripteur = "autre"

	ExoDecesEnfant  Exoneration = "deces_enfant"
	ExoFausseCouche Exoneration = "fausse_couche"
	ExoIMG          Exoneration = "img"
	ExoTerrorisme   Exoneration = "terrorisme"
	ExoCovid        Exoneration = "covid"

	VerseIJ         NatureVersement = "ij"
	VerseAcompte    NatureVersement = "acompte"
	VerseProvisoire NatureVersement = "provisoire"

	AssureBeneficiaire Beneficiaire = "assure"
	// EmployeurBeneficiaire is the employer of the activity line, subrogated.
	EmployeurBeneficiaire Beneficiaire = "employeur"

	SuspensionMedicale   NatureDecision = "suspension_medicale"
	RepriseVersement     NatureDecision = "reprise_versement"
	DecisionALD          NatureDecision = "ald"
	Reconnaissance       NatureDecision = "reconnaissance"
	RefusReconnaissance  NatureDecision = "refus_reconnaissance"
	Consolidation        NatureDecision = "consolidation"
	Guerison             NatureDecision = "guerison"
	AvisInaptitude       NatureDecision = "avis_inaptitude"
	Licenciement         NatureDecision = "licenciement"
	Reclassement         NatureDecision = "reclassement"
	ControleImpossible   NatureDecision = "controle_impossible"
	ActiviteNonAutorisee NatureDecision = "activite_non_autorisee"
	RefusDroits          NatureDecision = "refus_droits"
	Forcage              NatureDecision = "forcage"
)

// The state of a day, on one activity line, for one risk.
const (
	Paye             Etat = "paye"
	Carence          Etat = "carence"
	AChargeEmployeur Etat = "a_charge_employeur"
	NonPrescrit      Etat = "non_prescrit"
	Refuse           Etat = "refuse"
	Suspendu         Etat = "suspendu"
	Attente          Etat = "attente"
	NonCumul         Etat = "non_cumul"
	Epuise           Etat = "epuise"
	Travaille        Etat = "travaille"
)

// Valeurs lists the accepted words of every code, in the order in which a
// person would look for them. The schema and the messages are made from it.
var Valeurs = map[string][]string{
	"territoire":       mots(Metropole, AlsaceMoselle, DROM, Mayotte),
	"nature_activite":  mots(Salarie, Independant, ChomageIndemnise),
	"contrat":          mots(CDI, CDD, Interim, Saisonnier, Intermittent, Apprentissage, Vacation, CESU),
	"statut_tns":       mots(ArtisanCommercant, CNAVPL, PAMC, ConjointCollaborateur),
	"paie":             mots(Mensuelle, Quinzaine, Hebdomadaire),
	"motif_absence":    mots(AbsenceMaladie, AbsenceAccident, AbsenceMaternite, AbsenceChomage, AbsenceActivitePartielle, AbsenceFermeture, AbsenceCongeAutorise, AbsenceCongeParental, AbsenceInjustifiee, AbsenceGreve),
	"maintien":         mots(MaintienTotal, MaintienPartiel),
	"motif_reprise":    mots(RepriseNormale, RepriseTPT, RepriseRaisonPersonnelle),
	"risque":           mots(Maladie, Maternite, Pathologique, Paternite, AdoptionConge, NaissanceConge, DeuilEnfant, AccidentTravail, AccidentTrajet, MaladiePro, ITI, AJAP, GarantieGrossesse, DES),
	"nature_arret":     mots(Initial, Prolongation, Rechute),
	"canal":            mots(Electronique, Papier),
	"support":          mots(CerfaSecurise, CerfaAncien, Photocopie),
	"prescripteur":     mots(MedecinTraitant, PrescripteurInitial, Remplacant, SpecialisteAdresse, Hospitalier, SageFemme, Dentiste, AutrePrescripteur),
	"exonere_carence":  mots(ExoDecesEnfant, ExoFausseCouche, ExoIMG, ExoTerrorisme, ExoCovid),
	"nature_versement": mots(VerseIJ, VerseAcompte, VerseProvisoire),
	"beneficiaire":     mots(AssureBeneficiaire, EmployeurBeneficiaire),
	"nature_decision":  mots(SuspensionMedicale, RepriseVersement, DecisionALD, Reconnaissance, RefusReconnaissance, Consolidation, Guerison, AvisInaptitude, Licenciement, Reclassement, ControleImpossible, ActiviteNonAutorisee, RefusDroits, Forcage),
}

func mots[T ~string](codes ...T) []string {
	m := make([]string, len(codes))
	for i, c := range codes {
		m[i] = string(c)
	}
	return m
}

// EstValeur reports whether mot is an accepted word of the code named cle.
func EstValeur(cle, mot string) bool { return slices.Contains(Valeurs[cle], mot) }
