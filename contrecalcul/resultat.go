package contrecalcul

import (
	"cmp"
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Jour is one day of one activity line.
type Jour struct {
	Date         v.Jour
	Arret        int // index of the arrêt that covers the day, or of the one before an unprescribed day
	Activite     int // index of the activity line
	Risque       droit.Risque
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
	Jours    []Jour
	Bases    []Base // those of maladie
	Forfaits []Forfait
	Notes    []string
}

// Jours gives every day of every arrêt on each of its lines.
func Jours(cas *droit.Cas) ([]Jour, error) {
	c, err := Calculer(cas, false)
	return c.Jours, err
}

// Calculer reads the whole case; raconter also writes the notes. The error
// names an arrêt that cannot be read.
func Calculer(cas *droit.Cas, raconter bool) (Calendrier, error) {
	l := &lecture{cas: cas, raconter: raconter}
	l.lireDecisions()
	if err := l.preparer(); err != nil {
		return Calendrier{}, err
	}
	if err := l.lireFaits(); err != nil {
		return Calendrier{}, err
	}
	l.rangerConges()
	l.lireAnterieures()
	l.chaines = l.suivreChaines()
	l.chaines = l.sansMaintien()
	l.parcourir()
	return Calendrier{Jours: l.rassembler(), Bases: l.bases, Forfaits: l.forfaits(), Notes: l.notes}, nil
}

// rassembler puts the days of all the benefits in order of date, line and
// benefit, and names the arrêts as the case given does.
func (l *lecture) rassembler() []Jour {
	for i := range l.jours {
		l.jours[i].Risque = droit.Maladie
	}
	autres := l.joursAutres()
	propres := slices.DeleteFunc(l.jours, func(j Jour) bool { // the arrêt keeps that day under its own benefit
		return j.Etat == "non_cumul" && slices.ContainsFunc(autres, func(k Jour) bool {
			return k.Date == j.Date && k.Activite == j.Activite && l.origines[k.Arret] == l.origines[j.Arret]
		})
	})
	tous := append(propres, autres...)
	for i := range tous {
		tous[i].Arret = l.origines[tous[i].Arret]
	}
	for i := range l.bases {
		l.bases[i].Arret = l.origines[l.bases[i].Arret]
	}
	slices.SortStableFunc(tous, func(a, b Jour) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Activite, b.Activite))
	})
	return tous
}
