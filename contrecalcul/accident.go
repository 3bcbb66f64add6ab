package contrecalcul

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// sinistreDe is the accident or the disease that an arrêt is due to, or nil.
func (l *lecture) sinistreDe(a *droit.Arret) *droit.Sinistre {
	for i := range l.cas.Sinistres {
		if s := &l.cas.Sinistres[i]; s.ID == a.Sinistre {
			return s
		}
	}
	return nil
}

// accident tells an accident from a disease, which has no day that the employer pays.
func accident(s *droit.Sinistre) bool { return s.Risque != droit.MaladiePro }

// dateSinistre is the day of the accident; for a disease, that of its first
// medical finding (L.461-1).
func dateSinistre(s *droit.Sinistre) v.Jour {
	if !accident(s) && s.ConstatationLe != 0 {
		return s.ConstatationLe
	}
	return s.AccidentLe
}

// memeAccident tells two times off for one accident; one that is not named is like no other.
func memeAccident(a, b *conge) bool { return a == b || a.fait != "" && a.fait == b.fait }

// membresDe lists the prescriptions of a time off that stop one line: those that
// name it, and those that go on with it without naming any.
func (l *lecture) membresDe(cg *conge, ligne int) []int {
	if !atmp(cg.risque) {
		return cg.membres
	}
	var ms []int
	for _, m := range cg.membres {
		a := &l.cas.Arrets[m]
		if slices.Contains(l.lignesDeLArret(m, a.Debut), ligne) || len(ms) > 0 && a.Activites == nil {
			ms = append(ms, m)
		}
	}
	return ms
}

// etendue runs from the first day to the last of some prescriptions.
func (l *lecture) etendue(membres []int) v.Periode {
	p := v.P(l.cas.Arrets[membres[0]].Debut, 0)
	for _, m := range membres {
		p.Au = max(p.Au, l.cas.Arrets[m].Fin)
	}
	return p
}

// guerisons lists the days on which the injury of an arrêt was healed or consolidated,
// in order: what is fixed on one certificate is fixed for all those of the accident.
func (l *lecture) guerisons(a *droit.Arret) []v.Jour {
	var js []v.Jour
	for _, e := range l.decisions {
		if fini := e.Nature == droit.Consolidation || e.Nature == droit.Guerison; !fini {
			continue
		}
		if dit := l.accidentDit(e); dit != "" || a.Sinistre != "" {
			if dit != a.Sinistre {
				continue
			}
		} else if e.Arret != "" && !slices.Contains(l.suiteSansNom(e.Arret), a.ID) {
			continue
		}
		js = append(js, e.Le)
	}
	slices.Sort(js)
	return js
}

// accidentDit is the accident that a decision tells, by its name or by an arrêt of it.
func (l *lecture) accidentDit(e *droit.Decision) string {
	dit := e.Sinistre
	for i := range l.cas.Arrets {
		if a := &l.cas.Arrets[i]; dit == "" && e.Arret != "" && a.ID == e.Arret {
			dit = a.Sinistre
		}
	}
	return dit
}

// suiteSansNom names the arrêts of the accident that nobody named of which one is
// given: each prolongation is of the stop begun last before it.
func (l *lecture) suiteSansNom(id string) []string {
	var rang []*droit.Arret
	for i := range l.cas.Arrets {
		if a := &l.cas.Arrets[i]; a.Sinistre == "" && atmp(a.Risque) && l.origines[i] == i {
			rang = append(rang, a)
		}
	}
	slices.SortStableFunc(rang, func(a, b *droit.Arret) int {
		if n := cmp.Or(cmp.Compare(a.Risque, b.Risque), cmp.Compare(a.Debut, b.Debut)); n != 0 {
			return n
		}
		return cmp.Or(comparerSuite(a, b), cmp.Compare(a.ID, b.ID))
	})
	var suite []string
	for i, a := range rang {
		if a.Nature != droit.Prolongation || i > 0 && rang[i-1].Risque != a.Risque {
			if slices.Contains(suite, id) {
				return suite
			}
			suite = nil
		}
		suite = append(suite, a.ID)
	}
	if !slices.Contains(suite, id) {
		return nil
	}
	return suite
}

// comparerSuite puts what begins a stop before what prolongs it.
func comparerSuite(a, b *droit.Arret) int {
	switch p, q := a.Nature == droit.Prolongation, b.Nature == droit.Prolongation; {
	case p == q:
		return 0
	case p:
		return 1
	}
	return -1
}

// teteRechute is the arrêt that began the relapse, after a consolidation, in
// which an arrêt stands; -1 when there is none.
func (l *lecture) teteRechute(a *droit.Arret) int {
	tete := -1
	gueris := l.guerisons(a)
	for i := range l.cas.Arrets {
		b := &l.cas.Arrets[i]
		if b.Sinistre != a.Sinistre || b.Nature != droit.Rechute || b.Debut == 0 || b.Debut > a.Debut || l.origines[i] != i {
			continue
		}
		if len(gueris) > 0 && gueris[0] < b.Debut && (tete < 0 || b.Debut > l.cas.Arrets[tete].Debut) {
			tete = i
		}
	}
	return tete
}

