package decision

import (
	"errors"
	"testing"

	v "accord/valeur"
)

var mardi = v.NewJour(2026, 11, 24)

func arret(change func(*GesteGel)) GesteGel {
	g := GesteGel{Gel: "G", Geste: Arreter, Genre: GelPersonne, Objet: "P", Par: "Anne", Role: "cadre", Motif: "compte contesté", Jusque: mardi + 7, Le: 1}
	change(&g)
	return g
}

// A stop says what, who, why and until when; wide ones take two people; nothing
// stops everything.
func TestVerifierGel(t *testing.T) {
	for _, c := range []struct {
		nom    string
		change func(*GesteGel)
		aDeux  bool
		erreur error
	}{
		{"une personne, seul", func(*GesteGel) {}, false, nil},
		{"une règle, à deux", func(g *GesteGel) { g.Genre = GelRegle }, true, nil},
		{"une version, à deux", func(g *GesteGel) { g.Genre, g.Role = GelVersion, "directeur" }, true, nil},
		{"un lot, par le comptable seul, sans date", func(g *GesteGel) { g.Genre, g.Role, g.Jusque = GelLot, "comptable", 0 }, false, nil},
		{"un lot, par un cadre, à deux", func(g *GesteGel) { g.Genre = GelLot }, true, nil},
		{"tout", func(g *GesteGel) { g.Genre = "tout" }, false, ErrToutArreter},
		{"une règle nommée tout", func(g *GesteGel) { g.Genre, g.Objet = GelRegle, " Tout" }, false, ErrToutArreter},
		{"une règle étoile", func(g *GesteGel) { g.Genre, g.Objet = GelRegle, "*" }, false, ErrToutArreter},
		{"autre chose", func(g *GesteGel) { g.Genre = "caisse" }, false, ErrIncomplet},
		{"rien", func(g *GesteGel) { g.Objet = " " }, false, ErrIncomplet},
		{"personne ne le dit", func(g *GesteGel) { g.Par = "" }, false, ErrIncomplet},
		{"sans motif", func(g *GesteGel) { g.Motif = "" }, false, ErrIncomplet},
		{"sans date", func(g *GesteGel) { g.Jusque = 0 }, false, ErrIncomplet},
		{"jusqu'à aujourd'hui", func(g *GesteGel) { g.Jusque = mardi }, false, ErrIncomplet},
		{"pour trente-deux jours", func(g *GesteGel) { g.Jusque = mardi + 32 }, false, ErrIncomplet},
		{"pour trente et un jours", func(g *GesteGel) { g.Jusque = mardi + 31 }, false, nil},
		{"par l'accueil", func(g *GesteGel) { g.Role = "accueil" }, false, ErrPouvoir},
	} {
		g := arret(c.change)
		if err := VerifierGel(&g, mardi); g.ADeux != c.aDeux || !errors.Is(err, c.erreur) || c.erreur == nil && err != nil {
			t.Errorf("%s : à deux %v, %v", c.nom, g.ADeux, err)
		}
	}
}

// A stop holds from its confirmation by someone else to its end or its lifting.
func TestPlierGels(t *testing.T) {
	seul := arret(func(g *GesteGel) {})
	large := arret(func(g *GesteGel) { g.Gel, g.Genre, g.ADeux, g.Le = "L", GelRegle, true, 2 })
	geste := func(g GesteGel, x Geste, par string, le int64) GesteGel {
		g.Geste, g.Par, g.Le = x, par, le
		return g
	}
	for _, c := range []struct {
		nom     string
		gestes  []GesteGel
		jour    v.Jour
		vigueur bool
		attend  bool
	}{
		{"seul", []GesteGel{seul}, mardi, true, false},
		{"seul, à sa fin", []GesteGel{seul}, mardi + 7, false, false},
		{"seul, levé", []GesteGel{geste(seul, Reprendre, "Luc", 5), seul}, mardi, false, false},
		{"large, sans confirmation", []GesteGel{large}, mardi, false, true},
		{"large, confirmé par la même main", []GesteGel{large, geste(large, ConfirmerArret, "Anne", 3)}, mardi, false, true},
		{"large, confirmé", []GesteGel{large, geste(large, ConfirmerArret, "Marc", 3)}, mardi, true, false},
		{"large, abandonné", []GesteGel{large, geste(large, Reprendre, "Marc", 3)}, mardi, false, false},
	} {
		gels := PlierGels(c.gestes)
		if len(gels) != 1 || gels[0].EnVigueur(c.jour) != c.vigueur || gels[0].AConfirmer() != c.attend {
			t.Errorf("%s : %+v", c.nom, gels)
		}
	}
	g := PlierGels([]GesteGel{large})[0]
	for _, c := range []struct {
		par, role string
		ok        bool
	}{{"Marc", "cadre", true}, {"Marc", "technicien", false}, {"Marc", "accueil", false}, {"Anne", "directeur", false}} {
		if err := ConfirmerGel(&g, v.Agent{Nom: c.par}, c.role); (err == nil) != c.ok {
			t.Errorf("%s, %s : %v", c.par, c.role, err)
		}
	}
	if PeutReprendre("accueil") == nil || PeutReprendre("comptable") != nil {
		t.Error("qui peut lever un arrêt")
	}
}
