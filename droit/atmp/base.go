package atmp

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// forme is the reference of an accident (R.433-4): the month before the stop, or
// the two fortnightly or four weekly pays of that month.
var forme = maladie.Forme{
	Mois: maladie.Nombre{N: 1, Nom: "1_mois"}, Quinzaines: maladie.Nombre{N: 2, Nom: "2_quinzaines"}, Semaines: maladie.Nombre{N: 4, Nom: "4_semaines"},
	Accident: true,
}

// montants are the allowances of one stop and how they were reached.
type montants struct {
	sj      v.Fraction // daily wage
	plafond v.Fraction // its ceiling
	net     v.Fraction // net daily gain, without ceiling
	calcule [2]v.Centimes
	ij      [2]v.Centimes // up to the 28th day, then from the 29th
}

// ouvrir fixes the right and the allowances of a stop, on its first day.
func (c *Calcul) ouvrir(ch *chaine) error {
	ch.regle = rIndemnite
	a := &c.cas.Arrets[ch.arret]
	ch.refuse = c.sansDroit(ch)
	if ouverts, force := c.socle.DroitsForces(ch.arret); force {
		ch.refuse = !ouverts
	}
	for k := range ch.lignes {
		c.r.Droits = append(c.r.Droits, droit.Droit{Arret: ch.arret, Activite: ch.lignes[k].activite, Ouvert: !ch.refuse, Regle: rPremierJour, Voie: sansCondition})
	}
	c.aviserStop(ch, a)
	if c.t.Active() {
		c.direDroit(ch)
	}
	if ch.refuse && !c.agentPaie(ch) {
		return nil
	}
	mois, err := c.p.Entier(parametre.ATRevalorisationMois, ch.debut)
	if err == nil {
		ch.revalorise = ch.debut.AjouterMois(mois)
		ch.seuil, err = c.p.Entier(parametre.ATTaux2Jour, ch.debut)
	}
	if err == nil {
		ch.annees, err = c.p.Entier(parametre.ATDureeMaxAnnees, cmp.Or(dateDe(ch.sinistre), ch.debut))
	}
	if err == nil {
		err = c.fixer(ch)
	}
	if err != nil {
		return c.bloquer(ch, err)
	}
	return nil
}

// sansDroit reports whether the caisse refused the benefits of an accident, for
// the intentional fault of the victim for instance (L.453-1): by a decision on it, or
// on a prescription of the stop.
func (c *Calcul) sansDroit(ch *chaine) bool {
	return slices.ContainsFunc(c.cas.Decisions, func(d droit.Decision) bool {
		return d.Nature == droit.RefusDroits && (d.Arret == "" && d.Sinistre != "" && d.Sinistre == ch.sinistre.ID ||
			slices.ContainsFunc(ch.pieces, func(k int) bool { return c.cas.Arrets[c.pieces[k].arret].ID == d.Arret }))
	})
}

// agentPaie reports whether an agent had some day of a stop paid: its allowance is
// then wanted, though its right is closed.
func (c *Calcul) agentPaie(ch *chaine) bool {
	return slices.ContainsFunc(ch.pieces, func(k int) bool { return c.socle.PaiementForce(&c.cas.Arrets[c.pieces[k].arret]) })
}

// aviserStop leaves the warnings that a stop calls for.
func (c *Calcul) aviserStop(ch *chaine, a *droit.Arret) {
	if s := ch.sinistre; a.Risque == droit.MaladiePro {
		if n, err := c.p.Entier(parametre.ATMPTexteNouveau, max(s.DeclareLe, dateDe(s))); err == nil && n == 1 {
			c.lire(parametre.AU23)
		}
	}
}

