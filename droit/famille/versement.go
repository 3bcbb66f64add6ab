package famille

import (
	"errors"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// servir decides the right, the amount and the days of one leave.
func (c *Calcul) servir(g *conge) error {
	if err := c.replanifier(g); err != nil {
		return err
	}
	for _, p := range g.avis {
		c.lire(p)
	}
	if g.presume {
		c.r.Aviser("CONGE_PRECEDENT", "Le congé de maternité, de paternité ou d'adoption n'est pas dans ce dossier : il est supposé pris en entier.")
	}
	for _, m := range g.manques {
		c.r.Manquer(m)
	}
	c.manquant = nil
	g.service = service{}
	if c.t.Active() && g.du == g.tete {
		c.direDates(g)
	}
	err := g.manquee
	if err == nil {
		err = c.fixer(g)
	}
	if err == nil {
		err = c.manquant
	}
	if err != nil {
		if err = c.bloquer(g, err); err != nil {
			return err
		}
	}
	debut := len(c.r.Jours)
	c.inscrire(g)
	if len(g.lignes) > 1 || len(c.cas.Activites[g.lignes[0]].Subrogation) > 0 {
		c.partager(g, debut)
	}
	if c.t.Active() {
		c.direRenvoi(g)
	}
	return nil
}

// fixer decides the right and, when it is open, the amount.
func (c *Calcul) fixer(g *conge) error {
	if g.compter(v.P(g.du, g.fin)) == 0 && !c.force(g) {
		return nil
	}
	x, phrase, err := c.ouvrir(g)
	if err != nil {
		return err
	}
	if c.t.Active() {
		c.direDroit(g, x, phrase)
	}
	if !g.ouvert && !c.force(g) {
		return nil // nobody will pay any day
	}
	return c.chiffrer(g, x)
}

// force reports whether an agent decided something of the leave.
func (c *Calcul) force(g *conge) bool {
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature == droit.Forcage && slices.ContainsFunc(g.ses(), func(arret int) bool { return c.cas.Arrets[arret].ID == d.Arret }) {
			return true
		}
	}
	return false
}

// bloquer leaves the days of a leave waiting for a parameter that is not known,
// and says which.
func (c *Calcul) bloquer(g *conge, err error) error {
	var m *parametre.ManquantError
	if !errors.As(err, &m) {
		return err
	}
	if m.Code == parametre.PASS || m.Code == parametre.PMSS {
		c.lire(parametre.AU16)
	}
	g.bloque, g.ouvert = true, true
	c.r.Manquer(droit.Manque{Code: droit.ManqueParametre, AupresDe: "caisse", Pour: v.P(g.du, g.fin), Phrase: m.Phrase()})
	return nil
}

// verdict is what is said of one day of a leave.
type verdict struct {
	etat  droit.Etat
	regle droit.Regle
	ij    v.Centimes // of all the lines together
}

// inscrire writes the days of a leave, a row for each line.
func (c *Calcul) inscrire(g *conge) {
	c.entieres = c.entieres[:0]
	tard, constant := c.forclos(g), c.constant(g)
	for k := range g.jalons {
		x := &g.jalons[k]
		var vd verdict
		for j := x.periode.Du; j <= x.periode.Au; j++ {
			if !constant || j == x.periode.Du {
				vd = c.statuer(g, x, j, tard)
			}
			if g.superflu(j, vd.etat) {
				continue
			}
			for _, a := range g.lignes {
				jour := droit.JourCalcule{Date: j, Arret: g.demande(a).arret, Activite: a, Chaine: g.arret, Risque: g.risque, Etat: vd.etat, Regle: vd.regle}
				if vd.etat == droit.Paye {
					jour.Beneficiaire, jour.IJ = droit.AssureBeneficiaire, vd.ij // until it is shared
				}
				c.r.Jours = append(c.r.Jours, jour)
				c.entieres = append(c.entieres, vd.ij)
			}
			if vd.etat == droit.Paye {
				c.occuper(g, j)
			}
		}
	}
}

// constant reports whether the days of one run all are what the first is: nobody
// decided on some of them, no other benefit is paid, and the amount is fixed.
func (c *Calcul) constant(g *conge) bool {
	return len(c.cas.Decisions) == 0 && len(c.occupes) == 0 && len(c.cas.Anterieures) == 0 && g.risque != droit.AJAP
}

