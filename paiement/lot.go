package paiement

// EtatLot is the state of a batch.
type EtatLot string

const (
	LotPrepare EtatLot = "prepare" // file written, re-read and compared
	LotEmis    EtatLot = "emis"    // released and booked, once
	LotDepose  EtatLot = "depose"  // file handed over to the bank's channel
	LotAnnule  EtatLot = "annule"  // stopped before it was released: its orders are cancelled
)
