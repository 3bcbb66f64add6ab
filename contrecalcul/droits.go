package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// droits is the answer given once, at A.
type droits struct {
	connus     bool // no figure of the law is missing
	ouverts    bool
	apres6Mois bool
	maintenus  bool   // by L.161-8 or L.311-5
	douzeMois  bool   // opened by twelve months of work (R.313-7)
	voie       string // which rule opened them
	cessation  v.Jour // first day without work, when the base looks back from there
}

// ouvrir asks, once a chain, the questions that the law asks at A.
func (l *lecture) ouvrir(c *chaine) {
	if c.ouverte {
		return
	}
	c.ouverte = true
	a := c.interruption
	if c.independant {
		l.ouvrirIndependant(c)
	} else {
		c.droits = l.ouverture(c, a)
		c.base, c.droits.connus = l.baseSalariee(c)
		l.gardes(c, a)
	}
	l.forcerDroits(c)
	l.forcerIJ(c)
	if n, ok := l.forcerCarence(c); ok {
		c.carence = n
	} else {
		c.carence = l.carenceDue(c)
	}
	c.base.Arret, c.base.Activite, c.base.Interruption = c.premier(), c.ligne, a
	l.bases = append(l.bases, c.base)
	l.noter("arrêt %s, ligne %s : A = %s ; droits %s, ouverts %t, au-delà de 6 mois %t ; carence de %d jours ; base %s, somme %s, IJ %s, part %s",
		l.cas.Arrets[c.premier()].ID, l.cas.Activites[c.ligne].ID, a, c.droits.voie, c.droits.ouverts, c.droits.apres6Mois,
		c.carence, c.base.Reference, enEuros(c.base.Somme), c.base.IJ, c.base.Part)
}

func enEuros(r *big.Rat) string {
	if r == nil {
		return "?"
	}
	return r.FloatString(6)
}

// ouverture reads MAL-OUV for an employee.
func (l *lecture) ouverture(c *chaine, a v.Jour) droits {
	if l.cas.Arrets[c.premier()].ExonereCarence == droit.ExoTerrorisme {
		d := droits{ouverts: true, apres6Mois: true, voie: "terrorisme (L.169-2)"}
		if !l.travailleA(a) {
			d.cessation = l.cessation(a)
		}
		return d
	}
	if !l.travailleA(a) {
		d := l.maintien(c, a, false)
		if !d.ouverts {
			d = l.maintien(c, a, true)
		}
		d.cessation = l.cessation(a)
		return d
	}
	if conge := l.congeParental(c); conge != 0 {
		return l.porter(c, l.presumer(l.testerA(c, conge, false), conge), conge) // MAL-OUV-10
	}
	le := a
	if accident := l.accidentConsolide(c); accident != 0 {
		le = accident // L.371-3: the right is that of the day of the accident
	}
	for _, jour := range []v.Jour{le, a} {
		if d := l.porter(c, l.presumer(l.testerA(c, jour, false), jour), jour); d.ouverts {
			return d
		}
	}
	if d := l.maintien(c, a, false); d.ouverts {
		return d
	}
	if d := l.retourDeConge(c); d.ouverts {
		return d
	}
	if d := l.testerA(c, le, true); d.ouverts {
		return d
	}
	return l.testerA(c, a, true) // what the accident keeps takes nothing of the day's own
}

// porter counts the time spent in another régime to carry an open right beyond the sixth
// month (MAL-OUV-07): what is kept later is kept with it.
func (l *lecture) porter(c *chaine, d droits, jour v.Jour) droits {
	d.apres6Mois = d.apres6Mois || d.ouverts && l.testerA(c, jour, true).apres6Mois
	return d
}

// presumer takes for open a right that nothing shows closed, when the hours of those
// months are not told. Beyond the sixth month the year is looked at, as without it.
func (l *lecture) presumer(d droits, jour v.Jour) droits {
	mois := jour.DebutMois()
	trois, neuf := v.P(mois.AjouterMois(-3), mois-1), v.P(jour-90, jour-1)
	if (!d.ouverts || d.douzeMois) && l.heuresTues(trois, neuf) && l.suffiraient(jour, heures3Mois, trois, neuf) {
		return droits{ouverts: true, apres6Mois: d.apres6Mois, voie: "présumés, aucune heure dite de ces mois"}
	}
	return d
}

