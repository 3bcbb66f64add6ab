package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// heuresRetenues adds to the hours worked over a window, when they fall short
// of n, the hours that the law counts as work (MAL-OUV-06) and, when régimes are
// totalised, those of independent work (MAL-OUV-07).
func (c *Calcul) heuresRetenues(w v.Periode, n v.Fraction, le v.Jour) (total, error) {
	t := c.heuresSur(w)
	if t.valeur.Cmp(n) >= 0 {
		return t, nil
	}
	jours := c.joursAssimiles(w)
	if c.totalise {
		jours += c.joursIndependants(w)
	}
	if jours == 0 {
		return t, nil
	}
	heures, err := c.p.Valeur(parametre.HeuresJourAssimile, le)
	t.valeur = t.valeur.Plus(heures.Fois(v.F(int64(jours), 1)))
	return t, err
}

// salairesRetenus adds to the pays of a window, when they fall short of the
// threshold, six times the hourly SMIC for each day that the law counts as work.
func (c *Calcul) salairesRetenus(w v.Periode, seuil v.Option[v.Centimes], le v.Jour) (total, error) {
	t := c.salairesSur(w, le)
	if s, connu := seuil.Get(); connu && t.valeur.Cmp(s.Fraction()) >= 0 {
		return t, nil
	}
	jours := c.joursAssimiles(w)
	if jours == 0 {
		return t, nil
	}
	heures, err := c.p.Valeur(parametre.HeuresJourAssimile, le)
	if err != nil {
		return t, err
	}
	smic, err := c.p.Valeur(parametre.SmicHoraire, c.premierJanvier(w.Du))
	t.valeur = t.valeur.Plus(heures.Fois(smic).Fois(v.F(int64(jours), 1)))
	return t, err
}

// joursAssimiles counts the days of a window that R.313-8 treats as work: those
// compensated for sickness, maternity, accident at work or invalidity, and the
// waiting days of a stop that was then compensated. Days paid under rights kept
// without work do not count.
func (c *Calcul) joursAssimiles(w v.Periode) int {
	n := 0
	if p := c.cas.Assure.PensionInvalidite; p != 0 && p <= w.Au {
		n = v.P(max(p, w.Du), w.Au).Jours()
		w.Au = max(p, w.Du) - 1
	}
	n += c.joursAnterieurs(w)
	if c.servisAvant != 0 {
		w.Au = min(w.Au, c.servisAvant-1)
	}
	for i := range c.Autres {
		if x := &c.Autres[i]; !x.TNS && !x.Periode.Inter(w).IsZero() && c.assimilable(x.Risque) {
			n += c.joursPropres(x.Periode.Inter(w))
		}
	}
	h := &c.histoires[salaries]
	for i := range h.suites {
		if s := &h.suites[i]; s.assimile {
			n += c.joursPropres(v.P(s.du, s.au).Inter(w))
		}
	}
	compte := v.Jour(0)
	for i := range h.carences {
		// Two stops may wait on one day, and another be paid on it.
		if x := &h.carences[i]; w.Contient(x.jour) && x.jour != compte && c.indemnisee(x.chaine) && !h.assimile(x.jour) {
			n, compte = n+c.joursPropres(v.P(x.jour, x.jour)), x.jour
		}
	}
	return n
}

// joursPropres counts the days of a period that were not compensated before the case already:
// those are counted apart.
func (c *Calcul) joursPropres(p v.Periode) int {
	return p.Jours() - c.joursAnterieurs(p)
}

// assimilable reports whether the days of a benefit are among those of R.313-8:
// sickness, maternity and its daily allowance, paternity, accidents. It does not
// name what the same insurances pay for other causes: these are read as theirs,
// unless read otherwise (AUT-U-27). What helps a carer is of none of them.
func (c *Calcul) assimilable(r droit.Risque) bool {
	switch r {
	case droit.Maladie, droit.Maternite, droit.Pathologique, droit.DES, droit.GarantieGrossesse, droit.Paternite,
		droit.AccidentTravail, droit.AccidentTrajet, droit.MaladiePro:
		return true
	case droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant, droit.ITI:
		return c.lire(parametre.AU27) == "assurances"
	}
	return false
}

// joursAnterieurs counts the days of a window compensated before the case, with
// the waiting days before them, once each: benefits may overlap.
func (c *Calcul) joursAnterieurs(w v.Periode) int {
	n := 0
	for fait := w.Du - 1; ; {
		// The next run of such days after those counted.
		suivant := v.Periode{}
		for i := range c.cas.Anterieures {
			a := &c.cas.Anterieures[i]
			p := v.P(max(c.debutAnterieure(a), fait+1), min(a.Periode.Au, w.Au))
			if !a.MaintienDroits && p.Du <= p.Au && (suivant.IsZero() || p.Du < suivant.Du) && c.assimilable(a.Risque) {
				suivant = p
			}
		}
		if suivant.IsZero() {
			return n
		}
		n += suivant.Jours()
		fait = suivant.Au
	}
}

// debutAnterieure returns the first day of a stop compensated before the case:
// what was paid begins after the waiting period, when there was one.
func (c *Calcul) debutAnterieure(a *droit.IndemniteAnterieure) v.Jour {
	if !a.Carence.Ou(false) {
		return a.Periode.Du
	}
	return a.Periode.Du - v.Jour(c.carenceDe(a.Periode.Du))
}

// carenceDe returns the length of the waiting period on that day.
func (c *Calcul) carenceDe(j v.Jour) int {
	n, err := c.p.Entier(parametre.CarenceJours, j)
	if err != nil {
		return 0
	}
	return n
}

// indemnisee reports whether some day of a chain was paid, under rights that
// come from work.
func (c *Calcul) indemnisee(arret int) bool {
	for i := range c.chaines {
		if ch := &c.chaines[i]; ch.regime == salaries && ch.arret == arret {
			return ch.payes > 0 && ch.assimilable
		}
	}
	return false
}

// cachets reports whether an artist's engagements over a window satisfy the
// test of hours by their number (circular of 19 April 2017).
func (c *Calcul) cachets(w v.Periode, code parametre.Code, le v.Jour) bool {
	n := 0
	for i := range c.cas.Activites {
		ps := c.cas.Activites[i].PeriodesHeures
		for k := range ps {
			if ps[k].Cachets > 0 && ps[k].Periode.Du >= w.Du && ps[k].Periode.Au <= w.Au {
				n += ps[k].Cachets
			}
		}
	}
	if n == 0 {
		return false
	}
	exige, err := c.p.Entier(code, le)
	return err == nil && n >= exige
}
