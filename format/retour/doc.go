// Package retour writes the sheet of a dossier that is given back to PROGRES: what a person, or the agents
// of PROGRES, need to pay it from, as French text and as JSON («accord/retour/1», with its schema).
//
// It reads what a desk reads and decides nothing. It knows nothing of storage, of the terminal or of how
// PROGRES keeps its own dossiers.
package retour
