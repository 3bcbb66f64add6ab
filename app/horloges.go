package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"accord/suivi"
)

// DossierEnRetard is a dossier one of whose clocks is near its end or past it.
type DossierEnRetard struct {
	Dossier   string
	Etape     suivi.Etape
	Cours     suivi.Cours // of the two clocks of the step, the one that is worse
	Astreinte suivi.Exposition
}

// Retards lists the dossiers whose clock is near its end, past it or carried up
// the hierarchy; those carried to someone only, when a is given. The one that
// ran out first comes first. It writes nothing. Those who cannot be computed are
// beside the list of all the others.
func (c *Caisse) Retards(ctx context.Context, a string) ([]DossierEnRetard, Empechements, error) {
	var rs []DossierEnRetard
	var empeches Empechements
	err := c.parcourir(ctx, func(tx Tx, _ string, ids []string) error {
		for _, id := range ids {
			siens, err := c.retards(tx, id, a)
			if err := empeches.noter(ctx, id, err); err != nil {
				return err
			}
			rs = append(rs, siens...)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	slices.SortFunc(rs, func(x, y DossierEnRetard) int {
		return cmp.Or(cmp.Compare(x.Cours.Echeance, y.Cours.Echeance), cmp.Compare(x.Dossier, y.Dossier))
	})
	return rs, empeches, nil
}

// retards gives one person's dossiers.
func (c *Caisse) retards(tx Tx, id, a string) (rs []DossierEnRetard, err error) {
	deja, err := tx.ADossier(id)
	if err != nil || !deja {
		return nil, err
	}
	d, err := c.ouvrir(tx, id, false)
	if errors.Is(err, ErrEfface) || err == nil && d.Essai {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range d.Etapes {
		e := &d.Etapes[i]
		pire, ok := pireHorloge(&e.Etape, a)
		if ok {
			rs = append(rs, DossierEnRetard{Dossier: NumeroDossier(d.Personne, &e.Chaine), Etape: e.Etape, Cours: pire, Astreinte: e.Astreinte})
		}
	}
	return rs, nil
}

// pireHorloge returns the clock of a step that ends first among those that are
// no longer in time, or that are carried to a.
func pireHorloge(e *suivi.Etape, a string) (pire suivi.Cours, ok bool) {
	for _, x := range [...]suivi.Cours{e.Horloge, e.Paiement} {
		if x.Code == "" || a == "" && x.Etat == suivi.DansLesTemps || a != "" && x.A != a {
			continue
		}
		if !ok || x.Echeance < pire.Echeance {
			pire, ok = x, true
		}
	}
	return pire, ok
}
