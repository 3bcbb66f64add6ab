package app

import (
	"fmt"

	"accord/dossier"
)

// A declaration that cancels, or replaces the whole of an earlier one, also
// concerns the people whom it no longer names. Each person of the earlier
// declaration learns of it by a fact of his own, whichever of the two comes
// first.

// avecAnnulations adds to the facts of a piece the cancellations already known
// of its declaration.
func (c *Caisse) avecAnnulations(tx Tx, d Declaration, personne string, faits []dossier.Fait) ([]dossier.Fait, error) {
	connues, err := tx.Declarations(d)
	if err != nil {
		return nil, err
	}
	for _, k := range connues {
		if (k.Annule || k.Remplace) && k.Ordre > d.Ordre {
			f, neuve, err := c.annulation(tx, k.Declaration, personne)
			if err != nil {
				return nil, err
			}
			if neuve {
				faits = append(faits, f)
			}
		}
	}
	return faits, nil
}

// annuler tells everyone named by an earlier declaration that a declaration of
// this file voids it.
func (c *Caisse) annuler(tx Tx, fichier *FichierRecu, ds []Declaration) error {
	for _, d := range ds {
		if !d.Annule && !d.Remplace {
			continue
		}
		connues, err := tx.Declarations(d)
		if err != nil {
			return err
		}
		for _, k := range connues {
			if k.Ordre >= d.Ordre {
				continue
			}
			for _, personne := range k.Personnes {
				if err := c.annulerPersonne(tx, fichier, d, personne); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (c *Caisse) annulerPersonne(tx Tx, fichier *FichierRecu, d Declaration, personne string) error {
	if err := tx.Verrouiller(personne); err != nil {
		return err
	}
	f, neuve, err := c.annulation(tx, d, personne)
	if err != nil || !neuve {
		return err
	}
	if err := tx.AjouterFaits(personne, fichier.RecuLe, []dossier.Fait{f}); err != nil {
		return err
	}
	_, err = c.recalculerOuRemettre(tx, personne, f.Source.Piece, nil)
	return err
}

// annulation makes the fact, once for each person and declaration.
func (c *Caisse) annulation(tx Tx, d Declaration, personne string) (dossier.Fait, bool, error) {
	texte := fmt.Appendf(nil, "%s\nannulation %s %s %s %s %d", personne, d.Employeur, d.Nature, d.Mois, d.Identifiant, d.Ordre)
	p := PieceRecue{Empreinte: empreinte(texte), Personne: personne, Genre: dossier.GenreAnnulation, RecuLe: c.clock.Instant(), Extrait: texte}
	neuve, err := tx.AjouterPiece(p)
	return dossier.Fait{
		Genre: dossier.GenreAnnulation, ConnuLe: c.clock.Jour(), Source: dossier.Source{Piece: p.Empreinte},
		Annulation: &dossier.Annulation{Employeur: d.Employeur, Nature: d.Nature, Mois: d.Mois, Identifiant: d.Identifiant, Ordre: d.Ordre},
	}, neuve, err
}
