package store

import (
	"fmt"

	"accord/app"
	"accord/decision"
	"accord/store/requetes"
)

// AjouterGesteRejeu implements [app.TxRejeux].
func (t *tx) AjouterGesteRejeu(g decision.GesteRejeu) error {
	geste := string(g.Geste)
	if g.Geste == decision.AppliquerRejeu {
		geste = fmt.Sprintf("%s/%s/%d", geste, g.Cohorte, g.Le)
	}
	scelle, err := scellerJSON(t.coffre.caisse, lieuRejeu(g.Rejeu, geste), g)
	if err != nil {
		return err
	}
	n, err := t.q.InsererGesteRejeu(t.ctx, requetes.InsererGesteRejeuParams{ID: g.Rejeu, Geste: geste, Le: g.Le, Scelle: scelle})
	if err == nil && n == 0 {
		return fmt.Errorf("rapport %s, %s : %w", g.Rejeu, g.Geste, app.ErrDejaFait)
	}
	return t.erreur(err)
}

// GestesRejeux implements [app.TxRejeux].
func (t *tx) GestesRejeux() ([]decision.GesteRejeu, error) {
	lignes, err := t.q.ListerGestesRejeux(t.ctx)
	if err != nil {
		return nil, t.erreur(err)
	}
	gestes := make([]decision.GesteRejeu, len(lignes))
	for i, l := range lignes {
		if err := descellerJSON(t.coffre.caisse, lieuRejeu(l.ID, l.Geste), l.Scelle, &gestes[i]); err != nil {
			return nil, err
		}
	}
	return gestes, nil
}

func lieuRejeu(id, geste string) lieu { return lieu{"rejeux." + geste, id} }
