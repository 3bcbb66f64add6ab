// Package maladie is the law of sickness daily allowances (indemnités
// journalières maladie), from the opening of rights to the payee of each day.
// It reads a fully known case and dated parameters and fills the calendar.
//
// Files follow the articles, in their order: prescriptions and chains
// (prescriptions, chaines, carence), opening of rights (fenetres, heures,
// ouverture), reference pay and allowance (reference, retablissement,
// indemnite), the state of each day (journee) and its payee (subrogation).
// The identifiers MAL-… quoted everywhere are those of the table of rules.
//
// What is not known and would take a right away is not presumed: a
// prescription is taken to be in due form and sent in time until the case says
// otherwise. What is not known and gives money (a pay, a loss of earnings)
// counts as nothing, and [Besoins] lists it.
package maladie
