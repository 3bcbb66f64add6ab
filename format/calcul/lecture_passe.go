package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

var objetPeriode = objet[v.Periode]{
	champs: []champ[v.Periode]{
		{"du", attenduDate, func(l *Lecteur, p *v.Periode) { p.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, p *v.Periode) { p.Au = l.date() }},
	},
	verifier: func(l *Lecteur, p *v.Periode) { l.ordre("au", p.Du, p.Au, "du") },
}

var objetAnterieure = objet[droit.IndemniteAnterieure]{
	champs: []champ[droit.IndemniteAnterieure]{
		{"risque", motsRisque.attendu, func(l *Lecteur, i *droit.IndemniteAnterieure) { i.Risque = code[droit.Risque](l, motsRisque) }},
		{"du", attenduDate, func(l *Lecteur, i *droit.IndemniteAnterieure) { i.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, i *droit.IndemniteAnterieure) { i.Periode.Au = l.date() }},
		{"ald", "", func(l *Lecteur, i *droit.IndemniteAnterieure) { i.ALD = l.identifiant() }},
		{"ij", "", func(l *Lecteur, i *droit.IndemniteAnterieure) { i.IJ = l.montantO() }},
		{"carence", "", func(l *Lecteur, i *droit.IndemniteAnterieure) { i.Carence = l.booleenO() }},
		{"maintien_droits", "", func(l *Lecteur, i *droit.IndemniteAnterieure) { i.MaintienDroits = l.booleen() }},
		{"sinistre", "", func(l *Lecteur, i *droit.IndemniteAnterieure) { i.Sinistre = l.identifiant() }},
		{"temps_partiel", "", func(l *Lecteur, i *droit.IndemniteAnterieure) { i.TempsPartiel = l.booleen() }},
	},
	verifier: func(l *Lecteur, i *droit.IndemniteAnterieure) { l.ordre("au", i.Periode.Du, i.Periode.Au, "du") },
}

var objetVersement = objet[droit.Versement]{
	champs: []champ[droit.Versement]{
		{"du", attenduDate, func(l *Lecteur, w *droit.Versement) { w.Periode.Du = l.date() }},
		{"au", attenduDate, func(l *Lecteur, w *droit.Versement) { w.Periode.Au = l.date() }},
		{"activite", "", func(l *Lecteur, w *droit.Versement) { w.Activite = l.identifiant() }},
		{"risque", motsRisque.attendu, func(l *Lecteur, w *droit.Versement) { w.Risque = code[droit.Risque](l, motsRisque) }},
		// A payment taken back is a negative one.
		{"brut", montantSigne.attendu, func(l *Lecteur, w *droit.Versement) { w.Brut = l.montantSigne() }},
		{"nature", "", func(l *Lecteur, w *droit.Versement) { w.Nature = code[droit.NatureVersement](l, motsVersement) }},
		{"beneficiaire", "", func(l *Lecteur, w *droit.Versement) {
			w.Beneficiaire = code[droit.Beneficiaire](l, motsBeneficiaire)
		}},
		{"verse_le", "", func(l *Lecteur, w *droit.Versement) { w.VerseLe = l.date() }},
	},
	verifier: func(l *Lecteur, w *droit.Versement) { l.ordre("au", w.Periode.Du, w.Periode.Au, "du") },
}

var objetDecision = objet[droit.Decision]{
	champs: []champ[droit.Decision]{
		{"nature", motsDecision.attendu, func(l *Lecteur, d *droit.Decision) {
			d.Nature = code[droit.NatureDecision](l, motsDecision)
		}},
		{"arret", "", func(l *Lecteur, d *droit.Decision) { d.Arret = l.identifiant() }},
		{"sinistre", "", func(l *Lecteur, d *droit.Decision) { d.Sinistre = l.identifiant() }},
		{"affection", "", func(l *Lecteur, d *droit.Decision) { d.Affection = l.identifiant() }},
		{"le", attenduDate, func(l *Lecteur, d *droit.Decision) { d.Le = l.date() }},
		{"au", "", func(l *Lecteur, d *droit.Decision) { d.Au = l.date() }},
		{"valeur", "", func(l *Lecteur, d *droit.Decision) { d.Valeur = l.texte() }},
		{"motif", "", func(l *Lecteur, d *droit.Decision) { d.Motif = l.texte() }},
	},
	verifier: func(l *Lecteur, d *droit.Decision) { l.ordre("au", d.Le, d.Au, "le") },
}
