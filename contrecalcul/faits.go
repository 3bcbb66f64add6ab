package contrecalcul

import (
	"cmp"
	"fmt"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// lecture is the reading of one case: the facts that are known, the chains, and
// the days already read, in order.
type lecture struct {
	cas       *droit.Cas
	arrets    []int // known arrêts of maladie, by start
	chaines   []*chaine
	jours     []Jour
	etape     etape
	supposes  []v.Centimes // what each day owes, were every employer that keeps a wage paid
	bases     []Base
	payees    []payee
	raconter  bool
	notes     []string
	decisions []*droit.Decision
	autres    // the benefits other than maladie
}

// payee is one day for which an IJ was paid, in the case or before it.
type payee struct {
	le          v.Jour
	affection   string // empty: not under an ALD
	secours     bool   // paid under 360 although the three years of the ALD are over
	independant bool
}

func (l *lecture) noter(format string, args ...any) {
	if l.raconter {
		l.notes = append(l.notes, fmt.Sprintf(format, args...))
	}
}

// connu tells whether a fact dated that day is known; an undated one is.
func (l *lecture) connu(d v.Jour) bool {
	return l.cas.ConnuAu == 0 || d <= l.cas.ConnuAu
}

// lireFaits keeps the arrêts of maladie and the decisions that are known on the
// day of the case; what was prescribed for after the death is without object.
func (l *lecture) lireFaits() error {
	l.lirePaies()
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		if a.Risque != droit.Maladie || !l.connu(a.RecuLe) || !l.connu(a.ConnuLe) {
			continue
		}
		if mort := l.cas.Assure.DecesLe; mort != 0 && a.Debut > mort {
			continue
		}
		if a.Debut == 0 || a.Fin < a.Debut {
			return fmt.Errorf("l'arrêt %s n'a pas de dates", a.ID)
		}
		l.arrets = append(l.arrets, i)
	}
	slices.SortStableFunc(l.arrets, func(i, j int) int { return cmp.Compare(l.cas.Arrets[i].Debut, l.cas.Arrets[j].Debut) })
	return nil
}

// lireDecisions keeps the decisions that are known on the day of the case. Where
// two of the same day contradict each other the order in which they are written
// decides nothing: the one that lasts longer, then the greater word, is the last.
func (l *lecture) lireDecisions() {
	for i := range l.cas.Decisions {
		if d := &l.cas.Decisions[i]; l.connu(d.Le) {
			l.decisions = append(l.decisions, d)
		}
	}
	slices.SortStableFunc(l.decisions, func(a, b *droit.Decision) int {
		return cmp.Or(cmp.Compare(a.Le, b.Le), cmp.Compare(a.Au, b.Au), cmp.Compare(a.Valeur, b.Valeur))
	})
}

// lirePaies leaves out the pays and bonuses made after the day of the case.
func (l *lecture) lirePaies() {
	cas := *l.cas
	cas.Activites = slices.Clone(cas.Activites)
	for i := range cas.Activites {
		a := &cas.Activites[i]
		a.Salaires = slices.DeleteFunc(slices.Clone(a.Salaires), func(s droit.Salaire) bool { return !l.connu(s.VerseLe) })
		a.Primes = slices.DeleteFunc(slices.Clone(a.Primes), func(p droit.Prime) bool { return !l.connu(p.VerseLe) })
	}
	l.cas = &cas
}

// lireAnterieures lists the days paid before the case, each once: of two periods
// that overlap, the one that began first paid the days in common.
func (l *lecture) lireAnterieures() {
	salarie, vus := l.aEteSalarie(), map[v.Jour]bool{}
	periodes := slices.Clone(l.cas.Anterieures)
	slices.SortStableFunc(periodes, func(p, q droit.IndemniteAnterieure) int {
		return cmp.Or(cmp.Compare(p.Periode.Du, q.Periode.Du), cmp.Compare(p.Periode.Au, q.Periode.Au), cmp.Compare(p.ALD, q.ALD))
	})
	for _, p := range periodes {
		for d := p.Periode.Du; d <= p.Periode.Au && p.Risque == droit.Maladie; d++ {
			if !vus[d] {
				vus[d] = true
				l.payees = append(l.payees, payee{le: d, affection: p.ALD, independant: !salarie})
			}
		}
	}
}

// aEteSalarie: what was paid before the case was so to an employee, unless the
// person has never been one.
func (l *lecture) aEteSalarie() bool {
	return slices.ContainsFunc(l.cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.Salarie })
}

// court tells whether an activity is running that day.
func court(a *droit.Activite, d v.Jour) bool {
	return a.Debut <= d && (a.Fin == 0 || a.Fin >= d)
}

// prevaut tells which of two prescriptions for one day is followed: the latest
// prescribed, then the latest sent, then the greater hash (§14.19) or, for what has
// none, the greater name.
func (l *lecture) prevaut(i, j int) bool {
	a, b := &l.cas.Arrets[i], &l.cas.Arrets[j]
	switch {
	case a.PrescritLe != b.PrescritLe:
		return a.PrescritLe > b.PrescritLe
	case a.EnvoyeLe != b.EnvoyeLe:
		return a.EnvoyeLe > b.EnvoyeLe
	}
	return cmp.Or(cmp.Compare(a.Empreinte, b.Empreinte), cmp.Compare(a.ID, b.ID)) > 0
}

// concerne tells whether a prescription may stop the work of a line.
func concerne(a *droit.Arret, ligne *droit.Activite) bool {
	return a.Activites == nil || slices.Contains(a.Activites, ligne.ID)
}

// suivie returns the prescription followed on day d among those given, or -1.
func (l *lecture) suivie(membres []int, d v.Jour) int {
	s := -1
	for _, i := range membres {
		a := &l.cas.Arrets[i]
		if a.Debut <= d && d <= a.Fin && (s < 0 || l.prevaut(i, s)) {
			s = i
		}
	}
	return s
}
