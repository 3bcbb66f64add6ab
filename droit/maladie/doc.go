// Package maladie is the law of sickness daily allowances (indemnités
// journalières maladie), from the opening of rights to the payee of each day.
// It reads a fully known case and dated parameters and fills the calendar.
//
// Files follow the articles, in their order: opening of rights (ouverture,
// duree_droit, assimile, maintien, fenetres, heures), waiting period and
// continuity (prescriptions, chaines, carence), reference pays and allowance
// (reference, retablissement, chomage, paies, indemnite), duration (limites,
// ald, histoire), validity and control (validite, controle, cumul), part-time
// work (tpt), independents (independants, revenus), shares and payee
// (repartition, subrogation). The file journee puts them in the order in which
// they decide of a day. The identifiers MAL-… quoted everywhere are those of
// the table of rules.
//
// What is not known and would take a right away is not presumed: a
// prescription is taken to be in due form and sent in time until the case says
// otherwise. What is not known and gives money (a pay, an income, a loss of
// earnings) counts as nothing, and [Besoins] lists it.
//
// The package knows nothing of hypotheses, of storage, of files, of the clock
// or of what was already paid.
package maladie
