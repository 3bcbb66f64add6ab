package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// journee decides one day of a chain, line by line.
func (c *Calcul) journee(ch *chaine, j v.Jour) error {
	c.t.Sur(ch.arret)
	if !ch.ouverte && j >= ch.debut {
		if err := c.ouvrir(ch); err != nil {
			return err
		}
	}
	servi := service{chaine: ch}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		if j < l.du || j > l.fin {
			continue
		}
		i := c.morceauDu(l, j)
		vd, err := c.statuer(ch, l, i, j)
		if err != nil {
			if err = c.bloquer(ch, err); err != nil {
				return err
			}
			vd = verdict{cause: parametreInconnu}
		}
		m := &c.morceaux[i]
		c.limiterAuPlafond(ch, m.tpt, &vd, &servi)
		jour := droit.JourCalcule{Date: j, Arret: m.arret, Activite: l.activite, Chaine: ch.arret, Risque: droit.Maladie, Etat: causes[vd.cause].etat, Regle: ch.regleDe(vd.cause)}
		if vd.cause >= paye {
			jour.IJ, jour.Plein, jour.Beneficiaire, jour.Exonere = vd.ij, vd.plein, droit.AssureBeneficiaire, m.exonere
		}
		c.r.Jours = append(c.r.Jours, jour)
		c.entieres, c.pleines = append(c.entieres, vd.ij), append(c.pleines, vd.plein)
	}
	if servi.ij > 0 {
		c.servisDuJour = append(c.servisDuJour, servi)
	}
	return nil
}

// morceauDu returns the piece that governs a day of a line: the one that covers
// it or, on a day without prescription, the one before it.
func (c *Calcul) morceauDu(l *ligne, j v.Jour) int {
	for l.pos+1 < l.prem+l.n && c.morceaux[l.pos+1].du <= j {
		l.pos++
	}
	return l.pos
}

// statuer gives the state of one day: the first rule that applies decides, in
// the order of the law. First the right, then the incapacity, then what is left
// to pay.
func (c *Calcul) statuer(ch *chaine, l *ligne, i int, j v.Jour) (verdict, error) {
	m := &c.morceaux[i]
	if j < ch.debut {
		return verdict{cause: pasEncoreArrete}, nil
	}
	if ch.bloquee {
		return verdict{cause: parametreInconnu}, nil
	}
	if !m.lu {
		if err := c.lirePrescription(ch, l, i); err != nil {
			return verdict{}, err
		}
	}
	a := &c.cas.Arrets[m.arret]
	if c.decisions {
		switch c.jourForce(a, j) {
		case forceRefuser:
			return verdict{cause: refuseParAgent}, nil
		case forcePayer:
			// A day of the waiting period that is paid all the same was one of it:
			// no other day waits in its place.
			if j <= m.au && !m.tpt {
				c.consommerCarence(ch, j)
			}
			if err := c.compterForce(ch, m, j); err != nil {
				return verdict{}, err
			}
			return c.payer(ch, m, j)
		}
	}
	if x := c.statuerDroit(ch, l, i, j); x != sansCause {
		return verdict{cause: x}, nil
	}
	if x, err := c.statuerIncapacite(ch, l, i, j); x != sansCause || err != nil {
		return verdict{cause: x}, err
	}
	if x, err := c.statuerVersement(ch, l, i, j); x != sansCause || err != nil {
		return verdict{cause: x}, err
	}
	return c.payer(ch, m, j)
}

// statuerDroit examines the form and the right.
func (c *Calcul) statuerDroit(ch *chaine, l *ligne, i int, j v.Jour) cause {
	m := &c.morceaux[i]
	switch {
	case m.rejete && j <= m.au:
		return formulaireRejete
	case !ch.droit.ouvert:
		return refusOuAttente(ch.droit.attend, droitRefuse, droitIncertain)
	case c.decisions && c.droitsRefuses(ch, j):
		return droitRefuse
	case c.enConge(l, j):
		return congeParental
	case ch.droit.limite != 0 && j > ch.droit.limite:
		return refusOuAttente(ch.droit.attendApres, sixMoisPasses, sixMoisIncertains)
	case c.autres && c.autrePrestation(ch.regime, j):
		return autreIndemnite
	case ch.regime != salaries && c.excluIndependant(j):
		return excluTNS
	}
	return sansCause
}

// refusOuAttente tells a day that the law refuses from one that waits for a
// datum that could change the answer.
func refusOuAttente(attend bool, refus, attente cause) cause {
	if attend {
		return attente
	}
	return refus
}

