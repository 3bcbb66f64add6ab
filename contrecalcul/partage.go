package contrecalcul

import (
	"math/big"

	"accord/droit"
	v "accord/valeur"
)

// payer gives each day paid its payee, then its cents: whether an employer that
// keeps part of the wage is paid depends on what is owed over its whole period.
func (l *lecture) payer() {
	for _, l.etape = range []etape{supposes, centimes} {
		for i := range l.jours {
			j := &l.jours[i]
			if j.Etat == "paye" {
				j.IJ, _, _ = l.montantDu(l.chaineDe(j), j.Date, j.Arret)
			}
			if l.etape == supposes {
				l.supposes = append(l.supposes, j.IJ)
			}
		}
	}
	for i := range l.jours {
		if j := &l.jours[i]; j.Etat == "paye" {
			j.Beneficiaire = "assure"
			if l.subroge(j.Activite, j.Date) {
				j.Beneficiaire = "employeur"
			}
		}
	}
}

// etape says how far the reading is.
type etape int

const (
	etats    etape = iota // the states of the days are being read
	supposes              // the shares, as if every employer that keeps something were paid
	centimes              // the shares, with the employers that are
)

// part is what a line bears of an amount owed for a day: its share, rounded
// down, and for one line of the stop the cents that remain (§14.12).
func (l *lecture) part(c *chaine, d v.Jour, total v.Centimes) v.Centimes {
	part := c.plancher(c.ligne, total)
	if l.etape == etats || l.porteLeReste(c, d) != c.ligne {
		return part
	}
	reste := total
	for _, p := range c.parts {
		reste -= c.plancher(p.ligne, total)
	}
	return part + reste
}

// porteLeReste tells which line bears the last cents: the greatest of those
// that the insured is paid for, or the greatest of all when he is paid for none.
func (l *lecture) porteLeReste(c *chaine, d v.Jour) int {
	for _, employeur := range []bool{false, true} {
		choisie := -1
		for i, p := range c.parts {
			if l.subroge(p.ligne, d) == employeur && (choisie < 0 || p.part.Cmp(c.parts[choisie].part) > 0) {
				choisie = i
			}
		}
		if choisie >= 0 {
			return c.parts[choisie].ligne
		}
	}
	return -1
}

// plancher is the share of a line, rounded down. Days ask for the same one by the
// hundred.
func (c *chaine) plancher(ligne int, total v.Centimes) v.Centimes {
	for i := range c.parts {
		p := &c.parts[i]
		if p.ligne != ligne {
			continue
		}
		if p.de != total {
			p.de, p.plancher = total, tronquer(new(big.Rat).Mul(euros(total), p.part))
		}
		return p.plancher
	}
	return 0
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
		if s.Maintien == droit.MaintienTotal || l.etape == supposes {
			return true
		}
		maintenu, connu := s.Maintenu.Get()
		if s.Maintien == droit.MaintienPartiel && connu && maintenu >= l.duSur(ligne, s.Periode) {
			return true
		}
	}
	return false
}

// duSur adds up what the employer of a line would be paid over a period, all the
// stops of the period together.
func (l *lecture) duSur(ligne int, p v.Periode) v.Centimes {
	var total v.Centimes
	for i := range l.supposes {
		if j := &l.jours[i]; j.Activite == ligne && j.Etat == "paye" && p.Contient(j.Date) {
			total += l.supposes[i]
		}
	}
	return total + l.duAutres(ligne, p)
}
