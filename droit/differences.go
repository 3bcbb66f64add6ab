package droit

import (
	"slices"

	v "accord/valeur"
)

// Comparer adds to r the differences between what is due and what was already
// paid, line by line: runs of days due under one risk, cut where what was paid
// changes. What was paid under another risk is imputed on what is due for the
// same days (R.371-3): that run is one difference, whatever changes in it. Runs
// without a difference are left out, and a case in which nothing was paid has
// none: all of it is due.
func Comparer(cas *Cas, jours []JourCalcule, r *Resultat) {
	if len(cas.Verse) == 0 {
		return
	}
	for a := range cas.Activites {
		comparerLigne(fluxDe(cas, jours, a), a, r)
	}
}

// flux is what is due and what was paid on one day of a line.
type flux struct {
	jour      v.Jour
	du, verse v.Centimes
	risque    Risque // what the day is due under; paid under, when nothing is due
	autre     bool   // something was paid under another risk
	estDu     bool   // something is due
	bord      bool   // what was paid changes on this day
}

// comparerLigne cuts the days of a line into differences.
func comparerLigne(fs []flux, activite int, r *Resultat) {
	for i := 0; i < len(fs); {
		n := i + 1
		for n < len(fs) && fs[n].jour == fs[n-1].jour+1 {
			n++
		}
		rattacher(fs[i:n])
		for i < n {
			z := i
			for z < n && fs[z].risque == fs[i].risque {
				z++
			}
			comparerSuite(fs[i:z], activite, r)
			i = z
		}
	}
}

// rattacher gives the days on which nothing is due, of a run without gap, the
// risk of those due before them, or else after them, and marks the days paid
// under another risk than theirs.
func rattacher(fs []flux) {
	premier := slices.IndexFunc(fs, func(f flux) bool { return f.estDu })
	if premier < 0 {
		return
	}
	for i := range fs {
		f := &fs[i]
		if f.estDu {
			continue
		}
		paye := f.risque
		f.risque = fs[premier].risque
		if i > premier {
			f.risque = fs[i-1].risque
		}
		f.autre = f.autre || f.verse != 0 && f.risque != paye
	}
}

// comparerSuite adds the differences of a run due under one risk.
func comparerSuite(fs []flux, activite int, r *Resultat) {
	entiere := slices.ContainsFunc(fs, func(f flux) bool { return f.autre })
	for i := 0; i < len(fs); {
		d := Difference{Periode: v.P(fs[i].jour, fs[i].jour), Activite: activite, Risque: fs[i].risque, Du: fs[i].du, Verse: fs[i].verse}
		n := i + 1
		for ; n < len(fs) && (entiere || !fs[n].bord); n++ {
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

// fluxDe returns the days of one line on which something is due or was paid, in
// order. What was paid for a period is spread over its days.
func fluxDe(cas *Cas, jours []JourCalcule, activite int) []flux {
	var fs []flux
	for i := range jours {
		if j := &jours[i]; j.Activite == activite && j.Etat == Paye {
			fs = append(fs, flux{jour: j.Date, du: j.IJ, risque: j.Risque, estDu: true})
		}
	}
	var bords []v.Jour
	for i := range cas.Verse {
		w := &cas.Verse[i]
		if w.Activite != cas.Activites[activite].ID {
			continue
		}
		n := w.Periode.Jours()
		for k := range n {
			fs = append(fs, flux{jour: w.Periode.Du + v.Jour(k), verse: Etaler(w.Brut, n, k), risque: w.Risque})
		}
		bords = append(bords, w.Periode.Du, w.Periode.Au+1)
	}
	slices.Sort(bords)
	// Of one day, what is due comes first: it gives the risk.
	slices.SortStableFunc(fs, func(a, b flux) int { return int(a.jour - b.jour) })
	uniques := fs[:0]
	for _, f := range fs {
		if n := len(uniques); n > 0 && uniques[n-1].jour == f.jour {
			u := &uniques[n-1]
			u.du += f.du
			u.verse += f.verse
			u.autre = u.autre || f.verse != 0 && f.risque != u.risque
			continue
		}
		_, f.bord = slices.BinarySearch(bords, f.jour)
		uniques = append(uniques, f)
	}
	return uniques
}
