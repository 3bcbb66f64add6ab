package piece

import (
	"strings"

	"accord/dossier"
)

// porte is one kind of JSON document.
type porte struct {
	schema  string
	genre   dossier.Genre
	medical bool  // may hold a medical side
	cles    []cle // every key that it may hold
	lire    func(objet) dossier.Fait
}

// portes are the documents that are known, in the order of the messages.
func portes() []*porte {
	return []*porte{&porteAAT, &porteDSIJ, &porteRIB, &porteGrossesse, &porteEvenement, &porteConge, &porteDAT, &porteCertificat, &porteDMP, &porteActe, &porteRevenus, &porteBulletin}
}

// porteDe returns the door of a document, by its key «schema», nil when it is
// missing or not known.
func porteDe(racine *noeud) *porte {
	s := racine.membre("schema")
	if s == nil || s.genre != '"' {
		return nil
	}
	for _, p := range portes() {
		if p.schema == s.texte {
			return p
		}
	}
	return nil
}

func refusSchema(racine *noeud, ligne int) *refus {
	var connus []string
	for _, p := range portes() {
		connus = append(connus, p.schema)
	}
	attendu := "un schéma parmi " + strings.Join(connus, ", ")
	s := racine.membre("schema")
	switch {
	case s == nil:
		return &refus{ligne, "schema", "rien", attendu, "schema: clé absente; attendu: " + attendu}
	case s.genre != '"':
		return refusGenre(s, "schema", "une chaîne")
	}
	return &refus{s.ligne, "schema", cite(s.texte), attendu, "schema: " + cite(s.texte) + " n'est pas connu; attendu: " + attendu}
}
