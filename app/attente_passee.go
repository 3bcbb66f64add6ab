package app

import (
	"context"
	"slices"

	"accord/clock"
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
// number is given. Each day is computed again from what was known then: before
// someone said that her records are one person, each of them waited by itself.
func (c *Caisse) AttentePassee(ctx context.Context, reference string) (ps []PeriodeAttente, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		d, err := c.ouvrir(tx, personne, false)
		if err != nil {
			return err
		}
		faits, err := desFiches(d.Fiches, tx.Faits)
		if err != nil || len(faits) == 0 {
			return err
		}
		premier := faits[0].ConnuLe
		for i := range faits {
			premier = min(premier, faits[i].ConnuLe)
		}
		a := attentePassee{c: c, tx: tx, fiches: d.Fiches, jours: d.joursDuDossier(numero)}
		for jour := premier; jour <= c.clock.Jour(); jour++ {
			if err := a.ajouter(jour); err != nil {
				return err
			}
		}
		if err := a.ecrits(); err != nil {
			return err
		}
		ps = a.periodes
		return nil
	})
	return ps, err
}

// joursDuDossier gives the days of a dossier, those of the person when no number is
// given.
func (d *Dossier) joursDuDossier(numero string) v.Periode {
	for i := range d.Calcul.Chaines {
		if ch := &d.Calcul.Chaines[i]; NumeroDossier(d.Personne, ch) == numero {
			return v.P(ch.Debut, ch.Fin)
		}
	}
	return v.P(v.JourMin, v.JourMax)
}

// attentePassee is a past being told.
type attentePassee struct {
	c        *Caisse
	tx       Tx
	fiches   []Fiche   // the records of the person, today
	jours    v.Periode // those that are asked about
	periodes []PeriodeAttente
}

// ajouter adds one day to the runs.
func (a *attentePassee) ajouter(jour v.Jour) error {
	alors := New(a.c.store, a.c.lecteur, a.c.banque, clock.NewManual(jour), a.c.table, a.c.conf)
	tx := txPasse{a.tx, jour}
	var x attenteDuJour
	var vues []string
	for i := range a.fiches {
		fiche, err := racine(tx, a.fiches[i].Personne)
		if err != nil {
			return err
		}
		if slices.Contains(vues, fiche) {
			continue
		}
		vues = append(vues, fiche)
		d, err := alors.ouvrir(tx, fiche, false)
		if err != nil {
			return err
		}
		x.compter(d, a.jours)
	}
	if x.jours == 0 {
		return nil
	}
	par := suivi.Responsable(&x.etape)
	if n := len(a.periodes); n > 0 {
		if p := &a.periodes[n-1]; p.Par == par && p.Acteur == x.etape.Acteur && p.Periode.Au == jour-1 {
			p.Periode.Au, p.Jours = jour, x.jours
			return nil
		}
	}
	a.periodes = append(a.periodes, PeriodeAttente{Periode: v.P(jour, jour), Par: par, Acteur: x.etape.Acteur, Jours: x.jours})
	return nil
}

// attenteDuJour is what waited on one day: the step of the oldest unpaid day, and
// how many there were.
type attenteDuJour struct {
	ancien v.Jour
	etape  suivi.Etape
	jours  int
}

func (x *attenteDuJour) compter(d *Dossier, jours v.Periode) {
	for i := range d.entrees {
		e := &d.entrees[i]
		if jours.Inter(v.P(e.Chaine.Debut, e.Chaine.Fin)).IsZero() {
			continue
		}
		for k := range e.Dus {
			du := &e.Dus[k]
			if !e.Impaye(du) {
				continue
			}
			if x.jours == 0 || du.Jour < x.ancien {
				x.ancien = du.Jour
				x.etape, _ = suivi.DuJour(e, du)
			}
			x.jours++
		}
	}
}

// ecrits dates what was asked in writing of whoever was awaited, under any of the
// records.
func (a *attentePassee) ecrits() error {
	for i := range a.fiches {
		fiche := a.fiches[i].Personne
		messages, err := a.tx.Messages(fiche)
		if err != nil {
			return err
		}
		for _, m := range messages {
			if _, question := questionDe(m.Cle, fiche); question {
				a.ecrit(m.A, clock.JourDe(m.Le))
			}
		}
	}
	for i := range a.periodes {
		slices.Sort(a.periodes[i].Ecrit)
	}
	return nil
}

func (a *attentePassee) ecrit(acteur string, le v.Jour) {
	for i := range a.periodes {
		if p := &a.periodes[i]; p.Acteur == acteur && p.Periode.Contient(le) && !slices.Contains(p.Ecrit, le) {
			p.Ecrit = append(p.Ecrit, le)
		}
	}
}
