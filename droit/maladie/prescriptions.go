package maladie

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// morceau is a run of days governed by one prescription. Overlapping
// prescriptions are merged: each day has one, and the latest prevails.
type morceau struct {
	du, au v.Jour
	arret  int
	bloc   int  // prescriptions that overlap make one block
	repris bool // prescribed, but work was resumed before

	// What follows is read from the prescription on the first day (lu).
	lu           bool
	tpt          bool   // part-time
	ald          string // affection, empty outside long-term illness
	exonere      bool   // out of the income tax
	provisoire   bool   // of an accident at work not yet recognised
	rejete       bool   // the form is not accepted
	sansTitre    bool   // the prescriber is not entitled to prolong
	horsControle bool   // sent after its end: no control was possible
	teleFin      v.Jour // last day that a remote consultation may cover, or 0
	dureeFin     v.Jour // last day within the longest prescription, or 0
	reduitDu     v.Jour // days halved for a late sending, or 0
	reduitAu     v.Jour
}

// ordonnerActivites fixes the order of activities by their identifier, so that
// the order of the case changes nothing.
func (c *Calcul) ordonnerActivites() {
	for i := range c.cas.Activites {
		c.ordre = append(c.ordre, i)
	}
	if len(c.ordre) > 1 {
		slices.SortFunc(c.ordre, func(a, b int) int { return cmp.Compare(c.cas.Activites[a].ID, c.cas.Activites[b].ID) })
	}
}

// oublierReprise leaves out what the prescriptions before still cover, once the work
// was resumed, from the first day of a new one on: it stands alone. A piece of which nothing
// is left goes.
func (c *Calcul) oublierReprise(premier int, du v.Jour) {
	for n := len(c.morceaux) - 1; n >= premier && c.morceaux[n].au >= du; n-- {
		if c.morceaux[n].au = du - 1; c.morceaux[n].du >= du {
			c.morceaux = c.morceaux[:n]
		}
	}
}

// trierPrescriptions takes the prescriptions of maladie, by first day.
func (c *Calcul) trierPrescriptions() {
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if (a.Risque == droit.Maladie || Provisoire(c.cas, a)) && a.Debut != 0 && a.Fin >= a.Debut {
			c.arrets = append(c.arrets, i)
		}
	}
	if len(c.arrets) > 1 {
		slices.SortFunc(c.arrets, c.parDebut)
	}
}

// reunirPrescriptions puts the prescriptions that stop one activity on one
// calendar, after those of the activities before, and returns the first piece.
func (c *Calcul) reunirPrescriptions(activite int) int {
	premier := len(c.morceaux)
	bloc, finBloc, depuis := 0, v.Jour(0), v.Jour(0)
	var avant *droit.Arret
	for _, i := range c.ordreDe(activite) {
		a, jours := &c.cas.Arrets[i], c.joursDe(i, activite)
		if !c.peutArreter(a, activite) {
			continue
		}
		debut, fin := jours.Du, jours.Au
		if d := c.cas.Assure.DecesLe; d != 0 && d < fin {
			if fin = d; fin < debut {
				continue
			}
		}
		active := fin
		// A return to work on the first day of a prescription ends the one
		// before, not this one. What another benefit hands over was prescribed
		// with the rest: a return before these days ended them too.
		suite := memePrescription(avant, a)
		if !suite {
			depuis = min(debut, c.debutEntier(a)) + 1
		}
		avant = a
		if le := c.reprise(activite, depuis, fin); le != 0 {
			active = le - 1
		}
		if debut > finBloc {
			bloc++
			if !suite {
				c.oublierReprise(premier, debut)
			}
		}
		finBloc = max(finBloc, active)
		if active >= debut {
			c.poser(premier, morceau{du: debut, au: active, arret: i, bloc: bloc})
		}
		if active < fin {
			c.poser(premier, morceau{du: debut, au: fin, arret: i, bloc: bloc, repris: true})
		}
	}
	return premier
}

