package prestations

import (
	"slices"
	"strings"
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// suite is a run of days paid under a benefit.
func suite(r droit.Risque, arret, activite int, du v.Jour, n int) (js []droit.JourCalcule) {
	for k := range n {
		js = append(js, droit.JourCalcule{Date: du + v.Jour(k), Arret: arret, Activite: activite, Risque: r, Etat: droit.Paye, IJ: 100, Beneficiaire: droit.AssureBeneficiaire})
	}
	return js
}

// No leave is longer than the law allows for its event: the last day allowed is
// let pass, the next one is said, with the figure of the text.
func TestDureesMaximales(t *testing.T) {
	prevue := v.NewJour(2026, 6, 1)
	nait := func(enfants, rang int, ecart v.Jour) droit.Naissance {
		return droit.Naissance{ID: "G1", PrevueLe: prevue, AccouchementLe: prevue + ecart, Enfants: enfants, Rang: rang}
	}
	aNaitre, sansDatePrevue := nait(1, 1, 0), nait(1, 1, 0)
	aNaitre.AccouchementLe, sansDatePrevue.PrevueLe = 0, 0
	for _, c := range []struct {
		risque droit.Risque
		n      droit.Naissance
		plus   int
	}{
		{droit.Maternite, nait(1, 1, 0), 7 * (6 + 10)},
		{droit.Maternite, nait(1, 2, 0), 7 * (6 + 10)},
		{droit.Maternite, nait(1, 3, 0), 7 * (8 + 18)},
		{droit.Maternite, nait(1, 4, 0), 7 * (8 + 18)},
		{droit.Maternite, nait(1, 0, 0), 7 * (8 + 18)}, // the longest that the rank may give
		{droit.Maternite, nait(2, 1, 0), 7 * (12 + 22)},
		{droit.Maternite, nait(2, 3, 0), 7 * (12 + 22)},
		{droit.Maternite, nait(3, 1, 0), 7 * (24 + 22)},
		{droit.Maternite, nait(4, 1, 0), 7 * (24 + 22)},
		{droit.Maternite, nait(0, 1, 0), 7 * (24 + 22)}, // the longest that the number may give
		{droit.Maternite, nait(1, 1, 9), 7*(6+10) + 9},
		{droit.Maternite, nait(1, 1, -50), 7*(6+10) + 50},
		{droit.Maternite, aNaitre, 7 * (6 + 10)},
		{droit.Maternite, sansDatePrevue, 7 * (6 + 10)},
		{droit.Pathologique, nait(1, 1, 0), 30}, // an independent's: fourteen days for an employee
		{droit.Paternite, nait(1, 1, 0), 32 + 30},
		{droit.NaissanceConge, nait(1, 1, 0), 31 + 31},
	} {
		cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Naissances: []droit.Naissance{c.n},
			Arrets: []droit.Arret{{ID: "A1", Risque: c.risque, Naissance: "G1", Debut: prevue - 400}}}
		verifierBorne(t, cas, c.risque, 0, c.plus)
	}
	adoptant := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Adoptions: []droit.Adoption{{ID: "D1", ArriveeLe: prevue}},
		Arrets: []droit.Arret{{ID: "A1", Risque: droit.AdoptionConge, Adoption: "D1", Debut: prevue - 400}}}
	verifierBorne(t, adoptant, droit.AdoptionConge, 0, 7*22+32)
	endeuille := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Deces: []droit.Deces{{ID: "X1", Le: prevue}},
		Arrets: []droit.Arret{{ID: "A1", Risque: droit.DeuilEnfant, Deces: "X1", Debut: prevue - 400}}}
	verifierBorne(t, endeuille, droit.DeuilEnfant, 0, 15)
}

// verifierBorne checks that so many days pass and that one more does not.
func verifierBorne(t *testing.T, cas *droit.Cas, r droit.Risque, activite, plus int) {
	t.Helper()
	du := v.NewJour(2026, 1, 1)
	for n, bon := range map[int]bool{plus: true, plus + 1: false} {
		if dits := Ruptures(cas, table, suite(r, 0, activite, du, n)); bon != (len(dits) == 0) || len(dits) > 1 {
			t.Errorf("%s, %+v : %d jours : %q", r, cas.Naissances, n, dits)
		}
	}
}

