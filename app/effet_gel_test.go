package app_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/parametre"
	v "accord/valeur"
)

// prevoir asks what a gesture on a stop would change, and sees that asking writes nothing.
func prevoir(t *testing.T, c *app.Caisse, g decision.GesteGel) *app.EffetGel {
	t.Helper()
	ctx := context.Background()
	avant := brut(proposes(t, c))
	gels, err := c.Gels(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if g.Geste == "" {
		g.Geste = decision.Arreter
	}
	e, err := c.SimulerGel(ctx, g, 0)
	if err != nil {
		t.Fatal(err)
	}
	apres, err := c.Gels(ctx)
	if err != nil || len(apres) != len(gels) || brut(proposes(t, c)) != avant {
		t.Fatalf("demander a écrit : %d arrêts puis %d, %v", len(gels), len(apres), err)
	}
	return e
}

func annulesPrevus(e *app.EffetGel) (ids []string) {
	for _, o := range e.Annules {
		ids = append(ids, o.ID)
	}
	slices.Sort(ids)
	return ids
}

func annulesFaits(fait app.GelFait) (ids []string) {
	for _, x := range fait.Annules {
		ids = append(ids, x.Ordre)
	}
	slices.Sort(ids)
	return ids
}

// compteDe is what the list of stops says that one holds.
func compteDe(t *testing.T, c *app.Caisse, gel string) app.GelCompte {
	t.Helper()
	gels, err := c.Gels(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for i := range gels {
		if gels[i].Gel.Gel == gel {
			return gels[i].GelCompte
		}
	}
	t.Fatalf("l'arrêt %s n'est pas dans la liste", gel)
	return app.GelCompte{}
}

// What is shown of a stop before it is confirmed is what it does: the orders that it
// cancels, what it holds, what the next day pays; and so of its lifting.
func TestUnArretFaitCeQuiEtaitPrevu(t *testing.T) {
	ctx := context.Background()
	for _, x := range []struct {
		nom   string
		geste func(c *app.Caisse, jour v.Jour) decision.GesteGel
	}{
		{"personne", func(c *app.Caisse, jour v.Jour) decision.GesteGel {
			return geste(decision.GelPersonne, proposes(t, c)[0].Dossier, jour)
		}},
		{"règle", func(_ *app.Caisse, jour v.Jour) decision.GesteGel {
			return geste(decision.GelRegle, "MAL-BAS-04", jour)
		}},
		{"version", func(c *app.Caisse, jour v.Jour) decision.GesteGel {
			return geste(decision.GelVersion, c.Table().Version(), jour)
		}},
	} {
		t.Run(x.nom, func(t *testing.T) {
			h := clock.NewManual(debut + 45)
			_, c := deuxVersions(t, h)
			g := x.geste(c, h.Jour())
			e := prevoir(t, c, g)
			if e.Tenus.Personnes == 0 || e.Tenus.Brut <= 0 || len(e.Annules) == 0 || e.Periode.Du == 0 || e.Laisses != 0 || len(e.Empeches) != 0 {
				t.Fatalf("rien n'est prévu : %+v", e)
			}
			somme := v.Centimes(0)
			for _, p := range e.Personnes {
				somme += p.Brut
				if p.Nom == "" || p.Periodes[0].Du < e.Periode.Du || p.Periodes[len(p.Periodes)-1].Au > e.Periode.Au {
					t.Errorf("%+v, sur %s", p, e.Periode)
				}
			}
			if somme != e.Tenus.Brut {
				t.Errorf("les dossiers font %s, le tout %s", somme.Euros(), e.Tenus.Brut.Euros())
			}
			fait, err := c.Arreter(ctx, g)
			if err != nil || fait.ADeux != e.ADeux {
				t.Fatalf("%+v, %v", fait, err)
			}
			if fait.ADeux {
				confirme := prevoir(t, c, decision.GesteGel{Geste: decision.ConfirmerArret, Gel: fait.Gel, Par: "Marc", Role: "directeur", Motif: "vu"})
				if confirme.Tenus != e.Tenus || confirme.Paye != e.Paye || !slices.Equal(annulesPrevus(confirme), annulesPrevus(e)) {
					t.Errorf("à confirmer, l'arrêt change autre chose : %+v, puis %+v", e, confirme)
				}
				if fait, err = c.ConfirmerArret(ctx, fait.Gel, v.Agent{Nom: "Marc"}, "directeur", "vu"); err != nil {
					t.Fatal(err)
				}
			}
			if !slices.Equal(annulesFaits(fait), annulesPrevus(e)) {
				t.Errorf("%d paiements annulés, %d prévus", len(fait.Annules), len(e.Annules))
			}
			if b := vivre(t, c); b.Brut != e.Paye {
				t.Errorf("la journée paie %s, prévu %s", b.Brut.Euros(), e.Paye.Euros())
			}
			if n := compteDe(t, c, fait.Gel); n != e.Tenus {
				t.Errorf("l'arrêt retient %+v, prévu %+v", n, e.Tenus)
			}
			payer(t, c)
			leverCommePrevu(t, c, fait.Gel, e)
		})
	}
}

func leverCommePrevu(t *testing.T, c *app.Caisse, gel string, arret *app.EffetGel) {
	t.Helper()
	e := prevoir(t, c, decision.GesteGel{Geste: decision.Reprendre, Gel: gel, Par: "Luc", Role: "cadre", Motif: "vu"})
	attend := v.Centimes(0)
	for _, a := range e.Attend {
		attend += a.Brut
	}
	if e.SansEffet || e.Tenus != arret.Tenus || len(e.Annules) != 0 || e.Paye <= 0 || e.Paye != e.Tenus.Brut-attend {
		t.Errorf("levé : %+v", e)
	}
	if _, err := c.Reprendre(context.Background(), gel, v.Agent{Nom: "Luc"}, "cadre", "vu"); err != nil {
		t.Fatal(err)
	}
	if b := vivre(t, c); b.Brut != e.Paye {
		t.Errorf("la reprise paie %s, prévu %s", b.Brut.Euros(), e.Paye.Euros())
	}
	verifier(t, c)
}

// deuxVersions is a drawn caisse which one version of the rules paid, and another one
// proposes to pay.
func deuxVersions(t *testing.T, h *clock.Manual) (ancienne, nouvelle *app.Caisse) {
	t.Helper()
	s := ouvrirBase(t, t.TempDir())
	ancienne = caisse(t, s, h)
	recevoir(t, ancienne, tirer(t, 40, 60))
	vivre(t, ancienne)
	payer(t, ancienne)
	for range 15 {
		h.Avancer()
	}
	table, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	l := *table.Lecture(parametre.AU24)
	l.Defaut = "brut"
	nouvelle = caisseSous(t, s, h, table.ModifierLecture(parametre.AU24, l), nil)
	vivre(t, nouvelle)
	return ancienne, nouvelle
}

// A batch that is taken apart returns its orders to be proposed, and holds nothing; one
// order of it that a stop touches takes the others along.
func TestPrevoirUnLot(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, nil)
	personne := proposes(t, c)[0].Personne
	p, err := c.Preparer(ctx, signataires)
	if err != nil || p.Ordres < 3 {
		t.Fatalf("%+v, %v", p, err)
	}
	seule := prevoir(t, c, geste(decision.GelPersonne, personne, h.Jour()))
	if len(seule.Annules) != p.Ordres || seule.Tenus.Personnes != 1 {
		t.Errorf("%d paiements annulés sur %d, %+v", len(seule.Annules), p.Ordres, seule.Tenus)
	}
	g := decision.GesteGel{Genre: decision.GelLot, Objet: p.Lot, Par: "Bruno", Role: "comptable", Motif: "compte à revoir"}
	e := prevoir(t, c, g)
	net := v.Centimes(0)
	for _, o := range e.Annules {
		net += o.Net
	}
	if net != p.Somme || e.Tenus != (app.GelCompte{}) || e.ADeux {
		t.Errorf("%s rendus à proposer, le lot payait %s ; %+v", net.Euros(), p.Somme.Euros(), e.Tenus)
	}
	fait, err := c.Arreter(ctx, g)
	if err != nil || !slices.Equal(annulesFaits(fait), annulesPrevus(e)) {
		t.Errorf("%+v, %v", fait, err)
	}
	if b := vivre(t, c); b.Brut != e.Paye {
		t.Errorf("la journée paie %s, prévu %s", b.Brut.Euros(), e.Paye.Euros())
	}
	verifier(t, c)
}

// What is refused when it is done is refused when it is asked; what is given up before it
// was confirmed held nothing; and a bound leaves people, who are counted.
func TestPrevoirRefuseEtBorne(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, nil)
	large := geste(decision.GelRegle, "MAL-BAS-04", h.Jour())
	accueil, version := large, geste(decision.GelVersion, c.Table().Version(), h.Jour())
	accueil.Role = "accueil"
	for _, x := range []struct {
		g      decision.GesteGel
		erreur error
	}{
		{accueil, decision.ErrPouvoir}, {version, decision.ErrToutArreter}, {geste(decision.GelRegle, "MAL-BAS-99", h.Jour()), app.ErrAbsent},
		{decision.GesteGel{Geste: decision.Reprendre, Gel: "MAL-BAS-04", Par: "Luc", Role: "cadre", Motif: "vu"}, app.ErrAbsent},
		{decision.GesteGel{Geste: decision.ConfirmerArret, Gel: "MAL-BAS-04", Par: "Luc", Role: "cadre"}, decision.ErrIncomplet},
	} {
		if x.g.Geste == "" {
			x.g.Geste = decision.Arreter
		}
		if e, err := c.SimulerGel(ctx, x.g, 0); !errors.Is(err, x.erreur) {
			t.Errorf("%s %s : %+v, %v, attendu %v", x.g.Geste, x.g.Objet, e, err, x.erreur)
		}
	}
	large.Geste = decision.Arreter
	tout := prevoir(t, c, large)
	borne, err := c.SimulerGel(ctx, large, 2)
	if err != nil || borne.Examines != 2 || borne.Laisses == 0 || borne.OrdresLaisses == 0 || borne.Examines+borne.Laisses > tout.Examines || borne.Tenus.Personnes > 2 || borne.Tenus.Brut > tout.Tenus.Brut {
		t.Errorf("borné à 2 : %+v, %v ; en tout %+v", borne, err, tout.Tenus)
	}
	fait, err := c.Arreter(ctx, large)
	if err != nil {
		t.Fatal(err)
	}
	abandon := prevoir(t, c, decision.GesteGel{Geste: decision.Reprendre, Gel: fait.Gel, Par: "Luc", Role: "cadre", Motif: "vu"})
	if !abandon.SansEffet || abandon.Tenus != (app.GelCompte{}) || abandon.Paye != 0 {
		t.Errorf("abandonné : %+v", abandon)
	}
}
