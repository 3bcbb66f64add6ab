package droit

import (
	"slices"
	"testing"

	v "accord/valeur"
)

// R.323-11: the employer who keeps the whole wage, or a part not below what all the
// benefits owe over the period, is paid in the insured's stead; a part that is not known is
// asked for where something is owed to that line.
func TestRepartirSubrogations(t *testing.T) {
	mars := v.P(jour("2026-03-01"), jour("2026-03-31"))
	avril := v.P(jour("2026-04-01"), jour("2026-04-30"))
	paye := func(le string, activite int, etat Etat, ij v.Centimes) JourCalcule {
		return JourCalcule{Date: jour(le), Activite: activite, Etat: etat, IJ: ij}
	}
	partiel := func(p v.Periode, maintenu v.Option[v.Centimes]) []Subrogation {
		return []Subrogation{{Periode: p, Maintien: MaintienPartiel, Maintenu: maintenu}}
	}
	inconnu := v.Option[v.Centimes]{}
	for _, x := range []struct {
		nom                string
		nature             NatureActivite
		sub                []Subrogation
		du                 v.Centimes
		employeur, demande bool
	}{
		{"aucune", Salarie, nil, 0, false, false},
		{"tout le salaire", Salarie, []Subrogation{{Periode: mars, Maintien: MaintienTotal}}, 0, true, false},
		{"une part égale à ce qui est dû", Salarie, partiel(mars, v.Connu(v.Centimes(1000))), 1000, true, false},
		{"un centime de moins", Salarie, partiel(mars, v.Connu(v.Centimes(999))), 1000, false, false},
		{"une part inconnue", Salarie, partiel(mars, inconnu), 1000, false, true},
		{"une part inconnue de jours sans indemnité", Salarie, partiel(avril, inconnu), 0, false, false},
		{"un autre mois", Salarie, []Subrogation{{Periode: avril, Maintien: MaintienTotal}}, 0, false, false},
		{"un indépendant jamais", Independant, []Subrogation{{Periode: mars, Maintien: MaintienTotal}}, 0, false, false},
	} {
		cas := &Cas{Activites: []Activite{{ID: "E1", Nature: x.nature, Subrogation: x.sub}, {ID: "E2", Nature: Salarie}}}
		jours := []JourCalcule{paye("2026-03-10", 0, Paye, 0), paye("2026-03-10", 1, Paye, 0), paye("2026-03-11", 0, Refuse, 0),
			paye("2026-04-02", 0, Refuse, 7), paye("2026-04-02", 1, Paye, 0)}
		var demandes []int
		Repartir(cas, []LignePartagee{{0, v.F(1, 1)}, {1, v.F(3, 1)}}, jours, []v.Centimes{4000, 4000, 0, 0, 2000}, DusMaintenus{{0, 0}: x.du},
			func(activite int, p v.Periode) { demandes = append(demandes, activite) })
		veut := AssureBeneficiaire
		if x.employeur {
			veut = EmployeurBeneficiaire
		}
		if jours[0].IJ != 1000 || jours[1].IJ != 3000 || jours[4].IJ != 1500 || jours[0].Beneficiaire != veut || jours[1].Beneficiaire != AssureBeneficiaire || jours[2].Beneficiaire != "" {
			t.Errorf("%s : %+v", x.nom, jours)
		}
		if x.demande != slices.Equal(demandes, []int{0}) || !x.demande && len(demandes) > 0 {
			t.Errorf("%s : demandes %v", x.nom, demandes)
		}
	}
	// One cent owed is enough to ask.
	cas := &Cas{Activites: []Activite{{ID: "E1", Nature: Salarie, Subrogation: partiel(mars, inconnu)}}}
	demandes := 0
	Repartir(cas, []LignePartagee{{0, v.F(1, 1)}}, []JourCalcule{paye("2026-03-10", 0, Paye, 0)}, []v.Centimes{1}, nil, func(int, v.Periode) { demandes++ })
	if demandes != 1 {
		t.Errorf("%d demandes", demandes)
	}
}

