package piece

import (
	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

// AppendDSIJ appends the attestation de salaire as an accord/dsij/1 document
// of one line, without its line end.
func AppendDSIJ(b []byte, nir v.NIR, a *dossier.Attestation) []byte {
	e := &ecrivain{b: b}
	e.accolades(func() {
		e.chaine("schema", porteDSIJ.schema)
		e.employeur(a.Employeur.SIRET, a.Employeur.Nom)
		e.assure(nir, &a.Identite)
		e.contrat(a.Contrat, a.DebutContrat, a.Nature)
		e.chaine("reference", a.Reference)
		e.entier("version", a.Version)
		e.chaine("risque", string(a.Risque))
		e.jour("dernier_jour_travaille", a.DernierJour)
		e.jour("signee_le", a.SigneeLe)
		e.salaires(a.Salaires)
		e.heures(a.Heures)
		e.absences(a.Absences)
		e.primes(a.Primes)
		e.pertes(a.Pertes)
		e.subrogation(a.Subrogation)
		e.vrai("maintien_total", a.MaintienTotal)
		e.reprise(a.Reprise)
	})
	return e.b
}

func (e *ecrivain) contrat(numero string, debut v.Jour, nature droit.Contrat) {
	if numero == "" && debut == 0 && nature == "" {
		return
	}
	e.objet("contrat", func() {
		e.chaine("numero", numero)
		e.jour("debut", debut)
		e.chaine("nature", string(nature))
	})
}

// salaires writes an empty list when there were no wages, nothing when they
// are not known.
func (e *ecrivain) salaires(salaires []droit.Salaire) {
	if salaires == nil {
		return
	}
	liste(e, "salaires", salaires, func(s *droit.Salaire) {
		e.periode(s.Periode)
		e.quantite("brut", s.Brut)
		e.quantite("heures", s.Heures)
		e.quantite("retabli", s.Retabli)
		e.jour("verse_le", s.VerseLe)
	})
}

func (e *ecrivain) heures(heures []droit.PeriodeHeures) {
	if len(heures) == 0 {
		return
	}
	liste(e, "heures", heures, func(h *droit.PeriodeHeures) {
		e.periode(h.Periode)
		e.chaine("heures", h.Heures.String())
		e.entier("cachets", int64(h.Cachets))
	})
}

func (e *ecrivain) absences(absences []droit.Absence) {
	if len(absences) == 0 {
		return
	}
	liste(e, "absences", absences, func(a *droit.Absence) {
		e.periode(a.Periode)
		e.chaine("motif", string(a.Motif))
	})
}

func (e *ecrivain) subrogation(s *dossier.SubrogationDeclaree) {
	if s == nil {
		return
	}
	e.objet("subrogation", func() {
		e.periode(s.Periode)
		e.chaine("iban", s.IBAN.Clair())
		e.chaine("bic", s.BIC)
		e.chaine("siret", string(s.SIRET))
	})
}

func (e *ecrivain) primes(primes []droit.Prime) {
	if len(primes) == 0 {
		return
	}
	liste(e, "primes", primes, func(p *droit.Prime) {
		e.jour("verse_le", p.VerseLe)
		e.chaine("montant", p.Montant.String())
		e.jour("pour_du", p.Pour.Du)
		e.jour("pour_au", p.Pour.Au)
	})
}

func (e *ecrivain) pertes(pertes []droit.PerteTPT) {
	if len(pertes) == 0 {
		return
	}
	liste(e, "pertes_tpt", pertes, func(p *droit.PerteTPT) {
		e.periode(p.Periode)
		e.chaine("perte", p.Perte.String())
	})
}
