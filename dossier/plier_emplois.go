package dossier

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// parEmployeur tells the leaves that each employer is asked for apart, and that are the person's.
func parEmployeur(r droit.Risque) bool {
	switch r {
	case droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant:
		return true
	}
	return false
}

// autreEmployeur reports whether an arrêt is such a leave, asked of other employers only, and the
// employer of a line speaks of that leave.
func (p *pli) autreEmployeur(ligne int, a *droit.Arret, risque droit.Risque) bool {
	return parEmployeur(risque) && a.Risque == risque && a.Activites != nil && !slices.Contains(a.Activites, p.s.Lignes[ligne].Cle)
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

// poursuivies names the lines of which the person said, in a request of the same leave, that
// she goes on working there meanwhile.
func (p *pli) poursuivies(f *Fait, faits []*Fait) (ids []string) {
	var evenement droit.Arret
	p.relierConge(&evenement, f)
	for _, g := range faits {
		if g.Conge == nil || len(g.Conge.Poursuivis) == 0 || g.Conge.Risque != f.Conge.Risque {
			continue
		}
		var autre droit.Arret
		if p.relierConge(&autre, g); autre.Naissance != evenement.Naissance || autre.Adoption != evenement.Adoption || autre.Deces != evenement.Deces {
			continue
		}
		for _, e := range g.Conge.Poursuivis {
			for _, id := range p.lignesDe(e.SIRET) {
				if e.SIRET != f.Conge.Employeur && !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return ids
}

// lignesQuittees names the lines of the employer of a request. One that names none is of all
// the work, but for what the person said to go on with.
func (p *pli) lignesQuittees(c *Conge, poursuivies []string) (ids []string) {
	if c.Employeur != "" || len(poursuivies) == 0 {
		return p.lignesDe(c.Employeur)
	}
	for i := range p.s.Lignes {
		if cle := p.s.Lignes[i].Cle; !slices.Contains(poursuivies, cle) {
			ids = append(ids, cle)
		}
	}
	return ids
}
