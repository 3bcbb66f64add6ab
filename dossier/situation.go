package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// Situation is one person as known on a day: the case that the law reads, and
// what surrounds it. It is the fold of the facts and of nothing else.
type Situation struct {
	Identite Identite
	Cas      droit.Cas
	// Residences are the territories where the person lived, in the order of their days.
	Residences []Residence
	// Lignes describes each activity of the case, at the same index.
	Lignes []Ligne
	// Origines says where each arrêt of the case was read, at the same index.
	Origines []Origine
	// Signales are arrêts that an employer declared and that no prescription covers.
	Signales []ArretSignale
	// Discordances are last days worked that contradict a prescription.
	Discordances []Discordance
	// Evenements says of each birth and sinistre of the case, by its identifier,
	// which pieces speak of it.
	Evenements map[string]PiecesEvenement
	// Presumes are maternity leaves that follow from a pregnancy and that nobody
	// said to be taken.
	Presumes []CongePresume
	// Instruction are the dated steps of the recognition of accidents.
	Instruction []EtapeInstruction
	RIB         *RIB
	SourceRIB   Source
	// RIBSuccession is the account of the estate, once the insured died.
	RIBSuccession    *RIB
	SourceSuccession Source
	DecesConnuLe     v.Jour // when the caisse heard of his death; 0 when he lives
	Employeurs       []CompteEmployeur
	// Subrogees are the subrogations that employers asked for, each with the day on
	// which the caisse first heard of it.
	Subrogees []SubrogationConnue
	Decisions []Decision
	// Interventions are the acts of agents in force, in the order in which they
	// were done.
	Interventions []Intervention
	// AConfirmer are those that wait for a second person.
	AConfirmer []Intervention
	Avis       []droit.Avis
}

// Ligne is an activity line: one contract with one employer.
type Ligne struct {
	Cle      string // stable: SIRET and the oldest number of the contract
	SIRET    v.SIRET
	Nom      string
	Contrat  string
	Salaires []Source // where each pay of the activity was read, at the same index
}

// Origine says where a prescription was read and when it became known.
type Origine struct {
	Source  Source
	ConnuLe v.Jour
}

// ArretSignale is an arrêt known from the employer only, or a leave that was asked
// for without saying when: its day is that of the request.
type ArretSignale struct {
	SansDate    bool // asked for by the insured, without any day
	Ligne       string
	SIRET       v.SIRET
	Risque      droit.Risque
	Sinistre    string // of an accident at work
	DernierJour v.Jour
	Fin         v.Jour
	ConnuLe     v.Jour
	Source      Source
}

// id names the arrêt that stands for it in the case: several leaves may be asked
// for on one day.
func (a *ArretSignale) id() string {
	if a.SansDate {
		return "demande-" + a.Fin.String() + "-" + string(a.Risque) + "-" + a.Ligne
	}
	return "signale-" + a.DernierJour.String() + "-" + a.Ligne
}

// Discordance is a last day worked, as declared, inside a prescription.
type Discordance struct {
	Arret       int // index in the case
	SIRET       v.SIRET
	DernierJour v.Jour
	Source      Source
}

// CompteEmployeur is the account on which a subrogated employer asks to be
// paid.
type CompteEmployeur struct {
	SIRET v.SIRET
	Nom   string
	IBAN  v.IBAN
	BIC   string
	// Demande is the first day of the subrogation asked for, to know the latest.
	Demande v.Jour
	Source  Source
}

// SubrogationConnue is a subrogation, as known to the caisse from a day on.
type SubrogationConnue struct {
	Ligne   string
	Periode v.Periode
	Le      v.Jour
}

// SubrogeeLe is the first day on which the caisse knew that the employer of a line asks
// to be paid for a day; zero when nobody does.
func (s *Situation) SubrogeeLe(ligne string, j v.Jour) (le v.Jour) {
	for i := range s.Subrogees {
		if x := &s.Subrogees[i]; x.Ligne == ligne && x.Periode.Contient(j) && (le == 0 || x.Le < le) {
			le = x.Le
		}
	}
	return le
}

// SourceArret returns where an arrêt was read: one of the case, or one that only
// an employer declared.
func (s *Situation) SourceArret(i int) Source {
	if i < len(s.Origines) {
		return s.Origines[i].Source
	}
	if k := i - len(s.Origines); k < len(s.Signales) {
		return s.Signales[k].Source
	}
	return Source{}
}

// NomDe names the employer of some line, as he declared himself; empty when his name is not
// known, or when nobody is meant.
func (s *Situation) NomDe(siret v.SIRET) string {
	for i := range s.Lignes {
		if l := &s.Lignes[i]; siret != "" && l.SIRET == siret && l.Nom != "" {
			return l.Nom
		}
	}
	return ""
}

// Index returns the position of a line, -1 when there is none.
func (s *Situation) Index(cle string) int {
	for i := range s.Lignes {
		if s.Lignes[i].Cle == cle {
			return i
		}
	}
	return -1
}

// CongePresume is a leave of the case that nobody said to be taken.
type CongePresume struct {
	Arret int // index in the case
}

// EtapeInstruction is one dated step of the recognition of an accident.
type EtapeInstruction struct {
	Sinistre string
	Nature   NatureActe
	Le       v.Jour
	Auteur   Auteur
	Source   Source
}

// PiecesEvenement is what the caisse holds about one birth or sinistre.
type PiecesEvenement struct {
	ConnuLe     v.Jour // first heard of
	Declare     bool   // the declaration of the accident or of the disease came
	Certifie    bool   // a medical certificate, or a prescription under its risk, came
	CompletLe   v.Jour // both came, the last one on that day
	FinProposee v.Jour // by a final certificate
	FinConnueLe v.Jour
	Reserves    v.Jour // of the employer
	Sources     []Source
}