// joursDe returns the days that an arrêt prescribes for an activity: where each
// régime hands over days of its own, those of the régime of the activity.
func (c *Calcul) joursDe(arret, activite int) v.Periode {
	p, exacte := c.cas.Arrets[arret].Periode(), false
	for i := range c.Renvois {
		x := &c.Renvois[i]
		if x.Arret != arret || exacte {
			continue
		}
		exacte = slices.Contains(x.Lignes, activite)
		if len(x.Lignes) > 0 && (c.cas.Activites[x.Lignes[0]].Nature == droit.Independant) == (c.cas.Activites[activite].Nature == droit.Independant) {
			p = x.Periode
		}
	}
	return p
}

// ordreDe lists the prescriptions by the first day that each has for an activity.
func (c *Calcul) ordreDe(activite int) []int {
	if len(c.Renvois) == 0 {
		return c.arrets
	}
	ordre := slices.Clone(c.arrets)
	slices.SortStableFunc(ordre, func(i, j int) int {
		return cmp.Or(cmp.Compare(c.joursDe(i, activite).Du, c.joursDe(j, activite).Du), c.force(i, j))
	})
	return ordre
}

// parDebut sorts prescriptions by first day, the weakest first.
func (c *Calcul) parDebut(i, j int) int {
	if n := cmp.Compare(c.cas.Arrets[i].Debut, c.cas.Arrets[j].Debut); n != 0 {
		return n
	}
	return c.force(i, j)
}

// force compares two prescriptions for the same day: the latest prescribed
// prevails, then the latest sent, then the greater hash of the piece, never the
// order of reception.
func (c *Calcul) force(i, j int) int {
	a, b := &c.cas.Arrets[i], &c.cas.Arrets[j]
	return cmp.Or(cmp.Compare(a.PrescritLe, b.PrescritLe), cmp.Compare(a.EnvoyeLe, b.EnvoyeLe),
		cmp.Compare(a.Empreinte, b.Empreinte), cmp.Compare(a.ID, b.ID))
}

// poser lays one prescription over those already there; on the days in common
// the stronger one stays: what a return to work left of another is gone before a
// new one begins. Prescriptions come by first day: those already there leave no
// hole from the first day of this one to the last that they cover.
func (c *Calcul) poser(premier int, m morceau) {
	if n := len(c.morceaux); n == premier || c.morceaux[n-1].au < m.du {
		c.morceaux = append(c.morceaux, m)
		return
	}
	c.tampon = append(c.tampon[:0], c.morceaux[premier:]...)
	c.morceaux = c.morceaux[:premier]
	libre := m.du // first day of m not yet laid
	for _, s := range c.tampon {
		c.ajouter(s, s.du, m.du-1)
		gagnant, fin := s, min(s.au, m.au)
		if c.force(m.arret, s.arret) > 0 {
			gagnant = m
		}
		c.ajouter(gagnant, max(s.du, m.du), fin)
		libre = fin + 1
		c.ajouter(s, m.au+1, s.au)
	}
	c.ajouter(m, libre, m.au)
}

// ajouter adds the days du to au of a piece, if any.
func (c *Calcul) ajouter(m morceau, du, au v.Jour) {
	if m.du, m.au = max(du, m.du), min(au, m.au); m.du <= m.au {
		c.morceaux = append(c.morceaux, m)
	}
}

// memePrescription reports whether a prolongation was prescribed together with
// the arrêt that it follows: cut in two or not, it is one prescription. What
// another doctor wrote that day is not.
func memePrescription(avant, a *droit.Arret) bool {
	return avant != nil && a.Nature == droit.Prolongation && a.Debut == avant.Fin+1 && prescritLe(a) == prescritLe(avant) && peutProlonger(a)
}

// reprise returns the first full return to work of one activity from du to au,
// or 0.
func (c *Calcul) reprise(activite int, du, au v.Jour) v.Jour {
	le := v.Jour(0)
	rs := c.cas.Activites[activite].Reprises
	for k := range rs {
		r := &rs[k]
		if r.Motif != droit.RepriseTPT && r.Le >= du && r.Le <= au && (le == 0 || r.Le < le) {
			le = r.Le
		}
	}
	return le
}
