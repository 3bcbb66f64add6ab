package libelle

// Mot is what is printed of an aspect.
type Mot struct {
	Mot    string // adjective or noun, completes «ce jour est :»
	Court  string // at most eight letters, for the cell of a calendar
	Signe  string // one character, for a terminal or a narrow screen
	Phrase string // whole sentence; says «vous» to nobody
}

// ordre lists the aspects as a legend does: what is owed first, then what hangs
// on someone, then what is not paid.
var ordre = []Aspect{
	Du, Partiel, EnPaiement, Verse, AVenir, TropVerse, AUnAutre, SansMontant, ChezProgres, RetourProgres, PayeParProgres, Attendu, SurCompte, ASigner, AReduire,
	Carence, AChargeEmployeur, NonPrescrit, Refuse, Suspendu, NonCumul, Epuise, Travaille,
}

// Aspects lists every aspect, in the order of a legend.
func Aspects() []Aspect { return ordre }

var mots = map[Aspect]Mot{
	Du:          {"dû, non payé", "dû", "€", "Ce jour est dû et n'est pas encore payé."},
	Partiel:     {"payé en partie", "partiel", "½", "Ce jour a été payé en partie ; le complément est dû."},
	EnPaiement:  {"paiement en cours", "en cours", "»", "Le paiement de ce jour est préparé ; il n'est pas encore parti à la banque."},
	Verse:       {"payé", "payé", "✓", "Ce jour a été payé."},
	AVenir:      {"à venir", "à venir", "+", "Ce jour n'est pas encore passé : il sera payé ensuite."},
	TropVerse:   {"payé en trop", "en trop", "!", "Il a été payé pour ce jour plus que ce qui est dû aujourd'hui. Rien n'est réclamé sans décision."},
	AUnAutre:    {"payé, et aussi à un autre", "2 payés", "2", "Ce jour a été payé. Un autre l'avait été avant, et doit ce qu'il a reçu."},
	SansMontant: {"sans montant", "0 €", "0", "Ce jour ouvre droit, mais l'indemnité calculée est nulle."},
	Attendu:     {"en attente d'une réponse", "attente", "?", "Le montant de ce jour dépend d'une réponse attendue ; ce qui est certain n'attend pas."},
	SurCompte:   {"payé en acompte", "acompte", "◐", "Ce qui est certain a été payé en acompte ; le reste dépend d'une réponse attendue, et sera réglé par différence."},
	ASigner:     {"refus à décider", "à signer", "~", "Un refus est proposé pour ce jour. Il attend la signature d'un agent ; rien n'est notifié d'ici là."},
	AReduire:    {"payé, réduction à décider", "réduit ?", "%", "Ce jour est payé, sauf la part qu'une réduction proposée réserve : elle attend la signature d'un agent ; rien n'est notifié d'ici là."},

	ChezProgres:    {"avec PROGRES", "PROGRES", "P", "Ce dossier a été rendu à PROGRES, qui paie ce jour ; la caisse vérifie qu'il le fait."},
	RetourProgres:  {"revenu de PROGRES, à dire s'il est payé", "à dire", "¿", "Ce dossier est revenu de PROGRES : un agent dit si PROGRES a payé ce jour, pour qu'il ne soit payé qu'une fois."},
	PayeParProgres: {"réglé par PROGRES", "par PRO.", "✔", "PROGRES a réglé ce jour : rien n'en reste dû ici."},

	Carence:          {"carence", "carence", "C", "Jour de carence : les premiers jours d'un arrêt ne sont pas indemnisés."},
	AChargeEmployeur: {"à la charge de l'employeur", "employ.", "E", "Le jour de l'accident est payé en entier par l'employeur."},
	NonPrescrit:      {"non prescrit", "non pr.", "-", "Aucune prescription ne couvre ce jour : il n'est pas indemnisé."},
	Refuse:           {"refusé", "refusé", "R", "L'indemnité de ce jour est refusée."},
	Suspendu:         {"suspendu", "susp.", "S", "Le versement est suspendu après un contrôle."},
	NonCumul:         {"autre indemnité", "non dû", "A", "Une autre indemnité couvre ce jour : les deux ne se cumulent pas."},
	Epuise:           {"droit épuisé", "épuisé", "F", "Le nombre de jours que la loi permet d'indemniser est atteint."},
	Travaille:        {"travaillé", "travail", "T", "Ce jour a été travaillé : il n'est pas indemnisé."},
}

// Mot gives the words of an aspect.
func (a Aspect) Mot() Mot { return mots[a] }
