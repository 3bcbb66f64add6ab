package storetest

import (
	"accord/app"
	"accord/decision"
)

func bordereau(id string, g decision.Geste, le int64) decision.GesteBordereau {
	return decision.GesteBordereau{Bordereau: id, Geste: g, Personnes: []string{"P1", "P2"}, Par: "Mme Dupont", Role: "cadre", Motif: "terme «passé»", Le: le}
}

func ajouterBordereau(g decision.GesteBordereau) func(app.Tx) error {
	return func(tx app.Tx) error { return tx.AjouterBordereau(g) }
}

var bordereaux = []essai{
	{"ce qui est fait à un bordereau revient tel quel, chaque geste une fois, le plus ancien d'abord", func(b *banc) {
		un, vise, deux := bordereau("B2", decision.EtablirBordereau, 10), bordereau("B2", decision.ViserBordereau, 30), bordereau("B1", decision.EtablirBordereau, 20)
		for _, g := range []decision.GesteBordereau{vise, deux, un} {
			b.ecrire(ajouterBordereau(g))
		}
		b.refuser(app.ErrDejaFait, ajouterBordereau(vise))
		b.egal(relire(b, func(tx app.Tx) ([]decision.GesteBordereau, error) { return tx.Bordereaux() }), []decision.GesteBordereau{un, deux, vise})
	}},
}
