package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// OuvrirAuMieux examines the right of an employee on the day of the interruption
// or, when it is not open on that one, on another day that the law admits
// (R.313-1 2°): the more favourable answer is kept. What is not known at the other day leaves
// the right waiting.
func (c *Calcul) OuvrirAuMieux(i Interruption, autre v.Jour) (*Examen, error) {
	avant := len(c.besoins)
	x := c.Examiner(i)
	c.sansSeuil = nil
	if err := x.Ouvrir(); err != nil || x.Droit.Ouvert {
		return x, err
	}
	if autre == 0 {
		return x, c.sansSeuil
	}
	n, avis := len(c.besoins), len(c.r.Avis)
	j := i
	j.Le = autre
	y := c.Examiner(j)
	c.servisAvant = i.Le // what the leave pays does not open its own right
	err := y.Ouvrir()
	if c.servisAvant = 0; err != nil {
		return x, err
	}
	if y.Droit.Ouvert && y.Droit.Voie != voiePresume {
		c.besoins = append(c.besoins[:avant], c.besoins[n:]...)
		y.Situer(i.Le)
		return y, nil
	}
	c.r.Avis = c.r.Avis[:avis]
	c.reclamerPremiersMois(&y.ch, &y.Droit, rSixMois)
	for k := n; k < len(c.besoins); k++ {
		c.besoins[k].Pour = v.P(i.Le, x.ch.fin)
		x.ch.droit.attend = true
	}
	return x, c.sansSeuil
}

// Situer moves the interruption before which the pays are taken, without
// examining the right again: the work may have stopped earlier, for another
// reason, and not resumed, or have ended since.
func (x *Examen) Situer(le v.Jour) {
	if x.ch.reference == x.ch.debut {
		x.ch.reference = le
	}
	x.ch.debut = le
	x.Cesser()
}

// Cesser takes the pays before the last day worked of a person without work
// (R.323-8), where the right is not examined.
func (x *Examen) Cesser() {
	if x.c.enEmploi(&x.ch) {
		return
	}
	if le := x.c.cessation(x.ch.debut); le != 0 {
		x.ch.reference = le
	}
}

// Phrase says to the person by what way the right examined is open, or that it
// is not.
func (x *Examen) Phrase() string { return x.c.phraseDroits(&x.ch, &x.Droit) }

// Indemnite computes the allowance of sickness of an interruption, for a benefit
// equal to it, and adds its base to the result. Call it after [Examen.Ouvrir].
func (x *Examen) Indemnite() (v.Centimes, []v.Fraction, error) {
	x.ch.forme = FormeMaladie
	if err := x.c.indemniteSalarie(&x.ch); err != nil {
		return 0, nil, err
	}
	x.Inconnu = x.ch.salairesManquent
	var poids []v.Fraction
	for k := range x.ch.lignes {
		poids = append(poids, x.ch.lignes[k].poids)
	}
	return x.ch.ij, poids, nil
}

// RevenuMoyen is the mean yearly income of an independent, and a tenth of the mean ceiling
// of the same years (D.622-7, D.622-8).
type RevenuMoyen struct {
	Moyen, Seuil v.Fraction
	Annees       []int
	Inconnu      bool // some income is missing
}

// Revenu computes the mean income of the independent lines of an interruption.
func (x *Examen) Revenu() (RevenuMoyen, error) {
	x.ch.regime = regimeDe(&x.c.cas.Activites[x.ch.lignes[0].activite])
	r, err := x.c.moyenner(&x.ch, x.ch.debut)
	if err != nil {
		return RevenuMoyen{}, err
	}
	m := RevenuMoyen{Moyen: r.moyen, Seuil: r.seuil, Inconnu: r.inconnu}
	for y := r.premiere; y <= r.derniere; y++ {
		if y != r.ecartee {
			m.Annees = append(m.Annees, y)
		}
	}
	return m, nil
}

// Reclamer notes that the wage kept by an employer who claims subrogation is
// missing.
func (c *Calcul) Reclamer(b droit.Besoin) { c.besoins = append(c.besoins, b) }
