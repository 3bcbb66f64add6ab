package atmp

import (
	"testing"

	"accord/droit"
	"accord/parametre"
	v "accord/valeur"
)

// calendrier gives the last day of each step of a dossier.
func calendrier(t testing.TB, p *parametre.Table, o *droit.Options, d Dossier) map[string]string {
	t.Helper()
	es, err := Calendrier(p, o, &d)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, e := range es {
		if e.Qui == "" || e.Regle == "" {
			t.Errorf("%+v", e)
		}
		m[e.Nom] = e.Le.String()
	}
	return m
}

func verifier(t *testing.T, nom string, got, veut map[string]string) {
	t.Helper()
	for k, le := range veut {
		if got[k] != le {
			t.Errorf("%s, %s : %s, attendu %s", nom, k, got[k], le)
		}
	}
	if len(got) != len(veut) {
		t.Errorf("%s : %v, attendu %v", nom, got, veut)
	}
}

// Time limits in clear days: neither the first day nor the last is counted
// (R.441-7, R.441-8, R.441-16, R.461-9, R.461-10).
func TestHorloges(t *testing.T) {
	o := &droit.Options{}
	for _, c := range []struct {
		nom  string
		d    Dossier
		veut map[string]string
	}{
		{"accident", Dossier{Risque: droit.AccidentTravail, CompletLe: jour("2026-03-02")}, map[string]string{EtapeDecision: "2026-04-02"}},
		{"accident, investigations", Dossier{Risque: droit.AccidentTrajet, CompletLe: jour("2026-03-02"), Investigations: true, QuestionnaireLe: jour("2026-03-10")},
			map[string]string{EtapeQuestionnaire: "2026-03-31", EtapeConsultation: "2026-05-12", EtapeObservations: "2026-05-23", EtapeDecision: "2026-06-01"}},
		{"maladie", Dossier{Risque: droit.MaladiePro, CompletLe: jour("2026-03-02"), QuestionnaireLe: jour("2026-03-10")},
			map[string]string{EtapeQuestionnaire: "2026-04-10", EtapeConsultation: "2026-06-11", EtapeObservations: "2026-06-22", EtapeDecision: "2026-07-01"}},
		{"comité", Dossier{Risque: droit.MaladiePro, CRRMPLe: jour("2026-06-29")},
			map[string]string{EtapeCompleter: "2026-07-30", EtapeObservationsC: "2026-08-09", EtapeAvisComite: "2026-10-18", EtapeDecisionComite: "2026-10-28"}},
		{"rechute", Dossier{Risque: droit.AccidentTravail, RechuteLe: jour("2026-03-02")}, map[string]string{EtapeRechute: "2026-05-02"}},
		// Thursday 30 April, then Friday 1 May (holiday), Saturday, Sunday, Monday.
		{"déclaration", Dossier{Risque: droit.AccidentTravail, AccidentLe: jour("2026-04-30"), EmployeurLe: jour("2026-04-30"), DeclarationLe: jour("2026-05-04")},
			map[string]string{EtapeInformer: "2026-05-01", EtapeDeclarer: "2026-05-04", EtapeReserves: "2026-05-15"}},
		{"paiement", Dossier{Risque: droit.AccidentTravail, PaiementLe: jour("2026-03-02")}, map[string]string{EtapePaiement: "2026-03-18"}},
		{"rien de connu", Dossier{Risque: droit.AccidentTravail, Investigations: true}, map[string]string{}},
	} {
		verifier(t, c.nom, calendrier(t, table, o, c.d), c.veut)
	}
}

// AUT-U-22: read otherwise, a time limit that ends on a day off goes on to the
// next working day; 26 December is a holiday in Alsace-Moselle only.
func TestHorlogesJourOuvrable(t *testing.T) {
	o := &droit.Options{Choix: []droit.Choix{{Point: "AUT-U-22", Lecture: "jour_ouvrable"}}}
	verifier(t, "samedi", calendrier(t, table, o, Dossier{RechuteLe: jour("2026-03-02")}), map[string]string{EtapeRechute: "2026-05-04"})
	d := Dossier{RechuteLe: jour("2025-10-26"), Territoire: droit.Metropole}
	verifier(t, "26 décembre", calendrier(t, table, o, d), map[string]string{EtapeRechute: "2025-12-26"})
	d.Territoire = droit.AlsaceMoselle
	verifier(t, "26 décembre, Moselle", calendrier(t, table, o, d), map[string]string{EtapeRechute: "2025-12-29"})
}

// One percent a day from the eighth day after the day due, until the eve of the
// payment (R.436-5).
func TestAstreinte(t *testing.T) {
	for _, c := range []struct {
		montant, paye string
		veut          Penalite
	}{
		{"500.00", "2026-03-20", Penalite{jour("2026-03-10"), 10, euros("5.00"), euros("50.00")}},
		{"500.00", "2026-03-10", Penalite{jour("2026-03-10"), 0, euros("5.00"), 0}},
		{"500.00", "2026-03-03", Penalite{jour("2026-03-10"), 0, euros("5.00"), 0}},
		{"47.34", "2026-03-12", Penalite{jour("2026-03-10"), 2, euros("0.47"), euros("0.94")}},
	} {
		if got, err := Astreinte(table, euros(c.montant), jour("2026-03-02"), jour(c.paye)); err != nil || got != c.veut {
			t.Errorf("%s payé le %s : %+v (%v)", c.montant, c.paye, got, err)
		}
	}
}

func TestFinContestation(t *testing.T) {
	if le, err := FinContestation(table, jour("2026-03-02")); err != nil || le != jour("2026-03-12") {
		t.Errorf("%s (%v)", le, err)
	}
}

// L.431-2: two years from the accident, or from the end of the payments.
func TestForclos(t *testing.T) {
	for demande, veut := range map[string]bool{"2026-03-01": false, "2026-03-02": true} {
		if got, err := ForclosLe(table, jour("2024-03-02"), jour(demande), jour("2024-03-05")); err != nil || got != veut {
			t.Errorf("demande du %s : %v (%v)", demande, got, err)
		}
	}
}

// Every figure of the clocks is held: moved by one unit, some step moves.
func TestHorlogesMutees(t *testing.T) {
	tout := func(p *parametre.Table) (s string) {
		o := &droit.Options{}
		for _, r := range []droit.Risque{droit.AccidentTravail, droit.MaladiePro} {
			for _, enquete := range []bool{false, true} {
				j := jour("2026-03-02")
				es, err := Calendrier(p, o, &Dossier{Risque: r, AccidentLe: j, EmployeurLe: j, DeclarationLe: j, CompletLe: j, Investigations: enquete, QuestionnaireLe: j, CRRMPLe: j, RechuteLe: j, PaiementLe: j})
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range es {
					s += e.Le.String()
				}
			}
		}
		a, _ := Astreinte(p, euros("500.00"), jour("2026-03-02"), jour("2026-04-02"))
		f, _ := FinContestation(p, jour("2026-03-02"))
		return s + a.Depuis.String() + a.Total.String() + f.String()
	}
	reference, vues := tout(table), 0
	for i, l := range table.Lignes() {
		if !l.Code.Horloge() {
			continue
		}
		vues++
		for _, d := range []int64{1, -1} {
			m := l
			m.Valeur = m.Valeur.Plus(v.F(d, 1))
			q, err := table.Modifier(i, m)
			if err != nil {
				t.Fatal(err)
			}
			if tout(q) == reference {
				t.Errorf("%s %+d : rien ne change", l.Code, d)
			}
		}
	}
	if vues != 19 {
		t.Errorf("%d délais", vues)
	}
}
