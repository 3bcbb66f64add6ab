package atmp

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// aReduit reports whether some prescription of a stop is for reduced or light
// work (R.433-15).
func (c *Calcul) aReduit(ch *chaine) bool {
	for _, k := range ch.pieces {
		if c.cas.Arrets[c.pieces[k].arret].TempsPartiel {
			return true
		}
	}
	return false
}

// reduit reports whether a row is a day of reduced work of a line: neither one worked, nor
// that of the accident, of which the employer owes the wage.
func reduit(cas *droit.Cas, j *droit.JourCalcule, activite int) bool {
	return j.Activite == activite && j.Risque.EstSinistre() && cas.Arrets[j.Arret].TempsPartiel && j.Etat != droit.Travaille && j.Etat != droit.AChargeEmployeur
}

// enEntier reports whether the caisse is read to decide alone (AUT-U-21): the
// allowance is then kept whole.
func (c *Calcul) enEntier() bool { return c.lire(parametre.AU21) == "caisse" }

// attendrePertes leaves waiting the days of reduced work of a stop whose loss of
// wages is not certified.
func (c *Calcul) attendrePertes(ch *chaine) {
	if c.enEntier() {
		return
	}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		for i := c.premier; i < len(c.r.Jours); i++ {
			j := &c.r.Jours[i]
			if j.Chaine == ch.arret && j.Etat == droit.Paye && reduit(c.cas, j, l.activite) && perteDu(c.cas.Activites[l.activite].PertesTPT, j.Date) < 0 {
				c.attendrePerte(ch, l, j)
			}
		}
	}
}

// Limiter limits the days of reduced work to the loss of wages that the employer
// certifies, period by period, spread over those that no other benefit took: two
// stops share it. It comes once each day has its benefit, on the calendar in any order.
func (c *Calcul) Limiter() {
	if !slices.ContainsFunc(c.chaines, func(ch chaine) bool { return c.aReduit(&ch) }) || c.enEntier() {
		return
	}
	for i := range c.cas.Activites {
		for n := range c.cas.Activites[i].PertesTPT {
			c.limiterPeriode(i, n)
		}
	}
}

// DuLeJour returns what a paid day is worth by itself, to be set against another
// benefit of the same day: reduced work, no more than its part of the loss.
func DuLeJour(cas *droit.Cas, p *parametre.Table, jours []droit.JourCalcule, j *droit.JourCalcule) v.Centimes {
	l := p.Lecture(parametre.AU21)
	if !reduit(cas, j, j.Activite) || cas.Options.Lecture(l.Point, l.Defaut) == "caisse" {
		return j.IJ
	}
	pertes, n := cas.Activites[j.Activite].PertesTPT, v.Centimes(0)
	i := perteDu(pertes, j.Date)
	for k := range jours {
		if x := &jours[k]; reduit(cas, x, j.Activite) && perteDu(pertes, x.Date) == i {
			n++
		}
	}
	return min(j.IJ, pertes[i].Perte/n)
}

// attendrePerte leaves a day waiting for the loss of wages of its month.
func (c *Calcul) attendrePerte(ch *chaine, l *ligne, j *droit.JourCalcule) {
	mois := v.P(j.Date.DebutMois(), j.Date.FinMois()).Inter(v.P(max(ch.debut, l.du), l.fin))
	c.socle.Demander(droit.Besoin{Nature: droit.BesoinPerteTPT, Activite: l.activite, Arret: ch.arret, Periode: mois, Pour: mois, Regle: rReduit})
	j.Etat, j.IJ, j.Beneficiaire = droit.Attente, 0, ""
}

// perteDu returns the certified loss that covers a day, or -1.
func perteDu(pertes []droit.PerteTPT, j v.Jour) int {
	for n := range pertes {
		if pertes[n].Periode.Contient(j) {
			return n
		}
	}
	return -1
}

// limiterPeriode limits one certified period of one line: the lesser of the
// allowance and of the loss, of which days not paid keep their part.
func (c *Calcul) limiterPeriode(activite, n int) {
	pertes := c.cas.Activites[activite].PertesTPT
	jours, payes, du := 0, 0, v.Centimes(0)
	for i := range c.r.Jours {
		j := &c.r.Jours[i]
		if !reduit(c.cas, j, activite) || perteDu(pertes, j.Date) != n {
			continue
		}
		jours++
		if j.Etat == droit.Paye {
			payes++
			du += j.IJ
		}
	}
	if payes == 0 {
		return
	}
	perte := pertes[n].Perte.Fraction().Fois(v.F(int64(payes), int64(jours)))
	montant := du.Fraction().Min(perte).Centimes(v.DemiSuperieur)
	c.lots++
	rang := 0
	for i := range c.r.Jours {
		j := &c.r.Jours[i]
		if j.Etat == droit.Paye && reduit(c.cas, j, activite) && perteDu(pertes, j.Date) == n {
			j.IJ, j.Lot = droit.Etaler(montant, payes, rang), c.lots
			rang++
		}
	}
}
