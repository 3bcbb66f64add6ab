package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Residence is where the person lived from a day on, as a declaration says it.
type Residence struct {
	Depuis     v.Jour
	CodePostal string
	Territoire droit.Territoire
	Source     Source
}

// ResidenceLe returns where the person lived on a day: the last residence known by
// then, else the first one. False when nobody said.
func (s *Situation) ResidenceLe(j v.Jour) (Residence, bool) {
	if len(s.Residences) == 0 {
		return Residence{}, false
	}
	i, _ := slices.BinarySearchFunc(s.Residences, j+1, func(r Residence, j v.Jour) int { return cmp.Compare(r.Depuis, j) })
	return s.Residences[max(0, i-1)], true
}

// situer lists where the person lived, and gives the case its territory: that of the
// first day of the first arrêt, for all of them, so that who moves finds no paid day
// computed again. A person depends on the caisse of the place where she lives (R.312-1).
func (p *pli) situer(faits []*Fait) {
	var rs []Residence
	for _, f := range faits {
		id := f.Identite()
		if id == nil {
			continue
		}
		if t := droit.TerritoireDe(id.CodePostal); t != "" {
			du, _ := f.rang()
			rs = append(rs, Residence{du, id.CodePostal, t, f.Source})
		}
	}
	// Two declarations of one day that differ: always the same one, whatever the month.
	slices.SortStableFunc(rs, func(a, b Residence) int {
		return cmp.Or(cmp.Compare(a.Depuis, b.Depuis), cmp.Compare(a.Source.Fiche, b.Source.Fiche), cmp.Compare(a.CodePostal, b.CodePostal))
	})
	rs = slices.CompactFunc(rs, func(a, b Residence) bool { return a.Depuis == b.Depuis })
	p.s.Residences = slices.CompactFunc(rs, func(a, b Residence) bool { return a.Territoire == b.Territoire })
	premier, dernier := p.s.Cas.ConnuAu, v.Jour(0)
	for i := range p.s.Cas.Arrets {
		premier, dernier = min(premier, p.s.Cas.Arrets[i].Debut), max(dernier, p.s.Cas.Arrets[i].Fin)
	}
	for i := range p.s.Signales {
		premier, dernier = min(premier, p.s.Signales[i].DernierJour+1), max(dernier, p.s.Signales[i].Fin)
	}
	r, connue := p.s.ResidenceLe(premier)
	if !connue {
		return
	}
	p.s.Cas.Assure.Territoire = r.Territoire
	if autre, _ := p.s.ResidenceLe(dernier); dernier != 0 && autre.Territoire != r.Territoire {
		p.s.Avis = append(p.s.Avis, droit.Avis{
			Code: "TERRITOIRE_CHANGE",
			Phrase: "La personne a changé de résidence le " + autre.Depuis.Francais() + ", là où les jours fériés ne sont pas les mêmes : ceux de la résidence de son premier arrêt " +
				"sont retenus pour tous. À vérifier si un arrêt suit un jour férié local.",
		})
	}
}
