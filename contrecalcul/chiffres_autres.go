package contrecalcul

import (
	"math/big"

	v "accord/valeur"
)

// pmss is the monthly cap in force that day: a twelfth of the yearly one, whole
// euros in every year read.
func pmss(d v.Jour) (*big.Rat, bool) {
	annuel, ok := pass[d.Annee()]
	return big.NewRat(annuel, 12), ok
}

// minimum is the monthly minimum invalidity pension, by which the floor of the
// benefits of birth is set (R.331-5 al. 3).
type minimum struct {
	depuis  v.Jour
	mensuel v.Centimes
}

var minimums = []minimum{
	{v.NewJour(2021, 1, 1), 29396}, // printed minimum 9.66
	{v.NewJour(2022, 1, 1), 29720},
	{v.NewJour(2022, 7, 1), 30909},
	{v.NewJour(2023, 1, 1), 31156}, // printed minimum 10.24
	{v.NewJour(2024, 1, 1), 32807},
	{v.NewJour(2025, 1, 1), 33529}, // printed minimum 11.02
	{v.NewJour(2026, 1, 1), 33831}, // printed minimum 11.12
}

// minimumFamille is the least daily allowance of a leave that begins that day.
func minimumFamille(d v.Jour) v.Centimes {
	m := minimums[0].mensuel
	for _, t := range minimums {
		if t.depuis <= d {
			m = t.mensuel
		}
	}
	return demiSuperieur(new(big.Rat).Mul(euros(m), big.NewRat(12, 365)))
}

func demiSuperieur(r *big.Rat) v.Centimes { return tronquer(plus(r, big.NewRat(1, 200))) }

var (
	deductionForfaitaire = big.NewRat(79, 100)      // R.331-5 al. 2: 21 % off
	gainNet              = big.NewRat(79, 100)      // R.433-1, D.433-1: the same 21 % off the daily gain
	diviseurMoisAT       = big.NewRat(3042, 100)    // R.433-4
	partPASSAT           = big.NewRat(834, 100_000) // R.433-2
	taux60               = big.NewRat(60, 100)      // R.433-1
	taux80               = big.NewRat(80, 100)      // R.433-3
	tauxMois1            = big.NewRat(70, 100)      // supplementary birth leave, first month
	tauxMois2            = big.NewRat(60, 100)      // and second
)

const (
	joursTaux60         = 28 // R.433-3: the second rate from the 29th day
	joursPathologiques  = 14 // R.331-6 al. 4
	joursPathoTNS       = 30 // D.623-4, of which 15 after the birth, in blocks of 15
	moitiePathoTNS      = 15
	cessationMinimale   = 56 // L.331-3: eight weeks
	cessationPostnatale = 42 // L.623-1: six of them after the birth
	joursPaternite      = 25 // L.331-8
	joursPaterniteMult  = 32
	joursObligatoires   = 4 // L.331-8: at once after the birth leave
	joursObligTNS       = 7 // D.623-2
	joursHospitalises   = 30
	minFraction         = 5 // D.1225-8
	joursDeuil          = 8
	joursDeuilLong      = 15 // L.331-9 last al., L.623-1 III bis
	joursAJAP           = 21 // L.168-4
	minFractionAdoption = 25 // D.1225-11-1
	minPartAdoption     = 25 // L.161-6 before 2022-02-23
)

var (
	sixMoisDepuis        = v.NewJour(2023, 8, 20) // décret 2023-790: six months of affiliation, ten before
	fractionAdoption     = v.NewJour(2023, 9, 15) // décret 2023-873
	partLibreAdoption    = v.NewJour(2022, 2, 23) // loi 2022-219, article 25
	congeNaissanceEnfant = v.NewJour(2026, 1, 1)  // LFSS 2026 art. 99
	congeNaissanceDebut  = v.NewJour(2026, 7, 1)
)

// moisAffiliation is how long one must have been affiliated for a leave that
// begins that day (R.313-3, R.313-4, D.623-8).
func moisAffiliation(d v.Jour) int {
	if d < sixMoisDepuis {
		return 10
	}
	return 6
}
