package app

import (
	"context"
	"fmt"
	"strings"

	"accord/decision"
	v "accord/valeur"
)

// GelVu is a stop, and what it holds.
type GelVu struct {
	decision.Gel
	Nom string // of the person, when it is one
	GelCompte
}

// GelFait is what making or lifting a stop did.
type GelFait struct {
	decision.GesteGel
	Annules []Ecarte  // orders that were on their way, and return to be proposed
	Compte  GelCompte // what is held at once, as far as it is computed
}

// Arreter stops the payments of a person, of a rule, of a version of the rules or
// of a batch; the rest goes on. Where someone else must confirm it, it has no
// effect until then. Orders on their way that it touches are cancelled: what they
// paid is due again, and held or proposed.
func (c *Caisse) Arreter(ctx context.Context, g decision.GesteGel) (fait GelFait, err error) {
	g.Geste = decision.Arreter
	if fait.GesteGel, err = c.garderGeste(ctx, g); err != nil || fait.ADeux {
		return fait, err
	}
	return c.apresGel(ctx, fait)
}

// ConfirmerArret gives effect to a stop that someone else made.
func (c *Caisse) ConfirmerArret(ctx context.Context, gel string, par v.Agent, role, motif string) (fait GelFait, err error) {
	g := decision.GesteGel{Geste: decision.ConfirmerArret, Gel: gel, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif}
	if fait.GesteGel, err = c.garderGeste(ctx, g); err != nil {
		return fait, err
	}
	return c.apresGel(ctx, fait)
}

// Reprendre lifts a stop: the next day of the caisse pays what it held.
func (c *Caisse) Reprendre(ctx context.Context, gel string, par v.Agent, role, motif string) (decision.GesteGel, error) {
	g, err := c.garderGeste(ctx, decision.GesteGel{Geste: decision.Reprendre, Gel: gel, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif})
	if err != nil {
		return g, err
	}
	return g, c.apresGelPersonne(ctx, &g)
}

// garderGeste records what someone does to a stop.
func (c *Caisse) garderGeste(ctx context.Context, g decision.GesteGel) (fait decision.GesteGel, err error) {
	err = c.store.Update(ctx, func(tx Tx) error {
		if fait, err = c.preparerGeste(tx, g); err != nil {
			return err
		}
		return tx.AjouterGel(fait)
	})
	return fait, err
}

// preparerGeste gives what someone does to a stop as it is kept; the error says why it
// cannot be done, or not by them.
func (c *Caisse) preparerGeste(tx Tx, g decision.GesteGel) (decision.GesteGel, error) {
	g.Le = c.clock.Instant()
	if g.Geste == decision.Arreter {
		return c.preparerArret(tx, g)
	}
	return c.preparerSuite(tx, g)
}

func (c *Caisse) preparerArret(tx Tx, g decision.GesteGel) (decision.GesteGel, error) {
	g.Objet = strings.TrimSpace(g.Objet)
	if err := decision.VerifierGel(&g, c.clock.Jour()); err != nil {
		return g, err
	}
	qui, err := c.admettre(tx, g.Auteur(), g.Role)
	if err != nil {
		return g, err
	}
	g.Par, g.Matricule = qui.Nom, qui.Matricule
	if err := c.objetDuGel(tx, &g); err != nil {
		return g, err
	}
	if err := c.resteAPayer(tx, &g); err != nil {
		return g, err
	}
	g.Gel = strings.ToUpper(empreinte(fmt.Append(nil, g))[:8])
	return g, nil
}

// preparerSuite is preparerGeste for a stop that exists ([Caisse.arretNomme]).
func (c *Caisse) preparerSuite(tx Tx, g decision.GesteGel) (decision.GesteGel, error) {
	if g.Auteur().Anonyme() || strings.TrimSpace(g.Motif) == "" {
		return g, fmt.Errorf("%w : dites qui, et pourquoi", decision.ErrIncomplet)
	}
	par, err := c.admettre(tx, g.Auteur(), g.Role)
	if err != nil {
		return g, err
	}
	gestes, err := tx.Gels(0)
	if err != nil {
		return g, err
	}
	x, err := c.arretNomme(tx, decision.PlierGels(gestes), g.Gel)
	if err != nil {
		return g, err
	}
	if g.Geste == decision.ConfirmerArret {
		err = decision.ConfirmerGel(x, par, g.Role)
	} else {
		err = c.levable(x, g.Role)
	}
	if err != nil {
		return g, err
	}
	fait := x.GesteGel
	fait.Geste, fait.Par, fait.Matricule, fait.Role, fait.Motif, fait.Le = g.Geste, par.Nom, par.Matricule, g.Role, g.Motif, g.Le
	return fait, nil
}

