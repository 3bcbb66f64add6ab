package paiement

import (
	"slices"

	"accord/registre"
)

// memeOrdre reports whether one order may pay both differences.
func memeOrdre(a, b *registre.Ecart) bool {
	return memePaye(a, b) && a.Fiche == b.Fiche
}

func memePaye(a, b *registre.Ecart) bool {
	return a.Dossier == b.Dossier && a.Destinataire == b.Destinataire
}

// ranger gives each difference the record under which it will be posted, and
// its rank there: the base knows the ranks of one record only. What is taken
// back is posted where most is paid, for it is taken out of that money.
func (e *Entree) ranger(ecarts []registre.Ecart) {
	if e.Fiche == nil {
		return
	}
	for i := range ecarts {
		ecarts[i].Fiche = e.Fiche(&ecarts[i])
	}
	for i := range ecarts {
		if d := &ecarts[i]; d.Montant < 0 {
			d.Fiche = e.plusPayee(ecarts, d)
		}
	}
	posees := map[place]int{}
	for i := range e.Poses {
		posees[place{e.Poses[i].Fiche, e.Poses[i].Cle}]++
	}
	for i := range ecarts {
		d := &ecarts[i]
		d.Rang = posees[place{d.Fiche, d.Cle}]
	}
}

// place is a day in a record.
type place struct {
	fiche string
	registre.Cle
}

// numeroter gives the differences of one order their ranks after those that other orders of the
// same run post on their days: one is paid, and another owes the same day back.
func (e *Entree) numeroter(g []registre.Ecart) {
	for i := range g {
		p := place{g[i].Fiche, g[i].Cle}
		g[i].Rang += e.posees[p]
		e.posees[p]++
	}
}

// plusPayee returns the record under which most will be paid to the payee of a
// dossier; the one that the difference has already when there is nothing to pay.
func (e *Entree) plusPayee(ecarts []registre.Ecart, d *registre.Ecart) string {
	fiche, plus := d.Fiche, int64(0)
	for i := range ecarts {
		if ecarts[i].Montant <= 0 || !memePaye(&ecarts[i], d) {
			continue
		}
		somme := int64(0)
		for k := range ecarts {
			if ecarts[k].Montant > 0 && memeOrdre(&ecarts[k], &ecarts[i]) {
				somme += int64(ecarts[k].Montant)
			}
		}
		if somme > plus || somme == plus && e.prefere(ecarts[i].Fiche, fiche) {
			fiche, plus = ecarts[i].Fiche, somme
		}
	}
	return fiche
}

func (e *Entree) prefere(a, b string) bool {
	return slices.Index(e.Fiches, a) < slices.Index(e.Fiches, b)
}
