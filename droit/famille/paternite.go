package famille

import (
	"slices"

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
	if !c.viable(n) {
		for _, x := range g {
			x.refuser(rViable)
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
		p.obligatoires, p.periodes = 0, p.periodes+1 // the days that others take at once are one of them
	}
	p.debut = c.debutObligatoire(&p, g[0])
	if !c.prisAussitot(&p, g) {
		regle := rMinimumPaternite
		if g[0].tns {
			regle = rCongesTNS
		}
		for _, x := range g {
			x.refuser(regle)
		}
		return
	}
	for _, periode := range c.periodes(g) {
		c.joursDePaternite(&p, periode)
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

	commencee bool   // of the period that is read, some day after those to take at once was met
	refusee   bool   // those days make no period
	jusqua    v.Jour // last of them that is in time
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
	return p.obligatoires == 0 || slices.ContainsFunc(c.periodes(g), func(x []*conge) bool {
		return x[0].du <= p.debut && x[0].travaille < p.debut && c.dernierJour(x[len(x)-1]) >= p.debut+v.Jour(p.obligatoires)-1
	})
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

// joursDePaternite decides the days of one period.
func (c *Calcul) joursDePaternite(p *paternite, periode []*conge) {
	var hopital int
	aussitot := p.obligatoires != 0
	if aussitot && p.hopital {
		hopital = c.joursHopital(p.n, p.debut, periode[0].tns)
	}
	p.commencee = false
	for _, x := range periode {
		fin := c.dernierJour(x)
		for j := x.du; j <= x.fin; j++ {
			switch {
			case j <= x.travaille, j > fin:
				x.noter(j, droit.Travaille, rPaternite)
			case j < p.ne, aussitot && j < p.debut:
				x.noter(j, droit.Refuse, rPaternite) // the employer pays the leave of birth
			case p.obligatoires > 0:
				p.obligatoires, p.reste = p.obligatoires-1, p.reste-1
				x.noter(j, droit.Paye, rPaternite)
			case hopital > 0:
				hopital--
				x.noter(j, droit.Paye, rPaterniteHopital)
			default:
				c.commencer(p, periode, j, aussitot)
				p.resteDePaternite(x, j)
			}
		}
	}
}

// commencer decides, on the first of them, of the days of a period after those taken at once:
// they are no shorter for being counted apart.
func (c *Calcul) commencer(p *paternite, periode []*conge, j v.Jour, aussitot bool) {
	if p.commencee {
		return
	}
	p.commencee, p.refusee, p.jusqua = true, false, p.limite
	fin := c.dernierJour(periode[len(periode)-1])
	switch {
	case p.reste <= 0 && p.gemellaire == 0:
		// Nothing is left to take: that is said, not that the period is short.
	case p.periodes == 0, !aussitot && int(fin-j)+1 < p.minimum:
		p.refusee = true
	default:
		p.periodes--
	}
	if fin > p.limite && j <= p.limite {
		periode[0].aviser(parametre.AU18)
		if c.choix(parametre.AU18) == "periode_entiere" {
			p.jusqua = fin
		}
	}
}

// resteDePaternite decides a day after those taken at once.
func (p *paternite) resteDePaternite(x *conge, j v.Jour) {
	switch {
	case p.refusee, j > p.jusqua:
		x.noter(j, droit.Refuse, rFractionPaternite)
	case p.reste > 0:
		p.reste--
		x.noter(j, droit.Paye, rPaternite)
	case p.gemellaire > 0:
		p.gemellaire--
		x.noter(j, droit.Attente, rPaternite)
		if len(x.manques) == 0 {
			x.manquer("NOMBRE_ENFANTS", "assure", "Indiquez-nous combien d'enfants sont nés : le congé de paternité est plus long pour des jumeaux.")
		}
	default:
		x.noter(j, droit.Epuise, rPaternite)
	}
}
