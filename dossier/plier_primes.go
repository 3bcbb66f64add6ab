package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// primeLue and perteLue are a bonus and a loss, with the fact that states them.
type (
	primeLue struct {
		droit.Prime
		fait *Fait
	}
	perteLue struct {
		droit.PerteTPT
		fait *Fait
	}
)

// primes gathers the bonuses that reward more than a month, and the wages lost
// to part-time returns. It comes after the pays: what is a bonus is taken out
// of the gross that holds it.
func (p *pli) primes(faits []*Fait) {
	primes, pertes := make([][]primeLue, len(p.s.Lignes)), make([][]perteLue, len(p.s.Lignes))
	lire := func(n int, f *Fait, ps []droit.Prime, ts []droit.PerteTPT) {
		for _, x := range ps {
			primes[n] = append(primes[n], primeLue{x, f})
		}
		for _, x := range ts {
			pertes[n] = append(pertes[n], perteLue{x, f})
		}
	}
	for _, f := range faits {
		switch {
		case f.Mensuelle != nil:
			for i := range f.Mensuelle.Contrats {
				c := &f.Mensuelle.Contrats[i]
				lire(p.ligneDe(f, c.Numero), f, c.Primes, c.Pertes)
			}
		case f.Attestation != nil:
			lire(p.ligneDe(f, ""), f, f.Attestation.Primes, f.Attestation.Pertes)
		}
	}
	for n := range p.s.Lignes {
		a := &p.s.Cas.Activites[n]
		for _, x := range retenirPrimes(primes[n]) {
			if retrancher(a.Salaires, x) {
				a.Primes = append(a.Primes, x)
			}
		}
		a.PertesTPT = retenirPertes(pertes[n])
	}
}

// retenirPrimes keeps, for each day of payment and time rewarded, the bonuses
// of the source that prevails.
func retenirPrimes(lues []primeLue) (ps []droit.Prime) {
	slices.SortStableFunc(lues, func(a, b primeLue) int {
		return cmp.Or(cmp.Compare(a.VerseLe, b.VerseLe), cmp.Compare(a.Pour.Du, b.Pour.Du), cmp.Compare(a.Pour.Au, b.Pour.Au),
			rangSource(a.fait.Genre)-rangSource(b.fait.Genre), comparerFaits(a.fait, b.fait), cmp.Compare(a.Montant, b.Montant))
	})
	for i := 0; i < len(lues); {
		premier := lues[i]
		for ; i < len(lues) && lues[i].VerseLe == premier.VerseLe && lues[i].Pour == premier.Pour; i++ {
			if lues[i].fait.Genre == premier.fait.Genre && memeVersion(lues[i].fait, premier.fait) {
				ps = append(ps, lues[i].Prime)
			}
		}
	}
	return ps
}

// retenirPertes keeps one loss for each period: of the source that prevails,
// and of monthly declarations the last one.
func retenirPertes(lues []perteLue) (ps []droit.PerteTPT) {
	slices.SortStableFunc(lues, func(a, b perteLue) int {
		return cmp.Or(cmp.Compare(a.Periode.Du, b.Periode.Du), cmp.Compare(a.Periode.Au, b.Periode.Au),
			rangSource(a.fait.Genre)-rangSource(b.fait.Genre), -comparerFaits(a.fait, b.fait))
	})
	for i := range lues {
		if i == 0 || lues[i].Periode != lues[i-1].Periode {
			ps = append(ps, lues[i].PerteTPT)
		}
	}
	return ps
}

// retrancher takes a bonus out of the gross of the pay that holds it, and
// reports whether one does. A pay restored by the employer, or paid outside of
// its own period, keeps its bonus: taken out, it would be counted in another month.
func retrancher(salaires []droit.Salaire, x droit.Prime) bool {
	for i := range salaires {
		s := &salaires[i]
		brut, connu := s.Brut.Get()
		if connu && brut >= x.Montant && !s.Retabli.EstConnu() && s.Periode.Contient(x.VerseLe) && (s.VerseLe == 0 || s.VerseLe == x.VerseLe) {
			s.Brut = v.Connu(brut - x.Montant)
			return true
		}
	}
	return false
}
