// Package exemples proves the law by worked examples: cases in the public JSON
// and what the law must answer, each with its source and the rules that it is
// an example of. The data stand with the law that they prove; they are run
// through the public entry, the one that everyone uses. It knows nothing of how
// the law computes, of storage or of the clock.
package exemples