// The leave of the parent of a mother who died is hers, and a parameter that is
// not known bounds nothing.
func TestDureesSansBorne(t *testing.T) {
	du := v.NewJour(2026, 1, 1)
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}}, Arrets: []droit.Arret{{ID: "A1", Risque: droit.Maternite, Naissance: "G1", Debut: du}},
		Naissances: []droit.Naissance{{ID: "G1", PrevueLe: du, AccouchementLe: du, Enfants: 1, Rang: 1, DecesMereLe: du + 20, FinCongeMere: du + 200}}}
	jours := suite(droit.Maternite, 0, 0, du, 150)
	if dits := Ruptures(cas, table, jours); len(dits) != 0 {
		t.Errorf("congé de la mère décédée : %q", dits)
	}
	cas.Naissances[0].FinCongeMere = 0
	if dits := Ruptures(cas, table, jours); len(dits) != 1 {
		t.Errorf("150 jours : %q", dits)
	}
	if dits := Ruptures(cas, new(parametre.Table), jours); len(dits) != 0 {
		t.Errorf("sans paramètres : %q", dits)
	}
}

// Days are counted for the event that their arrêt names or, when it names none, for
// the only one of the case; once whatever the lines, by régime.
func TestJoursDUnEvenement(t *testing.T) {
	du := v.NewJour(2026, 6, 1)
	activites := []droit.Activite{{ID: "E1"}, {ID: "T1", Nature: droit.Independant}}
	ne := []droit.Naissance{{ID: "G1", AccouchementLe: du}, {ID: "G2", AccouchementLe: du}}
	adopte := []droit.Adoption{{ID: "D1", ArriveeLe: du}, {ID: "D2", ArriveeLe: du}}
	morts := []droit.Deces{{ID: "X1", Le: du}, {ID: "X2", Le: du}}
	for _, c := range []struct {
		nom                    string
		naissances, adoptions  int // how many events of the case
		arret                  droit.Arret
		activite, jours, sinon int // days paid, and 1 if they are too many
	}{
		{"la seule naissance, sans la nommer", 1, 0, droit.Arret{Risque: droit.Paternite}, 0, 63, 1},
		{"nommée", 2, 0, droit.Arret{Risque: droit.Paternite, Naissance: "G2"}, 0, 63, 1},
		{"nommée par la grossesse", 2, 0, droit.Arret{Risque: droit.Paternite, Grossesse: "G2"}, 0, 63, 1},
		{"l'une des deux", 2, 0, droit.Arret{Risque: droit.Paternite}, 0, 63, 0},
		{"d'une autre", 1, 0, droit.Arret{Risque: droit.Paternite, Naissance: "G9"}, 0, 63, 0},
		{"d'une autre grossesse", 1, 0, droit.Arret{Risque: droit.Paternite, Grossesse: "G9"}, 0, 63, 0},
		{"d'une adoption", 1, 0, droit.Arret{Risque: droit.NaissanceConge, Adoption: "D9"}, 0, 63, 0},
		{"d'un décès", 1, 0, droit.Arret{Risque: droit.Paternite, Deces: "X9"}, 0, 63, 0},
		{"comme indépendant", 1, 0, droit.Arret{Risque: droit.Paternite}, 1, 63, 1},
		{"la seule adoption", 0, 1, droit.Arret{Risque: droit.AdoptionConge}, 0, 187, 1},
		{"l'adoption nommée", 0, 2, droit.Arret{Risque: droit.AdoptionConge, Adoption: "D2"}, 0, 187, 1},
		{"l'une des deux adoptions", 0, 2, droit.Arret{Risque: droit.AdoptionConge}, 0, 187, 0},
		{"le seul décès", 0, 1, droit.Arret{Risque: droit.DeuilEnfant}, 0, 16, 1},
		{"le décès nommé", 0, 2, droit.Arret{Risque: droit.DeuilEnfant, Deces: "X2"}, 0, 16, 1},
		{"l'un des deux décès", 0, 2, droit.Arret{Risque: droit.DeuilEnfant}, 0, 16, 0},
	} {
		cas := &droit.Cas{Activites: activites, Arrets: []droit.Arret{c.arret}, Naissances: ne[:c.naissances], Adoptions: adopte[:c.adoptions], Deces: morts[:c.adoptions]}
		if dits := Ruptures(cas, table, suite(c.arret.Risque, 0, c.activite, du, c.jours)); len(dits) != c.sinon {
			t.Errorf("%s : %q", c.nom, dits)
		}
	}
	// Under two lines a day is one, and what is not paid is none.
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}, {ID: "E2"}}, Arrets: []droit.Arret{{Risque: droit.Paternite}}, Naissances: ne[:1]}
	jours := append(suite(droit.Paternite, 0, 0, du, 62), suite(droit.Paternite, 0, 1, du, 62)...)
	refuse := suite(droit.Paternite, 0, 0, du+62, 1)
	refuse[0].Etat, refuse[0].IJ, refuse[0].Beneficiaire = droit.Refuse, 0, ""
	if dits := Ruptures(cas, table, append(jours, refuse...)); len(dits) != 0 {
		t.Errorf("deux lignes : %q", dits)
	}
}