// fixer computes the two allowances of a stop (AT-03 to AT-11).
func (c *Calcul) fixer(ch *chaine) error {
	c.stoppees = c.stoppees[:0]
	for k := range ch.lignes {
		c.stoppees = append(c.stoppees, ch.lignes[k].activite)
	}
	x := c.socle.Examiner(maladie.Interruption{Le: ch.debut, Jusqua: ch.fin, Depuis: c.cessation(ch), Arret: ch.arret, Activites: c.stoppees})
	rev, err := x.Revenus(forme)
	if err != nil {
		return err
	}
	ch.inconnu = x.Inconnu
	for k := range ch.lignes {
		ch.lignes[k].poids = rev.Poids[k]
	}
	if rev.Retablis {
		c.lire(parametre.AU13)
	}
	if err := c.calculer(ch, &rev); err != nil {
		return err
	}
	c.relever(ch)
	if ij, forcee := c.socle.IJForcee(ch.arret); forcee {
		ch.m.ij, ch.inconnu = [2]v.Centimes{ij, ij}, false
	}
	c.ecrireBase(ch, &rev)
	return nil
}

// cessation returns the day after the last day of the work stopped, when all of it
// had ended before the stop; 0 otherwise. A stop that ran to the end of a contract
// had ended its work before.
func (c *Calcul) cessation(ch *chaine) v.Jour {
	fin := v.Jour(0)
	for k := range ch.lignes {
		a := &c.cas.Activites[ch.lignes[k].activite]
		if a.Fin == 0 || a.Fin >= ch.debut {
			return 0
		}
		fin = max(fin, c.socle.DernierTravaille(ch.lignes[k].activite))
	}
	return fin + 1
}

// calculer goes from the reference pays to the two allowances: a part of the
// daily wage, limited to its ceiling, never above the net daily gain, which has
// none. Nothing is rounded before the end.
func (c *Calcul) calculer(ch *chaine, rev *maladie.Revenus) error {
	le := ch.debut
	code, mois := parametre.ATDiviseurMois, v.F(1, 1) // what the pays are divided by, and the months that they make
	switch rev.Reference {
	case "12_mois":
		code, mois = parametre.ATDiviseur12Mois, v.F(12, 1)
	case forme.Quinzaines.Nom:
		code, mois = parametre.ATDiviseurPaies, v.F(12*int64(forme.Quinzaines.N), 26)
	case forme.Semaines.Nom:
		code, mois = parametre.ATDiviseurPaies, v.F(12*int64(forme.Semaines.N), 52)
	}
	var somme v.Fraction
	for i := range rev.Paies {
		somme = somme.Plus(rev.Paies[i].Retabli)
	}
	diviseur, err := c.p.Valeur(code, le)
	if err != nil {
		return err
	}
	m := &ch.m
	propre := somme.Sur(diviseur)
	if m.sj, err = c.minimum(ch, propre, mois.Sur(diviseur)); err != nil {
		return err
	}
	deduction, err := c.p.Valeur(parametre.ATDeduction, le)
	if err != nil {
		return err
	}
	m.net = propre.Fois(v.F(100, 1).Moins(deduction)).Fois(v.F(1, 100))
	pass, err := c.p.Valeur(parametre.PASS, le)
	if err != nil {
		return err
	}
	part, err := c.p.Valeur(parametre.ATPlafondPASS, le)
	if err != nil {
		return err
	}
	m.plafond = pass.Fois(part).Fois(v.F(1, 100))
	for k, code := range [2]parametre.Code{parametre.ATTaux1, parametre.ATTaux2} {
		taux, err := c.p.Valeur(code, le)
		if err != nil {
			return err
		}
		exacte := m.sj.Min(m.plafond).Fois(taux).Fois(v.F(1, 100)).Min(m.net)
		if m.calcule[k], err = c.arrondir(exacte, le); err != nil {
			return err
		}
	}
	m.ij = m.calcule
	return nil
}