// congeParental is the first day of the parental leave in which a stop begins,
// when all the work that it stops is in one; the last begun of them.
func (l *lecture) congeParental(c *chaine) v.Jour {
	var debut v.Jour
	for _, k := range l.chaines {
		if k.independant || k.premier() != c.premier() {
			continue
		}
		conge := v.Jour(0)
		for _, x := range l.cas.Activites[k.ligne].Absences {
			if x.Motif == droit.AbsenceCongeParental && x.Periode.Contient(c.interruption) {
				conge = x.Periode.Du
			}
		}
		if conge == 0 {
			return 0
		}
		debut = max(debut, conge)
	}
	return debut
}

// retourDeConge looks for the rights of before a parental leave, kept for twelve
// months after it (L.161-9).
func (l *lecture) retourDeConge(c *chaine) droits {
	for _, k := range l.chaines {
		if k.independant || k.premier() != c.premier() {
			continue
		}
		for _, x := range l.cas.Activites[k.ligne].Absences {
			fin := x.Periode.Au
			if x.Motif != droit.AbsenceCongeParental || fin == 0 || fin >= c.interruption || c.interruption >= (fin+1).AjouterMois(12) {
				continue
			}
			if d := l.testerA(c, x.Periode.Du, false); d.ouverts {
				return l.porter(c, d, x.Periode.Du)
			}
		}
	}
	return droits{}
}

// testerA tests the conditions of R.313-3 and R.313-7 at a date; totalise adds
// the time spent in another régime (MAL-OUV-07).
func (l *lecture) testerA(c *chaine, a v.Jour, totalise bool) droits {
	mois := a.DebutMois()
	trois, neuf := v.P(mois.AjouterMois(-3), mois-1), v.P(a-90, a-1)
	six, douze, an := v.P(mois.AjouterMois(-6), mois-1), v.P(mois.AjouterMois(-12), mois-1), v.P(a-365, a-1)

	heures := func(fenetre v.Periode) *big.Rat {
		h := l.heures(fenetre, a)
		if totalise {
			h.Add(h, entier(int64(l.joursIndependants(fenetre)*heuresParJour)))
		}
		return h
	}
	smic6, connu := smicDu(six.Du)
	smic12, _ := smicDu(janvierPrecedant(douze.Du))
	annee := heures(douze).Cmp(entier(heures12Mois)) >= 0 || heures(an).Cmp(entier(heures12Mois)) >= 0 ||
		l.salaires(douze, a).Cmp(fois(smic12.horaire, smics12Mois)) >= 0 || l.cachets(douze) >= 36 || l.cachets(an) >= 36
	d := droits{apres6Mois: l.affilie12Mois(a) && (annee || l.heuresTues(douze, an) && l.suffiraient(a, heures12Mois, douze, an))}
	if !l.heuresDeclarees() && (l.travailleA(a) || l.travailleA(a-1)) && l.suffiraient(a, heures3Mois, trois, neuf) {
		d.ouverts, d.voie = true, "présumés, aucune heure déclarée"
		return d
	}
	switch {
	case heures(trois).Cmp(entier(heures3Mois)) >= 0:
		d.ouverts, d.voie = true, "150 h en 3 mois"
	case heures(neuf).Cmp(entier(heures3Mois)) >= 0:
		d.ouverts, d.voie = true, "150 h en 90 jours"
	case l.salaires(six, a).Cmp(fois(smic6.horaire, smics6Mois)) >= 0:
		d.ouverts, d.voie = true, "1015 SMIC en 6 mois"
	case l.cachets(trois) >= 9 || l.cachets(neuf) >= 9:
		d.ouverts, d.voie = true, "9 cachets"
	case !connu && l.salaires(six, a).Sign() > 0:
		c.sansSeuil = true
	}
	if !d.ouverts && annee && l.discontinu(c) {
		d.ouverts, d.douzeMois, d.voie = true, true, "R.313-7"
	}
	return d
}

// janvierPrecedant is the 1 January that immediately precedes a day (U-5: of
// the year before, when the day is itself a 1 January).
func janvierPrecedant(d v.Jour) v.Jour { return v.NewJour((d - 1).Annee(), 1, 1) }

func (l *lecture) affilie12Mois(a v.Jour) bool {
	depuis := l.cas.Assure.AffilieDepuis
	return depuis == 0 || depuis.AjouterMois(12) <= a
}

