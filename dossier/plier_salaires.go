package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// salaires gathers pays, hours and absences of each line. Two sources that
// speak of the same month are settled by the table of conflicts.
func (p *pli) salaires(faits []*Fait) {
	lus := make([][]payeLue, len(p.s.Lignes))
	for _, f := range faits {
		switch {
		case f.Mensuelle != nil:
			for i := range f.Mensuelle.Contrats {
				c := &f.Mensuelle.Contrats[i]
				n := p.ligneDe(f, c.Numero)
				for _, s := range c.Salaires {
					lus[n] = append(lus[n], payeLue{s, f})
				}
				a := &p.s.Cas.Activites[n]
				a.Absences = append(a.Absences, c.Absences...)
				a.Reprises = append(a.Reprises, c.Reprises...)
			}
		case f.Attestation != nil:
			n := p.ligneDe(f, "")
			for _, s := range f.Attestation.Salaires {
				lus[n] = append(lus[n], payeLue{s, f})
			}
			a := &p.s.Cas.Activites[n]
			a.Absences = append(a.Absences, f.Attestation.Absences...)
			a.PeriodesHeures = append(a.PeriodesHeures, f.Attestation.Heures...)
		}
	}
	p.bulletins(faits, lus)
	for n := range lus {
		p.retenir(n, lus[n])
		a := &p.s.Cas.Activites[n]
		a.Absences = uniques(a.Absences, func(x droit.Absence) (v.Periode, string) { return x.Periode, string(x.Motif) })
		a.Reprises = uniques(a.Reprises, func(x droit.Reprise) (v.Periode, string) { return v.P(x.Le, x.Le), string(x.Motif) })
	}
}

// payeLue is a pay and the fact that states it.
type payeLue struct {
	droit.Salaire
	fait *Fait
}

// retenir keeps, for each period, the pays of the source that prevails.
func (p *pli) retenir(n int, lues []payeLue) {
	slices.SortStableFunc(lues, func(a, b payeLue) int {
		return cmp.Or(cmp.Compare(a.Periode.Du, b.Periode.Du), cmp.Compare(a.Periode.Au, b.Periode.Au),
			rangSource(a.fait.Genre)-rangSource(b.fait.Genre), comparerFaits(a.fait, b.fait), cmp.Compare(a.VerseLe, b.VerseLe))
	})
	a, l := &p.s.Cas.Activites[n], &p.s.Lignes[n]
	for i := 0; i < len(lues); {
		fin := i
		for fin < len(lues) && lues[fin].Periode == lues[i].Periode {
			fin++
		}
		for k := i; k < fin && lues[k].fait.Genre == lues[i].fait.Genre && memeVersion(lues[k].fait, lues[i].fait); k++ {
			a.Salaires = append(a.Salaires, lues[k].Salaire)
			l.Salaires = append(l.Salaires, lues[k].fait.Source)
		}
		p.signalerConflit(l, lues[i:fin])
		i = fin
	}
}

// memeVersion reports whether two facts of the prevailing kind speak together:
// the lines of all monthly declarations add up (a later one regularises), while
// one attestation stands alone.
func memeVersion(f, g *Fait) bool { return f.Genre == GenreMensuelle || f == g }

// signalerConflit warns when two sources give different totals for one period.
func (p *pli) signalerConflit(l *Ligne, lues []payeLue) {
	var retenu, ecarte v.Centimes
	autre := false
	for i := range lues {
		if lues[i].fait.Genre == lues[0].fait.Genre && memeVersion(lues[i].fait, lues[0].fait) {
			retenu += lues[i].Brut.Ou(0)
		} else {
			ecarte += lues[i].Brut.Ou(0)
			autre = true
		}
	}
	if autre && retenu != ecarte {
		p.s.Avis = append(p.s.Avis, droit.Avis{
			Code: "SALAIRE_CONTRADICTOIRE",
			Phrase: "Pour la période " + lues[0].Periode.String() + ", l'employeur " + nomOuSIRET(l.Nom, l.SIRET) + " a déclaré " +
				retenu.Euros() + " (" + nomSource(lues[0].fait.Genre) + ", retenu) et " + ecarte.Euros() + " (autre source).",
		})
	}
}

func nomOuSIRET(nom string, s v.SIRET) string { return cmp.Or(nom, string(s)) }

// uniques sorts and removes repeats.
func uniques[T any](xs []T, cle func(T) (v.Periode, string)) []T {
	comparer := func(a, b T) int {
		pa, ma := cle(a)
		pb, mb := cle(b)
		return cmp.Or(cmp.Compare(pa.Du, pb.Du), cmp.Compare(pa.Au, pb.Au), cmp.Compare(ma, mb))
	}
	slices.SortStableFunc(xs, comparer)
	return slices.CompactFunc(xs, func(a, b T) bool { return comparer(a, b) == 0 })
}
