// Package registre is the heart of the product: for one person, every (day,
// activity line, risk) is owed, paid, awaited or refused, for a stated reason.
//
// It compares what the calendar says is owed ([Du]) with what was posted
// ([Pose]) day by day, and keeps the double-entry ledger under it
// ([Ecriture]): gross, never netted, never edited. A day is paid once,
// whatever the route: a posting names the rank it takes on its day, and two
// postings cannot take the same rank.
//
// It knows nothing of who decided, of banks or of storage.
package registre
