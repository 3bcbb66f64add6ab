package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

// resultatOrdinaire is the result of ordinaire.cas.json, made by hand:
// 1950 × 3 / 182.5 = 32.05, three days of carence, eleven days paid.
func resultatOrdinaire() *droit.Resultat {
	du, au := v.NewJour(2026, 4, 7), v.NewJour(2026, 4, 20)
	paye := v.P(du+3, au)
	r := &droit.Resultat{
		Droits: []droit.Droit{{
			Ouvert: true, Regle: "MAL-OUV-03", Voie: "150h_3_mois",
			Fenetres:       droit.Fenetres{Mois3: v.P(v.NewJour(2026, 1, 1), v.NewJour(2026, 3, 31))},
			HeuresRetenues: v.Connu(v.Centiemes(45501)),
		}},
		Bases: []droit.Base{{
			Activites: []int{0}, Reference: "3_mois",
			PlafondMensuel:   v.F(182303, 100).Fois(v.F(14, 10)),
			SalairesRetablis: []v.Fraction{v.F(1950, 1), v.F(1950, 1), v.F(1950, 1)},
			SalairesRetenus:  []v.Fraction{v.F(1950, 1), v.F(1950, 1), v.F(1950, 1)},
			GainJournalier:   v.F(3*1950*4, 365),
			IJ:               3205,
		}},
		Periodes: []droit.PeriodePayee{{
			Periode: paye, Risque: droit.Maladie, Jours: 11, IJ: v.Connu(v.Centimes(3205)),
			Prelevements: droit.Prelevements{Brut: 35255, CSG: 2186, CSGDeductible: 1340, CRDS: 176, Imposable: 33915, Net: 32893},
			Beneficiaire: droit.AssureBeneficiaire, Regle: "MAL-BAS-04",
		}},
		Certain: droit.Certain{Jours: 11, Brut: 35255, Periodes: []droit.PeriodeCertaine{{Periode: paye, IJ: 3205}}},
		Explication: []droit.Etape{
			{
				Regle: "MAL-OUV-03", Article: "R.313-3", Version: "LEGIARTI000047983348",
				Entrees:  []droit.Champ{droit.C("heures", "455.01"), droit.C("seuil", "150.00")},
				Resultat: []droit.Champ{droit.C("ouvert", "oui")},
				Phrase:   "Vous avez travaillé 455,01 heures de janvier à mars 2026 : le droit est ouvert, puisqu'il en faut au moins 150.",
			},
			{
				Regle: "MAL-BAS-04", Article: "R.323-4", Version: "LEGIARTI000051226486",
				Entrees: []droit.Champ{
					droit.C("salaire", "1950.00"), droit.C("salaire", "1950.00"), droit.C("salaire", "1950.00"), droit.C("plafond", "2552.242"),
				},
				Resultat: []droit.Champ{droit.C("ij", "32.05")},
				Phrase:   "La moitié du gain journalier (5 850,00 € ÷ 91,25 = 64,109589 €) donne 32,05 € par jour.",
			},
		},
	}
	for j := du; j <= au; j++ {
		jour := droit.JourCalcule{Date: j, Risque: droit.Maladie, Etat: droit.Carence, Regle: "MAL-CAR-01"}
		if paye.Contient(j) {
			jour.Etat, jour.IJ, jour.Beneficiaire, jour.Regle = droit.Paye, 3205, droit.AssureBeneficiaire, "MAL-BAS-04"
		}
		r.Jours = append(r.Jours, jour)
	}
	return r
}

// resultatRiche holds something in every field, over complet.cas.json.
func resultatRiche() *droit.Resultat {
	j := v.NewJour(2026, 3, 2)
	p := v.P(j, j+13)
	return &droit.Resultat{
		Droits: []droit.Droit{{
			Arret: 1, Activite: 2, Regle: "MAL-OUV-04", Voie: "2030_smic_12_mois", Apres6Mois: v.Connu(false), DernierJour: j + 180,
			Fenetres: droit.Fenetres{Mois3: p, Jours90: p, Mois6: p, Mois12: p, Jours365: p},
			Smic:     v.Connu(v.Centimes(1202)), Salaire6Mois: v.Connu(v.Centimes(1220030)), Salaire12Mois: v.Connu(v.Centimes(2440060)),
			HeuresRetenues: v.Connu(v.Centiemes(15000)), SalaireRetenu: v.Connu(v.Centimes(999)),
		}},
		Bases: []droit.Base{{
			Arret: 1, Activites: []int{0, 1}, Reference: "12_mois", PlafondMensuel: v.F(2000, 1),
			SalairesRetablis: []v.Fraction{v.F(2000, 3), v.F(1, 8)}, SalairesRetenus: []v.Fraction{v.F(-5, 2)},
			GainJournalier: v.F(2, 3), SalaireJournalierPlafonne: v.Connu(v.Centimes(40082)), GainNet: v.Connu(v.Centimes(4675)),
			IJ: 3550, IJ2: v.Connu(v.Centimes(4734)), RAAM: v.Connu(v.Centimes(3000000)), SeuilNullite: v.Connu(v.Centimes(458200)),
			Annees: []int{2023, 2024},
		}},
		Jours: []droit.JourCalcule{
			{Date: j, Activite: 1, Risque: droit.Maladie, Etat: droit.Attente},
			{Date: j + 1, Arret: -1, Activite: -1, Etat: droit.Travaille},
		},
		Periodes:    []droit.PeriodePayee{{Periode: p, Arret: 1, Activite: 1, Risque: droit.MaladiePro, Jours: 14, Beneficiaire: droit.EmployeurBeneficiaire, Regle: "AT-08"}},
		Forfaits:    []droit.Forfait{{Nature: "allocation_maternite_tns", Le: j, Montant: 200250, Activite: 1, Regle: "TNS-01"}},
		Differences: []droit.Difference{{Periode: p, Activite: 2, Risque: droit.Maladie, Du: 36157, Verse: 40000, Ecart: -3843}},
		Certain:     droit.Certain{Jours: 2, Brut: 100, Periodes: []droit.PeriodeCertaine{{Periode: p, Activite: 1, IJ: 50}}},
		Manques: []droit.Manque{
			{Code: "ATTESTATION_SALAIRE", AupresDe: "employeur:73282932000074", Pour: p, Phrase: "Il manque le salaire de «janvier»."},
			{Code: "NON_CALCULE", Phrase: "ligne 1\nligne \"2\" \x01"},
		},
		Avis: []droit.Avis{{Code: "MAL-U-18", Phrase: "Lecture par défaut."}},
		Explication: []droit.Etape{{
			Regle: "MAL-BAS-04", Article: "R.323-4", Version: "LEGIARTI000051226486",
			Entrees:  []droit.Champ{droit.C("salaire", "1.00"), droit.C("mois", "mars"), droit.C("salaire", "2.00")},
			Resultat: []droit.Champ{droit.C("ij", "0.01")}, Phrase: "Étape.",
		}},
	}
}
