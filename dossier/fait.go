package dossier

import (
	"cmp"

	"accord/droit"
	v "accord/valeur"
)

// Genre names a kind of fact. It is stored: never renamed, never reused.
type Genre string

const (
	GenreAvisArret    Genre = "avis_arret"
	GenreMensuelle    Genre = "dsn_mensuelle"
	GenreSignalement  Genre = "dsn_arret"
	GenreReprise      Genre = "dsn_reprise"
	GenreAnnulation   Genre = "dsn_annulation"
	GenreAttestation  Genre = "attestation_salaire"
	GenreRIB          Genre = "rib"
	GenreDecision     Genre = "decision"
	GenreGrossesse    Genre = "grossesse"
	GenreEvenement    Genre = "evenement_familial"
	GenreConge        Genre = "demande_conge"
	GenreAccident     Genre = "declaration_accident"
	GenreCertificat   Genre = "certificat_at"
	GenreDeclaration  Genre = "declaration_mp"
	GenreActe         Genre = "acte"
	GenreRevenus      Genre = "revenus"
	GenreBulletin     Genre = "bulletin_paie"
	GenreIdentite     Genre = "changement_identite"
	GenreIntervention Genre = "intervention"
	GenreJointe       Genre = "piece_jointe" // a file that an agent attached: kept, never read
	// GenreIllisible is that of pieces that nobody could read: they state nothing.
	GenreIllisible Genre = "illisible"
)

// Fait is something stated about one person by one piece. Exactly one of the
// pointers is set, the one that Genre names.
type Fait struct {
	Genre   Genre  `json:"genre"`
	ConnuLe v.Jour `json:"connu_le"` // when the caisse learnt it
	Source  Source `json:"source"`

	AvisArret   *AvisArret   `json:"avis_arret,omitempty"`
	Mensuelle   *Mensuelle   `json:"dsn_mensuelle,omitempty"`
	Signalement *Signalement `json:"dsn_arret,omitempty"`
	Reprise     *Reprise     `json:"dsn_reprise,omitempty"`
	Annulation  *Annulation  `json:"dsn_annulation,omitempty"`
	Attestation *Attestation `json:"attestation_salaire,omitempty"`
	RIB         *RIB         `json:"rib,omitempty"`
	Decision    *Decision    `json:"decision,omitempty"`

	Grossesse     *Grossesse           `json:"grossesse,omitempty"`
	Evenement     *Evenement           `json:"evenement_familial,omitempty"`
	Conge         *Conge               `json:"demande_conge,omitempty"`
	Accident      *DeclarationAccident `json:"declaration_accident,omitempty"`
	Certificat    *CertificatAT        `json:"certificat_at,omitempty"`
	DeclarationMP *DeclarationMP       `json:"declaration_mp,omitempty"`
	Acte          *Acte                `json:"acte,omitempty"`
	Revenus       *Revenus             `json:"revenus,omitempty"`
	Bulletin      *Bulletin            `json:"bulletin_paie,omitempty"`

	Changement   *ChangementIdentite `json:"changement_identite,omitempty"`
	Intervention *Intervention       `json:"intervention,omitempty"`
}

// Source is where a fact can be read: the piece, by the hash of its bytes, and
// the lines of the file that brought it.
type Source struct {
	Piece   string `json:"piece"`   // SHA-256 of the piece, hexadecimal
	Fichier string `json:"fichier"` // name of the file as received
	Du      int    `json:"du"`      // first line, from 1
	Au      int    `json:"au"`      // last line
	// Fiche is the rank, among the records of the person, of the one that holds the
	// piece; 0 leads. It belongs to today's reading, and is not kept.
	Fiche int `json:"-"`
}

// Identite is what a piece says of who the person is.
type Identite struct {
	NomNaissance string `json:"nom_naissance"`
	NomUsage     string `json:"nom_usage,omitempty"`
	Prenoms      string `json:"prenoms"`
	Naissance    v.Jour `json:"naissance"`
	CodePostal   string `json:"code_postal,omitempty"` // where she lived when the piece was written
}

