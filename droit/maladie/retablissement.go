package maladie

import (
	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// paieMois is what one activity paid in one month, and the calendar days that
// this pay covers.
type paieMois struct {
	revenu  v.Fraction // as restored by the employer, else as paid
	paye    v.Fraction // as paid
	jours   int        // days that the pay is for
	actifs  int        // days on which the activity ran
	absents int        // days of absence that R.323-8 makes good
	donne   bool       // restored by the employer
	inconnu bool       // the pay is missing
}

// retablir adds the pays of one activity to the reference months, made whole
// where the law says so (MAL-BAS-07, R.323-8 II).
func (c *Calcul) retablir(ch *chaine, activite int) {
	a := &c.cas.Activites[activite]
	vides := false
	for i := range c.mois {
		m := &c.mois[i]
		p := c.lirePaie(ch, a, m.periode)
		if p.inconnu {
			ch.salairesManquent = true
			c.reclamer(ch, droit.BesoinSalaire, activite, m.periode, rReference)
		}
		c.gagne = c.gagne || p.gagne()
		if p.vide() {
			vides = true
			continue
		}
		c.retenir(ch, activite, m, c.moisEntier(ch, activite, &p, m.periode))
	}
	if vides {
		c.retablirVides(ch, activite)
	}
}

// retenir adds to a reference month, and to the weight of the line of a chain, if the
// activity is one of them, what the month gives.
func (c *Calcul) retenir(ch *chaine, activite int, m *moisReference, r v.Fraction) {
	m.retabli = plus(m.retabli, r)
	for k := range ch.lignes {
		if l := &ch.lignes[k]; l.activite == activite {
			l.poids = plus(l.poids, r)
		}
	}
}

// vide reports whether the month (or pay) was wholly lost to absences that are
// made good.
func (p *paieMois) vide() bool { return p.jours == 0 && p.absents > 0 && !p.donne }

// gagne reports whether something was earned for days worked in the month.
func (p *paieMois) gagne() bool { return p.jours > 0 && !p.paye.EstNulle() }

// moisEntier values a whole month at the daily income really earned: what was
// paid, over the calendar days that it pays (R.323-8 II 1°, 2°, 4° a). When one
// work ends and another starts in the month, each keeps what it paid, and the
// days between are valued at the daily income of the last work begun (3°).
// Over twelve months, starts and ends of missions are left as they are.
func (c *Calcul) moisEntier(ch *chaine, activite int, p *paieMois, mois v.Periode) v.Fraction {
	jours := mois.Jours()
	if p.donne {
		c.verifierRetabli(ch, p, jours)
		return p.revenu
	}
	if p.jours == jours || p.jours <= 0 {
		return p.revenu
	}
	if p.actifs < jours && ch.forme.Accident {
		if dernier, _ := c.succession(ch, activite, mois); dernier != 0 {
			return c.emploiActuel(ch, activite, p, mois, dernier)
		}
	}
	if jours = c.joursAValoir(ch, activite, p, mois); p.jours == jours {
		return p.revenu
	}
	entier := p.revenu.Fois(v.F(int64(jours), int64(p.jours)))
	c.retablissement(ch, mois, p.revenu, entier, p.jours)
	return entier
}

// joursAValoir returns the days of a month for which an activity is valued: all
// of them, unless it started or ended in it and something else stands for the
// others.
func (c *Calcul) joursAValoir(ch *chaine, activite int, p *paieMois, mois v.Periode) int {
	if jours := mois.Jours(); p.actifs == jours {
		return jours
	}
	if c.bornesLaissees() {
		return p.actifs
	}
	if dernier, trous := c.succession(ch, activite, mois); dernier != 0 {
		return p.actifs + trous
	}
	return mois.Jours()
}

// bornesLaissees reports whether the starts and ends of work are left as they
// are: over twelve months, unless read otherwise.
func (c *Calcul) bornesLaissees() bool {
	return len(c.mois) == 12 && !c.mois[0].prorata && c.lire(parametre.U28) == "sans_retablissement"
}

// retablissement notes that a month was made whole, and warns about the five
// months of 2024 in which no text ruled it.
func (c *Calcul) retablissement(ch *chaine, mois v.Periode, paye, retabli v.Fraction, jours int) {
	ch.retabli = true
	if n, err := c.p.Entier(parametre.RetablissementSansTexte, ch.debut); err == nil && n == 1 && !ch.forme.Accident {
		c.lire(parametre.U13)
	}
	if c.t.Active() {
		c.direRetablissement(mois, paye, retabli, jours)
	}
}

// verifierRetabli warns when the wage restored by the employer is far from what
// the wage paid gives.
func (c *Calcul) verifierRetabli(ch *chaine, p *paieMois, jours int) {
	if p.jours <= 0 || p.paye.EstNulle() {
		return
	}
	calcule := p.paye.Fois(v.F(int64(jours), int64(p.jours)))
	ecart := p.revenu.Moins(calcule)
	if ecart.Cmp(v.Fraction{}) < 0 {
		ecart = v.Fraction{}.Moins(ecart)
	}
	admis, err := c.p.Valeur(parametre.EcartSalaireRetabli, ch.debut)
	if err == nil && ecart.Fois(v.F(100, 1)).Cmp(calcule.Fois(admis)) > 0 {
		c.r.Aviser("SALAIRE_RETABLI", "Le salaire rétabli déclaré par l'employeur s'écarte de plus de 10 % de ce que donne le salaire versé : à vérifier.")
	}
}

// succession returns the first day of the last work begun in that month, when some
// work ended in it before its last day, or 0. It gives the days that neither pays, if
// the activity is the last one begun, or one of those begun that same day: the others
// add nothing to what they paid.
func (c *Calcul) succession(ch *chaine, activite int, mois v.Periode) (dernier v.Jour, trous int) {
	fini := false
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if !c.contribue(ch, i) {
			continue
		}
		fini = fini || mois.Contient(a.Fin) && a.Fin < mois.Au
		if a.Debut > mois.Du && a.Debut <= mois.Au {
			dernier = max(dernier, a.Debut)
		}
	}
	if !fini {
		dernier = 0
	}
	if c.cas.Activites[activite].Debut != dernier {
		return dernier, 0
	}
	for j := mois.Du; j <= mois.Au; j++ {
		if !c.changeant(ch, mois, j) {
			trous++
		}
	}
	return dernier, trous
}

