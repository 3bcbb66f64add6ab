package calcul

import "accord/droit"

var objetActivite = objet[droit.Activite]{
	champs: []champ[droit.Activite]{
		{"id", attenduIdentifiant, func(l *Lecteur, a *droit.Activite) { a.ID = l.identifiant() }},
		{"nature", motsActivite.attendu, func(l *Lecteur, a *droit.Activite) { a.Nature = code[droit.NatureActivite](l, motsActivite) }},
		{"employeur", "", func(l *Lecteur, a *droit.Activite) { a.Employeur = l.siret() }},
		{"contrat", "", func(l *Lecteur, a *droit.Activite) { a.Contrat = code[droit.Contrat](l, motsContrat) }},
		{"statut_tns", "", func(l *Lecteur, a *droit.Activite) { a.StatutTNS = code[droit.StatutTNS](l, motsStatutTNS) }},
		{"debut", "", func(l *Lecteur, a *droit.Activite) { a.Debut = l.date() }},
		{"fin", "", func(l *Lecteur, a *droit.Activite) { a.Fin = l.date() }},
		{"paie", "", func(l *Lecteur, a *droit.Activite) { a.Paie = code[droit.Paie](l, motsPaie) }},
		{"discontinu", "", func(l *Lecteur, a *droit.Activite) { a.Discontinu = l.booleen() }},
		{"dernier_jour_travaille", "", func(l *Lecteur, a *droit.Activite) { a.DernierJourTravaille = l.date() }},
		{"salaire_minimum_categorie", "", func(l *Lecteur, a *droit.Activite) { a.SalaireMinimum = l.montantO() }},
		{"salaires", "", func(l *Lecteur, a *droit.Activite) { a.Salaires = lireListe(l, &l.listes.salaires, &objetSalaire) }},
		{"periodes_heures", "", func(l *Lecteur, a *droit.Activite) {
			a.PeriodesHeures = lireListe(l, &l.listes.heures, &objetPeriodeHeures)
		}},
		{"absences", "", func(l *Lecteur, a *droit.Activite) { a.Absences = lireListe(l, &l.listes.absences, &objetAbsence) }},
		{"primes", "", func(l *Lecteur, a *droit.Activite) { a.Primes = lireListe(l, &l.listes.primes, &objetPrime) }},
		{"subrogation", "", func(l *Lecteur, a *droit.Activite) {
			a.Subrogation = lireListe(l, &l.listes.subrogation, &objetSubrogation)
		}},
		{"pertes_tpt", "", func(l *Lecteur, a *droit.Activite) { a.PertesTPT = lireListe(l, &l.listes.pertes, &objetPerteTPT) }},
		{"reprises", "", func(l *Lecteur, a *droit.Activite) { a.Reprises = lireListe(l, &l.listes.reprises, &objetReprise) }},
		{"revenus", "", func(l *Lecteur, a *droit.Activite) { a.Revenus = lireListe(l, &l.listes.revenus, &objetRevenu) }},
	},
	verifier: func(l *Lecteur, a *droit.Activite) { l.ordre("fin", a.Debut, a.Fin, "debut") },
}

var objetSalaire = objet[droit.Salaire]{
	champs: []champ[droit.Salaire]{
		{"du", attenduDate, func(l *Lecteur, s *droit.Salaire) { s.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, s *droit.Salaire) { s.Periode.Au = l.date() }},
		{"brut", "", func(l *Lecteur, s *droit.Salaire) { s.Brut = l.montantO() }},
		{"heures", "", func(l *Lecteur, s *droit.Salaire) { s.Heures = l.heuresO() }},
		{"retabli", "", func(l *Lecteur, s *droit.Salaire) { s.Retabli = l.montantO() }},
		{"verse_le", "", func(l *Lecteur, s *droit.Salaire) { s.VerseLe = l.date() }},
	},
	verifier: func(l *Lecteur, s *droit.Salaire) {
		l.ordre("au", s.Periode.Du, s.Periode.Au, "du")
		brut, connu := s.Brut.Get()
		if l.err == nil && connu && brut == 0 && s.Heures.Ou(0) > 0 {
			l.refuserSens("brut", "0.00", "contredit «heures»", "le salaire de ces heures, ou null s'il n'est pas connu")
		}
	},
}

var objetPeriodeHeures = objet[droit.PeriodeHeures]{
	champs: []champ[droit.PeriodeHeures]{
		{"du", attenduDate, func(l *Lecteur, p *droit.PeriodeHeures) { p.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, p *droit.PeriodeHeures) { p.Periode.Au = l.date() }},
		{"heures", "", func(l *Lecteur, p *droit.PeriodeHeures) { p.Heures = l.heures() }},
		{"cachets", "", func(l *Lecteur, p *droit.PeriodeHeures) { p.Cachets = l.entier(0, 10_000) }},
	},
	verifier: func(l *Lecteur, p *droit.PeriodeHeures) {
		if l.donnes&(1<<2|1<<3) == 0 { // neither heures nor cachets
			l.cle = "heures"
			l.refuserCle("clé absente, comme «cachets»", nombreHeures.attendu+", ou un nombre de cachets")
		}
		l.ordre("au", p.Periode.Du, p.Periode.Au, "du")
	},
}

