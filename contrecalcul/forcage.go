package contrecalcul

import (
	"slices"
	"strconv"
	"strings"

	"accord/droit"
	v "accord/valeur"
)

// force returns what an agent decided in place of the law: the last word, by
// date, of the forced decisions on an arrêt that begin as asked and can be read.
func (l *lecture) force(x int, debut string, lisible func(mot string) bool) (mot string, trouve bool) {
	var dernier v.Jour
	for _, e := range l.decisions {
		if e.Nature != droit.Forcage || e.Arret != l.cas.Arrets[x].ID || e.Le < dernier {
			continue
		}
		if reste, ok := strings.CutPrefix(e.Valeur, debut); ok && lisible(reste) {
			mot, trouve, dernier = reste, true, e.Le
		}
	}
	return mot, trouve
}

// forcerDroits lets an agent open or close a right.
func (l *lecture) forcerDroits(c *chaine) {
	x := c.premier()
	if c.jointes != nil {
		x = l.demandeDecidee(c.blocs[0].membres, "droits_")
	}
	mot, ok := l.force(x, "droits_", func(m string) bool { return m == "ouverts" || m == "refuses" })
	if !ok {
		return
	}
	c.sansSeuil = false // the agent's word needs no figure
	if !c.droits.ouverts {
		c.droits.apres6Mois = true // who opens a closed right opens it for the whole stop
	}
	c.droits.ouverts = mot == "ouverts"
}

// demandeDecidee is the request that tells what an agent said of a leave: the first on which
// he said such a thing, of those that make it.
func (l *lecture) demandeDecidee(membres []int, debut string) int {
	for _, m := range membres {
		if _, dit := l.force(m, debut, func(string) bool { return true }); dit {
			return m
		}
	}
	return membres[0]
}

// agentOuvre tells whether an agent opened the right of a stop.
func (l *lecture) agentOuvre(x int) bool { return l.agentDit(x) == "ouverts" }

// agentDit is what an agent said of the right of a stop: ouverts, refuses or nothing.
func (l *lecture) agentDit(x int) string {
	mot, _ := l.force(x, "droits_", func(m string) bool { return m == "ouverts" || m == "refuses" })
	return mot
}

// forcerIJ lets an agent fix the allowance.
func (l *lecture) forcerIJ(c *chaine) {
	if ij, ok := l.ijForcee(c.premier()); ok && c.droits.connus {
		c.base.IJ = ij
		c.base.Part = c.plancher(c.ligne, c.base.IJ)
	}
}

// ijForcee is the allowance that an agent fixed for a stop.
func (l *lecture) ijForcee(x int) (ij v.Centimes, ok bool) {
	montant := func(m string) (v.Centimes, bool) {
		n, err := v.ParseCentimes(m)
		return n, err == nil && n >= 0
	}
	mot, ok := l.force(x, "ij=", func(m string) bool { _, lu := montant(m); return lu })
	ij, _ = montant(mot)
	return ij, ok
}

// agentParle tells whether an agent decided anything of a stop.
func (l *lecture) agentParle(x int) bool {
	return slices.ContainsFunc(l.decisions, func(e *droit.Decision) bool { return e.Nature == droit.Forcage && e.Arret == l.cas.Arrets[x].ID })
}

// forcerCarence lets an agent fix the days of carence.
func (l *lecture) forcerCarence(c *chaine) (int, bool) {
	mot, ok := l.force(c.premier(), "carence=", func(m string) bool { return len(m) == 1 && m[0] >= '0' && m[0] <= '9' })
	n, _ := strconv.Atoi(mot)
	return n, ok
}

// forcerJour is what an agent decided for one day: payer, refuser or nothing.
func (l *lecture) forcerJour(x int, d v.Jour) string {
	mot, dernier := "", v.Jour(0)
	for _, e := range l.decisions {
		dit := e.Nature == droit.Forcage && e.Arret == l.cas.Arrets[x].ID && slices.Contains([]string{"payer", "refuser"}, e.Valeur)
		if dit && d >= e.Le && (e.Au == 0 || d <= e.Au) && e.Le >= dernier {
			mot, dernier = e.Valeur, e.Le
		}
	}
	return mot
}