// arrondir rounds an allowance to the cent, in the way chosen for the case or in
// force on that day, and warns when the other way would give another cent.
func (c *Calcul) arrondir(exacte v.Fraction, le v.Jour) (v.Centimes, error) {
	mode, err := c.p.Entier(parametre.ArrondiATMP, le)
	if err != nil {
		return 0, err
	}
	tronque, proche := exacte.Centimes(v.Troncature), exacte.Centimes(v.DemiSuperieur)
	if tronque != proche && c.lire(parametre.AU1) == "troncature" {
		mode = int(v.Troncature)
	}
	if c.cas.Options.Arrondi.ATMP.Ou(v.Arrondi(mode)) == v.Troncature {
		return tronque, nil
	}
	return proche, nil
}

// minimum raises the daily wage of a minor to the minimum of his category
// (R.436-2) and that of an apprentice to the SMIC on the day of the accident
// (R.433-8), a monthly minimum being taken for the months of the reference and
// divided as its pays are. The net daily gain stays that of the wage really earned.
func (c *Calcul) minimum(ch *chaine, propre, parJour v.Fraction) (v.Fraction, error) {
	accident := cmp.Or(dateDe(ch.sinistre), ch.debut)
	age, err := c.p.Entier(parametre.ATMineurAge, accident)
	if err != nil {
		return propre, err
	}
	mineur := accident < c.cas.Assure.Naissance.AjouterAnnees(age)
	retenu := propre
	for k := range ch.lignes {
		a := &c.cas.Activites[ch.lignes[k].activite]
		regle, mois := rMineur, v.Fraction{}
		if a.Contrat == droit.Apprentissage {
			regle = rApprenti
			if mois, err = c.p.Valeur(parametre.SmicMensuel, accident); err != nil {
				return propre, err
			}
		}
		if mineur {
			min, connu := a.SalaireMinimum.Get()
			if !connu && regle == rMineur {
				ref := ch.debut.DebutMois().AjouterMois(-1)
				c.socle.Demander(droit.Besoin{Nature: droit.BesoinSalaireMinimum, Activite: ch.lignes[k].activite, Arret: ch.arret,
					Periode: v.P(ref, ref.FinMois()), Pour: v.P(ch.debut, ch.fin), Regle: rMineur})
			}
			if min.Fraction().Cmp(mois) > 0 {
				regle, mois = rMineur, min.Fraction()
			}
		}
		if jour := mois.Fois(parJour); jour.Cmp(retenu) > 0 {
			retenu = jour
			if regle == rApprenti {
				c.lire(parametre.AU19)
			}
			if c.t.Active() {
				c.direMinimum(regle, mois)
			}
		}
	}
	return retenu, nil
}

// relever applies the minimum of a relapse, or of another stop for the same
// accident: what was received in the first interruption (R.433-7).
func (c *Calcul) relever(ch *chaine) {
	for k, plancher := range c.suivis[ch.suivi].recu {
		if plancher > ch.m.ij[k] {
			ch.m.ij[k], ch.regle = plancher, rRechute
		}
	}
	// What was received at the first rate is a minimum for the second too.
	ch.m.ij[1] = max(ch.m.ij[1], ch.m.ij[0])
}

// ecrireBase adds the base of a stop to the result.
func (c *Calcul) ecrireBase(ch *chaine, rev *maladie.Revenus) {
	b := c.r.AjouterBase()
	b.Arret, b.Reference, b.GainJournalier = ch.arret, rev.Reference, ch.m.sj
	for k := range ch.lignes {
		b.Activites = append(b.Activites, ch.lignes[k].activite)
	}
	for i := range rev.Paies {
		b.SalairesRetablis = append(b.SalairesRetablis, rev.Paies[i].Retabli)
		b.SalairesRetenus = append(b.SalairesRetenus, rev.Paies[i].Retabli)
	}
	b.SalaireJournalierPlafonne = v.Connu(ch.m.sj.Min(ch.m.plafond).Centimes(v.DemiSuperieur))
	b.GainNet = v.Connu(ch.m.net.Centimes(v.DemiSuperieur))
	b.IJ, b.IJ2 = ch.m.ij[0], v.Connu(ch.m.ij[1])
	if c.t.Active() {
		c.direBase(ch, rev)
	}
}
