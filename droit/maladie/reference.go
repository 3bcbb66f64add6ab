package maladie

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// moisReference is one month, or one short pay, of the reference period, all
// employers together.
type moisReference struct {
	periode v.Periode
	retabli v.Fraction
	prorata bool // a short pay: its cap is a part of the monthly one
	parAn   int  // number of such pays in a year
}

// situerReference finds the day before which the reference pays are taken: the
// interruption of work, unless the person fell ill without work: the plant was
// closed, the leave unpaid, the job lost (MAL-BAS-09), or another benefit
// compensated the stop before.
func (c *Calcul) situerReference(ch *chaine) {
	if ch.forme.Accident {
		c.situerAccident(ch)
		return
	}
	if ch.reference != ch.debut {
		return
	}
	if le := c.avantConge(ch); le < ch.debut {
		ch.reference, ch.suite = le, true
	}
	for recule := true; recule; {
		recule = false
		for k := range ch.lignes {
			if du := suspenduLe(&c.cas.Activites[ch.lignes[k].activite], ch.reference-1); du != 0 {
				ch.reference, recule = du, true
			}
		}
	}
}

// avantConge returns the first day of the stop that a chain goes on with when it
// follows a leave or an accident, served or not, without work resumed: the
// interruption is the one that came first (R.323-4). Else it is the chain's own.
func (c *Calcul) avantConge(ch *chaine) v.Jour {
	le, conge := ch.debut, false
	for recule := len(c.Interrompus) > 0; recule; {
		recule = false
		for i := range c.Interrompus {
			x := &c.Interrompus[i]
			if x.Periode.Du < le && c.accole(x.Periode.Au, le) && (conge && c.duRegime(x.Lignes, ch) || c.interrompt(x, ch)) && !c.retravaille(ch, c.depart(x), x.Periode.Du, le) {
				le, conge, recule = x.Periode.Du, true, true
			}
		}
		for _, i := range c.arrets {
			a := &c.cas.Arrets[i]
			debut := max(a.Debut, a.DernierJourTravaille+1)
			if du := min(debut, c.debutEntier(a)); conge && debut < le && c.accole(a.Fin, le) && !c.retravaille(ch, du, du, le) {
				le, recule = debut, true
			}
		}
	}
	return le
}

// depart returns the first day of a stop for another benefit: that of the accident,
// which is not one of its days without work, when it begins with it.
func (c *Calcul) depart(x *droit.Interrompu) v.Jour {
	du, a := x.Periode.Du, &c.cas.Arrets[x.Arret]
	for i := range c.cas.Sinistres {
		s := &c.cas.Sinistres[i]
		if s.ID == a.Sinistre && s.Risque != droit.MaladiePro && s.AccidentLe == du-1 && c.debutEntier(a) == s.AccidentLe {
			return s.AccidentLe
		}
	}
	return du
}

// duRegime reports whether some of the lines that another benefit stops, all of them
// when it does not say, are of the régime of a chain.
func (c *Calcul) duRegime(lignes []int, ch *chaine) bool {
	return lignes == nil || slices.ContainsFunc(lignes, func(i int) bool { return regimeDe(&c.cas.Activites[i]) == ch.regime })
}

// retravaille reports whether some line of a chain worked again after a stop began
// and before the next one did: it went back to work, or was begun on the first day not worked
// at the earliest: what had not begun was not stopped.
func (c *Calcul) retravaille(ch *chaine, du, chome, le v.Jour) bool {
	return slices.ContainsFunc(ch.lignes, func(l ligne) bool {
		return c.cas.Activites[l.activite].Debut >= chome || c.reprise(l.activite, du+1, le) != 0
	})
}

// interrompt reports whether days of another benefit stop the work of some line of a chain.
func (c *Calcul) interrompt(x *droit.Interrompu, ch *chaine) bool {
	if x.Lignes == nil {
		return c.arreteChaine(x.Arret, ch)
	}
	return slices.ContainsFunc(ch.lignes, func(l ligne) bool { return slices.Contains(x.Lignes, l.activite) })
}

