package paiement

// EtatLot is the state of a batch.
type EtatLot string

const (
	LotPrepare EtatLot = "prepare" // file written, re-read and compared
	LotEmis    EtatLot = "emis"    // released, once
)
