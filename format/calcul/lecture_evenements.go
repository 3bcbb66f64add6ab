package calcul

import "accord/droit"

var objetSinistre = objet[droit.Sinistre]{champs: []champ[droit.Sinistre]{
	{"id", attenduIdentifiant, func(l *Lecteur, s *droit.Sinistre) { s.ID = l.identifiant() }},
	{"risque", motsSinistre.attendu, func(l *Lecteur, s *droit.Sinistre) { s.Risque = code[droit.Risque](l, motsSinistre) }},
	{"accident_le", "", func(l *Lecteur, s *droit.Sinistre) { s.AccidentLe = l.date() }},
	{"constatation_le", "", func(l *Lecteur, s *droit.Sinistre) { s.ConstatationLe = l.date() }},
	{"declare_le", "", func(l *Lecteur, s *droit.Sinistre) { s.DeclareLe = l.date() }},
	{"jours_indemnises", "", func(l *Lecteur, s *droit.Sinistre) { s.JoursIndemnises = l.entier(0, 20_000) }},
	{"ij_60", "", func(l *Lecteur, s *droit.Sinistre) { s.IJ60 = l.montantO() }},
	{"ij_80", "", func(l *Lecteur, s *droit.Sinistre) { s.IJ80 = l.montantO() }},
	{"employeur", "", func(l *Lecteur, s *droit.Sinistre) { s.Employeur = l.siret() }},
}}

var objetRente = objet[droit.Rente]{champs: []champ[droit.Rente]{
	{"sinistre", attenduIdentifiant, func(l *Lecteur, r *droit.Rente) { r.Sinistre = l.identifiant() }},
	{"du", attenduDate, func(l *Lecteur, r *droit.Rente) { r.Du = l.date() }},
	{"mensuelle", montantPositif.attendu, func(l *Lecteur, r *droit.Rente) { r.Mensuelle = l.montant() }},
}}

var objetNaissance = objet[droit.Naissance]{champs: []champ[droit.Naissance]{
	{"id", attenduIdentifiant, func(l *Lecteur, n *droit.Naissance) { n.ID = l.identifiant() }},
	{"constatee_le", "", func(l *Lecteur, n *droit.Naissance) { n.ConstateeLe = l.date() }},
	{"prevue_le", "", func(l *Lecteur, n *droit.Naissance) { n.PrevueLe = l.date() }},
	{"accouchement_le", "", func(l *Lecteur, n *droit.Naissance) { n.AccouchementLe = l.date() }},
	{"enfants", "", func(l *Lecteur, n *droit.Naissance) { n.Enfants = l.entier(1, 20) }},
	{"rang", "", func(l *Lecteur, n *droit.Naissance) { n.Rang = l.entier(1, 40) }},
	{"semaines_reportees", "", func(l *Lecteur, n *droit.Naissance) { n.SemainesReportees = l.entier(0, 52) }},
	{"semaines_anticipees", "", func(l *Lecteur, n *droit.Naissance) { n.SemainesAnticipees = l.entier(0, 52) }},
	{"enfant_hospitalise", "", func(l *Lecteur, n *droit.Naissance) {
		n.EnfantHospitalise = lireListe(l, &l.listes.hospitalisations, &objetHospitalisation)
	}},
	{"conge_naissance", "", func(l *Lecteur, n *droit.Naissance) { lireSous(l, &n.CongeNaissance, &objetPeriode) }},
	{"deces_mere_le", "", func(l *Lecteur, n *droit.Naissance) { n.DecesMereLe = l.date() }},
	{"fin_conge_mere", "", func(l *Lecteur, n *droit.Naissance) { n.FinCongeMere = l.date() }},
	{"semaines_amenorrhee", "", func(l *Lecteur, n *droit.Naissance) { n.SemainesAmenorrhee = l.entierO(0, 60) }},
	{"jours_paternite_pris", "", func(l *Lecteur, n *droit.Naissance) { n.JoursPaternitePris = l.entier(0, 366) }},
}}

var objetHospitalisation = objet[droit.Hospitalisation]{
	champs: []champ[droit.Hospitalisation]{
		{"du", attenduDate, func(l *Lecteur, h *droit.Hospitalisation) { h.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, h *droit.Hospitalisation) { h.Periode.Au = l.date() }},
		{"specialise", "", func(l *Lecteur, h *droit.Hospitalisation) { h.Specialise = l.booleen() }},
	},
	verifier: func(l *Lecteur, h *droit.Hospitalisation) { l.ordre("au", h.Periode.Du, h.Periode.Au, "du") },
}

var objetAdoption = objet[droit.Adoption]{champs: []champ[droit.Adoption]{
	{"id", attenduIdentifiant, func(l *Lecteur, a *droit.Adoption) { a.ID = l.identifiant() }},
	{"arrivee_le", "", func(l *Lecteur, a *droit.Adoption) { a.ArriveeLe = l.date() }},
	{"enfants", "", func(l *Lecteur, a *droit.Adoption) { a.Enfants = l.entier(1, 20) }},
	{"a_charge_apres", "", func(l *Lecteur, a *droit.Adoption) { a.AChargeApres = l.entier(0, 40) }},
	{"parents", "", func(l *Lecteur, a *droit.Adoption) { a.Parents = l.entier(1, 2) }},
	{"jours_autre_parent", "", func(l *Lecteur, a *droit.Adoption) { a.JoursAutreParent = l.entier(0, 366) }},
	{"allocation_versee_autre_parent", "", func(l *Lecteur, a *droit.Adoption) { a.AllocationVersee = l.booleen() }},
}}

var objetDeces = objet[droit.Deces]{
	champs: []champ[droit.Deces]{
		{"id", attenduIdentifiant, func(l *Lecteur, d *droit.Deces) { d.ID = l.identifiant() }},
		{"lien", "", func(l *Lecteur, d *droit.Deces) { d.Lien = l.mot() }},
		{"ne_le", "", func(l *Lecteur, d *droit.Deces) { d.NeLe = l.date() }},
		{"le", "", func(l *Lecteur, d *droit.Deces) { d.Le = l.date() }},
		{"a_charge", "", func(l *Lecteur, d *droit.Deces) { d.ACharge = l.booleen() }},
	},
	verifier: func(l *Lecteur, d *droit.Deces) { l.ordre("le", d.NeLe, d.Le, "ne_le") },
}
