// Package suivi is casework: for every dossier it derives the next step (who
// must act, on what, since when, by when), never typed by anyone. If a step
// cannot be derived the dossier is not in limbo: the proof of the night is red.
//
// It knows nothing of SQL, of HTTP or of files.
package suivi
