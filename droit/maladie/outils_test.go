package maladie

import (
	"testing"

	"accord/droit"
	"accord/internal/essai/valeurs"
	v "accord/valeur"
)

var table, jour, euros, entre = valeurs.Table(), valeurs.Jour, valeurs.Euros, valeurs.Entre

// paie is one whole month of pay.
func paie(mois, brut, heures string) droit.Salaire {
	du := jour(mois + "-01")
	s := droit.Salaire{Periode: v.P(du, du.FinMois()), Brut: v.Connu(euros(brut))}
	if heures != "" {
		s.Heures = v.Connu(euros(heures))
	}
	return s
}

// simple is the ordinary case: one employer, three whole months, one arrêt of a
// fortnight.
func simple() *droit.Cas {
	return &droit.Cas{
		ID: "simple", ConnuAu: jour("2026-11-23"),
		Assure: droit.Assure{Naissance: jour("1985-03-02"), AffilieDepuis: jour("2008-09-01"), TauxPAS: v.Connu(v.Centiemes(0))},
		Activites: []droit.Activite{{
			ID: "E1", Nature: droit.Salarie, Employeur: "00000000000000", Contrat: droit.CDI, Debut: jour("2015-01-01"), Paie: droit.Mensuelle,
			DernierJourTravaille: jour("2026-03-01"),
			Salaires:             []droit.Salaire{paie("2025-12", "2000.00", "151.67"), paie("2026-01", "2000.00", "151.67"), paie("2026-02", "2000.00", "151.67")},
		}},
		Arrets: []droit.Arret{arret("A1", "2026-03-02", "2026-03-15", droit.Initial)},
	}
}

func arret(id, du, au string, n droit.NatureArret) droit.Arret {
	return droit.Arret{ID: id, Risque: droit.Maladie, Nature: n, Debut: jour(du), Fin: jour(au), Canal: droit.Electronique,
		PrescritLe: jour(du), RecuLe: jour(du), Prescripteur: droit.MedecinTraitant}
}

// calculer runs the law on a case, with days grouped into periods.
func calculer(t testing.TB, cas *droit.Cas) *droit.Resultat {
	t.Helper()
	var c Calcul
	r := new(droit.Resultat)
	if err := c.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if err := droit.Grouper(cas, table, r.Jours, r); err != nil {
		t.Fatal(err)
	}
	return r
}

// etats writes the calendar of one line in short: a letter for each day.
func etats(r *droit.Resultat, activite int) string {
	lettres := map[droit.Etat]byte{droit.Paye: 'P', droit.Carence: 'c', droit.NonPrescrit: '-', droit.Refuse: 'R', droit.Suspendu: 'S',
		droit.Attente: '?', droit.NonCumul: 'N', droit.Epuise: 'E', droit.Travaille: 'T', droit.AChargeEmployeur: 'A'}
	var s []byte
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Activite == activite {
			s = append(s, lettres[j.Etat])
		}
	}
	return string(s)
}

// payer fills every month of an activity between two months with the same pay.
func payer(a *droit.Activite, du, au, brut string) {
	a.Salaires = nil
	for m := jour(du + "-01"); m <= jour(au+"-01"); m = m.AjouterMois(1) {
		a.Salaires = append(a.Salaires, paie(m.String()[:7], brut, "151.67"))
	}
}

// employe is the simple case with the same pay over ten years, and these arrêts.
func employe(arrets ...droit.Arret) *droit.Cas {
	cas := simple()
	cas.Activites[0].DernierJourTravaille = 0
	payer(&cas.Activites[0], "2016-01", "2027-12", "2000.00")
	cas.Arrets = arrets
	return cas
}
