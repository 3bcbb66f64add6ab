package famille_test

import (
	"accord/droit"
	"accord/droit/prestations"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

var table, jour = valeurs.Table(), valeurs.Jour

// mere is an employee with the same pay every month, a birth expected on 1 June
// 2026, and a maternity leave whose dates follow from it.
func mere() *droit.Cas {
	a := droit.Activite{ID: "E1", Nature: droit.Salarie, Employeur: "00000000000000", Contrat: droit.CDI, Debut: jour("2015-01-01"), Paie: droit.Mensuelle}
	for m := jour("2025-01-01"); m <= jour("2026-12-01"); m = m.AjouterMois(1) {
		a.Salaires = append(a.Salaires, droit.Salaire{Periode: v.P(m, m.FinMois()), Brut: v.Connu(v.Centimes(240000)), Heures: v.Connu(v.Centiemes(15167))})
	}
	return &droit.Cas{
		ID: "mere", ConnuAu: jour("2026-11-23"),
		Assure:     droit.Assure{Naissance: jour("1990-03-02"), AffilieDepuis: jour("2008-09-01"), TauxPAS: v.Connu(v.Centiemes(0))},
		Activites:  []droit.Activite{a},
		Naissances: []droit.Naissance{{ID: "G1", PrevueLe: jour("2026-06-01"), Enfants: 1, Rang: 1, EnfantHospitalise: []droit.Hospitalisation{}}},
		Arrets:     []droit.Arret{{ID: "M1", Risque: droit.Maternite, Naissance: "G1"}},
	}
}

// echec is what a test and a property both have.
type echec interface {
	Helper()
	Fatal(args ...any)
}

// calculer runs the benefits of a case together, with days grouped into periods.
func calculer(t echec, cas *droit.Cas) *droit.Resultat {
	t.Helper()
	var c prestations.Calcul
	r := new(droit.Resultat)
	if err := c.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if err := droit.Grouper(cas, table, r.Jours, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// payes counts the days paid under a risk.
func payes(r *droit.Resultat, risque droit.Risque) int {
	n := 0
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Risque == risque && j.Etat == droit.Paye {
			n++
		}
	}
	return n
}
