package droit

import (
	"cmp"
	"slices"

	v "accord/valeur"
)

// Ordonne returns the case with the facts of each list in an order that follows
// from what they say, so that no answer hangs on the order in which they were
// written: where two facts contradict each other, the law takes the same one
// whatever the file. Activities and arrêts, which results name by their place,
// keep theirs. The case itself is returned when it is in order already.
func (c *Cas) Ordonne() *Cas {
	if c.enOrdre() {
		return c
	}
	k := *c
	k.Assure.RetardsAnterieurs = trie(c.Assure.RetardsAnterieurs, cmp.Compare[v.Jour])
	k.Assure.Avertissements = trie(c.Assure.Avertissements, cmp.Compare[v.Jour])
	k.Anterieures = trie(c.Anterieures, comparerAnterieures)
	k.Verse = trie(c.Verse, comparerVersements)
	k.Rentes = trie(c.Rentes, comparerRentes)
	k.Decisions = trie(c.Decisions, comparerDecisions)
	k.Activites = slices.Clone(c.Activites)
	for i := range k.Activites {
		a := &k.Activites[i]
		a.Salaires = trie(a.Salaires, comparerSalaires)
		a.PeriodesHeures = trie(a.PeriodesHeures, comparerHeures)
		a.Absences = trie(a.Absences, comparerAbsences)
		a.Primes = trie(a.Primes, comparerPrimes)
		a.Subrogation = trie(a.Subrogation, comparerSubrogations)
		a.PertesTPT = trie(a.PertesTPT, comparerPertes)
		a.Reprises = trie(a.Reprises, comparerReprises)
		a.Revenus = trie(a.Revenus, comparerRevenus)
	}
	return &k
}

func (c *Cas) enOrdre() bool {
	for i := range c.Activites {
		a := &c.Activites[i]
		if !slices.IsSortedFunc(a.Salaires, comparerSalaires) || !slices.IsSortedFunc(a.PeriodesHeures, comparerHeures) ||
			!slices.IsSortedFunc(a.Absences, comparerAbsences) || !slices.IsSortedFunc(a.Primes, comparerPrimes) ||
			!slices.IsSortedFunc(a.Subrogation, comparerSubrogations) || !slices.IsSortedFunc(a.PertesTPT, comparerPertes) ||
			!slices.IsSortedFunc(a.Reprises, comparerReprises) || !slices.IsSortedFunc(a.Revenus, comparerRevenus) {
			return false
		}
	}
	return slices.IsSorted(c.Assure.RetardsAnterieurs) && slices.IsSorted(c.Assure.Avertissements) && slices.IsSortedFunc(c.Anterieures, comparerAnterieures) &&
		slices.IsSortedFunc(c.Verse, comparerVersements) && slices.IsSortedFunc(c.Rentes, comparerRentes) && slices.IsSortedFunc(c.Decisions, comparerDecisions)
}

// trie returns xs in order, and leaves xs as it is.
func trie[T any](xs []T, comparer func(a, b T) int) []T {
	if slices.IsSortedFunc(xs, comparer) {
		return xs
	}
	return slices.SortedStableFunc(slices.Values(xs), comparer)
}

func comparerPeriodes(a, b v.Periode) int {
	return cmp.Or(cmp.Compare(a.Du, b.Du), cmp.Compare(a.Au, b.Au))
}

// comparerOptions puts what is not known first.
func comparerOptions[T cmp.Ordered](a, b v.Option[T]) int {
	x, connuA := a.Get()
	y, connuB := b.Get()
	return cmp.Or(comparerBool(connuA, connuB), cmp.Compare(x, y))
}

// comparerBool puts false first.
func comparerBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func comparerSalaires(a, b Salaire) int {
	if n := comparerPeriodes(a.Periode, b.Periode); n != 0 {
		return n
	}
	return cmp.Or(comparerOptions(a.Brut, b.Brut), comparerOptions(a.Heures, b.Heures), comparerOptions(a.Retabli, b.Retabli), cmp.Compare(a.VerseLe, b.VerseLe))
}

func comparerHeures(a, b PeriodeHeures) int {
	return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Heures, b.Heures), cmp.Compare(a.Cachets, b.Cachets))
}

func comparerAbsences(a, b Absence) int {
	return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Motif, b.Motif))
}

func comparerPrimes(a, b Prime) int {
	return cmp.Or(cmp.Compare(a.VerseLe, b.VerseLe), comparerPeriodes(a.Pour, b.Pour), cmp.Compare(a.Montant, b.Montant))
}

func comparerSubrogations(a, b Subrogation) int {
	return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Maintien, b.Maintien), comparerOptions(a.Maintenu, b.Maintenu))
}

func comparerPertes(a, b PerteTPT) int {
	return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Perte, b.Perte))
}

func comparerReprises(a, b Reprise) int {
	return cmp.Or(cmp.Compare(a.Le, b.Le), cmp.Compare(a.Motif, b.Motif))
}

func comparerRevenus(a, b Revenu) int {
	return cmp.Or(cmp.Compare(a.Annee, b.Annee), comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Montant, b.Montant),
		comparerOptions(a.PartCotisee, b.PartCotisee), cmp.Compare(a.CategorieMicro, b.CategorieMicro))
}

func comparerAnterieures(a, b IndemniteAnterieure) int {
	carenceA, _ := a.Carence.Get()
	carenceB, _ := b.Carence.Get()
	return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Risque, b.Risque), cmp.Compare(a.ALD, b.ALD), comparerOptions(a.IJ, b.IJ),
		comparerBool(a.Carence.EstConnu(), b.Carence.EstConnu()), comparerBool(carenceA, carenceB), comparerBool(a.MaintienDroits, b.MaintienDroits),
		cmp.Compare(a.Sinistre, b.Sinistre), comparerBool(a.TempsPartiel, b.TempsPartiel))
}

func comparerVersements(a, b Versement) int {
	return cmp.Or(comparerPeriodes(a.Periode, b.Periode), cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Risque, b.Risque), cmp.Compare(a.Brut, b.Brut),
		cmp.Compare(a.Nature, b.Nature), cmp.Compare(a.Beneficiaire, b.Beneficiaire), cmp.Compare(a.VerseLe, b.VerseLe))
}

func comparerRentes(a, b Rente) int {
	return cmp.Or(cmp.Compare(a.Du, b.Du), cmp.Compare(a.Mensuelle, b.Mensuelle), cmp.Compare(a.Sinistre, b.Sinistre))
}

func comparerDecisions(a, b Decision) int {
	return cmp.Or(cmp.Compare(a.Le, b.Le), cmp.Compare(a.Au, b.Au), cmp.Compare(a.Nature, b.Nature), cmp.Compare(a.Arret, b.Arret),
		cmp.Compare(a.Sinistre, b.Sinistre), cmp.Compare(a.Affection, b.Affection), cmp.Compare(a.Valeur, b.Valeur), cmp.Compare(a.Motif, b.Motif))
}
