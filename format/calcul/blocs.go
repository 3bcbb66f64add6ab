package calcul

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
)

const (
	blocLignes = 64        // lines of one block, at most
	blocOctets = 256 << 10 // bytes after which a block takes no other line
	blocGarde  = 4 << 20   // a buffer that grew beyond is not kept
)

// bloc is a run of lines and their answers.
type bloc struct {
	premiere int // number of the first line, from 1
	texte    []byte
	lignes   []ligne
	reponses []byte
	erreurs  int
	pret     chan struct{}
}

// ligne is a part of the text of its block.
type ligne struct {
	debut, fin int
	longue     bool // longer than LigneMax: its text was not kept
}

func (b *bloc) vider() *bloc {
	if cap(b.texte) > blocGarde {
		b.texte = nil
	}
	if cap(b.reponses) > blocGarde {
		b.reponses = nil
	}
	b.texte, b.lignes, b.reponses, b.erreurs = b.texte[:0], b.lignes[:0], b.reponses[:0], 0
	return b
}

var (
	errLigneLongue = &Erreur{
		Attendu: "un cas par ligne, de " + strconv.Itoa(LigneMax>>20) + " Mio au plus",
		Phrase:  "la ligne dépasse " + strconv.Itoa(LigneMax>>20) + " Mio",
	}
	errLigneVide = &Erreur{Attendu: "un cas par ligne", Phrase: "la ligne est vide"}
)

// repondre computes every line of the block.
func (b *bloc) repondre(m *Moteur) {
	for i, l := range b.lignes {
		var err error
		texte := b.texte[l.debut:l.fin]
		switch {
		case l.longue:
			err = errLigneLongue
		case len(bytes.TrimSpace(texte)) == 0:
			err = errLigneVide
		default:
			b.reponses, err = m.repondreLigne(b.reponses, texte)
		}
		if err != nil {
			b.reponses = ajouterErreur(b.reponses, err, b.premiere+i)
			b.erreurs++
		}
		b.reponses = append(b.reponses, '\n')
	}
}

// source cuts a stream into lines.
type source struct {
	r   *bufio.Reader
	n   int // lines given so far
	err error
}

func newSource(r io.Reader) *source { return &source{r: bufio.NewReaderSize(r, 64<<10)} }

// remplir puts lines into an empty block, until it is full or until the next
// line has to be waited for. It reports whether more may follow.
func (s *source) remplir(b *bloc) bool {
	b.premiere = s.n + 1
	for len(b.lignes) < blocLignes && len(b.texte) < blocOctets {
		if len(b.lignes) > 0 && !s.ligneEnAttente() {
			break
		}
		lue, suite := s.ligne(b)
		if lue {
			s.n++
		}
		if !suite {
			return false
		}
	}
	return true
}

// ligneEnAttente reports whether a whole line is already in memory.
func (s *source) ligneEnAttente() bool {
	// Peek of what is buffered cannot fail.
	tampon, _ := s.r.Peek(s.r.Buffered())
	return bytes.IndexByte(tampon, '\n') >= 0
}

// ligne reads one line, without its end, into the block. It reports whether
// there was one, and whether more may follow.
func (s *source) ligne(b *bloc) (lue, suite bool) {
	l := ligne{debut: len(b.texte)}
	for {
		fragment, err := s.r.ReadSlice('\n')
		lue = lue || len(fragment) > 0
		if len(b.texte)-l.debut+len(fragment) > LigneMax {
			l.longue = true
		}
		if l.longue {
			b.texte = b.texte[:l.debut]
		} else {
			b.texte = append(b.texte, fragment...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			// A line cut short by a failure is not a line.
			b.texte, s.err = b.texte[:l.debut], err
			return false, false
		}
		if lue {
			b.texte = bytes.TrimSuffix(b.texte, []byte{'\n'})
			l.fin = len(b.texte)
			b.lignes = append(b.lignes, l)
		}
		return lue, err == nil
	}
}