// accole reports whether only days of rest lie between the end of a stop and a day.
func (c *Calcul) accole(fin, le v.Jour) bool {
	for j := fin + 1; j < le; j++ {
		if j.JourSemaine() < 6 && !droit.JourFerie(j, c.cas.Assure.Territoire) {
			return false
		}
	}
	return true
}

// arreteChaine reports whether an arrêt may stop the work of some line of a chain.
func (c *Calcul) arreteChaine(arret int, ch *chaine) bool {
	nommees := c.cas.Arrets[arret].Activites
	return len(nommees) == 0 || slices.ContainsFunc(ch.lignes, func(l ligne) bool { return slices.Contains(nommees, c.cas.Activites[l.activite].ID) })
}

// douzeMois reports whether the base of a chain is that of twelve months
// (MAL-BAS-05): discontinuous or seasonal work, missions that do not follow
// each other, or a right opened by twelve months of work.
func (c *Calcul) douzeMois(ch *chaine) bool {
	if ch.droit.douze {
		return true
	}
	for k := range ch.lignes {
		a := &c.cas.Activites[ch.lignes[k].activite]
		if a.Discontinu {
			return true
		}
		switch a.Contrat {
		case droit.Saisonnier, droit.Intermittent, droit.Vacation:
			return c.lire(parametre.U6) != "trois_mois"
		case droit.Interim:
			return c.lire(parametre.U6) != "trois_mois" && !c.missionsContinues(ch)
		}
	}
	return false
}

// missionsContinues reports whether some work ran on every day of the three
// months before the interruption.
func (c *Calcul) missionsContinues(ch *chaine) bool {
	w := fenetresAu(ch.reference).Mois3
	for j := w.Du; j <= w.Au; j++ {
		actif := false
		for i := range c.cas.Activites {
			a := &c.cas.Activites[i]
			actif = actif || a.Nature == droit.Salarie && enCours(a, j)
		}
		if !actif {
			return false
		}
	}
	return true
}

// reunirSalaires fills the reference months with the restored pays of all the
// employers concerned, and the weight of each line of the chain.
func (c *Calcul) reunirSalaires(ch *chaine, n int) {
	c.viderMois(ch)
	m := ch.reference.DebutMois().AjouterMois(-n)
	for range n {
		fin := m.FinMois()
		c.mois = append(c.mois, moisReference{periode: v.P(m, fin)})
		m = fin + 1
	}
	if c.arretPartiel(ch) {
		c.lire(parametre.U14)
	}
	for _, i := range c.ordre {
		if !c.contribue(ch, i) {
			continue
		}
		c.retablir(ch, i)
	}
	c.retablirChomage(ch)
	c.retablirApres(ch)
	c.ajouterPrimes(ch)
}

// viderMois forgets the reference pays gathered before, and the weights that they gave.
func (c *Calcul) viderMois(ch *chaine) {
	c.mois, c.gagne = c.mois[:0], false
	for k := range ch.lignes {
		ch.lignes[k].poids = v.Fraction{}
	}
}

// contribue reports whether the pays of an activity belong to the base of a
// chain: the work stopped and, when all the work is stopped, what ended before.
func (c *Calcul) contribue(ch *chaine, activite int) bool {
	if stoppee(ch, activite) {
		return true
	}
	a := &c.cas.Activites[activite]
	if a.Nature != droit.Salarie {
		return false
	}
	if !c.arretPartiel(ch) {
		return a.Debut <= ch.debut
	}
	return c.choix(parametre.U14) == "toutes_paies"
}

// arretPartiel reports whether some salaried work goes on during the chain: the
// prescription names only part of it (MAL-BAS-08).
func (c *Calcul) arretPartiel(ch *chaine) bool {
	if len(c.cas.Activites) == 1 {
		return false
	}
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		if a.Nature == droit.Salarie && enCours(a, ch.debut) && !stoppee(ch, i) {
			return true
		}
	}
	return false
}

func stoppee(ch *chaine, activite int) bool {
	for k := range ch.lignes {
		if ch.lignes[k].activite == activite {
			return true
		}
	}
	return false
}
