package dsn

import "accord/valeur"

// Individu is one person in one declaration, S21.G00.30 and below.
type Individu struct {
	Lignes
	NIR                                 valeur.NIR  // 001
	NomFamille, NomUsage, Prenoms, Sexe string      // 002 to 005
	Naissance                           valeur.Jour // 006
	LieuNaissance                       string      // 007
	Voie, CodePostal, Localite          string      // 008 to 010
	CodificationUE                      string      // 013
	DepartementNaissance, PaysNaissance string      // 014, 015
	Mel, Matricule                      string      // 018, 019
	NTT                                 string      // 020: number given by the employer before the NIR is known

	Identites       []ChangementIdentite
	Contrats        []Contrat
	ContratsEcartes []Contrat // those that another régime covers
	Versements      []Versement
	Anciennetes     []Anciennete

	Ecarte string // why the person is set aside; empty when usable

	Brut      []byte     // the bytes of these lines as received
	Rubriques []Rubrique // all rubrics of these lines
}

// ChangementIdentite is S21.G00.31: who the person was said to be before Date.
type ChangementIdentite struct {
	Lignes
	Date              valeur.Jour // 001
	AncienNIR         valeur.NIR  // 008
	AncienNom         string      // 009
	AnciensPrenoms    string      // 010
	AncienneNaissance valeur.Jour // 011
}

// Contrat is S21.G00.40. Pay is tied to it by Numero, never by position.
type Contrat struct {
	Lignes
	Debut                                 valeur.Jour                     // 001
	StatutConventionnel, StatutRetraite   string                          // 002, 003
	PCSESE, Emploi                        string                          // 004, 006
	Nature, Dispositif                    string                          // 007: 01 CDI, 02 CDD, 03 intérim…; 008
	Numero                                string                          // 009
	FinPrevue                             valeur.Jour                     // 010
	Unite                                 Unite                           // 011
	QuotiteReference, Quotite             valeur.Option[valeur.Centiemes] // 012, 013: in hundredths of Unite
	Modalite                              string                          // 014: 10 full time, 20 part time
	ComplementRegime, IDCC                string                          // 016, 017
	RegimeMaladie                         string                          // 018: 200 CNAM; empty in most signals
	LieuTravail, RegimeVieillesse         string                          // 019, 020
	MotifRecours, TravailleurEtranger     string                          // 021, 024
	StatutEmploi, DelegataireMaladie      string                          // 026, 035
	EmploisMultiples, EmployeursMultiples string                          // 036, 037: 01 one, 02 several, 03 not known
	RegimeAT, RisqueAT                    string                          // 039, 040
	TauxAT                                valeur.Option[valeur.Centiemes] // 043: percent

	Changements []Changement
	Arrets      []Arret
	Fins        []FinContrat // at most one in the norm
	Suspensions []Suspension
	Retraites   []Retraite

	Ecarte string // why the contract is set aside; empty when usable
}

// Changement is S21.G00.41: what the contract was before Date.
type Changement struct {
	Lignes
	Date         valeur.Jour  // 001
	AncienSIRET  valeur.SIRET // 012
	AncienNumero string       // 014
	AncienDebut  valeur.Jour  // 021
}

// Arret is S21.G00.60, a stop of work.
type Arret struct {
	Lignes
	Motif                MotifArret          // 001
	DernierJourTravaille valeur.Jour         // 002
	FinPrevue            valeur.Jour         // 003
	Subrogation          valeur.Option[bool] // 004: 01 yes, 02 no
	PeriodeSubrogation   valeur.Periode      // 005, 006
	IBAN                 valeur.IBAN         // 007: without it nothing is paid to the employer
	BIC                  string              // 008
	Reprise              valeur.Jour         // 010
	MotifReprise         MotifReprise        // 011
	DateAccident         valeur.Jour         // 012: accident or first medical finding
	SIRETCentralisateur  valeur.SIRET        // 600: who is paid, when not the establishment

	TempsPartiels []TempsPartiel
}

// TempsPartiel is S21.G00.66: the wage lost to a part-time return for medical
// reasons. Perte is negative only in a declaration that replaces another.
type TempsPartiel struct {
	Lignes
	Periode valeur.Periode                 // 001, 002
	Perte   valeur.Option[valeur.Centimes] // 003
}

// FinContrat is S21.G00.62.
type FinContrat struct {
	Lignes
	Date                 valeur.Jour // 001
	Motif                string      // 002
	DernierJourTravaille valeur.Jour // 006
}

// Suspension is S21.G00.65; a zero Au means that it goes on.
type Suspension struct {
	Lignes
	Motif   string         // 001
	Periode valeur.Periode // 002, 003
}

// Retraite is S21.G00.71, the complementary pension that a monthly declaration
// must name.
type Retraite struct {
	Lignes
	Regime string // 002: RUAA
}

// Anciennete is S21.G00.86, seniority.
type Anciennete struct {
	Lignes
	Type, Unite string // 001: 07 in the enterprise; 002
	Valeur      int64  // 003
	Contrat     string // 005
}
