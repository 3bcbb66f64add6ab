package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

func (r *redacteur) activite(a *droit.Activite) {
	r.texte("id", a.ID)
	r.texte("nature", string(a.Nature))
	r.texte("employeur", string(a.Employeur))
	r.texte("contrat", string(a.Contrat))
	r.texte("statut_tns", string(a.StatutTNS))
	r.jour("debut", a.Debut)
	r.jour("fin", a.Fin)
	r.texte("paie", string(a.Paie))
	r.vrai("discontinu", a.Discontinu)
	r.jour("dernier_jour_travaille", a.DernierJourTravaille)
	r.montant("salaire_minimum_categorie", a.SalaireMinimum)
	suite(r, "salaires", a.Salaires, (*redacteur).salaire)
	suite(r, "periodes_heures", a.PeriodesHeures, (*redacteur).periodeHeures)
	suite(r, "absences", a.Absences, (*redacteur).absence)
	suite(r, "primes", a.Primes, (*redacteur).prime)
	suite(r, "subrogation", a.Subrogation, (*redacteur).subrogation)
	suite(r, "pertes_tpt", a.PertesTPT, (*redacteur).perteTPT)
	suite(r, "reprises", a.Reprises, (*redacteur).reprise)
	suite(r, "revenus", a.Revenus, (*redacteur).revenu)
}

func (r *redacteur) salaire(s *droit.Salaire) {
	r.periode(s.Periode)
	r.montant("brut", s.Brut)
	r.montant("heures", s.Heures)
	r.montant("retabli", s.Retabli)
	r.jour("verse_le", s.VerseLe)
}

func (r *redacteur) periodeHeures(p *droit.PeriodeHeures) {
	r.periode(p.Periode)
	r.montant("heures", v.Connu(p.Heures))
	r.entier("cachets", p.Cachets)
}

func (r *redacteur) absence(a *droit.Absence) {
	r.periode(a.Periode)
	r.texte("motif", string(a.Motif))
}

func (r *redacteur) prime(p *droit.Prime) {
	r.jour("verse_le", p.VerseLe)
	r.montant("montant", v.Connu(p.Montant))
	r.jour("pour_du", p.Pour.Du)
	r.jour("pour_au", p.Pour.Au)
}

func (r *redacteur) subrogation(s *droit.Subrogation) {
	r.periode(s.Periode)
	r.texte("maintien", string(s.Maintien))
	r.montant("maintenu", s.Maintenu)
}

func (r *redacteur) perteTPT(p *droit.PerteTPT) {
	r.periode(p.Periode)
	r.montant("perte", v.Connu(p.Perte))
}

func (r *redacteur) reprise(p *droit.Reprise) {
	r.jour("le", p.Le)
	r.texte("motif", string(p.Motif))
}

func (r *redacteur) revenu(p *droit.Revenu) {
	r.entier("annee", p.Annee)
	r.periode(p.Periode)
	r.montant("montant", v.Connu(p.Montant))
	r.montant("part_cotisations_payees", p.PartCotisee)
	r.texte("categorie_micro", p.CategorieMicro)
}
