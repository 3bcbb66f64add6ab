package app

import (
	"accord/paiement"
	v "accord/valeur"
)

// Banque writes and reads the bank file. What it writes is read again and
// compared before anything is released.
type Banque interface {
	// Ecrire makes the file of a batch. The error says in French which order
	// cannot be paid and why.
	Ecrire(LotBancaire) ([]byte, error)
	// Comparer reads a file again and returns an error naming the first
	// difference with the batch. A debtor left empty is not compared.
	Comparer(fichier []byte, lot LotBancaire) error
	// Execution returns the first banking day on or after a day.
	Execution(v.Jour) v.Jour
}

// Depot hands bank files over. Deposer may be called again for a file after a
// crash: it must hand it over exactly once.
type Depot interface {
	Deposer(nom string, contenu []byte) error
}

// Debiteur is the account from which the caisse pays.
type Debiteur struct {
	Nom                                  string
	SIRET                                v.SIRET
	IBAN                                 v.IBAN
	BIC                                  string
	Rue, Numero, CodePostal, Ville, Pays string
}

// LotBancaire is a batch as the bank sees it.
type LotBancaire struct {
	ID        string
	CreeLe    int64 // instant, microseconds UTC
	Execution v.Jour
	Debiteur  Debiteur
	Ordres    []*paiement.Ordre
}
