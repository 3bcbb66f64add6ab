package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/decision"
	v "accord/valeur"
)

// ErrRienAEffacer is returned where no term of keeping is over.
var ErrRienAEffacer = fmt.Errorf("aucun contenu n'est à effacer : %w", ErrAbsent)

// Bordereaux lists the lists of people whose content was, or is to be, erased.
func (c *Caisse) Bordereaux(ctx context.Context) (bs []decision.Bordereau, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		gestes, err := tx.Bordereaux()
		bs = decision.PlierBordereaux(gestes)
		return err
	})
	return bs, err
}

// EtablirBordereau lists those whose content may be erased today. Nothing is erased
// before the visa of someone else. ErrRienAEffacer.
func (c *Caisse) EtablirBordereau(ctx context.Context, par v.Agent, role, motif string) (g decision.GesteBordereau, err error) {
	g = decision.GesteBordereau{Geste: decision.EtablirBordereau, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif, Le: c.clock.Instant()}
	if err := decision.VerifierBordereau(&g); err != nil {
		return g, err
	}
	echus, err := c.Echus(ctx)
	if err != nil {
		return g, err
	}
	for i := range echus {
		if echus[i].Garde == "" {
			g.Personnes = append(g.Personnes, echus[i].Personne)
		}
	}
	if len(g.Personnes) == 0 {
		return g, ErrRienAEffacer
	}
	g.Bordereau = strings.ToUpper(empreinte(fmt.Append(nil, g))[:8])
	return g, c.ajouterBordereau(ctx, &g)
}

func (c *Caisse) ajouterBordereau(ctx context.Context, g *decision.GesteBordereau) error {
	return c.store.Update(ctx, func(tx Tx) error {
		qui, err := c.admettre(tx, g.Auteur(), g.Role)
		if err != nil {
			return err
		}
		g.Par, g.Matricule = qui.Nom, qui.Matricule
		return tx.AjouterBordereau(*g)
	})
}

// Elimination is what became of a list.
type Elimination struct {
	decision.GesteBordereau        // the visa
	Effacees                int    // people
	Gardees                 []Echu // of whom something came since, or whom something keeps
}

// ViserBordereau gives the visa to a list that someone else drew up, and erases the
// content of its people, each in a transaction with all her records. Whoever is not to be
// erased any more is kept. A visa whose erasure was cut short goes on where it stopped.
func (c *Caisse) ViserBordereau(ctx context.Context, id string, par v.Agent, role, motif string) (e Elimination, err error) {
	b, err := c.bordereau(ctx, id)
	if err != nil {
		return e, err
	}
	e.GesteBordereau = decision.GesteBordereau{Bordereau: b.Bordereau, Geste: decision.ViserBordereau, Par: par.Nom, Matricule: par.Matricule, Role: role, Motif: motif, Le: c.clock.Instant()}
	if b.Visa != nil {
		e.GesteBordereau = *b.Visa
	} else if err := c.viser(ctx, &b, &e.GesteBordereau); err != nil {
		return e, err
	}
	for _, personne := range b.Personnes {
		efface, gardee, err := c.effacer(ctx, personne)
		switch {
		case err != nil:
			return e, err
		case efface:
			e.Effacees++
		case gardee != nil:
			e.Gardees = append(e.Gardees, *gardee)
		}
	}
	return e, nil
}

func (c *Caisse) bordereau(ctx context.Context, id string) (b decision.Bordereau, err error) {
	bs, err := c.Bordereaux(ctx)
	if err != nil {
		return b, err
	}
	i := slices.IndexFunc(bs, func(b decision.Bordereau) bool { return b.Bordereau == strings.ToUpper(strings.TrimSpace(id)) })
	if i < 0 {
		return b, fmt.Errorf("bordereau «%s» : %w ; «accord effacer» les liste", id, ErrAbsent)
	}
	return bs[i], nil
}

func (c *Caisse) viser(ctx context.Context, b *decision.Bordereau, visa *decision.GesteBordereau) error {
	if err := decision.VerifierBordereau(visa); err != nil {
		return err
	}
	return c.store.Update(ctx, func(tx Tx) error {
		qui, err := c.admettre(tx, visa.Auteur(), visa.Role)
		if err != nil {
			return err
		}
		visa.Par, visa.Matricule = qui.Nom, qui.Matricule
		if err := b.Viser(qui, visa.Role); err != nil {
			return err
		}
		return tx.AjouterBordereau(*visa)
	})
}

// effacer erases the records of a person whose term is still over, and nothing keeps.
func (c *Caisse) effacer(ctx context.Context, personne string) (efface bool, gardee *Echu, err error) {
	err = c.store.Update(ctx, func(tx Tx) error {
		efface, gardee = false, nil
		if _, _, err := tx.NIR(personne); errors.Is(err, ErrEfface) { // by a run cut short
			return nil
		}
		echu, ok, err := c.echu(tx, personne)
		if err != nil {
			return err
		}
		if !ok || echu.Garde != "" {
			echu.Garde = cmp.Or(echu.Garde, "une pièce, un paiement ou une autre fiche est venu depuis")
			gardee = &echu
			return nil
		}
		fiches, err := reunies(tx, personne)
		if err != nil {
			return err
		}
		for _, f := range fiches {
			if err := tx.Effacer(f); err != nil {
				return err
			}
		}
		efface = true
		return nil
	})
	return efface, gardee, err
}
