package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// Auteur is who states something: several may speak of the same event, and
// conflits.csv says whom to believe.
type Auteur string

const (
	EtatCivil       Auteur = "etat_civil"       // a certificate of birth or death
	Etablissement   Auteur = "etablissement"    // the hospital, the adoption body
	LAssure         Auteur = "assure"           // the person
	LEmployeur      Auteur = "employeur"        // an employer
	LaCaisse        Auteur = "caisse"           // the administrative service
	ControleMedical Auteur = "controle_medical" // administrative conclusions only
	MedecinTravail  Auteur = "medecin_travail"  // the occupational physician
	Juridiction     Auteur = "juridiction"      // a court
	LUrssaf         Auteur = "urssaf"           // who collects from independents
	FranceTravail   Auteur = "france_travail"   // who pays jobseekers
)

// Envoi is what every document of the caisse's own formats bears: the greatest
// version of one reference holds.
type Envoi struct {
	Identite  Identite `json:"identite"`
	Reference string   `json:"reference"` // number given by the sender, unique to him
	Version   int64    `json:"version"`
	// Retire says that the sender takes the whole back: the reference states nothing any more.
	Retire bool `json:"retire,omitempty"`
}

// Grossesse is the declaration of a pregnancy, and what the mother asks of the
// leave that follows from it (R.331-5, L.331-4-1).
type Grossesse struct {
	Envoi
	DeclareeLe         v.Jour `json:"declaree_le"`
	ConstateeLe        v.Jour `json:"constatee_le,omitempty"` // first medical finding: time limits run from it
	PrevueLe           v.Jour `json:"prevue_le"`              // presumed date of birth
	Enfants            int64  `json:"enfants,omitempty"`      // expected, 0 when not known
	Rang               int64  `json:"rang,omitempty"`         // of the first of them in the household, 0 when not known
	SemainesReportees  int64  `json:"semaines_reportees,omitempty"`
	SemainesAnticipees int64  `json:"semaines_anticipees,omitempty"`
}

// Evenement is a birth, the arrival of an adopted child, or a death. Exactly
// one of the pointers is set.
type Evenement struct {
	Envoi
	Auteur    Auteur             `json:"auteur"`
	EtabliLe  v.Jour             `json:"etabli_le"`
	Naissance *NaissanceDeclaree `json:"naissance,omitempty"`
	Adoption  *AdoptionDeclaree  `json:"adoption,omitempty"`
	Deces     *DecesDeclare      `json:"deces,omitempty"`
}

// NaissanceDeclaree is a birth as one sender states it. A zero is not known.
type NaissanceDeclaree struct {
	Mere               bool              `json:"mere,omitempty"` // the person gave birth; otherwise the other parent
	Le                 v.Jour            `json:"le"`
	PrevueLe           v.Jour            `json:"prevue_le,omitempty"`
	Enfants            int64             `json:"enfants"`
	Rang               int64             `json:"rang,omitempty"`
	SemainesAmenorrhee int64             `json:"semaines_amenorrhee,omitempty"`
	Hospitalisations   []Hospitalisation `json:"hospitalisations,omitempty"`
	DecesMereLe        v.Jour            `json:"deces_mere_le,omitempty"`
	FinCongeMere       v.Jour            `json:"fin_conge_mere,omitempty"`
}

// Hospitalisation is a stay of a new-born; a zero end means that it goes on.
type Hospitalisation struct {
	Periode    v.Periode `json:"periode"`
	Specialise bool      `json:"specialise,omitempty"` // in a specialised unit, from the birth (L.1225-35)
}

// AdoptionDeclaree is the arrival of a child entrusted for adoption (L.331-7).
type AdoptionDeclaree struct {
	ArriveeLe        v.Jour `json:"arrivee_le"`
	Enfants          int64  `json:"enfants"`
	AChargeApres     int64  `json:"a_charge_apres,omitempty"`
	Parents          int64  `json:"parents,omitempty"` // between whom the leave is shared
	JoursAutreParent int64  `json:"jours_autre_parent,omitempty"`
	AllocationVersee bool   `json:"allocation_versee_autre_parent,omitempty"` // the flat allowance of independents (D.623-1)
}

// LienAssure says that it is the insured who died.
const LienAssure = "assure"

// DecesDeclare is the death of a child or of a dependent person (L.331-9), or of
// the insured.
type DecesDeclare struct {
	Le      v.Jour `json:"le"`
	Lien    string `json:"lien"` // «enfant», «personne_a_charge», «assure»
	NeLe    v.Jour `json:"ne_le,omitempty"`
	ACharge bool   `json:"a_charge,omitempty"`
}

// DeLAssure reports whether the event is the death of the insured.
func (e *Evenement) DeLAssure() bool { return e != nil && e.Deces != nil && e.Deces.Lien == LienAssure }

// Conge is a leave that the person asks for, or that he ends.
type Conge struct {
	Envoi
	Risque       droit.Risque `json:"risque"`
	Employeur    v.SIRET      `json:"employeur,omitempty"`
	NomEmployeur string       `json:"nom_employeur,omitempty"`
	// Poursuivis are the employers for whom the person said that she works meanwhile.
	Poursuivis   []Employeur `json:"emplois_poursuivis,omitempty"`
	DemandeLe    v.Jour      `json:"demande_le"`
	EvenementLe  v.Jour      `json:"evenement_le,omitempty"` // the birth, arrival or death that the leave follows from
	Periodes     []v.Periode `json:"periodes,omitempty"`     // asked for; none: it follows from the event
	RepriseLe    v.Jour      `json:"reprise_le,omitempty"`   // work resumed before the end
	TempsPartiel bool        `json:"temps_partiel,omitempty"`
	// CongeNaissance are the days that the employer gives before (L.1225-35).
	CongeNaissance v.Periode `json:"conge_naissance"`
	DejaPris       int64     `json:"jours_deja_pris,omitempty"` // days of the same leave taken before
}
