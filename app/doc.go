// Package app holds the use cases of the caisse, each one transaction:
// receive a piece, run the day, sign and pay, read a dossier, verify the
// books. It wires the floors below to ports that the edges implement: reading
// of files, storage, the bank file, the clock.
//
// It knows nothing of how bytes look, of SQL or of HTTP.
package app
