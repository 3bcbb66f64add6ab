package maladie

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// regime is the scheme that pays: each one examines its rights, fixes its
// allowance and counts its days alone (MAL-TNS-08).
type regime uint8

const (
	salaries regime = iota
	artisans        // artisans, commerçants, unregulated professions, spouses
	liberaux        // regulated professions (CNAVPL) and practitioners
	nbRegimes
)

// chaine is an initial arrêt and the prolongations joined to it, for one
// régime: one right, one base, one carence (MAL-CAR-05).
type chaine struct {
	regime  regime
	arret   int    // first arrêt
	du, fin v.Jour // first and last day on the calendar
	debut   v.Jour // interruption of work: first day prescribed and not worked
	courte  bool   // examined for another benefit: the time beyond six months is not asked
	forme   Forme  // how many reference pays

	lignes []ligne // a window on Calcul.lignes

	ouverte, bloquee bool
	droit            droitChaine
	assimilable      bool   // its days count as work for later rights: they are not paid under rights kept (R.313-8)
	reference        v.Jour // day before which the reference pays are taken
	suite            bool   // goes on with a leave: the reference is the interruption that came first
	septieme         v.Jour // first day of the seventh month

	carence   int    // days of waiting period left
	carenceLe v.Jour // last day taken by it
	ancree    bool   // it bore one, for its affections

	base             int // index in Resultat.Bases, -1 for none
	ij               v.Centimes
	ijForcee         v.Option[v.Centimes]
	regleIJ          droit.Regle
	plafond          v.Fraction // most that may be served a day,
	arrondi          int        // and how it is rounded
	salairesManquent bool       // some reference pay or income is not known
	retabli          bool       // some reference pay was made whole

	payes    int    // days paid
	payeLe   v.Jour // last of them
	epuiseLe v.Jour // first day on which the 360 days were reached
}

// ligne is one activity in one chain.
type ligne struct {
	chaine   int
	activite int
	du, fin  v.Jour // first and last day on the calendar
	prem, n  int    // its pieces: Calcul.morceaux[prem : prem+n]
	pos      int    // piece of the day at hand
	active   v.Jour // last day prescribed and not resumed
	repli    bool   // salaried work that ended, with independent work since
	poids    v.Fraction
}

// formerChaines joins prescriptions into chains, activity by activity, then
// brings together the activities stopped by the same first arrêt.
func (c *Calcul) formerChaines() {
	for _, a := range c.ordre {
		n := len(c.lignes)
		c.formerLignes(a)
		for i := n; i < len(c.lignes); i++ {
			l := c.lignes[i]
			m := &c.morceaux[l.prem]
			if c.arrete(&l, m.arret) {
				l.chaine = c.chaineDe(a, m)
				c.lignes[n] = l
				n++
			}
		}
		c.lignes = c.lignes[:n]
	}
	c.ordonnerChaines()
	c.ecarterReplis()
}

// formerLignes joins the prescriptions that may stop one activity.
func (c *Calcul) formerLignes(activite int) {
	courante := -1
	for i := c.reunirPrescriptions(activite); i < len(c.morceaux); i++ {
		m := &c.morceaux[i]
		if courante >= 0 && (m.repris && m.du <= c.lignes[courante].fin+1 || c.lie(&c.lignes[courante], m)) {
			l := &c.lignes[courante]
			l.n++
			l.fin = m.au
			if !m.repris {
				l.active = m.au
			}
			continue
		}
		courante = len(c.lignes)
		l := ligne{activite: activite, du: m.du, fin: m.au, prem: i, n: 1, active: m.au}
		if m.repris { // of days handed over after a return to work, nothing stops it since
			l.active = min(m.du, c.reprise(activite, c.debutEntier(&c.cas.Arrets[m.arret])+1, m.au)) - 1
		}
		c.lignes = append(c.lignes, l)
	}
}

