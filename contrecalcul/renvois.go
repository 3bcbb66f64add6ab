package contrecalcul

import (
	"cmp"
	"fmt"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// autres holds what the reading of the benefits other than maladie needs.
type autres struct {
	origines []int // for each arrêt of the case being read, the one of the case given
	eteints  map[int]bool
	exoneres map[int]bool // days handed over to maladie without a carence
	conges   []*conge
	lues     []jourAutre
	prochain v.Jour // first day not read yet
}

// preparer rewrites the case: each leave gets its dates, and each arrêt is cut
// into what stays under its benefit and what maladie pays instead. The pieces
// keep the id of their arrêt; the arrêts that were cut are put out.
func (l *lecture) preparer() error {
	cas := *l.cas
	cas.Arrets = slices.Clone(cas.Arrets)
	l.cas = &cas
	l.eteints, l.exoneres = map[int]bool{}, map[int]bool{}
	for i := range cas.Arrets {
		l.origines = append(l.origines, i)
	}
	l.demanderInaptitudes()
	for i := range l.origines {
		l.separer(i)
	}
	// The supplementary leave comes last: it has its first day from the one that it follows.
	for k := range 2 * len(l.origines) {
		i := k % len(l.origines)
		if suit := k >= len(l.origines); l.autreConnu(i) && suit == (l.cas.Arrets[i].Risque == droit.NaissanceConge) {
			sansDates := l.cas.Arrets[i].Debut == 0 || l.cas.Arrets[i].Fin == 0
			l.dater(i)
			if a := &l.cas.Arrets[i]; sansDates && datable(a.Risque) && (a.Debut == 0 || a.Fin < a.Debut) {
				l.eteints[i] = true // nothing gives it days
				continue
			}
			if a := &l.cas.Arrets[i]; a.Debut == 0 || a.Fin < a.Debut {
				return fmt.Errorf("l'arrêt %s n'a pas de dates", a.ID)
			}
		}
	}
	var ordre []int
	for i := range l.cas.Arrets {
		if l.autreConnu(i) {
			ordre = append(ordre, i)
		}
	}
	slices.SortStableFunc(ordre, func(i, j int) int { return cmp.Compare(l.cas.Arrets[i].Debut, l.cas.Arrets[j].Debut) })
	credits := map[cleCredit]*creditPatho{}
	for _, i := range ordre {
		if l.cas.Arrets[i].Risque != droit.Pathologique {
			l.decouper(i, l.partager(i))
			continue
		}
		for _, k := range l.parRegime(i, l.cas.Arrets[i].Debut) {
			a := &l.cas.Arrets[k]
			n := l.naissanceDe(a)
			cle := cleCredit{n, l.sansEmploi(a)}
			if credits[cle] == nil {
				credits[cle] = l.nouveauCredit(n, cle.independante)
			}
			l.decouper(k, l.partagerPatho(a, n, credits[cle]))
		}
	}
	return nil
}

// separer makes two of a leave without dates that stops a job and an independent
// activity, where each régime has its own days.
func (l *lecture) separer(i int) {
	a := &l.cas.Arrets[i]
	if !l.autreConnu(i) || a.Debut != 0 || a.Fin != 0 {
		return
	}
	switch n, ad := l.naissanceDe(a), l.adoptionDe(a); {
	case a.Risque == droit.Maternite && n != nil && n.AccouchementLe != 0:
		if r := l.reposTheorique(n, false); r != nil && !slices.Equal(r.jours, l.reposTheorique(n, true).jours) {
			l.parRegime(i, r.debut)
		}
	case a.Risque == droit.Paternite && n != nil && n.AccouchementLe != 0:
		l.parRegime(i, n.AccouchementLe)
	case a.Risque == droit.AdoptionConge && ad != nil && ad.ArriveeLe != 0:
		l.parRegime(i, ad.ArriveeLe)
	}
}

// autreConnu tells an arrêt of another benefit that is known on the day of the case.
func (l *lecture) autreConnu(i int) bool {
	a := &l.cas.Arrets[i]
	return a.Risque != droit.Maladie && !l.eteints[i] && l.connu(a.RecuLe) && l.connu(a.ConnuLe)
}

// datable lists the leaves whose days may follow from what they are for.
func datable(r droit.Risque) bool {
	switch r {
	case droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant:
		return true
	}
	return false
}

// dater gives its days to a leave that has none: they follow from the birth, the
// adoption or the death.
func (l *lecture) dater(i int) {
	a := &l.cas.Arrets[i]
	p := v.Periode{}
	n := l.naissanceDe(a)
	switch a.Risque {
	case droit.Maternite:
		r := l.reposTheorique(n, l.sansEmploi(a))
		if r == nil {
			return
		}
		if p = v.P(r.debut, r.fin()); r.annule && a.Debut > r.debut && !l.autreAvant(i) {
			l.avancer(a, r.debut)
		}
		if avantTerme(n) && len(r.jours) == 2 {
			p.Au = r.debut + v.Jour(r.jours[0].Jours()+r.jours[1].Jours()) - 1 // nothing is put off
		} else if a.Debut == 0 && a.Fin == 0 && len(r.jours) == 2 && len(l.lignesDeLArret(i, r.debut)) > 0 {
			suite := *a
			suite.Debut, suite.Fin = r.jours[1].Du, r.jours[1].Au
			l.cas.Arrets = append(l.cas.Arrets, suite)
			l.origines = append(l.origines, i)
			a = &l.cas.Arrets[i]
			p = v.P(r.jours[0].Du, r.jours[1].Du-1) // she works until the child comes home
		}
	case droit.Paternite:
		if n != nil && n.AccouchementLe != 0 {
			p = l.paterniteEntiere(a, n)
		}
	case droit.AdoptionConge:
		if ad := l.adoptionDe(a); ad != nil {
			du := ad.ArriveeLe
			if a.Debut != 0 {
				du = a.Debut
			}
			p = v.P(du, du+v.Jour(joursAdoptionRestants(ad, l.sansEmploi(a)))-1)
		}
	case droit.DeuilEnfant:
		if m := l.decesDe(a); m != nil {
			jours := v.Jour(joursDeuil)
			if !slices.ContainsFunc(l.cas.Activites, func(s droit.Activite) bool { return concerne(a, &s) && court(&s, m.Le+1) }) {
				jours = joursDeuilLong
			}
			p = v.P(m.Le+1, m.Le+jours)
		}
	case droit.NaissanceConge:
		du := a.Debut
		for k := range l.cas.Arrets {
			b := &l.cas.Arrets[k]
			if precede := b.Risque == droit.Maternite || b.Risque == droit.Paternite || b.Risque == droit.AdoptionConge; precede && a.Debut == 0 && !l.eteints[k] && l.faitDe(b) == l.faitDe(a) {
				du = max(du, b.Fin+1)
			}
		}
		if du != 0 {
			p = v.P(du, du.AjouterMois(1)-1)
		}
	}
	if a.Debut == 0 {
		a.Debut = p.Du
	}
	if a.Fin == 0 {
		a.Fin = p.Au
	}
}

// avancer brings forward the stretches of a maternity leave that begin on the day of one, of
// whatever employer they were asked.
func (l *lecture) avancer(a *droit.Arret, debut v.Jour) {
	demande := a.Debut
	for k := range l.cas.Arrets {
		b := &l.cas.Arrets[k]
		if b.Risque == droit.Maternite && l.naissanceDe(b) == l.naissanceDe(a) && b.Debut == demande && l.sansEmploi(b) == l.sansEmploi(a) {
			b.Debut = debut
		}
	}
}

// autreAvant tells whether another stretch of the same maternity leave begins earlier.
func (l *lecture) autreAvant(i int) bool {
	a := &l.cas.Arrets[i]
	for k := range l.cas.Arrets {
		b := &l.cas.Arrets[k]
		if k != i && b.Risque == droit.Maternite && l.naissanceDe(b) == l.naissanceDe(a) && b.Debut != 0 && b.Debut < a.Debut {
			return true
		}
	}
	return false
}

// destin says under what one day of an arrêt is read.
type destin struct {
	maladie bool
	exonere bool // without a carence
	nature  droit.NatureArret
}

// decouper replaces an arrêt by runs of days of one fate.
func (l *lecture) decouper(i int, destins []destin) {
	if destins == nil {
		return
	}
	a := l.cas.Arrets[i]
	l.eteints[i] = true
	for k := 0; k < len(destins); {
		n := k + 1
		for n < len(destins) && destins[n] == destins[k] {
			n++
		}
		morceau := a
		morceau.Debut, morceau.Fin = a.Debut+v.Jour(k), a.Debut+v.Jour(n-1)
		if destins[k].maladie {
			morceau.Risque, morceau.Nature = droit.Maladie, destins[k].nature
		}
		x := len(l.cas.Arrets)
		l.cas.Arrets = append(l.cas.Arrets, morceau)
		l.origines = append(l.origines, l.origines[i])
		l.exoneres[x] = destins[k].exonere
		k = n
	}
}

// partager gives the fate of each day of an arrêt, or nil when all of them stay
// under its benefit.
func (l *lecture) partager(i int) []destin {
	a := &l.cas.Arrets[i]
	switch a.Risque {
	case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro:
		return l.partagerAccident(i)
	}
	return nil
}

// cleCredit: each régime has its own days for one pregnancy.
type cleCredit struct {
	n            *droit.Naissance
	independante bool
}

// sansEmploi tells an arrêt that stops no job.
func (l *lecture) sansEmploi(a *droit.Arret) bool {
	for k := range l.cas.Activites {
		if s := &l.cas.Activites[k]; s.Nature == droit.Salarie && concerne(a, s) {
			return false
		}
	}
	return true
}

// parRegime replaces an arrêt that stops jobs and independent work by two, one
// for each régime; it returns the arrêts to read.
func (l *lecture) parRegime(i int, le v.Jour) []int {
	var noms [2][]string
	for _, k := range l.lignesDeLArret(i, le) {
		r := 0
		if l.cas.Activites[k].Nature == droit.Independant {
			r = 1
		}
		noms[r] = append(noms[r], l.cas.Activites[k].ID)
	}
	if noms[0] == nil || noms[1] == nil {
		return []int{i}
	}
	l.eteints[i] = true
	var deux []int
	for _, n := range noms {
		a := l.cas.Arrets[i]
		a.Activites = n
		deux = append(deux, len(l.cas.Arrets))
		l.cas.Arrets = append(l.cas.Arrets, a)
		l.origines = append(l.origines, l.origines[i])
	}
	return deux
}

func tous(a *droit.Arret, s destin) []destin {
	r := make([]destin, a.Fin-a.Debut+1)
	for k := range r {
		r[k] = s
	}
	return r
}