// AvisArret is the administrative side (volet 2) of an avis d'arrêt de
// travail (cerfa 10170). The medical side never reaches this package.
type AvisArret struct {
	Identite         Identite           `json:"identite"`
	Reference        string             `json:"reference"` // number given by the sender
	Nature           droit.NatureArret  `json:"nature"`
	Risque           droit.Risque       `json:"risque"`
	Periode          v.Periode          `json:"periode"`
	PrescritLe       v.Jour             `json:"prescrit_le"`
	EnvoyeLe         v.Jour             `json:"envoye_le"`
	Canal            droit.Canal        `json:"canal"`
	Support          droit.Support      `json:"support,omitempty"`
	Prescripteur     droit.Prescripteur `json:"prescripteur"`
	Teleconsultation bool               `json:"teleconsultation,omitempty"`
	Hospitalise      bool               `json:"hospitalise,omitempty"`
	TempsPartiel     bool               `json:"temps_partiel,omitempty"`
	Employeur        v.SIRET            `json:"employeur,omitempty"` // as the insured wrote it
	NomEmployeur     string             `json:"nom_employeur,omitempty"`
}

// Mensuelle is one person's part of a monthly DSN.
type Mensuelle struct {
	Identite  Identite         `json:"identite"`
	Employeur Employeur        `json:"employeur"`
	Mois      v.Jour           `json:"mois"`  // first day of the month declared
	Ordre     int64            `json:"ordre"` // S20.G00.05.004: the greatest one holds
	Contrats  []ContratDeclare `json:"contrats"`
}

// Employeur is the establishment that declares.
type Employeur struct {
	SIRET v.SIRET `json:"siret"`
	Nom   string  `json:"nom,omitempty"`
}

// ContratDeclare is one contract as a monthly DSN describes it.
type ContratDeclare struct {
	Numero       string          `json:"numero"`
	AncienNumero string          `json:"ancien_numero,omitempty"` // S21.G00.41.014
	Nature       droit.Contrat   `json:"nature,omitempty"`
	Debut        v.Jour          `json:"debut"`
	Fin          v.Jour          `json:"fin,omitempty"`
	Salaires     []droit.Salaire `json:"salaires"`
	Absences     []droit.Absence `json:"absences"`
	Reprises     []droit.Reprise `json:"reprises,omitempty"`
	// Primes reward more than the period of their pay, whose gross holds them (S21.G00.52).
	Primes []droit.Prime `json:"primes,omitempty"`
	// Pertes are wages lost to a part-time return, by period (S21.G00.66).
	Pertes []droit.PerteTPT `json:"pertes_tpt,omitempty"`
	// Regime is the code of the sickness scheme (S21.G00.40.018); 200 is ours.
	Regime string `json:"regime,omitempty"`
}

// Signalement is the event «arrêt de travail» (DSN nature 04).
type Signalement struct {
	Identite     Identite             `json:"identite"`
	Employeur    Employeur            `json:"employeur"`
	Contrat      string               `json:"contrat"`
	DebutContrat v.Jour               `json:"debut_contrat"`
	Identifiant  string               `json:"identifiant,omitempty"` // S20.G00.05.009
	Ordre        int64                `json:"ordre"`
	Motif        string               `json:"motif"` // S21.G00.60.001
	DernierJour  v.Jour               `json:"dernier_jour_travaille"`
	FinPrevue    v.Jour               `json:"fin_previsionnelle"`
	Subrogation  *SubrogationDeclaree `json:"subrogation,omitempty"` // nil: no subrogation
	AccidentLe   v.Jour               `json:"accident_le,omitempty"`
	Reprise      *droit.Reprise       `json:"reprise,omitempty"`
}

// SubrogationDeclaree is the employer's claim to be paid in the insured's
// stead, and its account.
type SubrogationDeclaree struct {
	Periode v.Periode `json:"periode"`
	IBAN    v.IBAN    `json:"iban"` // zero: the account is missing or wrong
	BIC     string    `json:"bic,omitempty"`
	SIRET   v.SIRET   `json:"siret,omitempty"` // payee establishment when centralised
}

