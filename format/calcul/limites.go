package calcul

// Bounds of what one case may hold. They are far above what a life of work
// gives, and keep a faulty or hostile file from taking the machine.
const (
	listeMax      = 10_000 // elements of any array
	listeMaxTexte = "10000"

	choixMax = 200

	identifiantMax = 100   // characters of an id
	texteMax       = 2_000 // characters of a free text

	entierMontantMax = 8 // digits before the dot of an amount
	entierHeuresMax  = 5 // digits before the dot of hours

	arretMax  = 3_660     // days of one arrêt: ten years
	lignesMax = 1_000_000 // days × activity lines of a whole case

	activitesMax = 500     // activity lines of a case
	versesMax    = 200_000 // days already paid, line by line

	// LigneMax bounds one line of a batch, in bytes.
	LigneMax = 16 << 20
)
