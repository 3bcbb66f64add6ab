package dossier

import (
	"cmp"
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// Plier folds the facts known up to and including a day. The situation depends
// on which facts there are, never on the order in which they came.
func Plier(faits []Fait, au v.Jour) Situation {
	connus := trier(faits, au)
	connus = sansRetires(sansAnnules(connus))
	p := pli{s: Situation{Cas: droit.Cas{ConnuAu: au}}}
	p.identifier(connus)
	p.corriger(connus)
	p.contrats(connus)
	p.famille(connus)
	p.sinistres(connus)
	p.avisArrets(connus)
	p.certificats(connus)
	p.conges(connus)
	p.salaires(connus)
	p.primes(connus)
	p.evenements(connus)
	p.actes(connus)
	p.recenser()
	p.comptes(connus)
	p.mourir(connus)
	p.interventions(connus)
	p.forcer()
	p.s.Cas.Assure.Naissance = p.s.Identite.Naissance
	p.situer(connus)
	return p.s
}

// pli is a fold in progress.
type pli struct {
	s        Situation
	anciens  numeros          // changes of contract number
	attestes map[*Fait]string // contract that each attestation or payslip speaks of

	naissances []grappe // facts of each birth of the case, at the same index
	adoptions  []grappe
	deces      []grappe
	accidents  []grappe          // facts of each sinistre
	sansDate   map[string]v.Jour // first arrêt of each sinistre of which nobody gave the date
}

// trier keeps the facts known on the day, once each, in an order that follows
// from what they say.
func trier(faits []Fait, au v.Jour) []*Fait {
	connus := make([]*Fait, 0, len(faits))
	for i := range faits {
		if faits[i].ConnuLe <= au {
			connus = append(connus, &faits[i])
		}
	}
	slices.SortFunc(connus, comparerFaits)
	return slices.CompactFunc(connus, func(a, b *Fait) bool { return comparerFaits(a, b) == 0 })
}

// comparerFaits orders facts by kind, then by their own dates and numbers, then
// by the record that holds them, the one that leads first, then by the hash of the
// piece. Reception takes no part in it.
func comparerFaits(a, b *Fait) int {
	da, na := a.rang()
	db, nb := b.rang()
	return cmp.Or(
		cmp.Compare(a.Genre, b.Genre), cmp.Compare(da, db), cmp.Compare(na, nb), cmp.Compare(a.Source.Fiche, b.Source.Fiche),
		cmp.Compare(a.Source.Piece, b.Source.Piece), cmp.Compare(a.Source.Du, b.Source.Du),
	)
}

// rang gives the date and the number by which facts of one kind are ordered.
func (f *Fait) rang() (v.Jour, int64) {
	switch {
	case f.AvisArret != nil:
		return f.AvisArret.Periode.Du, int64(f.AvisArret.PrescritLe)
	case f.Mensuelle != nil:
		return f.Mensuelle.Mois, f.Mensuelle.Ordre
	case f.Signalement != nil:
		return f.Signalement.DernierJour, f.Signalement.Ordre
	case f.Reprise != nil:
		return f.Reprise.DernierJour, f.Reprise.Ordre
	case f.Annulation != nil:
		return f.Annulation.Mois, f.Annulation.Ordre
	case f.Attestation != nil:
		return f.Attestation.DernierJour, f.Attestation.Version
	case f.RIB != nil:
		return f.RIB.Du, 0
	case f.Decision != nil:
		return f.Decision.Periode.Du, 0
	case f.Changement != nil:
		return f.Changement.Le, 0
	case f.Intervention != nil:
		return 0, f.Intervention.Instant
	}
	if e := f.envoi(); e != nil {
		return f.etabliLe(), e.Version
	}
	return 0, 0
}

// sansAnnules drops what a later declaration of the same employer voids: an
// explicit cancellation, or a greater order number for the same month, event
// or attestation.
func sansAnnules(faits []*Fait) []*Fait {
	return slices.DeleteFunc(slices.Clone(faits), func(f *Fait) bool {
		for _, g := range faits {
			if g != f && (remplace(g, f) || annule(g, f)) {
				return true
			}
		}
		return false
	})
}

// remplace reports whether g is a later version of f.
func remplace(g, f *Fait) bool {
	if g.Genre != f.Genre {
		return false
	}
	var meme bool
	switch {
	case f.Mensuelle != nil:
		meme = g.Mensuelle.Employeur.SIRET == f.Mensuelle.Employeur.SIRET && g.Mensuelle.Mois == f.Mensuelle.Mois
	case f.Signalement != nil:
		a, b := g.Signalement, f.Signalement
		meme = a.Employeur.SIRET == b.Employeur.SIRET && a.Contrat == b.Contrat &&
			(a.DernierJour == b.DernierJour || a.Identifiant != "" && a.Identifiant == b.Identifiant)
	case f.Reprise != nil:
		a, b := g.Reprise, f.Reprise
		meme = a.Employeur.SIRET == b.Employeur.SIRET && a.Contrat == b.Contrat && a.DernierJour == b.DernierJour
	case f.Attestation != nil:
		return rectifie(g, f)
	case f.envoi() != nil:
		meme = g.envoi().Reference == f.envoi().Reference && g.emetteur() == f.emetteur()
	}
	if !meme {
		return false
	}
	_, ng := g.rang()
	_, nf := f.rang()
	return ng > nf || ng == nf && prime(&g.Source, &f.Source) && !autreContrat(g, f)
}

// rectifie reports whether an attestation is a later version of another: of one reference,
// or of another one where both state the reference pays of one stop, and then the last
// signed holds. Two references that say different things of it, the pays and the loss of
// part-time work, stand together.
func rectifie(g, f *Fait) bool {
	a, b := g.Attestation, f.Attestation
	if a.Employeur.SIRET != b.Employeur.SIRET || a.Contrat != b.Contrat || a.DernierJour != b.DernierJour {
		return false
	}
	n := cmp.Compare(a.Version, b.Version)
	if a.Reference != b.Reference {
		if len(a.Salaires) == 0 || len(b.Salaires) == 0 {
			return false
		}
		n = cmp.Or(cmp.Compare(a.SigneeLe, b.SigneeLe), n)
	}
	return n > 0 || n == 0 && prime(&g.Source, &f.Source)
}

// prime reports whether a source prevails over another that says as much: that of
// the record that leads, else that of the greater hash.
func prime(g, f *Source) bool {
	return cmp.Or(cmp.Compare(f.Fiche, g.Fiche), cmp.Compare(g.Piece, f.Piece)) > 0
}

// autreContrat reports whether two parts of one monthly declaration speak of
// different contracts of the person: they complete each other.
func autreContrat(g, f *Fait) bool {
	if f.Mensuelle == nil {
		return false
	}
	for i := range f.Mensuelle.Contrats {
		for k := range g.Mensuelle.Contrats {
			if f.Mensuelle.Contrats[i].Numero == g.Mensuelle.Contrats[k].Numero {
				return false
			}
		}
	}
	return true
}

// annule reports whether g cancels f.
func annule(g, f *Fait) bool {
	a := g.Annulation
	if a == nil || a.Nature != f.Genre {
		return false
	}
	switch {
	case f.Mensuelle != nil:
		return a.Employeur == f.Mensuelle.Employeur.SIRET && a.Mois == f.Mensuelle.Mois && a.Ordre > f.Mensuelle.Ordre
	case f.Signalement != nil:
		return a.Employeur == f.Signalement.Employeur.SIRET && a.Identifiant == f.Signalement.Identifiant && a.Ordre > f.Signalement.Ordre
	case f.Reprise != nil:
		return a.Employeur == f.Reprise.Employeur.SIRET && a.Identifiant == f.Reprise.Identifiant && a.Ordre > f.Reprise.Ordre
	}
	return false
}

// identifier keeps who the person is, as the record that leads says it before the
// others.
func (p *pli) identifier(faits []*Fait) {
	derniere := 0
	for rang := 0; rang <= derniere; rang++ {
		for _, f := range faits {
			if derniere = max(derniere, f.Source.Fiche); f.Source.Fiche == rang {
				p.identite(f)
			}
		}
	}
}

// identite keeps the fullest identity, the most recent kind of piece deciding
// between equals: the facts are visited in a fixed order.
func (p *pli) identite(f *Fait) {
	id := f.Identite()
	if id == nil || id.NomNaissance == "" {
		return
	}
	garde := &p.s.Identite
	if garde.NomNaissance == "" || garde.Naissance == 0 && id.Naissance != 0 {
		usage := garde.NomUsage
		*garde = *id
		garde.NomUsage, garde.CodePostal = cmp.Or(garde.NomUsage, usage), "" // see [Situation.Residences]
		return
	}
	garde.NomUsage = cmp.Or(garde.NomUsage, id.NomUsage)
}

// Identite returns what the fact says of who the person is, nil when it says
// nothing.
func (f *Fait) Identite() *Identite {
	switch {
	case f.AvisArret != nil:
		return &f.AvisArret.Identite
	case f.Mensuelle != nil:
		return &f.Mensuelle.Identite
	case f.Signalement != nil:
		return &f.Signalement.Identite
	case f.Reprise != nil:
		return &f.Reprise.Identite
	case f.Attestation != nil:
		return &f.Attestation.Identite
	case f.RIB != nil:
		return &f.RIB.Identite
	case f.Changement != nil:
		return &f.Changement.Identite
	}
	if e := f.envoi(); e != nil {
		return &e.Identite
	}
	return nil
}

// comptes keeps the last RIB asked for, that of the record that leads when two are
// of one day, and each employer's last account.
func (p *pli) comptes(faits []*Fait) {
	for _, f := range faits {
		switch {
		case f.RIB != nil && f.RIB.Succession:
			if apres(f, p.s.RIBSuccession, &p.s.SourceSuccession) {
				p.s.RIBSuccession, p.s.SourceSuccession = f.RIB, f.Source
			}
		case f.RIB != nil:
			if apres(f, p.s.RIB, &p.s.SourceRIB) {
				p.s.RIB, p.s.SourceRIB = f.RIB, f.Source
			}
		case f.Decision != nil:
			d := *f.Decision
			d.Piece, d.Le = f.Source.Piece, f.ConnuLe
			p.s.Decisions = append(p.s.Decisions, d)
		case f.Signalement != nil:
			p.compteEmployeur(f.Signalement.Subrogation, f.Signalement.Employeur, f.Source)
		case f.Attestation != nil:
			p.compteEmployeur(f.Attestation.Subrogation, f.Attestation.Employeur, f.Source)
		}
	}
}

// apres reports whether a RIB takes the place of the one kept so far.
func apres(f *Fait, garde *RIB, source *Source) bool {
	return garde == nil || f.RIB.Du > garde.Du || prime(&f.Source, source)
}

func (p *pli) compteEmployeur(s *SubrogationDeclaree, e Employeur, src Source) {
	if s == nil || s.IBAN.IsZero() {
		return
	}
	c := CompteEmployeur{SIRET: e.SIRET, Nom: e.Nom, IBAN: s.IBAN, BIC: s.BIC, Demande: s.Periode.Du, Source: src}
	for i := range p.s.Employeurs {
		if p.s.Employeurs[i].SIRET == c.SIRET {
			if garde := &p.s.Employeurs[i]; c.Demande > garde.Demande || c.Demande == garde.Demande && src.Fiche <= garde.Source.Fiche {
				p.s.Employeurs[i] = c
			}
			return
		}
	}
	p.s.Employeurs = append(p.s.Employeurs, c)
}
