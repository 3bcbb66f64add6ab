// Package dossier turns what the caisse was told into what it owes.
//
// It holds the facts ([Fait]): append-only, dated twice (when true, when
// known), traced to the piece that states them. [Plier] folds one person's
// facts into a [Situation], the same whatever their order of arrival.
// [Calculer] closes what is not known by hypotheses, runs the law once for each
// combination, and says what is certain, what is awaited, and from whom.
//
// It knows nothing of file formats, of storage, or of what was paid.
package dossier
