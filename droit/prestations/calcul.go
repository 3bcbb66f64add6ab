package prestations

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/atmp"
	"accord/droit/famille"
	"accord/droit/maladie"
	"accord/parametre"
)

// Calcul is the working memory of one computation. It may be reused. The zero
// value is ready.
type Calcul struct {
	maladie maladie.Calcul
	famille famille.Calcul
	atmp    atmp.Calcul
}

// passesMax bounds how many times the benefits are computed against each other.
// One pass takes the leaves as their dates give them; a second one is needed
// when a right turns out not to be open, a third when this closes another.
const passesMax = 4

// Calculer fills the rights, the bases, the calendar and the lump sums of every
// arrêt of the case into r, which must be empty, and the steps into t unless it
// is nil. Periods, differences and what is certain are made afterwards, from the
// days.
func (c *Calcul) Calculer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) error {
	c.maladie.Autres, c.maladie.Renvois = nil, nil
	if !melee(cas) {
		return c.maladie.Calculer(cas, p, t, r)
	}
	vue := c.confier(cas, p)
	c.maladie.Autres = regrouper(append(c.famille.Prevoir(cas, p), c.atmp.Prevoir(cas, p)...))
	for n := 1; ; n++ {
		r.Vider()
		if t.Active() {
			t.Etapes = t.Etapes[:0]
		}
		if err := c.maladie.Calculer(vue, p, t, r); err != nil {
			return err
		}
		if err := c.famille.Calculer(cas, p, t, r, &c.maladie); err != nil {
			return err
		}
		if err := c.atmp.Calculer(cas, p, t, r, &c.maladie); err != nil {
			return err
		}
		slices.SortStableFunc(r.Jours, func(a, b droit.JourCalcule) int {
			return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Chaine, b.Chaine), cmp.Compare(a.Activite, b.Activite))
		})
		c.departager(cas, p, r)
		servis := regrouper(servis(r.Jours))
		if n == passesMax || slices.Equal(servis, c.maladie.Autres) {
			break
		}
		c.maladie.Autres = servis
	}
	return nil
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
	if c.maladie.Renvois = renvois; len(renvois) == 0 {
		return cas
	}
	vue := *cas
	vue.Arrets = slices.Clone(cas.Arrets)
	for _, x := range renvois {
		a := &vue.Arrets[x.Arret]
		a.Risque, a.Debut, a.Fin, a.Nature = droit.Maladie, x.Periode.Du, x.Periode.Au, x.Nature
		if x.SansCarence != "" {
			a.ExonereCarence = x.SansCarence
		}
	}
	return &vue
}

// servis lists the days paid under another risk than sickness.
func servis(jours []droit.JourCalcule) []droit.Servi {
	var ss []droit.Servi
	for i := range jours {
		j := &jours[i]
		if j.Risque == droit.Maladie || j.Etat != droit.Paye {
			continue
		}
		if n := len(ss); n > 0 && ss[n-1].Risque == j.Risque && ss[n-1].Periode.Au == j.Date-1 {
			ss[n-1].Periode.Au = j.Date
		} else {
			ss = append(ss, droit.Servi{Risque: j.Risque, Periode: periode(j.Date)})
		}
	}
	return ss
}
