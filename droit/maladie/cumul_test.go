package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// decision is one of the caisse on the accident S1, unless named otherwise.
func decision(n droit.NatureDecision, le string) droit.Decision {
	return droit.Decision{Nature: n, Sinistre: "S1", Le: jour(le)}
}

func surArret(d droit.Decision, arret string) droit.Decision {
	d.Arret, d.Sinistre = arret, ""
	return d
}

func surAutre(d droit.Decision) droit.Decision {
	d.Sinistre = "S2"
	return d
}

// accidente is an arrêt due to the accident S1.
func accidente(id, du string, n droit.NatureArret) droit.Arret {
	a := arret(id, du, "2026-12-31", n)
	a.Risque, a.Sinistre = droit.AccidentTravail, "S1"
	return a
}

// Whether an accident is recognised follows from the decisions on it, in
// whatever order they are written.
func TestReconnu(t *testing.T) {
	const oui, non, guerison, consolidation = droit.Reconnaissance, droit.RefusReconnaissance, droit.Guerison, droit.Consolidation
	initial, rechute, suite := accidente("A1", "2026-01-05", droit.Initial), accidente("A2", "2026-04-01", droit.Rechute), accidente("A3", "2026-04-20", droit.Prolongation)
	seconde := accidente("A4", "2026-06-01", droit.Rechute)
	jumelle, meme := accidente("A6", "2026-04-01", droit.Rechute), accidente("A7", "2026-04-01", droit.Initial)
	dAutre := func(a droit.Arret) droit.Arret {
		a.Sinistre = "S2"
		return a
	}
	sansSinistre, sansDate := rechute, rechute
	sansSinistre.Sinistre, sansDate.Debut = "", 0
	seule := arret("A5", "2026-05-01", "2026-12-31", droit.Initial)
	for _, x := range []struct {
		quoi            string
		arret           droit.Arret
		arrets          []droit.Arret
		decisions       []droit.Decision
		reconnu, decide bool
	}{
		{"rien n'est décidé", initial, nil, nil, false, false},
		{"reconnu", initial, nil, []droit.Decision{decision(oui, "2026-01-20")}, true, true},
		{"refusé", initial, nil, []droit.Decision{decision(non, "2026-01-20")}, false, true},
		{"refusé puis reconnu", initial, nil, []droit.Decision{decision(non, "2026-01-20"), decision(oui, "2026-02-20")}, true, true},
		{"reconnu puis refusé", initial, nil, []droit.Decision{decision(oui, "2026-01-20"), decision(non, "2026-02-20")}, false, true},
		{"les deux le même jour : en sa faveur", initial, nil, []droit.Decision{decision(oui, "2026-01-20"), decision(non, "2026-01-20")}, true, true},
		{"un autre accident est reconnu", initial, nil, []droit.Decision{surAutre(decision(oui, "2026-01-20"))}, false, false},
		{"la décision nomme l'arrêt", initial, nil, []droit.Decision{surArret(decision(oui, "2026-01-20"), "A1")}, true, true},
		{"elle en nomme un autre", initial, nil, []droit.Decision{surArret(decision(oui, "2026-01-20"), "A9")}, false, false},
		{"une rechute sans guérison suit l'accident", rechute, []droit.Arret{initial, rechute}, []droit.Decision{decision(oui, "2026-01-20")}, true, true},
		{"après guérison, elle reste à reconnaître", rechute, []droit.Arret{initial, rechute}, []droit.Decision{decision(oui, "2026-01-20"), decision(guerison, "2026-03-31")}, false, false},
		{"après consolidation aussi", rechute, []droit.Arret{initial, rechute}, []droit.Decision{decision(oui, "2026-01-20"), decision(consolidation, "2026-03-31")}, false, false},
		{"guéri le jour de la rechute, il ne l'était pas avant", rechute, []droit.Arret{initial, rechute}, []droit.Decision{decision(oui, "2026-01-20"), decision(guerison, "2026-04-01")}, true, true},
		{"un autre accident est guéri", rechute, []droit.Arret{initial, rechute}, []droit.Decision{decision(oui, "2026-01-20"), surAutre(decision(guerison, "2026-03-31"))}, true, true},
		{"reconnue le jour où elle commence", rechute, []droit.Arret{initial, rechute}, []droit.Decision{decision(guerison, "2026-03-31"), decision(oui, "2026-04-01")}, true, true},
		{"ce qui prolonge une rechute la suit", suite, []droit.Arret{initial, rechute, suite}, []droit.Decision{decision(guerison, "2026-03-31"), surArret(decision(oui, "2026-04-10"), "A2")}, true, true},
		{"la seconde rechute ne suit pas la première", seconde, []droit.Arret{initial, rechute, suite, seconde}, []droit.Decision{decision(guerison, "2026-03-31"), surArret(decision(oui, "2026-04-10"), "A2")}, false, false},
		{"une rechute sans date n'est celle de rien", suite, []droit.Arret{initial, sansDate, suite}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A2")}, false, false},
		{"une rechute sans accident n'est pas celle d'un arrêt sans accident", seule, []droit.Arret{sansSinistre, seule}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A2")}, false, false},
		{"une rechute d'un autre accident", seule, []droit.Arret{rechute, seule}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A2")}, false, false},
		{"celle d'un autre accident, après lui, n'y change rien", suite, []droit.Arret{initial, dAutre(rechute), suite}, []droit.Decision{decision(oui, "2026-01-20"), decision(consolidation, "2026-02-28")}, true, true},
		{"la décision nomme l'accident et non sa rechute", suite, []droit.Arret{initial, rechute, suite}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A1")}, false, false},
		{"deux arrêts commencent la rechute, l'un ou l'autre est reconnu", suite, []droit.Arret{rechute, jumelle, suite}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A6")}, true, true},
		{"un arrêt du même jour qui n'est pas d'une rechute", suite, []droit.Arret{rechute, meme, suite}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A7")}, false, false},
		{"la rechute du même jour d'un autre accident", suite, []droit.Arret{rechute, dAutre(jumelle), suite}, []droit.Decision{surArret(decision(oui, "2026-04-10"), "A6")}, false, false},
		{"consolidé, il était reconnu", initial, nil, []droit.Decision{decision(consolidation, "2026-03-31")}, true, true},
		{"guéri, il était reconnu", initial, nil, []droit.Decision{decision(guerison, "2026-03-31")}, true, true},
		{"un autre est consolidé", initial, nil, []droit.Decision{surAutre(decision(consolidation, "2026-03-31"))}, false, false},
	} {
		cas := &droit.Cas{Arrets: x.arrets, Decisions: x.decisions}
		envers := &droit.Cas{}
		for i := range x.arrets {
			envers.Arrets = append(envers.Arrets, x.arrets[len(x.arrets)-1-i])
		}
		for i := range x.decisions {
			envers.Decisions = append(envers.Decisions, x.decisions[len(x.decisions)-1-i])
		}
		for _, c := range []*droit.Cas{cas, envers} {
			if reconnu, decide := Reconnu(c, &x.arret); reconnu != x.reconnu || decide != x.decide {
				t.Errorf("%s : reconnu %v, décidé %v ; attendu %v, %v", x.quoi, reconnu, decide, x.reconnu, x.decide)
			}
		}
	}
}

// What exists only for a recognised accident shows that it was.
func TestDejaTraite(t *testing.T) {
	ij := v.Connu(v.Centimes(5000))
	for _, x := range []struct {
		quoi   string
		cas    droit.Cas
		traite bool
	}{
		{"rien", droit.Cas{Sinistres: []droit.Sinistre{{ID: "S1"}}}, false},
		{"des jours payés", droit.Cas{Sinistres: []droit.Sinistre{{ID: "S1", JoursIndemnises: 1}}}, true},
		{"l'indemnité des premiers jours", droit.Cas{Sinistres: []droit.Sinistre{{ID: "S1", IJ60: ij}}}, true},
		{"l'indemnité des suivants", droit.Cas{Sinistres: []droit.Sinistre{{ID: "S1", IJ80: ij}}}, true},
		{"ceux d'un autre accident", droit.Cas{Sinistres: []droit.Sinistre{{ID: "S2", JoursIndemnises: 1, IJ60: ij, IJ80: ij}, {ID: "S1"}}}, false},
		{"une rente", droit.Cas{Rentes: []droit.Rente{{Sinistre: "S1"}}}, true},
		{"celle d'un autre accident", droit.Cas{Rentes: []droit.Rente{{Sinistre: "S2"}}}, false},
		{"une indemnité d'avant le cas", droit.Cas{Anterieures: []droit.IndemniteAnterieure{{Risque: droit.AccidentTravail, Sinistre: "S1"}}}, true},
		{"celle d'un autre accident", droit.Cas{Anterieures: []droit.IndemniteAnterieure{{Risque: droit.AccidentTravail, Sinistre: "S2"}}}, false},
		{"une indemnité de maladie, en attendant", droit.Cas{Anterieures: []droit.IndemniteAnterieure{{Risque: droit.Maladie, Sinistre: "S1"}}}, false},
	} {
		if dejaTraite(&x.cas, "S1") != x.traite {
			t.Errorf("%s : déjà traité, %v attendu", x.quoi, x.traite)
		}
	}
	if dejaTraite(&droit.Cas{Rentes: []droit.Rente{{}}, Sinistres: []droit.Sinistre{{JoursIndemnises: 1}}}, "") {
		t.Error("un arrêt sans accident n'en suit aucun")
	}
}

// Only sickness insures an independent, whatever the accident.
func TestProvisoire(t *testing.T) {
	salarie, independant, chomage := droit.Activite{ID: "E1", Nature: droit.Salarie}, droit.Activite{ID: "T1", Nature: droit.Independant}, droit.Activite{ID: "C1", Nature: droit.ChomageIndemnise}
	for _, x := range []struct {
		quoi       string
		activites  []droit.Activite
		nommees    []string
		risque     droit.Risque
		reconnu    bool
		provisoire bool
	}{
		{"salarié, reconnu", []droit.Activite{salarie}, nil, droit.AccidentTravail, true, false},
		{"salarié, pas encore", []droit.Activite{salarie}, nil, droit.AccidentTravail, false, true},
		{"trajet, pas encore", []droit.Activite{salarie}, nil, droit.AccidentTrajet, false, true},
		{"maladie professionnelle, pas encore", []droit.Activite{salarie}, nil, droit.MaladiePro, false, true},
		{"maladie", []droit.Activite{salarie}, nil, droit.Maladie, false, false},
		{"indépendant, reconnu", []droit.Activite{independant}, nil, droit.AccidentTravail, true, true},
		{"indépendant au chômage par ailleurs", []droit.Activite{independant, chomage}, nil, droit.AccidentTravail, true, true},
		{"chômeur seulement", []droit.Activite{chomage}, nil, droit.AccidentTravail, true, false},
		{"les deux", []droit.Activite{independant, salarie}, nil, droit.AccidentTravail, true, false},
		{"les deux, l'arrêt nomme le travail indépendant", []droit.Activite{salarie, independant}, []string{"T1"}, droit.AccidentTravail, true, true},
		{"les deux, l'arrêt nomme l'emploi", []droit.Activite{independant, salarie}, []string{"E1"}, droit.AccidentTravail, true, false},
	} {
		a := accidente("A1", "2026-01-05", droit.Initial)
		a.Risque, a.Activites = x.risque, x.nommees
		cas := &droit.Cas{Activites: x.activites}
		if x.reconnu {
			cas.Decisions = []droit.Decision{decision(droit.Reconnaissance, "2026-01-20")}
		}
		if Provisoire(cas, &a) != x.provisoire {
			t.Errorf("%s : provisoire, %v attendu", x.quoi, x.provisoire)
		}
	}
}

// The days of stop of an accident before a day, its own and no others.
func TestDureeSinistre(t *testing.T) {
	s := &droit.Sinistre{ID: "S1", Risque: droit.AccidentTravail}
	a := func(sinistre string, risque droit.Risque, du, au string) droit.Arret {
		return droit.Arret{Sinistre: sinistre, Risque: risque, Debut: jour(du), Fin: jour(au)}
	}
	for _, x := range []struct {
		quoi  string
		cas   droit.Cas
		jours int
	}{
		{"aucun", droit.Cas{}, 0},
		{"quatre jours", droit.Cas{Arrets: []droit.Arret{a("S1", droit.AccidentTravail, "2026-02-01", "2026-02-04")}}, 4},
		{"la veille seulement", droit.Cas{Arrets: []droit.Arret{a("S1", droit.AccidentTravail, "2026-02-28", "2026-03-10")}}, 1},
		{"deux arrêts", droit.Cas{Arrets: []droit.Arret{a("S1", droit.AccidentTravail, "2026-02-01", "2026-02-02"), a("S1", droit.AccidentTravail, "2026-02-10", "2026-02-10")}}, 3},
		{"un autre accident", droit.Cas{Arrets: []droit.Arret{a("S2", droit.AccidentTravail, "2026-02-01", "2026-02-04")}}, 0},
		{"la maladie qui a suivi", droit.Cas{Arrets: []droit.Arret{a("S1", droit.Maladie, "2026-02-01", "2026-02-04")}}, 0},
		{"avant le cas", droit.Cas{Anterieures: []droit.IndemniteAnterieure{{Sinistre: "S1", Periode: entre("2026-01-01", "2026-01-05")}}}, 5},
		{"avant le cas, un autre", droit.Cas{Anterieures: []droit.IndemniteAnterieure{{Sinistre: "S2", Periode: entre("2026-01-01", "2026-01-05")}}}, 0},
	} {
		x.cas.Decisions = []droit.Decision{decision(droit.Reconnaissance, "2026-02-20"), surAutre(decision(droit.Reconnaissance, "2026-02-20"))}
		if n := DureeSinistre(&x.cas, s, jour("2026-03-01")); n != x.jours {
			t.Errorf("%s : %d jours, %d attendus", x.quoi, n, x.jours)
		}
	}
	attente := &droit.Cas{Arrets: []droit.Arret{a("S1", droit.AccidentTravail, "2026-02-01", "2026-02-04")}}
	if n := DureeSinistre(attente, s, jour("2026-03-01")); n != 0 {
		t.Errorf("pas encore reconnu, il n'est payé qu'en maladie : %d jours, 0 attendu", n)
	}
	if n := DureeSinistre(&droit.Cas{}, &droit.Sinistre{ID: "S1", JoursIndemnises: 7}, jour("2026-03-01")); n != 7 {
		t.Errorf("ce que la caisse a compté : %d jours, 7 attendus", n)
	}
}
