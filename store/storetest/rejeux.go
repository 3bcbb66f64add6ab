package storetest

import (
	"accord/app"
	"accord/decision"
)

func gesteRejeu(id string, g decision.Geste, le int64) decision.GesteRejeu {
	x := decision.GesteRejeu{Rejeu: id, Geste: g, Par: "Mme Dupont", Role: "directeur", Motif: "relu «ligne à ligne»", Le: le}
	switch g {
	case decision.SignerRejeu:
		x.Regles, x.Lignes = "abc", []decision.LigneRejeu{{Personne: "P1", Empreinte: "e1", Gain: 100, Perte: 3287, Perd: true, Risques: []string{"maladie"}}}
	case decision.AppliquerRejeu:
		x.Cohorte, x.Personnes = "part:10", []string{"P1", "P2"}
	}
	return x
}

func ajouterGesteRejeu(g decision.GesteRejeu) func(app.Tx) error {
	return func(tx app.Tx) error { return tx.AjouterGesteRejeu(g) }
}

var rejeux = []essai{
	{"ce qui est fait à un rapport de rejeu revient tel quel, chaque signature une fois, le plus ancien d'abord", func(b *banc) {
		un, deux, seconde := gesteRejeu("R2", decision.SignerRejeu, 10), gesteRejeu("R1", decision.SignerRejeu, 20), gesteRejeu("R2", decision.ContresignerRejeu, 30)
		dix, encore := gesteRejeu("R2", decision.AppliquerRejeu, 40), gesteRejeu("R2", decision.AppliquerRejeu, 50)
		for _, g := range []decision.GesteRejeu{encore, seconde, deux, dix, un} {
			b.ecrire(ajouterGesteRejeu(g))
		}
		for _, g := range []decision.GesteRejeu{un, seconde, dix} {
			b.refuser(app.ErrDejaFait, ajouterGesteRejeu(g))
		}
		b.egal(relire(b, func(tx app.Tx) ([]decision.GesteRejeu, error) { return tx.GestesRejeux() }), []decision.GesteRejeu{un, deux, seconde, dix, encore})
	}},
}
