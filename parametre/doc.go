// Package parametre holds what the law leaves to dated figures: amounts, rates,
// thresholds and time limits, each row with its value, the day from which it
// applies, the text that fixes it and the last day on which it was checked.
// It also holds the readings of uncertain points and the table of rules
// (article and version).
//
// Everything stands in the readable files of the folder donnees, embedded in
// the program, loaded once and checked as a whole: order, gaps, doubles, form,
// and that no parameter is left without a row.
//
// A look-up takes its date as an argument, for the date is part of the rule. A
// value that is not known is an error that names itself, never the value of
// the year before. The package knows nothing of the rules that use it.
package parametre
