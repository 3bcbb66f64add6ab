// Package libelle is the one place where the states, reasons and actors of the
// product become French words: a word, a sign and a sentence for each. The desk
// and the command line print these, so that everyone reads the same thing.
//
// It knows nothing of screens, of terminals or of where its words are printed.
package libelle
