package dossier

import (
	"cmp"
	"slices"
)

// combinaisonsMax bounds how many times the law runs for one person.
const combinaisonsMax = 64

// nombre counts the combinations of answers, up to just above the bound.
func nombre(is []inconnue) int {
	n := 1
	for i := range is {
		if n *= is[i].reponses; n > combinaisonsMax {
			return combinaisonsMax + 1
		}
	}
	return n
}

// combinaisons lists the answers to try, the least favourable first: every
// combination when there are few enough. Beyond, the questions with most days
// at stake are crossed while the others stay at their least favourable answer,
// then all questions take together each of their answers, so that no day that
// hangs on one of them passes for settled.
func combinaisons(is []inconnue) [][]int {
	ouvertes := make([]int, len(is))
	for i := range ouvertes {
		ouvertes[i] = i
	}
	tout := nombre(is) <= combinaisonsMax
	if !tout {
		slices.SortStableFunc(ouvertes, func(a, b int) int { return cmp.Compare(is[b].poids, is[a].poids) })
		n, total := 0, 1
		for ; n < len(ouvertes) && total*is[ouvertes[n]].reponses <= combinaisonsMax-ensemble; n++ {
			total *= is[ouvertes[n]].reponses
		}
		ouvertes = ouvertes[:n]
	}
	var cs [][]int
	reponses := make([]int, len(is))
	for {
		cs = append(cs, slices.Clone(reponses))
		if !suivante(reponses, is, ouvertes) {
			break
		}
	}
	for k := 1; k <= ensemble && !tout; k++ {
		for i := range reponses {
			reponses[i] = min(k, is[i].reponses-1)
		}
		cs = append(cs, slices.Clone(reponses))
	}
	return cs
}

// ensemble is how many times all questions take the same answer, beside the
// least favourable one.
const ensemble = len(salairesPossibles) - 1

// suivante moves to the next combination, and reports whether there is one.
func suivante(reponses []int, is []inconnue, ouvertes []int) bool {
	for _, i := range ouvertes {
		if reponses[i]++; reponses[i] < is[i].reponses {
			return true
		}
		reponses[i] = 0
	}
	return false
}