// rechuteDe is the first day of that relapse, or zero.
func (l *lecture) rechuteDe(a *droit.Arret) v.Jour {
	if !atmp(a.Risque) {
		return 0
	}
	if t := l.teteRechute(a); t >= 0 {
		return l.cas.Arrets[t].Debut
	}
	return 0
}

// finSinistre is the day on which the injury that an arrêt is due to was healed
// or consolidated: the first such day since the relapse that it belongs to. Zero
// when it was not.
func (l *lecture) finSinistre(i int) v.Jour {
	a := &l.cas.Arrets[i]
	depuis := l.rechuteDe(a)
	for _, j := range l.guerisons(a) {
		if j >= depuis {
			return j
		}
	}
	return 0
}

// reconnaissance says whether the caisse has recognised what an arrêt is due to:
// "reconnu", "refuse", or "attente". The last decision counts: on the accident,
// or on the relapse that the arrêt belongs to. Without any, what only a
// recognised accident has (its end, a pension, days paid) stands for one.
func (l *lecture) reconnaissance(i int) string {
	a := &l.cas.Arrets[i]
	nommes, depuis := []string{a.ID}, v.Jour(0)
	if t := l.derniereRechute(a); t >= 0 {
		b := &l.cas.Arrets[t]
		nommes = append(nommes, b.ID)
		if g := l.guerisons(a); len(g) > 0 && g[0] < b.Debut {
			depuis = b.Debut // a relapse has its own decision (R.441-16)
		}
	}
	dit, le := "attente", v.Jour(-1)
	for _, e := range l.decisions {
		if e.Nature != droit.Reconnaissance && e.Nature != droit.RefusReconnaissance || e.Le < le {
			continue
		}
		if e.Arret != "" && !slices.Contains(nommes, e.Arret) || e.Arret == "" && (e.Sinistre != a.Sinistre || e.Le < depuis) {
			continue
		}
		favorable := e.Nature == droit.Reconnaissance
		if e.Le == le && !favorable {
			continue // of two decisions of one day, the favourable one
		}
		if dit, le = "refuse", e.Le; favorable {
			dit = "reconnu"
		}
	}
	if dit == "attente" && depuis == 0 && a.Sinistre != "" && l.dejaServi(a) {
		return "reconnu"
	}
	return dit
}

// derniereRechute is the last relapse of an accident begun by the start of an
// arrêt; -1 when there is none.
func (l *lecture) derniereRechute(a *droit.Arret) int {
	tete := -1
	for i := range l.cas.Arrets {
		b := &l.cas.Arrets[i]
		if b.Sinistre == a.Sinistre && b.Sinistre != "" && b.Nature == droit.Rechute && b.Debut <= a.Debut && b.Debut != 0 && l.origines[i] == i &&
			(tete < 0 || b.Debut >= l.cas.Arrets[tete].Debut) {
			tete = i
		}
	}
	return tete
}

// dejaServi tells whether the case holds what only a recognised accident has.
func (l *lecture) dejaServi(a *droit.Arret) bool {
	sinistre := a.Sinistre
	for _, s := range l.cas.Sinistres {
		if s.ID == sinistre && (s.JoursIndemnises > 0 || s.IJ60.EstConnu() || s.IJ80.EstConnu()) {
			return true
		}
	}
	return len(l.guerisons(a)) > 0 ||
		slices.ContainsFunc(l.cas.Rentes, func(r droit.Rente) bool { return r.Sinistre == sinistre }) ||
		slices.ContainsFunc(l.cas.Anterieures, func(p droit.IndemniteAnterieure) bool {
			return p.Sinistre == sinistre && p.Risque != droit.Maladie
		})
}

// partagerAccident reads SWI-01, SWI-03, SWI-06 and AT-17: maladie until the
// recognition, more than two years before a disease is declared, and after the end
// of the injury.
func (l *lecture) partagerAccident(i int) []destin {
	a := &l.cas.Arrets[i]
	if l.enMaladie(i) {
		nature := droit.Initial
		if a.Nature == droit.Prolongation {
			nature = droit.Prolongation
		}
		return tous(a, destin{maladie: true, nature: nature})
	}
	fin, depuis := l.finSinistre(i), v.Jour(0)
	if s := l.sinistreDe(a); s != nil && !accident(s) && s.DeclareLe != 0 {
		depuis = s.DeclareLe.AjouterAnnees(-2) // SWI-06
	}
	if (fin == 0 || fin >= a.Fin) && depuis <= a.Debut {
		return nil
	}
	if fin == 0 {
		fin = a.Fin
	}
	destins := make([]destin, 0, a.Fin-a.Debut+1)
	for d := a.Debut; d <= a.Fin; d++ {
		switch {
		case d < depuis:
			destins = append(destins, destin{maladie: true, nature: a.Nature})
		case d <= fin:
			destins = append(destins, destin{})
		case fin < a.Debut && a.Nature == droit.Prolongation:
			destins = append(destins, destin{maladie: true, nature: droit.Prolongation}) // goes on with what came before it
		default:
			destins = append(destins, destin{maladie: true, nature: droit.Initial})
		}
	}
	return destins
}

