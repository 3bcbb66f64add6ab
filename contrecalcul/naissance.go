package contrecalcul

import (
	"accord/droit"
	v "accord/valeur"
)

// jourNaissance reads CSN-01 to CSN-03: two months at most, each stretch begun
// within nine months, once the leave before it is used up.
func (l *lecture) jourNaissance(cg *conge, rg *regime, d v.Jour) (etat, motif string) {
	if motif := l.refusNaissance(cg, rg.independant); motif != "" {
		return "refuse", motif
	}
	switch {
	case l.moisDe(cg, rg, d) > 2:
		return "epuise", "DEUX_MOIS"
	case !l.moisEntier(cg, d):
		return "refuse", "MOIS_INCOMPLET"
	case l.cede(cg, rg, d):
		return "non_cumul", "CUMUL"
	}
	return "paye", "PAY"
}

// refusNaissance says why a stretch of the leave is not open, or nothing.
func (l *lecture) refusNaissance(cg *conge, independant bool) string {
	venu, ouvrant := l.venueEnfant(cg)
	switch {
	case venu == 0:
		return "ENFANT_INCONNU"
	case avantTerme(l.naissanceDe(&l.cas.Arrets[cg.premier()])):
		return "GROSSESSE_FINIE"
	case ouvrant < congeNaissanceEnfant:
		return "ENFANT_AVANT_2026"
	case cg.etendue().Du < congeNaissanceDebut:
		return "CONGE_AVANT_JUILLET_2026"
	case cg.etendue().Du >= l.limiteNaissance(cg, venu):
		return "NEUF_MOIS"
	case !l.congeEpuise(cg, independant):
		return "CONGE_NON_EPUISE"
	}
	return ""
}

// limiteNaissance is the first day on which a stretch may no longer begin: later
// than nine months when the leave that it follows ends later.
func (l *lecture) limiteNaissance(cg *conge, venu v.Jour) v.Jour {
	limite := max(venu, congeNaissanceDebut).AjouterMois(9)
	for _, k := range l.conges {
		if k.fait == cg.fait && (k.risque == droit.Maternite || k.risque == droit.Paternite || k.risque == droit.AdoptionConge) {
			limite = max(limite, k.au+2)
		}
	}
	return limite
}

// venueEnfant is the day of the birth or of the arrival, and the latest of the
// dates that may open the leave (a child due in 2026 and born before it counts).
func (l *lecture) venueEnfant(cg *conge) (venu, ouvrant v.Jour) {
	a := &l.cas.Arrets[cg.premier()]
	if n := l.naissanceDe(a); n != nil {
		return n.AccouchementLe, max(n.AccouchementLe, n.PrevueLe)
	}
	if ad := l.adoptionDe(a); ad != nil {
		return ad.ArriveeLe, ad.ArriveeLe
	}
	return 0, 0
}

// moisDe tells which month of the leave a day is of, date to date (U-6: or thirty
// days); a month that was not asked for whole is not paid, and not used.
func (l *lecture) moisDe(cg *conge, rg *regime, d v.Jour) int {
	vus := map[v.Jour]bool{} // the first days of the months
	for _, k := range l.tempsDe(cg, rg.independant) {
		if k.du > d {
			break
		}
		if k != cg && l.refusNaissance(k, rg.independant) != "" {
			continue
		}
		e := k.etendue()
		for i := 0; ; i++ {
			debut, fin := e.Du.AjouterMois(i), e.Du.AjouterMois(i+1)-1
			if l.trenteJours() {
				debut, fin = e.Du+v.Jour(30*i), e.Du+v.Jour(30*i+29)
			}
			if debut > min(d, k.au) {
				break
			}
			if fin >= k.du && (fin <= e.Au || d <= fin) {
				vus[debut] = true
			}
		}
	}
	return len(vus)
}

// moisEntier tells whether the month that a day belongs to was asked for whole: the
// leave is of one month or two.
func (l *lecture) moisEntier(cg *conge, d v.Jour) bool {
	e := cg.etendue()
	for i := 1; ; i++ {
		fin := e.Du.AjouterMois(i) - 1
		if l.trenteJours() {
			fin = e.Du + v.Jour(30*i) - 1
		}
		if d <= fin {
			return fin <= e.Au
		}
	}
}

func (l *lecture) trenteJours() bool {
	return l.cas.Options.Lecture("AUT-U-6", "date_a_date") == "trente_jours"
}

// congeEpuise reads CSN-03: the maternity rest is over, the paternity or adoption
// leave is taken whole, unless it opened no right. A leave that the case does not
// hold is taken as used up.
func (l *lecture) congeEpuise(cg *conge, independant bool) bool {
	a := &l.cas.Arrets[cg.premier()]
	n, ad := l.naissanceDe(a), l.adoptionDe(a)
	for _, k := range l.conges {
		if k.fait != cg.fait {
			continue
		}
		switch {
		case k.risque == droit.Maternite:
			if r := l.reposDe(n, independant); r != nil && r.fin() >= cg.etendue().Du {
				return false
			}
		case k.risque == droit.Paternite && n != nil:
			if l.payesAvant(k, independant, cg.etendue().Du)+n.JoursPaternitePris < joursPaterniteDe(n) && l.ouvertPour(k, cg.etendue().Du) {
				return false
			}
		case k.risque == droit.AdoptionConge && ad != nil:
			if l.payesAvant(k, independant, cg.etendue().Du) < joursAdoptionRestants(ad, independant) && l.ouvertPour(k, cg.etendue().Du) {
				return false
			}
		}
	}
	if n != nil && n.JoursPaternitePris > 0 && n.JoursPaternitePris < joursPaterniteDe(n) {
		for _, k := range l.conges {
			if k.fait == cg.fait && k.risque == droit.Paternite {
				return true // counted above
			}
		}
		return false
	}
	return true
}

// payesAvant counts the days of a leave paid before a day, without those that a
// hospitalisation added.
func (l *lecture) payesAvant(cg *conge, independant bool, d v.Jour) int {
	vus := map[v.Jour]bool{}
	for i := range l.lues {
		j := &l.lues[i]
		if j.cg.risque == cg.risque && j.cg.fait == cg.fait && j.rg.independant == independant && j.Date < d && j.Etat == "paye" && j.Motif != hospitalise.motif {
			vus[j.Date] = true
		}
	}
	return len(vus)
}

// ouvertPour tells whether a right was open for a leave before a day.
func (l *lecture) ouvertPour(cg *conge, d v.Jour) bool {
	if cg.du >= d {
		return true
	}
	for _, rg := range cg.regimes {
		if rg.ouvert && rg.c.droits.ouverts {
			return true
		}
	}
	return false
}