// statuer says what one day is: what the agent decided, what the dates give,
// then the right, the other benefits, the time limit and the amount.
func (c *Calcul) statuer(g *conge, x *jalon, j v.Jour, tard bool) verdict {
	if vd, decide := c.decide(g, x, j); decide {
		return vd
	}
	switch {
	case x.etat != droit.Paye && x.etat != droit.Attente:
		return verdict{etat: x.etat, regle: x.regle}
	case !g.ouvert && g.attend:
		return verdict{etat: droit.Attente, regle: g.regleDroit}
	case !g.ouvert:
		return verdict{etat: droit.Refuse, regle: g.regleDroit}
	case c.occupe(g, j):
		return verdict{etat: droit.NonCumul, regle: rCumul}
	case tard:
		return verdict{etat: droit.Refuse, regle: rPrescription}
	case x.etat == droit.Attente:
		return verdict{etat: droit.Attente, regle: x.regle}
	}
	return c.payer(g, x, j)
}

// decide gives what an agent decided of one day.
func (c *Calcul) decide(g *conge, x *jalon, j v.Jour) (verdict, bool) {
	if len(c.cas.Decisions) == 0 {
		return verdict{}, false
	}
	paye, decide := premiereDecision(g.ses(), func(arret int) (bool, bool) { return c.socle.JourForce(&c.cas.Arrets[arret], j) })
	switch {
	case paye:
		return c.payer(g, x, j), true
	case decide:
		return verdict{etat: droit.Refuse, regle: regles[g.risque]}, true
	case slices.ContainsFunc(g.ses(), func(arret int) bool { return c.socle.DroitsRefuses(&c.cas.Arrets[arret], j) }):
		return verdict{etat: droit.Refuse, regle: c.regleRefus(g)}, true
	}
	return verdict{}, false
}

// regleRefus returns the rule of the right, or of the leave when none was examined.
func (c *Calcul) regleRefus(g *conge) droit.Regle {
	if g.regleDroit != "" {
		return g.regleDroit
	}
	return regles[g.risque]
}

// payer gives a day its amount.
func (c *Calcul) payer(g *conge, x *jalon, j v.Jour) verdict {
	vd := verdict{etat: droit.Paye, regle: c.regleVersement(g, x), ij: g.ij}
	if x.second {
		vd.ij = g.ij2
	}
	if g.risque == droit.AJAP && !g.bloque && !g.forcee {
		montant, err := c.montantAJAP(j, x.second)
		if err != nil {
			_ = c.bloquer(g, err) // the law gives no other error
		}
		vd.ij = montant
	}
	switch {
	case g.bloque || vd.ij == 0 && g.inconnu:
		return verdict{etat: droit.Attente, regle: vd.regle}
	case vd.ij == 0:
		return verdict{etat: droit.Refuse, regle: vd.regle}
	}
	return vd
}

// regleVersement returns the rule by which a day is paid: an independent's has
// its own.
func (c *Calcul) regleVersement(g *conge, x *jalon) droit.Regle {
	if x.etat != droit.Paye {
		return regles[g.risque]
	}
	if g.tns {
		switch g.risque {
		case droit.Maternite:
			return rMontantTNS
		case droit.Paternite, droit.AdoptionConge, droit.DeuilEnfant, droit.NaissanceConge:
			return rCongesTNS
		}
	}
	return x.regle
}

// occupation is a run of days paid by one régime.
type occupation struct {
	periode v.Periode
	tns     bool
}

// occuper notes that a day is paid as a leave.
func (c *Calcul) occuper(g *conge, j v.Jour) {
	if n := len(c.occupes) - 1; n >= 0 && c.occupes[n].tns == g.tns && c.occupes[n].periode.Au == j-1 {
		c.occupes[n].periode.Au = j
		return
	}
	c.occupes = append(c.occupes, occupation{v.P(j, j), g.tns})
}

// occupe reports whether a day is already paid as another leave by the same régime,
// or was before the case: each régime pays its own.
func (c *Calcul) occupe(g *conge, j v.Jour) bool {
	for i := range c.occupes {
		if o := &c.occupes[i]; o.periode.Contient(j) && o.tns == g.tns {
			return true
		}
	}
	for i := range c.cas.Anterieures {
		if x := &c.cas.Anterieures[i]; x.Risque != droit.Maladie && x.Risque != g.risque && x.Periode.Contient(j) {
			return true
		}
	}
	return false
}

// partager splits the allowance of each day between the lines, and names the
// payees.
func (c *Calcul) partager(g *conge, debut int) {
	lignes := make([]droit.LignePartagee, len(g.lignes))
	for i := range lignes {
		lignes[i] = droit.LignePartagee{Activite: g.lignes[i]}
		if i < len(g.poids) {
			lignes[i].Poids = g.poids[i]
		}
	}
	droit.Repartir(c.cas, lignes, c.r.Jours[debut:], c.entieres, c.socle.Dus, func(activite int, p v.Periode) {
		c.socle.Reclamer(droit.Besoin{Nature: droit.BesoinMaintien, Activite: activite, Arret: g.arret, Periode: p, Pour: p, Regle: "MAL-SUB-01"})
	})
}
