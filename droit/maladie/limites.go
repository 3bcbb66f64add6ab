package maladie

import (
	"accord/parametre"
	v "accord/valeur"
)

// verifierLimites counts one more day as paid, or says which limit is reached.
func (c *Calcul) verifierLimites(ch *chaine, m *morceau, j v.Jour) (cause, error) {
	if c.retraiteDepuis != 0 {
		if atteinte, err := c.limiteRetraite(ch, j); atteinte || err != nil {
			return retraite60, err
		}
	}
	if ch.regime == liberaux && ch.payeLe != j {
		max, err := c.p.Entier(parametre.TNSPLJours, ch.debut)
		if err != nil || ch.payes >= max {
			return liberal87, err
		}
	}
	compte, atteinte, err := c.limiteDuree(ch, m, j)
	if atteinte != sansCause || err != nil {
		return atteinte, err
	}
	c.compterPaye(ch, m, j, compte)
	return sansCause, nil
}

// compterPaye adds a day to those paid, once for all the lines of the chain.
func (c *Calcul) compterPaye(ch *chaine, m *morceau, j v.Jour, compte bool) {
	c.histoires[ch.regime].ajouter(j, suite{compte: compte, assimile: ch.assimilable, tpt: m.tpt})
	if ch.payeLe != j {
		ch.payeLe = j
		ch.payes++
	}
}

// compterForce counts a day that an agent had paid: whatever the limit, it is a
// day paid.
func (c *Calcul) compterForce(ch *chaine, m *morceau, j v.Jour) error {
	compte, _, err := c.limiteDuree(ch, m, j)
	if err == nil && ch.ij > 0 {
		c.compterPaye(ch, m, j, compte)
	}
	return err
}

// limiteRetraite reports whether a pensioner over the legal age has had the
// sixty days that he may have in all (MAL-DUR-04).
func (c *Calcul) limiteRetraite(ch *chaine, j v.Jour) (bool, error) {
	max, err := c.p.Entier(parametre.RetraiteIJ, j)
	return c.histoires[ch.regime].compter(c.retraiteDepuis, j-1, true) >= max, err
}

// datesRetraite returns the day from which both conditions are met: a pension
// and the legal age; 0 when they are not, or not known to be.
func (c *Calcul) datesRetraite() v.Jour {
	a := &c.cas.Assure
	if a.PensionVieillesse == 0 || a.Naissance == 0 {
		return 0
	}
	return max(a.PensionVieillesse, c.p.AgeLegal(a.PensionVieillesse, a.Naissance))
}

// limiteDuree applies the three years of a long-term illness (MAL-DUR-02) and
// the 360 days of the others (MAL-DUR-01), with the year that part-time work
// adds (MAL-TPT-03). It also says whether the day counts in the 360.
func (c *Calcul) limiteDuree(ch *chaine, m *morceau, j v.Jour) (compte bool, atteinte cause, err error) {
	if m.ald != "" {
		return c.limiteALD(ch, m, j)
	}
	compte = c.compteTPT(m.tpt)
	ok, err := c.dansLes360(ch, m, j, false)
	if err == nil && !ok {
		ok, err = c.anneeTPT(ch, m, j)
	}
	if !ok {
		atteinte = max360
	}
	return compte, atteinte, err
}

// limiteALD lets a long-term illness be compensated for three years from date
// to date, four part-time. Once they are over, and until a year of work opens
// another period, it is compensated as any other illness, all days counted.
func (c *Calcul) limiteALD(ch *chaine, m *morceau, j v.Jour) (compte bool, atteinte cause, err error) {
	a := &c.affections[c.affection(ch, m.ald)]
	annees, err := c.p.Entier(parametre.ALDAnnees, a.debut)
	if err != nil {
		return false, ald3Ans, err
	}
	if m.tpt {
		plus, err := c.p.Entier(parametre.TPTAnnees, a.debut)
		if err != nil {
			return false, ald3Ans, err
		}
		annees += plus
	}
	if j < a.debut.AjouterAnnees(annees) {
		return false, sansCause, nil
	}
	ok, err := c.dansLes360(ch, m, j, true)
	if !ok {
		atteinte = ald3Ans
	}
	return true, atteinte, err
}

// dansLes360 reports whether, with this day, no more than 360 days are paid in
// the three years that end on it: those that count or, when tout is set, all.
func (c *Calcul) dansLes360(ch *chaine, m *morceau, j v.Jour, tout bool) (bool, error) {
	h := &c.histoires[ch.regime]
	max, err := c.p.Entier(parametre.MaxIJ, j)
	if err != nil || !tout && h.total < max {
		return true, err
	}
	annees, err := c.p.Entier(parametre.MaxIJAnnees, j)
	if err != nil {
		return false, err
	}
	if h.compter(j.AjouterAnnees(-annees)+1, j-1, tout) < max {
		return true, nil
	}
	for i := range h.suites {
		if m.tpt || h.suites[i].tpt {
			c.lire(parametre.U16)
			break
		}
	}
	return false, nil
}

// anneeTPT reports whether a day of part-time work beyond the 360 falls within
// the year that the law adds, counted from the day on which they were reached.
func (c *Calcul) anneeTPT(ch *chaine, m *morceau, j v.Jour) (bool, error) {
	if ch.epuiseLe == 0 {
		ch.epuiseLe = j
	}
	if !m.tpt {
		return false, nil
	}
	annees, err := c.p.Entier(parametre.TPTAnnees, j)
	return j < ch.epuiseLe.AjouterAnnees(annees), err
}

// compteTPT reports whether a day counts in the 360, part-time or not.
func (c *Calcul) compteTPT(tpt bool) bool {
	return !tpt || c.choix(parametre.U16) == "compte"
}
