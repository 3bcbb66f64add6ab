package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// inaptitude is the day of the notice for an accident, and the last day that the
// indemnity may cover: the dismissal or the new post, a month at most (ITI-01).
func (l *lecture) inaptitude(sinistre string) (avis, dernier v.Jour) {
	for _, e := range l.decisions {
		if e.Nature == droit.AvisInaptitude && l.accidentDit(e) == sinistre {
			avis = max(avis, e.Le)
		}
	}
	if avis == 0 {
		return 0, 0
	}
	dernier = avis.AjouterMois(1)
	for _, e := range l.decisions {
		if (e.Nature == droit.Licenciement || e.Nature == droit.Reclassement) && e.Le >= avis && (l.accidentDit(e) == "" || l.accidentDit(e) == sinistre) {
			dernier = min(dernier, e.Le)
		}
	}
	return avis, dernier
}

// demanderInaptitudes adds the claim that a notice of unfitness makes by itself, when
// no arrêt asks for the indemnity: it goes on with the last stop of the accident.
func (l *lecture) demanderInaptitudes() {
	for k := range l.cas.Sinistres {
		s := &l.cas.Sinistres[k]
		avis, au := l.inaptitude(s.ID)
		if avis == 0 || au == avis || slices.ContainsFunc(l.cas.Arrets, func(a droit.Arret) bool { return a.Risque == droit.ITI && a.Sinistre == s.ID }) {
			continue
		}
		dernier := -1
		for i := range l.cas.Arrets {
			a := &l.cas.Arrets[i]
			if a.Sinistre == s.ID && atmp(a.Risque) && a.Debut != 0 && (dernier < 0 || a.Fin > l.cas.Arrets[dernier].Fin) {
				dernier = i
			}
		}
		if dernier < 0 {
			continue
		}
		demande := l.cas.Arrets[dernier]
		demande.Risque, demande.Debut, demande.Fin = droit.ITI, avis+1, au
		if noms := l.emploisDuSinistre(s, &demande); len(noms) > 0 {
			demande.Activites = noms
		}
		l.cas.Arrets = append(l.cas.Arrets, demande)
		l.origines = append(l.origines, dernier)
	}
}

// emploisDuSinistre names, among the jobs that an arrêt names, those of the employer
// of the accident: the indemnity is for the job concerned.
func (l *lecture) emploisDuSinistre(s *droit.Sinistre, a *droit.Arret) []string {
	return slices.DeleteFunc(slices.Clone(a.Activites), func(id string) bool {
		return !slices.ContainsFunc(l.cas.Activites, func(k droit.Activite) bool {
			return k.ID == id && s.Employeur != "" && k.Employeur == s.Employeur
		})
	})
}

// demandeITI tells an indemnity that an arrêt asks for from that of a notice alone.
func (l *lecture) demandeITI(cg *conge) bool { return l.origines[cg.premier()] == cg.premier() }

// origineITI asks first what the right itself hangs on: the accident is
// recognised, unless an agent opened the right that was asked for, and there is a notice.
func (l *lecture) origineITI(cg *conge) (etat, motif string) {
	if l.agentDit(cg.premier()) == "refuses" {
		return "refuse", "RIGHTS_KO"
	}
	if !l.demandeITI(cg) || !l.agentOuvre(cg.premier()) {
		switch l.reconnaissance(cg.premier()) {
		case "refuse":
			return "refuse", "NON_RECONNU"
		case "attente":
			return "attente", "RECONNAISSANCE"
		}
	}
	if avis, _ := l.inaptitude(cg.fait); avis == 0 {
		return "refuse", "SANS_AVIS"
	}
	return "", ""
}

// reprisInapte tells whether work was resumed since the notice: the indemnity is
// for who has no pay for the job, whatever the day on which it was asked.
func (l *lecture) reprisInapte(cg *conge, ligne int, d v.Jour) bool {
	avis, _ := l.inaptitude(cg.fait)
	return slices.ContainsFunc(l.cas.Activites[ligne].Reprises, func(r droit.Reprise) bool {
		return r.Motif != droit.RepriseTPT && r.Le > avis && r.Le <= d
	})
}

func (l *lecture) jourITI(cg *conge, d v.Jour) (etat, motif string) {
	avis, dernier := l.inaptitude(cg.fait)
	switch {
	case d <= avis:
		return "refuse", "AVANT_AVIS"
	case d > avis.AjouterMois(1):
		return "epuise", "UN_MOIS"
	case d > dernier:
		return "refuse", "RECLASSE"
	}
	return "paye", "PAY"
}

// partITI is, for one line, the last IJ of the accident before the notice: its
// share of it in the case, even where another benefit took the day; else an equal
// part of what was paid before: nothing is not a payment. An agent may fix it.
func (l *lecture) partITI(cg *conge, rg *regime, ligne int) v.Centimes {
	if ij, forcee := l.ijForcee(cg.premier()); forcee && l.demandeITI(cg) {
		return l.partForcee(cg, rg, ligne, ij)
	}
	return l.derniereITI(cg, rg, ligne)
}

// partForcee shares what an agent fixed as the last IJ is shared, the last cents to
// the line that had the most; equally when nobody knows it.
func (l *lecture) partForcee(cg *conge, rg *regime, ligne int, ij v.Centimes) v.Centimes {
	de := make([]v.Centimes, len(rg.lignes))
	total, forte := v.Centimes(0), 0
	for k, x := range rg.lignes {
		de[k] = l.derniereITI(cg, rg, x)
		if total += de[k]; de[k] > de[forte] {
			forte = k
		}
	}
	reste, mienne := ij, v.Centimes(0)
	for k, x := range rg.lignes {
		part := ij / v.Centimes(len(rg.lignes))
		if total > 0 {
			part = v.Centimes(int64(ij) * int64(de[k]) / int64(total))
		}
		if reste -= part; x == ligne {
			mienne = part
		}
	}
	if rg.lignes[forte] == ligne {
		mienne += reste
	}
	return mienne
}

