package famille

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// Calcul is the working memory of one computation. The zero value is ready.
// [Calcul.Prevoir] reads the case: it comes first.
type Calcul struct {
	cas *droit.Cas
	p   *parametre.Table
	t   *droit.Trace
	r   *droit.Resultat

	socle   *maladie.Calcul
	conges  []*conge
	reserve []*conge // memory of the leaves of former cases
	renvois []droit.Renvoi
	perdus  []int        // arrêts that stop no known work
	occupes []occupation // days paid so far

	servis      []droit.Servi
	interrompus []droit.Interrompu
	coupees     [][]*conge // periods of a leave
	entieres    []v.Centimes
	manquant    error // first parameter found missing while dates are fixed
}

// Traite reports whether the package computes the arrêts of that risk.
func Traite(r droit.Risque) bool { return rangs[r] != 0 }

// Prevoir lists the days on which the leaves of the case run, as their dates
// give them, whether or not they are then paid. They are valid until the next call, as
// those of [Calcul.Interrompus].
func (c *Calcul) Prevoir(cas *droit.Cas, p *parametre.Table) []droit.Servi {
	c.cas, c.p = cas, p
	c.conges, c.renvois, c.perdus = c.conges[:0], c.renvois[:0], c.perdus[:0]
	for i := range cas.Arrets {
		if Traite(cas.Arrets[i].Risque) {
			c.former(i)
		}
	}
	slices.SortFunc(c.conges, c.parRang)
	c.reunirEmplois()
	for i := 0; i < len(c.conges); {
		n := i
		for n < len(c.conges) && memeGroupe(c.conges[i], c.conges[n]) {
			n++
		}
		c.planifier(c.conges[i:n])
		i = n
	}
	c.servis = c.servis[:0]
	for _, g := range c.conges {
		for k := range g.jalons {
			if x := &g.jalons[k]; x.etat == droit.Paye {
				c.servis = append(c.servis, droit.Servi{Risque: g.risque, TNS: g.tns, Periode: x.periode})
			}
		}
	}
	return c.servis
}

// Interrompus lists the days of leave not worked, paid or not: one stop as long as no
// day of it is worked, whatever its days are paid by.
func (c *Calcul) Interrompus() []droit.Interrompu {
	xs := c.interrompus[:0]
	for _, g := range c.conges {
		du := v.Jour(0)
		for k := range g.jalons {
			x := &g.jalons[k]
			if x.etat == droit.Travaille {
				continue
			}
			if k == 0 || g.jalons[k-1].etat == droit.Travaille || g.jalons[k-1].periode.Au+1 < x.periode.Du {
				du = x.periode.Du
				xs = append(xs, droit.Interrompu{Arret: g.arret, Lignes: g.lignes})
			}
			xs[len(xs)-1].Periode = g.certaine(v.P(du, x.periode.Au))
		}
	}
	c.interrompus = xs
	return xs
}

// Renvois lists the days handed over to sickness.
func (c *Calcul) Renvois(cas *droit.Cas, p *parametre.Table) []droit.Renvoi { return c.renvois }

// former makes the leaves of one arrêt, one for each régime whose work it stops.
func (c *Calcul) former(arret int) {
	a := &c.cas.Arrets[arret]
	evenement, trouve := c.evenement(a), false
	for _, tns := range [...]bool{false, true} {
		if tns && !c.serviParRegime(a.Risque, trouve) {
			break
		}
		g := c.nouveau()
		g.arret, g.risque, g.evenement, g.tns = arret, a.Risque, evenement, tns
		c.dater(g)
		if g.lignes, g.maintenu = c.arretees(g.lignes, a, cmp.Or(g.du, c.cas.ConnuAu), tns); len(g.lignes) == 0 {
			continue // while what dates it is asked for, the work is that of the day of the case
		}
		trouve = true
		if g.maintenu {
			c.dater(g) // the mourning leave of a person without work is longer
		}
		c.couper(g)
		c.conges = append(c.conges, g)
	}
	if !trouve {
		c.perdus = append(c.perdus, arret)
	}
}

