package atmp

import (
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

// reduit reports whether row i is a day of reduced work of a line.
func (c *Calcul) reduit(ch *chaine, l *ligne, i int) bool {
	j := &c.r.Jours[i]
	return j.Chaine == ch.arret && j.Activite == l.activite && c.cas.Arrets[j.Arret].TempsPartiel
}

// limiterReduit limits the days of reduced work to the loss of wages that the
// employer certifies, period by period, spread over its days. Days whose loss is
// not certified wait. When the caisse is read to decide alone (AUT-U-21), the
// allowance is kept whole.
func (c *Calcul) limiterReduit(ch *chaine) error {
	if c.lire(parametre.AU21) == "caisse" {
		return nil
	}
	for k := range ch.lignes {
		l := &ch.lignes[k]
		pertes := c.cas.Activites[l.activite].PertesTPT
		for i := c.premier; i < len(c.r.Jours); i++ {
			if j := &c.r.Jours[i]; c.reduit(ch, l, i) && j.Etat == droit.Paye && perteDu(pertes, j.Date) < 0 {
				c.attendrePerte(ch, l, j)
			}
		}
		for n := range pertes {
			c.limiterPeriode(ch, l, pertes, n)
		}
	}
	return nil
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
func (c *Calcul) limiterPeriode(ch *chaine, l *ligne, pertes []droit.PerteTPT, n int) {
	jours, payes, du := 0, 0, v.Centimes(0)
	for i := c.premier; i < len(c.r.Jours); i++ {
		j := &c.r.Jours[i]
		if !c.reduit(ch, l, i) || perteDu(pertes, j.Date) != n || j.Etat == droit.Travaille {
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
	for i := c.premier; i < len(c.r.Jours); i++ {
		j := &c.r.Jours[i]
		if j.Etat == droit.Paye && c.reduit(ch, l, i) && perteDu(pertes, j.Date) == n {
			j.IJ, j.Lot = droit.Etaler(montant, payes, rang), c.lots
			rang++
		}
	}
}
