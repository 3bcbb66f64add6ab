package famille

import (
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
	ls, pere := c.durees(n), c.parentSurvivant(n)
	if pere && n.FinCongeMere != 0 {
		ls = []legale{{prevue: prevue(n), debut: n.DecesMereLe + 1, fin: n.FinCongeMere}}
	}
	c.reporterApresHopital(n, ls, g)
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
		for _, x := range g {
			c.suitesDuConge(x)
		}
	}
	c.interrogerNaissance(n, g)
}

// suitesDuConge hands over the sick leaves that go on after the leave, without
// work resumed: they have no waiting period (MAT-06). Those that begin in it have
// none either while it is served: what comes after it goes on.
func (c *Calcul) suitesDuConge(x *conge) {
	for i := range c.cas.Arrets {
		a := &c.cas.Arrets[i]
		if a.Risque != droit.Maladie || a.Debut < x.du || !c.concerne(a, x) {
			continue
		}
		r := droit.Renvoi{Arret: i, Periode: a.Periode(), Nature: a.Nature, SansCarence: droit.ExoSuitesCouches}
		pris := x.dernierPaye(a.Debut)
		r.Pendant = pris == a.Debut
		if fin := x.certaine(v.P(x.du, x.fin)).Au; r.Pendant || pris != 0 && c.reprise(x, pris, a.Debut) == 0 && c.enchaine(x, max(pris, min(fin, a.Debut-1)), a.Debut) {
			c.renvois = append(c.renvois, r)
		}
	}
}

// parentSurvivant reports whether the person is the parent who takes the leave
// of a mother who died (MAT-08).
func (c *Calcul) parentSurvivant(n *droit.Naissance) bool {
	return n.DecesMereLe != 0 && c.cas.Assure.DecesLe != n.DecesMereLe
}

// joursMaternite decides the days of one arrêt of maternity.
func (c *Calcul) joursMaternite(n *droit.Naissance, ls []legale, x *conge, pere bool) {
	repris := c.reprise(x, x.du, x.fin)
	x.suite = ls[0].suite
	for j := x.du; j <= x.fin; j++ {
		dans := 0
		for i := range ls {
			if ls[i].contient(j) && (!pere || j > n.DecesMereLe) {
				dans++
			}
		}
		l := &ls[0]
		regle := l.regle(j)
		if pere && dans > 0 {
			regle = rDecesMere
		}
		switch depuis := repris; {
		case l.suite.Contient(j) && c.reprise(x, l.suite.Du, j) == 0 && dans > 0:
			x.poser(j, droit.Paye, regle, false)
		case j <= x.travaille, depuis != 0 && j >= depuis:
			x.poser(j, droit.Travaille, rReprise, false)
		case dans == len(ls):
			x.poser(j, droit.Paye, regle, false)
		case dans > 0:
			x.poser(j, droit.Attente, rDuree, false)
		case pere && j <= n.DecesMereLe:
			x.poser(j, droit.Refuse, rDecesMere, false)
		case j < l.debut:
			x.poser(j, droit.Refuse, rDuree, false)
		default:
			x.poser(j, droit.Epuise, rDuree, false)
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
	if sortie < attente-1 {
		return
	}
	for i := range ls {
		l := &ls[i]
		retour := c.reprise(g[0], attente-1, l.fin)
		if len(g) > 1 && g[0].fin >= attente-1 && g[0].fin < l.fin && g[1].du > g[0].fin+1 && (retour == 0 || retour > g[0].fin) {
			retour = g[0].fin + 1
		}
		if retour == 0 || sortie < retour {
			continue
		}
		retour = max(retour, min(l.supplement.Au, sortie)+1) // the days added are not put off
		l.suite = v.P(sortie+1, sortie+(l.fin-retour+1))
		l.fin = retour - 1
	}
	for _, x := range g {
		if a := &c.cas.Arrets[x.arret]; a.Fin == 0 {
			x.fin, x.certain.Au = max(x.fin, ls[0].suite.Au), max(x.certain.Au, ls[0].suite.Au)
			if d := c.cas.Assure.DecesLe; d != 0 {
				x.fin = min(x.fin, d)
			}
		}
	}
}

// viable reports whether a birth gives a leave: a pregnancy that ends too early
// gives sickness (FAM-08).
func (c *Calcul) viable(n *droit.Naissance) bool {
	semaines, connu := n.SemainesAmenorrhee.Get()
	return !connu || n.AccouchementLe == 0 || semaines >= c.n(parametre.MatViableSemaines, n.AccouchementLe)
}

// repos returns the leave of a birth as it was taken, for another leave of the
// same person.
func (c *Calcul) repos(x *conge, n *droit.Naissance) legale {
	ls := c.durees(n)
	if !c.viable(n) {
		ls[0].debut, ls[0].fin = 1, 0
		return ls[0]
	}
	var g []*conge
	for _, y := range c.conges {
		if y.risque == droit.Maternite && y.evenement == x.evenement && y.tns == x.tns {
			g = append(g, y)
		}
	}
	if len(g) > 0 {
		c.reporterApresHopital(n, ls, g)
	}
	return ls[0]
}

// minimumAtteint reports whether all work stopped for eight weeks at least
// (MAT-01), of which six after the birth for an independent (AUT-TNS-01). A
// mother who died keeps what she was owed.
func (c *Calcul) minimumAtteint(n *droit.Naissance, ls []legale, g []*conge) bool {
	ne := max(n.AccouchementLe, 0)
	if ne == 0 {
		ne = prevue(n)
	}
	total, apres := 0, 0
	for _, x := range g {
		total += x.compter(v.P(x.du, x.fin))
		apres += x.compter(v.P(max(ne, x.du), x.fin))
		enArret := c.reprise(x, x.du, x.fin) == 0 || !ls[0].suite.IsZero() // what was put off was still to come
		for j := max(x.fin+1, x.du); j <= x.declaree; j++ {                // death alone kept her from what she had asked for
			if enArret && ls[0].contient(j) {
				total++
				apres += btoi(j >= ne)
			}
		}
	}
	if total < c.n(parametre.MatMinimumJours, ne) {
		return false
	}
	return !g[0].tns || apres >= c.n(parametre.TNSMatPostnatalJours, ne)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// interrogerNaissance asks for what the dates of the leave hang on.
func (c *Calcul) interrogerNaissance(n *droit.Naissance, g []*conge) {
	for _, x := range g {
		if x.compterEtat(droit.Attente) == 0 {
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

func (g *conge) compterEtat(e droit.Etat) int {
	n := 0
	for i := range g.jalons {
		if g.jalons[i].etat == e {
			n += g.jalons[i].periode.Jours()
		}
	}
	return n
}
