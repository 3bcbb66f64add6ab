package maladie

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// limiterTPT limits the days of part-time work to the loss of wages that the
// employer certifies, period by period (MAL-TPT-02, R.323-3): the allowance of the
// period is the lesser of the two, spread over its days, of one stop or of several.
// Days whose loss is not certified wait: nothing is paid in advance.
func (c *Calcul) limiterTPT() error {
	for k := range c.chaines {
		if ch := &c.chaines[k]; ch.regime == salaries && c.aTPT(ch) {
			c.attendrePertes(ch)
		}
	}
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		for n := 0; n < len(a.PertesTPT) && regimeDe(a) == salaries; n++ {
			if err := c.limiterPeriode(i, a.PertesTPT, n); err != nil {
				return err
			}
		}
	}
	return nil
}

// attendrePertes leaves the days of part-time work of a chain waiting for a loss that is
// not certified.
func (c *Calcul) attendrePertes(ch *chaine) {
	for k := range ch.lignes {
		l := &ch.lignes[k]
		for i := range c.r.Jours {
			j := &c.r.Jours[i]
			if j.Activite == l.activite && j.Etat == droit.Paye && c.tptLe(l, j.Date) && perteDu(c.cas.Activites[l.activite].PertesTPT, j.Date) < 0 {
				c.attendrePerte(ch, l, j)
			}
		}
	}
}

// attendrePerte leaves a day waiting for the loss of wages of its month, but for the days
// whose loss is certified already: what is asked moves none of them.
func (c *Calcul) attendrePerte(ch *chaine, l *ligne, j *droit.JourCalcule) {
	mois := v.P(j.Date.DebutMois(), j.Date.FinMois()).Inter(v.P(max(ch.debut, l.du), l.fin))
	pertes, du, au := c.cas.Activites[l.activite].PertesTPT, j.Date, j.Date
	for du > mois.Du && perteDu(pertes, du-1) < 0 {
		du--
	}
	for au < mois.Au && perteDu(pertes, au+1) < 0 {
		au++
	}
	trou := v.P(du, au)
	c.reclamerJours(ch, droit.BesoinPerteTPT, l.activite, trou, trou, rTPT)
	j.Etat, j.IJ, j.Beneficiaire, j.Regle = droit.Attente, 0, "", rTPT
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

// tptLe reports whether a day of a line is prescribed part-time.
func (c *Calcul) tptLe(l *ligne, j v.Jour) bool {
	ms := c.morceaux[l.prem : l.prem+l.n]
	for i := range ms {
		if m := &ms[i]; j >= m.du && j <= m.au {
			return m.tpt && !m.repris
		}
	}
	return false
}

// limiterPeriode limits one certified period of one activity. The loss is that of
// all its days of part-time work: those that are not paid for another reason
// keep their part of it.
func (c *Calcul) limiterPeriode(activite int, pertes []droit.PerteTPT, n int) error {
	jours, payes, du := 0, 0, v.Centimes(0)
	for i := range c.r.Jours {
		if !c.dansPerte(activite, pertes, n, i) {
			continue
		}
		jours++
		if j := &c.r.Jours[i]; j.Etat == droit.Paye {
			payes++
			du += j.IJ
		}
	}
	if payes == 0 {
		return nil
	}
	perte := pertes[n].Perte.Fraction()
	montant := du.Fraction().Min(perte.Fois(v.F(int64(payes), int64(jours)))).Centimes(v.Troncature)
	unite := v.Centimes(-1)
	if c.lire(parametre.U21) == "jour" {
		unite = perte.Sur(v.F(int64(jours), 1)).Centimes(v.Troncature)
	} else {
		c.lots++
	}
	rang := 0
	for i := range c.r.Jours {
		j := &c.r.Jours[i]
		if j.Etat != droit.Paye || !c.dansPerte(activite, pertes, n, i) {
			continue
		}
		if unite >= 0 {
			j.IJ = min(j.IJ, unite)
		} else {
			j.Lot = c.lots
			j.IJ = droit.Etaler(montant, payes, rang)
		}
		rang++
		if j.Regle == rEnvoiTardif {
			var err error
			j.Plein = j.IJ
			if j.IJ, err = c.reduire(j.IJ, j.Date); err != nil {
				return err
			}
		}
	}
	return nil
}

// dansPerte reports whether row i is a day of part-time work of an activity under
// that certified loss.
func (c *Calcul) dansPerte(activite int, pertes []droit.PerteTPT, n, i int) bool {
	j := &c.r.Jours[i]
	return j.Activite == activite && perteDu(pertes, j.Date) == n && slices.ContainsFunc(c.lignes, func(l ligne) bool {
		return l.activite == activite && c.tptLe(&l, j.Date)
	})
}

// aTPT reports whether some prescription of a chain is part-time.
func (c *Calcul) aTPT(ch *chaine) bool {
	for k := range ch.lignes {
		for i := ch.lignes[k].prem; i < ch.lignes[k].prem+ch.lignes[k].n; i++ {
			if c.morceaux[i].tpt {
				return true
			}
		}
	}
	return false
}

// tptIndependant examines a day of part-time work of an independent
// (MAL-TNS-06): it must follow at once a day that was paid, except for a
// long-term illness, and lasts ninety days, or two hundred and seventy over
// four years for a long-term illness outside the regulated professions.
func (c *Calcul) tptIndependant(ch *chaine, l *ligne, i int, j v.Jour) (cause, error) {
	m, h := &c.morceaux[i], &c.histoires[ch.regime]
	if veille := c.debutTPT(l, i) - 1; m.ald == "" && h.compter(veille, veille, true) == 0 {
		return tptSansArret, nil
	}
	code, depuis := parametre.TNSTPTJours, ch.du
	if m.ald != "" && ch.regime != liberaux {
		code = parametre.TNSTPTALDJours
		a := &c.affections[c.affection(ch, m.ald)]
		depuis = a.debut
		annees, err := c.p.Entier(parametre.TNSTPTALDAnnees, ch.debut)
		if err != nil {
			return sansCause, err
		}
		if j >= depuis.AjouterAnnees(annees) {
			return tptEpuise, nil
		}
	}
	max, err := c.p.Entier(code, ch.debut)
	if err != nil || h.compterTPT(depuis, j-1) < max {
		return sansCause, err
	}
	return tptEpuise, nil
}

// debutTPT returns the first day of the part-time work without a break to which
// a piece belongs.
func (c *Calcul) debutTPT(l *ligne, i int) v.Jour {
	for i > l.prem && c.morceaux[i-1].tpt && !c.morceaux[i-1].repris && c.morceaux[i-1].au == c.morceaux[i].du-1 {
		i--
	}
	return max(c.morceaux[i].du, l.du)
}