// levable examines whether a stop may be lifted, in a role.
func (c *Caisse) levable(x *decision.Gel, role string) error {
	if fini := direFini(x, c.clock.Jour()); fini != "" {
		return fmt.Errorf("arrêt %s : %w : %s", x.Gel, ErrDejaFait, fini)
	}
	return decision.PeutReprendre(role)
}

// apresGelPersonne computes again whoever a stop of one person is about: the list says who holds her money, or no more.
func (c *Caisse) apresGelPersonne(ctx context.Context, g *decision.GesteGel) error {
	if g.Genre != decision.GelPersonne {
		return nil
	}
	return c.store.Update(ctx, func(tx Tx) error {
		if err := tx.Verrouiller(g.Objet); err != nil {
			return err
		}
		err := c.recalculer(tx, g.Objet)
		if empeche(err) {
			return c.rafraichir(tx, "gel/"+g.Gel+"/"+string(g.Geste), g.Objet)
		}
		return err
	})
}

// apresGel gives its effect to a stop: a batch is taken apart; the other orders
// on their way that it touches are cancelled.
func (c *Caisse) apresGel(ctx context.Context, fait GelFait) (GelFait, error) {
	var err error
	if fait.Genre == decision.GelLot {
		fait.Annules, err = c.annulerLot(ctx, fait.Objet, fait.Auteur(), fait.Dit())
		return fait, err
	}
	if fait.Annules, err = c.appliquerGels(ctx); err != nil {
		return fait, err
	}
	if err := c.apresGelPersonne(ctx, &fait.GesteGel); err != nil {
		return fait, err
	}
	err = c.store.View(ctx, func(tx Tx) (err error) {
		fait.Compte, err = tx.CompterGel(fait.Gel)
		return err
	})
	return fait, err
}

// Gels lists the stops: those that hold payments or wait for a confirmation
// first, in the order of their making.
func (c *Caisse) Gels(ctx context.Context) (vus []GelVu, err error) {
	jour := c.clock.Jour()
	err = c.store.View(ctx, func(tx Tx) error {
		vus = nil
		gestes, err := tx.Gels(0)
		if err != nil {
			return err
		}
		var finis []GelVu
		for _, g := range decision.PlierGels(gestes) {
			x := GelVu{Gel: g}
			if g.Genre == decision.GelPersonne {
				if rs, err := c.nommer(tx, g.Objet); err == nil {
					x.Nom = rs
				}
			}
			if !g.EnVigueur(jour) && !g.AConfirmer() {
				finis = append(finis, x)
				continue
			}
			if x.GelCompte, err = tx.CompterGel(g.Gel); err != nil {
				return err
			}
			vus = append(vus, x)
		}
		vus = append(vus, finis...)
		return nil
	})
	return vus, err
}

// nommer gives the name of a person, for a list.
func (c *Caisse) nommer(tx Tx, personne string) (string, error) {
	d, err := c.ouvrirSous(tx, personne, false, nil)
	if err != nil {
		return "", err
	}
	return nomComplet(&d.Calcul.Situation.Identite), nil
}

// echantillonGel is how many people are computed to see what a stop leaves.
const echantillonGel = 300

// resteAPayer refuses a stop of a rule or of a version that would hold
// everything that there is to pay.
func (c *Caisse) resteAPayer(tx Tx, g *decision.GesteGel) error {
	if g.Genre != decision.GelRegle && g.Genre != decision.GelVersion {
		return nil
	}
	essai := *g
	essai.Gel, essai.ADeux = "essai", false
	gels := []decision.Gel{{GesteGel: essai}}
	ids, err := tx.AVoir(v.JourMax, "", echantillonGel)
	if err != nil {
		return err
	}
	tenus, libres := 0, 0
	for _, id := range ids {
		d, err := c.ouvrirSous(tx, id, false, gels)
		if err != nil {
			return err
		}
		if len(d.gelsRetenus()) > 0 {
			tenus++
		}
		if len(d.Proposes) > 0 || len(d.Retenues) > len(d.gelsRetenus()) {
			libres++
		}
	}
	for _, etat := range enRoute {
		ordres, err := tx.OrdresEtat(etat)
		if err != nil {
			return err
		}
		for _, id := range ordres[:min(len(ordres), echantillonGel)] {
			o, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			touche, err := c.toucheOrdre(tx, gels, o)
			if err != nil {
				return err
			}
			if touche != nil {
				tenus++
			} else {
				libres++
			}
		}
	}
	if tenus > 0 && libres == 0 {
		return fmt.Errorf("%s : %w", g.Objet, decision.ErrToutArreter)
	}
	return nil
}
