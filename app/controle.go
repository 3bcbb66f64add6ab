package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

// Controle is an automatic payment that was drawn for a human to look at.
type Controle struct {
	Ordre, Dossier string
	Nature         string // first payment, later one, on account, correction
	Avant          bool   // the payment waits for the outcome
	Le             v.Jour
	Brut           v.Centimes
	Issue          *dossier.Intervention // nil: to be looked at
}

// Conforme is the outcome of a payment that was right.
const Conforme = "conforme"

// ErrControle is returned for the outcome of a payment that was not drawn, or has
// one.
var ErrControle = errors.New("ce paiement n'est pas à contrôler : il n'a pas été tiré au sort, ou son contrôle est rendu")

// controler lists the orders of the person that were drawn: made by the machine
// alone, no act of an agent bearing on their days.
func (d *Dossier) controler(ts decision.Tirages) {
	actes := d.Calcul.Situation.Interventions
	for _, o := range d.Ordres {
		if !ts.Possible(o.ID) {
			continue
		}
		k := Controle{Ordre: o.ID, Dossier: o.Dossier, Nature: d.nature(o), Le: o.CreeLe, Brut: o.Total.Brut}
		for i := range actes {
			if actes[i].Nature == dossier.Controler && actes[i].Objet == o.ID {
				k.Issue = &actes[i]
			}
		}
		tire := false
		if tire, k.Avant = ts.Tirer(o.ID, k.Nature, o.CreeLe); !tire || k.Issue == nil && deLaMain(o, actes) {
			continue // what was corrected the same day was made by the machine alone all the same
		}
		if o.Etat != paiement.Annule || k.Issue != nil {
			d.Controles = append(d.Controles, k)
		}
	}
}

// nature tells a first payment from a later one, one on account, a correction.
func (d *Dossier) nature(o *paiement.Ordre) string {
	if slices.ContainsFunc(o.Lignes, func(l paiement.Ligne) bool { return l.Acompte }) {
		return decision.Acompte
	}
	if !slices.ContainsFunc(o.Lignes, func(l paiement.Ligne) bool { return !l.Correction() }) {
		return decision.Rappel
	}
	for _, x := range d.Ordres {
		if x == o {
			break
		}
		if x.Dossier == o.Dossier && x.Etat != paiement.Annule {
			return decision.Suite
		}
	}
	return decision.PremierPaiement
}

// deLaMain reports whether an agent's act bore on a day of the order when it was
// made: someone looked at it already.
func deLaMain(o *paiement.Ordre, actes []dossier.Intervention) bool {
	return slices.ContainsFunc(actes, func(a dossier.Intervention) bool {
		x, _ := decision.Exige(a.Nature)
		if !x.Jours || clock.JourDe(a.Instant) > o.CreeLe {
			return false
		}
		return slices.ContainsFunc(o.Lignes, func(l paiement.Ligne) bool {
			return slices.ContainsFunc(l.Jours, func(j paiement.JourLigne) bool { return a.Vise(j.Jour, l.Activite) })
		})
	})
}

// attendControle says why an order is not signed: it was drawn to be looked at
// before it is paid.
func (c *Caisse) attendControle(tx Tx, o *paiement.Ordre) (string, error) {
	if !c.conf.Tirages.Possible(o.ID) {
		return "", nil
	}
	d, err := c.ouvrirChef(tx, o.Personne, false)
	if empeche(err) {
		return "tiré au sort peut-être, et " + err.Error(), nil
	} else if err != nil {
		return "", err
	}
	for i := range d.Controles {
		if k := &d.Controles[i]; k.Ordre == o.ID && k.Avant && (k.Issue == nil || k.Issue.Valeur != Conforme) {
			return "tiré au sort pour être contrôlé avant d'être payé : un cadre ou le comptable rend le contrôle", nil
		}
	}
	return "", nil
}

// aControler finds the payment that an outcome is about.
func (d *Dossier) aControler(ordre string) error {
	for i := range d.Controles {
		if k := &d.Controles[i]; k.Ordre == ordre && k.Issue == nil {
			return nil
		}
	}
	return fmt.Errorf("paiement %s : %w", ordre, ErrControle)
}

// apresControle cancels an order that was found wrong and has not left: its days
// are due again, as they are computed then. In a batch that was not released, the batch is
// taken apart with it.
func (c *Caisse) apresControle(tx Tx, a *dossier.Intervention) error {
	if a.Nature != dossier.Controler || a.Valeur == Conforme {
		return nil
	}
	o, err := tx.Ordre(a.Objet)
	switch motif := "contrôle : " + a.Motif; {
	case err != nil:
		return err
	case estEnRoute(o.Etat):
		return c.annulerOrdre(tx, o, a.Auteur(), motif)
	case o.Etat == paiement.EnLot:
		_, err = c.annulerLotDans(tx, o.Lot, a.Auteur(), motif)
		if errors.Is(err, ErrDejaEmis) {
			return nil // it may be at the bank
		}
		return err
	}
	return nil
}

// JoursControles is how long the draws are listed and counted, in days.
const JoursControles = 90

// BilanControles counts the outcomes of the draws of the last weeks.
type BilanControles struct {
	Depuis  v.Jour
	AFaire  []ControleAFaire // the oldest first
	Comptes []CompteControle // by nature, in the order of the table
}

// ControleAFaire is a payment to look at.
type ControleAFaire struct {
	Controle
	Nom string
}

// CompteControle counts the draws of one nature.
type CompteControle struct {
	Nature                               string
	Tires, Conformes, ACorriger, Attente int
}

// Controles lists the payments drawn and not looked at, and counts the outcomes.
func (c *Caisse) Controles(ctx context.Context) (b *BilanControles, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		b = &BilanControles{Depuis: c.clock.Jour() - JoursControles}
		for _, n := range c.conf.Tirages.Natures() {
			b.Comptes = append(b.Comptes, CompteControle{Nature: n})
		}
		ids, err := tx.OrdresDepuis(b.Depuis)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if !c.conf.Tirages.Possible(id) {
				continue
			}
			if err := c.compterControle(tx, id, b); err != nil {
				return err
			}
		}
		return nil
	})
	return b, err
}

func (c *Caisse) compterControle(tx Tx, ordre string, b *BilanControles) error {
	o, err := tx.Ordre(ordre)
	if err != nil {
		return err
	}
	d, err := c.ouvrirChef(tx, o.Personne, false)
	if errors.Is(err, ErrEfface) {
		return nil
	}
	if err != nil {
		return err
	}
	i := slices.IndexFunc(d.Controles, func(k Controle) bool { return k.Ordre == ordre })
	if i < 0 {
		return nil
	}
	k := d.Controles[i]
	n := slices.IndexFunc(b.Comptes, func(x CompteControle) bool { return x.Nature == k.Nature })
	b.Comptes[n].Tires++
	switch {
	case k.Issue == nil:
		b.Comptes[n].Attente++
		b.AFaire = append(b.AFaire, ControleAFaire{k, nomComplet(&d.Calcul.Situation.Identite)})
	case k.Issue.Valeur == Conforme:
		b.Comptes[n].Conformes++
	default:
		b.Comptes[n].ACorriger++
	}
	return nil
}
