package contrecalcul

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// formulaireValable reads MAL-PRE-02: a paper form is refused by the date of
// prescription.
func formulaireValable(a *droit.Arret) bool {
	if a.Canal == droit.Electronique {
		return true
	}
	le := prescritLe(a)
	switch a.Support {
	case droit.Photocopie:
		return le < photocopieRejetee
	case droit.CerfaAncien:
		return le < ancienCerfaRejete
	}
	return true
}

// prescritLe is the day of the prescription; one that is not dated is taken as
// written on its first day.
func prescritLe(a *droit.Arret) v.Jour {
	if a.PrescritLe == 0 {
		return a.Debut
	}
	return a.PrescritLe
}

// auDelaTelemedecine reads MAL-PRE-04: a remote prescription covers three days
// of stop in total, the days already stopped included.
func (l *lecture) auDelaTelemedecine(c *chaine, a *droit.Arret, d v.Jour) bool {
	if !a.Teleconsultation.Ou(false) || prescritLe(a) < telemedecineDepuis {
		return false
	}
	switch a.Prescripteur {
	case droit.MedecinTraitant, droit.SageFemme:
		return false
	}
	return d >= c.blocs[0].du+joursTelemedecine
}

// prescripteurRefuse reads MAL-PRE-03: a prolongation by someone else than
// those the law lists.
func prescripteurRefuse(a *droit.Arret) bool {
	return a.Nature == droit.Prolongation && !prescripteurValable(a)
}

// enRetard reads MAL-PRE-01: on paper, more than two days after the
// interruption, or after the first day of a prolongation.
func (l *lecture) enRetard(a *droit.Arret) bool {
	if a.Canal != droit.Papier || a.EnvoyeLe == 0 || a.Hospitalise.Ou(false) {
		return false
	}
	return a.EnvoyeLe > l.depart(a)+2
}

// depart is the day from which the two days to send a form run.
func (l *lecture) depart(a *droit.Arret) v.Jour {
	depart := a.Debut
	for _, c := range l.chaines {
		if &l.cas.Arrets[c.premier()] == a {
			depart = max(depart, c.interruption)
		}
	}
	return depart
}

// envoyeApresLaFin reads MAL-RTD, last rule: nothing can be controlled any more.
func (l *lecture) envoyeApresLaFin(x int) bool {
	a := &l.cas.Arrets[x]
	return l.enRetard(a) && a.EnvoyeLe > a.Fin
}

// moitie reads MAL-RTD: after a first late sending, and a warning of it, another
// within 24 months halves what is owed from the prescription to the sending.
func (l *lecture) moitie(x int, d v.Jour) bool {
	a := &l.cas.Arrets[x]
	if !l.enRetard(a) || a.EnvoyeLe > a.Fin || d < prescritLe(a) || d >= a.EnvoyeLe {
		return false
	}
	retards := slices.Clone(l.cas.Assure.RetardsAnterieurs)
	for _, i := range l.arrets {
		if b := &l.cas.Arrets[i]; i != x && l.enRetard(b) {
			retards = append(retards, prescritLe(b))
		}
	}
	for _, le := range retards {
		if le < prescritLe(a) && prescritLe(a) < le.AjouterMois(24) && l.prevenu(le, l.depart(a)+2) {
			return true
		}
	}
	return false
}

// prevenu: the caisse wrote about a delay after it, and while the next form could
// still be in time. Nothing said of what it wrote: it did.
func (l *lecture) prevenu(retard, delai v.Jour) bool {
	lettres := l.cas.Assure.Avertissements
	for _, w := range lettres {
		if w > retard && w <= delai {
			return true
		}
	}
	return lettres == nil
}

// prescrite reads MAL-PRS, when the time limits are asked for: two years from
// the quarter that follows the day.
func (l *lecture) prescrite(a *droit.Arret, d v.Jour) bool {
	if !l.cas.Options.Prescription {
		return false
	}
	demande := a.RecuLe
	if demande == 0 {
		demande = l.cas.ConnuAu
	}
	annee, mois, _ := d.Date()
	debutTrimestre := v.NewJour(annee, mois-(mois-1)%3, 1)
	return demande >= debutTrimestre.AjouterMois(3).AjouterAnnees(2)
}

// accidentPrescrit reads L.431-2: two years from the accident, or from the end of the
// payments for it; those of a relapse run from its own first day.
func (l *lecture) accidentPrescrit(cg *conge, a *droit.Arret, d v.Jour) bool {
	demande, s := a.RecuLe, l.sinistreDe(a)
	if demande == 0 {
		demande = l.cas.ConnuAu
	}
	if !l.cas.Options.Prescription || demande == 0 || s == nil {
		return false
	}
	depuis := dateSinistre(s)
	if a.Nature == droit.Rechute {
		depuis = max(depuis, a.Debut)
	}
	for i := range l.lues {
		if j := &l.lues[i]; atmp(j.cg.risque) && j.cg.fait == cg.fait && (j.Etat == "paye" || j.Motif == "RENTE") && j.Date < d {
			depuis = max(depuis, j.Date)
		}
	}
	return depuis != 0 && demande >= depuis.AjouterAnnees(2)
}

// congePrescrit reads L.332-1 for the leaves of a birth, an adoption or a death: two years
// from the first finding of the pregnancy or, without text, from the end of the leave
// (U-25); a claim made in time makes them run again.
func (l *lecture) congePrescrit(cg *conge, a *droit.Arret) bool {
	if !l.cas.Options.Prescription || l.cas.ConnuAu == 0 {
		return false
	}
	depuis := a.Fin
	switch n := l.naissanceDe(a); cg.risque {
	case droit.Maternite, droit.Pathologique, droit.DES:
		if n != nil && n.ConstateeLe != 0 {
			depuis = n.ConstateeLe
		}
	}
	limite := depuis.AjouterAnnees(2)
	if a.RecuLe != 0 && a.RecuLe <= limite {
		limite = max(limite, a.RecuLe.AjouterAnnees(2))
	}
	return l.cas.ConnuAu > limite
}
