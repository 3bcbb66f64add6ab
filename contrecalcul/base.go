package contrecalcul

import (
	"math/big"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// baseSalariee reads MAL-BAS-01 to 09 for one line of a chain. known is false
// when a figure of the law is missing.
func (l *lecture) baseSalariee(c *chaine) (base Base, known bool) {
	a := c.interruption
	smic, ok := smicDu(a.DebutMois() - 1)
	d := l.departBase(c)
	if d == 0 {
		d = a
	}
	if !ok && (c.droits.cessation != 0 || d == a) {
		return Base{Somme: new(big.Rat)}, false
	}
	plafond := new(big.Rat)
	if ok {
		plafond.Mul(euros(smic.mensuel), coefficientPlafond(a))
	}
	avant := a // the pays are those before this day
	s := l.suspension(c, d)
	if c.droits.cessation != 0 {
		avant = c.droits.cessation
	} else if d == a && s != 0 {
		avant = s
	} else if d != a {
		if avant = d; s != 0 {
			avant = s
		}
		if smic, ok = smicDu(avant.DebutMois() - 1); !ok {
			return Base{Somme: new(big.Rat)}, false
		}
		plafond = new(big.Rat).Mul(euros(smic.mensuel), coefficientPlafond(avant)) // one interruption, one cap
	}
	lignes := l.lignesBase(c)
	base = Base{Plafond: plafond, Somme: new(big.Rat)}

	var fenetre []v.Periode
	var parPaie, diviseur *big.Rat
	base.Reference, fenetre, parPaie, diviseur = l.reference(c, lignes, avant, plafond)
	poids := make([]*big.Rat, len(lignes)) // restored pay of each line, before the cap
	for i := range poids {
		poids[i] = new(big.Rat)
	}
	sommes := make([]*big.Rat, len(fenetre))
	for k, mois := range fenetre {
		sommes[k] = new(big.Rat)
		for i, r := range l.retablir(lignes, fenetre, mois, base.Reference, avant, a) {
			sommes[k].Add(sommes[k], r)
			poids[i].Add(poids[i], r)
		}
	}
	mensuelle := base.Reference == "3_mois" || base.Reference == "12_mois"
	if mensuelle && !sansRevenu(lignes, fenetre, a) { // else the days after the window stand for its months
		l.retablirChomage(lignes, fenetre, sommes)
	}
	for _, somme := range sommes {
		if somme.Cmp(parPaie) > 0 {
			somme = parPaie
		}
		base.Retenues = append(base.Retenues, somme)
		base.Somme.Add(base.Somme, somme)
	}
	ij := new(big.Rat).Quo(base.Somme, diviseur)
	ij.Mul(ij, big.NewRat(1, 2))
	if haut := new(big.Rat).Mul(plafond, big.NewRat(12, 730)); ij.Cmp(haut) > 0 {
		ij = haut // R.323-9
	}
	base.IJ = l.arrondirIJ(ij)
	c.parts = l.repartition(c, lignes, poids)
	base.Part = c.plancher(c.ligne, base.IJ)
	return base, true
}

// repartition gives the share of each line that the stop touches in one IJ: pro
// rata of the restored pays, before the cap (§14.12).
func (l *lecture) repartition(c *chaine, lignes []*droit.Activite, poids []*big.Rat) []quotePart {
	var parts []quotePart
	total := new(big.Rat)
	for i := range l.cas.Activites {
		ligne := &l.cas.Activites[i]
		if ligne.Nature != droit.Salarie || i != c.ligne && !l.touche(c, i) {
			continue
		}
		p := new(big.Rat)
		if k := slices.Index(lignes, ligne); k >= 0 {
			p = poids[k]
		}
		parts = append(parts, quotePart{ligne: i, part: p})
		total.Add(total, p)
	}
	for i := range parts {
		if total.Sign() == 0 { // none was paid in the reference: equal shares of one IJ
			parts[i].part = big.NewRat(1, int64(len(parts)))
			continue
		}
		parts[i].part = new(big.Rat).Quo(parts[i].part, total)
	}
	return parts
}

// touche tells whether what begins a chain stops another line too. In sickness it is
// a line whose stop begins with it: one that an earlier prescription had stopped has
// its own base. A leave stops the lines that it names, or those that run.
func (l *lecture) touche(c *chaine, i int) bool {
	if len(c.jointes) > 0 {
		return slices.Contains(c.jointes, i)
	}
	maladie := false
	for _, k := range l.chaines {
		if k.premier() != c.premier() {
			continue
		}
		if maladie = true; k.ligne == i {
			return true
		}
	}
	if maladie {
		return false
	}
	ligne := &l.cas.Activites[i]
	if nommees := l.cas.Arrets[c.premier()].Activites; nommees != nil {
		return slices.Contains(nommees, ligne.ID)
	}
	return court(ligne, c.interruption)
}

// reference says which pays are looked at: their number, their cap and the divisor.
func (l *lecture) reference(c *chaine, lignes []*droit.Activite, avant v.Jour, plafond *big.Rat) (nom string, fenetre []v.Periode, parPaie, diviseur *big.Rat) {
	mois := avant.DebutMois()
	arretees := l.lignesArretees(c)
	douze := c.droits.douzeMois || slices.ContainsFunc(arretees, func(s *droit.Activite) bool {
		return discontinue(s) || s.Contrat == droit.Interim && !l.travailContinu(avant)
	})
	if douze {
		for k := -12; k < 0; k++ {
			fenetre = append(fenetre, v.P(mois.AjouterMois(k), mois.AjouterMois(k+1)-1))
		}
		return "12_mois", fenetre, plafond, entier(365)
	}
	paie := arretees[0].Paie
	for _, s := range arretees {
		if s.Paie != paie {
			paie = droit.Mensuelle // no common rhythm
		}
	}
	switch paie {
	case droit.Quinzaine:
		return "6_quinzaines", completerPaies(paiesEtPerdues(lignes, arretees, paie, avant, 6, 14), lignes, arretees, paie, avant, 6, 14), new(big.Rat).Mul(plafond, big.NewRat(12, 26)), entier(84)
	case droit.Hebdomadaire:
		return "12_semaines", completerPaies(paiesEtPerdues(lignes, arretees, paie, avant, 12, 7), lignes, arretees, paie, avant, 12, 7), new(big.Rat).Mul(plafond, big.NewRat(12, 52)), entier(84)
	}
	for k := -3; k < 0; k++ {
		fenetre = append(fenetre, v.P(mois.AjouterMois(k), mois.AjouterMois(k+1)-1))
	}
	return "3_mois", fenetre, plafond, big.NewRat(9125, 100)
}

// lignesArretees lists the employments that the stop touches.
func (l *lecture) lignesArretees(c *chaine) []*droit.Activite {
	var s []*droit.Activite
	for i := range l.cas.Activites {
		if a := &l.cas.Activites[i]; a.Nature == droit.Salarie && (i == c.ligne || l.touche(c, i)) {
			s = append(s, a)
		}
	}
	return s
}

// travailContinu tells whether some employment ran on every day of the three
// months before a day: missions that follow each other (U-6).
func (l *lecture) travailContinu(avant v.Jour) bool {
	mois := avant.DebutMois()
	for d := mois.AjouterMois(-3); d < mois; d++ {
		if !l.travailleA(d) {
			return false
		}
	}
	return true
}

// lignesBase lists the contracts whose pays are summed: all of them, or those
// that the stop touches when another one runs beside it, at work or stopped
// before (U-14).
func (l *lecture) lignesBase(c *chaine) []*droit.Activite {
	touchees := l.lignesArretees(c)
	for _, a := range l.salariees() {
		if court(a, c.interruption) && !slices.Contains(touchees, a) {
			return touchees
		}
	}
	return l.salariees()
}

// suspension reads R.323-7: sick while the plant is closed, during an unpaid
// leave (parental included) or unemployment, the base looks back from the day the work stopped.
// A leave planned beyond the end of another contract suspends nothing.
func (l *lecture) suspension(c *chaine, a v.Jour) v.Jour {
	debut := a
	for deja := false; !deja; {
		deja = true
		for _, s := range l.lignesArretees(c) {
			for _, p := range s.Absences {
				switch p.Motif {
				case droit.AbsenceFermeture, droit.AbsenceCongeAutorise, droit.AbsenceCongeParental, droit.AbsenceChomage:
					if p.Periode.Du < debut && (p.Periode.Au == 0 || p.Periode.Au >= debut-1) {
						debut, deja = p.Periode.Du, false
					}
				}
			}
		}
	}
	if debut == a {
		return 0
	}
	return debut
}

func (l *lecture) arrondirIJ(r *big.Rat) v.Centimes {
	if l.cas.Options.Arrondi.Maladie.Ou(v.Troncature) == v.DemiSuperieur {
		return tronquer(plus(r, big.NewRat(1, 200)))
	}
	return tronquer(r)
}

// tronquer drops what lies beyond the cent; nothing is owed below zero.
func tronquer(r *big.Rat) v.Centimes {
	n := new(big.Int).Mul(r.Num(), big.NewInt(100))
	c := v.Centimes(n.Quo(n, r.Denom()).Int64())
	return max(c, 0)
}
