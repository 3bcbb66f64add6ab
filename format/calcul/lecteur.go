package calcul

import (
	"bytes"
	"strconv"
	"strings"

	"accord/droit"

	"github.com/go-json-experiment/json/jsontext"
)

// Presentation is what the answer to a case must contain.
type Presentation struct {
	Jours       bool // the calendar, day by day
	Explication bool // the steps of the computation
}

// Complete is the presentation of a case that asks for nothing in particular.
var Complete = Presentation{Jours: true, Explication: true}

// Read reads one case. It returns an [*Erreur] when the case is unreadable or
// contradicts itself.
func Read(data []byte) (*droit.Cas, Presentation, error) {
	return NewLecteur().Lire(data)
}

// Lecteur reads cases one after the other and keeps its memory between them. It
// must not be used by two goroutines at once.
type Lecteur struct {
	dec    *jsontext.Decoder
	tampon bytes.Buffer
	source []byte

	cas          droit.Cas
	presentation Presentation
	err          *Erreur

	chemin []pas           // the arrays and objects that are open
	cle    string          // key being read in the innermost one
	genre  jsontext.Kind   // kind of the value being read
	donnes uint64          // keys given in the object that ends, by their rank
	clair  []byte          // last string that held escapes
	textes strings.Builder // all the free strings of the case, in one allocation
	listes listes
	index  index
}

// pas is one step of the address of a value: a key, and an index or -1.
type pas struct {
	cle string
	i   int
}

// NewLecteur returns a reader.
func NewLecteur() *Lecteur {
	return &Lecteur{dec: jsontext.NewDecoder(new(bytes.Buffer)), index: newIndex()}
}

// reglages: doubled keys are found here, with a sentence of ours.
var reglages = []jsontext.Options{jsontext.AllowDuplicateNames(true)}

// bom is what some editors put before UTF-8 text; it carries nothing.
var bom = []byte("\xEF\xBB\xBF")

// Lire reads one case. The case is valid until the next call.
func (l *Lecteur) Lire(data []byte) (*droit.Cas, Presentation, error) {
	l.source = bytes.TrimPrefix(data, bom)
	l.tampon = *bytes.NewBuffer(l.source)
	l.dec.Reset(&l.tampon, reglages...)
	l.cas, l.presentation, l.err = droit.Cas{}, Complete, nil
	l.chemin, l.cle = l.chemin[:0], ""
	l.listes.vider()
	taille := l.textes.Len()
	l.textes = strings.Builder{}
	l.textes.Grow(taille)

	if l.genre = l.dec.PeekKind(); l.genre == 0 {
		l.jeton()
	}
	objetCas.lire(l, &l.cas)
	l.verifierFin()
	if l.err == nil {
		l.verifierReferences()
	}
	l.source = nil
	if l.err != nil {
		return nil, Presentation{}, l.err
	}
	return &l.cas, l.presentation, nil
}

// verifierFin: nothing may follow the case.
func (l *Lecteur) verifierFin() {
	if l.err != nil {
		return
	}
	l.cle = ""
	if reste := bytes.TrimLeft(l.source[l.dec.InputOffset():], " \t\r\n"); len(reste) > 0 {
		l.refuserValeur(reste, "suit la fin du cas", "un seul objet JSON")
	}
}

// adresse writes where the reader stands: arrets[1].fin.
func (l *Lecteur) adresse() string {
	var b []byte
	for _, p := range l.chemin {
		b = ajouterCle(b, p.cle)
		if p.i >= 0 {
			b = append(b, '[')
			b = strconv.AppendInt(b, int64(p.i), 10)
			b = append(b, ']')
		}
	}
	return string(ajouterCle(b, l.cle))
}

func ajouterCle(b []byte, cle string) []byte {
	if len(b) > 0 && cle != "" {
		b = append(b, '.')
	}
	return append(b, cle...)
}

// entrer opens a step of the address under the key being read; sortir closes it
// and gives the key back.
func (l *Lecteur) entrer(i int) {
	l.chemin = append(l.chemin, pas{l.cle, i})
	l.cle = ""
}

func (l *Lecteur) sortir() {
	dernier := len(l.chemin) - 1
	l.cle = l.chemin[dernier].cle
	l.chemin = l.chemin[:dernier]
}

// jeton reads one token, for its effect.
func (l *Lecteur) jeton() bool {
	if _, err := l.dec.ReadToken(); err != nil {
		l.illisible(err)
		return false
	}
	return true
}

// valeur reads one whole value, as written. It is valid until the next read.
func (l *Lecteur) valeur() []byte {
	b, err := l.dec.ReadValue()
	if err != nil {
		l.illisible(err)
		return nil
	}
	return b
}
