package maladie

import (
	"cmp"
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// fixerCarence decides how many days a chain waits (MAL-CAR-01), and by which
// exception it waits none (MAL-CAR-02, MAL-CAR-03).
func (c *Calcul) fixerCarence(ch *chaine) error {
	jours, err := c.p.Entier(parametre.CarenceJours, ch.debut)
	if err != nil {
		return err
	}
	n, forcee := c.carenceForcee(ch)
	if forcee {
		ch.carence = n
		return nil
	}
	motif, err := c.exoneration(ch)
	if err != nil {
		return err
	}
	if motif != "" {
		if c.t.Active() {
			c.direSansCarence(ch, motif)
		}
		return nil
	}
	ch.carence = jours
	return nil
}

// ancrer notes that a stop bore a waiting period, for each of its affections:
// the next stop for one of them will bear none. Days refused bear nothing.
func (c *Calcul) ancrer(ch *chaine) {
	for k := range ch.lignes {
		l := &ch.lignes[k]
		for i := l.prem; i < l.prem+l.n; i++ {
			if id := c.aldArret(c.morceaux[i].arret); id != "" {
				x := &c.affections[c.affection(ch, id)]
				x.ancre = max(x.ancre, ch.debut)
			}
		}
	}
}

// exoneration returns the reason for which a chain has no waiting period, as it
// is told to the person, or nothing.
func (c *Calcul) exoneration(ch *chaine) (string, error) {
	a := &c.cas.Arrets[ch.arret]
	if a.TempsPartiel {
		return "le temps partiel thérapeutique n'a pas de carence", nil
	}
	if motif, err := c.exonerationDeclaree(a, ch.debut); motif != "" || err != nil {
		return motif, err
	}
	if ch.regime == salaries && c.suiteDeCouches(ch) {
		return "l'arrêt suit le congé de maternité, sans reprise du travail", nil
	}
	if exempte, err := c.exonereALD(ch); exempte || err != nil {
		return "un arrêt précédent pour la même affection de longue durée a déjà supporté la carence", err
	}
	if ch.regime == salaries && c.accidentConsolide(ch) != 0 {
		return "cet arrêt prend la suite d'un accident du travail consolidé ou guéri", nil
	}
	if ch.regime == artisans && c.memeAccident(ch) {
		return "un arrêt précédent dû au même accident a déjà supporté la carence", nil
	}
	return "", nil
}

// suiteDeCouches reports whether a chain of an employee goes on after the maternity leave
// (R.331-6), or has begun while it was served.
func (c *Calcul) suiteDeCouches(ch *chaine) bool {
	for i := range c.Renvois {
		if r := &c.Renvois[i]; r.Arret == ch.arret && r.SansCarence == droit.ExoSuitesCouches {
			return !r.Pendant || slices.ContainsFunc(c.Autres, func(x droit.Servi) bool {
				return x.Risque == droit.Maternite && !x.TNS && x.Periode.Contient(ch.debut)
			})
		}
	}
	return false
}

// exonerationDeclaree examines the reason that the prescription bears: it must
// be in force on its day.
func (c *Calcul) exonerationDeclaree(a *droit.Arret, debut v.Jour) (string, error) {
	prescrit := prescritLe(a)
	switch a.ExonereCarence {
	case droit.ExoTerrorisme:
		return "l'arrêt est dû à un acte de terrorisme", nil
	case droit.ExoDecesEnfant:
		ok, err := c.deuilRecent(a, debut)
		return siVrai(ok, "l'arrêt suit le décès d'un enfant"), err
	case droit.ExoFausseCouche:
		n, err := c.p.Entier(parametre.ExoFausseCouche, prescrit)
		return siVrai(n == 1, "l'arrêt suit une interruption spontanée de grossesse"), err
	case droit.ExoIMG:
		n, err := c.p.Entier(parametre.ExoIMG, prescrit)
		return siVrai(n == 1, "l'arrêt suit une interruption médicale de grossesse"), err
	case droit.ExoCovid:
		n, err := c.p.Entier(parametre.ExoCovid, debut)
		return siVrai(n == 1 && c.lire(parametre.U9) == "exonere", "l'arrêt relève du régime dérogatoire lié au covid"), err
	}
	return "", nil
}

func siVrai(ok bool, phrase string) string {
	if ok {
		return phrase
	}
	return ""
}

// deuilRecent reports whether a stop is the first within thirteen weeks of the
// death of a child, or dependent person, under twenty-five (L.323-1-1).
func (c *Calcul) deuilRecent(a *droit.Arret, debut v.Jour) (bool, error) {
	for i := range c.cas.Deces {
		d := &c.cas.Deces[i]
		if d.ID != a.Deces {
			continue
		}
		vigueur, err1 := c.p.Entier(parametre.ExoDecesEnfant, d.Le)
		semaines, err2 := c.p.Entier(parametre.ExoDecesEnfantSemaines, d.Le)
		age, err3 := c.p.Entier(parametre.ExoDecesEnfantAge, d.Le)
		for _, err := range [...]error{err1, err2, err3} {
			if err != nil {
				return false, err
			}
		}
		jeune := d.NeLe == 0 || d.Le < d.NeLe.AjouterAnnees(age)
		return vigueur == 1 && jeune && debut >= d.Le && debut < d.Le+v.Jour(7*semaines) && !c.deuilDejaExonere(a), nil
	}
	n, err := c.p.Entier(parametre.ExoDecesEnfant, debut)
	return n == 1, err
}

// deuilDejaExonere reports whether an earlier stop already bore the exemption for
// the same death: one that began a chain, whatever box was ticked.
func (c *Calcul) deuilDejaExonere(a *droit.Arret) bool {
	for k := range c.chaines {
		x := &c.cas.Arrets[c.chaines[k].arret]
		if x.Deces == a.Deces && x.ExonereCarence == droit.ExoDecesEnfant && x.Debut < a.Debut {
			return true
		}
	}
	return false
}

// exonereALD reports whether the last stop for the same affection that bore a
// waiting period is less than three years old.
func (c *Calcul) exonereALD(ch *chaine) (bool, error) {
	annees, err := c.p.Entier(parametre.ALDAnnees, ch.debut)
	for k := range ch.lignes { // the affection of one of the jobs is that of the stop
		id := c.morceaux[ch.lignes[k].prem].ald
		if id == "" || err != nil {
			continue
		}
		// Two jobs stopped together each bear the waiting period.
		if ancre := c.affections[c.affection(ch, id)].ancre; ancre < ch.debut && ch.debut < ancre.AjouterAnnees(annees) {
			return true, nil
		}
	}
	return false, err
}

// accidentConsolide returns the day of the accident at work whose healing or
// consolidation the chain follows without a day between, when that stop already
// lasted the waiting period (L.371-3 al. 2), or 0.
func (c *Calcul) accidentConsolide(ch *chaine) v.Jour {
	for i := range c.cas.Decisions {
		d := &c.cas.Decisions[i]
		if d.Nature != droit.Consolidation && d.Nature != droit.Guerison || d.Le != ch.debut && d.Le != ch.debut-1 {
			continue
		}
		for k := range c.cas.Sinistres {
			s := &c.cas.Sinistres[k]
			if s.ID == c.cas.SinistreVise(d) && DureeSinistre(c.cas, s, ch.debut)+c.joursRendus(s, ch.debut) > c.carenceDe(ch.debut) {
				return cmp.Or(s.AccidentLe, s.ConstatationLe)
			}
		}
		if du := c.accidentSansNom(ch, d); du != 0 {
			return du
		}
	}
	return 0
}

// accidentSansNom is the same for an accident of which the stop is all that is known: the
// text looks at the stop, not at its name.
func (c *Calcul) accidentSansNom(ch *chaine, d *droit.Decision) v.Jour {
	var jours int
	debut := ch.debut
	for i := range c.cas.Arrets {
		if a := &c.cas.Arrets[i]; a.Risque.EstSinistre() && c.cas.EstFinDe(d, a) && !Provisoire(c.cas, a) {
			jours, debut = jours+v.P(a.Debut, min(a.Fin, ch.debut-1)).Jours(), min(debut, a.Debut)
		}
	}
	for i := range c.Renvois {
		if x := &c.Renvois[i]; c.cas.Arrets[x.Arret].ID == d.Arret {
			jours, debut = jours+int(min(x.Periode.Du, ch.debut)-x.Depuis), min(debut, x.Depuis)
		}
	}
	if jours > c.carenceDe(ch.debut) {
		return debut
	}
	return 0
}

// DureeSinistre counts the days of stop known for an accident before a day; those of
// one that is refused are sickness.
func DureeSinistre(cas *droit.Cas, s *droit.Sinistre, avant v.Jour) int {
	n := s.JoursIndemnises
	for i := range cas.Arrets {
		if a := &cas.Arrets[i]; a.Sinistre == s.ID && a.Risque == s.Risque && a.Debut < avant && !Provisoire(cas, a) {
			n += v.P(a.Debut, min(a.Fin, avant-1)).Jours()
		}
	}
	for i := range cas.Anterieures {
		if a := &cas.Anterieures[i]; a.Sinistre == s.ID {
			n += a.Periode.Jours()
		}
	}
	return n
}

// joursRendus counts the days of stop for an accident, before a day, in the arrêts
// whose end it hands over to sickness.
func (c *Calcul) joursRendus(s *droit.Sinistre, avant v.Jour) int {
	n := 0
	for i := range c.Renvois {
		if x := &c.Renvois[i]; c.cas.Arrets[x.Arret].Sinistre == s.ID {
			n += max(0, int(min(x.Periode.Du, avant)-x.Depuis))
		}
	}
	return n
}

// memeAccident reports whether an artisan or commerçant already waited for an
// earlier stop due to the same accident (D.622-5).
func (c *Calcul) memeAccident(ch *chaine) bool {
	a := &c.cas.Arrets[ch.arret]
	if a.Sinistre == "" {
		return false
	}
	for _, i := range c.arrets {
		if x := &c.cas.Arrets[i]; x.Sinistre == a.Sinistre && x.Debut < a.Debut {
			return true
		}
	}
	return false
}

// enCarence reports whether a prescribed day falls in the waiting period, and
// takes it off what is left. Part-time work has no waiting period: it is paid.
func (c *Calcul) enCarence(ch *chaine, m *morceau, j v.Jour) bool {
	if m.tpt || !c.consommerCarence(ch, j) {
		return false
	}
	h := &c.histoires[ch.regime]
	h.carences = append(h.carences, jourCarence{j, ch.arret})
	return true
}

// consommerCarence takes one day off the waiting period, if any is left. All
// the lines of a chain share it.
func (c *Calcul) consommerCarence(ch *chaine, j v.Jour) bool {
	if ch.carenceLe == j {
		return true
	}
	if ch.carence == 0 {
		return false
	}
	if !ch.ancree {
		ch.ancree = true
		c.ancrer(ch)
	}
	ch.passerCarence(j)
	return true
}

// passerCarence lets one day of the waiting period go by: it runs from the start
// of the incapacity, on the days of part-time work too, paid as they are.
func (ch *chaine) passerCarence(j v.Jour) {
	if ch.carence > 0 && ch.carenceLe != j {
		ch.carence--
		ch.carenceLe = j
	}
}
