package famille

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// planPaternite decides the days of the paternity leave of one birth: the days
// taken at once, those added while the child is in hospital, then the rest in a
// few periods, in time (L.331-8, D.1225-8, D.623-2).
func (c *Calcul) planPaternite(g []*conge) {
	n := c.naissance(g[0].evenement)
	if n == nil || prevue(n) == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rPaternite)
			x.manquer("DATE_ACCOUCHEMENT", "assure", "Indiquez-nous la date de naissance de l'enfant : elle fixe les dates du congé de paternité.")
		}
		return
	}
	ne := n.AccouchementLe
	if ne == 0 {
		ne = prevue(n)
	}
	p := paternite{n: n, ne: ne, limite: c.limitePaternite(n, ne, g[0].tns), reste: c.joursPaternite(n, ne) - n.JoursPaternitePris}
	p.hopital = c.hopitalIndemnise(n, g)
	p.obligatoires, p.periodes = c.n(parametre.PatObligatoires, ne), c.n(parametre.PatPeriodes, ne)
	if g[0].tns {
		p.obligatoires, p.periodes = c.n(parametre.TNSPatImmediats, ne), c.n(parametre.TNSPatPeriodes, ne)
	}
	p.minimum, p.gemellaire = c.n(parametre.PatPeriodeJours, ne), c.n(parametre.PatJoursMultiple, ne)-c.n(parametre.PatJours, ne)
	if n.Enfants != 0 {
		p.gemellaire = 0
	}
	if n.JoursPaternitePris > 0 {
		p.obligatoires = 0
	}
	if g[0].maintenu {
		p.periodes++ // the days that others take at once are one of them
	}
	p.debut = c.debutObligatoire(&p, g[0])
	if !c.prisAussitot(&p, g) {
		regle := rMinimumPaternite
		if g[0].tns {
			regle = rCongesTNS
		}
		for _, x := range g {
			x.tout(droit.Refuse, regle)
		}
		return
	}
	for i, x := range g {
		c.joursDePaternite(&p, x, i > 0 && x.du == g[i-1].fin+1, g[i+accolees(g[i:])-1].fin)
	}
	if n.AccouchementLe == 0 {
		for _, x := range g {
			x.changer(droit.Paye, droit.Attente, rPaternite)
		}
		g[0].manquer("DATE_ACCOUCHEMENT", "assure", "Le congé de paternité suit la naissance : envoyez-nous la copie de l'acte dès que l'enfant sera né.")
	}
}

// paternite is what is left to take of one leave.
type paternite struct {
	n            *droit.Naissance
	ne, limite   v.Jour
	debut        v.Jour // first of the days to take at once
	obligatoires int    // days to take at once
	periodes     int    // periods left for the rest
	minimum      int    // days of each of them
	reste        int    // days left
	gemellaire   int    // days that a multiple birth, not excluded, would add
	hopital      bool   // days of hospital are added to those taken at once

	suite   bool // the last period ended on the days taken at once
	dernier droit.Etat
	regle   droit.Regle // what was said of the last period
}

// joursPaternite returns the days of the leave.
func (c *Calcul) joursPaternite(n *droit.Naissance, ne v.Jour) int {
	if n.Enfants > 1 {
		return c.n(parametre.PatJoursMultiple, ne)
	}
	return c.n(parametre.PatJours, ne)
}

// apresCongeNaissance returns the last day of the leave of birth, paid by the
// employer: three working days.
func (c *Calcul) apresCongeNaissance(n *droit.Naissance, ne v.Jour) v.Jour {
	if !n.CongeNaissance.IsZero() {
		return n.CongeNaissance.Au
	}
	j := ne - 1
	for reste := c.n(parametre.PatNaissanceJours, ne); reste > 0; {
		j++
		if j.JourSemaine() != 7 && !droit.JourFerie(j, c.cas.Assure.Territoire) {
			reste--
		}
	}
	return j
}

// debutObligatoire returns the first of the days to take at once: the one after
// the leave of birth, which may begin on the working day after the birth unless its dates are given; the
// birth itself for an independent (AUT-TNS-05), and for a person without work.
func (c *Calcul) debutObligatoire(p *paternite, x *conge) v.Jour {
	if x.tns || x.maintenu {
		return p.ne
	}
	tot := c.apresCongeNaissance(p.n, p.ne) + 1
	return max(tot, min(x.du, c.apresCongeNaissance(p.n, p.ne+1)+1))
}

// prisAussitot reports whether the first days were taken when they must be
// (PAT-01), in periods that touch. A person without work has no such duty.
func (c *Calcul) prisAussitot(p *paternite, g []*conge) bool {
	if p.obligatoires == 0 || g[0].maintenu {
		return true
	}
	for i := 0; i < len(g); {
		tete, fin := g[i], v.Jour(0)
		for k := i; i < len(g) && (i == k || g[i].du == g[i-1].fin+1); i++ {
			fin = max(g[i].fin, g[i].declaree) // death keeps nobody from what he had begun
		}
		if le := c.reprise(tete, tete.du, fin); le != 0 {
			fin = le - 1
		}
		if tete.du <= p.debut && fin >= p.debut+v.Jour(p.obligatoires)-1 && tete.travaille < p.debut {
			return true
		}
	}
	return false
}

