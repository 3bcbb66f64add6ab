// Package droit holds what every benefit shares: the case that the law reads
// ([Cas]), the calendar that it gives back ([Resultat]) and the trace of why
// ([Etape]). Each benefit is a package below this one, named after the law
// (maladie, …), in files named after what their articles decide.
//
// The law is made of pure functions of a case and of dated parameters. It
// knows no clock, no storage, no screen and no uncertainty: what is not known
// is closed by hypothesis on the floor above (package dossier) before the law
// runs. It emits its trace while it computes; with the trace off the same code
// gives the same result and allocates nothing in its loops.
package droit