// chaineDe finds the chain that begins with that piece, or begins it.
func (c *Calcul) chaineDe(activite int, m *morceau) int {
	r := regimeDe(&c.cas.Activites[activite])
	for k := range c.chaines {
		if c.chaines[k].regime == r && c.chaines[k].arret == m.arret {
			return k
		}
	}
	c.chaines = append(c.chaines, chaine{regime: r, arret: m.arret, du: m.du, forme: FormeMaladie, base: -1})
	return len(c.chaines) - 1
}

func regimeDe(a *droit.Activite) regime {
	switch {
	case a.Nature != droit.Independant:
		return salaries
	case a.StatutTNS == droit.CNAVPL || a.StatutTNS == droit.PAMC:
		return liberaux
	}
	return artisans
}

// ordonnerChaines sorts chains by day and gives each its lines.
func (c *Calcul) ordonnerChaines() {
	if len(c.lignes) > 1 {
		slices.SortStableFunc(c.lignes, func(a, b ligne) int { return cmp.Compare(a.chaine, b.chaine) })
	}
	for i := 0; i < len(c.lignes); {
		ch, n := &c.chaines[c.lignes[i].chaine], i
		for ; n < len(c.lignes) && c.lignes[n].chaine == c.lignes[i].chaine; n++ {
			l := &c.lignes[n]
			l.pos = l.prem
			ch.du, ch.fin = min(ch.du, l.du), max(ch.fin, l.fin)
			ch.debut = max(ch.debut, c.interruption(ch.arret, l))
		}
		ch.lignes = c.lignes[i:n]
		i = n
	}
	if len(c.chaines) > 1 {
		slices.SortStableFunc(c.chaines, func(a, b chaine) int { return cmp.Compare(a.du, b.du) })
	}
}

// interruption returns the first day prescribed and not worked (MAL-CAR-01): the
// day after the last day worked when that one is already prescribed.
func (c *Calcul) interruption(arret int, l *ligne) v.Jour {
	a := &c.cas.Arrets[arret]
	dernier := a.DernierJourTravaille
	if dernier == 0 {
		dernier = c.cas.Activites[l.activite].DernierJourTravaille
	}
	if !a.TempsPartiel && dernier >= l.du && dernier <= l.active {
		return dernier + 1
	}
	return l.du
}

// lie reports whether a piece goes on with the chain of the line before it
// (MAL-CAR-04, MAL-CAR-05): it overlaps it, or it is a prolongation by a
// prescriber entitled to it, close enough.
func (c *Calcul) lie(l *ligne, m *morceau) bool {
	if m.bloc == c.morceaux[l.prem+l.n-1].bloc {
		return true
	}
	a, ecart := &c.cas.Arrets[m.arret], int(m.du-l.active)-1
	if a.Nature != droit.Prolongation {
		// A full stop and part-time work that touch make one chain; another
		// «initial» is a new stop, unless read otherwise.
		dernier := &c.cas.Arrets[c.morceaux[l.prem+l.n-1].arret]
		return ecart == 0 && (a.TempsPartiel != dernier.TempsPartiel || c.lire(parametre.U10) == "sans_carence")
	}
	return peutProlonger(a) && c.rattachable(l.active, m.du)
}

// rattachable reports whether a prolongation from that day is near enough to
// the last day prescribed before it. Before the tolerance ended, one day of any
// kind, two days of which one not worked, or a whole week-end and one day did
// not break the chain.
func (c *Calcul) rattachable(fin, du v.Jour) bool {
	ecart := int(du-fin) - 1
	admis, err := c.p.Entier(parametre.EcartMax, du)
	if err != nil || ecart == 0 {
		return ecart == 0
	}
	if admis > 0 {
		return ecart <= admis
	}
	weekEnd, chome := 0, 0
	for j := fin + 1; j < du && ecart <= 3; j++ {
		if j.JourSemaine() >= 6 {
			weekEnd++
		}
		if j.JourSemaine() >= 6 || droit.JourFerie(j, c.cas.Assure.Territoire) {
			chome++
		}
	}
	return ecart == 1 || ecart == 2 && chome >= 1 || ecart == 3 && weekEnd == 2
}
