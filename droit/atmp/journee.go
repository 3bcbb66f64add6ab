package atmp

import (
	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

// jourDecide is what the law says of one day of one line, before shares.
type jourDecide struct {
	etat  droit.Etat
	regle droit.Regle
	ij    v.Centimes // of the whole stop
	taux  v.Centimes // the same before the pension is taken off, or another benefit takes the day
}

// journee decides one day of a stop, line by line. A day of a line is
// compensated for one accident only (L.433-1).
func (c *Calcul) journee(ch *chaine, j v.Jour) error {
	c.t.Sur(ch.arret)
	if j == ch.du && ch.accident != 0 && ch.accident < ch.du {
		c.laisserEmployeur(ch)
	}
	if j == ch.debut {
		c.reprendre(ch)
		if err := c.ouvrir(ch); err != nil {
			return err
		}
	}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		if j < l.du || j > l.fin || c.ecrit(j, l.activite) {
			continue
		}
		m, couvre := c.pieceDu(ch, l, j)
		d, err := c.statuer(ch, l, m, couvre, j)
		if err != nil {
			if err = c.bloquer(ch, err); err != nil {
				return err
			}
			d = jourDecide{etat: droit.Attente, regle: rReference}
		}
		c.ajouter(ch, m.arret, l.activite, j, d)
	}
	return nil
}

// ajouter adds one row to the calendar.
func (c *Calcul) ajouter(ch *chaine, arret, activite int, j v.Jour, d jourDecide) {
	jour := droit.JourCalcule{Date: j, Arret: arret, Activite: activite, Chaine: ch.arret, Risque: c.cas.Arrets[arret].Risque, Etat: d.etat, Regle: d.regle}
	if d.etat == droit.Paye {
		jour.IJ, jour.Beneficiaire = d.ij, droit.AssureBeneficiaire
	}
	c.r.Jours = append(c.r.Jours, jour)
	c.entieres = append(c.entieres, d.ij)
	c.taux = append(c.taux, d.taux)
}

// ecrit reports whether another accident already has that day of a line.
func (c *Calcul) ecrit(j v.Jour, activite int) bool {
	if len(c.chaines) == 1 {
		return false
	}
	for i := len(c.r.Jours) - 1; i >= c.premier; i-- {
		if x := &c.r.Jours[i]; x.Date == j && x.Activite == activite {
			return true
		}
	}
	return false
}

// laisserEmployeur puts on the calendar the day of an accident that comes before
// the first stop: the employer pays it.
func (c *Calcul) laisserEmployeur(ch *chaine) {
	for k := range ch.lignes {
		a := &c.cas.Activites[ch.lignes[k].activite]
		if a.Debut > ch.accident || a.Fin != 0 && a.Fin < ch.accident || c.ecrit(ch.accident, ch.lignes[k].activite) {
			continue
		}
		if e := ch.sinistre.Employeur; !e.IsZero() && a.Employeur != e {
			continue
		}
		c.ajouter(ch, ch.arret, ch.lignes[k].activite, ch.accident, jourDecide{etat: droit.AChargeEmployeur, regle: rPremierJour})
	}
}

// reprendre starts the count of an accident again for a stop that comes after a
// consolidation (R.433-7).
func (c *Calcul) reprendre(ch *chaine) {
	s := &c.suivis[ch.suivi]
	if fin := derniereFin(c.cas, &c.cas.Arrets[ch.arret], ch.du); fin != s.fin {
		s.fin, s.compte = fin, 0
	}
}

// statuer gives the state of one day: the first rule that applies decides.
func (c *Calcul) statuer(ch *chaine, l *ligne, m *piece, couvre bool, j v.Jour) (jourDecide, error) {
	a := &c.cas.Arrets[m.arret]
	switch {
	case j == ch.accident:
		return jourDecide{etat: droit.AChargeEmployeur, regle: rPremierJour}, nil
	case j < ch.debut:
		return jourDecide{etat: droit.Travaille, regle: rPremierJour}, nil
	case ch.bloquee:
		return jourDecide{etat: droit.Attente, regle: rReference}, nil
	}
	paye, decide := c.socle.JourForce(a, j)
	switch {
	case decide && !paye:
		return jourDecide{etat: droit.Refuse, regle: rVersement}, nil
	case decide:
		return c.payer(ch, a, j)
	case ch.refuse:
		return jourDecide{etat: droit.Refuse, regle: rSansDroit}, nil
	case c.socle.Reprise(l.activite, m.du+1, j) != 0: // since the start of the prescription
		return jourDecide{etat: droit.Travaille, regle: rPremierJour}, nil
	case j == ch.debut && c.lendemain(ch):
		return jourDecide{etat: droit.AChargeEmployeur, regle: rPremierJour}, nil
	case !couvre:
		return jourDecide{etat: droit.NonPrescrit, regle: rVersement}, nil
	}
	fin, err := maladie.FinTeleconsultation(c.p, a, ch.debut)
	if err != nil || fin != 0 && j > fin {
		return jourDecide{etat: droit.NonPrescrit, regle: rObligations}, err
	}
	if etat, regle := c.socle.Controler(a, j); etat != "" {
		return jourDecide{etat: etat, regle: regle}, nil
	}
	if etat, regle, err := c.limites(ch, a, j); etat != "" || err != nil {
		return jourDecide{etat: etat, regle: regle}, err
	}
	if c.sert(j, estConge) {
		return jourDecide{etat: droit.NonCumul, regle: rSansCumul, taux: ch.m.ij[c.tauxLe(ch, j)]}, nil
	}
	return c.payer(ch, a, j)
}

