package dossier

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// conges makes the arrêts of the leaves: those that a person asks for, with
// their days or with the days that follow from the event, and the maternity
// leave of a known pregnancy, which nobody has to ask for.
func (p *pli) conges(faits []*Fait) {
	for _, f := range faits {
		if f.Conge != nil {
			p.conge(f)
		}
	}
	for i := range p.s.Cas.Naissances {
		n := &p.s.Cas.Naissances[i]
		if g := p.naissances[i]; g.mere() && !p.deja(droit.Maternite, n.ID) {
			o := g.connueLe()
			p.ajouterArret(droit.Arret{
				ID: "maternite-" + n.ID, Risque: droit.Maternite, Nature: droit.Initial, Naissance: n.ID,
				RecuLe: o.ConnuLe, ConnuLe: o.ConnuLe, Empreinte: o.Source.Piece,
			}, o)
			p.s.Presumes = append(p.s.Presumes, CongePresume{Arret: len(p.s.Cas.Arrets) - 1})
		}
	}
}

// deja reports whether a leave of that risk already follows from a birth.
func (p *pli) deja(r droit.Risque, naissance string) bool {
	return slices.ContainsFunc(p.s.Cas.Arrets, func(a droit.Arret) bool { return a.Risque == r && a.Naissance == naissance })
}

// conge adds the arrêts of one request. The event that it names is that of the
// case; when it names none, the nearest one is meant.
func (p *pli) conge(f *Fait) {
	c := f.Conge
	a := droit.Arret{
		Risque: c.Risque, Nature: droit.Initial, TempsPartiel: c.TempsPartiel, Activites: p.lignesDe(c.Employeur),
		PrescritLe: c.DemandeLe, RecuLe: f.ConnuLe, ConnuLe: f.ConnuLe, Empreinte: f.Source.Piece,
	}
	switch {
	case slices.ContainsFunc(p.naissances, func(g grappe) bool { return slices.Contains(g, f) }):
		n := p.s.Cas.Naissances[slices.IndexFunc(p.naissances, func(g grappe) bool { return slices.Contains(g, f) })].ID
		if c.Risque == droit.Pathologique || c.Risque == droit.GarantieGrossesse || c.Risque == droit.DES {
			a.Grossesse = n
		} else {
			a.Naissance = n
		}
	case slices.ContainsFunc(p.adoptions, func(g grappe) bool { return slices.Contains(g, f) }):
		a.Adoption = p.s.Cas.Adoptions[slices.IndexFunc(p.adoptions, func(g grappe) bool { return slices.Contains(g, f) })].ID
	case slices.ContainsFunc(p.deces, func(g grappe) bool { return slices.Contains(g, f) }):
		a.Deces = p.s.Cas.Deces[slices.IndexFunc(p.deces, func(g grappe) bool { return slices.Contains(g, f) })].ID
	}
	o := Origine{Source: f.Source, ConnuLe: f.ConnuLe}
	for _, q := range c.Periodes {
		a.Debut, a.Fin, a.ID = q.Du, q.Au, string(c.Risque)+"-"+p.idArret(q.Du)
		p.ajouterArret(a, o)
	}
	if len(c.Periodes) == 0 && !p.deja(c.Risque, a.Naissance+a.Grossesse) {
		a.ID = p.idLibre(string(c.Risque) + "-" + a.Naissance + a.Adoption + a.Deces + a.Grossesse)
		p.ajouterArret(a, o)
	}
	if c.RepriseLe != 0 {
		for i := range p.s.Lignes {
			if c.Employeur == "" || p.s.Lignes[i].SIRET == c.Employeur {
				p.reprise(i, &droit.Reprise{Le: c.RepriseLe, Motif: droit.RepriseNormale})
			}
		}
	}
}

// lignesDe names the lines of an employer, nil when he is not known: all those
// running are meant.
func (p *pli) lignesDe(s v.SIRET) (ids []string) {
	for i := range p.s.Lignes {
		if s != "" && p.s.Lignes[i].SIRET == s {
			ids = append(ids, p.s.Lignes[i].Cle)
		}
	}
	return ids
}

// idLibre returns an identifier that no arrêt of the case bears.
func (p *pli) idLibre(id string) string {
	for slices.ContainsFunc(p.s.Cas.Arrets, func(a droit.Arret) bool { return a.ID == id }) {
		id += "'"
	}
	return id
}
