package app

import (
	"slices"

	"accord/decision"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// txPrevue reads the base as it would be once something was done to a stop, and once the
// orders that it touches were cancelled. It is only read.
type txPrevue struct {
	Tx
	geste   decision.GesteGel
	jour    v.Jour
	annules map[string][]*paiement.Ordre // by record
}

func (t *txPrevue) Gels(depuis v.Jour) ([]decision.GesteGel, error) {
	gestes, err := t.Tx.Gels(depuis)
	return append(gestes, t.geste), err
}

func (t *txPrevue) Poses(fiche string) ([]registre.Pose, error) {
	poses, err := t.Tx.Poses(fiche)
	for _, o := range t.annules[fiche] {
		poses = append(poses, o.Contrepasser(poses, t.jour)...)
	}
	return poses, err
}

func (t *txPrevue) Ordres(fiche string) ([]*paiement.Ordre, error) {
	ordres, err := t.Tx.Ordres(fiche)
	for _, o := range ordres {
		if t.annule(o) {
			o.Etat = paiement.Annule
		}
	}
	return ordres, err
}

func (t *txPrevue) annule(o *paiement.Ordre) bool {
	return slices.ContainsFunc(t.annules[o.Personne], func(x *paiement.Ordre) bool { return x.ID == o.ID })
}

// aAnnuler looks for the orders on their way that a stop would cancel, as
// [Caisse.appliquerGels] does when it is done: a batch that holds one of them is taken
// apart whole.
func (c *Caisse) aAnnuler(tx *txPrevue, e *EffetGel, limite int) error {
	ids, err := candidats(tx, &e.GesteGel)
	if err != nil {
		return err
	}
	if limite > 0 && len(ids) > limite {
		e.OrdresLaisses, ids = len(ids)-limite, ids[:limite]
	}
	gels, err := c.gelsEnVigueur(tx)
	if err != nil {
		return err
	}
	var touches []*paiement.Ordre // found before any is taken for cancelled
	for page := range slices.Chunk(ids, pageJournee) {
		deLaPage, err := c.touches(tx, gels, e.Genre == decision.GelLot, page)
		if err != nil {
			return err
		}
		touches = append(touches, deLaPage...)
	}
	for _, o := range touches {
		if err := e.annuler(tx, o); err != nil {
			return err
		}
	}
	return nil
}

// candidats lists the orders on their way that a stop may touch: all of them, but for a
// person or a batch.
func candidats(tx Tx, g *decision.GesteGel) (ids []string, err error) {
	switch g.Genre {
	case decision.GelLot:
		l, err := tx.Lot(g.Objet)
		return l.Ordres, err
	case decision.GelPersonne:
		return siens(tx, g.Objet)
	}
	ids, lots, err := ordresEnCours(tx)
	for i := range lots {
		ids = append(ids, lots[i].Ordres...)
	}
	return ids, err
}

// siens lists the orders of a person that have not left.
func siens(tx Tx, fiche string) (ids []string, err error) {
	chef, err := racine(tx, fiche)
	if err != nil {
		return nil, err
	}
	fiches, err := reunies(tx, chef)
	if err != nil {
		return nil, err
	}
	for _, f := range fiches {
		ordres, err := tx.Ordres(f)
		if err != nil {
			return nil, err
		}
		for _, o := range ordres {
			if enAttente(o.Etat) {
				ids = append(ids, o.ID)
			}
		}
	}
	return ids, nil
}

// touches gives those of a page of orders that the stops touch; all of them, of a batch.
func (c *Caisse) touches(tx Tx, gels []decision.Gel, tous bool, page []string) (touches []*paiement.Ordre, err error) {
	ordres, personnes := make([]*paiement.Ordre, len(page)), make([]string, len(page))
	for i, id := range page {
		if ordres[i], err = tx.Ordre(id); err != nil {
			return nil, err
		}
		if personnes[i], err = racine(tx, ordres[i].Personne); err != nil {
			return nil, err
		}
	}
	if tous {
		return ordres, nil
	}
	var os []ouvert
	if slices.ContainsFunc(gels, func(g decision.Gel) bool { return g.Genre == decision.GelRegle || g.Objet == c.regles }) {
		if os, err = c.ouvrirEnsemble(tx, personnes, true); err != nil {
			return nil, err
		}
	}
	for i, o := range ordres {
		g, err := c.toucheOrdreDe(gels, o, personnes[i], func() (*Dossier, error) { return os[i].d, os[i].err })
		if err != nil {
			return nil, err
		}
		if g != nil {
			touches = append(touches, o)
		}
	}
	return touches, nil
}

// annuler takes an order for cancelled; with it, all those of its batch.
func (e *EffetGel) annuler(tx *txPrevue, o *paiement.Ordre) error {
	if tx.annule(o) {
		return nil
	}
	ensemble := []*paiement.Ordre{o}
	if o.Etat == paiement.EnLot {
		l, err := tx.Lot(o.Lot)
		if err != nil {
			return err
		}
		ensemble = ensemble[:0]
		for _, id := range l.Ordres {
			x, err := tx.Ordre(id)
			if err != nil {
				return err
			}
			ensemble = append(ensemble, x)
		}
	}
	for _, x := range ensemble {
		personne, err := racine(tx, x.Personne)
		if err != nil {
			return err
		}
		a := OrdreAnnule{ID: x.ID, Personne: personne, Dossier: x.Dossier, Etat: x.Etat, Brut: x.Total.Brut, Net: x.Total.Net}
		for i := range x.Lignes {
			a.Jours += len(x.Lignes[i].Jours)
		}
		e.Annules = append(e.Annules, a)
		tx.annules[x.Personne] = append(tx.annules[x.Personne], x)
	}
	return nil
}
