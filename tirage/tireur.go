package tirage

import (
	"math/rand/v2"
	"strconv"

	"accord/droit"
	v "accord/valeur"
)

// tireur holds a case being drawn.
type tireur struct {
	*rand.Rand
	cas *droit.Cas
}

// chance is true p times in a thousand.
func (t *tireur) chance(p int) bool { return t.IntN(1000) < p }

// entre draws a whole number between two, both included.
func (t *tireur) entre(a, b int) int { return a + t.IntN(b-a+1) }

// jourEntre draws a day between two, both included.
func (t *tireur) jourEntre(a, b v.Jour) v.Jour { return a + v.Jour(t.IntN(int(b-a)+1)) }

func choisir[T any](t *tireur, valeurs ...T) T { return valeurs[t.IntN(len(valeurs))] }

// part is a value and its weight.
type part[T any] struct {
	poids  int
	valeur T
}

// peser draws one of the values, by weight.
func peser[T any](t *tireur, parts ...part[T]) T {
	total := 0
	for _, p := range parts {
		total += p.poids
	}
	n := t.IntN(total)
	for _, p := range parts {
		if n -= p.poids; n < 0 {
			return p.valeur
		}
	}
	panic("tirage: poids mal comptés")
}

// siret builds an invented establishment number with a right key.
func (t *tireur) siret() v.SIRET {
	for {
		corps := strconv.Itoa(t.entre(10_000_000, 99_999_999))
		siren := corps + string(v.CleLuhn(corps))
		nic := siren + "0001"
		if s := v.SIRET(nic + string(v.CleLuhn(nic))); v.ValiderSIREN(siren) {
			return s
		}
	}
}

// duree draws the length of a stop: 12 days in the median, 7 % beyond 180.
func (t *tireur) duree() int {
	bornes := peser(t, part[[2]int]{10, [2]int{1, 3}}, part[[2]int]{22, [2]int{4, 7}}, part[[2]int]{19, [2]int{8, 12}},
		part[[2]int]{24, [2]int{13, 30}}, part[[2]int]{12, [2]int{31, 90}}, part[[2]int]{6, [2]int{91, 180}},
		part[[2]int]{5, [2]int{181, 365}}, part[[2]int]{2, [2]int{366, 1095}})
	return t.entre(bornes[0], bornes[1])
}
