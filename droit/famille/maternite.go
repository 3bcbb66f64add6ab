package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planMaternite decides the days of the maternity leave of one birth, for the
// mother or, when she died, for the parent who takes what is left of it.
func (c *Calcul) planMaternite(g []*conge) {
	n := c.naissance(g[0].evenement)
	if n == nil || prevue(n) == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rDuree)
			x.manquer("DATE_PREVUE", "assure", "Indiquez-nous la date prévue de l'accouchement : elle fixe les dates de votre congé de maternité.")
		}
		return
	}
	if !c.viable(n) {
		for _, x := range g {
			x.tout(droit.Refuse, rViable)
		}
		return
	}
	ls, pere := c.legales(n), c.parentSurvivant(n)
	c.reporterApresHopital(n, ls, c.reposDemande(g[0]))
	for _, x := range g {
		c.joursMaternite(n, ls, x, pere)
	}
	if !pere && !c.minimumAtteint(n, ls, g) {
		regle := rMinimum
		if g[0].tns {
			regle = rMinimumTNS
		}
		for _, x := range g {
			x.changer(droit.Paye, droit.Refuse, regle)
			x.changer(droit.Attente, droit.Refuse, regle)
		}
		return
	}
	if !pere && !g[0].tns {
		c.suitesDuConge(g)
	}
	c.interrogerNaissance(n, g)
}

// suitesDuConge hands over the sick leaves that go on after the leave, without
// work resumed: they have no waiting period (MAT-06). Those that begin in it have
// none either while it is served: what comes after it goes on. The last of its runs speaks.
func (c *Calcul) suitesDuConge(g []*conge) {
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		suite := droit.Renvoi{Arret: i, Periode: a.Periode(), Nature: a.Nature}
		for _, x := range g {
			if a.Risque != droit.Maladie || !c.concerne(a, x) {
				continue
			}
			if pris := x.dernierPaye(a.Debut); c.enchaine(x, pris, a.Debut) {
				suite.SansCarence, suite.Pendant = droit.ExoSuitesCouches, pris == a.Debut
			}
		}
		if suite.SansCarence != "" {
			c.renvois = append(c.renvois, suite)
		}
	}
}

// parentSurvivant reports whether the person is the parent who takes the leave
// of a mother who died (MAT-08).
func (c *Calcul) parentSurvivant(n *droit.Naissance) bool {
	return n.DecesMereLe != 0 && c.cas.Assure.DecesLe != n.DecesMereLe
}

// legales lists the leaves that a birth may give to the person: the parent who
// survives the mother has what is left of hers (MAT-08).
func (c *Calcul) legales(n *droit.Naissance) []legale {
	ls := c.durees(n)
	if !c.parentSurvivant(n) {
		return ls
	}
	for i := range ls {
		ls[i].debut = n.DecesMereLe + 1
		if n.FinCongeMere != 0 {
			ls[i].fin = n.FinCongeMere
		}
	}
	return ls
}

// joursMaternite decides the days of one arrêt of maternity.
func (c *Calcul) joursMaternite(n *droit.Naissance, ls []legale, x *conge, pere bool) {
	repris := c.retour(x, x.fin)
	x.suite = ls[0].suite
	for j := x.du; j <= x.fin; j++ {
		dans := 0
		for i := range ls {
			if ls[i].contient(j) {
				dans++
			}
		}
		l := &ls[0]
		regle, avant := l.regle(j), rDuree
		if pere {
			regle, avant = rDecesMere, rDecesMere
		}
		switch {
		case l.suite.Contient(j) && c.reprise(x, l.suite.Du, j) == 0:
			x.noter(j, droit.Paye, regle)
		case j <= x.travaille, repris != 0 && j >= repris:
			x.noter(j, droit.Travaille, rReprise)
		case dans == len(ls):
			x.noter(j, droit.Paye, regle)
		case dans > 0:
			x.noter(j, droit.Attente, rDuree)
		case j < l.debut:
			x.noter(j, droit.Refuse, avant)
		default:
			x.noter(j, droit.Epuise, rDuree)
		}
	}
}

// reporterApresHopital puts off the rest of the leave to the day after the child
// leaves hospital (MAT-07), when it is still there at the end of the sixth week
// and the work was resumed meanwhile, or the stops declared leave a gap.
func (c *Calcul) reporterApresHopital(n *droit.Naissance, ls []legale, g []*conge) {
	if n.AccouchementLe == 0 {
		return
	}
	attente := n.AccouchementLe + v.Jour(c.n(parametre.MatHospitalisationJours, n.AccouchementLe))
	sortie := v.Jour(0)
	for i := range n.EnfantHospitalise {
		sortie = max(sortie, n.EnfantHospitalise[i].Periode.Au)
	}
	for i := range ls {
		l := &ls[i]
		retour := c.reprise(g[0], max(attente, l.debut)-1, l.fin)
		if libre := trou(g); libre >= attente && libre <= l.fin {
			retour = min(cmp.Or(retour, libre), libre)
		}
		if retour == 0 || sortie < retour {
			continue
		}
		retour = max(retour, min(l.supplement.Au, sortie)+1) // the days added are not put off
		l.suite = v.P(sortie+1, sortie+(l.fin-retour+1))
		l.fin = retour - 1
	}
	if x := g[len(g)-1]; c.cas.Arrets[x.arret].Fin == 0 {
		x.fin, x.certain.Au = max(x.fin, ls[0].suite.Au), max(x.certain.Au, ls[0].suite.Au)
		if d := c.cas.Assure.DecesLe; d != 0 {
			x.fin = min(x.fin, d)
		}
	}
}

