package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// ouvrirRegime asks, once, the questions of the first day of a leave.
func (l *lecture) ouvrirRegime(cg *conge, rg *regime) {
	if rg.ouvert {
		return
	}
	rg.ouvert, rg.connu = true, true
	tete := l.tempsDe(cg, rg.independant)[0]
	if premier := l.memeRegime(tete, rg); premier != nil && premier != rg && unSeulDroit(cg.risque) {
		l.ouvrirRegime(tete, premier)
		rg.c.droits = premier.c.droits
		l.forcerDroits(rg.c)
		if cg.risque == droit.Maternite && slices.Equal(rg.lignes, premier.lignes) {
			rg.connu, rg.base = premier.connu, premier.base // one leave, one base
			return
		}
	} else {
		rg.c.droits = l.droitsConge(cg, rg)
		if prescritAPart := cg.risque == droit.Pathologique || cg.risque == droit.DES; prescritAPart && !rg.c.droits.ouverts {
			if premier != nil && premier != rg {
				l.ouvrirRegime(tete, premier)
				rg.c.droits = premier.c.droits
			}
		}
	}
	l.forcerDroits(rg.c)
	if rg.c.droits.ouverts || slices.ContainsFunc(cg.membres, l.agentParle) {
		rg.connu = l.baseConge(cg, rg)
	}
	a := &l.cas.Arrets[cg.premier()]
	l.noter("arrêt %s, %s, ligne %s : du %s ; droits %s, ouverts %t ; base %s, somme %s, par jour %s", a.ID, cg.risque,
		l.cas.Activites[rg.lignes[0]].ID, rg.c.interruption, rg.c.droits.voie, rg.c.droits.ouverts, rg.base.reference, enEuros(rg.base.somme), enEuros(rg.base.jour))
}

// ouvrirEnSuivant asks the right again on the first day of a prescription that goes
// on with a rest that had none: each is prescribed apart.
func (l *lecture) ouvrirEnSuivant(cg *conge, rg *regime, d v.Jour) {
	if cg.risque != droit.Pathologique && cg.risque != droit.DES || rg.c.droits.ouverts {
		return
	}
	if !slices.ContainsFunc(cg.membres[1:], func(m int) bool { return l.cas.Arrets[m].Debut == d }) {
		return
	}
	debut := rg.c.interruption
	rg.c.interruption = d
	droits := l.droitsConge(cg, rg)
	if rg.c.interruption = debut; droits.ouverts {
		rg.c.droits = droits
		rg.connu = l.baseConge(cg, rg)
	}
}

// memeRegime is the régime of another stretch that stops the same line, or nil.
func (l *lecture) memeRegime(cg *conge, rg *regime) *regime {
	for _, k := range cg.regimes {
		if k.independant == rg.independant {
			return k
		}
	}
	return nil
}

// unSeulDroit: the right is examined on the first day of the leave, whatever
// the stretches in which it is taken (OUV-02).
func unSeulDroit(r droit.Risque) bool {
	switch r {
	case droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge:
		return true
	}
	return false
}

// droitsConge reads OUV-01 to OUV-06.
func (l *lecture) droitsConge(cg *conge, rg *regime) droits {
	a := &l.cas.Arrets[cg.premier()]
	n, debut := l.naissanceDe(a), rg.c.interruption
	sans := droits{connus: true, ouverts: true, voie: "sans condition"}
	affiliation := v.Jour(0) // the day on which the affiliation is looked at
	dates := []v.Jour{debut}
	switch cg.risque {
	case droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro, droit.ITI, droit.AJAP:
		return sans
	case droit.DeuilEnfant:
		if rg.independant || l.cas.Options.Lecture("AUT-U-15", "sans_condition") != "droit_commun" {
			return sans
		}
	case droit.Maternite, droit.Pathologique, droit.DES:
		if r := l.reposDe(n, rg.independant); r != nil && r.pere {
			return sans // L.331-6
		}
		if n != nil && n.PrevueLe != 0 {
			affiliation = n.PrevueLe
			dates = append(dates, n.PrevueLe.AjouterMois(-9))
		}
	case droit.Paternite:
		if n != nil {
			affiliation = n.PrevueLe
			if affiliation == 0 {
				affiliation = n.AccouchementLe
			}
		}
	case droit.AdoptionConge:
		if ad := l.adoptionDe(a); ad != nil {
			affiliation = ad.ArriveeLe
		}
	case droit.NaissanceConge:
		affiliation = debut
	}
	depuis := l.cas.Assure.AffilieDepuis
	if debut := debutDe(l.activitesDuRegime(rg)); rg.independant && debut != 0 {
		depuis = debut // OUV-06: as an independent
	}
	if !affilieAssez(depuis, affiliation, debut) {
		return droits{connus: true, voie: "affiliation trop courte"}
	}
	if rg.independant {
		return droits{connus: true, ouverts: true, voie: "affiliation (D.623-8)"}
	}
	var d droits
	for _, date := range dates {
		if d = l.ouverture(rg.c, date); d.ouverts {
			break
		}
	}
	d.connus = true
	return d
}

// affilieAssez tests the months of affiliation at a date; an affiliation that is
// not dated is presumed.
func affilieAssez(depuis, le, debut v.Jour) bool {
	return le == 0 || depuis == 0 || depuis.AjouterMois(moisAffiliation(debut)) <= le
}

