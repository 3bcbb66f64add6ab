package storetest

import (
	"accord/app"
	"accord/decision"
	"accord/paiement"
	v "accord/valeur"
)

// gesteAgent builds what someone did to an agent.
func gesteAgent(matricule string, rang int, g decision.GesteRegistre) decision.GesteAgent {
	return decision.GesteAgent{
		Matricule: matricule, Rang: rang, Geste: g, Nom: "LEFÈVRE Zoé", Roles: []string{"cadre", "directeur"}, Du: lundi, Au: lundi + 99,
		Empreinte: empreinte("jeton"), Par: v.Agent{Matricule: "D1", Nom: "Anne LEFÈVRE"}, ADeux: true, Le: int64(rang),
	}
}

func ajouterGesteAgent(g decision.GesteAgent) func(app.Tx) error {
	return func(tx app.Tx) error { return tx.AjouterGesteAgent(g) }
}

var agents = []essai{
	{"ce qui est fait à un agent revient tel quel, dans l'ordre, une fois", func(b *banc) {
		ouvert := func() bool {
			return relire(b, func(tx app.Tx) (bool, error) { return tx.RegistreOuvert() })
		}
		gestes := func(matricule string) []decision.GesteAgent {
			return relire(b, func(tx app.Tx) ([]decision.GesteAgent, error) { return tx.GestesAgents(matricule) })
		}
		b.egal(ouvert(), false)
		b.egal(gestes(""), []decision.GesteAgent{})
		a1, a2, z1 := gesteAgent("A-1", 1, decision.InscrireAgent), gesteAgent("A-1", 2, decision.ConfirmerAgent), gesteAgent("Z.9", 1, decision.InscrireAgent)
		a10 := decision.GesteAgent{Matricule: "A-1", Rang: 10, Geste: decision.CloreAgent, Secours: true}
		for _, g := range []decision.GesteAgent{z1, a10, a2, a1} {
			b.ecrire(ajouterGesteAgent(g))
		}
		b.refuser(app.ErrDejaFait, ajouterGesteAgent(gesteAgent("A-1", 2, decision.NouveauJeton)))
		b.egal(gestes("A-1"), []decision.GesteAgent{a1, a2, a10})
		b.egal(gestes(""), []decision.GesteAgent{a1, a2, a10, z1})
		b.egal(gestes("A"), []decision.GesteAgent{})
		b.egal(ouvert(), true)
	}},
	{"qui agit est gardé avec son matricule", func(b *banc) {
		personne := b.personne(1)
		b.ecrire(func(tx app.Tx) error { return tx.AjouterOrdre(ordre(personne, "O1", lundi)) })
		a := acte("O1", paiement.Signe, "Anne")
		a.Matricule = "D1"
		b.ecrire(func(tx app.Tx) error {
			o, err := tx.Ordre("O1")
			if err != nil {
				return err
			}
			if err := o.Passer(a, nil); err != nil {
				return err
			}
			return tx.Passer(o, a)
		})
		b.egal(relire(b, func(tx app.Tx) ([]paiement.Acte, error) { return tx.Actes("O1") }), []paiement.Acte{a})
	}},
}
