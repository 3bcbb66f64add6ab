package app

import (
	"context"
	"slices"

	"accord/clock"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// PeriodeAttente is a run of days on which money was awaited, by whose the wait
// was: as it was known on each of those days, not as it is known today.
type PeriodeAttente struct {
	Periode v.Periode
	Par     suivi.Responsabilite
	Acteur  string   // who had to act, on the first of them
	Ecrit   []v.Jour // days on which he was asked, recalled or summoned
	Jours   int      // unpaid days on the last of them
}

// AttentePassee tells, day by day since the first reception, whose the wait of a
// person was: that of whoever kept the oldest unpaid day, on a dossier when its
// number is given. Each day is computed again from what was known then.
func (c *Caisse) AttentePassee(ctx context.Context, reference string) (ps []PeriodeAttente, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		faits, err := tx.Faits(personne)
		if err != nil || len(faits) == 0 {
			return err
		}
		premier := faits[0].ConnuLe
		for i := range faits {
			premier = min(premier, faits[i].ConnuLe)
		}
		for jour := premier; jour <= c.clock.Jour(); jour++ {
			if ps, err = c.attenteLe(tx, personne, numero, jour, ps); err != nil {
				return err
			}
		}
		return ecrits(tx, personne, ps)
	})
	return ps, err
}

// attenteLe adds one day to the runs.
func (c *Caisse) attenteLe(tx Tx, personne, numero string, jour v.Jour, ps []PeriodeAttente) ([]PeriodeAttente, error) {
	alors := New(c.store, c.lecteur, c.banque, clock.NewManual(jour), c.table, c.conf)
	d, err := alors.ouvrir(txPasse{tx, jour}, personne, false)
	if err != nil {
		return ps, err
	}
	var ancien *registre.Du
	var etape suivi.Etape
	jours := 0
	for i := range d.entrees {
		e := &d.entrees[i]
		if numero != "" && NumeroDossier(personne, &e.Chaine) != numero {
			continue
		}
		for k := range e.Dus {
			du := &e.Dus[k]
			if !e.Impaye(du) {
				continue
			}
			jours++
			if ancien == nil || du.Jour < ancien.Jour {
				ancien = du
				etape, _ = suivi.DuJour(e, du)
			}
		}
	}
	if ancien == nil {
		return ps, nil
	}
	par := suivi.Responsable(&etape)
	if n := len(ps); n > 0 && ps[n-1].Par == par && ps[n-1].Acteur == etape.Acteur && ps[n-1].Periode.Au == jour-1 {
		ps[n-1].Periode.Au, ps[n-1].Jours = jour, jours
		return ps, nil
	}
	return append(ps, PeriodeAttente{Periode: v.P(jour, jour), Par: par, Acteur: etape.Acteur, Jours: jours}), nil
}

// ecrits dates what was asked in writing of whoever was awaited.
func ecrits(tx Tx, personne string, ps []PeriodeAttente) error {
	messages, err := tx.Messages(personne)
	if err != nil {
		return err
	}
	for _, m := range messages {
		if _, question := questionDe(m.Cle, personne); !question {
			continue
		}
		le := clock.JourDe(m.Le)
		for i := range ps {
			if p := &ps[i]; p.Acteur == m.A && p.Periode.Contient(le) && !slices.Contains(p.Ecrit, le) {
				p.Ecrit = append(p.Ecrit, le)
			}
		}
	}
	return nil
}
