package app

import (
	"cmp"

	"accord/dossier"
	"accord/paiement"
	"accord/registre"
)

// comptes gives each payee's account.
func comptes(s *dossier.Situation) map[registre.Destinataire]paiement.Compte {
	m := map[registre.Destinataire]paiement.Compte{}
	if r, _ := s.CompteAssure(); r != nil && !r.IBAN.IsZero() {
		m[registre.Assure] = paiement.Compte{IBAN: r.IBAN, BIC: r.BIC, Titulaire: r.Titulaire}
	}
	for i := range s.Employeurs {
		e := &s.Employeurs[i]
		m[registre.Employeur(e.SIRET)] = paiement.Compte{IBAN: e.IBAN, BIC: e.BIC, Titulaire: cmp.Or(e.Nom, "ETABLISSEMENT "+string(e.SIRET))}
	}
	return m
}
