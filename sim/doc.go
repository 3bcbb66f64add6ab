// Package sim writes a seeded caisse as real files and lives it. [Generer]
// draws employers, employees, arrêts and the usual troubles, and writes what a
// caisse would receive, day by day: monthly DSN, events 04 and 05, avis d'arrêt,
// attestations de salaire, RIB. [Jouer] hands these files to the caisse by the
// door of any user, and lets its days go by.
//
// Everything follows from the seed: same seed, same bytes. Nobody in it exists:
// see identifiants.go for the ranges that are never assigned.
//
// The package knows the formats and the use cases; it knows nothing of the law,
// of storage or of screens. It is the only one that draws numbers: floats serve
// to draw durations and wages, never to compute with money.
package sim
