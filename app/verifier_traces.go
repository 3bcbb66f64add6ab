package app

import (
	"slices"

	"accord/dossier"
	"accord/paiement"
	"accord/registre"
)

// verifierSuivie proves that the base follows whoever has a dossier: it is by that
// mark that a piece makes a person be computed again.
func verifierSuivie(tx Tx, id string, r *Verification) error {
	faits, err := tx.Faits(id)
	if err != nil {
		return nil // said by the computation
	}
	suivie, err := tx.Suivie(id)
	if err != nil {
		return err
	}
	ouvre := false
	for i := range faits {
		ouvre = ouvre || faits[i].OuvreUnDossier()
	}
	if ouvre != suivie {
		r.breche("SUIVIE", id, "La base ne dit pas, comme les faits, si la personne a un dossier : ses prochaines pièces ne seraient pas calculées comme il faut.")
	}
	return verifierPieces(tx, id, faits, r)
}

// verifierPieces proves that what was received is kept as it was received (the seal of
// a piece is bound to its hash), and that each fact still has the piece where it was
// read. What is closed for the contrôle médical is not opened.
func verifierPieces(tx Tx, id string, faits []dossier.Fait, r *Verification) error {
	pieces, err := tx.Pieces(id)
	if err != nil {
		r.breche("PIECE", id, "Une pièce gardée ne s'ouvre plus : %v.", err)
		return nil
	}
	gardees := make(map[string]bool, len(pieces))
	for i := range pieces {
		gardees[pieces[i].Empreinte] = true
	}
	for i := range faits {
		if faits[i].Changement != nil {
			continue // said of a former number, it is kept in that record without its piece
		}
		if s := &faits[i].Source; s.Piece != "" && !gardees[s.Piece] {
			r.breche("PIECE", id, "Le fait %d vient de la pièce %.12s, qui n'est plus dans la base.", i+1, s.Piece)
		}
	}
	return nil
}

// verifierSignatures proves that each order came where it is by the acts that are
// written, one after the other: nothing leaves without two people.
func verifierSignatures(tx Tx, d *Dossier, r *Verification) error {
	for _, o := range d.Ordres {
		actes, err := tx.Actes(o.ID)
		if err != nil {
			return err
		}
		rejoue := paiement.Ordre{ID: o.ID, Etat: paiement.Propose}
		for i := range actes {
			if err := rejoue.Passer(actes[i], actes[:i]); err != nil {
				r.breche("SIGNATURE", o.ID, "Les actes écrits ne mènent pas l'ordre où il est : %v.", err)
				break
			}
		}
		if rejoue.Etat != o.Etat {
			r.breche("SIGNATURE", o.ID, "L'ordre est «%s», ses actes le disent «%s».", o.Etat, rejoue.Etat)
		}
	}
	return nil
}

// verifierEcriture proves that an entry, if it is there, is the one that the order makes.
func verifierEcriture(parCle map[string]*registre.Ecriture, faite registre.Ecriture, r *Verification) (ecrite bool) {
	e := parCle[faite.Cle]
	if e != nil && !slices.Equal(e.Mouvements, faite.Mouvements) {
		r.breche("ECRITURE", e.Cle, "L'écriture ne porte pas les montants de son ordre.")
	}
	return e != nil
}
