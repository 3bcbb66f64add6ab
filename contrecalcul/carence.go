package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// carenceDue gives the days of carence of a chain: three, or none in the cases
// of MAL-CAR-02.
func (l *lecture) carenceDue(c *chaine) int {
	a := &l.cas.Arrets[c.premier()]
	le := prescritLe(a)
	switch a.ExonereCarence {
	case droit.ExoTerrorisme:
		return 0
	case droit.ExoFausseCouche:
		if le >= fausseCoucheDepuis {
			return 0
		}
	case droit.ExoIMG:
		if le >= imgDepuis {
			return 0
		}
	case droit.ExoDecesEnfant:
		if l.premierApresDeces(c, a) {
			return 0
		}
	case droit.ExoCovid:
		if c.interruption <= finCovid {
			return 0
		}
	}
	if a.TempsPartiel || l.memeAccident(c, a) || l.accidentConsolide(c) != 0 || l.suiteSansCarence(c) {
		return 0
	}
	for _, k := range l.chaines { // what one of the jobs is stopped for, the stop is for
		if k.premier() != c.premier() || k.independant != c.independant {
			continue
		}
		if aff := l.affection(k, k.interruption); aff != "" {
			if ancre := l.ancre(c, aff); ancre != 0 && c.interruption < ancre.AjouterAnnees(3) {
				return 0
			}
		}
	}
	return joursCarence
}

// premierApresDeces: the first stop within thirteen weeks of the death of a
// child (L.323-1-1). A death that the case does not describe is taken as said.
func (l *lecture) premierApresDeces(c *chaine, a *droit.Arret) bool {
	for i := range l.cas.Deces {
		m := &l.cas.Deces[i]
		if m.ID != a.Deces || m.Le == 0 {
			continue
		}
		if m.Le < decesEnfantDepuis || c.interruption < m.Le || c.interruption >= m.Le+13*7 || m.NeLe != 0 && m.Le >= m.NeLe.AjouterAnnees(25) {
			return false
		}
	}
	for _, k := range l.chaines {
		avant := &l.cas.Arrets[k.premier()]
		if k.premier() != c.premier() && k.interruption < c.interruption && avant.ExonereCarence == droit.ExoDecesEnfant && avant.Deces == a.Deces {
			return false
		}
	}
	return true
}

// ancre is the last stop for the affection, begun before, that bore a carence (§14.1): a
// day of it, a suspended day that consumed it (§14.2), or one that an agent had paid in its place.
func (l *lecture) ancre(c *chaine, aff string) v.Jour {
	var ancre v.Jour
	for _, p := range l.anterieuresPour(c, aff) {
		// Whether it bore a carence may not be known: the first one did, and the
		// next ones three years after it.
		if du := debutStop(&p); p.Carence.Ou(ancre == 0 || du >= ancre.AjouterAnnees(3)) {
			ancre = max(ancre, du)
		}
	}
	for i := range l.jours {
		j := &l.jours[i]
		if j.Date > c.interruption || j.Etat != "carence" && j.Etat != "suspendu" && j.Etat != "paye" {
			continue
		}
		k := l.chaineDe(j)
		if k.interruption >= c.interruption || k.carence == 0 || k.independant != c.independant || !l.porte(k, aff) {
			continue
		}
		if j.Etat != "paye" || !l.enTempsPartiel(k, j.Date) && l.resteCarence(k, j.Date) {
			ancre = max(ancre, k.interruption)
		}
	}
	return ancre
}

// anterieuresPour lists the stops for an affection paid before the case by the
// régime of the chain, in order.
func (l *lecture) anterieuresPour(c *chaine, aff string) []droit.IndemniteAnterieure {
	if c.independant == l.aEteSalarie() {
		return nil
	}
	ps := slices.DeleteFunc(slices.Clone(l.cas.Anterieures), func(p droit.IndemniteAnterieure) bool {
		return p.Risque != droit.Maladie || p.ALD != aff || p.Periode.Du >= c.interruption
	})
	slices.SortStableFunc(ps, func(p, q droit.IndemniteAnterieure) int { return int(p.Periode.Du - q.Periode.Du) })
	return ps
}

// memeAccident reads D.622-5: an artisan or a shopkeeper bears the carence only
// on the first stop due to one accident.
func (l *lecture) memeAccident(c *chaine, a *droit.Arret) bool {
	if !c.independant || a.Sinistre == "" || liberale(&l.cas.Activites[c.ligne]) {
		return false
	}
	return slices.ContainsFunc(l.arrets, func(i int) bool { return l.cas.Arrets[i].Sinistre == a.Sinistre && l.cas.Arrets[i].Debut < a.Debut })
}

// debutStop is the first day of a stop paid before the case: what is paid begins
// after the carence, when there was one.
func debutStop(p *droit.IndemniteAnterieure) v.Jour {
	if p.Carence.Ou(false) {
		return p.Periode.Du - joursCarence
	}
	return p.Periode.Du
}

// accidentConsolide reads L.371-3 al. 2: the day of the accident at work whose
// healing or consolidation the stop follows at once, when that stop had already
// lasted the carence; or nothing.
func (l *lecture) accidentConsolide(c *chaine) v.Jour {
	if c.independant {
		return 0
	}
	for _, e := range l.decisions {
		fini := e.Nature == droit.Consolidation || e.Nature == droit.Guerison
		if !fini || e.Le != c.interruption && e.Le+1 != c.interruption {
			continue
		}
		for _, s := range l.cas.Sinistres {
			if le := dateSinistre(&s); s.ID == l.accidentDit(e) && le != 0 && l.joursArretes(&s, c.interruption) > joursCarence {
				return le
			}
		}
		if n, du := l.joursSansNom(e, c.interruption); l.accidentDit(e) == "" && n > joursCarence {
			return du // nothing names the accident: its stop speaks
		}
	}
	return 0
}

// joursSansNom counts the days of the stop that a decision ends, of an accident that nobody
// named, before a day, and gives the first of them.
func (l *lecture) joursSansNom(e *droit.Decision, avant v.Jour) (n int, du v.Jour) {
	du = avant
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		if l.eteints[i] || !atmp(a.Risque) || a.Sinistre != "" || a.Debut >= avant || !slices.Contains(l.guerisons(a), e.Le) {
			continue
		}
		n += int(min(a.Fin, avant-1)-a.Debut) + 1
		du = min(du, a.Debut)
	}
	return n, du
}

// joursArretes counts the days of stop known for an accident, before a day.
func (l *lecture) joursArretes(s *droit.Sinistre, avant v.Jour) int {
	n := s.JoursIndemnises
	for i, a := range l.cas.Arrets {
		coupe := l.eteints[i] // its pieces are in the list too
		for d := a.Debut; !coupe && a.Sinistre == s.ID && a.Risque == s.Risque && d <= a.Fin && d < avant; d++ {
			n++
		}
	}
	for _, p := range l.cas.Anterieures {
		if p.Sinistre == s.ID {
			n += p.Periode.Jours()
		}
	}
	return n
}
