package dossier

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// autreEmployeur reports whether an arrêt is a paternity or an adoption leave asked of other
// employers only, and the employer of a line speaks of that leave.
func (p *pli) autreEmployeur(ligne int, a *droit.Arret, risque droit.Risque) bool {
	return (risque == droit.Paternite || risque == droit.AdoptionConge) && a.Risque == risque && a.Activites != nil && !slices.Contains(a.Activites, p.s.Lignes[ligne].Cle)
}

// quitterAussi puts on a line the leave that was asked for of another employer: this one
// declares that work ceased for it, and until when. The leave is the person's; its days are
// those on which all her jobs are left.
func (p *pli) quitterAussi(ligne int, conge *droit.Arret, jours v.Periode, f *Fait) {
	a := *conge
	a.ID, a.Debut, a.Fin, a.DernierJourTravaille = string(a.Risque)+"-"+p.idArret(jours.Du), jours.Du, jours.Au, 0
	a.Activites, a.RecuLe, a.ConnuLe, a.Empreinte = []string{p.s.Lignes[ligne].Cle}, f.ConnuLe, f.ConnuLe, f.Source.Piece
	p.ajouterArret(a, Origine{Source: f.Source, ConnuLe: f.ConnuLe})
}
