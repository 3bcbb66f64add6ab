package tirage

import (
	"fmt"
	"io"
	"math/rand/v2"

	"accord/droit"
)

// Profil says what kind of case is drawn.
type Profil uint8

const (
	// Ordinaire draws the cases of a caisse: the stop lasts 12 days in the
	// median and more than 180 for 7 %; 10 % of people have several
	// employers, 30 % of employees are stopped under full subrogation, 5 % are
	// independents, 4 % of stops are under an ALD, 3 % end with part-time
	// work, 8 % of people had been stopped before, and one pay in twenty bears
	// an absence.
	Ordinaire Profil = iota
	// Tordu draws cases on the edges of the rules: several prescriptions, gaps
	// around week-ends and holidays, both sides of every date at which the law
	// changes, one to four employers, and every kind of event.
	Tordu
	// Familles draws births, early, late and of several children, adoptions and
	// deaths of a child, with every leave that they give.
	Familles
	// Accidents draws accidents and diseases of work: recognised, refused or
	// not decided yet, healed, relapsed, followed by an inaptitude.
	Accidents
	// Melanges draws two or three benefits that meet or overlap.
	Melanges
)

// ProfilNomme is a profile and the word by which it is asked for.
type ProfilNomme struct {
	Nom    string
	Profil Profil
}

// Profils names them all, in the order in which they are offered.
var Profils = []ProfilNomme{{"ordinaire", Ordinaire}, {"tordu", Tordu}, {"familles", Familles}, {"accidents", Accidents}, {"melanges", Melanges}}

// Cas draws one case.
func Cas(r *rand.Rand, p Profil) *droit.Cas {
	t := &tireur{Rand: r, cas: &droit.Cas{}}
	switch p {
	case Tordu:
		t.tordu()
		t.avertir()
	case Familles:
		t.familles()
	case Accidents:
		t.accidents()
	case Melanges:
		t.melanges()
	default:
		t.ordinaire()
	}
	return t.cas
}

// Numero draws case number i of a series: it does not depend on those before.
func Numero(graine uint64, i int, p Profil) *droit.Cas {
	c := Cas(rand.New(rand.NewPCG(graine, uint64(i))), p)
	c.ID = fmt.Sprintf("%d-%d", graine, i)
	return c
}

// Suite writes n cases of a series, one a line; ajouter appends the JSON of a
// case to a buffer.
func Suite(w io.Writer, graine uint64, n int, p Profil, ajouter func([]byte, *droit.Cas) []byte) error {
	var ligne []byte
	for i := range n {
		ligne = append(ajouter(ligne[:0], Numero(graine, i, p)), '\n')
		if _, err := w.Write(ligne); err != nil {
			return err
		}
	}
	return nil
}
