package dossier

import (
	"accord/droit"
	v "accord/valeur"
)

// ligneVue is one day of one line, whatever benefit it is paid under: a day may be of
// sickness under one answer and of a leave under another, and owed under both.
type ligneVue struct {
	vu, passe       int
	courant, moins  v.Centimes // under the present hypothesis; the least so far
	premier         droit.Risque
	beneficiaire    droit.Beneficiaire
	exonere, divise bool // divise: owed to different payees, or taxed in two ways
}

type cleLigneJour struct {
	date     v.Jour
	activite int
}

// ajouterLignes adds up each day of each line under the hypothesis of the present pass.
func (f *fusion) ajouterLignes(jours []droit.JourCalcule) {
	for i := range jours {
		j := &jours[i]
		if du(j) == 0 {
			continue
		}
		k, connue := f.ou[cleLigneJour{j.Date, j.Activite}]
		if !connue {
			k = len(f.ls)
			f.ou[cleLigneJour{j.Date, j.Activite}] = k
			f.ls = append(f.ls, ligneVue{premier: j.Risque, beneficiaire: j.Beneficiaire, exonere: j.Exonere})
		}
		x := &f.ls[k]
		if x.passe != f.passes {
			x.vu, x.passe, x.courant = x.vu+1, f.passes, 0
		}
		x.courant += j.IJ
		x.divise = x.divise || j.Beneficiaire != x.beneficiaire || j.Exonere != x.exonere
	}
	for i := range f.ls {
		if x := &f.ls[i]; x.passe == f.passes && (x.vu == 1 || x.courant < x.moins) {
			x.moins = x.courant
		}
	}
}

// malgreTout returns what a day is owed whatever the benefit, where every hypothesis
// pays the day of that line: under the one that pays it first. The rest comes by
// difference, once it is known which it is.
func (f *fusion) malgreTout(x *jourVu) v.Centimes {
	k, connue := f.ou[cleLigneJour{x.Date, x.Activite}]
	if !connue {
		return 0
	}
	if l := &f.ls[k]; l.vu == f.passes && !l.divise && l.premier == x.Risque {
		return min(l.moins, x.plus)
	}
	return 0
}
