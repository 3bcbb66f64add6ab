package maladie

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// peutArreter reports whether a prescription may stop an activity: one that it
// names or, when it names none, one begun by its first day. Whether the stop that
// it opens does is decided once the stop is known whole.
func (c *Calcul) peutArreter(a *droit.Arret, activite int) bool {
	act := &c.cas.Activites[activite]
	if act.Nature == droit.ChomageIndemnise {
		return false
	}
	if c.nomme(a) {
		return slices.Contains(a.Activites, act.ID)
	}
	return act.Debut <= a.Debut
}

// nomme reports whether the prescription names the work that it stops.
func (c *Calcul) nomme(a *droit.Arret) bool {
	for _, id := range a.Activites {
		for i := range c.cas.Activites {
			if x := &c.cas.Activites[i]; x.ID == id && x.Nature != droit.ChomageIndemnise {
				return true
			}
		}
	}
	return false
}

// arrete reports whether the stop that begins with an arrêt stops the activity
// of a line: named by it or, when it names none, running on the day of the
// interruption. A person without work on that day is stopped in the last work
// that he had; one whose only work is independent may be in the salaried work
// that he had before (see [Calcul.ecarterReplis]).
func (c *Calcul) arrete(l *ligne, arret int) bool {
	act, a := &c.cas.Activites[l.activite], &c.cas.Arrets[arret]
	if c.nomme(a) {
		return true
	}
	jour := c.interruption(arret, l)
	if enCours(act, jour) {
		return true
	}
	if fin := c.finDernierEmploi(jour); fin != 0 {
		return act.Fin == fin
	}
	l.repli = c.repliSalarie(act, jour)
	return l.repli
}

// repliSalarie reports whether an employment ended is the last one, with only
// independent work running since and its rights kept (L.161-8, L.311-5).
func (c *Calcul) repliSalarie(act *droit.Activite, jour v.Jour) bool {
	if act.Nature != droit.Salarie {
		return false
	}
	fin := v.Jour(0)
	for i := range c.cas.Activites {
		x := &c.cas.Activites[i]
		if x.Nature != droit.Salarie {
			continue
		}
		if enCours(x, jour) {
			return false
		}
		if x.Fin < jour {
			fin = max(fin, x.Fin)
		}
	}
	return act.Fin == fin && c.droitsGardes(fin, jour)
}

// droitsGardes reports whether the rights of work ended on a day are kept on
// another: chômage is paid, or ended, or the work did, less than twelve months
// before.
func (c *Calcul) droitsGardes(fin, jour v.Jour) bool {
	if c.auChomage(jour) {
		return true
	}
	perte := max(fin, c.finDernierChomage(fin, jour)) + 1
	mois, err := c.p.Entier(parametre.MaintienMois, perte)
	return err == nil && jour < perte.AjouterMois(mois)
}

// ecarterReplis leaves out the stops of salaried work that ended, when the
// independent work running since gives an allowance of its own: the rights kept
// are for those who have none (L.161-8). While chômage is paid they are kept
// whatever else is done (L.311-5).
func (c *Calcul) ecarterReplis() {
	n := 0
	for k := range c.chaines {
		ch := &c.chaines[k]
		repli := ch.lignes[0].repli && !c.auChomage(ch.debut)
		if repli && c.independantPaye(ch.arret) {
			continue
		}
		if n != k {
			c.chaines[n] = *ch
		}
		n++
	}
	c.chaines = c.chaines[:n]
}

// independantPaye reports whether the independent work stopped by an arrêt opens
// an allowance, by what is known of it.
func (c *Calcul) independantPaye(arret int) bool {
	for k := range c.chaines {
		x := &c.chaines[k]
		if x.regime == salaries || x.arret != arret {
			continue
		}
		besoins, d := len(c.besoins), droit.Droit{}
		err := c.droitsIndependant(x, &d)
		r, err2 := c.moyenner(x, c.constat(x))
		c.besoins = c.besoins[:besoins]
		if err != nil || err2 != nil || d.Ouvert && (r.inconnu || !r.journalier.EstNulle()) {
			return true
		}
	}
	return false
}

// enCours reports whether an activity runs on that day.
func enCours(a *droit.Activite, j v.Jour) bool {
	return a.Nature != droit.ChomageIndemnise && a.Debut <= j && (a.Fin == 0 || a.Fin >= j)
}

// finDernierEmploi returns the last day of the last work before that day, or 0
// when some work is running.
func (c *Calcul) finDernierEmploi(j v.Jour) v.Jour {
	fin := v.Jour(0)
	for i := range c.cas.Activites {
		a := &c.cas.Activites[i]
		if enCours(a, j) {
			return 0
		}
		if a.Nature != droit.ChomageIndemnise && a.Fin < j {
			fin = max(fin, a.Fin)
		}
	}
	return fin
}
