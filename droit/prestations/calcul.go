package prestations

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/atmp"
	"accord/droit/famille"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// Calcul is the working memory of one computation. It may be reused. The zero
// value is ready.
type Calcul struct {
	maladie maladie.Calcul
	famille famille.Calcul
	atmp    atmp.Calcul
	servis  []droit.Servi // days paid under another risk than sickness, by the pass at hand
	debuts  []v.Jour      // first day of the stop that each arrêt begins
	seconds []int         // arrêts of which sickness has both ends, as its arrêts beyond those of the case
}

// passesMax bounds how many times the benefits of a case are computed against each
// other. One pass takes the leaves as their dates give them; a second one is needed
// when a right turns out not to be open, a third when this closes another: what one
// stop gets hangs on those before it, so that each pass settles one more at least.
func passesMax(cas *droit.Cas) int { return 4 + 2*len(cas.Arrets) }

// Calculer fills the rights, the bases, the calendar and the lump sums of every
// arrêt of the case into r, which must be empty, and the steps into t unless it
// is nil. Periods, differences and what is certain are made afterwards, from the
// days.
func (c *Calcul) Calculer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) error {
	if err := c.calendrier(cas, p, t, r); err != nil {
		return err
	}
	c.ordonner(cas, t, r)
	if t.Active() {
		direJours(cas, p, t, r)
	}
	return nil
}

// rienDu is read before the days are known, and never written.
var rienDu = droit.DusMaintenus{}

// calendrier computes the benefits against each other until one is kept for each
// day.
func (c *Calcul) calendrier(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) error {
	c.maladie.Autres, c.maladie.Interrompus, c.maladie.Renvois = c.maladie.Autres[:0], c.maladie.Interrompus[:0], nil
	if c.maladie.Dus = nil; !melee(cas) {
		return c.maladie.Calculer(cas, p, t, r)
	}
	c.maladie.Dus = rienDu // until the days of all are known, every wage kept is enough
	accidents := c.atmp.Interrompus(cas, p)
	c.maladie.Autres = append(c.maladie.Autres, c.famille.Prevoir(cas, p)...)
	c.maladie.Autres = regrouper(atmp.Prevoir(cas, accidents, c.maladie.Autres))
	c.maladie.Interrompus = append(append(c.maladie.Interrompus, c.famille.Interrompus()...), accidents...)
	vue := c.confier(cas, p)
	for n := 1; ; n++ {
		if err := c.passe(cas, vue, p, t, r); err != nil {
			return err
		}
		if n < passesMax(cas) && !slices.Equal(c.servis, c.maladie.Autres) {
			c.maladie.Autres = append(c.maladie.Autres[:0], c.servis...)
			continue
		}
		if dus, insuffisant := droit.DusSurMaintiens(cas, r.Jours); insuffisant && len(c.maladie.Dus) == 0 {
			c.maladie.Dus = dus // the days are settled, their payees were not
			continue
		}
		return nil
	}
}

// passe computes each benefit against what the others served in the pass before.
func (c *Calcul) passe(cas, vue *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) error {
	r.Vider()
	if t.Active() {
		t.Etapes = t.Etapes[:0]
	}
	if err := c.maladie.Calculer(vue, p, t, r); err != nil {
		return err
	}
	c.rendreArrets(cas, t, r)
	if err := c.famille.Calculer(cas, p, t, r, &c.maladie); err != nil {
		return err
	}
	if err := c.atmp.Calculer(cas, p, t, r, &c.maladie); err != nil {
		return err
	}
	ranger(r.Jours)
	c.departager(cas, p, r)
	c.atmp.Limiter()
	c.relever(cas, r.Jours)
	if len(c.maladie.Renvois) > 0 {
		r.Jours = sansRepetition(r.Jours)
	}
	return nil
}

// rendreArrets names the arrêts of the case in what sickness says of their second end.
func (c *Calcul) rendreArrets(cas *droit.Cas, t *droit.Trace, r *droit.Resultat) {
	propre := func(arret *int) {
		if k := *arret - len(cas.Arrets); k >= 0 {
			*arret = c.seconds[k]
		}
	}
	for i := range r.Jours {
		propre(&r.Jours[i].Arret)
		propre(&r.Jours[i].Chaine)
	}
	for i := range r.Droits {
		propre(&r.Droits[i].Arret)
	}
	for i := range r.Bases {
		propre(&r.Bases[i].Arret)
	}
	if t.Active() {
		for i := range t.Etapes {
			propre(&t.Etapes[i].Chaine)
		}
	}
	besoins := c.maladie.Besoins()
	for i := range besoins {
		propre(&besoins[i].Arret)
	}
}

// ranger puts the days in the order of the calendar, where they are not in it.
func ranger(jours []droit.JourCalcule) {
	for i := 1; i < len(jours); i++ {
		if parDate(&jours[i], &jours[i-1]) < 0 {
			slices.SortStableFunc(jours, func(a, b droit.JourCalcule) int { return parDate(&a, &b) })
			return
		}
	}
}

