package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// affection is the ALD under which a day of the chain stands: that of the
// prescription followed, or the first recognised later in the chain (§14.6).
func (l *lecture) affection(c *chaine, d v.Jour) string {
	b, _ := c.bloc(d)
	x := l.suivie(b.membres, d)
	if x < 0 {
		x = l.suivie(b.membres, b.au)
	}
	if a := l.aldDe(x); a != "" {
		return a
	}
	suivante := -1 // recognised later, of whatever job the same stop touches
	for _, k := range l.chaines {
		if k != c && (k.premier() != c.premier() || k.independant != c.independant) {
			continue
		}
		for _, b := range k.blocs {
			for _, m := range b.membres {
				if debut := l.cas.Arrets[m].Debut; debut > d && l.aldDe(m) != "" && (suivante < 0 || debut < l.cas.Arrets[suivante].Debut) {
					suivante = m
				}
			}
		}
	}
	if suivante < 0 {
		return ""
	}
	return l.aldDe(suivante)
}

// aldDe is the affection of a prescription: its own, or that of the decision
// that recognises it.
func (l *lecture) aldDe(x int) string {
	a := &l.cas.Arrets[x]
	if a.ALD != "" {
		return a.ALD
	}
	for _, e := range l.decisions {
		if e.Nature == droit.DecisionALD && e.Arret == a.ID {
			return e.Affection
		}
	}
	return ""
}

// stop is one stop for the counts over years: a chain, or a period paid before.
type stop struct{ du, au v.Jour }

// stopsPour lists the stops for an affection, before the case and in it, that
// begin on or before a day: each régime counts its own.
func (l *lecture) stopsPour(c *chaine, aff string, jusque v.Jour) []stop {
	var s []stop
	for _, p := range l.cas.Anterieures {
		if c.independant != l.aEteSalarie() && p.Risque == droit.Maladie && p.ALD == aff && p.Periode.Du <= jusque {
			s = append(s, stop{du: debutStop(&p), au: p.Periode.Au})
		}
	}
	for _, k := range l.chaines {
		if k.independant == c.independant && k.interruption <= jusque && l.porte(k, aff) {
			s = append(s, stop{du: k.interruption, au: l.finStop(k)})
		}
	}
	for i := range s { // by date, plainly
		for k := i; k > 0 && s[k].du < s[k-1].du; k-- {
			s[k], s[k-1] = s[k-1], s[k]
		}
	}
	return s
}

// porte tells whether a prescription of the stop, of whatever job it touches, is for
// the affection.
func (l *lecture) porte(c *chaine, aff string) bool {
	for _, k := range l.chaines {
		if k != c && (k.premier() != c.premier() || k.independant != c.independant) {
			continue
		}
		for _, b := range k.blocs {
			if slices.ContainsFunc(b.membres, func(i int) bool { return l.aldDe(i) == aff }) {
				return true
			}
		}
	}
	return false
}

// debutALD is the first day of the three years that run on day d: the first
// stop for the affection, or the first after a year of work (R.323-1 2° and 3°).
func (l *lecture) debutALD(c *chaine, aff string, d v.Jour) v.Jour {
	stops := l.stopsPour(c, aff, d)
	debut := stops[0].du
	fin := stops[0].au
	for _, s := range stops[1:] {
		if l.anDeTravail(fin+1, s.du) {
			debut = s.du
		}
		fin = max(fin, s.au)
	}
	return debut
}

// anDeTravail looks for a year of work, date to date, with no indemnified stop
// for anything, between two days, the second excluded (§14.8).
func (l *lecture) anDeTravail(du, avant v.Jour) bool {
	for {
		fin, prochain := v.Jour(0), avant // the next stop on the way
		for _, s := range l.stopsIndemnises() {
			if s.au >= du && s.du < prochain {
				prochain, fin = s.du, s.au
			}
		}
		if du.AjouterAnnees(1) <= prochain {
			return true
		}
		if fin == 0 || fin+1 >= avant {
			return false
		}
		du = fin + 1
	}
}

