package droit

import (
	"slices"

	v "accord/valeur"
)

// Comparer adds to r the differences between what is due and what was already
// paid, line by line and risk by risk: runs of days cut where what was paid
// changes. Runs without a difference are left out, and a case in which nothing
// was paid has none: all of it is due.
func Comparer(cas *Cas, jours []JourCalcule, r *Resultat) {
	if len(cas.Verse) == 0 {
		return
	}
	for a := range cas.Activites {
		for _, risque := range risquesDe(cas, jours, a) {
			comparerLigne(cas, jours, a, risque, r)
		}
	}
}

// risquesDe lists the risks under which a line is owed or was paid something.
func risquesDe(cas *Cas, jours []JourCalcule, activite int) []Risque {
	var rs []Risque
	ajouter := func(x Risque) {
		if !slices.Contains(rs, x) {
			rs = append(rs, x)
		}
	}
	for i := range jours {
		if jours[i].Activite == activite && jours[i].Etat == Paye {
			ajouter(jours[i].Risque)
		}
	}
	for i := range cas.Verse {
		if w := &cas.Verse[i]; w.Activite == cas.Activites[activite].ID {
			ajouter(w.Risque)
		}
	}
	slices.Sort(rs)
	return rs
}

// flux is what is due and what was paid on one day.
type flux struct {
	jour      v.Jour
	du, verse v.Centimes
	bord      bool // what was paid changes on this day
}

func comparerLigne(cas *Cas, jours []JourCalcule, activite int, risque Risque, r *Resultat) {
	fs := fluxDe(cas, jours, activite, risque)
	for i := 0; i < len(fs); {
		d := Difference{Periode: v.P(fs[i].jour, fs[i].jour), Activite: activite, Risque: risque, Du: fs[i].du, Verse: fs[i].verse}
		n := i + 1
		for ; n < len(fs) && fs[n].jour == fs[n-1].jour+1 && !fs[n].bord; n++ {
			d.Periode.Au = fs[n].jour
			d.Du += fs[n].du
			d.Verse += fs[n].verse
		}
		if d.Ecart = d.Du - d.Verse; d.Ecart != 0 {
			r.Differences = append(r.Differences, d)
		}
		i = n
	}
}

// fluxDe returns the days of one line and risk on which something is due or was
// paid, in order. What was paid for a period is spread over its days.
func fluxDe(cas *Cas, jours []JourCalcule, activite int, risque Risque) []flux {
	var fs []flux
	for i := range jours {
		if j := &jours[i]; j.Activite == activite && j.Risque == risque && j.Etat == Paye {
			fs = append(fs, flux{jour: j.Date, du: j.IJ})
		}
	}
	var bords []v.Jour
	for i := range cas.Verse {
		w := &cas.Verse[i]
		if w.Activite != cas.Activites[activite].ID || w.Risque != risque {
			continue
		}
		n := w.Periode.Jours()
		for k := range n {
			fs = append(fs, flux{jour: w.Periode.Du + v.Jour(k), verse: Etaler(w.Brut, n, k)})
		}
		bords = append(bords, w.Periode.Du, w.Periode.Au+1)
	}
	slices.Sort(bords)
	slices.SortStableFunc(fs, func(a, b flux) int { return int(a.jour - b.jour) })
	uniques := fs[:0]
	for _, f := range fs {
		if n := len(uniques); n > 0 && uniques[n-1].jour == f.jour {
			uniques[n-1].du += f.du
			uniques[n-1].verse += f.verse
			continue
		}
		_, f.bord = slices.BinarySearch(bords, f.jour)
		uniques = append(uniques, f)
	}
	return uniques
}