func (l *lecture) derniereITI(cg *conge, rg *regime, ligne int) v.Centimes {
	avis, _ := l.inaptitude(cg.fait)
	part, le := v.Centimes(0), v.Jour(0)
	for i := range l.lues {
		j := &l.lues[i]
		if atmp(j.cg.risque) && j.cg.fait == cg.fait && j.Activite == ligne && (j.Etat == "paye" || j.Motif == "CUMUL") && j.Date <= avis && j.Date >= le {
			part, le = l.partAutre(&jourAutre{Jour: Jour{Activite: ligne}, cg: cg, rg: j.rg, total: j.pleine}), j.Date
		}
	}
	if le != 0 {
		return part
	}
	total := v.Centimes(0)
	if s := l.sinistreDe(&l.cas.Arrets[cg.premier()]); s != nil {
		if total = s.IJ80.Ou(0); total == 0 {
			total = s.IJ60.Ou(0)
		}
	}
	for _, p := range l.cas.Anterieures {
		if atmp(p.Risque) && p.Sinistre == cg.fait && p.IJ.Ou(0) > 0 && p.Periode.Du <= avis && p.Periode.Au > le {
			total, le = p.IJ.Ou(0), p.Periode.Au
		}
	}
	n := v.Centimes(len(rg.lignes))
	if part = total / n; ligne == rg.lignes[0] {
		part += total % n
	}
	return part
}

// renteImputee is what the pension of the accident takes off the indemnity: for
// each day paid on which it runs, its part of the month (ITI-02).
func (l *lecture) renteImputee(cg *conge) *big.Rat {
	avis, _ := l.inaptitude(cg.fait)
	mois := avis.AjouterMois(1) - avis
	somme, vus := new(big.Rat), map[v.Jour]bool{}
	for i := range l.lues {
		if j := &l.lues[i]; j.cg == cg && (j.Etat == "paye" || j.perdu) && !vus[j.Date] {
			vus[j.Date] = true
			somme.Add(somme, new(big.Rat).Mul(euros(l.renteDu(cg.fait, j.Date)), big.NewRat(1, int64(mois))))
		}
	}
	return somme
}

// couverteParRente tells whether the pension of the accident takes the whole
// indemnity: its days are then not those of a benefit, and sickness may be paid.
func (l *lecture) couverteParRente(cg *conge, rg *regime) bool {
	if rg.compte {
		return rg.couverte
	}
	rg.compte = true
	avis, _ := l.inaptitude(cg.fait)
	du, rente, mois := v.Centimes(0), new(big.Rat), avis.AjouterMois(1)-avis
	for d := max(cg.du, avis+1); d <= min(cg.au, avis.AjouterMois(1)); d++ {
		jour := v.Centimes(0)
		for _, ligne := range rg.lignes {
			if etat, _ := l.etatAutre(cg, rg, ligne, d, l.arretDu(cg, cg.membres, d)); etat == "paye" {
				jour += l.partITI(cg, rg, ligne)
			}
		}
		if du += jour; jour > 0 {
			rente.Add(rente, new(big.Rat).Mul(euros(l.renteDu(cg.fait, d)), big.NewRat(1, int64(mois))))
		}
	}
	rg.couverte = rente.Sign() > 0 && l.arrondir(rente.Sub(euros(du), rente), l.cas.Options.Arrondi.ATMP) <= 0
	return rg.couverte
}

// imputerRentes takes the pension off the indemnity of each ITI: what is left is
// shared as the indemnity was, the last cents to the line that had the most.
func (l *lecture) imputerRentes() {
	for _, cg := range l.conges {
		if cg.risque != droit.ITI {
			continue
		}
		for _, rg := range cg.regimes {
			l.imputerRente(cg, rg)
		}
	}
}

func (l *lecture) imputerRente(cg *conge, rg *regime) {
	jours := make([][]*jourAutre, len(rg.lignes))
	sommes := make([]v.Centimes, len(rg.lignes))
	total, forte := v.Centimes(0), 0
	for k, ligne := range rg.lignes {
		for i := range l.lues {
			if j := &l.lues[i]; j.cg == cg && j.Activite == ligne && (j.Etat == "paye" || j.perdu) {
				jours[k], sommes[k] = append(jours[k], j), sommes[k]+l.partITI(cg, rg, ligne)
			}
		}
		if total += sommes[k]; sommes[k] > sommes[forte] {
			forte = k
		}
	}
	rente := l.renteImputee(cg)
	if total == 0 || rente.Sign() == 0 {
		return
	}
	reste := l.arrondir(new(big.Rat).Sub(euros(total), rente), l.cas.Options.Arrondi.ATMP)
	solde := reste
	for k := range sommes {
		sommes[k] = v.Centimes(int64(max(reste, 0)) * int64(sommes[k]) / int64(total))
		solde -= sommes[k]
	}
	sommes[forte] += solde
	for k := range jours {
		n := v.Centimes(len(jours[k]))
		for r, j := range jours[k] {
			if j.perdu {
				continue
			}
			if reste <= 0 {
				j.Etat, j.Motif, j.IJ = "non_cumul", "RENTE", 0
				continue
			}
			if j.IJ = sommes[k] / n; v.Centimes(r) < sommes[k]%n {
				j.IJ++
			}
		}
	}
}
