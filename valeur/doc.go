// Package valeur holds the value types on which everything else stands: civil
// days ([Jour], [Periode]), money ([Centimes]), exact fractions ([Fraction]),
// three-state values ([Option]) and the identifiers of the trade ([NIR],
// [SIRET], [IBAN]).
//
// All of them are small, immutable and comparable. Where a zero value cannot
// mean something useful it means «not known» and says so (IsZero).
//
// The package knows nothing of the law, of files, of storage or of the clock.
package valeur
