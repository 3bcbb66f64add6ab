package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// contrats finds the activity lines: every contract named by a declaration,
// under its oldest number, and the employer that the insured wrote on the avis
// d'arrêt when nobody declared him.
func (p *pli) contrats(faits []*Fait) {
	p.anciens = renumerotations(faits)
	anciens := p.anciens
	for _, f := range faits {
		switch {
		case f.Mensuelle != nil:
			for i := range f.Mensuelle.Contrats {
				c := &f.Mensuelle.Contrats[i]
				a := p.ligne(f.Mensuelle.Employeur, anciens.premier(f.Mensuelle.Employeur.SIRET, c.Numero))
				a.Debut = premierJour(a.Debut, c.Debut)
				a.Fin = max(a.Fin, c.Fin)
				a.Contrat = cmp.Or(c.Nature, a.Contrat)
			}
		case f.Signalement != nil:
			a := p.ligne(f.Signalement.Employeur, anciens.premier(f.Signalement.Employeur.SIRET, f.Signalement.Contrat))
			a.Debut = premierJour(a.Debut, f.Signalement.DebutContrat)
		}
	}
	p.contratsAttestes(faits, anciens)
	for _, f := range faits {
		if a := f.Accident; a != nil && !slices.ContainsFunc(p.s.Lignes, func(l Ligne) bool { return l.SIRET == a.Employeur.SIRET }) {
			p.ligne(a.Employeur, "")
		}
	}
	p.independants(faits)
	for _, f := range faits {
		if e, dit := employeurEcrit(f); dit && (len(p.s.Lignes) == 0 || f.Conge != nil && e.SIRET != "" && !p.salarie()) {
			p.ligne(e, "")
		}
	}
	p.ordonnerLignes()
}

// salarie reports whether some line is that of an employer: a leave asked of one is
// not that of an independent activity, even where it is all that is known.
func (p *pli) salarie() bool {
	return slices.ContainsFunc(p.s.Cas.Activites, func(a droit.Activite) bool { return a.Nature == droit.Salarie })
}

// contratsAttestes adds what attestations say. One that names no contract
// speaks of the only contract of its employer, or of a contract without number.
func (p *pli) contratsAttestes(faits []*Fait, anciens numeros) {
	p.attestes = map[*Fait]string{}
	for _, f := range faits {
		if f.Attestation != nil && f.Attestation.Contrat != "" {
			p.attestes[f] = anciens.premier(f.Attestation.Employeur.SIRET, f.Attestation.Contrat)
		}
	}
	for _, f := range faits {
		if f.Attestation != nil && f.Attestation.Contrat == "" {
			p.attestes[f] = p.seulContrat(f.Attestation.Employeur.SIRET)
		}
	}
	for _, f := range faits {
		if t := f.Attestation; t != nil {
			a := p.ligne(t.Employeur, p.attestes[f])
			a.Debut = premierJour(a.Debut, t.DebutContrat)
			a.Contrat = cmp.Or(a.Contrat, t.Nature)
		}
	}
	p.contratsBulletins(faits, anciens)
}

// seulContrat returns the contract of an employer who has only one.
func (p *pli) seulContrat(s v.SIRET) string {
	seul, n := "", 0
	for i := range p.s.Lignes {
		if p.s.Lignes[i].SIRET == s {
			seul, n = p.s.Lignes[i].Contrat, n+1
		}
	}
	if n != 1 {
		return ""
	}
	return seul
}

