package app

import "accord/dossier"

// ecrit is what the caisse states itself: an act, a signature, a warning. It is kept as
// a piece of its own, under the hash of what it says.
type ecrit struct {
	fiche     string
	essai     bool
	empreinte string
	instant   int64
	extrait   []byte
}

// garder keeps the piece, and adds the fact that it states.
func (e *ecrit) garder(tx Tx, f dossier.Fait) error {
	piece := PieceRecue{Empreinte: e.empreinte, Personne: e.fiche, Genre: f.Genre, RecuLe: e.instant, Test: e.essai, Extrait: e.extrait}
	if _, err := tx.AjouterPiece(piece); err != nil {
		return err
	}
	f.Source.Piece = e.empreinte
	return tx.AjouterFaits(e.fiche, e.instant, []dossier.Fait{f})
}
