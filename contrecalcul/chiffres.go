package contrecalcul

import (
	"math/big"

	v "accord/valeur"
)

// The figures of the law, typed again here, each with its source. A date
// before the first row takes the first row.

type smic struct {
	depuis           v.Jour
	horaire, mensuel v.Centimes
}

// SMIC, métropole and DROM except Mayotte; monthly = hourly × 35 × 52 / 12.
var smics = []smic{
	{v.NewJour(2013, 1, 1), 943, 143022},   // décret 2012-1429
	{v.NewJour(2014, 1, 1), 953, 144538},   // décret 2013-1190
	{v.NewJour(2015, 1, 1), 961, 145752},   // décret 2014-1569
	{v.NewJour(2016, 1, 1), 967, 146662},   // décret 2015-1688
	{v.NewJour(2017, 1, 1), 976, 148027},   // décret 2016-1818
	{v.NewJour(2018, 1, 1), 988, 149847},   // décret 2017-1719
	{v.NewJour(2019, 1, 1), 1003, 152122},  // décret 2018-1173
	{v.NewJour(2020, 1, 1), 1015, 153942},  // décret 2019-1387
	{v.NewJour(2021, 1, 1), 1025, 155458},  // JORFTEXT000042677359
	{v.NewJour(2021, 10, 1), 1048, 158947}, // JORFTEXT000044126026
	{v.NewJour(2022, 1, 1), 1057, 160312},  // JORFTEXT000044546647
	{v.NewJour(2022, 5, 1), 1085, 164558},  // JORFTEXT000045602317
	{v.NewJour(2022, 8, 1), 1107, 167895},  // JORFTEXT000046113517
	{v.NewJour(2023, 1, 1), 1127, 170928},  // JORFTEXT000046780043
	{v.NewJour(2023, 5, 1), 1152, 174720},  // JORFTEXT000047495817
	{v.NewJour(2024, 1, 1), 1165, 176692},  // JORFARTI000048604684
	{v.NewJour(2024, 11, 1), 1188, 180180}, // JORFTEXT000050392683
	{v.NewJour(2026, 1, 1), 1202, 182303},  // JORFTEXT000053042520
	{v.NewJour(2026, 6, 1), 1231, 186702},  // JORFTEXT000054126589
}

// finSMIC is the first day for which no SMIC is known: the decree of December
// 2026 is not out.
var finSMIC = v.NewJour(2027, 1, 1)

// smicDu gives the SMIC in force that day; a later rise that is not known yet
// is not guessed: ok is false.
func smicDu(d v.Jour) (s smic, ok bool) {
	s = smics[0]
	for _, t := range smics {
		if t.depuis <= d {
			s = t
		}
	}
	return s, d < finSMIC
}

// Plafond annuel de la sécurité sociale, in euros, by year.
var pass = map[int]int64{
	2013: 37032, 2014: 37548, 2015: 38040, 2016: 38616, 2017: 39228, 2018: 39732, // arrêtés of each December before
	2019: 40524, 2020: 41136, 2021: 41136, 2022: 41136, // JORFTEXT000042748904, JORFTEXT000044514684
	2023: 43992, // JORFTEXT000046745084
	2024: 46368, // JORFARTI000048708695
	2025: 47100, // JORFTEXT000050854392
	2026: 48060, // JORFTEXT000053143451
}

const (
	joursCarence      = 3   // R.323-1 1°
	maxIJ             = 360 // R.323-1 4°
	maxIJRetraite     = 60  // R.323-2
	maxIJLiberale     = 87  // D.622-12
	heures3Mois       = 150 // R.313-3 1° b
	heures12Mois      = 600 // R.313-3 2° b
	smics6Mois        = 1015
	smics12Mois       = 2030
	heuresParJour     = 6 // R.313-8
	joursTelemedecine = 3 // L.6316-1 of the CSP
)

// coefficientPlafond is the multiple of the monthly SMIC (R.323-4, décret 2025-160 art. 2).
func coefficientPlafond(a v.Jour) *big.Rat {
	if a >= v.NewJour(2025, 4, 1) {
		return big.NewRat(14, 10)
	}
	return big.NewRat(18, 10)
}