// What a row of the calendar may be, and how many a day of a line has, whatever
// the order in which they are told.
func TestLignesDUnJour(t *testing.T) {
	le := v.NewJour(2026, 6, 1)
	cas := &droit.Cas{Activites: []droit.Activite{{ID: "E1"}, {ID: "E2"}}, Arrets: []droit.Arret{{ID: "A1", Nature: droit.Initial}},
		Decisions: []droit.Decision{{Nature: droit.RefusDroits, Arret: "A1"}}} // not one that fixes the days
	ligne := func(r droit.Risque, e droit.Etat, ij v.Centimes, b droit.Beneficiaire) droit.JourCalcule {
		return droit.JourCalcule{Date: le, Risque: r, Etat: e, IJ: ij, Beneficiaire: b}
	}
	const assure = droit.AssureBeneficiaire
	refus := ligne(droit.Maladie, droit.Refuse, 0, "")
	ailleurs, lendemain := refus, refus
	ailleurs.Activite, lendemain.Date = 1, le+1
	for _, c := range []struct {
		nom   string
		jours []droit.JourCalcule
		dits  []string // what each sentence holds
	}{
		{"payé", []droit.JourCalcule{ligne(droit.Maladie, droit.Paye, 100, assure)}, nil},
		{"payé zéro", []droit.JourCalcule{ligne(droit.Maladie, droit.Paye, 0, assure)}, nil},
		{"payé à personne", []droit.JourCalcule{ligne(droit.Maladie, droit.Paye, 100, "")}, []string{"paye avec"}},
		{"payé moins que rien", []droit.JourCalcule{ligne(droit.Maladie, droit.Paye, -1, assure)}, []string{"paye avec"}},
		{"refusé", []droit.JourCalcule{refus}, nil},
		{"refusé avec un montant", []droit.JourCalcule{ligne(droit.Maladie, droit.Refuse, 1, "")}, []string{"refuse avec"}},
		{"refusé pour quelqu'un", []droit.JourCalcule{ligne(droit.Maladie, droit.Refuse, 0, assure)}, []string{"refuse avec"}},
		{"attente", []droit.JourCalcule{ligne(droit.Maladie, droit.Attente, 3000, assure)}, nil},
		{"attente de moins que rien", []droit.JourCalcule{ligne(droit.Maladie, droit.Attente, -1, "")}, []string{"attente avec"}},
		{"maladie dite deux fois", []droit.JourCalcule{refus, refus}, []string{"deux états"}},
		{"maladie de deux emplois", []droit.JourCalcule{refus, ailleurs}, nil},
		{"maladie de deux jours", []droit.JourCalcule{refus, lendemain}, nil},
		{"dite deux fois dans le désordre", []droit.JourCalcule{refus, ailleurs, refus}, []string{"deux états"}},
		{"congé demandé deux fois", []droit.JourCalcule{ligne(droit.Paternite, droit.Refuse, 0, ""), ligne(droit.Paternite, droit.Refuse, 0, "")}, nil},
		{"accident dit deux fois", []droit.JourCalcule{ligne(droit.AccidentTravail, droit.Refuse, 0, ""), ligne(droit.AccidentTravail, droit.Refuse, 0, "")}, []string{"deux états"}},
		{"trajet dit deux fois", []droit.JourCalcule{ligne(droit.AccidentTrajet, droit.Refuse, 0, ""), ligne(droit.AccidentTrajet, droit.Refuse, 0, "")}, []string{"deux états"}},
		{"maladie professionnelle dite deux fois", []droit.JourCalcule{ligne(droit.MaladiePro, droit.Refuse, 0, ""), ligne(droit.MaladiePro, droit.Refuse, 0, "")}, []string{"deux états"}},
		{"congé et maladie", []droit.JourCalcule{ligne(droit.Paternite, droit.Paye, 100, assure), refus}, nil},
		{"payé sous deux", []droit.JourCalcule{ligne(droit.Paternite, droit.Paye, 100, assure), ligne(droit.Maladie, droit.Paye, 100, assure)}, []string{"payé deux fois"}},
		{"payé sous deux, un refus entre", []droit.JourCalcule{ligne(droit.AJAP, droit.Paye, 100, assure), ligne(droit.Maladie, droit.Refuse, 0, ""), ligne(droit.Paternite, droit.Paye, 100, assure)}, []string{"payé deux fois"}},
	} {
		dits := Ruptures(cas, table, c.jours)
		if !slices.EqualFunc(dits, c.dits, strings.Contains) {
			t.Errorf("%s : %q", c.nom, dits)
		}
	}
}

