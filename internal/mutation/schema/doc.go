// Package schema holds the switches of mutated code. The tool rewrites the code
// of the law so that every mutated place calls a function of this package with
// its number; the number tells which change, if any, is switched on there. One
// build thus holds every mutant, and one process tries thousands of them. The
// package knows nothing of the law: a judge hands it cases, and it says which
// of them notice a mutant.
package schema
