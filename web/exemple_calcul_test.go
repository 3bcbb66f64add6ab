package web

import (
	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

func calculClaire() dossier.Calcul {
	s := &dossier.Situation{
		Identite: dossier.Identite{NomNaissance: "DUPUIS", NomUsage: "MARTIN", Prenoms: "Claire", Naissance: v.NewJour(1985, 3, 2)},
		RIB:      &dossier.RIB{IBAN: v.NewIBANFrancais("20041", "01005", "05000130265"), Titulaire: "MARTIN CLAIRE"},
		Lignes: []dossier.Ligne{
			{Cle: ligneRoute, SIRET: siretRoute, Nom: "TRANSPORTS ROCHE"},
			{Cle: lignePain, SIRET: siretPain, Nom: "BOULANGERIE DU MOULIN", Contrat: "00012"},
		},
	}
	paie := func(mois int, brut v.Centimes) droit.Salaire {
		return droit.Salaire{Periode: v.P(j(mois, 1), j(mois, 1).FinMois()), Brut: v.Connu(brut), Heures: v.Connu(v.Centiemes(75_83))}
	}
	route := droit.Activite{ID: ligneRoute, Nature: droit.Salarie, Employeur: siretRoute, Salaires: []droit.Salaire{paie(6, 842_00), paie(7, 842_00), {Periode: v.P(j(8, 1), j(8, 31))}}}
	pain := droit.Activite{ID: lignePain, Nature: droit.Salarie, Employeur: siretPain}
	for m := 1; m <= 8; m++ {
		pain.Salaires = append(pain.Salaires, paie(m, 1_158_00+v.Centimes(m)))
	}
	pain.Salaires[6].Retabli = v.Connu(v.Centimes(1_200_00))
	s.Cas.Activites = []droit.Activite{route, pain}
	for i := range s.Cas.Activites {
		for range s.Cas.Activites[i].Salaires {
			s.Lignes[i].Salaires = append(s.Lignes[i].Salaires, dossier.Source{Piece: pieceDSN, Fichier: "dsn-2026-08.txt", Du: 112, Au: 164})
		}
	}
	s.Cas.Arrets = []droit.Arret{
		{ID: "2026-03-02", Risque: droit.Maladie, Nature: droit.Initial, Debut: j(3, 2), Fin: j(3, 15)},
		{ID: "2026-09-14", Risque: droit.Maladie, Nature: droit.Initial, Debut: j(9, 14), Fin: j(10, 31)},
		{ID: "2026-11-03", Risque: droit.Maladie, Nature: droit.Prolongation, Debut: j(11, 3), Fin: j(11, 30)},
	}
	source := dossier.Source{Piece: pieceAvis, Fichier: "aat-0914.json", Du: 1, Au: 18}
	s.Origines = []dossier.Origine{{Source: source, ConnuLe: j(3, 3)}, {Source: source, ConnuLe: j(9, 15)}, {Source: source, ConnuLe: j(11, 4)}}
	f := droit.Fenetres{Mois3: v.P(j(6, 1), j(8, 31)), Jours90: v.P(j(6, 16), j(9, 13)), Mois6: v.P(j(3, 1), j(8, 31)), Mois12: v.P(v.NewJour(2025, 9, 1), j(8, 31))}
	c := dossier.Calcul{Situation: s, Chaines: []dossier.Chaine{{Debut: j(3, 2), Fin: j(3, 15), Arrets: []int{0}}, {Debut: j(9, 14), Fin: j(11, 30), Arrets: []int{1, 2}}}}
	c.Resultat.Explication = explication()
	c.Resultat.Droits = []droit.Droit{
		{Arret: 1, Activite: 0, Ouvert: true, Regle: "MAL-OUV-03", Voie: "150h_3_mois", Fenetres: f, HeuresRetenues: v.Connu(v.Centiemes(455_01)), Salaire6Mois: v.Connu(v.Centimes(12_200_30))},
		{Arret: 1, Activite: 1, Ouvert: true, Regle: "MAL-OUV-03", Voie: "150h_3_mois", Fenetres: f, HeuresRetenues: v.Connu(v.Centiemes(455_01)), Apres6Mois: v.Connu(false), DernierJour: v.NewJour(2027, 3, 13)},
	}
	m := v.F(2000, 1)
	c.Resultat.Bases = []droit.Base{{Arret: 1, Activites: []int{0, 1}, Reference: "3_mois", PlafondMensuel: v.F(2552242, 1000), SalairesRetablis: []v.Fraction{m, m, m}, SalairesRetenus: []v.Fraction{m, m, m}, GainJournalier: v.F(6000*4, 365), IJ: 3287}}
	c.Resultat.Avis = []droit.Avis{
		{Code: "TAUX_PAS_INCONNU", Phrase: "Le taux du prélèvement à la source n'est pas connu : le net est donné avant impôt."},
		{Code: "SALAIRE_CONTRADICTOIRE", Phrase: "Pour juillet 2026, l'employeur BOULANGERIE DU MOULIN a déclaré 1 200,00 € (attestation de salaire, retenu) et 1 158,07 € (autre source)."},
		{Code: "TAUX_PAS_INCONNU", Phrase: "Le taux du prélèvement à la source n'est pas connu : le net est donné avant impôt."},
	}
	c.Questions = []dossier.Question{
		{Code: dossier.QuestionSalaire, AupresDe: "employeur:" + string(siretRoute), Ligne: ligneRoute, Objet: "2026-08", Pour: v.P(j(10, 13), j(11, 30)), Depuis: j(10, 14), Phrase: "Il manque le salaire d'août 2026 : à déclarer par DSN mensuelle ou par attestation de salaire."},
		{Code: dossier.QuestionDates, AupresDe: "employeur:" + string(siretPain), Objet: "2026-11-03", Pour: v.P(j(11, 3), j(11, 5)), Depuis: j(11, 20), Phrase: "L'arrêt est prescrit à partir du 03/11/2026, et le dernier jour travaillé déclaré est le 05/11/2026. Le salarié a-t-il travaillé entre ces deux dates ?"},
	}
	c.Resultat.Manques = []droit.Manque{
		{Code: dossier.QuestionSalaire, AupresDe: "employeur:" + string(siretRoute), Pour: v.P(j(10, 13), j(11, 30)), Phrase: "Il manque le salaire d'août 2026."},
		{Code: "PARAMETRE_MANQUANT", AupresDe: "caisse", Pour: v.P(j(11, 28), j(11, 30)), Phrase: "Le plafond de 2027 n'est pas encore publié."},
	}
	return c
}

func pieces() []app.PieceRecue {
	dsn := []byte("S10.G00.00.001,'Paie'\r\nS21.G00.30.002,'DUPUIS'\r\nS21.G00.30.004,'Cl\xe9mence'\r\n")
	return []app.PieceRecue{
		{Empreinte: pieceAvis, Personne: claire, Genre: dossier.GenreAvisArret, NomFichier: "aat-0914.json", Du: 1, Au: 18, RecuLe: instant(j(9, 15)), Extrait: []byte("{\n  \"schema\": \"accord/aat/1\",\n  \"nom\": \"<b>DUPUIS</b>\"\n}\n")},
		{Empreinte: pieceDSN, Personne: ancienne, Genre: dossier.GenreMensuelle, NomFichier: "dsn-2026-08.txt", Du: 112, Au: 164, RecuLe: instant(j(9, 16)), Extrait: dsn, Test: true},
	}
}

func messages() []app.Message {
	return []app.Message{
		{Cle: "m1", A: "assure", Objet: "Nous avons bien reçu votre avis d'arrêt de travail", Corps: "Bonjour,\n\nNous avons reçu votre avis d'arrêt.\n", Le: instant(j(9, 15))},
		{Cle: "m2", A: "employeur:" + string(siretRoute), Objet: "Il nous manque un salaire", Corps: "Bonjour,\n\nIl manque le salaire d'août 2026.\n", Le: instant(j(10, 14))},
	}
}

func actes() map[string][]paiement.Acte {
	return map[string][]paiement.Acte{
		ordreEmis: {
			{Ordre: ordreEmis, Vers: paiement.Signe, Par: "M. Laurent", Le: instant(j(10, 13))},
			{Ordre: ordreEmis, Vers: paiement.Vise, Par: "S. Petit", Le: instant(j(10, 13)) + 60e6},
			{Ordre: ordreEmis, Vers: paiement.EnLot, Par: "S. Petit", Le: instant(j(10, 13)) + 120e6},
			{Ordre: ordreEmis, Vers: paiement.Emis, Par: "S. Petit", Le: instant(j(10, 13)) + 180e6, Motif: "lot du mardi"},
		},
		ordrePret: {{Ordre: ordrePret, Vers: paiement.Signe, Par: "M. Laurent", Le: instant(j(11, 20))}},
	}
}

// instant is ten in the morning, French time in winter, of a day.
func instant(d v.Jour) int64 { return (int64(d-v.NewJour(1970, 1, 1))*24 + 9) * 3600e6 }

// vueSimple is a short dossier with one employer, all its days owed.
func vueSimple(id, nom, prenoms string, essai bool, du, au v.Jour) *app.Vue {
	ch := dossier.Chaine{Debut: du, Fin: au, Arrets: []int{0}}
	num := app.NumeroDossier(id, &ch)
	s := &dossier.Situation{
		Identite: dossier.Identite{NomNaissance: nom, Prenoms: prenoms},
		Lignes:   []dossier.Ligne{{Cle: lignePain, SIRET: siretPain}},
	}
	s.Cas.Activites = []droit.Activite{{ID: lignePain, Employeur: siretPain}}
	s.Cas.Arrets = []droit.Arret{{Debut: du, Fin: au, Nature: droit.Initial, Risque: droit.Maladie}}
	d := &app.Dossier{Personne: id, NIR: "1800175116003", Essai: essai, Jour: aujourdhui, Calcul: dossier.Calcul{Situation: s, Chaines: []dossier.Chaine{ch}}}
	d.Dus = append(plage(num, du, du+2, lignePain, droit.Carence, 0, "", "MAL-CAR-01"), plage(num, du+3, au, lignePain, droit.Paye, 3287, registre.Assure, "MAL-BAS-04")...)
	d.Etapes = []app.Etape{{Chaine: ch, Etape: suivi.Etape{Genre: suivi.Attend, Acteur: "assure", Depuis: du + 1, Echeance: du + 6, Jours: 11, Brut: 36_157, Phrase: "11 jours sont dus (361,57 € brut) : il manque les coordonnées bancaires de l'assuré."}}}
	d.Retenues = []paiement.Retenue{{Dossier: num, Destinataire: registre.Assure, Motif: paiement.AttendCompte, Jours: 11, Brut: 36_157, Depuis: du + 3}}
	return &app.Vue{Dossier: d}
}
