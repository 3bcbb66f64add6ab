package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// natures gives the nature of the stop that each certificate prescribes.
var natures = map[NatureCertificat]droit.NatureArret{
	CertificatInitial: droit.Initial, CertificatProlongation: droit.Prolongation, CertificatRechute: droit.Rechute, CertificatFinal: droit.Prolongation,
}

// certificats makes one arrêt of each certificate that prescribes a stop.
func (p *pli) certificats(faits []*Fait) {
	for _, f := range faits {
		c := f.Certificat
		if c == nil || c.Arret.IsZero() {
			continue
		}
		s := &p.s.Cas.Sinistres[p.sinistreDe(f)]
		p.ajouterArret(droit.Arret{
			ID: p.idArret(c.Arret.Du), Risque: s.Risque, Nature: natures[c.Nature], Debut: c.Arret.Du, Fin: c.Arret.Au, TempsPartiel: c.TempsPartiel,
			Sinistre: s.ID, Canal: c.Canal, PrescritLe: c.EtabliLe, RecuLe: f.ConnuLe, ConnuLe: f.ConnuLe, Prescripteur: c.Prescripteur, Empreinte: f.Source.Piece,
		}, Origine{Source: f.Source, ConnuLe: f.ConnuLe})
	}
}

// actes gives the case what others decided, the warnings, the pensions, and the arrêt that
// follows from a notice of unfitness; steps of recognition are kept apart.
func (p *pli) actes(faits []*Fait) {
	p.s.Cas.Assure.Avertissements = []v.Jour{} // the caisse knows what it wrote
	for _, f := range faits {
		a := f.Acte
		if a == nil {
			continue
		}
		sinistre := ""
		if k := p.sinistreDe(f); k >= 0 {
			sinistre = p.s.Cas.Sinistres[k].ID
		}
		switch {
		case a.Nature.EstEtape():
			p.s.Instruction = append(p.s.Instruction, EtapeInstruction{Sinistre: sinistre, Nature: a.Nature, Le: a.PrisLe, Auteur: a.Auteur, Source: f.Source})
		case a.Nature == ActeAvertissement:
			p.s.Cas.Assure.Avertissements = append(p.s.Cas.Assure.Avertissements, a.PrisLe)
		case a.Nature == ActeRente:
			p.s.Cas.Rentes = append(p.s.Cas.Rentes, droit.Rente{Sinistre: sinistre, Du: cmp.Or(a.Effet.Du, a.PrisLe), Mensuelle: a.Mensuelle})
		default:
			p.decision(f, sinistre)
		}
	}
}

// decision adds one decision. One that names an arrêt which the caisse does not
// hold bears on nothing yet: without its arrêt it would bear on all of them.
func (p *pli) decision(f *Fait, sinistre string) {
	a := f.Acte
	d := droit.Decision{Nature: droit.NatureDecision(a.Nature), Sinistre: sinistre, Affection: a.Affection, Le: cmp.Or(a.Effet.Du, a.PrisLe), Au: a.Effet.Au}
	if a.ArretLe != 0 && sinistre == "" {
		k := p.arretAu(a.ArretLe)
		if k < 0 {
			p.s.Avis = append(p.s.Avis, droit.Avis{Code: "ACTE_SANS_ARRET", Phrase: "Une décision du " + a.PrisLe.Francais() +
				" porte sur un arrêt du " + a.ArretLe.Francais() + " que la caisse n'a pas reçu : elle prendra effet avec lui."})
			return
		}
		d.Arret = p.s.Cas.Arrets[k].ID
	}
	switch d.Nature {
	case droit.Reconnaissance, droit.RefusReconnaissance:
		d.Le, d.Au = a.PrisLe, 0 // the last word, by the day on which it was said
		if k := p.sinistreDe(f); d.Nature == droit.Reconnaissance && a.ArretLe != 0 && k >= 0 {
			p.requalifier(a.ArretLe, k)
		}
	case droit.DecisionALD:
		if !a.Exonerante {
			d.Valeur = "non_exonerante"
		}
	case droit.AvisInaptitude:
		p.inaptitude(f, sinistre, d.Le)
	}
	p.s.Cas.Decisions = append(p.s.Cas.Decisions, d)
}

// arretAu returns the arrêt that begins on a day, else one that holds it, else -1.
func (p *pli) arretAu(j v.Jour) int {
	if k := slices.IndexFunc(p.s.Cas.Arrets, func(a droit.Arret) bool { return a.Debut == j }); k >= 0 {
		return k
	}
	return slices.IndexFunc(p.s.Cas.Arrets, func(a droit.Arret) bool { return a.Debut != 0 && a.Periode().Contient(j) })
}

// requalifier puts under a recognised sinistre the arrêts prescribed as sickness
// that the decision names: the one of that day, and those that follow it
// without a break (R.371-3).
func (p *pli) requalifier(debut v.Jour, sinistre int) {
	s := &p.s.Cas.Sinistres[sinistre]
	suite := debut
	for trouve := true; trouve; {
		trouve = false
		for i := range p.s.Cas.Arrets {
			a := &p.s.Cas.Arrets[i]
			if a.Risque == droit.Maladie && a.Debut >= debut && a.Debut <= suite+1 && a.Debut != 0 {
				a.Risque, a.Sinistre = s.Risque, s.ID
				suite, trouve = max(suite, a.Fin), true
			}
		}
	}
}

// inaptitude adds the arrêt of the temporary allowance: from the day after the
// notice, for the month in which the employer must redeploy or dismiss
// (D.433-2, L.1226-11), on the job of the accident. A notice that is tied to no
// accident opens nothing.
func (p *pli) inaptitude(f *Fait, sinistre string, le v.Jour) {
	if sinistre == "" {
		return
	}
	p.ajouterArret(droit.Arret{
		ID: "iti-" + le.String(), Risque: droit.ITI, Nature: droit.Initial, Debut: le + 1, Fin: le.AjouterMois(1), Sinistre: sinistre,
		Activites: p.lignesDe(p.s.Cas.Sinistres[p.sinistreDe(f)].Employeur), RecuLe: f.ConnuLe, ConnuLe: f.ConnuLe, Empreinte: f.Source.Piece,
	}, Origine{Source: f.Source, ConnuLe: f.ConnuLe})
}