// RedireJours tells the days again, as several answers to open questions leave
// them once merged: what one answer says of them is not what the others say.
func RedireJours(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) {
	t.Etapes = t.Etapes[:t.Jours]
	maladie.Redire(t, r.Jours)
	direJours(cas, p, t, r)
}

// sansRepetition leaves out the rows of sickness of days that an arrêt keeps for
// a line under its own benefit: another régime alone hands them over.
func sansRepetition(jours []droit.JourCalcule) []droit.JourCalcule {
	tous := slices.Clone(jours)
	return slices.DeleteFunc(jours, func(j droit.JourCalcule) bool {
		return j.Risque == droit.Maladie && j.Etat == droit.NonCumul && slices.ContainsFunc(tous, func(x droit.JourCalcule) bool {
			return x.Date == j.Date && x.Activite == j.Activite && x.Arret == j.Arret && x.Risque != droit.Maladie
		})
	})
}

// parDate is the order of the calendar.
func parDate(a, b *droit.JourCalcule) int {
	if a.Date != b.Date {
		return cmp.Compare(a.Date, b.Date)
	}
	return cmp.Or(cmp.Compare(a.Chaine, b.Chaine), cmp.Compare(a.Activite, b.Activite))
}

// Besoins returns what the last computation found missing. The slice is valid
// until the next one.
func (c *Calcul) Besoins() []droit.Besoin { return c.maladie.Besoins() }

// melee reports whether the case holds anything but sickness.
func melee(cas *droit.Cas) bool {
	return slices.ContainsFunc(cas.Arrets, func(a droit.Arret) bool { return a.Risque != droit.Maladie })
}

// confier returns the case as the law of sickness reads it: the days that other
// benefits hand over to it are arrêts of sickness, at their own place.
func (c *Calcul) confier(cas *droit.Cas, p *parametre.Table) *droit.Cas {
	renvois := append(c.famille.Renvois(cas, p), c.atmp.Renvois(cas, p)...)
	c.seconds = c.seconds[:0]
	if c.maladie.Renvois = renvois; len(renvois) == 0 {
		return cas
	}
	vue := *cas
	vue.Arrets = slices.Clone(cas.Arrets)
	for i, x := range renvois {
		renvois[i].Depuis = cas.Arrets[x.Arret].Debut
		if slices.ContainsFunc(renvois[:i], func(y droit.Renvoi) bool {
			return y.Arret == x.Arret && x.Lignes == nil && y.Periode.Inter(x.Periode).IsZero()
		}) {
			// Both ends of an arrêt go to sickness: the second is one of its own there.
			c.seconds = append(c.seconds, x.Arret)
			vue.Arrets = append(vue.Arrets, cas.Arrets[x.Arret])
			x.Arret = len(vue.Arrets) - 1
			renvois[i].Arret = x.Arret
		}
		a := &vue.Arrets[x.Arret]
		if a.Risque == droit.Maladie { // handed over by the other régime already
			x.Periode = v.P(min(a.Debut, x.Periode.Du), max(a.Fin, x.Periode.Au))
		}
		a.Risque, a.Debut, a.Fin, a.Nature = droit.Maladie, x.Periode.Du, x.Periode.Au, x.Nature
		if x.Lignes != nil {
			a.Activites = noms(cas, renvois, x.Arret)
		}
	}
	return &vue
}

// noms lists the lines for which days of an arrêt are handed over, by identifier;
// nil when they are all those that it stops.
func noms(cas *droit.Cas, renvois []droit.Renvoi, arret int) []string {
	var ids []string
	tns, salarie := false, false
	for _, x := range renvois {
		if x.Arret != arret {
			continue
		}
		for _, i := range x.Lignes {
			ids = append(ids, cas.Activites[i].ID)
			tns, salarie = tns || cas.Activites[i].Nature == droit.Independant, salarie || cas.Activites[i].Nature != droit.Independant
		}
	}
	mixte := slices.ContainsFunc(cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.Independant }) &&
		slices.ContainsFunc(cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.Salarie })
	if !mixte || tns && salarie {
		return cas.Arrets[arret].Activites
	}
	return ids
}

// relever lists the days paid under another risk than sickness, gathered in runs.
func (c *Calcul) relever(cas *droit.Cas, jours []droit.JourCalcule) {
	c.servis = c.servis[:0]
	for i := range jours {
		j := &jours[i]
		if j.Risque == droit.Maladie || j.Etat != droit.Paye {
			continue
		}
		tns := cas.Activites[j.Activite].Nature == droit.Independant
		if n := len(c.servis) - 1; n >= 0 && c.servis[n].Periode.Au+1 == j.Date && c.servis[n].Risque == j.Risque && c.servis[n].TNS == tns {
			c.servis[n].Periode.Au = j.Date
			continue
		}
		c.servis = append(c.servis, droit.Servi{Risque: j.Risque, TNS: tns, Periode: v.P(j.Date, j.Date)})
	}
	c.servis = regrouper(c.servis)
}