// viable reports whether a birth gives a leave, to the mother or the other parent: a pregnancy
// that ends too early gives sickness (FAM-08), and no leave follows the one that it does not give.
func (c *Calcul) viable(n *droit.Naissance) bool {
	semaines, connu := n.SemainesAmenorrhee.Get()
	return !connu || n.AccouchementLe == 0 || semaines >= c.n(parametre.MatViableSemaines, n.AccouchementLe)
}

// repos returns the leave of a birth as it was taken, for another leave of the
// same person.
func (c *Calcul) repos(x *conge, n *droit.Naissance) legale { return c.reposPossibles(x, n)[0] }

// reposPossibles lists it under every answer to what is not known of the birth.
func (c *Calcul) reposPossibles(x *conge, n *droit.Naissance) []legale {
	if !c.viable(n) {
		return []legale{{naissance: n.AccouchementLe}}
	}
	ls := c.legales(n)
	if g := c.reposDemande(x); len(g) > 0 {
		c.reporterApresHopital(n, ls, g)
	}
	return ls
}

// reposDemande lists the stretches of the maternity rest of the same birth, in order, with the
// days on which another job goes on.
func (c *Calcul) reposDemande(x *conge) (g []*conge) {
	for _, y := range c.conges {
		if x.suitRepos(y) {
			g = append(g, y)
		}
	}
	return g
}

// suitRepos reports whether another leave is the maternity rest of the same birth,
// served by the same régime.
func (g *conge) suitRepos(y *conge) bool {
	return y.risque == droit.Maternite && y.evenement == g.evenement && y.tns == g.tns
}

// minimumAtteint reports whether all work stopped for eight weeks at least
// (MAT-01), of which six after the birth for an independent (AUT-TNS-01). A
// mother who died keeps what she was owed.
func (c *Calcul) minimumAtteint(n *droit.Naissance, ls []legale, g []*conge) bool {
	ne, total, apres := nee(n), 0, 0
	for _, x := range g {
		total += x.compter(v.P(x.du, x.fin))
		apres += x.compter(v.P(max(ne, x.du), x.fin))
		perdus := v.P(max(x.fin+1, x.du), x.declaree) // death alone kept her from what she had asked for
		if c.retour(x, x.fin) != 0 {                  // back at work, she had only what was put off left
			if c.reprise(x, ls[0].suite.Du, x.fin) != 0 {
				continue
			}
			perdus = perdus.Inter(ls[0].suite)
		}
		total += ls[0].jours(perdus)
		apres += ls[0].jours(perdus.Inter(v.P(ne, 0)))
	}
	if total < c.n(parametre.MatMinimumJours, ne) {
		return false
	}
	return !g[0].tns || apres >= c.n(parametre.TNSMatPostnatalJours, ne)
}

// interrogerNaissance asks for what the dates of the leave hang on.
func (c *Calcul) interrogerNaissance(n *droit.Naissance, g []*conge) {
	for _, x := range g {
		if !x.enAttente() {
			continue
		}
		if n.Enfants == 0 {
			x.manquer("NOMBRE_ENFANTS", "assure", "Indiquez-nous combien d'enfants sont attendus ou nés : le congé est plus long pour des jumeaux.")
		}
		if n.Rang == 0 && n.Enfants < 2 {
			x.manquer("RANG_ENFANT", "assure", "Indiquez-nous combien d'enfants sont déjà à votre charge : le congé est plus long à partir du troisième enfant.")
		}
		if n.EnfantHospitalise == nil && c.prematuree(n) {
			x.manquer("HOSPITALISATION_ENFANT", "assure", "Indiquez-nous si votre enfant, né plus de six semaines avant la date prévue, a été hospitalisé : des jours sont alors ajoutés au congé.")
		}
	}
	if n.AccouchementLe == 0 && c.cas.ConnuAu >= prevue(n) {
		g[0].manquer("DATE_ACCOUCHEMENT", "assure", "La date prévue de l'accouchement est passée : indiquez-nous la date de naissance, qui fixe la fin du congé.")
	}
}

// enAttente reports whether some day hangs on an answer.
func (g *conge) enAttente() bool {
	return slices.ContainsFunc(g.jalons, func(x jalon) bool { return x.etat == droit.Attente })
}
