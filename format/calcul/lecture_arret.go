package calcul

import "accord/droit"

var objetArret = objet[droit.Arret]{
	champs: []champ[droit.Arret]{
		{"id", attenduIdentifiant, func(l *Lecteur, a *droit.Arret) { a.ID = l.identifiant() }},
		{"risque", motsRisque.attendu, func(l *Lecteur, a *droit.Arret) { a.Risque = code[droit.Risque](l, motsRisque) }},
		{"nature", "", func(l *Lecteur, a *droit.Arret) { a.Nature = code[droit.NatureArret](l, motsArret) }},
		{"debut", "", func(l *Lecteur, a *droit.Arret) { a.Debut = l.date() }},
		{"fin", "", func(l *Lecteur, a *droit.Arret) { a.Fin = l.date() }},
		{"activites", "", func(l *Lecteur, a *droit.Arret) {
			a.Activites = lireValeurs(l, &l.listes.ids, (*Lecteur).identifiant)
		}},
		{"activites_poursuivies", "", func(l *Lecteur, a *droit.Arret) {
			a.Poursuivies = lireValeurs(l, &l.listes.ids, (*Lecteur).identifiant)
		}},
		{"dernier_jour_travaille", "", func(l *Lecteur, a *droit.Arret) { a.DernierJourTravaille = l.date() }},
		{"temps_partiel", "", func(l *Lecteur, a *droit.Arret) { a.TempsPartiel = l.booleen() }},
		{"ald", "", func(l *Lecteur, a *droit.Arret) { a.ALD = l.identifiant() }},
		{"grossesse", "", func(l *Lecteur, a *droit.Arret) { a.Grossesse = l.identifiant() }},
		{"naissance", "", func(l *Lecteur, a *droit.Arret) { a.Naissance = l.identifiant() }},
		{"adoption", "", func(l *Lecteur, a *droit.Arret) { a.Adoption = l.identifiant() }},
		{"deces", "", func(l *Lecteur, a *droit.Arret) { a.Deces = l.identifiant() }},
		{"sinistre", "", func(l *Lecteur, a *droit.Arret) { a.Sinistre = l.identifiant() }},
		{"canal", "", func(l *Lecteur, a *droit.Arret) { a.Canal = code[droit.Canal](l, motsCanal) }},
		{"support", "", func(l *Lecteur, a *droit.Arret) { a.Support = code[droit.Support](l, motsSupport) }},
		{"prescrit_le", "", func(l *Lecteur, a *droit.Arret) { a.PrescritLe = l.date() }},
		{"envoye_le", "", func(l *Lecteur, a *droit.Arret) { a.EnvoyeLe = l.date() }},
		{"recu_le", "", func(l *Lecteur, a *droit.Arret) { a.RecuLe = l.date() }},
		{"connu_le", "", func(l *Lecteur, a *droit.Arret) { a.ConnuLe = l.date() }},
		{"prescripteur", "", func(l *Lecteur, a *droit.Arret) { a.Prescripteur = code[droit.Prescripteur](l, motsPrescripteur) }},
		{"teleconsultation", "", func(l *Lecteur, a *droit.Arret) { a.Teleconsultation = l.booleenO() }},
		{"hospitalise", "", func(l *Lecteur, a *droit.Arret) { a.Hospitalise = l.booleenO() }},
		{"exonere_carence", "", func(l *Lecteur, a *droit.Arret) { a.ExonereCarence = code[droit.Exoneration](l, motsExoneration) }},
	},
	verifier: verifierArret,
}

// suitUnEvenement: the dates of such a leave may follow from the birth, the
// adoption or the death that opens it.
func suitUnEvenement(r droit.Risque) bool {
	switch r {
	case droit.Maternite, droit.Paternite, droit.AdoptionConge, droit.NaissanceConge, droit.DeuilEnfant:
		return true
	}
	return false
}

func verifierArret(l *Lecteur, a *droit.Arret) {
	l.ordre("fin", a.Debut, a.Fin, "debut")
	if l.err != nil {
		return
	}
	if !suitUnEvenement(a.Risque) && (a.Debut == 0 || a.Fin == 0) {
		l.cle = "debut"
		if a.Debut != 0 {
			l.cle = "fin"
		}
		l.refuserCle("clé absente", attenduDate)
		return
	}
	if a.Debut != 0 && a.Periode().Jours() > arretMax {
		l.refuserSens("fin", a.Fin.String(), "donne plus de dix ans d'arrêt", "un arrêt de dix ans au plus")
	}
}
