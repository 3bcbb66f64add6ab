package app

import (
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// remonter says since when the days of a person wait for someone to look at them, and
// proposes again under the time that an agent has to decide on what was paid too much.
// What is owed meanwhile waits as long as that, from the first day on which it did: what
// is learnt of yet other days does not hold it again.
func (c *Caisse) remonter(d *Dossier, trace bool) (err error) {
	if d.Essai {
		return nil
	}
	trop, err := c.retenirTout(d)
	if err != nil {
		return err
	}
	if d.surgis, err = c.surgis(d, trace); err != nil || !trop {
		return err
	}
	delai := func(r suivi.Raison) (depuis, dernier v.Jour) {
		depuis, tard := d.surgis[r]
		if !tard {
			depuis = r.Cle.Jour + 1
		}
		return depuis, suivi.EcheanceDans(d.Calendrier, "SIGNATURE", depuis)
	}
	d.decider = func(k registre.Cle) (depuis, dernier v.Jour) { return delai(suivi.TropVerseDe(k)) }
	d.tenir = func(k registre.Cle) v.Jour {
		_, dernier := delai(suivi.RepriseDe(k))
		return dernier
	}
	return c.proposer(d)
}

// retenirTout proposes as if an agent always had time to decide on what was paid too
// much, to tell what waits for that; it reports whether anything was.
func (c *Caisse) retenirTout(d *Dossier) (trop bool, err error) {
	if !slices.ContainsFunc(d.Retenues, func(r paiement.Retenue) bool { return r.Motif == paiement.TropVerse && r.Par == "" }) {
		return false, nil
	}
	d.decider = func(registre.Cle) (depuis, dernier v.Jour) { return d.Jour, v.JourMax - 1 }
	return true, c.proposer(d)
}

// surgis dates the reasons of today that came once their day was over: each holds
// since the last day on which the caisse learnt something without which the same day
// would not wait for the same thing. What was known before each of those days is
// computed again, the last one first, until no reason is left to date: a piece that
// has nothing to do with it starts no clock again.
func (c *Caisse) surgis(d *Dossier, trace bool) (map[suivi.Raison]v.Jour, error) {
	restent := d.raisons()
	surgis := map[suivi.Raison]v.Jour{}
	appris := d.lues.appris()
	for i, le := range appris {
		restent = slices.DeleteFunc(restent, func(r suivi.Raison) bool { return r.Cle.Jour+1 >= le })
		if len(restent) == 0 {
			break
		}
		avant := map[suivi.Raison]bool{}
		if i+1 < len(appris) {
			x, err := c.calculerLe(d.lues.au(le-1), d.Personne, d.NIR, le-1, trace, nil)
			if err != nil {
				return nil, err
			}
			if _, err := c.retenirTout(x); err != nil {
				return nil, err
			}
			for _, r := range x.raisons() {
				avant[r] = true
			}
		}
		restent = slices.DeleteFunc(restent, func(r suivi.Raison) bool {
			if !avant[r] {
				surgis[r] = le
			}
			return !avant[r]
		})
	}
	return surgis, nil
}

// raisons lists why the days of a person wait for someone to look at them.
func (d *Dossier) raisons() []suivi.Raison {
	rs := suivi.Raisons(&suivi.Entree{Jour: d.Jour, Retenues: d.Retenues, Proposees: d.Proposees})
	if !slices.ContainsFunc(d.Dus, func(x registre.Du) bool { return x.Etat == droit.Attente && x.Jour < d.Jour }) {
		return rs
	}
	for i := range d.Calcul.Chaines { // which questions bear on which days
		e := d.entree(&d.Calcul.Chaines[i])
		e.Retenues, e.Proposees = nil, nil
		rs = append(rs, suivi.Raisons(&e)...)
	}
	return rs
}

// appris lists the days on which the caisse learnt something, the last one first, down
// to the one on which records were last brought together or parted: nobody could look
// before at what they say together.
func (g *reunion) appris() (jours []v.Jour) {
	reunies := v.Jour(0)
	for i := range g.faits {
		f := &g.faits[i]
		jours = append(jours, f.ConnuLe)
		if a := f.Intervention; a != nil && (a.Nature == dossier.Rattacher || a.Nature == dossier.Detacher) {
			reunies = max(reunies, f.ConnuLe)
		}
	}
	slices.Sort(jours)
	jours = slices.Compact(jours)
	slices.Reverse(jours)
	return slices.DeleteFunc(jours, func(j v.Jour) bool { return j < reunies })
}

// au gives what the records held at the end of a day.
func (g *reunion) au(jour v.Jour) *reunion {
	x := &reunion{fiches: g.fiches, essai: g.essai}
	x.faits = garder(g.faits, func(f *dossier.Fait) bool { return f.ConnuLe <= jour })
	x.poses = garder(g.poses, func(p *registre.Pose) bool { return p.Le <= jour })
	for _, o := range g.ordres {
		if o.CreeLe <= jour {
			o := *o
			x.ordres = append(x.ordres, &o)
		}
	}
	return x
}
