package sim

// What share of a caisse each benefit is, after the same publication as the
// arrêts of sickness (DREES, Études et résultats, December 2024, year 2023):
// sickness is 85 % of paid arrêts; 10.2 billion euros are paid for it, 4.1 for
// accidents at work and occupational diseases, 2.7 for maternity and adoption.
const (
	partMaladie    = 850 // of arrêts, times per thousand
	milliardsATMP  = 41  // tenths of a billion
	milliardsConge = 27
)

// Sinistres paid for the first time in 2023 (CNAM, Rapport annuel 2023 de
// l'Assurance maladie - Risques professionnels).
const (
	accidentsTravail = 555_803
	accidentsTrajet  = 94_023
	maladiesPro      = 47_434
)

// The rest is ours, in times per thousand.
const (
	partMeres        = 550 // of leaves of birth; the others are fathers'
	partReserves     = 60  // declarations of accidents on which the employer has reserves
	partRefus        = 50  // of decisions on an accident
	partIndependants = 30  // independents for each arrêt of sickness of an employee
	partPartiel      = 150 // arrêts of several prescriptions of which the last is part-time work
)

// nombreAutres returns how many accidents and diseases, and leaves of birth, go
// with that many sicknesses, the arrêts that are not sickness being shared as
// the money is.
func nombreAutres(maladies int) (sinistres, naissances int) {
	autres := maladies * (1000 - partMaladie) / partMaladie
	sinistres = autres * milliardsATMP / (milliardsATMP + milliardsConge)
	return sinistres, autres - sinistres
}
