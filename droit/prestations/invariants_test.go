package prestations

import (
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Each broken promise is said; a calendar that keeps them is not.
func TestRuptures(t *testing.T) {
	cas := &droit.Cas{
		Assure:    droit.Assure{DecesLe: v.NewJour(2026, 12, 1)},
		Activites: []droit.Activite{{ID: "E1"}, {ID: "E2"}, {ID: "T1", Nature: droit.Independant}},
		Arrets: []droit.Arret{{ID: "A1", Risque: droit.Maladie, Debut: v.NewJour(2026, 4, 1), Fin: v.NewJour(2026, 12, 31)},
			{ID: "A2", Risque: droit.AccidentTravail, Sinistre: "S1", Debut: v.NewJour(2026, 4, 1), Fin: v.NewJour(2026, 12, 31)},
			{ID: "A3", Risque: droit.DeuilEnfant, Deces: "X1", Debut: v.NewJour(2026, 4, 1), Fin: v.NewJour(2026, 5, 31)},
			{ID: "A4", Risque: droit.Paternite, Debut: v.NewJour(2026, 4, 1), Fin: v.NewJour(2026, 12, 31)},
			{ID: "A5", Risque: droit.Maladie, Debut: v.NewJour(2026, 4, 1), Fin: v.NewJour(2026, 12, 31)}},
		Decisions: []droit.Decision{{Nature: droit.Consolidation, Sinistre: "S1", Le: v.NewJour(2026, 4, 20)},
			{Nature: droit.Forcage, Arret: "A5", Le: v.NewJour(2026, 4, 1), Valeur: "payer"}},
		Naissances: []droit.Naissance{{ID: "G1", PrevueLe: v.NewJour(2026, 4, 1), AccouchementLe: v.NewJour(2026, 4, 1), Enfants: 1, Rang: 1}},
		Deces:      []droit.Deces{{ID: "X1", Le: v.NewJour(2026, 4, 1)}},
	}
	avril := v.NewJour(2026, 4, 10)
	sansPayeur := suite(droit.Maladie, 0, 0, avril, 1)
	sansPayeur[0].Beneficiaire = ""
	refuse := suite(droit.Maladie, 0, 0, avril, 1)
	refuse[0].Etat = droit.Refuse
	for _, c := range []struct {
		jours []droit.JourCalcule
		dit   string // in the only sentence, or nothing
	}{
		{suite(droit.Maladie, 0, 0, avril, 10), ""},
		{append(suite(droit.Maladie, 0, 0, avril, 1), suite(droit.AccidentTravail, 1, 1, avril, 1)...), ""},
		{append(suite(droit.Maladie, 0, 0, avril, 1), suite(droit.AccidentTravail, 1, 0, avril, 1)...), "payé deux fois"},
		{append(suite(droit.Maladie, 0, 0, avril, 1), refuse...), "refuse avec"},
		{sansPayeur, "paye avec"},
		{suite(droit.Maladie, 0, 0, v.NewJour(2026, 12, 2), 1), "après le décès"},
		{suite(droit.Maladie, 0, 0, v.NewJour(2026, 3, 31), 1), "avant l'arrêt A1"},
		{suite(droit.AccidentTravail, 1, 0, v.NewJour(2026, 4, 21), 1), "guéri ou consolidé"},
		{suite(droit.DeuilEnfant, 2, 0, avril, 15), ""},
		{suite(droit.DeuilEnfant, 2, 0, avril, 16), "16 jours de deuil_enfant"},
		{suite(droit.Paternite, 3, 0, avril, 62), ""},
		{suite(droit.Paternite, 3, 0, avril, 63), "63 jours de paternite"},
		{append(suite(droit.Paternite, 3, 0, avril, 32), suite(droit.Paternite, 3, 2, avril+32, 32)...), ""}, // each régime has its own
		{append(suite(droit.Paternite, 3, 0, avril, 32), suite(droit.Paternite, 3, 1, avril+32, 32)...), "64 jours de paternite"},
		{suite(droit.Maladie, 4, 0, v.NewJour(2026, 12, 2), 1), ""}, // forced
	} {
		dits := strings.Join(Ruptures(cas, table, c.jours), " ")
		if c.dit == "" && dits != "" || !strings.Contains(dits, c.dit) {
			t.Errorf("«%s», attendu «%s»", dits, c.dit)
		}
	}
}
