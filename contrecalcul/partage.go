package contrecalcul

import (
	"math/big"

	"accord/droit"
	v "accord/valeur"
)

// payer gives each day paid its payee, then its cents: whether an employer that
// keeps part of the wage is paid depends on what is owed over its whole period.
func (l *lecture) payer() {
	for i := range l.jours {
		l.planchers = append(l.planchers, l.jours[i].IJ)
	}
	for i := range l.jours {
		if j := &l.jours[i]; j.Etat == "paye" {
			j.Beneficiaire = "assure"
			if l.subroge(j.Activite, j.Date) {
				j.Beneficiaire = "employeur"
			}
			j.IJ, _, _ = l.montantDu(l.chaineDe(j), j.Date, j.Arret)
		}
	}
}

// part is what a line bears of an amount owed for a day: its share, rounded
// down, and for one line of the stop the cents that remain (§14.12). The cents
// are left out until the payees are known.
func (l *lecture) part(c *chaine, d v.Jour, total v.Centimes) v.Centimes {
	part := c.plancher(total)
	if l.planchers == nil || !l.porteLeReste(c, d) {
		return part
	}
	reste := total
	for _, k := range l.memeArret(c) {
		if k != c {
			reste -= k.plancher(total)
		}
	}
	return reste
}

// porteLeReste tells which line bears the last cents: the greatest of those
// that the insured is paid for, or the greatest of all when he is paid for none.
func (l *lecture) porteLeReste(c *chaine, d v.Jour) bool {
	var choisie *chaine
	for _, payeAssure := range []bool{true, false} {
		for _, k := range l.memeArret(c) {
			if l.subroge(k.ligne, d) != payeAssure && (choisie == nil || k.proportion.Cmp(choisie.proportion) > 0) {
				choisie = k
			}
		}
		if choisie != nil {
			break
		}
	}
	return choisie == c
}

// plancher is the share of the line, rounded down.
func (c *chaine) plancher(total v.Centimes) v.Centimes {
	return tronquer(new(big.Rat).Mul(euros(total), c.proportion))
}

// memeArret lists the chains of the lines that one stop touches.
func (l *lecture) memeArret(c *chaine) []*chaine {
	var s []*chaine
	for _, k := range l.chaines {
		if !k.independant && !c.independant && k.premier() == c.premier() {
			l.ouvrir(k)
			s = append(s, k)
		}
	}
	return s
}

// subroge tells whether the employer of a line is paid in the insured's stead
// (MAL-SUB-01).
func (l *lecture) subroge(ligne int, d v.Jour) bool {
	a := &l.cas.Activites[ligne]
	if a.Nature != droit.Salarie {
		return false
	}
	for _, s := range a.Subrogation {
		if !s.Periode.Contient(d) {
			continue
		}
		if s.Maintien == droit.MaintienTotal {
			return true
		}
		maintenu, connu := s.Maintenu.Get()
		if s.Maintien == droit.MaintienPartiel && connu && maintenu >= l.duSur(ligne, s.Periode) {
			return true
		}
	}
	return false
}

// duSur adds up what a line owes over a period, without the last cents.
func (l *lecture) duSur(ligne int, p v.Periode) v.Centimes {
	var total v.Centimes
	for i := range l.jours {
		if j := &l.jours[i]; j.Activite == ligne && j.Etat == "paye" && p.Contient(j.Date) {
			total += l.planchers[i]
		}
	}
	return total
}