var objetAbsence = objet[droit.Absence]{
	champs: []champ[droit.Absence]{
		{"du", attenduDate, func(l *Lecteur, a *droit.Absence) { a.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, a *droit.Absence) { a.Periode.Au = l.date() }},
		{"motif", motsAbsence.attendu, func(l *Lecteur, a *droit.Absence) { a.Motif = code[droit.MotifAbsence](l, motsAbsence) }},
	},
	verifier: func(l *Lecteur, a *droit.Absence) { l.ordre("au", a.Periode.Du, a.Periode.Au, "du") },
}

var objetPrime = objet[droit.Prime]{
	champs: []champ[droit.Prime]{
		{"verse_le", attenduDate, func(l *Lecteur, p *droit.Prime) { p.VerseLe = l.date() }},
		{"montant", montantPositif.attendu, func(l *Lecteur, p *droit.Prime) { p.Montant = l.montant() }},
		{"pour_du", "", func(l *Lecteur, p *droit.Prime) { p.Pour.Du = l.date() }},
		{"pour_au", "", func(l *Lecteur, p *droit.Prime) { p.Pour.Au = l.date() }},
	},
	verifier: func(l *Lecteur, p *droit.Prime) {
		l.ensemble("pour_du", p.Pour.Du != 0, "pour_au", p.Pour.Au != 0)
		l.ordre("pour_au", p.Pour.Du, p.Pour.Au, "pour_du")
	},
}

var objetSubrogation = objet[droit.Subrogation]{
	champs: []champ[droit.Subrogation]{
		{"du", attenduDate, func(l *Lecteur, s *droit.Subrogation) { s.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, s *droit.Subrogation) { s.Periode.Au = l.date() }},
		{"maintien", "", func(l *Lecteur, s *droit.Subrogation) { s.Maintien = code[droit.Maintien](l, motsMaintien) }},
		{"maintenu", "", func(l *Lecteur, s *droit.Subrogation) { s.Maintenu = l.montantO() }},
	},
	verifier: func(l *Lecteur, s *droit.Subrogation) { l.ordre("au", s.Periode.Du, s.Periode.Au, "du") },
}

var objetPerteTPT = objet[droit.PerteTPT]{
	champs: []champ[droit.PerteTPT]{
		{"du", attenduDate, func(l *Lecteur, p *droit.PerteTPT) { p.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, p *droit.PerteTPT) { p.Periode.Au = l.date() }},
		{"perte", montantPositif.attendu, func(l *Lecteur, p *droit.PerteTPT) { p.Perte = l.montant() }},
	},
	verifier: func(l *Lecteur, p *droit.PerteTPT) { l.ordre("au", p.Periode.Du, p.Periode.Au, "du") },
}

var objetReprise = objet[droit.Reprise]{champs: []champ[droit.Reprise]{
	{"le", attenduDate, func(l *Lecteur, r *droit.Reprise) { r.Le = l.date() }},
	{"motif", "", func(l *Lecteur, r *droit.Reprise) { r.Motif = code[droit.MotifReprise](l, motsReprise) }},
}}

var objetRevenu = objet[droit.Revenu]{
	champs: []champ[droit.Revenu]{
		{"annee", "", func(l *Lecteur, r *droit.Revenu) { r.Annee = l.entier(1900, 2199) }},
		{"du", "", func(l *Lecteur, r *droit.Revenu) { r.Periode.Du = l.date() }},
		{"au", "", func(l *Lecteur, r *droit.Revenu) { r.Periode.Au = l.date() }},
		{"montant", montantSigne.attendu, func(l *Lecteur, r *droit.Revenu) { r.Montant = l.montantSigne() }},
		{"part_cotisations_payees", "", func(l *Lecteur, r *droit.Revenu) { r.PartCotisee = l.tauxO() }},
		{"categorie_micro", "", func(l *Lecteur, r *droit.Revenu) { r.CategorieMicro = l.mot() }},
	},
	verifier: func(l *Lecteur, r *droit.Revenu) {
		l.ensemble("du", r.Periode.Du != 0, "au", r.Periode.Au != 0)
		l.ordre("au", r.Periode.Du, r.Periode.Au, "du")
		if l.err == nil && r.Annee == 0 && r.Periode.Du == 0 {
			l.cle = "annee"
			l.refuserCle("clé absente", "une année, ou les dates «du» et «au» dans les premières années d'activité")
		}
		if l.err == nil && r.Annee != 0 && r.Periode.Du != 0 && r.Periode.Du.Annee() != r.Annee {
			l.refuserSens("du", r.Periode.Du.String(), "n'est pas dans l'année «annee»", "une date de cette année")
		}
	},
}

// ensemble refuses one end of a period without the other.
func (l *Lecteur) ensemble(cleA string, a bool, cleB string, b bool) {
	if l.err != nil || a == b {
		return
	}
	l.cle = cleA
	presente := cleB
	if a {
		l.cle, presente = cleB, cleA
	}
	l.refuserCle("clé absente, alors que «"+presente+"» est donnée", attenduDate)
}
