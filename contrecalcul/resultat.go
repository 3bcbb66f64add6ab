package contrecalcul

import (
	"math/big"

	"accord/droit"
	v "accord/valeur"
)

// Jour is one day of one activity line.
type Jour struct {
	Date         v.Jour
	Arret        int    // index of the arrêt that covers the day, or of the one before an unprescribed day
	Activite     int    // index of the activity line
	Etat         string // the words of the contract: paye, carence, attente…
	Motif        string // why, in one word: CARENCE, MAX_360, GT6M_KO…
	IJ           v.Centimes
	Beneficiaire string // assure or employeur; empty when nothing is paid
}

// Base is the daily allowance of one chain, for one line that it stops.
type Base struct {
	Arret        int // first arrêt of the chain
	Activite     int
	Interruption v.Jour
	Reference    string     // what the pays are: 3_mois, 6_quinzaines, 12_semaines, 12_mois, revenus
	Somme        *big.Rat   // pays retained, in euros
	Retenues     []*big.Rat // one by month or pay, after the cap
	Plafond      *big.Rat   // by month
	IJ           v.Centimes // of the person
	Part         v.Centimes // of this line, rounded down
}

// Calendrier is the whole answer: days in order of date and line, the bases,
// and, when asked for, how each chain was read.
type Calendrier struct {
	Jours []Jour
	Bases []Base
	Notes []string
}

// Jours gives every day of every arrêt of maladie on each of its lines.
func Jours(cas *droit.Cas) ([]Jour, error) {
	c, err := Calculer(cas, false)
	return c.Jours, err
}

// Calculer reads the whole case; raconter also writes the notes. The error
// names an arrêt that cannot be read.
func Calculer(cas *droit.Cas, raconter bool) (Calendrier, error) {
	l := &lecture{cas: cas, raconter: raconter}
	if err := l.lireFaits(); err != nil {
		return Calendrier{}, err
	}
	l.lireAnterieures()
	l.chaines = l.suivreChaines()
	l.chaines = l.sansMaintien()
	l.parcourir()
	return Calendrier{Jours: l.jours, Bases: l.bases, Notes: l.notes}, nil
}
