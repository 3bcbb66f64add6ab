package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// total is a quantity over a window, and whether all of it is known.
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
		if h, ok := heuresDeclarees(a, w); ok {
			centiemes += h
			t.connu = true
			continue
		}
		couverts := 0
		for k := range a.Salaires {
			s := &a.Salaires[k]
			commun := s.Periode.Inter(w)
			h, ok := s.Heures.Get()
			if commun.IsZero() || !ok {
				continue
			}
			t.connu = true
			couverts += commun.Jours()
			if commun == s.Periode {
				centiemes += h
				continue
			}
			t.valeur = t.valeur.Plus(v.F(int64(h)*int64(commun.Jours()), 100*int64(s.Periode.Jours())))
		}
		if couverts < joursTravailles(a, w) {
			t.complet = false
		}
	}
	t.valeur = t.valeur.Plus(centiemes.Fraction())
	return t
}

// heuresDeclarees returns the hours stated for exactly that window, which
// prevail over those of the pays.
func heuresDeclarees(a *droit.Activite, w v.Periode) (v.Centiemes, bool) {
	for k := range a.PeriodesHeures {
		if a.PeriodesHeures[k].Periode == w {
			return a.PeriodesHeures[k].Heures, true
		}
	}
	return 0, false
}

// salairesSur adds the gross pays of all salaried work over a window of whole
// months. Pays made after the interruption do not count (MAL-BAS-02).
func (c *Calcul) salairesSur(w v.Periode, interruption v.Jour) total {
	t := total{complet: true}
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if a.Nature != droit.Salarie {
			continue
		}
		couverts := 0
		for k := range a.Salaires {
			s := &a.Salaires[k]
			commun := s.Periode.Inter(w)
			brut, ok := s.Brut.Get()
			if commun.IsZero() || !ok || rappelTardif(a, k, interruption) {
				continue
			}
			t.connu = true
			couverts += commun.Jours()
			t.valeur = t.valeur.Plus(v.F(int64(brut)*int64(commun.Jours()), 100*int64(s.Periode.Jours())))
		}
		for k := range a.Primes {
			if w.Contient(a.Primes[k].VerseLe) {
				t.valeur = t.valeur.Plus(a.Primes[k].Montant.Fraction())
			}
		}
		if couverts < joursTravailles(a, w) {
			t.complet = false
		}
	}
	return t
}

// joursTravailles returns the days of a window on which the activity ran and
// was not wholly stopped by an absence that gives no pay.
func joursTravailles(a *droit.Activite, w v.Periode) int {
	actif := w.Inter(v.Periode{Du: max(a.Debut, 1), Au: a.Fin})
	n := actif.Jours()
	for k := range a.Absences {
		if x := &a.Absences[k]; sansPaie(x.Motif) {
			n -= x.Periode.Inter(actif).Jours()
		}
	}
	return n
}
