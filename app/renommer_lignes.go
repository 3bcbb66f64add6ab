package app

import (
	"slices"
	"strings"

	v "accord/valeur"
)

// renommerLignes gives what was posted on a work of which no contract was known the name
// that the work bears since one is: it is the same work, and its days are paid once. A
// work that may be either of two contracts keeps its own name, and someone looks at it.
func (d *Dossier) renommerLignes() {
	noms := d.lignesNommees()
	if len(noms) == 0 {
		return
	}
	d.Poses = slices.Clone(d.Poses)
	for i := range d.Poses {
		if nom, connu := noms[d.Poses[i].Ligne]; connu {
			d.Poses[i].Ligne = nom
		}
	}
	for _, o := range d.Ordres {
		for i := range o.Lignes {
			if nom, connu := noms[o.Lignes[i].Activite]; connu {
				o.Lignes[i].Activite = nom
			}
		}
	}
}

// lignesNommees gives the name of today of each work that was posted under its employer
// alone.
func (d *Dossier) lignesNommees() map[string]string {
	var noms map[string]string
	for i := range d.Poses {
		ancien := d.Poses[i].Ligne
		if _, vu := noms[ancien]; vu || strings.Contains(ancien, "/") || d.Calcul.Situation.Index(ancien) >= 0 {
			continue
		}
		if nom := d.seuleLigne(v.SIRET(ancien)); nom != "" {
			if noms == nil {
				noms = map[string]string{}
			}
			noms[ancien] = nom
		}
	}
	return noms
}

// seuleLigne is the key of the only work with an employer; empty when there is none, or
// several.
func (d *Dossier) seuleLigne(s v.SIRET) (cle string) {
	for i := range d.Calcul.Situation.Lignes {
		switch l := &d.Calcul.Situation.Lignes[i]; {
		case l.SIRET != s:
		case cle != "":
			return ""
		default:
			cle = l.Cle
		}
	}
	return cle
}
