package dossier

import (
	"slices"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// moisPertes is how far back a loss of wages still says something of the next.
const moisPertes = 12

// perteMax is beyond every loss that limits an allowance.
const perteMax v.Centimes = 100_000_00

// perteMoindre is the least loss of wages that an employer is held to owe an
// answer about, once the days are over: the lowest that he attested, by day, in the
// months before, over the days of part-time work of the period; nothing when he
// never attested any. It is presumed, not certain: no text says what to pay until
// the attestation of the month comes (R.323-3), and the share that is retained of it is
// a dated parameter.
func perteMoindre(t *parametre.Table, cas *droit.Cas, a *droit.Activite, p v.Periode) (v.Centimes, error) {
	if p.Au >= cas.ConnuAu {
		return 0, nil // nothing is paid in advance
	}
	part, err := t.Valeur(parametre.TPTPertePresumee, p.Du)
	if err != nil {
		return 0, err
	}
	moindre := v.F(-1, 1)
	for i := range a.PertesTPT {
		x := &a.PertesTPT[i]
		if x.Periode.Jours() <= 0 || x.Perte < 0 || x.Perte > perteMax || x.Periode.Au >= p.Du || x.Periode.Au < p.Du.AjouterMois(-moisPertes) {
			continue
		}
		if j := x.Perte.Fraction().Sur(v.F(int64(x.Periode.Jours()), 1)); moindre.Cmp(v.F(0, 1)) < 0 || j.Cmp(moindre) < 0 {
			moindre = j
		}
	}
	if moindre.Cmp(v.F(0, 1)) < 0 {
		return 0, nil
	}
	return moindre.Fois(v.F(int64(joursPartiels(cas, p)), 1)).Fois(part).Fois(v.F(1, 100)).Centimes(v.Troncature), nil
}

// joursPartiels counts the days of a period prescribed part-time, and no other way.
func joursPartiels(cas *droit.Cas, p v.Periode) (n int) {
	couvre := func(j v.Jour, partiel bool) bool {
		return slices.ContainsFunc(cas.Arrets, func(a droit.Arret) bool { return a.TempsPartiel == partiel && a.Periode().Contient(j) })
	}
	for j := p.Du; j <= p.Au; j++ {
		if couvre(j, true) && !couvre(j, false) {
			n++
		}
	}
	return n
}
