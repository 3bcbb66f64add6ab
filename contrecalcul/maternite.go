package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// jourMaternite reads MAT-01 to MAT-04, MAT-07, MAT-08: inside the legal rest,
// when work stops for eight weeks of it in all.
func (l *lecture) jourMaternite(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	n := l.naissanceDe(&l.cas.Arrets[cg.premier()])
	r := l.reposDe(n, rg.independant)
	switch {
	case r == nil:
		return "refuse", "NAISSANCE_INCONNUE"
	case d < r.debut:
		return "refuse", "AVANT_REPOS"
	case !r.contient(d):
		return "epuise", "FIN_REPOS"
	case !r.pere && !l.cesseAssez(cg, rg, r):
		return "refuse", "HUIT_SEMAINES"
	}
	return "paye", "PAY"
}

// cesseAssez counts the days of the rest on which work is stopped: 56 at least,
// and for independents 42 of them after the birth.
func (l *lecture) cesseAssez(cg *conge, rg *regime, r *repos) bool {
	if !rg.compte {
		rg.compte, rg.assez = true, l.compterCessation(cg, rg, r)
	}
	return rg.assez
}

func (l *lecture) compterCessation(cg *conge, rg *regime, r *repos) bool {
	total, apres := 0, 0
	for _, p := range r.jours {
		for d := p.Du; d <= p.Au; d++ {
			if l.cesse(cg, rg, d) {
				total++
				if d >= r.naissance {
					apres++
				}
			}
		}
	}
	return total >= cessationMinimale && (!rg.independant || apres >= cessationPostnatale)
}

func (l *lecture) cesse(cg *conge, rg *regime, d v.Jour) bool {
	for _, k := range l.tempsDe(cg, rg.independant) {
		if k.rentre || d < k.du || d > k.au || d < k.regimes[0].c.interruption {
			continue
		}
		if !l.repris(rg.lignes[0], &bloc{du: k.du, au: k.au, membres: k.membres, tete: k.premier()}, d) || l.dansReliquat(k, rg, rg.lignes[0], d) {
			return true
		}
	}
	for _, p := range l.cas.Anterieures {
		if p.Risque == droit.Maternite && p.Periode.Contient(d) {
			return true
		}
	}
	return false
}

// jourDES reads DES-01: until the eve of the prenatal rest, which nothing moves.
func (l *lecture) jourDES(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	n := l.naissanceDe(&l.cas.Arrets[cg.premier()])
	if n == nil || n.PrevueLe == 0 {
		return "paye", "PAY"
	}
	avant, _, _ := semaines(n)
	debut := n.PrevueLe - v.Jour(7*avant)
	r := l.reposDe(n, rg.independant)
	if t := l.reposTheorique(n, rg.independant); t != nil {
		debut = min(debut, t.debut) // were it viable, or not
	}
	if d < debut {
		return "paye", "PAY"
	}
	for _, k := range l.conges {
		if r != nil && r.contient(d) && k.risque == droit.Maternite && k.fait == cg.fait && d >= k.du && d <= k.au {
			return "non_cumul", "CUMUL"
		}
	}
	return "refuse", "REPOS"
}

// jourGarantie reads EXP-01: until the rest, which has to be asked for, then
// until one month after its end.
func (l *lecture) jourGarantie(cg *conge, d v.Jour) (etat, motif string) {
	n := l.naissanceDe(&l.cas.Arrets[cg.premier()])
	r := l.reposDe(n, false)
	switch {
	case n != nil && avantTerme(n) && n.AccouchementLe != 0 && d >= n.AccouchementLe:
		return "epuise", "GROSSESSE_FINIE" // neither with child nor after a birth
	case r == nil:
		return "paye", "PAY"
	case d >= (r.fin() + 1).AjouterMois(1):
		return "epuise", "UN_MOIS_APRES_REPOS"
	case !r.contient(d):
		return "paye", "PAY"
	}
	for _, k := range l.conges {
		if k.risque == droit.Maternite && k.fait == cg.fait && d >= k.du && d <= k.au {
			return "non_cumul", "CUMUL"
		}
	}
	return "refuse", "REPOS"
}

// jourAJAP reads AJP-01. Its amount has to be loaded from the circular and is
// not here (U-11): a day that would be due waits for it, unless an agent fixed it.
func (l *lecture) jourAJAP(cg *conge, d v.Jour) (etat, motif string) {
	a := &l.cas.Arrets[l.arretDu(cg, cg.membres, d)]
	if m := l.decesDe(a); m != nil && m.Le != 0 && d > m.Le {
		return "refuse", "DECES_PERSONNE_ACCOMPAGNEE"
	}
	if a.RecuLe != 0 && d < a.RecuLe {
		return "refuse", "AVANT_DEMANDE"
	}
	demis := 0 // the half-days due so far
	for _, k := range l.memeFait(cg) {
		for e := k.du; e <= k.au && e < d; e++ {
			b := &l.cas.Arrets[l.arretDu(k, k.membres, e)]
			switch {
			case b.RecuLe != 0 && e < b.RecuLe:
			case b.TempsPartiel:
				demis++
			default:
				demis += 2
			}
		}
	}
	if demis >= 2*joursAJAP {
		return "epuise", "AJAP_21"
	}
	if _, fixee := l.ijForcee(cg.premier()); fixee {
		return "paye", "PAY"
	}
	return "attente", "PARAMETRE_MANQUANT"
}

// dansReliquat tells a day of the rest that was put off until the child came home
// (MAT-07), on which work was not resumed again.
func (l *lecture) dansReliquat(cg *conge, rg *regime, ligne int, d v.Jour) bool {
	if cg.risque != droit.Maternite {
		return false
	}
	r := l.reposDe(l.naissanceDe(&l.cas.Arrets[cg.premier()]), rg.independant)
	if r == nil || len(r.jours) < 2 || !r.jours[1].Contient(d) {
		return false
	}
	return !slices.ContainsFunc(l.cas.Activites[ligne].Reprises, func(x droit.Reprise) bool {
		return x.Motif != droit.RepriseTPT && x.Le > r.jours[1].Du && x.Le <= d
	})
}
