// Package paiement turns differences of the register into orders, orders into
// batches, and knows who may do what to them: the ordonnateur signs, the
// directeur comptable gives his visa, and they are two people.
//
// An order pays named days to one payee and carries its computation. Nothing
// here is edited: a payment that was wrong is answered by a difference.
//
// The package knows nothing of SQL, of HTTP or of the shape of the bank file.
package paiement
