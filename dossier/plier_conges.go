package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// conges makes the arrêts of the leaves: those that a person asks for, with
// their days or with the days that follow from the event, and the maternity
// leave of a known pregnancy, which nobody has to ask for, on every line.
func (p *pli) conges(faits []*Fait) {
	demandees := reunirDemandes(faits)
	for _, f := range faits {
		if f.Conge != nil {
			p.conge(f, demandees[f], p.poursuivies(f, faits))
		}
	}
	for i := range p.s.Cas.Naissances {
		n := &p.s.Cas.Naissances[i]
		lignes, demandee := p.sansMaternite(n)
		if g := p.naissances[i]; g.mere() && (!demandee || len(lignes) > 0) {
			o := g.connueLe()
			p.ajouterArret(droit.Arret{
				ID: p.idLibre("maternite-" + n.ID), Risque: droit.Maternite, Nature: droit.Initial, Naissance: n.ID, Activites: lignes,
				RecuLe: o.ConnuLe, ConnuLe: o.ConnuLe, Empreinte: o.Source.Piece,
			}, o)
			p.s.Presumes = append(p.s.Presumes, CongePresume{Arret: len(p.s.Cas.Arrets) - 1})
		}
	}
}

// deja reports whether a leave already follows from that event: a request made of an
// employer says nothing of those made of the others.
func (p *pli) deja(c *droit.Arret) bool {
	return slices.ContainsFunc(p.s.Cas.Arrets, func(a droit.Arret) bool {
		return a.Risque == c.Risque && a.Naissance == c.Naissance && a.Adoption == c.Adoption && a.Deces == c.Deces &&
			(a.Activites == nil || slices.Equal(a.Activites, c.Activites) || !parEmployeur(c.Risque))
	})
}

// sansMaternite reports whether the maternity leave of a birth was asked for, and
// lists the work that ran then and on which it was not: a mother rests from all her
// work, and a request that names one employer says nothing of the rest.
func (p *pli) sansMaternite(n *droit.Naissance) (lignes []string, demandee bool) {
	var nommees []string
	debut := cmp.Or(n.AccouchementLe, n.PrevueLe)
	for i := range p.s.Cas.Arrets {
		if a := &p.s.Cas.Arrets[i]; a.Risque == droit.Maternite && a.Naissance == n.ID {
			if a.Activites == nil {
				return nil, true
			}
			nommees, demandee = slices.Concat(nommees, a.Activites, a.Poursuivies), true
			debut = min(debut, cmp.Or(a.Debut, debut))
		}
	}
	for i := range p.s.Cas.Activites {
		a := &p.s.Cas.Activites[i]
		travail := (a.Nature == droit.Salarie || a.Nature == droit.Independant) && a.Debut <= debut && (a.Fin == 0 || a.Fin >= debut)
		if demandee && travail && !slices.Contains(nommees, p.s.Lignes[i].Cle) {
			lignes = append(lignes, p.s.Lignes[i].Cle)
		}
	}
	return lignes, demandee
}