// stopsIndemnises lists the stops of which a day was paid, for whatever cause, by any régime.
func (l *lecture) stopsIndemnises() []stop {
	var s []stop
	for _, p := range l.cas.Anterieures {
		s = append(s, stop{du: debutStop(&p), au: p.Periode.Au})
	}
	for _, cg := range l.conges {
		paye := slices.ContainsFunc(l.lues, func(j jourAutre) bool { return j.cg == cg && j.Etat == "paye" })
		if paye {
			s = append(s, stop{du: cg.du, au: l.finConge(cg)})
		}
	}
	for _, c := range l.chaines {
		if c.indemnisee {
			s = append(s, stop{du: c.interruption, au: l.finStop(c)})
		}
	}
	return s
}

func (l *lecture) troisAnsPasses(c *chaine, aff string, d v.Jour) bool {
	return d >= l.debutALD(c, aff, d).AjouterAnnees(3)
}

// limite reads the counts of §5 and returns the one that is reached, or nothing.
func (l *lecture) limite(c *chaine, a *droit.Arret, d v.Jour) string {
	if l.retraite(d) && l.payesDepuisRetraite(c, d) >= maxIJRetraite {
		return "RETIREE_60"
	}
	if c.independant && liberale(&l.cas.Activites[c.ligne]) && l.payesChaine(c, d) >= maxIJLiberale {
		return "PL_87"
	}
	if aff := l.affection(c, d); aff != "" {
		annees := 3
		if a.TempsPartiel {
			annees = 4 // R.323-3 al. 2
		}
		if d < l.debutALD(c, aff, d).AjouterAnnees(annees) || l.compte(c, d, true) < maxIJ {
			return ""
		}
		return "ALD_3Y"
	}
	if l.compte(c, d, false) < maxIJ || a.TempsPartiel && l.anneeTPT(c, d) {
		return ""
	}
	return "MAX_360"
}

// compte counts the days paid in ]d − 3 years, d[ ; tous includes those of an
// ALD in its three years.
func (l *lecture) compte(c *chaine, d v.Jour, tous bool) int {
	depuis := d.AjouterAnnees(-3)
	n := 0
	for i := range l.payees {
		p := &l.payees[i]
		if p.le > depuis && p.le < d && p.independant == c.independant && (tous || p.affection == "" || p.secours) {
			n++
		}
	}
	return n
}

// anneeTPT: part-time days go on at most one year after the first day of the stop
// that the limit refuses, or would: a day that owes nothing for another reason, as
// one of carence, does not meet it.
func (l *lecture) anneeTPT(c *chaine, d v.Jour) bool {
	for i := range l.jours {
		j := &l.jours[i]
		k := l.chaineDe(j)
		if j.Date >= d || k.premier() != c.premier() || k.independant != c.independant {
			continue
		}
		paye := j.Etat == "paye" || j.Motif == "PERTE_INCONNUE"
		if j.Motif == "MAX_360" || paye && l.affection(k, j.Date) == "" && l.compte(c, j.Date, false) >= maxIJ {
			return d < j.Date.AjouterAnnees(1)
		}
	}
	return true
}

// retraite: both conditions of L.323-2 are met.
func (l *lecture) retraite(d v.Jour) bool { return l.retraiteDepuis() != 0 && d >= l.retraiteDepuis() }

func (l *lecture) retraiteDepuis() v.Jour {
	p := l.cas.Assure.PensionVieillesse
	if p == 0 || l.cas.Assure.Naissance == 0 {
		return 0
	}
	return max(p, atteintAgeLegal(l.cas.Assure.Naissance, p))
}

func (l *lecture) payesDepuisRetraite(c *chaine, d v.Jour) int {
	n := 0
	for i := range l.payees {
		if p := &l.payees[i]; p.le >= l.retraiteDepuis() && p.le < d && p.independant == c.independant {
			n++
		}
	}
	return n
}

// payesChaine counts the days paid in the chain before d.
func (l *lecture) payesChaine(c *chaine, d v.Jour) int {
	n := 0
	for i := range l.jours {
		if j := &l.jours[i]; j.Activite == c.ligne && j.Date >= c.interruption && j.Date < d && j.Etat == "paye" {
			n++
		}
	}
	return n
}
