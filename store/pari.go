package store

import "errors"

// Whether a piece is new is known when it is inserted. On a server, to ask is a
// round trip in each reception, for a piece that nearly always is: so it is
// taken for new, and inserted with what follows. If it was there, the insert
// fails, nothing of the transaction is kept, and it is run again, asking.

const requetePari = "InsererPieceNeuve"

// pariPerdu reports whether a transaction failed because a piece was not new.
func pariPerdu(err error) bool {
	var r *refus
	return errors.As(err, &r) && r.requete == requetePari && r.sens == errDoublon
}
