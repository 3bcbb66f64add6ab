package dossier

import (
	"slices"

	v "accord/valeur"
)

// demandee is a period of a leave that was asked for, and the request that asked first.
type demandee struct {
	fait    *Fait
	periode v.Periode
}

// reunirDemandes gives the periods that each request asks for. A leave is asked for
// twice, on paper and online, by the person and by her employer: periods of the same
// leave that share a day are one, which stays with the first of the requests. Dates that
// change are told by a later version of a request, which takes its place.
func reunirDemandes(faits []*Fait) map[*Fait][]v.Periode {
	var ds []demandee
	for _, f := range faits {
		if f.Conge == nil {
			continue
		}
		for _, q := range f.Conge.Periodes {
			d := demandee{f, q}
			for {
				i := slices.IndexFunc(ds, func(x demandee) bool { return x.memeConge(&d) && !x.periode.Inter(d.periode).IsZero() })
				if i < 0 {
					break
				}
				d = demandee{ds[i].fait, v.P(min(d.periode.Du, ds[i].periode.Du), max(d.periode.Au, ds[i].periode.Au))}
				ds = slices.Delete(ds, i, i+1)
			}
			ds = append(ds, d)
		}
	}
	periodes := map[*Fait][]v.Periode{}
	for _, d := range ds {
		periodes[d.fait] = append(periodes[d.fait], d.periode)
	}
	return periodes
}

// memeConge reports whether two requests are of the same leave, from the same work.
func (d *demandee) memeConge(x *demandee) bool {
	a, b := d.fait.Conge, x.fait.Conge
	return a.Risque == b.Risque && a.Employeur == b.Employeur && a.EvenementLe == b.EvenementLe && a.TempsPartiel == b.TempsPartiel
}
