// Package contrecalcul is the counter-calculation: the daily allowances of a
// case computed a second time, straight from the text, in another style. It is
// plain and slow on purpose: exact rationals, lists of dates walked from end to
// end, every question of the law asked again for every day, and its own table
// of dated figures. It shares with the computation that pays only the value
// types and the bare structure of a case, so that a mistake made in one has no
// reason to be made in the other.
//
// Tests compare both on random cases; at payment time a disagreement holds the
// line that it touches.
//
// Every benefit is read: the leaves of birth, the bereavement, the accidents, in
// the order of the calendar, each day before maladie, which comes last.
//
// It knows the text and the bare case. It knows nothing of the package that
// computes what is paid, of its parameters, of the dossier, of storage or of the
// clock. What is not known counts for nothing here: the package asks no question
// and opens no hypothesis. It is meant to be compared on cases that are fully
// known, and on the days that are certain in the others.
package contrecalcul
