package registre

import (
	"accord/droit"
	v "accord/valeur"
)

// Progres says who is to pay what remains of a day that was given back to PROGRES, the software
// of the caisses that Accord runs beside; empty for any other day.
type Progres string

const (
	AvecProgres    Progres = "avec"   // PROGRES is to pay it
	RevenuProgres  Progres = "revenu" // it came back, and nobody said whether PROGRES paid it
	PayeParProgres Progres = "paye"   // PROGRES paid it: it owes and awaits nothing more here
)

// Attend reports whether the day waits for an answer here.
func (d *Du) Attend() bool { return d.Etat == droit.Attente && d.Progres != PayeParProgres }

// Creance is a day of an activity line for one payee, whatever the risk.
type Creance struct {
	Jour         v.Jour
	Ligne        string
	Destinataire Destinataire
}

// Restes sums differences by day, line and payee: what is owed under one risk, less what was paid
// under another.
func Restes(ecarts []Ecart) map[Creance]v.Centimes {
	m := make(map[Creance]v.Centimes, len(ecarts))
	for i := range ecarts {
		e := &ecarts[i]
		m[Creance{e.Jour, e.Ligne, e.Destinataire}] += e.Montant
	}
	return m
}
