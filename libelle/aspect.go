package libelle

import (
	"accord/droit"
	"accord/registre"
	v "accord/valeur"
)

// Aspect is how one day of one activity line stands for the person who reads
// it: the state that the law gives the day, and what became of its money.
type Aspect string

// A day that is owed, by what became of its money.
const (
	Verse       Aspect = "verse"        // the money left
	EnPaiement  Aspect = "en_paiement"  // in an order that is on its way
	Du          Aspect = "du"           // owed, and nothing prepared
	Partiel     Aspect = "partiel"      // paid in part, the rest is owed
	AVenir      Aspect = "a_venir"      // will be owed once it is over
	SansMontant Aspect = "sans_montant" // owed, for nothing
	TropVerse   Aspect = "trop_verse"   // paid beyond what is owed now
	AUnAutre    Aspect = "a_un_autre"   // paid to whoever is owed it, and to another, who owes it back
)

// A day of a dossier that was given back to PROGRES.
const (
	ChezProgres    Aspect = "chez_progres"     // PROGRES is to pay what remains of it
	RetourProgres  Aspect = "retour_progres"   // it came back, and nobody said whether PROGRES paid it
	PayeParProgres Aspect = "paye_par_progres" // PROGRES paid it
)

// A day that hangs on someone.
const (
	Attendu   Aspect = "attendu"    // on an answer
	SurCompte Aspect = "sur_compte" // on an answer, and what is certain was paid or is in an order
	ASigner   Aspect = "a_signer"   // an adverse decision is proposed, nobody signed it
	AReduire  Aspect = "a_reduire"  // paid, but for what a reduction that nobody signed reserves
)

// A day that the law does not pay.
const (
	Carence          Aspect = "carence"
	AChargeEmployeur Aspect = "a_charge_employeur"
	NonPrescrit      Aspect = "non_prescrit"
	Refuse           Aspect = "refuse"
	Suspendu         Aspect = "suspendu"
	NonCumul         Aspect = "non_cumul"
	Epuise           Aspect = "epuise"
	Travaille        Aspect = "travaille"
)

// sansVersement gives the aspect of each state that pays nothing.
var sansVersement = map[droit.Etat]Aspect{
	droit.Attente: Attendu, droit.Carence: Carence, droit.AChargeEmployeur: AChargeEmployeur, droit.NonPrescrit: NonPrescrit,
	droit.Refuse: Refuse, droit.Suspendu: Suspendu, droit.NonCumul: NonCumul, droit.Epuise: Epuise, droit.Travaille: Travaille,
}

// progres gives the aspect of a day that was given back to PROGRES.
var progres = map[registre.Progres]Aspect{registre.AvecProgres: ChezProgres, registre.RevenuProgres: RetourProgres, registre.PayeParProgres: PayeParProgres}

// Suite is what became of a day, beside what the law says of it.
type Suite struct {
	Verse    v.Centimes // gross amount whose money left
	Engage   v.Centimes // gross amount in orders that are on their way
	Ailleurs v.Centimes // of both, what another than its payee received, and that settles nothing of it
	ASigner  bool       // an adverse decision is proposed for the day and is not signed
}

// DuJour gives the aspect of a day. aujourdhui is the day on which it is read.
func DuJour(d *registre.Du, s Suite, aujourdhui v.Jour) Aspect {
	dette, pose := d.Dette(), s.Verse+s.Engage
	pose -= s.Ailleurs
	s.Verse -= s.Ailleurs
	switch {
	case s.Ailleurs > 0 && s.Verse == dette:
		return AUnAutre
	case d.Etat != droit.Attente && pose > dette:
		return TropVerse
	case d.Progres != "":
		return progres[d.Progres]
	case d.Etat != droit.Paye && s.ASigner:
		return ASigner
	case d.Etat == droit.Attente && pose > 0:
		return SurCompte
	case d.Etat != droit.Paye:
		return sansVersement[d.Etat]
	case dette == 0:
		return SansMontant
	case s.Verse == dette && d.Reserve > 0:
		return AReduire
	case s.Verse == dette:
		return Verse
	case pose == dette:
		return EnPaiement
	case s.Verse > 0:
		return Partiel
	case d.Jour >= aujourdhui:
		return AVenir
	}
	return Du
}

// EnAttente reports whether the day hangs on an answer, paid on account or not.
func (a Aspect) EnAttente() bool { return a == Attendu || a == SurCompte }
