package app

import (
	"fmt"
	"strings"

	"accord/decision"
	"accord/dossier"
	"accord/suivi"
	v "accord/valeur"
)

// nommerConfie writes whom a dossier is entrusted to as the register has them: by number or by
// name. A name to which two answer, or nobody, is refused: the dossier would be nobody's.
func (c *Caisse) nommerConfie(tx Tx, a *dossier.Intervention) error {
	if a.Nature != dossier.Confier || a.Acteur == "" {
		return nil
	}
	if !suivi.EstUnePersonne(a.Acteur) {
		if !decision.EstRole(a.Acteur) || decision.Exterieur(a.Acteur) {
			return &decision.Manque{Nature: a.Nature, Champ: "acteur", Phrase: "le dossier se confie à quelqu'un de la caisse, par son nom ou son rôle, pas à «" + a.Acteur + "» ; à quelqu'un d'autre, un avis se demande (acte demander_avis)"}
		}
		return nil
	}
	ouvert, err := tx.RegistreOuvert()
	if err != nil || !ouvert {
		return err
	}
	is, err := inscrits(tx, "")
	if err != nil {
		return err
	}
	matricule, _ := decision.LireMatricule(a.Acteur)
	var trouves []decision.Inscrit
	for i := range is {
		x := &is[i]
		switch {
		case !x.EnVigueur(c.clock.Jour()):
		case x.Matricule == matricule, x.Est(v.Agent{Nom: a.Acteur}):
			a.Acteur = x.Nom
			return nil
		case x.Repond(a.Acteur):
			trouves = append(trouves, *x)
		}
	}
	switch len(trouves) {
	case 1:
		a.Acteur = trouves[0].Nom
		return nil
	case 0:
		return fmt.Errorf("%w : personne en fonction ne répond au nom de «%s» au registre ; donnez un matricule, ou un rôle", ErrAgent, a.Acteur)
	}
	mots := make([]string, len(trouves))
	for i := range trouves {
		mots[i] = trouves[i].Matricule + " (" + trouves[i].Nom + ")"
	}
	return fmt.Errorf("%w : plusieurs agents répondent au nom de «%s» : %s ; donnez le matricule", ErrAgent, a.Acteur, strings.Join(mots, ", "))
}
