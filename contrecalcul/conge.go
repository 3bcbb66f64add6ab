package contrecalcul

import (
	"cmp"
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// conge is one uninterrupted time of a benefit other than maladie: the arrêts of
// one risk, for one birth, adoption, death or accident, that touch each other.
type conge struct {
	risque   droit.Risque
	fait     string // what the benefit is for
	rechute  v.Jour // AT/MP: first day of the relapse that it belongs to, or zero
	membres  []int
	du, au   v.Jour
	accident v.Jour // day of the accident, when the case holds it
	regimes  []*regime
	ailleurs bool      // another job goes on meanwhile
	rentre   bool      // its jobs were gone back to
	demande  v.Periode // the stretch asked for in one go that its days are of, when it was cut
}

// regime is one IJ: that of all the jobs together, or that of the independent
// activities. Its questions are asked of a chain, as those of maladie are.
type regime struct {
	independant bool
	lignes      []int
	c           *chaine
	ouvert      bool
	connu       bool // no figure of the law is missing
	compte      bool // whether the days of a maternity leave, or those of an ITI, are counted,
	assez       bool // and are eight weeks
	couverte    bool // of an ITI whose month is counted: the pension takes it whole
	base        baseAutre
}

// baseAutre is the daily amount of a régime, before the rounding of each benefit.
type baseAutre struct {
	reference string
	somme     *big.Rat
	jour      *big.Rat   // family: the whole IJ; AT/MP: the daily gain; maladie: the IJ
	plancher  *big.Rat   // AT/MP: what the daily gain may not fall under, of minors and apprentices
	poids     []*big.Rat // restored pay of each line
}

// jourAutre is one day read for a benefit other than maladie.
type jourAutre struct {
	Jour
	cg      *conge
	rg      *regime
	perdu   bool       // maternity took the day
	total   v.Centimes // what the régime owes that day, all lines together
	suppose v.Centimes // share of the line, were every employer that keeps a wage paid
	pleine  v.Centimes // AT/MP: the same before the pension is taken off
	rang    int        // AT/MP: how many indemnified days it makes
}

func (cg *conge) premier() int { return cg.membres[0] }

// memeFait lists the times of one benefit for one fact.
func (l *lecture) memeFait(cg *conge) []*conge {
	var s []*conge
	for _, k := range l.conges {
		if k.risque == cg.risque && k.fait == cg.fait && (!atmp(k.risque) || memeAccident(k, cg)) {
			s = append(s, k)
		}
	}
	return s
}

// tempsDe lists those of them that one régime pays: each has its own days.
func (l *lecture) tempsDe(cg *conge, independant bool) []*conge {
	return slices.DeleteFunc(l.memeFait(cg), func(k *conge) bool {
		return k.ailleurs != cg.ailleurs || k.rentre != cg.rentre || !slices.ContainsFunc(k.regimes, func(rg *regime) bool { return rg.independant == independant })
	})
}

// rangerConges gathers the arrêts that are not of maladie.
func (l *lecture) rangerConges() {
	var rang []int
	for i := range l.cas.Arrets {
		if l.autreConnu(i) && !l.apresDeces(i) {
			rang = append(rang, i)
		}
	}
	slices.SortStableFunc(rang, func(i, j int) int { return cmp.Compare(l.cas.Arrets[i].Debut, l.cas.Arrets[j].Debut) })
	for _, i := range rang {
		a := &l.cas.Arrets[i]
		fait, rechute := l.faitDe(a), l.rechuteDe(a)
		lignes := l.lignesDeLArret(i, a.Debut)
		joint := false
		for k := len(l.conges) - 1; k >= 0 && !joint; k-- {
			cg := l.conges[k]
			if cg.risque != a.Risque || cg.fait != fait || cg.rechute != rechute || !l.memesRegimes(cg, lignes) {
				continue
			}
			joint = l.joindre(cg, i)
			break
		}
		if joint || len(lignes) == 0 {
			continue
		}
		cg := &conge{risque: a.Risque, fait: fait, rechute: rechute, membres: []int{i}, du: a.Debut, au: a.Fin}
		l.ouvrirRegimes(cg, lignes)
		l.conges = append(l.conges, cg)
	}
	l.rassemblerEmplois()
	l.placerAccidents()
	l.prochain = 1 << 30
	for _, cg := range l.conges {
		l.prochain = min(l.prochain, cg.du)
		if cg.accident != 0 {
			l.prochain = min(l.prochain, cg.accident)
		}
	}
}

// memesRegimes tells whether some lines belong to the régimes of a leave, and to all of them.
func (l *lecture) memesRegimes(cg *conge, lignes []int) bool {
	de := func(independant bool) bool {
		return slices.ContainsFunc(lignes, func(k int) bool { return (l.cas.Activites[k].Nature == droit.Independant) == independant })
	}
	a := func(independant bool) bool {
		return slices.ContainsFunc(cg.regimes, func(rg *regime) bool { return rg.independant == independant })
	}
	return len(lignes) == 0 || de(true) == a(true) && de(false) == a(false)
}

// joindre adds an arrêt to the time before it when they touch, or when it
// prolongs it as MAL-CAR-04 says; otherwise the time before ends where it begins.
func (l *lecture) joindre(cg *conge, i int) bool {
	a := &l.cas.Arrets[i]
	fin := v.Jour(0)
	for _, m := range cg.membres {
		fin = max(fin, l.finReelle(cg.regimes[0].lignes[0], &l.cas.Arrets[m]))
	}
	touche := a.Debut <= fin+1
	if !atmp(a.Risque) && slices.ContainsFunc(l.cas.Activites[cg.regimes[0].lignes[0]].Reprises, func(r droit.Reprise) bool {
		return r.Motif != droit.RepriseTPT && r.Le == a.Debut
	}) {
		touche = false // back at work that day, and stopped again
	}
	if atmp(a.Risque) && a.Nature == droit.Prolongation && !touche && fin >= cg.au {
		c := &chaine{ligne: cg.regimes[0].lignes[0], blocs: []bloc{{du: cg.du, au: cg.au, membres: cg.membres, tete: cg.premier()}}, interruption: cg.du}
		touche = l.prolonge(c, bloc{du: a.Debut, au: a.Fin, membres: []int{i}, tete: i})
	}
	if !touche {
		cg.au = min(cg.au, a.Debut-1)
		return false
	}
	cg.membres = append(cg.membres, i)
	cg.au = max(cg.au, a.Fin)
	for _, k := range l.lignesDeLArret(i, a.Debut) { // work stopped later than the rest
		if rg := cg.regimes[0]; atmp(a.Risque) && !slices.Contains(rg.lignes, k) {
			rg.lignes = append(rg.lignes, k)
		}
	}
	return true
}

// ouvrirRegimes groups the lines: the jobs together, the independent activities together.
func (l *lecture) ouvrirRegimes(cg *conge, lignes []int) {
	a := &l.cas.Arrets[cg.premier()]
	for _, i := range lignes {
		activite := &l.cas.Activites[i]
		independant := activite.Nature == droit.Independant
		if k := slices.IndexFunc(cg.regimes, func(rg *regime) bool { return rg.independant == independant }); k >= 0 {
			cg.regimes[k].lignes = append(cg.regimes[k].lignes, i)
			continue
		}
		b := bloc{du: cg.du, au: cg.au, membres: cg.membres, tete: cg.premier()}
		rg := &regime{independant: independant, lignes: []int{i}, c: &chaine{ligne: i, blocs: []bloc{b}, independant: independant, interruption: dateInterruption(a, activite, b)}}
		cg.regimes = append(cg.regimes, rg)
	}
}

// lignesDeLArret lists the lines that an arrêt stops: those that it names, or
// those that run that day, or the last lost of its kind.
func (l *lecture) lignesDeLArret(i int, d v.Jour) []int {
	a := &l.cas.Arrets[i]
	var lignes []int
	for k := range l.cas.Activites {
		s := &l.cas.Activites[k]
		if s.Nature == droit.ChomageIndemnise || s.Nature == droit.Independant && salariesSeuls(a.Risque) {
			continue
		}
		if a.Activites != nil {
			if slices.Contains(a.Activites, s.ID) {
				lignes = append(lignes, k)
			}
			continue
		}
		if a.Risque == droit.ITI && l.autreEmployeur(a, s) {
			continue
		}
		if a.Risque == droit.AJAP && s.Nature == droit.Independant && !l.sansEmploi(a) {
			continue // one allowance for the person
		}
		if court(s, d) || s.Fin != 0 && s.Fin < d && l.derniereFinie(s, d) {
			lignes = append(lignes, k)
		}
	}
	return lignes
}

// autreEmployeur: the indemnity of inaptitude is for the job concerned, that of
// the employer of the accident when it is one of the case.
func (l *lecture) autreEmployeur(a *droit.Arret, s *droit.Activite) bool {
	x := l.sinistreDe(a)
	return x != nil && x.Employeur != "" && s.Employeur != x.Employeur &&
		slices.ContainsFunc(l.cas.Activites, func(k droit.Activite) bool { return k.Employeur == x.Employeur })
}

// derniereFinie tells whether no line of the kind runs, and none ended later.
func (l *lecture) derniereFinie(s *droit.Activite, d v.Jour) bool {
	return !slices.ContainsFunc(l.cas.Activites, func(a droit.Activite) bool {
		return a.Nature == s.Nature && (court(&a, d) || a.Fin < d && a.Fin > s.Fin)
	})
}

// salariesSeuls: the benefits that an independent activity does not open.
func salariesSeuls(r droit.Risque) bool {
	return atmp(r) || r == droit.ITI || r == droit.GarantieGrossesse
}

func atmp(r droit.Risque) bool {
	return r == droit.AccidentTravail || r == droit.AccidentTrajet || r == droit.MaladiePro
}

// faitDe names what an arrêt is for.
func (l *lecture) faitDe(a *droit.Arret) string {
	switch a.Risque {
	case droit.Maternite, droit.Pathologique, droit.DES, droit.Paternite, droit.GarantieGrossesse, droit.NaissanceConge:
		if n := l.naissanceDe(a); n != nil {
			return n.ID
		}
		if ad := l.adoptionDe(a); ad != nil {
			return ad.ID
		}
	case droit.AdoptionConge:
		if ad := l.adoptionDe(a); ad != nil {
			return ad.ID
		}
	case droit.DeuilEnfant, droit.AJAP:
		if m := l.decesDe(a); m != nil {
			return m.ID
		}
		return a.Deces
	}
	return a.Sinistre
}

func (l *lecture) adoptionDe(a *droit.Arret) *droit.Adoption {
	for i := range l.cas.Adoptions {
		if ad := &l.cas.Adoptions[i]; ad.ID == a.Adoption {
			return ad
		}
	}
	if a.Adoption == "" && a.Naissance == "" && len(l.cas.Adoptions) == 1 {
		return &l.cas.Adoptions[0]
	}
	return nil
}

func (l *lecture) decesDe(a *droit.Arret) *droit.Deces {
	for i := range l.cas.Deces {
		if m := &l.cas.Deces[i]; m.ID == a.Deces {
			return m
		}
	}
	if a.Deces == "" && len(l.cas.Deces) == 1 {
		return &l.cas.Deces[0]
	}
	return nil
}

// sansReprise tells whether nothing says that the work of a régime was resumed between
// the end of a leave and the start of another: only rest days, or days of other stops, lie
// between them.
func (l *lecture) sansReprise(fin, debut v.Jour, independant bool) bool {
	for d := fin + 1; d < debut; d++ {
		if !weekEnd(d) && !ferie(d, l.cas.Assure.Territoire == droit.AlsaceMoselle) && !l.arreteLe(d) {
			return false
		}
	}
	for i := range l.cas.Activites {
		for _, r := range l.cas.Activites[i].Reprises {
			if (l.cas.Activites[i].Nature == droit.Independant) == independant && r.Motif != droit.RepriseTPT && r.Le > fin && r.Le <= debut {
				return false
			}
		}
	}
	return true
}

// arreteLe tells whether some known arrêt of a job covers a day.
func (l *lecture) arreteLe(d v.Jour) bool {
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		if l.eteints[i] || a.Debut == 0 || l.sansEmploi(a) || !l.connu(a.RecuLe) || !l.connu(a.ConnuLe) || a.Risque != droit.Maladie && len(l.lignesDeLArret(i, a.Debut)) == 0 {
			continue
		}
		if l.premierChome(a) <= d && d <= a.Fin && !l.travailRepris(a, d) {
			return true
		}
	}
	return false
}

