package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// What the reference pays of an accident have of their own (R.433-5, R.433-6).

// situerAccident keeps the civil month before the stop, made whole (R.433-6). A month
// in which no day was worked, for what makes it good, has no pay to be made whole
// of: the last one worked stands for it.
func (c *Calcul) situerAccident(ch *chaine) {
	if c.paiesCourtes(ch) != "" || c.douzeMois(ch) {
		return
	}
	for le := ch.reference.DebutMois() - 1; c.moisPerdu(ch, v.P(le.DebutMois(), le)); le = ch.reference - 1 {
		ch.reference = le.DebutMois()
	}
}

// moisPerdu reports whether the lines of a stop ran in a month without a day of
// work, lost to absences that are made good.
func (c *Calcul) moisPerdu(ch *chaine, mois v.Periode) bool {
	perdu := false
	for k := range ch.lignes {
		a := &c.cas.Activites[ch.lignes[k].activite]
		p := c.lirePaie(ch, a, mois)
		if p.jours > 0 || p.donne {
			return false
		}
		perdu = perdu || enCours(a, mois.Du-1) // else no month comes before it
	}
	return perdu
}

// partDePrime returns the part of a bonus that counts in one reference month or
// short pay: paid before the stop, it belongs to the months that follow that of
// its payment, as many as those for which it was due; to the next month alone
// when that time is not known.
func partDePrime(x *droit.Prime, paie v.Periode, arret v.Jour) v.Fraction {
	if x.VerseLe == 0 || x.VerseLe >= arret {
		return v.Fraction{}
	}
	mois := 1
	if x.Pour.Du != 0 && x.Pour.Au >= x.Pour.Du {
		mois = moisEntre(x.Pour)
	}
	du := x.VerseLe.DebutMois().AjouterMois(1)
	w := v.P(du, du.AjouterMois(mois)-1)
	if paie.Du == paie.Du.DebutMois() && paie.Au == paie.Du.FinMois() {
		if !w.Contient(paie.Du) {
			return v.Fraction{}
		}
		return x.Montant.Fraction().Fois(v.F(1, int64(mois)))
	}
	return x.Montant.Fraction().Fois(v.F(int64(w.Inter(paie).Jours()), int64(w.Jours())))
}

// ajouterPrimes adds to each reference pay of an accident its part of the
// bonuses: an absence takes nothing off them, and what restores a month does not
// restore them.
func (c *Calcul) ajouterPrimes(ch *chaine) {
	if !ch.forme.Accident {
		return
	}
	for _, i := range c.ordre {
		if !c.contribue(ch, i) {
			continue
		}
		for k := range c.cas.Activites[i].Primes {
			for n := range c.mois {
				part := partDePrime(&c.cas.Activites[i].Primes[k], c.mois[n].periode, ch.debut)
				c.retenir(ch, i, &c.mois[n], part)
			}
		}
	}
}

// moisEntre counts the civil months that a period touches.
func moisEntre(p v.Periode) int {
	a, m, _ := p.Du.Date()
	b, n, _ := p.Au.Date()
	return 12*(b-a) + n - m + 1
}

// emploiActuel values a month in which one job ended and another began: the
// wage of the present job, as for a whole month, unless what these jobs really
// paid in all is more. Two jobs begun on the same day, the last one, are both the present one.
func (c *Calcul) emploiActuel(ch *chaine, activite int, p *paieMois, mois v.Periode, dernier v.Jour) v.Fraction {
	var gagne, entier v.Fraction
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if !c.contribue(ch, i) || !borne(a, mois) {
			continue
		}
		d := c.lirePaie(ch, a, mois)
		gagne = gagne.Plus(d.revenu)
		if a.Debut == dernier && d.jours > 0 {
			entier = entier.Plus(d.revenu.Fois(v.F(int64(mois.Jours()), int64(d.jours))))
		}
	}
	switch {
	case entier.Cmp(gagne) < 0:
		return p.revenu
	case c.cas.Activites[activite].Debut != dernier:
		return v.Fraction{}
	}
	propre := p.revenu.Fois(v.F(int64(mois.Jours()), int64(p.jours)))
	c.retablissement(ch, mois, p.revenu, propre, p.jours)
	return propre
}
