package piece

import (
	"cmp"
	"slices"

	"accord/dossier"
	"accord/droit"
	"accord/format/dsn"
)

// primes attaches to the contracts the bonuses that reward more than a month
// (S21.G00.52): the law spreads them (R.433-5), while a bonus of the month is
// pay like any other. The gross of the pay holds them already; the fold takes
// them out of it.
func (r *lectureDSN) primes(i *dsn.Individu, m *dossier.Mensuelle) {
	for k := range i.Versements {
		versement := &i.Versements[k]
		for j := range versement.Primes {
			p := &versement.Primes[j]
			montant, connu := p.Montant.Get()
			_, subit := correspond(rubriquePrime, p.Type)
			if !connu || montant <= 0 || !subit || p.Periode.Au == 0 || p.Periode.Jours() <= joursDuMois {
				continue
			}
			if n, ok := contratPaye(i, m, p.Contrat); ok {
				c := &m.Contrats[n]
				c.Primes = append(c.Primes, droit.Prime{VerseLe: versement.Date, Montant: montant, Pour: p.Periode})
			}
		}
	}
	for k := range m.Contrats {
		// A bonus paid twice for the same time is two bonuses: no double is taken out.
		slices.SortStableFunc(m.Contrats[k].Primes, func(a, b droit.Prime) int {
			return cmp.Or(cmp.Compare(a.VerseLe, b.VerseLe), comparerPeriodes(a.Pour, b.Pour), cmp.Compare(a.Montant, b.Montant))
		})
	}
}

// joursDuMois is the longest pay period of which a bonus is ordinary pay.
const joursDuMois = 31

// pertes gives the wages lost to the part-time returns of one contract, by
// period (S21.G00.66). A negative line corrects one of the month that it names.
func pertes(c *dsn.Contrat) (ps []droit.PerteTPT) {
	for k := range c.Arrets {
		for j := range c.Arrets[k].TempsPartiels {
			t := &c.Arrets[k].TempsPartiels[j]
			perte, connue := t.Perte.Get()
			if !connue || t.Periode.Jours() == 0 {
				continue
			}
			deja := false
			for n := range ps {
				if ps[n].Periode == t.Periode {
					ps[n].Perte += perte
					deja = true
				}
			}
			if !deja {
				ps = append(ps, droit.PerteTPT{Periode: t.Periode, Perte: perte})
			}
		}
	}
	for n := range ps {
		ps[n].Perte = max(0, ps[n].Perte)
	}
	slices.SortFunc(ps, func(a, b droit.PerteTPT) int { return comparerPeriodes(a.Periode, b.Periode) })
	return ps
}
