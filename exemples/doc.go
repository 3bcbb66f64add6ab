// Package exemples proves the law by worked examples: cases in the public JSON
// and what the law must answer, each with its source and the rules that it is
// an example of. The data stand with the law that they prove; they are run
// through the public entry, the one that everyone uses. An example proves a rule
// only if it fails without it: each law says how its rules are disabled, on a
// copy of the source, and docs/regles.md tells which examples then fail. It
// knows nothing of how the law computes, of storage or of the clock.
package exemples
