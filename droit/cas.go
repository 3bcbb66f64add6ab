package droit

import v "accord/valeur"

// Cas is one person's situation as known on one day: everything the law needs
// and nothing else. Its keys are those of the public contract accord/cas/1.
//
// A zero date, an empty code, a nil slice and an unset Option mean «not
// known»; an empty slice and a known zero mean «known to be nothing».
type Cas struct {
	ID      string
	ConnuAu v.Jour // facts known after this day are not in the case
	Options Options

	Assure     Assure
	Activites  []Activite
	Arrets     []Arret
	Sinistres  []Sinistre
	Rentes     []Rente
	Naissances []Naissance
	Adoptions  []Adoption
	Deces      []Deces

	Anterieures []IndemniteAnterieure
	Verse       []Versement
	Decisions   []Decision
}

// Options are the switches of one computation: the readings of uncertain
// points, and what the answer must contain.
type Options struct {
	Arrondi      Arrondis
	Choix        []Choix // readings of uncertain points, sorted by Point
	Prescription bool    // apply the time limits of the claim
}

// Arrondis overrides the dated rounding of each family of benefits.
type Arrondis struct {
	Maladie, TNS, Famille, ATMP v.Option[v.Arrondi]
}

// Choix is the reading taken of one uncertain point, such as MAL-U-18.
type Choix struct{ Point, Lecture string }

// Lecture returns the reading chosen for an uncertain point, or the default.
func (o *Options) Lecture(point, defaut string) string {
	for i := range o.Choix {
		if o.Choix[i].Point == point {
			return o.Choix[i].Lecture
		}
	}
	return defaut
}

// Assure is the insured person.
type Assure struct {
	Naissance          v.Jour
	DecesLe            v.Jour
	Territoire         Territoire
	AffilieDepuis      v.Jour
	PensionVieillesse  v.Jour                // effective date of the old-age pension
	PensionInvalidite  v.Jour                // effective date of the invalidity pension
	TauxPAS            v.Option[v.Centiemes] // percent of the prélèvement à la source
	RSAOuPrimeActivite v.Option[bool]
	RetardsAnterieurs  []v.Jour // prescription dates of stops sent late before
	Avertissements     []v.Jour // days on which the caisse warned that a stop had been sent late (D.323-2)
}

// Activite is one activity line: a contract with one employer, one
// independent activity, or one period of unemployment benefit.
type Activite struct {
	ID                   string
	Nature               NatureActivite
	Employeur            v.SIRET
	Contrat              Contrat
	StatutTNS            StatutTNS
	Debut, Fin           v.Jour
	Paie                 Paie
	Discontinu           bool
	DernierJourTravaille v.Jour
	SalaireMinimum       v.Option[v.Centimes] // minimum wage of the category, month
	Salaires             []Salaire
	PeriodesHeures       []PeriodeHeures
	Absences             []Absence
	Primes               []Prime
	Subrogation          []Subrogation
	PertesTPT            []PerteTPT
	Reprises             []Reprise
	Revenus              []Revenu
}

// Salaire is one pay: gross amount subject to contributions and hours.
type Salaire struct {
	Periode v.Periode             `json:"periode"`
	Brut    v.Option[v.Centimes]  `json:"brut"`
	Heures  v.Option[v.Centiemes] `json:"heures"`
	Retabli v.Option[v.Centimes]  `json:"retabli"`  // restored wage given by the employer (DSN 51, type 003)
	VerseLe v.Jour                `json:"verse_le"` // day of payment; back-pay paid after the stop does not count
}

// PeriodeHeures states hours over a stretch of time; it overrides the hours of
// the pays in any window that it covers.
type PeriodeHeures struct {
	Periode v.Periode   `json:"periode"`
	Heures  v.Centiemes `json:"heures"`
	Cachets int         `json:"cachets"`
}

// Absence is a time not worked inside the reference period.
type Absence struct {
	Periode v.Periode    `json:"periode"`
	Motif   MotifAbsence `json:"motif"`
}

// Prime is a bonus, with the period that it rewards.
type Prime struct {
	VerseLe v.Jour     `json:"verse_le"`
	Montant v.Centimes `json:"montant"`
	Pour    v.Periode  `json:"pour"`
}

