// Package prestations is every daily benefit of a case together: each computed
// by its own law, and one of them served on each day, in the order of
// precedence of the texts (L.371-3, R.331-6, L.331-8-2).
//
// It knows how benefits exclude each other and hand days over to each other,
// and nothing of how each is computed, of hypotheses, of storage or of the clock.
package prestations
