package contrecalcul

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// parcourir reads every day of every line, in order: the first true answer of
// §9.4 decides.
func (l *lecture) parcourir() {
	type place struct {
		d v.Jour
		c *chaine
	}
	var places []place
	for _, c := range l.chaines {
		for d := c.blocs[0].du; d <= c.fin(); d++ {
			if mort := l.cas.Assure.DecesLe; mort == 0 || d <= mort {
				places = append(places, place{d, c})
			}
		}
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.d, b.d), cmp.Compare(a.c.interruption, b.c.interruption), cmp.Compare(a.c.ligne, b.c.ligne))
	})
	for i, p := range places {
		l.lireAutres(p.d)
		l.jours = append(l.jours, l.lireJour(p.c, p.d))
		if i+1 == len(places) || places[i+1].d != p.d {
			l.compter(p.d)
		}
	}
	l.lireAutres(l.finAutres())
	l.supposerAutres()
	l.payer()
	l.payerAutres()
}

// compter adds to the days paid what was paid that day: one for the person and
// the régime, whatever the lines.
func (l *lecture) compter(d v.Jour) {
	var salarie, independant bool
	for i := len(l.jours) - 1; i >= 0 && l.jours[i].Date == d; i-- {
		j := &l.jours[i]
		if j.Etat != "paye" {
			continue
		}
		c := l.chaineDe(j)
		if c.base.IJ == 0 {
			continue // forced by an agent, and worth nothing
		}
		c.indemnisee = true
		if deja := c.independant && independant || !c.independant && salarie; deja {
			continue
		}
		salarie, independant = salarie || !c.independant, independant || c.independant
		aff := l.affection(c, d)
		l.payees = append(l.payees, payee{le: d, affection: aff, independant: c.independant, secours: aff != "" && l.troisAnsPasses(c, aff, d)})
	}
}

func (l *lecture) chaineDe(j *Jour) *chaine {
	for _, c := range l.chaines {
		if c.ligne == j.Activite && c.blocs[0].du <= j.Date && j.Date <= c.fin() {
			return c
		}
	}
	return nil
}

// lireJour gives the state of a day on a line. What it owes, when it owes
// something, is asked of montantDu.
func (l *lecture) lireJour(c *chaine, d v.Jour) Jour {
	b, prescrit := c.bloc(d)
	x := b.membres[len(b.membres)-1]
	if s := l.suivie(b.membres, d); s >= 0 {
		x = s
	} else if s := l.suivie(b.membres, b.au); s >= 0 {
		x = s
	}
	j := Jour{Date: d, Arret: x, Activite: c.ligne}
	if d < c.interruption {
		j.Etat, j.Motif = "travaille", "TRAVAIL"
		return j
	}
	l.ouvrir(c)
	switch mot := l.forcerJour(x, d); {
	case !c.droits.connus || mot == "":
		j.Etat, j.Motif = l.etat(c, b, d, x, prescrit)
	case mot == "refuser":
		j.Etat, j.Motif = "refuse", "AGENT"
	default:
		j.Etat, j.Motif = "paye", "AGENT"
	}
	if j.Etat == "paye" {
		j.IJ, j.Etat, j.Motif = l.montantDu(c, d, x)
	}
	return j
}

// etat goes down the list of §9.4.
func (l *lecture) etat(c *chaine, b *bloc, d v.Jour, x int, prescrit bool) (etat, motif string) {
	a := &l.cas.Arrets[x]
	switch {
	case prescrit && !formulaireValable(a):
		return "attente", "FORM_REJECTED"
	case !c.droits.ouverts && c.sansSeuil:
		return "attente", "PARAMETRE_MANQUANT"
	case !c.droits.ouverts || l.droitsRefuses(c, d):
		return "refuse", "RIGHTS_KO"
	case l.enCongeParental(c, d):
		return "refuse", "CONGE_PARENTAL"
	case !c.droits.connus:
		return "attente", "PARAMETRE_MANQUANT"
	case !c.independant && d >= c.interruption.AjouterMois(6) && !c.droits.apres6Mois:
		return "refuse", "GT6M_KO"
	case l.autreIndemnite(c, d):
		return "non_cumul", "CUMUL"
	case l.repris(c.ligne, b, d):
		return "travaille", "RESUMED"
	case l.decide(droit.ActiviteNonAutorisee, c, x, d):
		return "travaille", "UNAUTHORISED_ACTIVITY"
	case !prescrit && (!trouTolere(c, d) || l.resteCarence(c, d)):
		return "non_prescrit", "NOT_PRESCRIBED"
	case prescrit && l.auDelaTelemedecine(c, a, d):
		return "non_prescrit", "TELEMED_3D"
	case prescrit && prescripteurRefuse(a):
		return "refuse", "PRESCRIBER_KO"
	case l.suspendu(c, x, d):
		return "suspendu", "CTL_MEDICAL"
	case l.attendAvis(x):
		return "attente", "CTL_PENDING_OPINION"
	case l.decide(droit.ControleImpossible, c, x, d) || prescrit && l.envoyeApresLaFin(x):
		return "refuse", "CONTROL_IMPOSSIBLE"
	case prescrit && !a.TempsPartiel && l.resteCarence(c, d):
		return "carence", "CARENCE"
	}
	switch {
	case l.prescrite(a, d):
		return "refuse", "TIME_BARRED"
	case c.base.IJ == 0:
		return "refuse", "IJ_NULLE"
	}
	if c.independant && a.TempsPartiel {
		switch motif := l.tempsPartielIndependant(c, d); motif {
		case "TPT_SANS_ARRET":
			return "refuse", motif
		case "TPT_DUREE":
			return "epuise", motif
		}
	}
	if motif := l.limite(c, a, d); motif != "" {
		return "epuise", motif
	}
	return "paye", "PAY"
}

// trouTolere: before 2024-09-01 the days between a stop and its prolongation
// are paid, once the carence is exhausted (MAL-CAR-04, §14.3).
func trouTolere(c *chaine, d v.Jour) bool {
	for i := range c.blocs {
		if c.blocs[i].du > d {
			return c.blocs[i].du < finTolerance
		}
	}
	return false
}

// resteCarence counts the days of the chain that consumed the carence before d:
// those that bore it, the suspended ones (§14.2), and those that are paid all the
// same, by an agent or part-time: they are days of incapacity (R.323-1 1°). The
// incapacity is one for all the jobs that the stop touches: a day counts once, though
// another of them was at work.
func (l *lecture) resteCarence(c *chaine, d v.Jour) bool {
	consommes, dernier := 0, v.Jour(0)
	for i := 0; i < len(l.jours) && consommes < c.carence; i++ {
		j := &l.jours[i]
		if j.Date < c.interruption || j.Date >= d || j.Date == dernier {
			continue
		}
		k := l.chaineDe(j)
		if k.premier() != c.premier() || k.independant != c.independant {
			continue
		}
		_, prescrit := k.bloc(j.Date)
		paye := j.Etat == "paye" || j.Motif == "PERTE_INCONNUE"
		if prescrit && paye || j.Motif == "CARENCE" || j.Motif == "CTL_MEDICAL" {
			consommes, dernier = consommes+1, j.Date
		}
	}
	return consommes < c.carence
}
