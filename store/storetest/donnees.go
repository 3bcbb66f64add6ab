package storetest

import (
	"slices"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// exemples holds a fact of each kind, with all that it can carry.
func exemples() []dossier.Fait {
	identite := dossier.Identite{NomNaissance: "LEFÈVRE", NomUsage: "D’ÀŒIL", Prenoms: "ZOÉ", Naissance: v.NewJour(1985, 5, 7)}
	source := dossier.Source{Piece: empreinte("pièce"), Fichier: "dsn é.txt", Du: 3, Au: 9}
	employeur := dossier.Employeur{SIRET: "73282932000074", Nom: "Ets & Fils"}
	salaires := []droit.Salaire{
		{Periode: v.P(lundi, lundi+30), Brut: v.Connu(v.Centimes(123456)), Heures: v.Connu(v.Centiemes(15167)), VerseLe: lundi + 30},
		{Periode: v.P(lundi+31, lundi+60), Retabli: v.Connu(v.Centimes(0))},
	}
	reprise := &droit.Reprise{Le: lundi + 20, Motif: droit.RepriseTPT}
	subrogation := &dossier.SubrogationDeclaree{Periode: v.P(lundi, 0), IBAN: "FR7630006000011234567890189", BIC: "AGRIFRPP", SIRET: "73282932000074"}
	return append(evenements(), []dossier.Fait{
		{Genre: dossier.GenreAvisArret, ConnuLe: lundi, Source: source, AvisArret: &dossier.AvisArret{
			Identite: identite, Reference: "R1", Nature: droit.Initial, Risque: droit.Maladie, Periode: v.P(lundi, lundi+9),
			PrescritLe: lundi, Canal: droit.Electronique, Prescripteur: droit.MedecinTraitant, Hospitalise: true, Employeur: employeur.SIRET,
		}},
		{Genre: dossier.GenreMensuelle, ConnuLe: lundi, Source: source, Mensuelle: &dossier.Mensuelle{
			Identite: identite, Employeur: employeur, Mois: v.NewJour(2026, 2, 1), Ordre: 7, Contrats: []dossier.ContratDeclare{{
				Numero: "1", Nature: droit.CDD, Debut: lundi - 400, Fin: lundi + 90, Salaires: salaires, Regime: "200",
				Absences: []droit.Absence{{Periode: v.P(lundi, lundi+2), Motif: droit.AbsenceMaladie}}, Reprises: []droit.Reprise{*reprise},
			}},
		}},
		{Genre: dossier.GenreSignalement, ConnuLe: lundi, Source: source, Signalement: &dossier.Signalement{
			Identite: identite, Employeur: employeur, Contrat: "1", DebutContrat: lundi - 400, Identifiant: "E1", Ordre: 2, Motif: "01",
			DernierJour: lundi - 1, FinPrevue: lundi + 9, Subrogation: subrogation, Reprise: reprise,
		}},
		{Genre: dossier.GenreReprise, ConnuLe: lundi, Source: source, Reprise: &dossier.Reprise{
			Identite: identite, Employeur: employeur, Contrat: "1", DernierJour: lundi - 1, Reprise: *reprise,
		}},
		{Genre: dossier.GenreAnnulation, ConnuLe: lundi, Source: source, Annulation: &dossier.Annulation{
			Employeur: employeur.SIRET, Nature: dossier.GenreMensuelle, Mois: v.NewJour(2026, 2, 1), Ordre: 9,
		}},
		{Genre: dossier.GenreAttestation, ConnuLe: lundi, Source: source, Attestation: &dossier.Attestation{
			Identite: identite, Employeur: employeur, Reference: "A1", Version: 2, Risque: droit.Maladie, DernierJour: lundi - 1,
			SigneeLe: lundi + 5, Salaires: salaires, Heures: []droit.PeriodeHeures{{Periode: v.P(lundi, lundi+89), Heures: 45000}}, Subrogation: subrogation,
		}},
		{Genre: dossier.GenreRIB, ConnuLe: lundi, Source: source, RIB: &dossier.RIB{
			Identite: identite, IBAN: "FR7630006000011234567890189", BIC: "AGRIFRPP", Titulaire: "ZOÉ LEFÈVRE", Du: lundi,
		}},
		{Genre: dossier.GenreDecision, ConnuLe: lundi, Source: source, Decision: &dossier.Decision{
			Nature: "refus", Par: "Mme Dupont", Role: "ordonnateur", Regle: "MAL-CAR-01", Periode: v.P(lundi, lundi+3), Ligne: "L", Motif: "motif «écrit»",
		}},
	}...)
}

// evenements holds a fact of each kind that a leave, an accident or an income brings.
func evenements() []dossier.Fait {
	source := dossier.Source{Piece: empreinte("événement"), Fichier: "é.json", Du: 1, Au: 1}
	e := dossier.Envoi{Identite: dossier.Identite{NomNaissance: "LEFÈVRE", Prenoms: "ZOÉ"}, Reference: "R1", Version: 2}
	return []dossier.Fait{
		{Genre: dossier.GenreGrossesse, ConnuLe: lundi, Source: source, Grossesse: &dossier.Grossesse{Envoi: e, DeclareeLe: lundi, PrevueLe: lundi + 200, Rang: 2, SemainesReportees: 3}},
		{Genre: dossier.GenreEvenement, ConnuLe: lundi, Source: source, Evenement: &dossier.Evenement{Envoi: e, Auteur: dossier.EtatCivil, EtabliLe: lundi,
			Naissance: &dossier.NaissanceDeclaree{Mere: true, Le: lundi, Enfants: 2, Hospitalisations: []dossier.Hospitalisation{{Periode: v.P(lundi, 0), Specialise: true}}}}},
		{Genre: dossier.GenreConge, ConnuLe: lundi, Source: source, Conge: &dossier.Conge{Envoi: e, Risque: droit.Paternite, DemandeLe: lundi, Periodes: []v.Periode{v.P(lundi, lundi+3)}}},
		{Genre: dossier.GenreAccident, ConnuLe: lundi, Source: source, Accident: &dossier.DeclarationAccident{Envoi: e, Employeur: dossier.Employeur{SIRET: "73282932000074"},
			Risque: droit.AccidentTravail, AccidentLe: lundi, DeclareeLe: lundi, ReservesLe: lundi}},
		{Genre: dossier.GenreCertificat, ConnuLe: lundi, Source: source, Certificat: &dossier.CertificatAT{Envoi: e, Nature: dossier.CertificatFinal, Risque: droit.MaladiePro,
			SinistreLe: lundi, Affection: "A1", EtabliLe: lundi, Issue: droit.Guerison, IssueLe: lundi, Canal: droit.Papier}},
		{Genre: dossier.GenreDeclaration, ConnuLe: lundi, Source: source, DeclarationMP: &dossier.DeclarationMP{Envoi: e, ConstatationLe: lundi, DeclareeLe: lundi}},
		{Genre: dossier.GenreActe, ConnuLe: lundi, Source: source, Acte: &dossier.Acte{Envoi: e, Auteur: dossier.Juridiction, Nature: dossier.ActeRente, PrisLe: lundi, Mensuelle: 20000}},
		{Genre: dossier.GenreRevenus, ConnuLe: lundi, Source: source, Revenus: &dossier.Revenus{Envoi: e, Auteur: dossier.LUrssaf, EtabliLe: lundi,
			Activites: []dossier.ActiviteDeclaree{{Nature: droit.Independant, Periode: v.P(lundi, 0), Revenus: []dossier.RevenuDeclare{
				{Annee: 2025, Montant: -100, PartCotisee: v.Connu(v.Centiemes(50_00))}}}}}},
	}
}

func dus(n int, etat droit.Etat, ij v.Centimes) []registre.Du {
	ds := make([]registre.Du, n)
	for i := range ds {
		ds[i] = registre.Du{
			Cle:     registre.Cle{Jour: lundi + v.Jour(i), Ligne: "73282932000074/1", Risque: droit.Maladie},
			Dossier: "D1", Etat: etat, IJ: ij, Destinataire: registre.Assure, Regle: "MAL-CAR-01", Exonere: i%2 == 0, Reserve: v.Centimes(i % 3),
		}
	}
	return ds
}

func pose(j, rang int, brut v.Centimes) registre.Pose {
	return registre.Pose{
		Cle:     registre.Cle{Jour: lundi + v.Jour(j), Ligne: "73282932000074/1", Risque: droit.Maladie},
		Dossier: "D1", Rang: rang, Brut: brut, Destinataire: registre.Assure, OrdreLigne: "O-1", Racine: "O-1", Le: lundi + 14, Exonere: rang > 0,
	}
}

// ordre builds an order with a line of days at one amount, a line with uneven
// days, and a line that takes back.
func ordre(personne, id string, cree v.Jour) *paiement.Ordre {
	jours := func(du, n, rang int, brut v.Centimes) (js []paiement.JourLigne) {
		for i := range n {
			js = append(js, paiement.JourLigne{Jour: lundi + v.Jour(du+i), Rang: rang, Brut: brut})
		}
		return js
	}
	p := droit.Prelevements{Brut: 46018, CSG: 2853, CSGDeductible: 1749, CRDS: 230, Imposable: 44269, PAS: 1200, Net: 41735}
	return &paiement.Ordre{
		ID: id, Personne: personne, Dossier: "D1", Destinataire: registre.Assure, CreeLe: cree, Regles: "2026-03", Etat: paiement.Propose, Total: p,
		Compte: paiement.Compte{IBAN: "FR7630006000011234567890189", BIC: "AGRIFRPP", Titulaire: "ZOÉ LEFÈVRE"},
		Feuille: []droit.Etape{{
			Regle: "MAL-BAS-01", Article: "R.323-4", Version: "LEGIARTI000051226486", Entrees: []droit.Champ{droit.C("salaires", "6 403,68 €")},
			Resultat: []droit.Champ{droit.C("IJ", "32,87 €")}, Phrase: "La moitié de votre salaire journalier.",
		}},
		Lignes: []paiement.Ligne{
			{ID: id + "-1", Racine: id + "-1", Activite: "73282932000074/1", Risque: droit.Maladie, Periode: v.P(lundi, lundi+13), Jours: jours(0, 14, 0, 3287), Prelevements: p},
			{ID: id + "-2", Racine: id + "-2", Activite: "autre", Risque: droit.Maladie, Periode: v.P(lundi, lundi+9), Exonere: true,
				Jours: slices.Concat(jours(0, 3, 0, 100), jours(3, 2, 0, 101), jours(5, 1, 1, 101), jours(9, 1, 1, 101))},
			{ID: id + "-3", Racine: "ANCIEN-1", Activite: "73282932000074/1", Risque: droit.Maladie, Periode: v.P(lundi-9, lundi-9),
				Jours: jours(-9, 1, 1, -500), Prelevements: droit.Prelevements{Brut: -500, Net: -466, CSG: -31, CRDS: -3}},
		},
	}
}

func piece(personne, nom string) app.PieceRecue {
	return app.PieceRecue{
		Empreinte: empreinte(nom), Personne: personne, Genre: dossier.GenreAvisArret, Fichier: empreinte("fichier"), NomFichier: nom + ".json",
		Du: 2, Au: 40, RecuLe: 1_700_000_000_000_000, Extrait: []byte("contenu de " + nom),
	}
}

func ecriture(cle, personne string, montant v.Centimes) registre.Ecriture {
	e := registre.Ecriture{Cle: cle, Le: lundi, Personne: personne, Libelle: "Ordre de dépense", Regles: "2026-03"}
	e.Debiter(registre.ChargeIJMaladie, montant)
	e.Crediter(registre.DetteCSGCRDS, montant/10)
	e.Crediter(registre.DetteBeneficiaire, montant-montant/10)
	return e
}