// Reprise is the event «reprise suite à arrêt» (DSN nature 05).
type Reprise struct {
	Identite    Identite      `json:"identite"`
	Employeur   Employeur     `json:"employeur"`
	Contrat     string        `json:"contrat"`
	Identifiant string        `json:"identifiant,omitempty"`
	Ordre       int64         `json:"ordre"`
	DernierJour v.Jour        `json:"dernier_jour_travaille"`
	Reprise     droit.Reprise `json:"reprise"`
}

// Annulation voids what one employer declared before: a DSN «annule», or the
// absence of the person from one that cancels and replaces the whole.
type Annulation struct {
	Employeur   v.SIRET `json:"employeur"`
	Nature      Genre   `json:"nature"`                // kind of fact that is voided
	Mois        v.Jour  `json:"mois,omitempty"`        // of a monthly DSN
	Identifiant string  `json:"identifiant,omitempty"` // of an event
	Ordre       int64   `json:"ordre"`                 // voids every lower order number
}

// Attestation is an attestation de salaire (DSIJ, cerfa 11135).
type Attestation struct {
	Identite      Identite              `json:"identite"`
	Employeur     Employeur             `json:"employeur"`
	Contrat       string                `json:"contrat,omitempty"`
	DebutContrat  v.Jour                `json:"debut_contrat,omitempty"`
	Nature        droit.Contrat         `json:"nature,omitempty"`
	Reference     string                `json:"reference"`
	Version       int64                 `json:"version"` // rectifying versions grow: the greatest holds
	Risque        droit.Risque          `json:"risque"`
	DernierJour   v.Jour                `json:"dernier_jour_travaille"`
	SigneeLe      v.Jour                `json:"signee_le"`
	Salaires      []droit.Salaire       `json:"salaires"`
	Absences      []droit.Absence       `json:"absences,omitempty"`
	Heures        []droit.PeriodeHeures `json:"heures,omitempty"`
	Subrogation   *SubrogationDeclaree  `json:"subrogation,omitempty"`
	MaintienTotal bool                  `json:"maintien_total,omitempty"`
	Primes        []droit.Prime         `json:"primes,omitempty"`     // rewarding more than a month; the gross holds them
	Pertes        []droit.PerteTPT      `json:"pertes_tpt,omitempty"` // wages lost to part-time work
	Reprise       *droit.Reprise        `json:"reprise,omitempty"`
}

// RIB is the account on which the insured asks to be paid or, when he died, the
// one on which his estate is.
type RIB struct {
	Identite  Identite `json:"identite"`
	IBAN      v.IBAN   `json:"iban"`
	BIC       string   `json:"bic,omitempty"`
	Titulaire string   `json:"titulaire"`
	Du        v.Jour   `json:"du"` // date of the request
	// Succession says that it is the account of the estate.
	Succession bool `json:"succession,omitempty"`
}

// Decision is what a named human decided: for now, the signature of an adverse
// decision that the law proposes.
type Decision struct {
	Nature string `json:"nature"`
	Par    string `json:"par"`
	// Matricule is the number of Par in the register of agents, when there was one.
	Matricule string `json:"matricule,omitempty"`

	Role    string      `json:"role"`
	Regle   droit.Regle `json:"regle"`
	Periode v.Periode   `json:"periode"`
	Ligne   string      `json:"ligne"`
	Motif   string      `json:"motif"`

	// Signature names what one person signed at once for one reason, on whatever lines and
	// days: it is notified by one letter.
	Signature string `json:"signature,omitempty"`

	Piece string `json:"-"` // the act, as a piece: it tells a signature from all others
	Le    v.Jour `json:"-"` // its day
}

// Cle names the signature of a decision.
func (d *Decision) Cle() string { return cmp.Or(d.Signature, d.Piece) }
