package piece

import (
	"bytes"
	"slices"

	"accord/format/dsn"
)

// source gives back the bytes of the lines of a file.
type source struct {
	contenu []byte
	debuts  []int // offset of line n at n-1; one more for the end of the file
}

func indexer(contenu []byte) *source {
	s := &source{contenu: contenu}
	pos := 0
	for l := range bytes.Lines(contenu) {
		s.debuts = append(s.debuts, pos)
		pos += len(l)
	}
	s.debuts = append(s.debuts, pos)
	return s
}

// octets returns the bytes of a run of lines, cut to the file.
func (s *source) octets(l dsn.Lignes) []byte {
	n := len(s.debuts) - 1
	du, au := min(max(l.Premiere, 1), n), min(max(l.Derniere, 1), n)
	if n == 0 || au < du {
		return nil
	}
	return s.contenu[s.debuts[du-1]:s.debuts[au]:s.debuts[au]]
}

// Rubrics of the header without which the lines of a person could not be read
// alone: test or real, norm, sender, declaration, establishment.
var (
	rubriquesEntete = []dsn.Code{100000005, 100000006, 100001001, 100001002, 100001003}
	blocsEntete     = []dsn.Code{blocDeclaration, 210006000, 210011000}
)

// entete returns the lines of the header that go with each person. The rest of
// it (software, contacts) says nothing of the piece.
func (s *source) entete(e *dsn.Envoi, d *dsn.Declaration) (b []byte) {
	for _, r := range e.Rubriques {
		if r.Code.Bloc() == blocDeclaration {
			break
		}
		if slices.Contains(rubriquesEntete, r.Code) {
			b = append(b, s.octets(dsn.Lignes{Premiere: r.Ligne, Derniere: r.Ligne})...)
		}
	}
	for _, r := range d.Rubriques {
		if slices.Contains(blocsEntete, r.Code.Bloc()) {
			b = append(b, s.octets(dsn.Lignes{Premiere: r.Ligne, Derniere: r.Ligne})...)
		}
	}
	return b
}

// extrait is the piece: two declarations that say the same of a person remain
// two pieces, since the header goes with the lines of the person.
func (s *source) extrait(entete []byte, i *dsn.Individu) []byte {
	return slices.Concat(entete, i.Brut)
}
