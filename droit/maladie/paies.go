package maladie

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// paiesCourtes returns the rhythm of pay, weekly or fortnightly, common to all
// the work stopped by a chain, or nothing.
func (c *Calcul) paiesCourtes(ch *chaine) droit.Paie {
	rythme := c.cas.Activites[ch.lignes[0].activite].Paie
	for k := range ch.lignes {
		if c.cas.Activites[ch.lignes[k].activite].Paie != rythme {
			return ""
		}
	}
	if rythme == droit.Quinzaine || rythme == droit.Hebdomadaire {
		return rythme
	}
	return ""
}

// reunirPaies fills the reference with the last fortnightly or weekly
// pays before the interruption (MAL-BAS-01). Each pay has its part of
// the monthly cap, or the pays of a month share it, as read.
func (c *Calcul) reunirPaies(ch *chaine, b *droit.Base) error {
	forme, parAn, jours, rythme := ch.forme.Semaines, 52, 7, c.paiesCourtes(ch)
	if rythme == droit.Quinzaine {
		forme, parAn, jours = ch.forme.Quinzaines, 26, 14
	}
	nombre, avant := forme.N, avantPaies(ch)
	b.Reference = forme.Nom
	c.viderMois(ch)
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if a.Paie != rythme || !c.contribue(ch, i) {
			continue
		}
		for k := range a.Salaires {
			if p := a.Salaires[k].Periode; p.Au < avant && !rappelTardif(a, k, ch.debut) {
				c.ajouterPaie(paieEntiere(a, p, jours), parAn)
			}
		}
	}
	slices.SortFunc(c.mois, func(x, y moisReference) int { return cmp.Compare(x.periode.Au, y.periode.Au) })
	c.ajouterPerdues(ch, nombre, parAn, v.Jour(jours))
	if len(c.mois) > nombre {
		c.mois = c.mois[:copy(c.mois, c.mois[len(c.mois)-nombre:])]
	}
	c.reclamerPaies(ch, nombre, jours)
	if le := c.avantEmploi(ch, avant-v.Jour(nombre*jours)); le != 0 {
		c.completerPaies(nombre, parAn, v.Jour(jours), le)
	} else if c.autreRythme(ch, rythme) {
		c.completerPaies(nombre, parAn, v.Jour(jours), avant)
	}
	for _, i := range c.ordre {
		if !c.contribue(ch, i) {
			continue
		}
		c.retablir(ch, i)
	}
	if len(c.mois) > 0 {
		c.retablirApres(ch)
	}
	c.ajouterPrimes(ch)
	if !ch.forme.Accident && c.lire(parametre.U11) == "mensuel" {
		c.parMois()
	}
	return nil
}

// ajouterPerdues adds to the pays the weeks or fortnights that were wholly lost to what
// R.323-8 or R.433-6 makes good, since the last pay, between two, or before the first one:
// nobody pays them, and they are valued like those around them. When nothing else was since
// the last pay in as many weeks as are looked at, the last pays stand.
func (c *Calcul) ajouterPerdues(ch *chaine, nombre, parAn int, jours v.Jour) {
	if len(c.mois) == 0 {
		return
	}
	ajouter := func(i int, fin v.Jour) bool {
		p := v.P(fin-jours+1, fin)
		if !c.moisPerdu(ch, p) {
			return false
		}
		c.mois = slices.Insert(c.mois, i, moisReference{periode: p, prorata: true, parAn: parAn})
		return true
	}
	connues, avant := len(c.mois), avantPaies(ch)
	for fin := c.mois[connues-1].periode.Au + jours; fin < avant && ajouter(len(c.mois), fin); {
		fin += jours
	}
	if len(c.mois)-connues >= nombre {
		c.mois = c.mois[:connues]
	}
	for i := len(c.mois) - 1; i >= 0 && len(c.mois)-i < nombre; i-- {
		fin := c.mois[i].periode.Du - 1
		for (i == 0 || fin-jours >= c.mois[i-1].periode.Au) && ajouter(i, fin) {
			fin -= jours
		}
	}
}

// autreRythme reports whether other work of the base was paid by another rhythm.
func (c *Calcul) autreRythme(ch *chaine, rythme droit.Paie) bool {
	return !ch.forme.Accident && slices.ContainsFunc(c.ordre, func(i int) bool {
		return c.cas.Activites[i].Paie != rythme && c.contribue(ch, i)
	})
}