// enMaladie tells a stop for an accident that only sickness pays: not recognised, or
// that of an independent.
func (l *lecture) enMaladie(i int) bool {
	return l.reconnaissance(i) != "reconnu" || !slices.ContainsFunc(l.lignesDeLArret(i, l.cas.Arrets[i].Debut), func(k int) bool {
		return l.cas.Activites[k].Nature == droit.Salarie
	})
}

// apresDeces tells a stop for an accident that begins after the death: it is without object.
func (l *lecture) apresDeces(i int) bool {
	a, mort := &l.cas.Arrets[i], l.cas.Assure.DecesLe
	return mort != 0 && a.Debut > mort && (atmp(a.Risque) || a.Risque == droit.ITI)
}

// placerAccidents adds the day of the accident to the first time off that it
// caused: its employer pays it whole (AT-01). A disease has such a day only when
// work was done on the day of the first finding.
func (l *lecture) placerAccidents() {
	for _, cg := range l.conges {
		if !atmp(cg.risque) || cg.rechute != 0 || l.memeFait(cg)[0] != cg {
			continue
		}
		a := &l.cas.Arrets[cg.premier()]
		s := l.sinistreDe(a)
		if s == nil || s.JoursIndemnises > 0 || a.Nature == droit.Rechute || dateSinistre(s) == 0 || dateSinistre(s) > cg.au || !accident(s) && !l.auTravailLe(cg, dateSinistre(s)) {
			continue
		}
		if slices.ContainsFunc(l.cas.Anterieures, func(p droit.IndemniteAnterieure) bool { return p.Sinistre == s.ID && atmp(p.Risque) }) {
			continue
		}
		cg.accident = dateSinistre(s)
		for _, rg := range cg.regimes {
			if rg.c.interruption <= cg.accident {
				rg.c.interruption = cg.accident + 1
			}
			if l.cas.Options.Lecture("AUT-U-17", "premier_jour") == "lendemain" && rg.c.interruption > cg.accident+1 {
				rg.c.interruption++ // the day of the stop is the employer's
			}
		}
	}
}

// auTravailLe tells whether the last day worked before a stop is that one.
func (l *lecture) auTravailLe(cg *conge, d v.Jour) bool {
	if j := l.cas.Arrets[cg.premier()].DernierJourTravaille; j != 0 {
		return j == d
	}
	return slices.ContainsFunc(cg.regimes, func(rg *regime) bool {
		return slices.ContainsFunc(rg.lignes, func(k int) bool { return l.cas.Activites[k].DernierJourTravaille == d })
	})
}

// employaitLe tells whether a line has a day of accident that comes before the
// stop: it was running, with the employer of the accident when he is named.
func (l *lecture) employaitLe(cg *conge, ligne int, d v.Jour) bool {
	s, x := l.sinistreDe(&l.cas.Arrets[cg.premier()]), &l.cas.Activites[ligne]
	return court(x, d) && (s.Employeur == "" || s.Employeur == x.Employeur)
}

// controleAccident asks of a day of an accident what maladie asks too: how it was
// prescribed, and what the contrôle médical says of it. Any certificate opens
// the payment (R.433-13): who signed it, or an opinion to come (L.323-7), is not asked.
func (l *lecture) controleAccident(cg *conge, rg *regime, d v.Jour, x int) (etat, motif string) {
	a, depuis := &l.cas.Arrets[x], *rg.c
	depuis.blocs = []bloc{{du: max(cg.du, rg.c.interruption)}} // the employer's day is not one of stop
	switch {
	case !formulaireValable(a):
		return "attente", "FORM_REJECTED"
	case l.auDelaTelemedecine(&depuis, a, d):
		return "non_prescrit", "TELEMED_3D"
	case l.suspendu(rg.c, x, d):
		return "suspendu", "CTL_MEDICAL"
	case l.decide(droit.ControleImpossible, rg.c, x, d):
		return "refuse", "CONTROL_IMPOSSIBLE"
	}
	if l.accidentPrescrit(cg, a, d) {
		return "refuse", "TIME_BARRED"
	}
	if s := l.sinistreDe(a); s != nil && dateSinistre(s) >= v.NewJour(2027, 1, 1) && d >= cg.du.AjouterAnnees(4) &&
		l.cas.Options.Lecture("AUT-U-5", "sans_limite") == "quatre_ans" {
		return "epuise", "QUATRE_ANS"
	}
	return "", ""
}
