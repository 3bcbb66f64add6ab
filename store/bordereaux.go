package store

import (
	"fmt"

	"accord/app"
	"accord/decision"
	"accord/store/requetes"
)

// AjouterBordereau implements [app.TxBordereaux].
func (t *tx) AjouterBordereau(g decision.GesteBordereau) error {
	scelle, err := scellerJSON(t.coffre.caisse, lieuBordereau(g.Bordereau, string(g.Geste)), g)
	if err != nil {
		return err
	}
	n, err := t.q.InsererBordereau(t.ctx, requetes.InsererBordereauParams{ID: g.Bordereau, Geste: string(g.Geste), Le: g.Le, Scelle: scelle})
	if err == nil && n == 0 {
		return fmt.Errorf("bordereau %s, %s : %w", g.Bordereau, g.Geste, app.ErrDejaFait)
	}
	return t.erreur(err)
}

// Bordereaux implements [app.TxBordereaux].
func (t *tx) Bordereaux() ([]decision.GesteBordereau, error) {
	lignes, err := t.q.ListerBordereaux(t.ctx)
	if err != nil {
		return nil, t.erreur(err)
	}
	gestes := make([]decision.GesteBordereau, len(lignes))
	for i, l := range lignes {
		if err := descellerJSON(t.coffre.caisse, lieuBordereau(l.ID, l.Geste), l.Scelle, &gestes[i]); err != nil {
			return nil, err
		}
	}
	return gestes, nil
}

func lieuBordereau(id, geste string) lieu { return lieu{"bordereaux." + geste, id} }
