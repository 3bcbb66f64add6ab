// Package exemples proves the law by worked examples: cases in the public JSON
// and what the law must answer, each with its source and the rules that it is
// an example of. The data stand with the law that they prove; they are run
// through the public entry, the one that everyone uses.
package exemples