// statuerIncapacite examines whether the day is one of incapacity, prescribed
// as the law wants it and not put in doubt by a control.
func (c *Calcul) statuerIncapacite(ch *chaine, l *ligne, i int, j v.Jour) (cause, error) {
	m := &c.morceaux[i]
	a := &c.cas.Arrets[m.arret]
	prescrit := j <= m.au
	switch {
	case m.repris, !prescrit && c.reprise(l.activite, m.au+1, j) != 0:
		return travailRepris, nil
	case c.decisions && c.decide(droit.ActiviteNonAutorisee, a, j):
		c.lire(parametre.U19)
		return activiteInterdite, nil
	case !prescrit:
		if ch.carence > 0 || ch.carenceLe == j || !c.ecartPaye(i) {
			return nonPrescrit, nil
		}
	case m.teleFin != 0 && j > m.teleFin:
		return teleconsultation, nil
	case m.dureeFin != 0 && j > m.dureeFin:
		return tropLong, nil
	case m.sansTitre:
		return prescripteurSansTitre, nil
	}
	if c.decisions {
		if x, err := c.statuerControle(ch, a, j); x != sansCause || err != nil {
			return x, err
		}
	}
	if prescrit && m.horsControle {
		return sansControle, nil
	}
	return sansCause, nil
}

// statuerControle applies what the contrôle médical and the caisse decided. A
// suspended day inside the waiting period is taken off it.
func (c *Calcul) statuerControle(ch *chaine, a *droit.Arret, j v.Jour) (cause, error) {
	if c.suspendu(a, j) {
		if ch.carence > 0 && c.lire(parametre.U26) == "consommee" {
			c.consommerCarence(ch, j)
		}
		return suspension, nil
	}
	attendu, err := c.avisAttendu(a)
	if err != nil || attendu {
		return avisMedical, err
	}
	if c.decide(droit.ControleImpossible, a, j) {
		return sansControle, nil
	}
	return sansCause, nil
}

// ecartPaye reports whether the unprescribed days after a piece are paid: the
// tolerance that ended on 1 September 2024, by the day on which the
// prolongation starts. Such days always have a piece of the same line after.
func (c *Calcul) ecartPaye(i int) bool {
	admis, err := c.p.Entier(parametre.EcartMax, c.morceaux[i+1].du)
	return err == nil && admis == 0
}

// statuerVersement applies the waiting period, the time limits of the claim and
// the limits of duration. A day that passes them all is counted.
func (c *Calcul) statuerVersement(ch *chaine, l *ligne, i int, j v.Jour) (cause, error) {
	m := &c.morceaux[i]
	a := &c.cas.Arrets[m.arret]
	if j <= m.au && c.enCarence(ch, m, j) {
		return attenteCarence, nil
	}
	if c.cas.Options.Prescription {
		if tard, err := c.forclos(a, j); tard || err != nil {
			return horsDelai, err
		}
	}
	if ch.ij == 0 {
		return refusOuAttente(ch.salairesManquent, baseNulle, baseInconnue), nil
	}
	if m.tpt && ch.regime != salaries {
		if x, err := c.tptIndependant(ch, l, i, j); x != sansCause || err != nil {
			return x, err
		}
	}
	return c.verifierLimites(ch, m, j)
}

// payer gives the day its amount: the allowance of the chain, that of part-time
// work, or half of it for a form sent late. The loss of wages that limits
// part-time work is applied afterwards, and the half after it.
func (c *Calcul) payer(ch *chaine, m *morceau, j v.Jour) (verdict, error) {
	vd := verdict{cause: paye, ij: ch.ij}
	if ch.septieme != 0 && j >= ch.septieme && ch.regime == salaries {
		c.lire(parametre.U3)
	}
	if m.tpt {
		if vd.cause = payeTPT; j <= m.au {
			ch.passerCarence(j)
		}
		if ch.regime != salaries {
			taux, err := c.p.Centimes(parametre.TNSTPTPourcent, ch.debut)
			if err != nil {
				return vd, err
			}
			vd = verdict{cause: payeTPTTNS, ij: ch.ij * taux / 10000}
		}
	}
	if m.provisoire {
		vd.cause = payeProvisoire
	}
	if m.reduitDu == 0 || j < m.reduitDu || j > m.reduitAu {
		return vd, nil
	}
	if vd.cause = payeMoitie; m.tpt && ch.regime == salaries {
		return vd, nil
	}
	var err error
	vd.plein = vd.ij
	vd.ij, err = c.reduire(vd.ij, j)
	return vd, err
}
