package atmp

import (
	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

var table, jour, euros = valeurs.Table(), valeurs.Jour, valeurs.Euros

// simple is the ordinary case: an accident on a Sunday, recognised, thirty days
// of stop, one employer, the same pay every month.
func simple() *droit.Cas {
	cas := &droit.Cas{
		ID: "simple", ConnuAu: jour("2026-11-23"),
		Assure:    droit.Assure{Naissance: jour("1985-03-02"), AffilieDepuis: jour("2008-09-01"), TauxPAS: v.Connu(v.Centiemes(0))},
		Activites: []droit.Activite{{ID: "E1", Nature: droit.Salarie, Employeur: "00000000000000", Contrat: droit.CDI, Debut: jour("2015-01-01"), Paie: droit.Mensuelle}},
		Sinistres: []droit.Sinistre{{ID: "S1", Risque: droit.AccidentTravail, AccidentLe: jour("2026-03-01"), Employeur: "00000000000000"}},
		Arrets: []droit.Arret{{ID: "A1", Risque: droit.AccidentTravail, Nature: droit.Initial, Sinistre: "S1", Debut: jour("2026-03-02"), Fin: jour("2026-03-31"),
			Canal: droit.Electronique, PrescritLe: jour("2026-03-02"), RecuLe: jour("2026-03-02"), Prescripteur: droit.MedecinTraitant}},
		Decisions: []droit.Decision{{Nature: droit.Reconnaissance, Sinistre: "S1", Le: jour("2026-04-02")}},
	}
	for m := jour("2022-01-01"); m < jour("2027-01-01"); m = m.AjouterMois(1) {
		cas.Activites[0].Salaires = append(cas.Activites[0].Salaires, droit.Salaire{Periode: v.P(m, m.FinMois()), Brut: v.Connu(euros("2400.00")), Heures: v.Connu(v.Centiemes(15167))})
	}
	return cas
}