// The dates at which the law of maladie changes.
var (
	finTolerance       = v.NewJour(2024, 9, 1)  // CNAM: gaps between a stop and its prolongation
	fausseCoucheDepuis = v.NewJour(2024, 1, 1)  // L.323-1-2
	imgDepuis          = v.NewJour(2024, 7, 1)  // L.323-1-2, NOTA
	decesEnfantDepuis  = v.NewJour(2020, 7, 1)  // L.323-1-1
	finCovid           = v.NewJour(2023, 1, 31) // décret 2021-13 as amended
	telemedecineDepuis = v.NewJour(2024, 1, 1)  // LFSS 2024 art. 65
	photocopieRejetee  = v.NewJour(2025, 7, 1)  // décret 2025-587
	ancienCerfaRejete  = v.NewJour(2025, 9, 1)  // end of the tolerance
)

// ageLegal is the legal age by generation, in months (L.161-17-2).
type ageLegal struct {
	nesDepuis v.Jour
	mois      int
}

var (
	// pensions that take effect from 2026-09-01 (LFSS 2026 art. 105)
	ages2026 = []ageLegal{
		{0, 62 * 12}, {v.NewJour(1961, 9, 1), 62*12 + 3}, {v.NewJour(1962, 1, 1), 62*12 + 6}, {v.NewJour(1963, 1, 1), 62*12 + 9},
		{v.NewJour(1965, 4, 1), 63 * 12}, {v.NewJour(1966, 1, 1), 63*12 + 3}, {v.NewJour(1967, 1, 1), 63*12 + 6},
		{v.NewJour(1968, 1, 1), 63*12 + 9}, {v.NewJour(1969, 1, 1), 64 * 12},
	}
	// from 2023-09-01 to 2026-08-31 (law 2023-270)
	ages2023 = []ageLegal{
		{0, 62 * 12}, {v.NewJour(1961, 9, 1), 62*12 + 3}, {v.NewJour(1962, 1, 1), 62*12 + 6}, {v.NewJour(1963, 1, 1), 62*12 + 9},
		{v.NewJour(1964, 1, 1), 63 * 12}, {v.NewJour(1965, 1, 1), 63*12 + 3}, {v.NewJour(1966, 1, 1), 63*12 + 6},
		{v.NewJour(1967, 1, 1), 63*12 + 9}, {v.NewJour(1968, 1, 1), 64 * 12},
	}
)

// atteintAgeLegal is the day on which the legal age is reached, by the table of
// the date at which the pension takes effect.
func atteintAgeLegal(naissance, pension v.Jour) v.Jour {
	mois := 62 * 12
	table := []ageLegal(nil)
	switch {
	case pension >= v.NewJour(2026, 9, 1):
		table = ages2026
	case pension >= v.NewJour(2023, 9, 1):
		table = ages2023
	}
	for _, a := range table {
		if naissance >= a.nesDepuis {
			mois = a.mois
		}
	}
	return naissance.AjouterMois(mois)
}

// ferie tells public holidays, with the two of Alsace-Moselle. The moving ones
// count from Easter (Gauss).
func ferie(d v.Jour, alsace bool) bool {
	a, m, j := d.Date()
	switch m*100 + j {
	case 101, 501, 508, 714, 815, 1101, 1111, 1225:
		return true
	case 1226:
		return alsace
	}
	k := a / 100
	mm := (15 - (13+8*k)/25 + k - k/4) % 30
	nn := (4 + k - k/4) % 7
	dd := (19*(a%19) + mm) % 30
	e := (2*(a%4) + 4*(a%7) + 6*dd + nn) % 7
	if dd == 29 && e == 6 || dd == 28 && e == 6 && (11*mm+11)%30 < 19 {
		e -= 7
	}
	paques := v.NewJour(a, 3, 22) + v.Jour(dd+e)
	return d == paques+1 || d == paques+39 || d == paques+50 || alsace && d == paques-2
}