// Subrogation is a period in which the employer keeps the wage and may be paid
// in the insured's stead (R.323-11).
type Subrogation struct {
	Periode  v.Periode
	Maintien Maintien
	Maintenu v.Option[v.Centimes] // wage kept over the period
}

// PerteTPT is the loss of earnings certified for a period of part-time work.
type PerteTPT struct {
	Periode v.Periode  `json:"periode"`
	Perte   v.Centimes `json:"perte"`
}

// Reprise is a return to work.
type Reprise struct {
	Le    v.Jour       `json:"le"`
	Motif MotifReprise `json:"motif"`
}

// Revenu is the income of an independent, by civil year or, in the first
// years, by period.
type Revenu struct {
	Annee          int
	Periode        v.Periode
	Montant        v.Centimes
	PartCotisee    v.Option[v.Centiemes] // percent of the contributions that was paid
	CategorieMicro string
}

// Arret is one prescription, or one leave.
type Arret struct {
	ID                   string
	Risque               Risque
	Nature               NatureArret
	Debut, Fin           v.Jour
	Activites            []string // nil: all those running that day
	Poursuivies          []string // those of which the person said that their work goes on meanwhile
	DernierJourTravaille v.Jour
	TempsPartiel         bool
	ALD                  string // opaque id of the affection
	Grossesse            string
	Naissance            string
	Adoption             string
	Deces                string
	Sinistre             string
	Canal                Canal
	Support              Support
	PrescritLe           v.Jour
	EnvoyeLe             v.Jour
	RecuLe               v.Jour
	ConnuLe              v.Jour
	Prescripteur         Prescripteur
	Teleconsultation     v.Option[bool]
	Hospitalise          v.Option[bool]
	ExonereCarence       Exoneration
	Empreinte            string // hash of the piece: last tie-break between prescriptions
}

// Periode returns the days of the prescription.
func (a *Arret) Periode() v.Periode { return v.P(a.Debut, a.Fin) }

// Sinistre is an accident at work, on the way, or an occupational disease.
type Sinistre struct {
	ID              string
	Risque          Risque
	AccidentLe      v.Jour
	ConstatationLe  v.Jour
	DeclareLe       v.Jour
	JoursIndemnises int
	IJ60, IJ80      v.Option[v.Centimes]
	Employeur       v.SIRET
}

// Rente is the pension paid for a sinistre.
type Rente struct {
	Sinistre  string
	Du        v.Jour
	Mensuelle v.Centimes
}

// Naissance is a pregnancy and its birth.
type Naissance struct {
	ID                        string
	ConstateeLe               v.Jour // first medical finding of the pregnancy
	PrevueLe, AccouchementLe  v.Jour
	Enfants, Rang             int
	SemainesReportees         int
	SemainesAnticipees        int
	EnfantHospitalise         []Hospitalisation
	CongeNaissance            v.Periode
	DecesMereLe, FinCongeMere v.Jour
	SemainesAmenorrhee        v.Option[int]
	JoursPaternitePris        int
}

// Hospitalisation of a new-born.
type Hospitalisation struct {
	Periode    v.Periode
	Specialise bool
}

// Adoption is the arrival of a child.
type Adoption struct {
	ID               string
	ArriveeLe        v.Jour
	Enfants          int
	AChargeApres     int
	Parents          int
	JoursAutreParent int
	AllocationVersee bool // the other parent has had the flat allowance of independents
}

// Deces is the death of a child or dependent person.
type Deces struct {
	ID      string
	Lien    string
	NeLe    v.Jour
	Le      v.Jour
	ACharge bool
}

// IndemniteAnterieure is a period already compensated before the case.
type IndemniteAnterieure struct {
	Risque         Risque
	Periode        v.Periode
	ALD            string
	IJ             v.Option[v.Centimes]
	Carence        v.Option[bool]
	MaintienDroits bool
	Sinistre       string
	TempsPartiel   bool
}

// Versement is what was already paid for a period of one activity line.
type Versement struct {
	Periode      v.Periode
	Activite     string
	Risque       Risque
	Brut         v.Centimes
	Nature       NatureVersement
	Beneficiaire Beneficiaire
	VerseLe      v.Jour
}

// Decision is taken by a human: médecin-conseil, caisse, occupational
// physician, or an agent who forces a value.
type Decision struct {
	Nature    NatureDecision
	Arret     string
	Sinistre  string
	Affection string
	Le, Au    v.Jour
	Valeur    string
	Motif     string
}
