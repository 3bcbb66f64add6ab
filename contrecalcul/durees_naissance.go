package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// repos is the legal rest about one birth: its stretches, and where they come from.
type repos struct {
	jours     []v.Periode
	debut     v.Jour // first day, as it is: moved by a birth or by a report that was cancelled
	naissance v.Jour // the birth, or its presumed date
	annule    bool   // a prescription cancelled the report
	pere      bool   // what remains of it after the mother's death (L.331-6)
}

func (r *repos) fin() v.Jour { return r.jours[len(r.jours)-1].Au }

func (r *repos) contient(d v.Jour) bool {
	return slices.ContainsFunc(r.jours, func(p v.Periode) bool { return p.Contient(d) })
}

// semaines gives the weeks of rest before and after the birth, and how many may
// be taken earlier (L.331-3, L.331-4).
func semaines(n *droit.Naissance) (avant, apres, anticipables int) {
	switch {
	case n.Enfants >= 3:
		return 24, 22, 0
	case n.Enfants == 2:
		return 12, 22, 4
	case n.Rang >= 3:
		return 8, 18, 2
	}
	return 6, 10, 0
}

// avantTerme: a pregnancy that ends before 22 weeks gives no rest (FAM-08).
func avantTerme(n *droit.Naissance) bool {
	return n != nil && n.AccouchementLe != 0 && n.SemainesAmenorrhee.Ou(22) < 22
}

// reposDe reads MAT-02 to MAT-04, MAT-07 and MAT-08 for one birth and one régime. It
// returns nil where there is no rest, or no date.
func (l *lecture) reposDe(n *droit.Naissance, independant bool) *repos {
	if n == nil || avantTerme(n) {
		return nil
	}
	return l.reposTheorique(n, independant)
}

// reposTheorique gives the same dates, whether or not the child was viable.
func (l *lecture) reposTheorique(n *droit.Naissance, independant bool) *repos {
	if n == nil || n.PrevueLe == 0 && n.AccouchementLe == 0 {
		return nil
	}
	prevue, nee := n.PrevueLe, n.AccouchementLe
	if prevue == 0 {
		prevue = nee
	}
	semainesAvant, semainesApres, anticipables := semaines(n)
	avant, apres := v.Jour(7*semainesAvant), v.Jour(7*semainesApres)
	report, annuleLe := v.Jour(7*min(n.SemainesReportees, 3)), v.Jour(0)
	if l.sousDES(n) {
		report = 0 // DES-01
	}
	r := &repos{naissance: prevue}
	if nee != 0 {
		r.naissance = nee
	}
	pere := n.DecesMereLe != 0 && l.cas.Assure.DecesLe != n.DecesMereLe
	if report > 0 && !pere { // what is prescribed to him cuts nothing of hers
		naturel := prevue - avant
		if d := l.annuleReport(naturel, naturel+report-1); d != 0 {
			report, annuleLe = d-naturel, d // the weeks already worked stay after the birth
		}
	}
	anticipation := v.Jour(7 * min(n.SemainesAnticipees, anticipables))
	avant, apres = avant-report+anticipation, apres+report-anticipation

	debut := prevue - avant
	fin := prevue + apres - 1
	supplement := v.Jour(0)
	switch {
	case nee == 0:
	case nee >= prevue:
		fin = nee + apres - 1
	case nee >= debut:
		fin = debut + avant + apres - 1
	default:
		if prevue-nee > 42 && len(n.EnfantHospitalise) > 0 {
			supplement = debut - nee
		}
		fin = nee + avant + apres + supplement - 1
		debut = nee
	}
	r.debut, r.annule = debut, annuleLe != 0 && debut == annuleLe
	r.jours = []v.Periode{v.P(debut, fin)}
	if r.pere = pere; pere {
		if n.FinCongeMere != 0 {
			fin = n.FinCongeMere
		}
		r.debut = n.DecesMereLe + 1
		r.jours = []v.Periode{v.P(r.debut, max(fin, r.debut))}
		supplement = 0
	}
	l.reporterReliquat(n, independant, r, supplement)
	return r
}

// sousDES tells a pregnancy exposed to distilbène.
func (l *lecture) sousDES(n *droit.Naissance) bool {
	return slices.ContainsFunc(l.cas.Arrets, func(a droit.Arret) bool {
		return a.Risque == droit.DES && l.naissanceDe(&a) == n && l.connu(a.RecuLe) && l.connu(a.ConnuLe)
	})
}