// avantEmploi returns, for work begun after a day that has not made a pay yet, the day
// before which the weeks or fortnights are looked at, or 0: they are those before the work,
// of the civil months before the interruption (R.323-4 2°). When nothing was earned in them,
// the days worked since stand for them (R.323-8 II 4° b), as they do for a month.
func (c *Calcul) avantEmploi(ch *chaine, apres v.Jour) v.Jour {
	if ch.forme.Accident || len(c.mois) > 0 {
		return 0
	}
	le := ch.reference.DebutMois()
	for k := range ch.lignes {
		debut := c.cas.Activites[ch.lignes[k].activite].Debut
		if debut <= apres {
			return 0
		}
		le = min(le, debut)
	}
	return le
}

// completerPaies goes back over the weeks or fortnights that have no pay of their
// own, before those that have: what other work paid by the month counts there by
// its days.
func (c *Calcul) completerPaies(nombre, parAn int, jours, avant v.Jour) {
	for len(c.mois) < nombre {
		if len(c.mois) > 0 {
			avant = c.mois[0].periode.Du
		}
		c.mois = slices.Insert(c.mois, 0, moisReference{periode: v.P(avant-jours, avant-1), prorata: true, parAn: parAn})
	}
}

// paieEntiere returns the whole week or fortnight of a pay: one that starts with
// the work ends with its period, one that ends with the work starts with it. The
// days not worked in it are then made good as those of a month (R.323-8 II 1°
// and 2°).
func paieEntiere(a *droit.Activite, p v.Periode, jours int) v.Periode {
	switch n := v.Jour(jours); {
	case p.Jours() >= jours:
		return p
	case p.Au == a.Fin:
		return v.P(p.Du, p.Du+n-1)
	default:
		return v.P(p.Au-n+1, p.Au)
	}
}

// avantPaies returns the day before which short pays are taken: those of an
// accident are the last ones of the civil month before the stop.
func avantPaies(ch *chaine) v.Jour {
	if ch.forme.Accident {
		return ch.reference.DebutMois()
	}
	return ch.reference
}

func (c *Calcul) ajouterPaie(p v.Periode, parAn int) {
	for i := range c.mois {
		if c.mois[i].periode.Au == p.Au {
			return
		}
	}
	c.mois = append(c.mois, moisReference{periode: p, prorata: true, parAn: parAn})
}

// reclamerPaies asks for the pays that are missing of the reference period: one
// request for the whole of it. The last pays may be old, where the work stopped
// long before; those of days worked since are asked for. Those of an accident are
// looked for before the time that was wholly lost to what R.433-6 makes good.
func (c *Calcul) reclamerPaies(ch *chaine, nombre, jours int) {
	n, avant := v.Jour(nombre*jours), avantPaies(ch)
	if len(c.mois) == nombre && c.joursSansPaie(ch, avant) < 2*jours {
		return // the pay that runs, and one that is not made yet
	}
	w := v.P(avant-n, avant-1)
	for ch.forme.Accident && c.moisPerdu(ch, w) {
		w = v.P(w.Du-n, w.Du-1)
	}
	for k := range ch.lignes {
		i := ch.lignes[k].activite
		if a := &c.cas.Activites[i]; a.Debut <= w.Du && JoursTravailles(a, w) > 0 {
			ch.salairesManquent = true
			c.reclamer(ch, droit.BesoinSalaire, i, w, rReference)
		}
	}
}

// joursSansPaie counts the days worked since the first reference pay that none of them covers.
func (c *Calcul) joursSansPaie(ch *chaine, avant v.Jour) int {
	n := 0
	for i := len(c.mois) - 1; i >= 0; i-- {
		if p := c.mois[i].periode; p.Au+1 < avant {
			var jours int
			for k := range ch.lignes {
				jours = max(jours, JoursTravailles(&c.cas.Activites[ch.lignes[k].activite], v.P(p.Au+1, avant-1)))
			}
			n += jours
		}
		avant = min(avant, c.mois[i].periode.Du)
	}
	return n
}

// parMois gathers short pays by the month in which they end, so that the
// monthly cap applies to their sum.
func (c *Calcul) parMois() {
	n := 0
	for i := range c.mois {
		m := c.mois[i]
		m.prorata = false
		if n > 0 && c.mois[n-1].periode.Au.DebutMois() == m.periode.Au.DebutMois() {
			c.mois[n-1].periode.Au = m.periode.Au
			c.mois[n-1].retabli = c.mois[n-1].retabli.Plus(m.retabli)
			continue
		}
		c.mois[n] = m
		n++
	}
	c.mois = c.mois[:n]
}
