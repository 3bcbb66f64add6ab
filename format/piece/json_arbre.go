package piece

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// noeud is one JSON value with the place where it stands.
type noeud struct {
	genre      jsontext.Kind
	texte      string // content of a string, digits of a number
	membres    []membre
	elements   []noeud
	ligne      int // of the file, from 1
	debut, fin int // bytes of the document
}

// membre is one key of an object and its value.
type membre struct {
	nom   string
	debut int // where the key begins
	noeud
}

// membre returns the member of that name, nil when there is none.
func (n *noeud) membre(nom string) *noeud {
	for i := range n.membres {
		if n.membres[i].nom == nom {
			return &n.membres[i].noeud
		}
	}
	return nil
}

// estScalaire reports whether the value holds no other.
func (n *noeud) estScalaire() bool { return n.genre != '{' && n.genre != '[' }

// analyse builds the tree of a document, keeping count of lines.
type analyse struct {
	d      *jsontext.Decoder
	brut   []byte
	compte int // bytes whose line ends are already counted
	ligne  int
}

// analyser reads a whole document whose first line is premiere. With a refusal
// the tree holds what came before the break. The refusal says where the JSON
// breaks and never quotes it: what cannot be read may be medical.
func analyser(brut []byte, premiere int) (racine *noeud, r *refus) {
	racine = new(noeud)
	if !utf8.Valid(brut) {
		return racine, &refus{ligne: premiere, trouve: "un texte qui n'est pas en UTF-8", attendu: bienForme,
			phrase: "le document n'est pas écrit en UTF-8"}
	}
	a := &analyse{d: jsontext.NewDecoder(bytes.NewBuffer(brut)), brut: brut, ligne: premiere}
	err := a.valeur(racine)
	if err == nil {
		if _, err = a.d.ReadToken(); err == io.EOF {
			return racine, nil
		}
		err = errSuite
	}
	return racine, a.refus(err)
}

const bienForme = "un document JSON bien formé, en UTF-8"

var errSuite = errors.New("contenu après la fin du document")

func (a *analyse) refus(err error) *refus {
	place := a.d.InputOffset()
	if lexique := new(jsontext.SyntacticError); errors.As(err, &lexique) {
		place = lexique.ByteOffset
	}
	r := &refus{ligne: a.ligneDe(int(place)), attendu: bienForme}
	switch {
	case errors.Is(err, jsontext.ErrDuplicateName):
		r.trouve, r.phrase = "une clé écrite deux fois", "une clé est écrite deux fois dans le même objet"
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.trouve, r.phrase = "un document coupé", "le document JSON s'arrête avant sa fin"
	case err == errSuite:
		r.trouve, r.phrase = "un texte après la fin", "un texte suit la fin du document JSON"
	default:
		r.trouve, r.phrase = "un texte mal formé", "le JSON est mal formé"
	}
	return r
}

// ligneDe returns the line of a byte. Places must be asked in growing order,
// save after the last value.
func (a *analyse) ligneDe(place int) int {
	if place > a.compte {
		a.ligne += bytes.Count(a.brut[a.compte:place], []byte("\n"))
		a.compte = place
	}
	return a.ligne
}

// suivant returns where the next token begins.
func (a *analyse) suivant() int {
	i := int(a.d.InputOffset())
	for i < len(a.brut) && bytes.IndexByte([]byte(" \t\r\n,:"), a.brut[i]) >= 0 {
		i++
	}
	return i
}

func (a *analyse) valeur(n *noeud) error {
	n.debut = a.suivant()
	n.ligne = a.ligneDe(n.debut)
	tok, err := a.d.ReadToken()
	if err != nil {
		return err
	}
	n.genre = tok.Kind()
	switch n.genre {
	case '"', '0':
		n.texte = tok.String()
	case '{':
		err = a.objet(n)
	case '[':
		err = a.tableau(n)
	}
	n.fin = int(a.d.InputOffset())
	return err
}

func (a *analyse) objet(n *noeud) error {
	for a.d.PeekKind() != '}' {
		m := membre{debut: a.suivant()}
		nom, err := a.d.ReadToken()
		if err != nil {
			return err
		}
		m.nom = nom.String()
		if err := a.valeur(&m.noeud); err != nil {
			return err
		}
		n.membres = append(n.membres, m)
	}
	_, err := a.d.ReadToken()
	return err
}

func (a *analyse) tableau(n *noeud) error {
	for a.d.PeekKind() != ']' {
		var e noeud
		if err := a.valeur(&e); err != nil {
			return err
		}
		n.elements = append(n.elements, e)
	}
	_, err := a.d.ReadToken()
	return err
}