// serviParRegime reports whether the régime of independents serves a benefit too,
// when that of employees does, or does not: the guaranteed pay is of employees
// alone, and the allowance for the company of a dying person is one.
func (c *Calcul) serviParRegime(r droit.Risque, salarie bool) bool {
	return r != droit.GarantieGrossesse && !(r == droit.AJAP && salarie)
}

// nouveau returns an empty leave, in the memory of one of a former case if any.
func (c *Calcul) nouveau() *conge {
	n := len(c.conges)
	if n == len(c.reserve) {
		c.reserve = append(c.reserve, new(conge))
	}
	g := c.reserve[n]
	*g = conge{lignes: g.lignes[:0], jalons: g.jalons[:0], demandes: append(g.demandes[:0], g)}
	return g
}

// couper ends a leave at the death of the person, and finds its last day worked.
func (c *Calcul) couper(g *conge) {
	g.declaree = g.fin
	if d := c.cas.Assure.DecesLe; d != 0 {
		g.fin = min(g.fin, d)
	}
	dernier := c.cas.Arrets[g.arret].DernierJourTravaille
	if dernier == 0 {
		dernier = c.cas.Activites[g.lignes[0]].DernierJourTravaille
	}
	if dernier <= g.fin {
		g.travaille = dernier
	}
}

// planifier decides the days of the leaves of one group by dates alone.
func (c *Calcul) planifier(g []*conge) {
	c.manquant = nil
	if g = c.ecarterEmplois(g); len(g) == 0 {
		return
	}
	switch g[0].risque {
	case droit.Maternite:
		c.planMaternite(g)
	case droit.Pathologique:
		c.planPathologique(g)
	case droit.Paternite:
		c.planPaternite(g)
	case droit.AdoptionConge:
		c.planAdoption(g)
	case droit.NaissanceConge:
		c.planNaissance(g)
	case droit.DeuilEnfant:
		c.planDeuil(g)
	case droit.AJAP:
		c.planAJAP(g)
	case droit.GarantieGrossesse:
		c.planGarantie(g)
	case droit.DES:
		c.planDES(g)
	}
	for _, x := range g {
		x.tete = g[0].du
		c.marquerReprise(x)
		if x.manquee = c.manquant; x.manquee != nil {
			x.tout(droit.Attente, regles[x.risque])
		}
	}
}

// marquerReprise tells as worked the refused days that follow a return to work.
func (c *Calcul) marquerReprise(x *conge) {
	if c.retour(x, x.fin) == 0 {
		return
	}
	avant := slices.Clone(x.jalons)
	x.jalons = x.jalons[:0]
	for _, y := range avant {
		for j := y.periode.Du; j <= y.periode.Au; j++ {
			if y.etat == droit.Refuse && !x.suite.Contient(j) && c.retour(x, j) != 0 {
				x.noter(j, droit.Travaille, rReprise)
			} else {
				x.poser(j, y.etat, y.regle, y.second)
			}
		}
	}
}

// n returns a whole parameter in force on that day. One that is not known is
// kept aside: the leaves that need it wait.
func (c *Calcul) n(code parametre.Code, j v.Jour) int {
	n, err := c.p.Entier(code, j)
	if err != nil && c.manquant == nil {
		c.manquant = err
	}
	return n
}

// Calculer adds the rights, bases, days and lump sums of the leaves of the case
// to r, and the steps to t unless it is nil. The rights and pays are examined by
// socle, which has just computed the sickness of the same case.
func (c *Calcul) Calculer(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat, socle *maladie.Calcul) error {
	c.cas, c.p, c.t, c.r, c.socle = cas, p, t, r, socle
	c.occupes = c.occupes[:0]
	for _, i := range c.perdus {
		r.Manquer(droit.Manque{Code: "EMPLOYEUR", AupresDe: "assure", Pour: cas.Arrets[i].Periode(),
			Phrase: "Nous ne connaissons aucune activité que ce congé interrompe : indiquez-nous votre employeur ou votre activité."})
	}
	for _, g := range c.conges {
		t.Sur(g.arret)
		if err := c.servir(g); err != nil {
			return err
		}
	}
	return nil
}
