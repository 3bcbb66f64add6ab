package app

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"accord/clock"
	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// EtatLe counts as [Caisse.Etat] would have done on an earlier day: from the
// facts, orders and postings known then, under the rules of today. People whose
// content was erased since are only counted as such.
func (c *Caisse) EtatLe(ctx context.Context, jour v.Jour, avance func(n int)) (*Etat, error) {
	if jour > c.clock.Jour() {
		return nil, fmt.Errorf("le %s n'est pas encore passé : rien n'en est connu", jour.Francais())
	}
	alors := New(c.store, c.lecteur, c.banque, clock.NewManual(jour), c.table, c.conf)
	return alors.etat(ctx, func(tx Tx) Tx { return txPasse{tx, jour} }, avance)
}

// txPasse reads people as they were known at the end of a day. It is only read.
type txPasse struct {
	Tx
	jour v.Jour
}

func (t txPasse) Faits(personne string) ([]dossier.Fait, error) {
	faits, err := t.Tx.Faits(personne)
	return slices.DeleteFunc(faits, func(f dossier.Fait) bool { return f.ConnuLe > t.jour }), err
}

// Principale gives where a record was attached then, as its acts say; as the base
// says it for one whose acts are erased.
func (t txPasse) Principale(personne string) (string, error) {
	faits, err := t.Faits(personne)
	if errors.Is(err, ErrEfface) {
		return t.Tx.Principale(personne)
	}
	return principaleDe(dossier.Rattachement(faits, personne)), err
}

// Rattachees lists the records that were attached to one then: both keep the act.
func (t txPasse) Rattachees(personne string) ([]string, error) {
	faits, err := t.Faits(personne)
	if errors.Is(err, ErrEfface) {
		return t.Tx.Rattachees(personne)
	}
	if err != nil {
		return nil, err
	}
	var fiches []string
	for i := range faits {
		a := faits[i].Intervention
		if a == nil || a.Nature != dossier.Rattacher || a.Valeur != personne || slices.Contains(fiches, a.Objet) {
			continue
		}
		p, err := t.Principale(a.Objet)
		if err != nil {
			return nil, err
		}
		if p == personne {
			fiches = append(fiches, a.Objet)
		}
	}
	slices.Sort(fiches)
	return fiches, nil
}

// ADossier reports whether the person may have had one: the projection is that of
// today, when her records may be another's.
func (t txPasse) ADossier(personne string) (bool, error) { return suivie(t, personne) }

func (t txPasse) Poses(personne string) ([]registre.Pose, error) {
	poses, err := t.Tx.Poses(personne)
	return slices.DeleteFunc(poses, func(p registre.Pose) bool { return p.Le > t.jour }), err
}

// Ordres gives the orders made by then, in the state that they had.
func (t txPasse) Ordres(personne string) ([]*paiement.Ordre, error) {
	ordres, err := t.Tx.Ordres(personne)
	if err != nil {
		return nil, err
	}
	ordres = slices.DeleteFunc(ordres, func(o *paiement.Ordre) bool { return o.CreeLe > t.jour })
	for _, o := range ordres {
		actes, err := t.Actes(o.ID)
		if err != nil {
			return nil, err
		}
		o.Etat = paiement.Propose
		if len(actes) > 0 {
			o.Etat = actes[len(actes)-1].Vers
		}
	}
	return ordres, nil
}

func (t txPasse) Actes(ordre string) ([]paiement.Acte, error) {
	actes, err := t.Tx.Actes(ordre)
	return slices.DeleteFunc(actes, func(a paiement.Acte) bool { return clock.JourDe(a.Le) > t.jour }), err
}