// premierChome is the first day of an arrêt that is not worked: that of the accident is.
func (l *lecture) premierChome(a *droit.Arret) v.Jour {
	debut := max(a.Debut, a.DernierJourTravaille+1)
	if s := l.sinistreDe(a); s != nil && atmp(a.Risque) && accident(s) && s.AccidentLe == debut {
		debut++
	}
	return debut
}

// chomes lists the stretches of an arrêt without the work of a régime: up to the return
// to it and, of a maternity leave, what was put off until the child came home (MAT-07).
func (l *lecture) chomes(a *droit.Arret, independant bool) []v.Periode {
	fin := a.Fin
	for k := range l.cas.Activites {
		if (l.cas.Activites[k].Nature == droit.Independant) == independant {
			fin = min(fin, l.finReelle(k, a))
		}
	}
	jours := []v.Periode{v.P(l.premierChome(a), fin)}
	if a.Risque != droit.Maternite {
		return jours
	}
	r := l.reposDe(l.naissanceDe(a), false)
	if r == nil || len(r.jours) < 2 || a.Debut >= r.jours[1].Du || fin >= r.jours[1].Du {
		return jours
	}
	suite := v.P(r.jours[1].Du, min(a.Fin, r.jours[1].Au))
	for k := range l.cas.Activites {
		for _, x := range l.cas.Activites[k].Reprises {
			if (l.cas.Activites[k].Nature == droit.Independant) == independant && x.Motif != droit.RepriseTPT && x.Le > suite.Du {
				suite.Au = min(suite.Au, x.Le-1)
			}
		}
	}
	return append(jours, suite)
}

// origine is the first day of the interruption that goes on, without the work of a
// régime resumed, up to day d: the reference pays are those before it.
func (l *lecture) origine(d v.Jour, independant bool) v.Jour {
	return l.origineDepuis(d, independant, 0)
}

// origineDepuis is the same, no earlier than the first day of the work that is stopped.
func (l *lecture) origineDepuis(d v.Jour, independant bool, commence v.Jour) v.Jour {
	for encore := true; encore; {
		encore = false
		for i := range l.cas.Arrets {
			a := &l.cas.Arrets[i]
			if l.eteints[i] || a.Debut == 0 || l.sansEmploi(a) || !l.connu(a.RecuLe) || !l.connu(a.ConnuLe) || a.Risque != droit.Maladie && len(l.lignesDeLArret(i, a.Debut)) == 0 {
				continue
			}
			for _, p := range l.chomes(a, independant) {
				if p.Du > commence && p.Du < d && p.Au >= p.Du && (p.Au >= d || l.sansReprise(p.Au, d, independant)) {
					d, encore = p.Du, true
				}
			}
		}
	}
	return d
}
