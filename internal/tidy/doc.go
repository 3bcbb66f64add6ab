// Package tidy enforces the taste of the house over the whole module. It holds
// only tests and their tables: floors.txt, the floors of the product, from the
// top; reserved.txt, what some packages alone may import; exceptions.txt,
// everything that a rule lets pass, each with the reason why.
//
// It knows the shape of the code: imports, types, lengths, comments, words. It
// knows nothing of what the code computes.
package tidy