// What is owed over a wage kept in part: days paid to that line in the period, whatever
// the benefit but unfitness (D.433-2).
func TestDusSurMaintiens(t *testing.T) {
	mars := v.P(jour("2026-03-01"), jour("2026-03-31"))
	jours := []JourCalcule{
		{Date: jour("2026-03-01"), Etat: Paye, Risque: Maladie, IJ: 100}, {Date: jour("2026-03-31"), Etat: Paye, Risque: Maternite, IJ: 20},
		{Date: jour("2026-03-15"), Etat: Paye, Risque: ITI, IJ: 1000}, {Date: jour("2026-03-15"), Etat: Attente, Risque: Maladie, IJ: 2000},
		{Date: jour("2026-03-15"), Activite: 1, Etat: Paye, Risque: Maladie, IJ: 3000}, {Date: jour("2026-02-28"), Etat: Paye, Risque: Maladie, IJ: 4000},
		{Date: jour("2026-04-01"), Etat: Paye, Risque: Maladie, IJ: 5000},
	}
	for _, x := range []struct {
		nom         string
		maintien    Maintien
		maintenu    v.Option[v.Centimes]
		jours       []JourCalcule
		du          v.Centimes
		compte      bool
		insuffisant bool
	}{
		{"égal", MaintienPartiel, v.Connu(v.Centimes(120)), jours, 120, true, false},
		{"un centime de moins", MaintienPartiel, v.Connu(v.Centimes(119)), jours, 120, true, true},
		{"inconnu, rien de dû", MaintienPartiel, v.Option[v.Centimes]{}, jours[2:], 0, true, false},
		{"inconnu, un centime dû", MaintienPartiel, v.Option[v.Centimes]{}, []JourCalcule{{Date: jour("2026-03-01"), Etat: Paye, IJ: 1}}, 1, true, true},
		{"tout le salaire", MaintienTotal, v.Option[v.Centimes]{}, jours, 0, false, false},
	} {
		cas := &Cas{Activites: []Activite{{ID: "E1", Nature: Salarie, Subrogation: []Subrogation{{Periode: mars, Maintien: x.maintien, Maintenu: x.maintenu}}}, {ID: "E2", Nature: Salarie}}}
		dus, insuffisant := DusSurMaintiens(cas, x.jours)
		if du, compte := dus[[2]int{0, 0}]; du != x.du || compte != x.compte || insuffisant != x.insuffisant {
			t.Errorf("%s : %v %v", x.nom, dus, insuffisant)
		}
	}
}

// What was paid under another risk, on a day no longer due, makes one difference of the
// whole run; what was paid and taken back does not.
func TestComparerJoursPlusDus(t *testing.T) {
	verse := func(le string, risque Risque, brut v.Centimes) Versement {
		return Versement{Periode: v.P(jour(le), jour(le)), Activite: "E1", Risque: risque, Brut: brut}
	}
	du := func(le string) JourCalcule {
		return JourCalcule{Date: jour(le), Risque: Maladie, Etat: Paye, IJ: 1000}
	}
	for _, x := range []struct {
		nom   string
		verse []Versement
		jours []JourCalcule
		veut  []Difference
	}{
		{"deux risques un même jour", []Versement{verse("2026-03-01", Maladie, 1000), verse("2026-03-02", Maladie, 500), verse("2026-03-02", Maternite, 500)},
			[]JourCalcule{du("2026-03-01")}, []Difference{{v.P(jour("2026-03-01"), jour("2026-03-02")), 0, Maladie, 1000, 2000, -1000}}},
		{"repris aussitôt", []Versement{verse("2026-03-01", Maladie, 500), verse("2026-03-02", Maternite, 500), verse("2026-03-02", Maternite, -500), verse("2026-03-03", Maladie, 1000)},
			[]JourCalcule{du("2026-03-01"), du("2026-03-03")}, []Difference{{v.P(jour("2026-03-01"), jour("2026-03-01")), 0, Maladie, 1000, 500, 500}}},
	} {
		var r Resultat
		Comparer(&Cas{Activites: []Activite{{ID: "E1", Nature: Salarie}}, Verse: x.verse}, x.jours, &r)
		if !slices.Equal(r.Differences, x.veut) {
			t.Errorf("%s : %+v", x.nom, r.Differences)
		}
	}
}

// A list in order is given back as it is, not copied.
func TestTrieSansCopie(t *testing.T) {
	xs := []Reprise{{Le: 1}, {Le: 2}}
	if got := trie(xs, comparerReprises); &got[0] != &xs[0] {
		t.Error("copié")
	}
}