func (l *lecture) salariees() []*droit.Activite {
	var s []*droit.Activite
	for i := range l.cas.Activites {
		if l.cas.Activites[i].Nature == droit.Salarie {
			s = append(s, &l.cas.Activites[i])
		}
	}
	return s
}

func (l *lecture) heuresDeclarees() bool {
	for _, a := range l.salariees() {
		if len(a.PeriodesHeures) > 0 || slices.ContainsFunc(a.Salaires, func(s droit.Salaire) bool { return s.Heures.EstConnu() }) {
			return true
		}
	}
	return false
}

// heuresTues tells whether nobody states any hours of some windows, in which there
// was work: what is not known is not nothing. They may lie long before the stop, as
// those before an accident (L.371-3). An employer who states hours of other days is
// asked about these.
func (l *lecture) heuresTues(fenetres ...v.Periode) bool {
	travail := false
	for _, f := range fenetres {
		for _, s := range l.salariees() {
			for _, p := range s.Salaires {
				if p.Heures.EstConnu() && p.Periode.Inter(f).Jours() > 0 {
					return false
				}
			}
			if len(s.PeriodesHeures) > 0 {
				return false
			}
			actifs, absents := joursDe(s, f)
			travail = travail || actifs > absents
		}
	}
	return travail
}

// suffiraient tells whether the hours that nobody states of one of these windows could make
// those exigees at a day: were its days of work whole, with what counts as work beside them.
func (l *lecture) suffiraient(a v.Jour, exigees int64, fenetres ...v.Periode) bool {
	return slices.ContainsFunc(fenetres, func(f v.Periode) bool {
		tues, travail := int64(0), false
		for _, s := range l.salariees() {
			actifs, absents := joursDe(s, f)
			travail = travail || actifs > absents
			tues += 24 * int64(actifs-absents)
		}
		h := l.heures(f, a)
		return travail && h.Add(h, entier(tues)).Cmp(entier(exigees)) >= 0
	})
}

// discontinu reads MAL-OUV-05: by what is declared, or by the nature of the contract.
func (l *lecture) discontinu(c *chaine) bool {
	return slices.ContainsFunc(l.lignesArretees(c), func(a *droit.Activite) bool {
		return discontinue(a) || a.Contrat == droit.CESU || a.Contrat == droit.Interim
	})
}

func discontinue(a *droit.Activite) bool {
	switch a.Contrat {
	case droit.Saisonnier, droit.Intermittent, droit.Vacation:
		return true
	}
	return a.Discontinu
}

// travailleA tells whether an employment was running at A.
func (l *lecture) travailleA(a v.Jour) bool {
	return slices.ContainsFunc(l.salariees(), func(s *droit.Activite) bool { return court(s, a) })
}

// travailleEntre tells whether an employment ran between two days.
func (l *lecture) travailleEntre(du, au v.Jour) bool {
	return slices.ContainsFunc(l.salariees(), func(s *droit.Activite) bool { return s.Debut <= au && (s.Fin == 0 || s.Fin >= du) })
}

// cessation is the day after the last day worked before A (§14.13).
func (l *lecture) cessation(a v.Jour) v.Jour {
	var dernier v.Jour
	for i := range l.cas.Activites {
		if s := &l.cas.Activites[i]; s.Nature == droit.Salarie && s.Fin != 0 && s.Fin < a {
			dernier = max(dernier, l.dernierTravail(i))
		}
	}
	if dernier == 0 {
		return 0
	}
	return dernier + 1
}

// dernierTravail is the last day really worked of a contract that ended: a stop,
// a leave or a closure that lasts to its end has ended the work before (R.323-7).
func (l *lecture) dernierTravail(ligne int) v.Jour {
	s := &l.cas.Activites[ligne]
	if s.DernierJourTravaille != 0 && s.DernierJourTravaille < s.Fin {
		return s.DernierJourTravaille
	}
	d := s.Fin
	for d >= s.Debut && l.sansTravail(ligne, d) {
		d--
	}
	if d < s.Debut {
		return s.Fin // never at work: nothing says when it ceased
	}
	return d
}