// annuleReport is the first day of a stop prescribed in the days that were
// postponed (L.331-4-1), or zero.
func (l *lecture) annuleReport(du, au v.Jour) v.Jour {
	premier := v.Jour(0)
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		if l.origines[i] != i || !l.arretMaladie(i) || a.Debut == 0 || !l.connu(a.RecuLe) || !l.connu(a.ConnuLe) {
			continue
		}
		if a.Fin < du || a.Debut > au {
			continue
		}
		if d := max(a.Debut, du); premier == 0 || d < premier {
			premier = d
		}
	}
	return premier
}

// arretMaladie tells a stop that is paid as sickness, or as a pathological rest.
func (l *lecture) arretMaladie(i int) bool {
	a := &l.cas.Arrets[i]
	if atmp(a.Risque) {
		return l.reconnaissance(i) != "reconnu" || l.sansEmploi(a)
	}
	return a.Risque == droit.Maladie || a.Risque == droit.Pathologique
}

// reporterReliquat reads MAT-07: the child still in hospital at the end of the
// sixth week, the mother who resumes work keeps the rest of the leave for the
// day after the discharge.
func (l *lecture) reporterReliquat(n *droit.Naissance, independant bool, r *repos, supplement v.Jour) {
	if n.AccouchementLe == 0 {
		return
	}
	finSixieme := n.AccouchementLe + 41
	sortie := v.Jour(0)
	for _, h := range n.EnfantHospitalise {
		if h.Periode.Contient(finSixieme) {
			sortie = h.Periode.Au
		}
	}
	if sortie == 0 {
		return
	}
	p := r.jours[0]
	reprise := l.repriseDansRepos(n, independant, max(finSixieme+1, p.Du), p.Au)
	if reprise == 0 || reprise > sortie {
		return
	}
	if ajoutes := n.AccouchementLe + supplement - 1; reprise <= ajoutes { // the days added are not put off: those gone by are lost
		reprise = min(ajoutes, sortie) + 1
	}
	reste := p.Au - reprise + 1
	r.jours = []v.Periode{v.P(p.Du, reprise-1), v.P(sortie+1, sortie+reste)}
}

// repriseDansRepos is the day on which the mother went back to the work of a régime
// in the time given: stated, or left between two declared stretches. A leave that
// nothing declares is not put off.
func (l *lecture) repriseDansRepos(n *droit.Naissance, independant bool, du, au v.Jour) v.Jour {
	premiere := v.Jour(0)
	noter := func(d v.Jour) {
		if d >= du && d <= au && (premiere == 0 || d < premiere) {
			premiere = d
		}
	}
	declare := slices.ContainsFunc(l.cas.Arrets, func(a droit.Arret) bool {
		return a.Risque == droit.Maternite && l.naissanceDe(&a) == n && l.connu(a.RecuLe) && l.connu(a.ConnuLe)
	})
	for i := range l.cas.Activites {
		for _, r := range l.cas.Activites[i].Reprises {
			if declare && r.Motif != droit.RepriseTPT && (l.cas.Activites[i].Nature == droit.Independant) == independant {
				noter(r.Le)
			}
		}
	}
	for i := range l.cas.Arrets {
		a, suite := &l.cas.Arrets[i], false
		if a.Risque != droit.Maternite || a.Fin == 0 || l.naissanceDe(a) != n {
			continue
		}
		for k := range l.cas.Arrets {
			b := &l.cas.Arrets[k]
			suite = suite || b.Risque == droit.Maternite && l.naissanceDe(b) == n && b.Debut > a.Fin+1
		}
		if suite {
			noter(a.Fin + 1)
		}
	}
	return premiere
}

// naissanceDe is the birth that an arrêt speaks of: the one that it names, or
// the only one of the case.
func (l *lecture) naissanceDe(a *droit.Arret) *droit.Naissance {
	for i := range l.cas.Naissances {
		if n := &l.cas.Naissances[i]; n.ID != "" && (n.ID == a.Naissance || n.ID == a.Grossesse) {
			return n
		}
	}
	if a.Naissance == "" && a.Grossesse == "" && a.Adoption == "" && len(l.cas.Naissances) == 1 {
		return &l.cas.Naissances[0]
	}
	return nil
}
