package droit

import v "accord/valeur"

// Part is one activity line's share of a daily allowance.
type Part struct {
	Poids    v.Fraction // reference pay of the line, restored, before the cap
	Subroge  bool       // the share goes to the employer
	Centimes v.Centimes // the share, filled by Partager
}

// Partager splits one daily allowance between activity lines, pro rata of their
// reference pay (PAY-09, MAL-BAS-08). Each share is rounded down to the cent.
// The cents that remain go to the insured, on the line not subrogated that
// weighs most; when every line is subrogated, to the line that weighs most.
// Among equal weights the first line takes them. Shares add up to ij.
func Partager(ij v.Centimes, parts []Part) {
	if len(parts) == 1 {
		parts[0].Centimes = ij
		return
	}
	var total v.Fraction
	for i := range parts {
		total = total.Plus(parts[i].Poids)
	}
	reste, elue := ij, -1
	for i := range parts {
		p := &parts[i]
		p.Centimes = fraction(ij, p.Poids, total, len(parts))
		reste -= p.Centimes
		if elue < 0 || prefere(p, &parts[elue]) {
			elue = i
		}
	}
	if elue >= 0 {
		parts[elue].Centimes += reste
	}
}

// fraction returns ij × poids/total rounded down; equal shares when no line has
// any pay.
func fraction(ij v.Centimes, poids, total v.Fraction, n int) v.Centimes {
	if total.EstNulle() {
		return ij / v.Centimes(n)
	}
	return ij.Fraction().Fois(poids).Sur(total).Centimes(v.Troncature)
}

// prefere reports whether line p takes the remainder rather than line q.
func prefere(p, q *Part) bool {
	if p.Subroge != q.Subroge {
		return !p.Subroge
	}
	return p.Poids.Cmp(q.Poids) > 0
}

// SubrogeLe reports whether a subrogation of the employer runs on that day. Each
// is set aside or not, in the order of the activity: those of an employer who
// keeps less than the allowance are.
func (a *Activite) SubrogeLe(j v.Jour, ecartees []bool) bool {
	for k := range a.Subrogation {
		if a.Subrogation[k].Periode.Contient(j) && !ecartees[k] {
			return true
		}
	}
	return false
}

// Etaler spreads an amount over n days: each day gets the floor in cents and
// the first ones one cent more, so that the days add up to the amount. It
// returns the share of day i, counted from 0.
func Etaler(montant v.Centimes, n, i int) v.Centimes {
	q, r := montant/v.Centimes(n), montant%v.Centimes(n)
	if v.Centimes(i) < r {
		return q + 1
	}
	return q
}
