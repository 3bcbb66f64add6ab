package contrecalcul

import (
	"accord/droit"
	v "accord/valeur"
)

// inaptitude is the day of the notice for an accident, and the last day that the
// indemnity may cover: the dismissal or the new post, a month at most (ITI-01).
func (l *lecture) inaptitude(sinistre string) (avis, dernier v.Jour) {
	for _, e := range l.decisions {
		if e.Nature == droit.AvisInaptitude && (e.Sinistre == sinistre || e.Sinistre == "" && (e.Arret == "" || l.arretDuSinistre(e.Arret, sinistre))) {
			avis = max(avis, e.Le)
		}
	}
	if avis == 0 {
		return 0, 0
	}
	dernier = avis.AjouterMois(1)
	for _, e := range l.decisions {
		if (e.Nature == droit.Licenciement || e.Nature == droit.Reclassement) && e.Le > avis && (e.Sinistre == "" || e.Sinistre == sinistre) {
			dernier = min(dernier, e.Le)
		}
	}
	return avis, dernier
}

func (l *lecture) jourITI(cg *conge, d v.Jour) (etat, motif string) {
	avis, dernier := l.inaptitude(cg.fait)
	switch l.reconnaissance(cg.premier()) {
	case "refuse":
		return "refuse", "NON_RECONNU"
	case "attente":
		return "attente", "RECONNAISSANCE"
	}
	switch {
	case avis == 0:
		return "refuse", "SANS_AVIS"
	case d <= avis:
		return "refuse", "AVANT_AVIS"
	case d > dernier:
		return "epuise", "UN_MOIS"
	}
	return "paye", "PAY"
}

// totalITI is the last IJ of the accident before the notice.
func (l *lecture) totalITI(cg *conge) v.Centimes {
	avis, _ := l.inaptitude(cg.fait)
	derniere, le := v.Centimes(0), v.Jour(0)
	for i := range l.lues {
		j := &l.lues[i]
		if atmp(j.cg.risque) && j.cg.fait == cg.fait && j.Etat == "paye" && j.Date <= avis && j.Date >= le {
			derniere, le = j.total, j.Date
		}
	}
	if le != 0 {
		return derniere
	}
	if s := l.sinistreDe(&l.cas.Arrets[cg.premier()]); s != nil {
		if ij, ok := s.IJ80.Get(); ok && s.JoursIndemnises >= joursTaux60 {
			return ij
		}
		return s.IJ60.Ou(s.IJ80.Ou(0))
	}
	return 0
}

// renteImputee is what the pension of the accident takes off the indemnity of a
// run of days: the whole of it for the month, a share for less (ITI-02).
func (l *lecture) renteImputee(cg *conge, n int) v.Centimes {
	avis, _ := l.inaptitude(cg.fait)
	mois := v.Centimes(avis.AjouterMois(1) - avis)
	return min(l.renteDu(cg.fait, avis+1), l.renteDu(cg.fait, avis+1)*v.Centimes(n)/mois)
}