// sansTravail tells whether the work of a line was stopped on a day.
func (l *lecture) sansTravail(ligne int, d v.Jour) bool {
	s := &l.cas.Activites[ligne]
	for _, b := range s.Absences {
		switch b.Motif {
		case droit.AbsenceActivitePartielle, droit.AbsenceInjustifiee, droit.AbsenceGreve:
			continue
		}
		if b.Periode.Contient(d) {
			return true
		}
	}
	for i := range l.cas.Arrets {
		a := &l.cas.Arrets[i]
		nomme := a.Activites == nil || slices.Contains(a.Activites, s.ID)
		if l.eteints[i] || !nomme || a.TempsPartiel || a.Debut == 0 || !l.connu(a.RecuLe) || !l.connu(a.ConnuLe) {
			continue
		}
		if d >= max(a.Debut, a.DernierJourTravaille+1) && d <= l.finReelle(ligne, a) {
			return true
		}
	}
	return false
}

// maintien reads MAL-OUV-08 and 09: whoever lost the status keeps the rights
// had at that date for twelve months, and as long as unemployment is paid.
func (l *lecture) maintien(c *chaine, a v.Jour, totalise bool) (d droits) {
	perte := l.finEmploi(a)
	if perte == 0 {
		return d
	}
	if a >= l.finMaintien(a) {
		return d
	}
	avant, le := l.testerA(c, perte, totalise), perte
	if !totalise && !l.travailleA(a) { // no other work is there to give a right of its own
		avant = l.presumer(avant, perte)
	}
	if ces := l.cessation(a); !avant.ouverts && !totalise && ces < perte && (a < ces.AjouterMois(12) || l.auChomage(a)) {
		avant, le = l.testerA(c, ces, false), ces // the rights of the day on which work really stopped
	}
	if !avant.ouverts {
		return d
	}
	avant = l.porter(c, avant, le)
	avant.maintenus, avant.cessation = true, l.cessation(a)
	avant.voie = "maintien, " + avant.voie
	return avant
}

// gardes reads the end of L.161-8: the rights of the last work are kept too by whoever
// has opened new ones that are worth nothing (MAL-BAS-10).
func (l *lecture) gardes(c *chaine, a v.Jour) {
	if !c.droits.connus || !c.droits.ouverts || c.droits.maintenus || c.base.IJ != 0 || !l.travailleA(a) || l.congeParental(c) != 0 {
		return
	}
	propres, base, parts := c.droits, c.base, c.parts
	if c.droits = l.maintien(c, a, false); c.droits.ouverts {
		if c.base, c.droits.connus = l.baseSalariee(c); c.droits.connus {
			if l.cas.Arrets[c.premier()].ExonereCarence == droit.ExoTerrorisme {
				c.droits.apres6Mois = true // L.169-2: no condition, then as before
			}
			return
		}
	}
	c.droits, c.base, c.parts = propres, base, parts
}

// finMaintien is the first day on which the rights of the last employment before
// A are no longer kept: twelve months after its end, or that of unemployment, or
// the resumption of work that followed; never while unemployment is paid.
func (l *lecture) finMaintien(a v.Jour) v.Jour {
	limite := l.finEmploi(a).AjouterMois(12)
	if l.auChomage(a) {
		return a + 1
	}
	for _, ch := range l.cas.Activites {
		if ch.Nature != droit.ChomageIndemnise || ch.Fin == 0 || ch.Fin >= a {
			continue
		}
		limite = max(limite, (ch.Fin + 1).AjouterMois(12))
		for _, s := range l.salariees() {
			if court(s, a) && s.Debut > ch.Fin && !l.travailleEntre(ch.Fin+1, s.Debut-1) {
				limite = max(limite, s.Debut.AjouterMois(12)) // R.311-1: from the resumption
			}
		}
	}
	return limite
}

// finEmploi is the day after the end of the last contract before A.
func (l *lecture) finEmploi(a v.Jour) v.Jour {
	var fin v.Jour
	for _, s := range l.salariees() {
		if s.Fin != 0 && s.Fin < a {
			fin = max(fin, s.Fin+1)
		}
	}
	return fin
}

// joursIndependants counts the days of a window spent as an independent.
func (l *lecture) joursIndependants(fenetre v.Periode) int {
	n := 0
	for d := fenetre.Du; d <= fenetre.Au; d++ {
		if slices.ContainsFunc(l.cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.Independant && court(&a, d) }) {
			n++
		}
	}
	return n
}
