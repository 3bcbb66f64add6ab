package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// recenser says, of each birth and sinistre, which pieces speak of it.
func (p *pli) recenser() {
	if len(p.naissances)+len(p.adoptions)+len(p.deces)+len(p.accidents) == 0 {
		return
	}
	p.s.Evenements = map[string]PiecesEvenement{}
	for i := range p.s.Cas.Naissances {
		p.s.Evenements[p.s.Cas.Naissances[i].ID] = PiecesEvenement{ConnuLe: p.naissances[i].connueLe().ConnuLe, Sources: p.naissances[i].sources()}
	}
	for i := range p.s.Cas.Adoptions {
		p.s.Evenements[p.s.Cas.Adoptions[i].ID] = PiecesEvenement{ConnuLe: p.adoptions[i].connueLe().ConnuLe, Sources: p.adoptions[i].sources()}
	}
	for i := range p.s.Cas.Deces {
		p.s.Evenements[p.s.Cas.Deces[i].ID] = PiecesEvenement{ConnuLe: p.deces[i].connueLe().ConnuLe, Sources: p.deces[i].sources()}
	}
	for i := range p.s.Cas.Sinistres {
		p.s.Evenements[p.s.Cas.Sinistres[i].ID] = p.recenserSinistre(p.s.Cas.Sinistres[i].ID, p.accidents[i])
	}
}

func (g grappe) sources() (ss []Source) {
	for _, f := range g {
		ss = append(ss, f.Source)
	}
	return ss
}

// recenserSinistre reads the pieces of one sinistre, and the prescriptions that
// are tied to it: one prescribed under the risk of an accident is its certificate.
func (p *pli) recenserSinistre(id string, g grappe) PiecesEvenement {
	e := PiecesEvenement{Sources: g.sources()}
	var declare, certifie v.Jour
	for _, f := range g {
		e.ConnuLe = premierJour(e.ConnuLe, f.ConnuLe)
		switch {
		case f.Accident != nil:
			declare, e.Reserves = premierJour(declare, f.ConnuLe), max(e.Reserves, f.Accident.ReservesLe)
		case f.DeclarationMP != nil:
			declare = premierJour(declare, f.ConnuLe)
		case f.Certificat != nil:
			certifie = premierJour(certifie, f.ConnuLe)
			if c := f.Certificat; c.Nature == CertificatFinal && c.IssueLe >= e.FinProposee {
				e.FinProposee, e.FinConnueLe = c.IssueLe, f.ConnuLe
			}
		}
	}
	for i := range p.s.Cas.Arrets {
		if a := &p.s.Cas.Arrets[i]; a.Sinistre == id && a.Risque != droit.ITI {
			e.ConnuLe, certifie = premierJour(e.ConnuLe, a.RecuLe), premierJour(certifie, a.RecuLe)
		}
	}
	e.Declare, e.Certifie = declare != 0, certifie != 0
	if e.Declare && e.Certifie {
		e.CompletLe = max(declare, certifie)
	}
	slices.SortFunc(e.Sources, comparerSources)
	return e
}

func comparerSources(a, b Source) int {
	return cmp.Or(cmp.Compare(a.Piece, b.Piece), cmp.Compare(a.Du, b.Du))
}
