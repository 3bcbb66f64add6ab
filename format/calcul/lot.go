package calcul

import (
	"fmt"
	"io"
	"runtime"
)

// Bilan counts the lines of a batch.
type Bilan struct {
	Lignes  int // lines read
	Erreurs int // of which answered by an error
}

// Lot reads a case a line and writes a result a line, in the same order, in
// constant memory, on workers goroutines (all the processors when workers is
// not positive). fabrique gives each of them its own computation.
//
// A line that cannot be computed gives, in its place, an object with `erreur`
// and `ligne` (from 1); so do an empty line and one longer than [LigneMax]. The
// others go on. The error of Lot is that of r or of w, or nil.
//
// Answers are written as soon as the input makes one wait: Lot may stand at
// the end of a pipe whose other end waits for each answer.
func Lot(r io.Reader, w io.Writer, fabrique func() Calculateur, workers int) (Bilan, error) {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	c := newChaine(workers)
	defer close(c.arret)
	go c.lire(r)
	for range workers {
		go c.travailler(NewMoteur(fabrique))
	}
	var bilan Bilan
	for b := range c.ordre {
		<-b.pret
		if _, err := w.Write(b.reponses); err != nil {
			return bilan, fmt.Errorf("écriture des résultats: %w", err)
		}
		bilan.Lignes += len(b.lignes)
		bilan.Erreurs += b.erreurs
		c.libres <- b.vider()
	}
	if c.erreur != nil {
		return bilan, fmt.Errorf("lecture après la ligne %d: %w", bilan.Lignes, c.erreur)
	}
	return bilan, nil
}

// chaine moves blocks of lines from the reader to the workers, and in the order
// of the input to the writer. A fixed number of blocks goes round.
type chaine struct {
	libres chan *bloc
	aFaire chan *bloc
	ordre  chan *bloc
	arret  chan struct{} // closed when the writer is gone
	erreur error         // of the input; set before ordre is closed
}

func newChaine(workers int) *chaine {
	n := 3*workers + 2
	c := &chaine{
		libres: make(chan *bloc, n),
		aFaire: make(chan *bloc, n),
		ordre:  make(chan *bloc, n),
		arret:  make(chan struct{}),
	}
	for range n {
		c.libres <- &bloc{pret: make(chan struct{}, 1)}
	}
	return c
}

// lire cuts the input into blocks until its end, or until nobody writes.
func (c *chaine) lire(r io.Reader) {
	defer close(c.ordre)
	defer close(c.aFaire)
	s := newSource(r)
	for {
		select {
		case b := <-c.libres:
			suite := s.remplir(b)
			if len(b.lignes) > 0 {
				c.ordre <- b
				c.aFaire <- b
			}
			if !suite {
				c.erreur = s.err
				return
			}
		case <-c.arret:
			return
		}
	}
}

func (c *chaine) travailler(m *Moteur) {
	for b := range c.aFaire {
		b.repondre(m)
		b.pret <- struct{}{}
	}
}
