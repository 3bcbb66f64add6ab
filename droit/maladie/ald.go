package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// affection is one long-term illness, named by the contrôle médical under an
// opaque identifier, and the three-year period that runs for it (MAL-DUR-02).
type affection struct {
	regime regime
	id     string
	debut  v.Jour // first day of the first stop of the present period
	ancre  v.Jour // first day of the last stop for it that bore a waiting period
	fin    v.Jour // last day of the last stop for it
}

// affection returns the index of an affection, as it stands for a chain. A stop
// after a year of work opens a new period; the first stop opens the first one
// at the interruption of work, whenever the illness is recognised.
func (c *Calcul) affection(ch *chaine, id string) int {
	k := c.chercherAffection(ch.regime, id)
	if k < 0 {
		c.affections = append(c.affections, affection{regime: ch.regime, id: id, debut: ch.debut, fin: ch.debut})
		return len(c.affections) - 1
	}
	if a := &c.affections[k]; c.aRepris(a, ch.debut) {
		a.debut = ch.debut
	}
	return k
}

func (c *Calcul) chercherAffection(r regime, id string) int {
	for k := range c.affections {
		if c.affections[k].regime == r && c.affections[k].id == id {
			return k
		}
	}
	return -1
}

// aRepris reports whether, between the last stop for an affection and a day, a
// whole year went by without any compensated stop; or, in the other reading,
// without a stop for that affection.
func (c *Calcul) aRepris(a *affection, avant v.Jour) bool {
	annees, err := c.p.Entier(parametre.ALDRepriseAnnees, avant)
	if err != nil {
		return false
	}
	seule := (a.fin + 1).AjouterAnnees(annees) <= avant
	toute := false
	for libre := a.fin + 1; libre < avant && !toute; {
		prochain := c.prochainIndemnise(libre, avant)
		toute = libre.AjouterAnnees(annees) <= prochain.Du
		libre = prochain.Au + 1
	}
	// Without any stop is without a stop for the affection.
	return toute || seule && c.lire(parametre.U27) == "meme_affection"
}

// prochainIndemnise returns the first compensated stop that ends on or after a
// day, or an empty one at the limit. Whatever compensates it, in whatever régime, a stop lasts from
// its first day, waiting period included, to the last on which work had not resumed.
func (c *Calcul) prochainIndemnise(depuis, avant v.Jour) v.Periode {
	premier := v.P(avant, avant)
	retenir := func(du, au v.Jour) {
		if au >= depuis && du < premier.Du {
			premier = v.P(max(du, depuis), au)
		}
	}
	for k := range c.chaines {
		if ch := &c.chaines[k]; ch.payes > 0 {
			retenir(ch.debut, ch.finArret())
		}
	}
	for i := range c.cas.Anterieures {
		a := &c.cas.Anterieures[i]
		retenir(c.debutAnterieure(a), a.Periode.Au)
	}
	for i := range c.Autres {
		retenir(c.Autres[i].Periode.Du, c.Autres[i].Periode.Au)
	}
	return premier
}

// finArret returns the last day of a stop on which work had not resumed.
func (ch *chaine) finArret() v.Jour {
	fin := ch.debut
	for k := range ch.lignes {
		fin = max(fin, ch.lignes[k].active)
	}
	return fin
}

// affectionDe returns the affection under which a piece stands: its own, or the
// one recognised later in the same chain, which reaches back to its first day: for
// all the work that the chain stops, though what was prescribed since names a part of it.
func (c *Calcul) affectionDe(ch *chaine, i int) string {
	if id := c.aldArret(c.morceaux[i].arret); id != "" {
		return id
	}
	affection, le := "", v.Jour(0)
	for n := range ch.lignes {
		x := &ch.lignes[n]
		for k := x.prem; k < x.prem+x.n; k++ {
			m := &c.morceaux[k]
			if id := c.aldArret(m.arret); id != "" && m.du > c.morceaux[i].du && (affection == "" || m.du < le) {
				affection, le = id, m.du
			}
		}
	}
	return affection
}

// aldArret returns the affection of one prescription: written on it, or given
// by a decision of the contrôle médical.
func (c *Calcul) aldArret(arret int) string {
	a := &c.cas.Arrets[arret]
	if a.ALD != "" {
		return a.ALD
	}
	for i := range c.cas.Decisions {
		if d := &c.cas.Decisions[i]; d.Nature == droit.DecisionALD && d.Arret == a.ID && d.Affection != "" {
			return d.Affection
		}
	}
	return ""
}

// exonereImpot reports whether the allowance paid for an affection is out of
// the income tax (MAL-NET-02): all are, but those that a decision declares «non
// exonérante».
func (c *Calcul) exonereImpot(id string) bool {
	if id == "" {
		return false
	}
	for i := range c.cas.Decisions {
		if d := &c.cas.Decisions[i]; d.Nature == droit.DecisionALD && d.Affection == id && d.Valeur == "non_exonerante" {
			return false
		}
	}
	return c.lire(parametre.U25) != "imposable"
}

// reprendreAffection takes one earlier stop into the periods of its affection.
// Earlier stops come in the order of dates.
func (c *Calcul) reprendreAffection(r regime, a *droit.IndemniteAnterieure) {
	debut := c.debutAnterieure(a)
	k := c.chercherAffection(r, a.ALD)
	if k < 0 {
		c.affections = append(c.affections, affection{regime: r, id: a.ALD, debut: debut})
		k = len(c.affections) - 1
	} else if c.aRepris(&c.affections[k], debut) {
		c.affections[k].debut = debut
	}
	x := &c.affections[k]
	x.fin = max(x.fin, a.Periode.Au)
	annees, err := c.p.Entier(parametre.ALDAnnees, debut)
	presume := err == nil && (x.ancre == 0 || debut >= x.ancre.AjouterAnnees(annees))
	if a.Carence.Ou(presume) {
		x.ancre = debut
	}
}