// hopitalIndemnise reports whether days of hospital are paid: to an independent too, whom
// L.623-1 II refers to the same leave, though D.623-2 no longer names it (AUT-U-28).
func (c *Calcul) hopitalIndemnise(n *droit.Naissance, g []*conge) bool {
	x := g[0]
	if !x.tns {
		return true
	}
	if c.joursHopital(n, n.AccouchementLe, true) > 0 {
		x.aviser(parametre.AU28)
	}
	return c.choix(parametre.AU28) == "servis"
}

// joursHopital returns how many days are added to those taken at once, while the
// child is in a specialised unit (PAT-04).
func (c *Calcul) joursHopital(n *droit.Naissance, du v.Jour, tns bool) int {
	jours, aussitot := 0, parametre.PatObligatoires
	if tns {
		aussitot = parametre.TNSPatImmediats
	}
	for i := range n.EnfantHospitalise {
		h := &n.EnfantHospitalise[i]
		suite := du + v.Jour(c.n(aussitot, du))
		if h.Specialise && h.Periode.Du <= suite && h.Periode.Au >= suite {
			jours = max(jours, min(int(h.Periode.Au-suite)+1, c.n(parametre.PatHospitalisationJours, du)))
		}
	}
	return jours
}

// limitePaternite returns the last day of the leave: six months after the birth or,
// for an employee, after the end of the hospitalisation, or after the leave of a
// mother who died (D.1225-8). For an independent the days of hospital that are paid put it off
// by as many: D.623-2 puts nothing else off.
func (c *Calcul) limitePaternite(n *droit.Naissance, ne v.Jour, tns bool) v.Jour {
	if tns {
		limite := ne.AjouterMois(c.n(parametre.PatMois, ne))
		if c.choix(parametre.AU28) == "servis" {
			limite += v.Jour(c.joursHopital(n, ne, true))
		}
		return limite
	}
	depuis := max(ne, n.FinCongeMere)
	for i := range n.EnfantHospitalise {
		depuis = max(depuis, n.EnfantHospitalise[i].Periode.Au)
	}
	return depuis.AjouterMois(c.n(parametre.PatMois, ne))
}

// joursDePaternite decides the days of one period, which may touch the one before and, where
// several jobs are left, go on until another day.
func (c *Calcul) joursDePaternite(p *paternite, x *conge, touche bool, bout v.Jour) {
	j := x.du
	for ; j <= x.travaille; j++ {
		x.poser(j, droit.Travaille, rPaternite, false)
	}
	aussitot := p.obligatoires > 0 && !x.maintenu
	for ; j <= x.fin && (j < p.ne || aussitot && j < p.debut); j++ {
		x.poser(j, droit.Refuse, rPaternite, false) // the employer pays the leave of birth
	}
	if aussitot {
		for ; p.obligatoires > 0 && j <= x.fin; j++ {
			x.poser(j, droit.Paye, rPaternite, false)
			p.obligatoires, p.reste = p.obligatoires-1, p.reste-1
		}
		retour := c.reprise(x, x.du, x.fin)
		for n := c.joursHopital(p.n, p.debut, x.tns); n > 0 && j <= x.fin && p.hopital && (retour == 0 || j < retour); n-- {
			x.poser(j, droit.Paye, rPaterniteHopital, false)
			j++
		}
	}
	if j > x.fin {
		p.suite = aussitot
		return
	}
	fin := x.fin
	if le := c.reprise(x, max(j-1, x.du), x.fin); le != 0 {
		fin, bout = le-1, le-1
	}
	etat, regle := droit.Paye, rPaternite
	switch {
	case touche && !p.suite:
		etat, regle = p.dernier, p.regle // goes on with the period before
	case fin < j:
		// Work resumed as soon as the days taken at once were over: no other period began.
	case p.reste <= 0 && p.gemellaire == 0:
		// Nothing is left to take: that is said, not that the period is short.
	case int(max(bout, x.declaree)-j)+1 < p.minimum && !aussitot && !touche, p.periodes == 0:
		// The days that follow those taken at once are no shorter for being counted apart.
		etat, regle = droit.Refuse, rFractionPaternite
	default:
		p.periodes--
	}
	p.suite, p.dernier, p.regle = false, etat, regle
	c.resteDePaternite(p, x, j, fin, etat, regle)
}

// resteDePaternite decides the days of a period after those taken at once.
func (c *Calcul) resteDePaternite(p *paternite, x *conge, debut, fin v.Jour, etat droit.Etat, regle droit.Regle) {
	limite := p.limite
	if fin > limite && debut <= limite {
		x.aviser(parametre.AU18)
		if c.choix(parametre.AU18) == "periode_entiere" {
			limite = fin
		}
	}
	for j := debut; j <= x.fin; j++ {
		switch {
		case etat == droit.Refuse:
			x.poser(j, etat, regle, false)
		case j > fin:
			x.poser(j, droit.Travaille, rPaternite, false)
		case j > limite:
			x.poser(j, droit.Refuse, rFractionPaternite, false)
		case p.reste > 0:
			p.reste--
			x.poser(j, droit.Paye, rPaternite, false)
		case p.gemellaire > 0:
			p.gemellaire--
			x.poser(j, droit.Attente, rPaternite, false)
			if len(x.manques) == 0 {
				x.manquer("NOMBRE_ENFANTS", "assure", "Indiquez-nous combien d'enfants sont nés : le congé de paternité est plus long pour des jumeaux.")
			}
		default:
			x.poser(j, droit.Epuise, rPaternite, false)
		}
	}
}
