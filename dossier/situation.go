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
	// Lignes describes each activity of the case, at the same index.
	Lignes []Ligne
	// Origines says where each arrêt of the case was read, at the same index.
	Origines []Origine
	// Signales are arrêts that an employer declared and that no prescription covers.
	Signales []ArretSignale
	// Discordances are last days worked that contradict a prescription.
	Discordances []Discordance
	RIB          *RIB
	Employeurs   []CompteEmployeur
	Decisions    []Decision
	// Actes are those in force, in the order in which they were done.
	Actes []Acte
	// AConfirmer are those that wait for a second person.
	AConfirmer []Acte
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

// ArretSignale is an arrêt known from the employer only.
type ArretSignale struct {
	Ligne       string
	SIRET       v.SIRET
	Risque      droit.Risque
	DernierJour v.Jour
	Fin         v.Jour
	ConnuLe     v.Jour
	Source      Source
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

// Index returns the position of a line, -1 when there is none.
func (s *Situation) Index(cle string) int {
	for i := range s.Lignes {
		if s.Lignes[i].Cle == cle {
			return i
		}
	}
	return -1
}
