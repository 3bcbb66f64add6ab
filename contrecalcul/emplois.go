package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// personnel tells the leaves that belong to the person, whatever employer was asked for them:
// one allowance, on all the wages.
func personnel(r droit.Risque) bool { return exclusif(r) || r == droit.DeuilEnfant }

// exclusif tells those that ask that all salaried work ceases while they are compensated: of
// birth and adoption (L.331-3, L.331-7, L.331-8, L.331-8-1). L.331-9 does not ask it.
func exclusif(r droit.Risque) bool {
	switch r {
	case droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge:
		return true
	}
	return false
}

// rassemblerEmplois reads as one the leaves that several employers were asked for: its times
// are those on which the same jobs are left, and those on which another one goes on, or was gone
// back to, are set apart. What stops all the jobs there are is left as it is.
func (l *lecture) rassemblerEmplois() {
	var faits []*conge
	for _, cg := range l.conges {
		if personnel(cg.risque) && !slices.ContainsFunc(faits, func(k *conge) bool { return k.risque == cg.risque && k.fait == cg.fait }) {
			faits = append(faits, cg)
		}
	}
	for _, un := range faits {
		var demandes []int
		for _, cg := range l.memeFait(un) {
			if slices.ContainsFunc(cg.regimes, func(rg *regime) bool { return !rg.independant }) {
				demandes = append(demandes, cg.membres...)
			}
		}
		if !slices.ContainsFunc(demandes, func(m int) bool { return l.sansEmploi(&l.cas.Arrets[m]) }) && slices.ContainsFunc(demandes, l.partielle) {
			l.decouperEmplois(un, demandes)
		}
	}
}

// partielle tells a request that is silent of a job on some of its days, or some of whose jobs
// were gone back to.
func (l *lecture) partielle(m int) bool {
	a := &l.cas.Arrets[m]
	lignes := l.lignesDeLArret(m, a.Debut)
	for d := a.Debut; d <= a.Fin; d++ {
		if slices.ContainsFunc(l.enCours(d), func(k int) bool { return !slices.Contains(lignes, k) }) {
			return true
		}
		if len(lignes) > 1 && slices.ContainsFunc(lignes, func(k int) bool { return l.rentre(m, k, d) }) {
			return true
		}
	}
	return false
}

// rentre tells whether a job was gone back to by a day, since a request for it began.
func (l *lecture) rentre(m, k int, d v.Jour) bool {
	a := &l.cas.Arrets[m]
	return l.repris(k, &bloc{du: a.Debut, au: a.Fin, membres: []int{m}, tete: m}, d)
}

// enCours lists the jobs that run on a day.
func (l *lecture) enCours(d v.Jour) []int {
	var ks []int
	for k := range l.cas.Activites {
		if s := &l.cas.Activites[k]; s.Nature == droit.Salarie && court(s, d) {
			ks = append(ks, k)
		}
	}
	return ks
}

// decouperEmplois makes the times of a leave afresh, day by day.
func (l *lecture) decouperEmplois(un *conge, demandes []int) {
	var autres []*conge
	for _, cg := range l.conges {
		if cg.risque == un.risque && cg.fait == un.fait {
			cg.regimes = slices.DeleteFunc(cg.regimes, func(rg *regime) bool { return !rg.independant })
		}
		if len(cg.regimes) > 0 {
			autres = append(autres, cg)
		}
	}
	du, au := v.Jour(1<<30), v.Jour(0)
	for _, m := range demandes {
		du, au = min(du, l.cas.Arrets[m].Debut), max(au, l.cas.Arrets[m].Fin)
	}
	var temps []*conge
	for d := du; d <= au; d++ {
		for _, jour := range l.jourParEmploi(un, demandes, d) {
			k := slices.IndexFunc(temps, func(t *conge) bool {
				return t.au == d-1 && t.ailleurs == jour.ailleurs && t.rentre == jour.rentre && slices.Equal(t.regimes[0].lignes, jour.regimes[0].lignes)
			})
			if k < 0 {
				temps = append(temps, jour)
				continue
			}
			temps[k].au = d
			for _, m := range jour.membres {
				if !slices.Contains(temps[k].membres, m) {
					temps[k].membres = append(temps[k].membres, m)
				}
			}
		}
	}
	for _, t := range temps {
		t.regimes[0].c.blocs[0].au = t.au
		t.demande = l.demandeAutour(demandes, t.du)
	}
	l.conges = append(autres, temps...)
	slices.SortStableFunc(l.conges, func(a, b *conge) int { return int(a.du - b.du) })
}

