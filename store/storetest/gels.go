package storetest

import (
	"slices"

	"accord/app"
	"accord/decision"
	"accord/droit"
	v "accord/valeur"
)

// gel builds what someone did to a stop.
func gel(id string, g decision.Geste, jusque v.Jour, le int64) decision.GesteGel {
	return decision.GesteGel{
		Gel: id, Geste: g, Genre: decision.GelRegle, Objet: "MAL-BAS-04", Par: "Mme Dupont", Role: "cadre", Motif: "motif «écrit»", Jusque: jusque, ADeux: true, Le: le,
	}
}

func ajouterGel(g decision.GesteGel) func(app.Tx) error {
	return func(tx app.Tx) error { return tx.AjouterGel(g) }
}

var gels = []essai{
	{"ce qui est fait à un arrêt revient tel quel, chaque geste une fois", func(b *banc) {
		a, c, l := gel("G1", decision.Arreter, lundi+9, 10), gel("G1", decision.ConfirmerArret, lundi+9, 20), gel("G2", decision.Arreter, 0, 30)
		for _, g := range []decision.GesteGel{c, a, l} {
			b.ecrire(ajouterGel(g))
		}
		b.refuser(app.ErrDejaFait, ajouterGel(a))
		tous := func(depuis v.Jour) []decision.GesteGel {
			return relire(b, func(tx app.Tx) ([]decision.GesteGel, error) { return tx.Gels(depuis) })
		}
		b.egal(tous(0), []decision.GesteGel{l, a, c})
		b.egal(tous(lundi+9), []decision.GesteGel{a, c})
		b.egal(len(tous(lundi+10)), 0)
	}},
	{"ce qu'un arrêt retient suit la dernière projection de chacun", func(b *banc) {
		un, deux := b.personne(1), b.personne(2)
		projeter := func(personne string, gels ...app.GelRetenu) {
			b.ecrire(func(tx app.Tx) error {
				return tx.Projeter(app.Projection{Personne: personne, Dus: dus(1, droit.Paye, 3287), Gels: gels})
			})
		}
		compte := func(id string) app.GelCompte {
			return relire(b, func(tx app.Tx) (app.GelCompte, error) { return tx.CompterGel(id) })
		}
		projeter(un, app.GelRetenu{Gel: "G1", Jours: 4, Brut: 13148}, app.GelRetenu{Gel: "G2", Jours: 1, Brut: 100})
		projeter(deux, app.GelRetenu{Gel: "G1", Jours: 2, Brut: -50})
		b.egal(compte("G1"), app.GelCompte{Personnes: 2, Jours: 6, Brut: 13098})
		retenus := func(id string) []string {
			return relire(b, func(tx app.Tx) ([]string, error) { return tx.RetenusPar(id) })
		}
		deuxEnsemble := []string{un, deux}
		slices.Sort(deuxEnsemble)
		b.egal([][]string{retenus("G1"), retenus("G2"), retenus("G3")}, [][]string{deuxEnsemble, {un}, nil})
		projeter(un)
		b.egal(retenus("G1"), []string{deux})
		b.egal([]app.GelCompte{compte("G1"), compte("G2")}, []app.GelCompte{{Personnes: 1, Jours: 2, Brut: -50}, {}})
		b.ecrire(func(tx app.Tx) error { return tx.Effacer(deux) })
		b.egal(compte("G1"), app.GelCompte{})
	}},
	{"les ordres depuis un jour", func(b *banc) {
		personne := b.personne(1)
		b.ecrire(func(tx app.Tx) error {
			for i, id := range []string{"O3", "O1", "O2"} {
				if err := tx.AjouterOrdre(ordre(personne, id, lundi+v.Jour(i))); err != nil {
					return err
				}
			}
			return nil
		})
		depuis := func(j v.Jour) []string {
			return relire(b, func(tx app.Tx) ([]string, error) { return tx.OrdresDepuis(j) })
		}
		b.egal(depuis(lundi), []string{"O3", "O1", "O2"})
		b.egal(depuis(lundi+2), []string{"O2"})
	}},
	{"les versions des règles qui ont fait des ordres, la dernière d'abord", func(b *banc) {
		personne := b.personne(1)
		versions := func() []string { return relire(b, func(tx app.Tx) ([]string, error) { return tx.Versions() }) }
		b.egal(len(versions()), 0)
		b.ecrire(func(tx app.Tx) error {
			for i, regles := range []string{"bbb", "aaa", "ccc", "bbb"} {
				o := ordre(personne, string(rune('A'+i)), lundi+v.Jour(i/2))
				o.Regles = regles
				if err := tx.AjouterOrdre(o); err != nil {
					return err
				}
			}
			return nil
		})
		b.egal(versions(), []string{"bbb", "ccc", "aaa"})
	}},
}
