package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// creditPatho counts what is left of the pathological rest of one pregnancy.
type creditPatho struct {
	independante bool
	reste        int
	apres        int // independents: days left after the birth
	blocs        int
	dansBloc     int
	parBloc      int // days of each block
	vu           v.Jour
}

func (l *lecture) nouveauCredit(n *droit.Naissance, independante bool) *creditPatho {
	c := &creditPatho{independante: independante, reste: joursPathologiques, apres: moitiePathoTNS}
	if independante {
		c.reste, c.parBloc = joursPathoTNS, joursPathoTNS
		if l.suitesPatho(n) > 1 {
			c.parBloc = moitiePathoTNS
		}
	}
	if n == nil || n.PrevueLe == 0 {
		return c
	}
	for _, p := range l.cas.Anterieures {
		if p.Risque == droit.Pathologique && p.Periode.Du >= n.PrevueLe.AjouterMois(-10) {
			c.reste -= p.Periode.Jours()
		}
	}
	return c
}

// suitesPatho counts the stretches in which the rest of one pregnancy is prescribed.
func (l *lecture) suitesPatho(n *droit.Naissance) int {
	var jours []v.Jour
	for i := range l.cas.Arrets {
		if a := &l.cas.Arrets[i]; a.Risque == droit.Pathologique && l.naissanceDe(a) == n && l.connu(a.RecuLe) && l.connu(a.ConnuLe) {
			for d := a.Debut; d <= a.Fin; d++ {
				jours = append(jours, d)
			}
		}
	}
	suites := 0
	slices.Sort(jours)
	for k, d := range jours {
		if k == 0 || d > jours[k-1]+1 {
			suites++
		}
	}
	return suites
}

// partagerPatho reads MAT-05 and MAT-06 (TNS-04 for independents): so many days
// are paid as maternity, in the order of the calendar; the others as maladie,
// without a carence when they follow the rest and work was not resumed.
func (l *lecture) partagerPatho(a *droit.Arret, n *droit.Naissance, c *creditPatho) []destin {
	r := l.reposDe(n, c.independante)
	couvert := func(d v.Jour) bool {
		return r != nil && r.contient(d) && slices.ContainsFunc(l.cas.Arrets, func(b droit.Arret) bool {
			return b.Risque == droit.Maternite && l.naissanceDe(&b) == n && b.Periode().Contient(d)
		})
	}
	destins, debut := make([]destin, 0, a.Fin-a.Debut+1), l.premierArrete(a)
	for d := a.Debut; d <= a.Fin; d++ {
		switch {
		case couvert(d), d < debut:
			destins = append(destins, destin{}) // the rest goes on (MAT-09), or is not begun
		case r != nil && !c.independante && d >= r.naissance && r.contient(d):
			destins = append(destins, destin{}) // the rest has to be declared
		case l.travailRepris(a, d): // works, and keeps her days
			suite := destin{}
			if k := len(destins); k > 0 {
				suite = destins[k-1]
			}
			destins = append(destins, suite)
		case (n == nil || !avantTerme(n) || n.AccouchementLe == 0 || d < n.AccouchementLe) && c.prend(d, r != nil && d >= r.naissance):
			destins = append(destins, destin{})
		default:
			apres := r != nil && d > r.fin()
			suite := apres && !c.independante && l.sansReprise(l.reposDeclare(n, r, a.Debut), a.Debut, false)
			destins = append(destins, destin{maladie: true, nature: droit.Initial, exonere: suite})
		}
	}
	return destins
}

// premierArrete is the first day that is not worked of an arrêt, on some line.
func (l *lecture) premierArrete(a *droit.Arret) v.Jour {
	debut := v.Jour(0)
	for i := range l.cas.Activites {
		if x := &l.cas.Activites[i]; concerne(a, x) {
			if d := dateInterruption(a, x, bloc{du: a.Debut, au: a.Fin}); debut == 0 || d < debut {
				debut = d
			}
		}
	}
	return debut
}

// travailRepris tells whether work was resumed on every line before a day of an arrêt.
func (l *lecture) travailRepris(a *droit.Arret, d v.Jour) bool {
	fin := v.Jour(0)
	for i := range l.cas.Activites {
		if concerne(a, &l.cas.Activites[i]) {
			fin = max(fin, l.finReelle(i, a))
		}
	}
	return fin != 0 && d > fin
}

// reposDeclare is the last day of rest, before a day, that an arrêt of maternity
// declares, none of the jobs gone back to; the end of the rest where none does.
func (l *lecture) reposDeclare(n *droit.Naissance, r *repos, avant v.Jour) v.Jour {
	for d := min(avant-1, r.fin()); d >= r.debut; d-- {
		declare, rentree := false, false
		for i := range l.cas.Arrets {
			if b := &l.cas.Arrets[i]; b.Risque == droit.Maternite && l.naissanceDe(b) == n && b.Periode().Contient(d) {
				declare, rentree = true, rentree || l.rentreUn(b, d)
			}
		}
		if r.contient(d) && declare && !rentree {
			return d
		}
	}
	return r.fin()
}

// rentreUn tells whether one at least of the works that an arrêt stops was gone back to by a day.
func (l *lecture) rentreUn(a *droit.Arret, d v.Jour) bool {
	for i := range l.cas.Activites {
		if concerne(a, &l.cas.Activites[i]) && d > l.finReelle(i, a) {
			return true
		}
	}
	return false
}

// prend takes one day of the credit, when there is one for it.
func (c *creditPatho) prend(d v.Jour, apresNaissance bool) bool {
	nouveau := d != c.vu+1
	if c.vu = d; nouveau {
		c.blocs, c.dansBloc = c.blocs+1, 0
	}
	if c.reste <= 0 {
		return false
	}
	if !c.independante {
		if apresNaissance {
			return false
		}
		c.reste--
		return true
	}
	if c.blocs > 2 || c.dansBloc == c.parBloc {
		return false
	}
	if apresNaissance && c.apres == 0 {
		return false
	}
	if apresNaissance {
		c.apres--
	}
	c.reste, c.dansBloc = c.reste-1, c.dansBloc+1
	return true
}

// jourPathologique: the days that are beyond the credit have gone to maladie.
// What lies inside a rest that no arrêt declares is not paid under this name.
func (l *lecture) jourPathologique(cg *conge, d v.Jour) (etat, motif string) {
	r := l.reposDe(l.naissanceDe(&l.cas.Arrets[cg.premier()]), cg.regimes[0].independant)
	if r != nil && !cg.regimes[0].independant && d >= r.naissance && r.contient(d) {
		return "refuse", "REPOS"
	}
	return "paye", "PAY"
}

// dansCongeDeclare tells whether an arrêt of maternity covers a day of the rest.
func (l *lecture) dansCongeDeclare(cg *conge, d v.Jour) bool {
	independant := cg.regimes[0].independant
	r := l.reposDe(l.naissanceDe(&l.cas.Arrets[cg.premier()]), independant)
	return r != nil && r.contient(d) && slices.ContainsFunc(l.conges, func(k *conge) bool {
		return k.risque == droit.Maternite && k.fait == cg.fait && d >= k.du && d <= k.au &&
			slices.ContainsFunc(k.regimes, func(rg *regime) bool { return rg.independant == independant })
	})
}