// conge adds the arrêts of one request, for the periods that no request before it has
// asked for. The event that it names is that of the
// case; when it names none, nor any day, the nearest one is meant, else it is asked about.
func (p *pli) conge(f *Fait, periodes []v.Periode, poursuivies []string) {
	c := f.Conge
	a := droit.Arret{
		Risque: c.Risque, Nature: droit.Initial, TempsPartiel: c.TempsPartiel, Activites: p.lignesQuittees(c, poursuivies), Poursuivies: poursuivies,
		PrescritLe: c.DemandeLe, RecuLe: f.ConnuLe, ConnuLe: f.ConnuLe, Empreinte: f.Source.Piece,
	}
	p.relierConge(&a, f)
	o := Origine{Source: f.Source, ConnuLe: f.ConnuLe}
	for _, q := range periodes {
		a.Debut, a.Fin, a.ID = q.Du, q.Au, string(c.Risque)+"-"+p.idArret(q.Du)
		p.ajouterArret(a, o)
	}
	if len(c.Periodes) == 0 && a.Naissance+a.Adoption+a.Deces == "" { // no event gives the days of a rest or of a guaranteed pay
		p.demanderDates(c, o)
	} else if len(c.Periodes) == 0 && !p.deja(&a) {
		a.ID = p.idLibre(string(c.Risque) + "-" + a.Naissance + a.Adoption + a.Deces)
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

// relierConge names the event of the case that a request follows from.
func (p *pli) relierConge(a *droit.Arret, f *Fait) {
	c := f.Conge
	n, adopte, mort := grappeDe(p.naissances, f), grappeDe(p.adoptions, f), grappeDe(p.deces, f)
	if c.EvenementLe == 0 && len(c.Periodes) == 0 && max(n, adopte, mort) < 0 {
		n, adopte, mort = p.evenementProche(c)
	}
	switch {
	case n >= 0 && (c.Risque == droit.Pathologique || c.Risque == droit.GarantieGrossesse || c.Risque == droit.DES):
		a.Grossesse = p.s.Cas.Naissances[n].ID
	case n >= 0:
		a.Naissance = p.s.Cas.Naissances[n].ID
	case adopte >= 0:
		a.Adoption = p.s.Cas.Adoptions[adopte].ID
	case mort >= 0:
		a.Deces = p.s.Cas.Deces[mort].ID
	}
}

func grappeDe(gs []grappe, f *Fait) int {
	return slices.IndexFunc(gs, func(g grappe) bool { return slices.Contains(g, f) })
}

// ecartDemande is how far from its event, in days, a leave may be asked for: a
// pregnancy and a few weeks.
const ecartDemande = 300

// evenementProche finds the event nearest to the day of a request that names none and
// no day either; -1 where there is none of its kind near it.
func (p *pli) evenementProche(c *Conge) (naissance, adoption, deces int) {
	proche := func(n int, le func(i int) v.Jour) int {
		k := -1
		for i := range n {
			if e := ecart(le(i), c.DemandeLe); e <= ecartDemande && (k < 0 || e < ecart(le(k), c.DemandeLe)) {
				k = i
			}
		}
		return k
	}
	cas := &p.s.Cas
	switch c.Risque {
	case droit.AdoptionConge:
		return -1, proche(len(cas.Adoptions), func(i int) v.Jour { return cas.Adoptions[i].ArriveeLe }), -1
	case droit.DeuilEnfant, droit.AJAP:
		return -1, -1, proche(len(cas.Deces), func(i int) v.Jour { return cas.Deces[i].Le })
	}
	return proche(len(cas.Naissances), func(i int) v.Jour { return cmp.Or(cas.Naissances[i].AccouchementLe, cas.Naissances[i].PrevueLe) }), -1, -1
}

// demanderDates keeps a leave that says neither its days nor its event, and to which no
// event of the person answers: it is asked about, from the day of the request on.
func (p *pli) demanderDates(c *Conge, o Origine) {
	s := ArretSignale{SansDate: true, Risque: c.Risque, DernierJour: c.DemandeLe - 1, Fin: c.DemandeLe, ConnuLe: o.ConnuLe, Source: o.Source}
	l := &p.s.Lignes[p.ligneDemandee(c)]
	s.Ligne, s.SIRET = l.Cle, l.SIRET
	if !slices.ContainsFunc(p.s.Signales, func(x ArretSignale) bool { return x.SansDate && x.Risque == s.Risque && x.Fin == s.Fin }) {
		p.s.Signales = append(p.s.Signales, s)
	}
}

// ligneDemandee is the work that a leave without days is asked on: that of the employer
// whom it names, else the first that runs, else the last that ended. There is always one:
// a request by someone of whom no work is known makes a line without employer.
func (p *pli) ligneDemandee(c *Conge) int {
	if i := slices.IndexFunc(p.s.Lignes, func(l Ligne) bool { return c.Employeur != "" && l.SIRET == c.Employeur }); i >= 0 {
		return i
	}
	derniere := 0
	for i := range p.s.Cas.Activites {
		a := &p.s.Cas.Activites[i]
		if a.Debut <= c.DemandeLe && (a.Fin == 0 || a.Fin >= c.DemandeLe) {
			return i
		}
		if a.Debut <= c.DemandeLe && a.Fin > p.s.Cas.Activites[derniere].Fin {
			derniere = i
		}
	}
	return derniere
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
