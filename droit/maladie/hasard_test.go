package maladie

import (
	"fmt"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// casAuHasard draws a whole case: one to three employers, an independent
// activity at times, up to six arrêts over three years, and the usual troubles.
func casAuHasard(t *rapid.T) *droit.Cas {
	cas := &droit.Cas{ID: "hasard", ConnuAu: jour("2026-11-23"), Assure: droit.Assure{Naissance: jour("1964-05-20"), AffilieDepuis: jour("2008-09-01"), TauxPAS: v.Connu(v.Centiemes(350))}}
	if rapid.IntRange(0, 9).Draw(t, "retraite") == 0 {
		cas.Assure.PensionVieillesse = jour("2025-01-01")
	}
	for i := range rapid.IntRange(1, 3).Draw(t, "employeurs") {
		cas.Activites = append(cas.Activites, employeurAuHasard(t, fmt.Sprintf("E%d", i+1)))
	}
	if rapid.IntRange(0, 4).Draw(t, "indépendant") == 0 {
		a := droit.Activite{ID: "T1", Nature: droit.Independant, StatutTNS: rapid.SampledFrom([]droit.StatutTNS{droit.ArtisanCommercant, droit.CNAVPL, droit.ConjointCollaborateur}).Draw(t, "statut"), Debut: jour("2012-01-01")}
		for y := 2019; y < 2026; y++ {
			a.Revenus = append(a.Revenus, droit.Revenu{Annee: y, Montant: v.Centimes(rapid.Int64Range(0, 15_000_000).Draw(t, "revenu"))})
		}
		cas.Activites = append(cas.Activites, a)
	}
	debut := jour("2023-01-05")
	for i := range rapid.IntRange(1, 6).Draw(t, "arrêts") {
		debut += v.Jour(rapid.IntRange(-3, 120).Draw(t, "écart"))
		fin := debut + v.Jour(rapid.IntRange(0, 90).Draw(t, "durée"))
		cas.Arrets = append(cas.Arrets, arretAuHasard(t, fmt.Sprintf("A%d", i+1), debut, fin))
		debut = fin + 1
	}
	return cas
}

func employeurAuHasard(t *rapid.T, id string) droit.Activite {
	a := droit.Activite{ID: id, Nature: droit.Salarie, Debut: jour("2015-01-01"), Paie: droit.Mensuelle,
		Contrat: rapid.SampledFrom([]droit.Contrat{droit.CDI, droit.CDI, droit.CDI, droit.Saisonnier, droit.Interim}).Draw(t, "contrat")}
	brut := v.Centimes(rapid.Int64Range(0, 600_000).Draw(t, "brut"))
	for m := jour("2021-01-01"); m < jour("2026-12-01"); m = m.AjouterMois(1) {
		s := droit.Salaire{Periode: v.P(m, m.FinMois()), Brut: v.Connu(brut), Heures: v.Connu(v.Centiemes(15167))}
		switch rapid.IntRange(0, 39).Draw(t, "mois") {
		case 0:
			continue
		case 1:
			s.Heures = v.Option[v.Centiemes]{}
		case 2:
			a.Absences = append(a.Absences, droit.Absence{Periode: v.P(m+4, m+10), Motif: rapid.SampledFrom([]droit.MotifAbsence{droit.AbsenceMaladie, droit.AbsenceGreve, droit.AbsenceChomage}).Draw(t, "motif")})
		case 3:
			s.Brut = v.Connu(brut * 2)
		}
		a.Salaires = append(a.Salaires, s)
	}
	if rapid.Bool().Draw(t, "subrogation") {
		a.Subrogation = []droit.Subrogation{{Periode: entre("2024-01-01", "2025-06-30"), Maintien: rapid.SampledFrom([]droit.Maintien{droit.MaintienTotal, droit.MaintienPartiel}).Draw(t, "maintien"),
			Maintenu: v.Connu(v.Centimes(rapid.Int64Range(0, 3_000_000).Draw(t, "maintenu")))}}
	}
	if rapid.IntRange(0, 3).Draw(t, "perte") == 0 {
		a.PertesTPT = []droit.PerteTPT{{Periode: entre("2023-01-01", "2026-12-31"), Perte: v.Centimes(rapid.Int64Range(0, 5_000_000).Draw(t, "montant"))}}
	}
	if rapid.IntRange(0, 5).Draw(t, "reprise") == 0 {
		a.Reprises = []droit.Reprise{{Le: jour("2024-03-10"), Motif: droit.RepriseNormale}}
	}
	return a
}

func arretAuHasard(t *rapid.T, id string, du, au v.Jour) droit.Arret {
	a := droit.Arret{ID: id, Risque: droit.Maladie, Nature: rapid.SampledFrom([]droit.NatureArret{droit.Initial, droit.Prolongation}).Draw(t, "nature"), Debut: du, Fin: au,
		Canal: droit.Electronique, PrescritLe: du, Prescripteur: droit.MedecinTraitant}
	switch rapid.IntRange(0, 11).Draw(t, "genre") {
	case 0:
		a.TempsPartiel = true
	case 1, 2:
		a.ALD = "X"
	case 3:
		a.Canal, a.Support, a.EnvoyeLe = droit.Papier, droit.CerfaSecurise, du+v.Jour(rapid.IntRange(0, 12).Draw(t, "envoi"))
	case 4:
		a.Activites = []string{"E1"}
	case 5:
		a.ExonereCarence = droit.ExoFausseCouche
	}
	return a
}