// jourParEmploi tells one day of a leave: of the jobs that are left, or that were gone back to.
// One of them gone back to is work, where the law asks that all of it ceases.
func (l *lecture) jourParEmploi(un *conge, demandes []int, d v.Jour) []*conge {
	var membres, lignes, laissees, rentrees []int
	libre := d // once none of the jobs is worked any more
	for _, m := range demandes {
		a := &l.cas.Arrets[m]
		if d < a.Debut || d > a.Fin {
			continue
		}
		membres, libre = append(membres, m), max(libre, a.DernierJourTravaille+1)
		for _, k := range l.lignesDeLArret(m, a.Debut) {
			if l.cas.Activites[k].Nature == droit.Independant {
				continue
			}
			if rentre := l.rentre(m, k, d) && !l.dansReliquat(un, &regime{}, k, d); !rentre && !slices.Contains(laissees, k) {
				laissees = append(laissees, k)
			}
			if !slices.Contains(lignes, k) {
				lignes = append(lignes, k)
			}
		}
	}
	for _, k := range lignes {
		if !slices.Contains(laissees, k) { // no request was made since
			rentrees = append(rentrees, k)
		}
	}
	slices.Sort(lignes)
	ailleurs := false
	if exclusif(un.risque) {
		ailleurs = slices.ContainsFunc(l.enCours(d), func(k int) bool { return !slices.Contains(lignes, k) && !l.cesseLe(k, d) })
		if laissees = lignes; len(rentrees) > 0 {
			laissees, rentrees = nil, lignes
		}
	}
	var jours []*conge
	for i, ks := range [][]int{laissees, rentrees} {
		if slices.Sort(ks); len(ks) > 0 {
			b := bloc{du: d, au: d, membres: membres, tete: membres[0]}
			rg := &regime{lignes: ks, c: &chaine{ligne: ks[0], jointes: ks, blocs: []bloc{b}, interruption: libre}}
			jours = append(jours, &conge{risque: un.risque, fait: un.fait, membres: slices.Clone(membres), du: d, au: d, ailleurs: ailleurs, rentre: i == 1, regimes: []*regime{rg}})
		}
	}
	return jours
}

// demandeAutour is the stretch of days around one, each of which some request asks for together
// with the day after it.
func (l *lecture) demandeAutour(demandes []int, d v.Jour) v.Periode {
	ensemble := func(x v.Jour) bool { // x and the day after
		return slices.ContainsFunc(demandes, func(m int) bool { return l.cas.Arrets[m].Debut <= x && x < l.cas.Arrets[m].Fin })
	}
	p := v.P(d, d)
	for ensemble(p.Du - 1) {
		p.Du--
	}
	for ensemble(p.Au) {
		p.Au++
	}
	return p
}

// etendue is the stretch that was asked for, of which a time of a leave is all or a part.
func (cg *conge) etendue() v.Periode {
	if cg.demande.Du != 0 {
		return cg.demande
	}
	return v.P(cg.du, cg.au)
}

// cesseLe tells whether the work of a job had ceased on a day for another reason: an arrêt
// that is whole, or an absence.
func (l *lecture) cesseLe(k int, d v.Jour) bool {
	s := &l.cas.Activites[k]
	if slices.ContainsFunc(s.Absences, func(x droit.Absence) bool { return x.Periode.Contient(d) }) {
		return true
	}
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		if !a.TempsPartiel && a.Debut != 0 && concerne(a, s) && l.premierChome(a) <= d && d <= l.finReelle(k, a) {
			return true
		}
	}
	return false
}

// tempsPris lists the times of a leave that are counted: those that touch are one.
func (l *lecture) tempsPris(cg *conge, independant bool) []*conge {
	var pris []*conge
	for _, k := range l.tempsDe(cg, independant) {
		n := len(pris)
		if n == 0 || len(k.regimes[0].c.jointes) == 0 || pris[n-1].au != k.du-1 {
			pris = append(pris, k)
			continue
		}
		un := *pris[n-1]
		un.au, un.membres = k.au, slices.Concat(un.membres, k.membres)
		pris[n-1] = &un
	}
	return pris
}

// ditAgent is what an agent decided of one day of a leave, of whatever request it is told by.
func (l *lecture) ditAgent(cg *conge, x int, d v.Jour) string {
	if mot := l.forcerJour(x, d); mot != "" || !personnel(cg.risque) {
		return mot
	}
	for _, m := range cg.membres {
		if mot := l.forcerJour(m, d); mot != "" {
			return mot
		}
	}
	return ""
}
