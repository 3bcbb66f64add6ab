package store

import (
	"fmt"
	"strconv"

	"accord/app"
	"accord/decision"
	"accord/store/requetes"
)

// AjouterGesteAgent implements [app.TxAgents].
func (t *tx) AjouterGesteAgent(g decision.GesteAgent) error {
	scelle, err := scellerJSON(t.coffre.caisse, lieuAgent(g.Matricule, int64(g.Rang)), g)
	if err != nil {
		return err
	}
	n, err := t.q.InsererGesteAgent(t.ctx, requetes.InsererGesteAgentParams{Matricule: g.Matricule, Rang: int64(g.Rang), Le: g.Le, Scelle: scelle})
	if err == nil && n == 0 {
		return fmt.Errorf("agent %s : %w", g.Matricule, app.ErrDejaFait)
	}
	return t.erreur(err)
}

// GestesAgents implements [app.TxAgents].
func (t *tx) GestesAgents(matricule string) (gestes []decision.GesteAgent, err error) {
	ouvrir := func(matricule string, rang int64, scelle []byte) error {
		var g decision.GesteAgent
		err := descellerJSON(t.coffre.caisse, lieuAgent(matricule, rang), scelle, &g)
		gestes = append(gestes, g)
		return err
	}
	if matricule == "" {
		lignes, err := t.q.ListerGestesAgents(t.ctx)
		if err != nil {
			return nil, t.erreur(err)
		}
		for _, l := range lignes {
			if err := ouvrir(l.Matricule, l.Rang, l.Scelle); err != nil {
				return nil, err
			}
		}
		return gestes, nil
	}
	lignes, err := t.q.ListerGestesAgent(t.ctx, matricule)
	if err != nil {
		return nil, t.erreur(err)
	}
	for _, l := range lignes {
		if err := ouvrir(matricule, l.Rang, l.Scelle); err != nil {
			return nil, err
		}
	}
	return gestes, nil
}

// RegistreOuvert implements [app.TxAgents].
func (t *tx) RegistreOuvert() (bool, error) {
	ouvert, err := t.q.RegistreOuvert(t.ctx)
	return ouvert, t.erreur(err)
}

func lieuAgent(matricule string, rang int64) lieu {
	return lieu{"agents", matricule + "/" + strconv.FormatInt(rang, 10)}
}
