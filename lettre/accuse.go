package lettre

import (
	"accord/dossier"
	v "accord/valeur"
)

// Accuse is the acknowledgement of a piece (CRPA L.112-11).
type Accuse struct {
	Genre string `json:"genre"` // kind of piece
	Piece string `json:"piece"` // its hash: the number of the acknowledgement
	Jour  v.Jour `json:"jour"`  // day of reception
	Nom   string `json:"nom"`   // of the person whom the piece is about

	Attendus []Attendu `json:"-"` // on the day of the letter, of the insured's file
}

// Attendu is something that the caisse waits for, as the acknowledgement of an arrêt tells it.
type Attendu struct {
	De     string // «de l'employeur NOM»; empty: of the insured, who is written to
	Avant  v.Jour
	Phrase string
	Geste  string // what the insured has to do; empty when it is for another
}

// Ouvre reports whether a piece opens or prolongs a right: its acknowledgement says what the
// caisse still waits for, from whom and by when.
func (a *Accuse) Ouvre() bool {
	switch dossier.Genre(a.Genre) {
	case dossier.GenreAvisArret, dossier.GenreConge, dossier.GenreCertificat:
		return true
	}
	return false
}

// attendus lists what the caisse waits for.
func (a *Accuse) attendus() string {
	if len(a.Attendus) == 0 {
		return ""
	}
	s := "Ce que nous attendons encore :\n"
	for i := range a.Attendus {
		x := &a.Attendus[i]
		de := "de vous"
		if x.De != "" {
			de = x.De
		}
		quand := ", avant le " + x.Avant.EnLettres()
		if x.Avant < a.Jour {
			quand = ", en retard depuis le " + x.Avant.EnLettres()
		}
		s += "- " + de + quand + " : " + minuscule(x.Phrase)
		if x.Geste != "" {
			s += " " + x.Geste
		}
		s += "\n"
	}
	return s + "Nous le demandons à chacun par une lettre ; ce que d'autres que vous doivent, vous n'avez pas à l'envoyer.\n\n"
}

// A names who is answered: the insured for what he sends, else his employer.
func (a *Accuse) A() string {
	switch dossier.Genre(a.Genre) {
	case dossier.GenreAvisArret, dossier.GenreRIB, dossier.GenreGrossesse, dossier.GenreEvenement, dossier.GenreConge, dossier.GenreCertificat,
		dossier.GenreDeclaration, dossier.GenreRevenus, dossier.GenreBulletin:
		return "assure"
	}
	return "employeur"
}

// nomsPieces says in words what was received.
var nomsPieces = map[dossier.Genre]string{
	dossier.GenreAvisArret:   "votre avis d'arrêt de travail",
	dossier.GenreRIB:         "vos coordonnées bancaires",
	dossier.GenreSignalement: "votre signalement d'arrêt de travail",
	dossier.GenreReprise:     "votre signalement de reprise du travail",
	dossier.GenreAttestation: "votre attestation de salaire",
	dossier.GenreAnnulation:  "votre annulation",
	dossier.GenreGrossesse:   "votre déclaration de grossesse",
	dossier.GenreEvenement:   "l'annonce d'un événement dans votre famille",
	dossier.GenreConge:       "votre demande de congé",
	dossier.GenreAccident:    "votre déclaration d'accident du travail",
	dossier.GenreCertificat:  "votre certificat médical d'accident du travail ou de maladie professionnelle",
	dossier.GenreDeclaration: "votre déclaration de maladie professionnelle",
	dossier.GenreRevenus:     "vos revenus d'activité",
	dossier.GenreBulletin:    "votre bulletin de paie",
}

// Rediger writes the letter.
func (a *Accuse) Rediger(caisse string) (objet, corps string) {
	nom, ok := nomsPieces[dossier.Genre(a.Genre)]
	if !ok {
		nom = "votre envoi"
	}
	objet = "Nous avons bien reçu " + nom
	corps = "Bonjour,\n\n" + concerne(a.A(), a.Nom) + "Nous avons reçu " + nom + " le " + a.Jour.EnLettres() + ".\n" +
		"Numéro de réception : " + a.Piece[:min(12, len(a.Piece))] + ". Gardez-le : il prouve la date de votre envoi.\n\n" + a.attendus() +
		"Vous n'avez rien d'autre à faire pour cette pièce. S'il manque quelque chose, nous vous le demanderons précisément ;\n" +
		"les jours qui n'en dépendent pas sont payés sans attendre.\n\n" + caisse + "\n"
	return objet, corps
}

// concerne tells an employer of which employee a letter speaks. The insured
// knows who he is.
func concerne(a, nom string) string {
	if a == "assure" || nom == "" {
		return ""
	}
	return "Concerne : " + nom + ".\n\n"
}