// sert reports whether another benefit of the same person, as an employee, is
// served on that day.
func (c *Calcul) sert(j v.Jour, est func(droit.Risque) bool) bool {
	for i := range c.socle.Autres {
		if x := &c.socle.Autres[i]; !x.TNS && x.Periode.Contient(j) && est(x.Risque) {
			return true
		}
	}
	return false
}

// estConge lists the leaves that exclude the allowance of an accident. Maternity and
// an accident on one day are a matter of precedence between benefits, not of this
// law alone.
func estConge(r droit.Risque) bool {
	switch r {
	case droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant, droit.AJAP:
		return true
	}
	return false
}

func estMaternite(r droit.Risque) bool {
	return r == droit.Maternite || r == droit.Pathologique || r == droit.DES
}

// lendemain reports whether the first day not worked is left unpaid: the stop
// came some days after the accident, and the text is read so (AUT-U-17).
func (c *Calcul) lendemain(ch *chaine) bool {
	return ch.accident != 0 && ch.debut > ch.accident+1 && c.lire(parametre.AU17) == "lendemain"
}

// payer gives the day its amount: the first rate for twenty-eight days of the
// same accident, the second one after; less the pension paid for it.
func (c *Calcul) payer(ch *chaine, a *droit.Arret, j v.Jour) (jourDecide, error) {
	taux := c.tauxLe(ch, j)
	d := jourDecide{etat: droit.Paye, regle: ch.regle, ij: ch.m.ij[taux], taux: ch.m.ij[taux]}
	c.aviserDuree(ch, j)
	if a.TempsPartiel {
		d.regle = rReduit
	}
	if rente := c.renteLe(a.Sinistre, j); rente != 0 {
		var err error
		if d, err = c.imputerRente(rente, j, d); err != nil {
			return d, err
		}
	}
	if d.etat == droit.Paye && c.sert(j, estMaternite) {
		return d, nil // what is not served is neither counted nor received
	}
	s := &c.suivis[ch.suivi]
	s.compter(j)
	if ch.premiere {
		s.recu[taux] = ch.m.ij[taux]
	}
	return d, nil
}

// tauxLe returns which of the two allowances of a stop a day has.
func (c *Calcul) tauxLe(ch *chaine, j v.Jour) int {
	if c.suivis[ch.suivi].rang(j) >= ch.seuil {
		return 1
	}
	return 0
}

// rang returns the rank of a day among those compensated for an accident, once
// whatever the number of lines.
func (s *suivi) rang(j v.Jour) int {
	if s.payeLe == j {
		return s.compte
	}
	return s.compte + 1
}

// compter counts one more day compensated, by the allowance or by the pension
// that covers it.
func (s *suivi) compter(j v.Jour) {
	s.compte, s.payeLe = s.rang(j), j
	if s.premierIJ == 0 {
		s.premierIJ = j
	}
}

// imputerRente leaves of the allowance what is above the pension paid for the
// same accident (R.443-2).
func (c *Calcul) imputerRente(rente v.Centimes, j v.Jour, d jourDecide) (jourDecide, error) {
	diviseur, err := c.p.Valeur(parametre.ATRenteDiviseur, j)
	if err != nil {
		return d, err
	}
	reste := d.ij.Fraction().Moins(rente.Fraction().Sur(diviseur))
	if reste.Cmp(v.Fraction{}) <= 0 {
		return jourDecide{etat: droit.NonCumul, regle: rRente}, nil
	}
	d.regle = rRente
	d.ij, err = c.arrondir(reste, j)
	return d, err
}

// renteLe returns the monthly pension that runs for an accident on a day: the
// last one that began.
func (c *Calcul) renteLe(sinistre string, j v.Jour) v.Centimes {
	mensuelle := v.Centimes(0)
	for i := range c.cas.Rentes { // by date
		if x := &c.cas.Rentes[i]; x.Sinistre == sinistre && x.Du <= j {
			mensuelle = x.Mensuelle
		}
	}
	return mensuelle
}