// Nothing is paid before the arrêt, after the death, nor for an accident that is
// over and did not relapse.
func TestJoursHorsDeLArret(t *testing.T) {
	le := v.NewJour(2026, 6, 1)
	refus := suite(droit.AccidentTravail, 0, 0, le, 1)
	refus[0].Etat, refus[0].IJ, refus[0].Beneficiaire = droit.Refuse, 0, ""
	finis := []droit.Decision{{Nature: droit.Guerison, Sinistre: "S1", Le: le - 1}, {Nature: droit.Reconnaissance, Sinistre: "S1", Le: le - 5}, {Nature: droit.Consolidation, Sinistre: "S2", Le: le - 5}}
	rechute := func(sinistre string, debut v.Jour, nature droit.NatureArret) []droit.Arret {
		return []droit.Arret{{ID: "A2", Nature: nature, Sinistre: sinistre, Debut: debut}}
	}
	for _, c := range []struct {
		nom       string
		deces     v.Jour
		debut     v.Jour
		risque    droit.Risque
		sinistre  string
		decisions []droit.Decision
		autres    []droit.Arret
		jours     []droit.JourCalcule
		dit       string
	}{
		{nom: "le jour du décès", deces: le},
		{nom: "le lendemain du décès", deces: le - 1, dit: "après le décès"},
		{nom: "refusé après le décès", deces: le - 1, jours: refus},
		{nom: "le premier jour", debut: le},
		{nom: "la veille", debut: le + 1, dit: "avant l'arrêt"},
		{nom: "la veille d'une maternité", debut: le + 1, risque: droit.Maternite},
		{nom: "sans date", debut: 0},
		{nom: "guéri la veille", sinistre: "S1", decisions: finis, dit: "guéri ou consolidé"},
		{nom: "guéri ce jour", sinistre: "S1", decisions: []droit.Decision{{Nature: droit.Guerison, Sinistre: "S1", Le: le}}},
		{nom: "consolidé", sinistre: "S2", decisions: finis, dit: "guéri ou consolidé"},
		{nom: "un autre accident", sinistre: "S3", decisions: finis},
		{nom: "reconnu", sinistre: "S1", decisions: finis[1:2]},
		{nom: "de la maladie du même arrêt", sinistre: "S1", decisions: finis, jours: suite(droit.Maladie, 0, 0, le, 1)},
		{nom: "trajet guéri", sinistre: "S1", decisions: finis, jours: suite(droit.AccidentTrajet, 0, 0, le, 1), dit: "guéri ou consolidé"},
		{nom: "maladie professionnelle guérie", sinistre: "S1", decisions: finis, jours: suite(droit.MaladiePro, 0, 0, le, 1), dit: "guéri ou consolidé"},
		{nom: "rechute ce jour", sinistre: "S1", decisions: finis, autres: rechute("S1", le, droit.Rechute)},
		{nom: "rechute demain", sinistre: "S1", decisions: finis, autres: rechute("S1", le+1, droit.Rechute), dit: "guéri ou consolidé"},
		{nom: "rechute le jour de la guérison", sinistre: "S1", decisions: finis, autres: rechute("S1", le-1, droit.Rechute), dit: "guéri ou consolidé"},
		{nom: "rechute d'un autre", sinistre: "S1", decisions: finis, autres: rechute("S2", le, droit.Rechute), dit: "guéri ou consolidé"},
		{nom: "prolongation", sinistre: "S1", decisions: finis, autres: rechute("S1", le, droit.Prolongation), dit: "guéri ou consolidé"},
	} {
		cas := &droit.Cas{Assure: droit.Assure{DecesLe: c.deces}, Activites: []droit.Activite{{ID: "E1"}}, Decisions: c.decisions,
			Arrets: append([]droit.Arret{{ID: "A1", Nature: droit.Initial, Risque: c.risque, Debut: c.debut, Sinistre: c.sinistre}}, c.autres...)}
		jours := c.jours
		if jours == nil {
			jours = suite(droit.AccidentTravail, 0, 0, le, 1)
		}
		if dits := Ruptures(cas, table, jours); len(dits) > 1 || (len(dits) == 1) != (c.dit != "") || !strings.Contains(strings.Join(dits, " "), c.dit) {
			t.Errorf("%s : %q", c.nom, dits)
		}
	}
}
