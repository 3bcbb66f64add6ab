// Package lettre writes what the caisse says: acknowledgements, requests. Each
// letter is made from something that exists and was checked, in plain French,
// and says who writes, what is expected, by when, and what happens meanwhile.
//
// It knows nothing of storage or of how a letter travels.
package lettre
