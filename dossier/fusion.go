package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// fusion brings together the calendars of several hypotheses. A day on which
// all agree stays as it is; any other awaits an answer, and is certain for the
// least that it is owed under all of them.
type fusion struct {
	passes      int
	sansReponse *sansReponse // what the law said before births were closed, if any was
	vus         map[cleJour]int
	js          []jourVu
	ou          map[cleLigneJour]int
	ls          []ligneVue
}

type cleJour struct {
	date     v.Jour
	activite int
	risque   droit.Risque
}

type jourVu struct {
	droit.JourCalcule      // as the first hypothesis that has the day sees it
	vu                int  // hypotheses that have the day
	accord            bool // all the same so far
	moins, plus       v.Centimes
	conteste          bool // owed to different payees
}

func (f *fusion) vider() {
	f.passes = 0
	f.js, f.ls = f.js[:0], f.ls[:0]
	if f.vus == nil {
		f.vus, f.ou = map[cleJour]int{}, map[cleLigneJour]int{}
	}
	clear(f.vus)
	clear(f.ou)
}

// du returns what a day owes: nothing unless it is paid.
func du(j *droit.JourCalcule) v.Centimes {
	if j.Etat == droit.Paye {
		return j.IJ
	}
	return 0
}

// ajouter takes in the calendar of one hypothesis.
func (f *fusion) ajouter(jours []droit.JourCalcule) {
	f.passes++
	f.ajouterLignes(jours)
	for i := range jours {
		j := &jours[i]
		cle := cleJour{j.Date, j.Activite, j.Risque}
		k, vu := f.vus[cle]
		if !vu {
			f.vus[cle] = len(f.js)
			f.js = append(f.js, jourVu{JourCalcule: *j, vu: 1, accord: f.passes == 1, moins: du(j), plus: du(j)})
			continue
		}
		f.js[k].confronter(j)
	}
}

func (x *jourVu) confronter(j *droit.JourCalcule) {
	x.vu++
	if j.Etat != x.Etat || j.IJ != x.IJ || j.Beneficiaire != x.Beneficiaire || j.Exonere != x.Exonere {
		x.accord = false
	}
	if x.accord && x.Etat == droit.Refuse && x.Risque == droit.Maladie {
		x.Regle = j.Regle // the answers that give most come last: what refuses the day under them refuses it under all
	}
	d := du(j)
	if d > 0 && du(&x.JourCalcule) > 0 && j.Beneficiaire != x.Beneficiaire {
		x.conteste = true
	}
	x.moins, x.plus = min(x.moins, d), max(x.plus, d)
	x.Plein = min(x.Plein, j.Plein)
}

// certain returns what all hypotheses owe for the day, under one benefit or another, and
// whether they agree.
func (f *fusion) certain(x *jourVu) (v.Centimes, bool) {
	switch {
	case x.conteste:
		return 0, false
	case x.vu < f.passes || x.moins == 0 && !x.accord:
		return f.malgreTout(x), false
	}
	return x.moins, x.accord
}

// superflu reports whether a day is of a leave under some answers only, and nothing
// is owed for it under any.
func (f *fusion) superflu(x *jourVu) bool {
	return f.sansReponse != nil && x.vu < f.passes && x.plus == 0 && x.Risque == droit.Maternite
}

// enjeu sums what an answer may add at most to what is certain of its days.
func (f *fusion) enjeu(cas *droit.Cas, q *Question) (somme v.Centimes) {
	for i := range f.js {
		x := &f.js[i]
		if !q.Pour.Contient(x.Date) || q.Ligne != "" && q.Ligne != cas.Activites[x.Activite].ID {
			continue
		}
		if certain, accord := f.certain(x); !accord {
			somme += x.plus - certain
		}
	}
	return somme
}

// jours appends the merged days, in the order of dates.
func (f *fusion) jours(dst []droit.JourCalcule) []droit.JourCalcule {
	for i := range f.js {
		x := &f.js[i]
		if f.superflu(x) {
			continue
		}
		j := x.JourCalcule
		if certain, accord := f.certain(x); !accord {
			j.Etat, j.IJ, j.Plein, j.Lot, j.Regle = droit.Attente, certain, 0, 0, f.sansReponse.regle(x)
			if j.IJ == 0 {
				j.Beneficiaire = ""
			}
		}
		dst = append(dst, j)
	}
	slices.SortFunc(dst, func(a, b droit.JourCalcule) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Chaine, b.Chaine), cmp.Compare(a.Activite, b.Activite), cmp.Compare(a.Risque, b.Risque))
	})
	return dst
}
