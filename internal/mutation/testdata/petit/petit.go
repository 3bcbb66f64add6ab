// Package petit prices things: small enough for every change of it to be known.
package petit

// Prix prices a quantity: more than ten of them cost five less.
func Prix(quantite, unitaire int) int {
	total := quantite * unitaire
	if quantite > 10 && unitaire != 0 {
		total -= 5
	}
	return total
}

// Somme adds the numbers up to n. No proof can tell whether it begins at zero.
func Somme(n int) int {
	somme := 0
	for i := 1; i <= n; {
		somme += i
		i++
	}
	return somme
}

// Plancher is never below zero. No proof can tell whether zero itself is raised
// to zero, nor which of two equal numbers is taken.
func Plancher(n int) int {
	if n < 0 {
		return 0
	}
	return max(n, n)
}
