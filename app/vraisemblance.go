package app

import (
	"slices"

	"accord/decision"
	"accord/dossier"
	"accord/registre"
	v "accord/valeur"
)

// surprend tells the days that owe much more than was ever settled to the same payee
// for the same activity and benefit, and how much that was. There is nothing to compare a first
// payment with; what is given for a period follows the wages lost, which move from a
// month to the next; and a day on which an agent acted has been looked at.
func (d *Dossier) surprend(actes []dossier.Intervention, lots map[registre.Cle]int) func(*registre.Ecart) (v.Centimes, bool) {
	type cle struct {
		a      registre.Destinataire
		ligne  string
		risque string
	}
	anciens, regles, verse := map[cle]v.Centimes{}, d.regles(), registre.Verser(d.Dus, d.Poses)
	for i := range d.Poses {
		c := d.Poses[i].Cle
		if a, regle := regles[c]; regle {
			k := cle{a, c.Ligne, string(c.Risque)}
			anciens[k] = max(anciens[k], verse[c])
		}
	}
	return func(e *registre.Ecart) (v.Centimes, bool) {
		ancien := anciens[cle{e.Destinataire, e.Ligne, string(e.Risque)}]
		if ancien == 0 || lots[e.Cle] != 0 || slices.ContainsFunc(actes, func(a dossier.Intervention) bool {
			x, _ := decision.Exige(a.Nature)
			return x.Jours && a.Vise(e.Jour, e.Ligne)
		}) {
			return 0, false
		}
		limite, connue := decision.Vraisemblable(ancien, d.Jour)
		return ancien, connue && e.Nouveau > limite
	}
}

// regles lists the days that were settled, and to whom: paid otherwise than on
// account, by an order that was not cancelled.
func (d *Dossier) regles() map[registre.Cle]registre.Destinataire {
	acomptes := map[string]bool{}
	for _, o := range d.Ordres {
		for i := range o.Lignes {
			acomptes[o.Lignes[i].ID] = o.Lignes[i].Acompte
		}
	}
	m := map[registre.Cle]registre.Destinataire{}
	for i := range d.Poses {
		if p := &d.Poses[i]; p.Racine != "" && !acomptes[p.OrdreLigne] {
			m[p.Cle] = p.Destinataire
		}
	}
	return m
}
