package sim

// How people and employers behave, in times per thousand. The troubles have
// their own table (troubles.go).
const (
	partSubrogation             = 450 // enterprises that keep the wage of the sick
	partAttestations            = 150 // enterprises that send an attestation rather than rely on their DSN
	partPlusieursEtablissements = 60
	partPlusieursEmployeurs     = 100 // employees who have a second job
	partTempsPartiel            = 180
	partPetitsContrats          = 15 // of some hours a week: less than 150 hours in three months
	partCDD                     = 120
	partEmbauches               = 50  // contracts that begin inside the months declared
	partDeparts                 = 30  // contracts that end inside the period
	partPrimes                  = 120 // monthly pays with a bonus
	partRIBConnu                = 850 // people whose account the caisse already had

	partElectronique     = 800 // avis d'arrêt sent by the prescriber (CNAM, 2025)
	partAvisLendemain    = 400 // of those, received on the next day
	partTeleconsultation = 50
	partHospitalise      = 60
	partUneSeule         = 650 // arrêts of a fortnight or less prescribed at once
	partApresWeekEnd     = 100 // prolongations that leave a week-end open
	partReprises         = 60  // arrêts of more than a week that end before their prescription
)

// jourDebut weighs the day on which an arrêt begins, from Monday to Sunday.
var jourDebut = []int{160, 120, 105, 100, 85, 25, 25}

// Ceilings of a prescription from 1 September 2026 (decree taken for article
// L.162-4-1 of the code de la sécurité sociale).
const (
	maxInitiale     = 31
	maxProlongation = 62
)

// carence is the number of days of an arrêt that are not paid.
const carence = 3