// changeant reports whether a work that starts or ends in the month runs on
// that day.
func (c *Calcul) changeant(ch *chaine, mois v.Periode, j v.Jour) bool {
	for _, i := range c.ordre {
		a := &c.cas.Activites[i]
		if borne(a, mois) && enCours(a, j) && c.contribue(ch, i) {
			return true
		}
	}
	return false
}

// borne reports whether a work starts or ends within a month.
func borne(a *droit.Activite, mois v.Periode) bool {
	return a.Debut > mois.Du && a.Debut <= mois.Au || mois.Contient(a.Fin) && a.Fin < mois.Au
}

// retablirVides values the months (or pays) wholly lost to an absence at the daily income
// of the whole window.
func (c *Calcul) retablirVides(ch *chaine, activite int) {
	a := &c.cas.Activites[activite]
	var revenu v.Fraction
	jours := 0
	for i := range c.mois {
		p := c.lirePaie(ch, a, c.mois[i].periode)
		revenu = revenu.Plus(p.paye)
		jours += p.jours
	}
	if jours == 0 {
		return
	}
	journalier := revenu.Sur(v.F(int64(jours), 1))
	for i := range c.mois {
		m := &c.mois[i]
		if p := c.lirePaie(ch, a, m.periode); p.vide() {
			r := journalier.Fois(v.F(int64(c.joursAValoir(ch, activite, &p, m.periode)), 1))
			c.retablissement(ch, m.periode, p.revenu, r, 0)
			c.retenir(ch, activite, m, r)
		}
	}
}