// baseConge gives the daily amount of a régime. It returns false when a figure
// of the law is missing.
func (l *lecture) baseConge(cg *conge, rg *regime) bool {
	switch {
	case cg.risque == droit.ITI || cg.risque == droit.AJAP:
		return true
	case rg.independant:
		return l.baseIndependant(cg, rg)
	case atmp(cg.risque):
		return l.baseAccident(cg, rg)
	case cg.risque == droit.GarantieGrossesse:
		c := *rg.c
		c.interruption = l.origine(c.interruption, false)
		b, connu := l.baseSalariee(&c)
		if !connu {
			return false
		}
		rg.base = baseAutre{reference: b.Reference, somme: b.Somme, jour: euros(b.IJ)}
		for _, ligne := range rg.lignes {
			p := new(big.Rat)
			for _, q := range c.parts {
				if q.ligne == ligne {
					p = q.part
				}
			}
			rg.base.poids = append(rg.base.poids, p)
		}
		return true
	}
	return l.baseFamille(cg, rg)
}

// congeAvant is the other benefit that a stop of maladie follows without work
// resumed, or nil: of any of the jobs that it stops, of which there is one allowance.
func (l *lecture) congeAvant(c *chaine) *conge {
	var avant *conge
	for _, cg := range l.conges {
		arretee := slices.ContainsFunc(l.chaines, func(k *chaine) bool {
			return k.premier() == c.premier() && k.independant == c.independant && cg.arrete(k.ligne)
		})
		if cg.du >= c.interruption || !arretee || avant != nil && cg.au <= avant.au {
			continue
		}
		fin := l.finConge(cg)
		if atmp(cg.risque) {
			if fin = l.prescritAvant(cg, c.interruption); fin == 0 {
				continue // the day of the accident alone was worked
			}
		}
		if fin+1 >= c.interruption || l.accole(fin, c.interruption) && l.sansReprise(fin, c.interruption, c.independant) {
			avant = cg
		}
	}
	return avant
}

// prescritAvant is the last day, before one, that a prescription of an accident keeps from work;
// zero when none does.
func (l *lecture) prescritAvant(cg *conge, d v.Jour) v.Jour {
	fin := v.Jour(0)
	for _, m := range cg.membres {
		a := &l.cas.Arrets[m]
		if au := min(l.finReelle(cg.regimes[0].lignes[0], a), cg.au, d-1); l.premierChome(a) <= au {
			fin = max(fin, au)
		}
	}
	return fin
}

// accole tells whether only days of rest lie between the end of a stop and a day.
func (l *lecture) accole(fin, debut v.Jour) bool {
	for d := fin + 1; d < debut; d++ {
		if !weekEnd(d) && !ferie(d, l.cas.Assure.Territoire == droit.AlsaceMoselle) {
			return false
		}
	}
	return true
}

// finConge is the last day of a leave on which work was not resumed.
func (l *lecture) finConge(cg *conge) v.Jour {
	fin := v.Jour(0)
	for _, m := range cg.membres {
		fin = max(fin, l.finReelle(cg.regimes[0].lignes[0], &l.cas.Arrets[m]))
		if jours := l.chomes(&l.cas.Arrets[m], cg.regimes[0].independant); len(jours) > 1 {
			fin = max(fin, jours[1].Au) // what was put off until the child came home
		}
	}
	return min(fin, cg.au)
}

// arrete tells whether a leave stops a line.
func (cg *conge) arrete(ligne int) bool {
	return slices.ContainsFunc(cg.regimes, func(rg *regime) bool { return slices.Contains(rg.lignes, ligne) })
}

// departBase is the first day of the interruption that a stop of maladie goes on
// with, or zero when it begins one.
func (l *lecture) departBase(c *chaine) v.Jour {
	avant := l.congeAvant(c)
	if avant == nil {
		return 0
	}
	commence := v.Jour(0) // of the jobs that it stops: a job begun is work
	for _, k := range l.chaines {
		if k.premier() == c.premier() && k.independant == c.independant {
			commence = max(commence, l.cas.Activites[k.ligne].Debut)
		}
	}
	if avant.du <= commence && avant.accident != commence {
		return 0
	}
	return l.origineDepuis(c.interruption, c.independant, commence)
}

// suiteSansCarence reads R.331-6 al. 2: no carence when the sickness shows after
// the maternity rest of a mother who has not gone back to work, nor when it was
// there already during the rest that she was paid.
func (l *lecture) suiteSansCarence(c *chaine) bool {
	x := c.premier()
	if l.exoneres[x] {
		return true
	}
	if c.independant || atmp(l.cas.Arrets[l.origines[x]].Risque) {
		return false // an accident does not follow from the birth
	}
	return slices.ContainsFunc(l.conges, func(cg *conge) bool {
		arretee := slices.ContainsFunc(l.chaines, func(k *chaine) bool { // of the jobs that the stop touches
			return k.premier() == x && !k.independant && cg.arrete(k.ligne)
		})
		if cg.risque != droit.Maternite || cg.ailleurs || cg.du > c.interruption || !arretee {
			return false
		}
		r := l.reposDe(l.naissanceDe(&l.cas.Arrets[cg.premier()]), false)
		if r == nil || r.pere || !l.cesseAssez(cg, cg.regimes[0], r) {
			return false
		}
		dernier := v.Jour(0)
		for d := cg.du; d <= l.finConge(cg) && d <= c.interruption; d++ {
			if r.contient(d) && l.cesse(cg, cg.regimes[0], d) {
				dernier = d
			}
		}
		if dernier == c.interruption { // paid by the same régime
			return slices.ContainsFunc(l.lues, func(j jourAutre) bool {
				return j.cg == cg && !j.rg.independant && j.Date == dernier && j.Etat == "paye"
			})
		}
		return dernier != 0 && l.sansReprise(dernier, c.interruption, false)
	})
}
