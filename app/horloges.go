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
// ran out first comes first. It writes nothing.
func (c *Caisse) Retards(ctx context.Context, a string) ([]DossierEnRetard, error) {
	var rs []DossierEnRetard
	err := c.parcourir(ctx, func(tx Tx, _ string, ids []string) (err error) {
		for _, id := range ids {
			if rs, err = c.retards(tx, id, a, rs); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(rs, func(x, y DossierEnRetard) int {
		return cmp.Or(cmp.Compare(x.Cours.Echeance, y.Cours.Echeance), cmp.Compare(x.Dossier, y.Dossier))
	})
	return rs, nil
}

// retards adds one person's dossiers.
func (c *Caisse) retards(tx Tx, id, a string, rs []DossierEnRetard) ([]DossierEnRetard, error) {
	deja, err := tx.ADossier(id)
	if err != nil || !deja {
		return rs, err
	}
	d, err := c.ouvrir(tx, id, false)
	if errors.Is(err, ErrEfface) || err == nil && d.Essai {
		return rs, nil
	}
	if err != nil {
		return rs, err
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
