package sim

import (
	"hash/fnv"
	"math/rand/v2"
)

// alea draws. Each thing that is drawn has its own stream, so that drawing one
// more of one kind changes nothing to the others.
type alea struct{ *rand.Rand }

// flux returns the stream of the nth thing of a kind.
func flux(graine uint64, genre string, n int) alea {
	h := fnv.New64a()
	h.Write([]byte(genre)) // never fails
	return alea{rand.New(rand.NewPCG(graine, h.Sum64()+uint64(n)))}
}

// chance is true that many times in a thousand.
func (a alea) chance(pourMille int) bool { return a.IntN(1000) < pourMille }

// entre returns an integer from lo to hi, both included.
func (a alea) entre(lo, hi int) int { return lo + a.IntN(hi-lo+1) }

// gamma2 returns a number of law Gamma of shape 2 and of mean 1.
func (a alea) gamma2() float64 { return (a.ExpFloat64() + a.ExpFloat64()) / 2 }

func choisir[T any](a alea, xs []T) T { return xs[a.IntN(len(xs))] }

// selon returns an index drawn after weights.
func (a alea) selon(poids []int) int {
	total := 0
	for _, p := range poids {
		total += p
	}
	n := a.IntN(total)
	for i, p := range poids {
		if n < p {
			return i
		}
		n -= p
	}
	return 0
}
