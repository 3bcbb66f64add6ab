package maladie

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// total is a quantity over a window, and how much of it is known.
type total struct {
	valeur  v.Fraction
	connu   bool // at least one figure is known
	complet bool // every day worked is covered by a known figure
}

// heuresSur adds the hours of all salaried work over a window.
func (c *Calcul) heuresSur(w v.Periode) total {
	t := total{complet: true}
	centiemes := v.Centiemes(0)
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if a.Nature != droit.Salarie {
			continue
		}
		if len(a.PeriodesHeures) > 0 {
			t.ajouter(heuresDeclarees(a, w))
			continue
		}
		couverts := 0
		for k := range a.Salaires {
			s := &a.Salaires[k]
			h, ok := s.Heures.Get()
			if !ok || s.Periode.Au < w.Du || s.Periode.Du > w.Au {
				continue
			}
			t.connu = true
			commun := s.Periode.Inter(w)
			couverts += JoursTravailles(a, commun) // days not worked have no hours to be told
			if commun == s.Periode {
				centiemes += h
				continue
			}
			t.valeur = t.valeur.Plus(prorata(h, commun.Jours(), s.Periode))
		}
		t.complet = t.complet && couverts >= JoursTravailles(a, w)
	}
	t.valeur = plus(t.valeur, centiemes.Fraction())
	return t
}

// heuresJour are the most that a day may hold.
const heuresJour = 24

// pourraitAtteindre reports whether the hours that nobody told of a window, were they all
// those of its days, would bring a total to a threshold.
func (c *Calcul) pourraitAtteindre(t total, w v.Periode, n v.Fraction) bool {
	return !t.complet && t.valeur.Plus(v.F(int64(heuresJour*c.joursTus(w)), 1)).Cmp(n) >= 0
}

// joursTus counts the days worked of a window, for each work, of which no hours are known.
func (c *Calcul) joursTus(w v.Periode) int {
	n := 0
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		for j := w.Du; j <= w.Au && a.Nature == droit.Salarie; j++ {
			if !heuresConnues(a, j) {
				n += JoursTravailles(a, v.P(j, j))
			}
		}
	}
	return n
}

// heuresConnues reports whether some hours are stated of a stretch in which a day lies.
func heuresConnues(a *droit.Activite, j v.Jour) bool {
	return slices.ContainsFunc(a.Salaires, func(s droit.Salaire) bool { return s.Heures.EstConnu() && s.Periode.Contient(j) }) ||
		slices.ContainsFunc(a.PeriodesHeures, func(p droit.PeriodeHeures) bool { return p.Periode.Contient(j) })
}

// ajouter adds what one activity gives to a total.
func (t *total) ajouter(u total) {
	t.valeur = t.valeur.Plus(u.valeur)
	t.connu, t.complet = t.connu || u.connu, t.complet && u.complet
}

// plus adds two amounts, at no cost when one is nothing, which is the ordinary
// case of a first term.
func plus(f, g v.Fraction) v.Fraction {
	if f.EstNulle() {
		return g
	}
	if g.EstNulle() {
		return f
	}
	return f.Plus(g)
}

// prorata returns the part of a figure that falls on some days of its period,
// nothing for a period that has no days.
func prorata(x v.Centimes, jours int, p v.Periode) v.Fraction {
	if p.Jours() == 0 {
		return v.Fraction{}
	}
	return v.F(int64(x)*int64(jours), 100*int64(p.Jours()))
}

