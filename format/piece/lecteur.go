package piece

import (
	"bytes"

	"accord/app"
)

// Lecteur reads one file of any known format. It implements [app.Lecteur]; the
// same bytes always give the same reading.
type Lecteur struct{}

var _ app.Lecteur = Lecteur{}

// Lire recognises the format by the content and reads the file. The name is
// not looked at: it belongs to the sender.
func (Lecteur) Lire(_ string, contenu []byte) app.Lecture {
	texte := bytes.TrimPrefix(contenu, []byte("\ufeff"))
	debut := bytes.TrimLeft(texte, " \t\r\n")
	switch {
	case len(debut) == 0:
		return app.Lecture{Format: "vide", Anomalies: []app.Anomalie{{
			Trouve: "rien", Attendu: formatsConnus, Phrase: "le fichier est vide", Gravite: app.Illisible,
		}}}
	case bytes.HasPrefix(debut, []byte("S10.G00.")):
		return lireDSN(contenu)
	case debut[0] == '{':
		return lireJSON(texte)
	}
	return lireInconnu(contenu)
}

const formatsConnus = "une DSN (première ligne S10.G00.…) ou un document JSON accord/aat/1, accord/dsij/1, accord/rib/1, " +
	"accord/grossesse/1, accord/evenement/1, accord/conge/1, accord/dat/1, accord/certificat-at/1, accord/dmp/1, accord/acte/1, accord/revenus/1 ou accord/bulletin/1"

// lireInconnu keeps the file whole on the medical side: a scanned avis looks
// like any other unknown file.
func lireInconnu(contenu []byte) app.Lecture {
	return app.Lecture{
		Format: "inconnu",
		Pieces: []app.Piece{{Medical: contenu, Du: 1, Au: lignes(contenu), Declaration: sansDeclaration}},
		Anomalies: []app.Anomalie{{
			Trouve: "un contenu non reconnu", Attendu: formatsConnus, Gravite: app.Illisible,
			Phrase: "le format du fichier n'est pas reconnu : " + formatsConnus + " est attendu ; " + misSousScelle,
		}},
	}
}

const (
	sansDeclaration = -1
	misSousScelle   = "le contenu est gardé entier, sous scellé médical"
)

// lignes returns the number of lines of a text, 1 at least.
func lignes(b []byte) int {
	n := 1 + bytes.Count(b, []byte("\n"))
	if len(b) > 0 && b[len(b)-1] == '\n' {
		n--
	}
	return max(n, 1)
}
