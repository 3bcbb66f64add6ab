package famille

import (
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// planNaissance decides the days of the congé supplémentaire de naissance: one
// month or two, whole, in time, after the leave that it follows (L.331-8-1).
func (c *Calcul) planNaissance(g []*conge) {
	arrivee, prevue := c.arriveeEnfant(g[0].evenement)
	if arrivee == 0 {
		for _, x := range g {
			x.tout(droit.Attente, rNaissance)
			x.manquer("DATE_ACCOUCHEMENT", "assure", "Indiquez-nous la date de naissance, ou d'arrivée, de l'enfant : elle ouvre le congé supplémentaire de naissance.")
		}
		return
	}
	if n := c.naissance(g[0].evenement); n != nil && !c.viable(n) {
		for _, x := range g {
			x.tout(droit.Refuse, rViable)
		}
		return
	}
	ouvert := c.n(parametre.CSNEnfant, max(arrivee, prevue)) == 1
	mois, pris := c.n(parametre.CSNMoisMax, arrivee), new(moisPris)
	for _, x := range g {
		x.aviser(parametre.AU3)
		if x.tns {
			x.aviser(parametre.AU7)
		}
		switch {
		case x.du == 0:
			x.manquer("DATES_CONGE", "assure", "Indiquez-nous de quel jour à quel jour court le congé supplémentaire de naissance : le congé qu'il suit n'est pas dans ce dossier.")
		case !ouvert || c.n(parametre.CSNConge, x.demandeDu()) != 1:
			x.tout(droit.Refuse, rEntreeEnVigueur)
		case x.demandeDu() >= c.limiteNaissance(x, arrivee):
			x.tout(droit.Refuse, rNaissance)
		case !c.congeEpuise(x):
			x.tout(droit.Refuse, rEpuisement)
		default:
			c.moisDeNaissance(x, mois, pris)
			if c.reposIncertain(x) {
				x.changer(droit.Paye, droit.Attente, rEpuisement)
				c.interrogerNaissance(c.naissance(x.evenement), []*conge{x})
			} else if c.avantIncertain(x) {
				x.changer(droit.Paye, droit.Attente, rEpuisement)
			}
		}
	}
	c.attendreNaissance(g)
}

// attendreNaissance leaves waiting what would be paid for a child of whom nobody said that
// he was born: the leave is open from the birth on.
func (c *Calcul) attendreNaissance(g []*conge) {
	if n := c.naissance(g[0].evenement); n == nil || n.AccouchementLe != 0 {
		return
	}
	for _, x := range g {
		if x.changer(droit.Paye, droit.Attente, rNaissance); x.enAttente() {
			x.manquer("DATE_ACCOUCHEMENT", "assure", "Le congé supplémentaire de naissance suit la naissance : envoyez-nous la copie de l'acte dès que l'enfant sera né.")
		}
	}
}

// arriveeEnfant returns the day of birth, or of arrival, and the expected day of birth.
func (c *Calcul) arriveeEnfant(evenement string) (arrivee, attendue v.Jour) {
	if n := c.naissance(evenement); n != nil {
		return nee(n), n.PrevueLe
	}
	if d := c.adoption(evenement); d != nil {
		return d.ArriveeLe, 0
	}
	return 0, 0
}

// limiteNaissance returns the day from which a period may no longer begin: nine
// months after the birth, counted from the entry into force for the children
// born before; later when the leave that it follows ends later.
func (c *Calcul) limiteNaissance(x *conge, arrivee v.Jour) v.Jour {
	depuis := arrivee
	for c.n(parametre.CSNConge, depuis) != 1 { // it is, when the leave begins
		depuis = depuis.DebutMois().AjouterMois(1)
	}
	limite := depuis.AjouterMois(c.n(parametre.CSNDelaiMois, arrivee))
	for i := range c.conges {
		if y := c.conges[i]; y.evenement == x.evenement && precede(y.risque) {
			limite = max(limite, y.fin+2)
		}
	}
	return limite
}

// precede tells the leaves that a congé supplémentaire follows (L.331-8-1).
func precede(r droit.Risque) bool {
	return r == droit.Maternite || r == droit.Paternite || r == droit.AdoptionConge
}

// congeEpuise reports whether the leave of maternity, paternity or adoption was
// taken whole (CSN-03). When the case shows none, it is presumed.
func (c *Calcul) congeEpuise(x *conge) bool {
	n := c.naissance(x.evenement)
	pris, adoptes, pere, connu := 0, 0, false, false
	for _, y := range c.conges {
		if y.evenement != x.evenement || y.tns != x.tns {
			continue
		}
		switch y.risque {
		case droit.Maternite, droit.AdoptionConge:
			connu = true
			if n != nil {
				if l := c.repos(x, n); l.dernier() >= x.demandeDu() {
					return false // the rest still runs, taken or not
				}
			}
			adoptes += y.compter(v.P(y.du, x.demandeDu()-1))
		case droit.Paternite:
			pere = true
			pris += y.compter(v.P(y.du, x.demandeDu()-1)) - y.joursHopital()
		}
	}
	if n != nil && (pere || n.JoursPaternitePris > 0) {
		return x.sansAvant || pris+n.JoursPaternitePris >= c.joursPaternite(n, prevue(n))
	}
	if d := c.adoption(x.evenement); d != nil && connu {
		certain, _ := c.joursAdoption(x, d)
		return x.sansAvant || adoptes >= certain
	}
	if !connu {
		x.presume = true
	}
	return true
}

// reposIncertain reports whether the rest of maternity, taken or not, may still run
// when a congé supplémentaire begins: that hangs on an answer.
func (c *Calcul) reposIncertain(x *conge) bool {
	return slices.ContainsFunc(c.conges, x.suitRepos) &&
		slices.ContainsFunc(c.reposPossibles(x, c.naissance(x.evenement)), func(l legale) bool { return l.dernier() >= x.demandeDu() })
}

// avantIncertain reports whether days of the leave before it do.
func (c *Calcul) avantIncertain(x *conge) bool {
	return slices.ContainsFunc(c.conges, func(y *conge) bool {
		return y.evenement == x.evenement && y.tns == x.tns &&
			slices.ContainsFunc(y.jalons, func(z jalon) bool { return z.etat == droit.Attente && z.periode.Au >= x.demandeDu() })
	})
}

// joursHopital counts the days that a hospitalisation added: they prolong the leave
// and are not taken from its days (L.331-8 al. 3). They come with the first ones.
func (g *conge) joursHopital() int {
	n := 0
	for i := range g.jalons {
		if x := &g.jalons[i]; x.regle == rPaterniteHopital {
			n += x.periode.Jours()
		}
	}
	return n
}

// moisPris counts the months of a congé supplémentaire that were taken.
type moisPris struct {
	nombre  int
	dernier v.Jour // first day of the last one: other runs of its days are of the same month
}

// moisDeNaissance decides the whole months of one period, beside those taken
// before. Months run from date to date, or for thirty days each, as read.
func (c *Calcul) moisDeNaissance(x *conge, maximum int, pris *moisPris) {
	fin := c.dernierJour(x) // the law admits an early return (CSN-08)
	for debut, rang := x.demandeDu(), 1; debut <= x.fin; rang++ {
		dernier := x.demandeDu().AjouterMois(rang) - 1
		if trente := debut + v.Jour(c.n(parametre.CSNMoisJours, x.demandeDu())) - 1; dernier != trente {
			x.aviser(parametre.AU6)
			if c.choix(parametre.AU6) == "trente_jours" {
				dernier = trente
			}
		}
		if dernier >= x.du {
			c.joursDuMois(x, v.P(debut, dernier), fin, maximum, pris)
		}
		debut = dernier + 1
	}
}

// joursDuMois decides the days of one month, up to a return to work.
func (c *Calcul) joursDuMois(x *conge, mois v.Periode, fin v.Jour, maximum int, pris *moisPris) {
	entier, epuise := mois.Au <= x.demandeAu(), false // death cuts a month that was asked for
	if pris.dernier != mois.Du {
		if epuise = pris.nombre >= maximum; entier && !epuise {
			pris.nombre, pris.dernier = pris.nombre+1, mois.Du
		}
	}
	for j := max(mois.Du, x.du); j <= min(mois.Au, x.fin); j++ {
		switch {
		case j > fin:
			x.noter(j, droit.Travaille, rRetourAnticipe)
		case epuise:
			x.noter(j, droit.Epuise, rNaissance)
		case !entier:
			x.noter(j, droit.Refuse, rNaissance)
		case c.maladieLe(x, j):
			x.noter(j, droit.NonCumul, rCumulNaissance)
		default:
			x.poser(j, droit.Paye, rMontantNaissance, pris.nombre > 1)
		}
	}
}

// maladieLe reports whether sickness takes the place of the leave on that day:
// it does not, unless read otherwise (AUT-U-8).
func (c *Calcul) maladieLe(x *conge, j v.Jour) bool {
	for i := range c.cas.Arrets {
		if a := &c.cas.Arrets[i]; (a.Risque == droit.Maladie || maladie.Provisoire(c.cas, a)) && a.Periode().Contient(j) && c.concerne(a, x) {
			x.aviser(parametre.AU8)
			return c.choix(parametre.AU8) == "maladie"
		}
	}
	return false
}
