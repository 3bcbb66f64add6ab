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

// Sinistres of 2022 with a stop or an incapacity, as the CNAM prints them with
// its report of that year (assurance-maladie.ameli.fr, «Rapports annuels» of
// Assurance maladie - Risques professionnels).
const (
	accidentsTravail = 564_189
	accidentsTrajet  = 89_483
	maladiesPro      = 44_217
)

// An accident lasts longer than a sickness: 51 million days for the 555,803
// accidents of 2023 that stopped someone (report of 2023, in the press:
// faceaurisque.com of 23 December 2024, animprevention.fr of 20 January 2025)
// are 92 days each, where an arrêt of sickness is 38 in joursIndemnises.
const (
	dureeSinistre    = 12
	dureeSinistreSur = 5
)

// Leaves of birth. Of the mothers, 82 % have the right and 93 % of these take it;
// of the fathers, 94 % and 71 % (DREES, Études et résultats 1275, July 2023); one
// father in five takes his leave in parts (the same). One delivery in sixty-two
// is of several children (Insee, état civil 2009: 13,035 of 811,400).
const (
	partMeres      = 1000 * 82 * 93 / (82*93 + 94*71)
	partFractionne = 200
	partJumeaux    = 16
)

// Leaves that follow other events, for a thousand leaves of birth. In 2023,
// 678,000 births (Insee) gave 970,000 leaves by the shares above. 984 wards of the
// State were placed for adoption (ONPE, in Statista) and 176 children came from
// abroad (Mission de l'adoption internationale, «Statistiques 2023»). 3,000
// employees lose a child who is a minor in a year (vivrefm.com, February 2020).
// The further leave of birth was to cost 300 million euros in its first year
// (Sénat, PLFSS 2026, amendement 755), one ninth of the 2.7 billion above: at
// 70 % and 60 % of the same amount, about 340 months, taken as below.
const (
	partAdoptions = 1
	partDeuils    = 3
	partNaissance = 227
	partDeuxMois  = 500 // ours
)

// The rest is ours, in times per thousand: no count was found of those who stay
// with a dying person, of relapses, of temporary allowances of unfitness, of
// part-time work. There is at least one of each.
const (
	partAccompagnants = 3   // for a thousand leaves of birth
	partRechutes      = 40  // of accidents that heal
	partInaptes       = 20  // the same
	partReserves      = 60  // declarations of accidents on which the employer has reserves
	partRefus         = 50  // of decisions on an accident
	partIndependants  = 30  // independents for each arrêt of sickness of an employee
	partPartiel       = 150 // arrêts of several prescriptions of which the last is part-time work
)

// personnesAutres returns how many people the other benefits are drawn for, with
// that many sicknesses.
func personnesAutres(maladies int) int {
	sinistres, naissances := nombreAutres(maladies)
	return sinistres + naissances + quota(partAdoptions, naissances) + quota(partDeuils, naissances) + quota(partAccompagnants, naissances) +
		independants(maladies)
}

// independants returns how many independents go with that many sicknesses.
func independants(maladies int) int { return maladies * partIndependants / 1000 }

// nombreAutres returns how many accidents and diseases, and leaves of birth, go
// with that many sicknesses, the arrêts that are not sickness being shared as
// the money is.
func nombreAutres(maladies int) (sinistres, naissances int) {
	autres := maladies * (1000 - partMaladie) / partMaladie
	sinistres = autres * milliardsATMP / (milliardsATMP + milliardsConge)
	return sinistres, autres - sinistres
}
