package app_test

import (
	"context"
	"errors"
	"testing"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

// vecue is a drawn caisse with orders proposed and not paid.
func vecue(t *testing.T, h *clock.Manual, conf func(*app.Config)) *app.Caisse {
	t.Helper()
	c := caisseAvec(t, ouvrirBase(t, t.TempDir()), h, conf)
	recevoir(t, c, tirer(t, 40, 60))
	vivre(t, c)
	return c
}

func vivre(t *testing.T, c *app.Caisse) app.JourneeBilan {
	t.Helper()
	b, err := c.Journee(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func payer(t *testing.T, c *app.Caisse) app.Paiement {
	t.Helper()
	p, err := c.Payer(context.Background(), signataires, depot{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// proposes lists the orders that wait for a signature, by person.
func proposes(t *testing.T, c *app.Caisse) (ordres []*paiement.Ordre) {
	t.Helper()
	err := c.Store().View(context.Background(), func(tx app.Tx) error {
		ids, err := tx.OrdresEtat(paiement.Propose)
		for _, id := range ids {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			ordres = append(ordres, o)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ordres
}

func brut(ordres []*paiement.Ordre) (b v.Centimes) {
	for _, o := range ordres {
		b += o.Total.Brut
	}
	return b
}

func geste(genre decision.GenreGel, objet string, jour v.Jour) decision.GesteGel {
	return decision.GesteGel{Genre: genre, Objet: objet, Par: "Anne", Role: "cadre", Motif: "en doute", Jusque: jour + 7}
}

// A stop holds the person and nobody else; lifted, it leaves the same sum to be
// paid, and every promise of the base holds at each step.
func TestArreterUnePersonne(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, nil)
	avant := proposes(t, c)
	vise := avant[0].Personne
	fait, err := c.Arreter(ctx, geste(decision.GelPersonne, avant[0].Dossier, h.Jour()))
	if err != nil || len(fait.Annules) == 0 || fait.Compte.Personnes != 1 || fait.Compte.Brut <= 0 {
		t.Fatalf("%+v, %v", fait, err)
	}
	var retenu v.Centimes
	for _, o := range avant {
		if o.Personne == vise {
			retenu += o.Total.Brut
		}
	}
	if reste := brut(proposes(t, c)); reste != brut(avant)-retenu {
		t.Errorf("il reste %s à payer, attendu %s", reste.Euros(), (brut(avant) - retenu).Euros())
	}
	verifier(t, c)
	if p := payer(t, c); p.Ordres == 0 || len(p.Retenus) != 0 {
		t.Errorf("les autres ne sont pas payés : %+v", p)
	}
	h.Avancer()
	vivre(t, c)
	for _, o := range proposes(t, c) {
		if o.Personne == vise {
			t.Errorf("l'arrêt laisse partir %s", o.ID)
		}
	}
	if _, err := c.Reprendre(ctx, fait.Gel, v.Agent{Nom: "Luc"}, "technicien", "vu"); !errors.Is(err, decision.ErrPouvoir) {
		t.Errorf("un technicien lève l'arrêt : %v", err)
	}
	if _, err := c.Reprendre(ctx, fait.Gel, v.Agent{Nom: "Luc"}, "cadre", "vu"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Reprendre(ctx, fait.Gel, v.Agent{Nom: "Luc"}, "cadre", "vu"); !errors.Is(err, app.ErrDejaFait) {
		t.Errorf("levé deux fois : %v", err)
	}
	vivre(t, c)
	var rendu v.Centimes
	for _, o := range proposes(t, c) {
		if o.Personne == vise {
			rendu += o.Total.Brut
		}
	}
	if rendu < retenu {
		t.Errorf("la reprise paie %s, %s étaient retenus", rendu.Euros(), retenu.Euros())
	}
	payer(t, c)
	verifier(t, c)
}

// A stop ends by itself on its date.
func TestUnArretFinitASaDate(t *testing.T) {
	h := clock.NewManual(debut + 60)
	c := vecue(t, h, nil)
	o := proposes(t, c)[0]
	if _, err := c.Arreter(context.Background(), geste(decision.GelPersonne, o.Personne, h.Jour())); err != nil {
		t.Fatal(err)
	}
	for j := range 8 {
		vivre(t, c)
		du := false
		for _, x := range proposes(t, c) {
			du = du || x.Personne == o.Personne
		}
		if fini := j == 7; du != fini {
			t.Errorf("jour %d : payé %v", j, du)
		}
		payer(t, c)
		h.Avancer()
	}
	verifier(t, c)
}

// A rule holds the days that it computes, whoever they belong to; the others are
// paid the same day.
func TestArreterUneRegle(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, nil)
	total := brut(proposes(t, c))
	const regle = "MAL-BAS-04"
	g := geste(decision.GelRegle, regle, h.Jour())
	fait, err := c.Arreter(ctx, g)
	if err != nil || !fait.ADeux || brut(proposes(t, c)) != total {
		t.Fatalf("à un seul : %+v, %v", fait, err)
	}
	if fait, err = c.ConfirmerArret(ctx, fait.Gel, v.Agent{Nom: "Marc"}, "directeur", "vu"); err != nil {
		t.Fatal(err)
	}
	if reste := brut(proposes(t, c)); len(fait.Annules) == 0 || reste == 0 || reste == total {
		t.Errorf("%d paiements annulés, il reste %s sur %s", len(fait.Annules), reste.Euros(), total.Euros())
	}
	for _, o := range proposes(t, c) {
		for _, e := range o.Feuille {
			for i := range o.Lignes {
				for _, j := range o.Lignes[i].Jours {
					if string(e.Regle) == regle && e.ParleDe(j.Jour) {
						t.Fatalf("le paiement %s applique la règle arrêtée le %s", o.ID, j.Jour.Francais())
					}
				}
			}
		}
	}
	vivre(t, c)
	payer(t, c)
	verifier(t, c)
}

// A stop that would leave nothing to be paid is refused, whatever its name.
func TestOnNArretePasTout(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, nil)
	version := proposes(t, c)[0].Regles
	if _, err := c.Arreter(ctx, geste(decision.GelVersion, version, h.Jour())); !errors.Is(err, decision.ErrToutArreter) {
		t.Errorf("la seule version s'arrête : %v", err)
	}
	if gels, err := c.Gels(ctx); err != nil || len(gels) != 0 {
		t.Errorf("%v, %v", gels, err)
	}
}

// A new version is stopped in what it pays otherwise than the one before: what
// goes on at the same daily amount is paid.
func TestArreterUneVersion(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+45)
	ancienne, nouvelle := deuxVersions(t, h)
	avant := proposes(t, nouvelle)
	version := avant[0].Regles
	fait, err := nouvelle.Arreter(ctx, geste(decision.GelVersion, version, h.Jour()))
	if err != nil {
		t.Fatal(err)
	}
	if fait, err = nouvelle.ConfirmerArret(ctx, fait.Gel, v.Agent{Nom: "Marc"}, "directeur", "vu"); err != nil || len(fait.Annules) == 0 || len(fait.Annules) == len(avant) {
		t.Fatalf("%d paiements annulés sur %d, %v", len(fait.Annules), len(avant), err)
	}
	vivre(t, nouvelle)
	payer(t, nouvelle)
	verifier(t, nouvelle)
	// The version before comes back: it pays what the stopped one held.
	total := brut(proposes(t, nouvelle))
	vivre(t, ancienne)
	if retour := brut(proposes(t, ancienne)); retour <= total {
		t.Errorf("la version d'avant ne paie rien de plus : %s", retour.Euros())
	}
	verifier(t, ancienne)
}

// Every payment drawn to be looked at before it is paid waits for its outcome;
// wrong, it is cancelled and its days are due again.
func TestControleAvantPaiement(t *testing.T) {
	ctx, h := context.Background(), clock.NewManual(debut+60)
	c := vecue(t, h, func(conf *app.Config) {
		conf.Tirages = decision.LireTirages("nature;depuis;un_sur;quand\npremier;2026-01-01;1;avant\n")
	})
	b, err := c.Controles(ctx)
	if err != nil || len(b.AFaire) < 2 || b.Comptes[0].Attente != len(b.AFaire) {
		t.Fatalf("%+v, %v", b, err)
	}
	if p := payer(t, c); len(p.Retenus) != len(b.AFaire) {
		t.Errorf("%d paiements attendent, %d étaient tirés", len(p.Retenus), len(b.AFaire))
	}
	bon, faux := b.AFaire[0], b.AFaire[1]
	rendre := func(k app.ControleAFaire, valeur, role string) error {
		_, _, err := c.Agir(ctx, k.Dossier, dossier.Intervention{Nature: dossier.Controler, Par: "Luc", Role: role, Motif: "relu", Objet: k.Ordre, Valeur: valeur})
		return err
	}
	if err := rendre(bon, "conforme", "technicien"); !errors.Is(err, decision.ErrPouvoir) {
		t.Errorf("un technicien contrôle : %v", err)
	}
	if err := errors.Join(rendre(bon, "conforme", "cadre"), rendre(faux, "a_corriger", "comptable")); err != nil {
		t.Fatal(err)
	}
	if err := rendre(bon, "conforme", "cadre"); !errors.Is(err, app.ErrControle) {
		t.Errorf("contrôlé deux fois : %v", err)
	}
	payer(t, c)
	for _, x := range []struct {
		k    app.ControleAFaire
		etat paiement.Etat
	}{{bon, paiement.Emis}, {faux, paiement.Annule}} {
		if o, _, err := c.Ordre(ctx, x.k.Ordre); err != nil || o.Etat != x.etat {
			t.Errorf("le paiement contrôlé est «%s», attendu «%s» (%v)", o.Etat, x.etat, err)
		}
	}
	b, err = c.Controles(ctx)
	if n := b.Comptes[0]; err != nil || n.Conformes != 1 || n.ACorriger != 1 {
		t.Errorf("%+v, %v", n, err)
	}
	verifier(t, c)
}
