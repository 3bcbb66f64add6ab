package dossier

import v "accord/valeur"

// envoi returns what the documents of the caisse's own formats share, nil for
// the other kinds of facts.
func (f *Fait) envoi() *Envoi {
	switch {
	case f.Grossesse != nil:
		return &f.Grossesse.Envoi
	case f.Evenement != nil:
		return &f.Evenement.Envoi
	case f.Conge != nil:
		return &f.Conge.Envoi
	case f.Accident != nil:
		return &f.Accident.Envoi
	case f.Certificat != nil:
		return &f.Certificat.Envoi
	case f.DeclarationMP != nil:
		return &f.DeclarationMP.Envoi
	case f.Acte != nil:
		return &f.Acte.Envoi
	case f.Revenus != nil:
		return &f.Revenus.Envoi
	case f.Bulletin != nil:
		return &f.Bulletin.Envoi
	}
	return nil
}

// emetteur tells two senders apart who give the same number.
func (f *Fait) emetteur() string {
	switch {
	case f.Evenement != nil:
		return string(f.Evenement.Auteur)
	case f.Accident != nil:
		return string(f.Accident.Employeur.SIRET)
	case f.Acte != nil:
		return string(f.Acte.Auteur)
	case f.Revenus != nil:
		return string(f.Revenus.Auteur)
	case f.Bulletin != nil:
		return string(f.Bulletin.Employeur.SIRET)
	}
	return ""
}

// etabliLe is the day on which a sender wrote: between two of the same rank,
// the last word holds.
func (f *Fait) etabliLe() v.Jour {
	switch {
	case f.Grossesse != nil:
		return f.Grossesse.DeclareeLe
	case f.Evenement != nil:
		return f.Evenement.EtabliLe
	case f.Conge != nil:
		return f.Conge.DemandeLe
	case f.Accident != nil:
		return f.Accident.DeclareeLe
	case f.Certificat != nil:
		return f.Certificat.EtabliLe
	case f.DeclarationMP != nil:
		return f.DeclarationMP.DeclareeLe
	case f.Acte != nil:
		return f.Acte.PrisLe
	case f.Revenus != nil:
		return f.Revenus.EtabliLe
	case f.Bulletin != nil:
		return f.Bulletin.VerseLe
	case f.Signalement != nil:
		return f.Signalement.DernierJour
	}
	return 0
}

// sansRetires drops the references that their sender took back: the version
// that says so has voided the earlier ones, and states nothing itself.
func sansRetires(faits []*Fait) []*Fait {
	gardes := make([]*Fait, 0, len(faits))
	for _, f := range faits {
		if e := f.envoi(); e == nil || !e.Retire {
			gardes = append(gardes, f)
		}
	}
	return gardes
}

// OuvreUnDossier reports whether a fact, by itself, makes a person someone whom
// there is something to compute for, or to look at: what comes under a number that is
// said to be another's.
func (f *Fait) OuvreUnDossier() bool {
	switch f.Genre {
	case GenreAvisArret, GenreSignalement, GenreGrossesse, GenreEvenement, GenreConge, GenreAccident, GenreCertificat, GenreDeclaration, GenreActe, GenreIdentite:
		return true
	}
	return false
}