// lirePaie reads what one activity paid in one month.
func (c *Calcul) lirePaie(ch *chaine, a *droit.Activite, mois v.Periode) paieMois {
	p := paieMois{actifs: mois.Jours()}
	actif := mois
	if a.Debut > mois.Du || a.Fin != 0 && a.Fin < mois.Au {
		actif = mois.Inter(v.Periode{Du: max(a.Debut, 1), Au: a.Fin})
		p.actifs = actif.Jours()
	}
	p.absents = joursAbsents(a, actif, func(x *droit.Absence) bool { return c.retablie(x) })
	p.jours = p.actifs - p.absents
	brut, retablis, connu := v.Centimes(0), v.Centimes(0), false
	for k := range a.Salaires {
		s := &a.Salaires[k]
		if s.Periode.Au < mois.Du || s.Periode.Du > mois.Au || rappelTardif(a, k, ch.debut) {
			continue
		}
		b, ok := s.Brut.Get()
		r, retabli := s.Retabli.Get()
		connu = connu || ok || retabli
		p.donne = p.donne || retabli
		if s.Periode.Du < mois.Du || s.Periode.Au > mois.Au {
			part := prorata(b, s.Periode.Inter(mois).Jours(), s.Periode)
			p.paye = p.paye.Plus(part)
			if retabli {
				part = prorata(r, s.Periode.Inter(mois).Jours(), s.Periode)
			}
			p.revenu = p.revenu.Plus(part)
			continue
		}
		brut += b
		if retabli {
			retablis += r - b
		}
	}
	for k := range a.Primes {
		if x := &a.Primes[k]; !ch.forme.Accident && mois.Contient(x.VerseLe) {
			brut += x.Montant
		}
	}
	if brut != 0 {
		p.paye = plus(p.paye, brut.Fraction())
	}
	if brut+retablis != 0 {
		p.revenu = plus(p.revenu, (brut + retablis).Fraction())
	}
	p.inconnu = !connu && p.jours > 0
	return p
}

// retablie reports whether the days of an absence are made good: as the law
// says, and for a strike or an unauthorised absence when that reading is chosen.
func (c *Calcul) retablie(x *droit.Absence) bool {
	if x.Motif == droit.AbsenceInjustifiee || x.Motif == droit.AbsenceGreve {
		return c.lire(parametre.U12) == "retablie"
	}
	return sansPaie(x.Motif)
}

// sansPaie reports whether R.323-8 II 4° makes good the days of an absence:
// those lost against the will of the person, or by an authorised leave.
func sansPaie(m droit.MotifAbsence) bool {
	switch m {
	case droit.AbsenceMaladie, droit.AbsenceAccident, droit.AbsenceMaternite, droit.AbsenceChomage,
		droit.AbsenceActivitePartielle, droit.AbsenceFermeture, droit.AbsenceCongeAutorise, droit.AbsenceCongeParental:
		return true
	}
	return false
}

// joursMois is the longest month: a pay that covers more is not that of a month.
const joursMois = 31

// rappelTardif reports whether a pay is back-pay made after the interruption,
// which does not count (Cass. 2e civ. 8 October 2020, 19-21.128): it covers more
// than a month, or comes on top of an ordinary pay of the same days. What is paid
// on the very day of the interruption is not paid after it.
func rappelTardif(a *droit.Activite, k int, interruption v.Jour) bool {
	s := &a.Salaires[k]
	if s.VerseLe <= interruption {
		return false
	}
	if s.Periode.Jours() > joursMois {
		return true
	}
	for i := range a.Salaires {
		x := &a.Salaires[i]
		if !x.Periode.Inter(s.Periode).IsZero() && x.VerseLe < s.VerseLe {
			return true
		}
	}
	return false
}
