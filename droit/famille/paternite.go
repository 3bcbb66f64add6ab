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
	p := paternite{n: n, ne: ne, limite: c.limitePaternite(n, ne), reste: c.joursPaternite(n, ne) - n.JoursPaternitePris}
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
		c.joursDePaternite(&p, x, i == 0)
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
	obligatoires int // days to take at once
	periodes     int // periods left for the rest
	minimum      int // days of each of them
	reste        int // days left
	gemellaire   int // days that a multiple birth, not excluded, would add
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

// prisAussitot reports whether the first days were taken when they must be
// (PAT-01): at the end of the leave of birth, which may begin on the working day
// after the birth; from the birth for an independent (AUT-TNS-05). A person without work has no
// such duty.
func (c *Calcul) prisAussitot(p *paternite, g []*conge) bool {
	if p.obligatoires == 0 || g[0].maintenu {
		return true
	}
	x := g[0]
	dernier := p.ne
	if !x.tns {
		dernier = c.apresCongeNaissance(p.n, p.ne) + 1
		if p.n.CongeNaissance.IsZero() {
			dernier = c.apresCongeNaissance(p.n, p.ne+1) + 1
		}
	}
	return x.du >= p.ne && x.du <= dernier && x.fin-x.du+1 >= v.Jour(p.obligatoires) && x.travaille < x.du
}

// joursHopital returns how many days are added to those taken at once, while the
// child is in a specialised unit (PAT-04).
func (c *Calcul) joursHopital(n *droit.Naissance, du v.Jour) int {
	jours := 0
	for i := range n.EnfantHospitalise {
		h := &n.EnfantHospitalise[i]
		suite := du + v.Jour(c.n(parametre.PatObligatoires, du))
		if h.Specialise && h.Periode.Du <= suite && h.Periode.Au >= suite {
			jours = max(jours, min(int(h.Periode.Au-suite)+1, c.n(parametre.PatHospitalisationJours, du)))
		}
	}
	return jours
}

// limitePaternite returns the last day of the leave: six months after the birth,
// after the end of the hospitalisation, or after the leave of a mother who died.
func (c *Calcul) limitePaternite(n *droit.Naissance, ne v.Jour) v.Jour {
	depuis := max(ne, n.FinCongeMere)
	for i := range n.EnfantHospitalise {
		depuis = max(depuis, n.EnfantHospitalise[i].Periode.Au)
	}
	return depuis.AjouterMois(c.n(parametre.PatMois, ne))
}

// joursDePaternite decides the days of one period.
func (c *Calcul) joursDePaternite(p *paternite, x *conge, premier bool) {
	j := x.du
	for ; j <= x.travaille; j++ {
		x.poser(j, droit.Travaille, rPaternite, false)
	}
	if premier && p.obligatoires > 0 && !x.maintenu {
		for n := p.obligatoires; n > 0; n-- {
			x.poser(j, droit.Paye, rPaternite, false)
			j, p.reste = j+1, p.reste-1
		}
		for n := c.joursHopital(p.n, x.du); n > 0 && j <= x.fin && !x.tns; n-- {
			x.poser(j, droit.Paye, rPaterniteHopital, false)
			j++
		}
	}
	if j > x.fin {
		return
	}
	fin := x.fin
	if le := c.reprise(x, j, x.fin); le != 0 {
		fin = le - 1
	}
	etat, regle := droit.Paye, rPaternite
	// The days that follow those taken at once are no shorter for being counted apart.
	if int(fin-j)+1 < p.minimum && j == x.du || p.periodes == 0 {
		etat, regle = droit.Refuse, rFractionPaternite
	}
	if p.periodes > 0 {
		p.periodes--
	}
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
