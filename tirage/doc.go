// Package tirage draws whole cases at random, from a seed: the same seed gives
// the same cases on every machine. It knows how a career, a file and a set of
// prescriptions look, ordinary or twisted; it knows nothing of what the law
// says of them.
//
// Every case is one that the public contract can state (accord/cas/1).
package tirage