// heuresDeclarees adds the hours of an activity that states some of them apart
// from its pays. What is stated for exactly the window prevails alone, and what
// covers it whole prevails over the pays. Otherwise, for each day: what is stated
// for a stretch within the window, the pays, then what is stated for a longer
// stretch; the shortest stretch first. Each figure counts by its days.
func heuresDeclarees(a *droit.Activite, w v.Periode) total {
	d := declarees{w: w, vus: make([]bool, w.Jours())}
	ps := slices.SortedStableFunc(slices.Values(a.PeriodesHeures), plusPrecises)
	for k := range ps {
		if ps[k].Periode == w {
			return total{valeur: ps[k].Heures.Fraction(), connu: true, complet: true}
		}
		if ps[k].Periode.Du >= w.Du && ps[k].Periode.Au <= w.Au {
			d.poser(ps[k].Heures, ps[k].Periode)
		}
	}
	couverte := d
	couverte.vus = slices.Clone(d.vus)
	for k := range ps {
		couverte.poser(ps[k].Heures, ps[k].Periode)
	}
	if couverte.jours == w.Jours() {
		return total{valeur: couverte.heures, connu: true, complet: true}
	}
	// Several pays for one period add up: back-pay bears its own hours, or none.
	avant := slices.Clone(d.vus)
	for k := range a.Salaires {
		if h, ok := a.Salaires[k].Heures.Get(); ok {
			d.heures = plus(d.heures, d.part(avant, h, a.Salaires[k].Periode))
			d.poser(0, a.Salaires[k].Periode)
		}
	}
	for k := range ps {
		d.poser(ps[k].Heures, ps[k].Periode)
	}
	return total{valeur: d.heures, connu: true, complet: d.jours >= JoursTravailles(a, w)}
}

// plusPrecises orders the stretches for which hours are stated: the shortest first.
func plusPrecises(a, b droit.PeriodeHeures) int {
	return cmp.Or(cmp.Compare(a.Periode.Jours(), b.Periode.Jours()), cmp.Compare(a.Periode.Du, b.Periode.Du), cmp.Compare(b.Heures, a.Heures))
}

// declarees gathers hours over a window, each day once.
type declarees struct {
	w      v.Periode
	vus    []bool // by day of the window
	jours  int    // days seen
	heures v.Fraction
}

// poser adds the part of a figure that falls on days not seen yet.
func (d *declarees) poser(h v.Centiemes, p v.Periode) {
	d.heures = plus(d.heures, d.part(d.vus, h, p))
	commun := p.Inter(d.w)
	for j := commun.Du; j != 0 && j <= commun.Au; j++ {
		if !d.vus[j-d.w.Du] {
			d.vus[j-d.w.Du] = true
			d.jours++
		}
	}
}

// part returns the part of a figure that falls on days of the window not yet seen.
func (d *declarees) part(vus []bool, h v.Centiemes, p v.Periode) v.Fraction {
	n, commun := 0, p.Inter(d.w)
	for j := commun.Du; j != 0 && j <= commun.Au; j++ {
		if !vus[j-d.w.Du] {
			n++
		}
	}
	return prorata(h, n, p)
}

// salairesSur adds the gross pays of all salaried work over a window of whole
// months, bonuses in the month in which they are paid. Pays made after the
// interruption do not count (MAL-BAS-02).
func (c *Calcul) salairesSur(w v.Periode, interruption v.Jour) total {
	t := total{complet: true}
	centimes := v.Centimes(0)
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if a.Nature != droit.Salarie {
			continue
		}
		couverts := 0
		for k := range a.Salaires {
			s := &a.Salaires[k]
			brut, ok := s.Brut.Get()
			if !ok || s.Periode.Au < w.Du || s.Periode.Du > w.Au || rappelTardif(a, k, interruption) {
				continue
			}
			t.connu = true
			if s.Periode.Du >= w.Du && s.Periode.Au <= w.Au {
				couverts += s.Periode.Jours()
				centimes += brut
				continue
			}
			commun := s.Periode.Inter(w).Jours()
			couverts += commun
			t.valeur = t.valeur.Plus(prorata(brut, commun, s.Periode))
		}
		for k := range a.Primes {
			if w.Contient(a.Primes[k].VerseLe) {
				centimes += a.Primes[k].Montant
			}
		}
		t.complet = t.complet && couverts >= JoursTravailles(a, w)
	}
	t.valeur = plus(t.valeur, centimes.Fraction())
	return t
}

// JoursTravailles returns the days of a window on which the activity ran and
// was not wholly stopped by an absence that gives no pay.
func JoursTravailles(a *droit.Activite, w v.Periode) int {
	actif := w.Inter(v.Periode{Du: max(a.Debut, 1), Au: a.Fin})
	return actif.Jours() - joursAbsents(a, actif, func(x *droit.Absence) bool { return sansPaie(x.Motif) })
}
