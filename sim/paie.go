package sim

import (
	"fmt"

	v "accord/valeur"
)

// paie is the pay of one contract for one month.
type paie struct {
	periode v.Periode // days of the month under contract
	brut    v.Centimes
	retabli v.Centimes // what it would have been without absence
	heures  v.Centiemes
	absents v.Centiemes // hours not worked and not paid
}

const heuresMois v.Centiemes = 15167 // 35 hours a week

func numeroContrat(salarie, n int) string { return fmt.Sprintf("CT%06d%d", salarie, n) }

// payer computes the pay of a month: in proportion of the days under contract,
// less the days of arrêt unless the employer keeps the wage. All in integers.
func (k *contrat) payer(mois v.Jour) paie {
	p := paie{periode: v.P(k.debut, k.fin).Inter(v.P(mois, mois.FinMois()))}
	entier := k.brut
	if i := rangMois(k.premier, mois); i >= 0 && i < len(k.primes) {
		entier += k.primes[i]
	}
	jours, presents := v.JoursDuMois(moisDe(mois)), p.periode.Jours()
	absents := k.demiAbsences(p.periode)
	if k.subroge {
		absents = 0
	}
	heures := heuresMois * v.Centiemes(k.quotite) / 100
	p.retabli = entier * v.Centimes(presents) / v.Centimes(jours)
	p.brut = entier * v.Centimes(2*presents-absents) / v.Centimes(2*jours)
	p.absents = heures * v.Centiemes(absents) / v.Centiemes(2*jours)
	p.heures = heures*v.Centiemes(presents)/v.Centiemes(jours) - p.absents
	return p
}

// demiAbsences counts the half days not worked of a time: part-time work leaves
// one of two.
func (k *contrat) demiAbsences(p v.Periode) (n int) {
	for _, a := range k.salarie.arrets {
		n += 2*v.P(a.debut, a.dernierJour()).Inter(p).Jours() - a.partiel().Inter(p).Jours()
	}
	return n
}

// perdre is what part-time work prescribed takes from the pay of a month.
func (k *contrat) perdre(a *arret, mois v.Jour) (v.Periode, v.Centimes) {
	p := a.partiel().Inter(v.P(mois, mois.FinMois()))
	return p, k.brut * v.Centimes(p.Jours()) / v.Centimes(2*v.JoursDuMois(moisDe(mois)))
}

func moisDe(j v.Jour) (annee, mois int) {
	annee, mois, _ = j.Date()
	return annee, mois
}

// rangMois counts the months from one to another.
func rangMois(de, a v.Jour) int {
	a1, m1 := moisDe(de)
	a2, m2 := moisDe(a)
	return 12*(a2-a1) + m2 - m1
}