// ligneDe returns the index of the line that a fact about a contract speaks of.
func (p *pli) ligneDe(f *Fait, contrat string) int {
	switch {
	case f.Attestation != nil:
		return p.s.Index(cleLigne(f.Attestation.Employeur.SIRET, p.attestes[f]))
	case f.Bulletin != nil:
		return p.s.Index(cleLigne(f.Bulletin.Employeur.SIRET, p.attestes[f]))
	case f.Mensuelle != nil:
		return p.s.Index(cleLigne(f.Mensuelle.Employeur.SIRET, p.anciens.premier(f.Mensuelle.Employeur.SIRET, contrat)))
	case f.Signalement != nil:
		return p.s.Index(cleLigne(f.Signalement.Employeur.SIRET, p.anciens.premier(f.Signalement.Employeur.SIRET, contrat)))
	case f.Reprise != nil:
		return p.s.Index(cleLigne(f.Reprise.Employeur.SIRET, p.anciens.premier(f.Reprise.Employeur.SIRET, contrat)))
	}
	return -1
}

// ligne returns the activity of a contract, made when it is new.
func (p *pli) ligne(e Employeur, contrat string) *droit.Activite {
	cle := cleLigne(e.SIRET, contrat)
	i := p.s.Index(cle)
	if i < 0 {
		i = len(p.s.Lignes)
		p.s.Lignes = append(p.s.Lignes, Ligne{Cle: cle, SIRET: e.SIRET, Nom: e.Nom, Contrat: contrat})
		p.s.Cas.Activites = append(p.s.Cas.Activites, droit.Activite{
			ID: cle, Nature: droit.Salarie, Employeur: e.SIRET, Paie: droit.Mensuelle,
		})
	}
	p.s.Lignes[i].Nom = cmp.Or(p.s.Lignes[i].Nom, e.Nom)
	return &p.s.Cas.Activites[i]
}

func cleLigne(s v.SIRET, contrat string) string {
	if contrat == "" {
		return string(s)
	}
	return string(s) + "/" + contrat
}

// ordonnerLignes puts activities in the order of their keys.
func (p *pli) ordonnerLignes() {
	ordre := make([]int, len(p.s.Lignes))
	for i := range ordre {
		ordre[i] = i
	}
	slices.SortFunc(ordre, func(a, b int) int { return cmp.Compare(p.s.Lignes[a].Cle, p.s.Lignes[b].Cle) })
	lignes, activites := p.s.Lignes, p.s.Cas.Activites
	p.s.Lignes = make([]Ligne, len(ordre))
	p.s.Cas.Activites = make([]droit.Activite, len(ordre))
	for i, o := range ordre {
		p.s.Lignes[i], p.s.Cas.Activites[i] = lignes[o], activites[o]
	}
}

func premierJour(a, b v.Jour) v.Jour {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// numeros maps a contract number of an employer to the one it had before.
type numeros map[[2]string]string

// renumerotations reads the changes of contract number (S21.G00.41.014).
func renumerotations(faits []*Fait) numeros {
	n := numeros{}
	for _, f := range faits {
		if f.Mensuelle == nil {
			continue
		}
		for i := range f.Mensuelle.Contrats {
			if c := &f.Mensuelle.Contrats[i]; c.AncienNumero != "" && c.AncienNumero != c.Numero {
				n[[2]string{string(f.Mensuelle.Employeur.SIRET), c.Numero}] = c.AncienNumero
			}
		}
	}
	return n
}

// premier follows the changes back to the first number; a loop stops.
func (n numeros) premier(s v.SIRET, numero string) string {
	for range len(n) {
		avant, ok := n[[2]string{string(s), numero}]
		if !ok {
			break
		}
		numero = avant
	}
	return numero
}

// employeurEcrit returns the employer that the insured, or his doctor, wrote on
// a piece that stops work.
func employeurEcrit(f *Fait) (Employeur, bool) {
	switch {
	case f.AvisArret != nil:
		return Employeur{SIRET: f.AvisArret.Employeur, Nom: f.AvisArret.NomEmployeur}, true
	case f.Certificat != nil && !f.Certificat.Arret.IsZero():
		return Employeur{SIRET: f.Certificat.Employeur, Nom: f.Certificat.NomEmployeur}, true
	case f.Conge != nil:
		return Employeur{SIRET: f.Conge.Employeur, Nom: f.Conge.NomEmployeur}, true
	}
	return Employeur{}, false
}
