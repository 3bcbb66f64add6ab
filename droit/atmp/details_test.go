package atmp

import (
	"slices"
	"testing"

	"accord/droit"
	"accord/droit/maladie"
	v "accord/valeur"
)

// The file of an accident is complete on the day of its declaration, or of its first
// certificate when that came later; not without them, nor once decided.
func TestCompletLe(t *testing.T) {
	d := jour("2026-03-05")
	certificat := func(id, sinistre string, risque droit.Risque, recu, connu v.Jour) droit.Arret {
		return droit.Arret{ID: id, Risque: risque, Sinistre: sinistre, Debut: d, Fin: d, RecuLe: recu, ConnuLe: connu}
	}
	at := droit.AccidentTravail
	decide := []droit.Decision{{Nature: droit.RefusReconnaissance, Sinistre: "S1", Le: d}}
	for _, x := range []struct {
		nom       string
		declare   v.Jour
		arrets    []droit.Arret
		decisions []droit.Decision
		complet   v.Jour
	}{
		{"déclaré, certifié plus tôt", d, []droit.Arret{certificat("A1", "S1", at, d-2, 0)}, nil, d},
		{"certifié plus tard", d, []droit.Arret{certificat("A1", "S1", at, d+2, d+3)}, nil, d + 3},
		{"deux certificats", d, []droit.Arret{certificat("A1", "S1", at, d+9, 0), certificat("A2", "S1", at, d+4, 0), certificat("A3", "S1", at, d+7, 0)}, nil, d + 4},
		{"un certificat sans date", d, []droit.Arret{certificat("A1", "S1", at, d+9, 0), certificat("A2", "S1", at, 0, 0)}, nil, d + 9},
		{"celui d'un autre accident", d, []droit.Arret{certificat("A1", "S1", at, d+9, 0), certificat("A2", "S2", at, d+4, 0)}, nil, d + 9},
		{"celui d'une maladie", d, []droit.Arret{certificat("A1", "S1", at, d+9, 0), certificat("A2", "S1", droit.Maladie, d+4, 0)}, nil, d + 9},
		{"sans déclaration", 0, []droit.Arret{certificat("A1", "S1", at, d, 0)}, nil, 0},
		{"sans certificat", d, []droit.Arret{certificat("A1", "S1", at, 0, 0)}, nil, 0},
		{"sans arrêt", d, nil, nil, 0},
		{"décidé", d, []droit.Arret{certificat("A1", "S1", at, d, 0)}, decide, 0},
		{"un autre décidé", d, []droit.Arret{certificat("A1", "S1", at, d, 0), certificat("A2", "S2", at, d, 0)},
			[]droit.Decision{{Nature: droit.Reconnaissance, Sinistre: "S2", Le: d}}, d},
	} {
		cas := &droit.Cas{Sinistres: []droit.Sinistre{{ID: "S1", Risque: at, AccidentLe: d - 3, DeclareLe: x.declare}, {ID: "S2", Risque: at}}, Arrets: x.arrets, Decisions: x.decisions}
		c := Calcul{cas: cas}
		if got := c.completLe(&cas.Sinistres[0]); got != x.complet {
			t.Errorf("%s : %s, attendu %s", x.nom, got, x.complet)
		}
	}
}

// An allowance of nothing is refused when the pay is known to be nothing, and waits
// when it is not known; one that an agent fixes at nothing is refused.
func TestIndemniteNulle(t *testing.T) {
	for _, x := range []struct {
		brut  v.Option[v.Centimes]
		force bool
		etat  droit.Etat
	}{{v.Connu(v.Centimes(0)), false, droit.Refuse}, {v.Connu(v.Centimes(25)), false, droit.Refuse}, {v.Option[v.Centimes]{}, false, droit.Attente}, {v.Option[v.Centimes]{}, true, droit.Refuse}} {
		cas := simple()
		for i := range cas.Activites[0].Salaires {
			cas.Activites[0].Salaires[i].Brut, cas.Activites[0].Salaires[i].Heures = x.brut, v.Option[v.Centiemes]{}
		}
		if x.force {
			cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.Forcage, Arret: "A1", Le: jour("2026-03-02"), Valeur: "ij=0.00"})
		}
		r := calculer(t, cas, nil)
		if m := etats(r); m[x.etat] != 30 || len(r.Jours) != 31 {
			t.Errorf("%+v : %v", x, m)
		}
		for i := range r.Jours {
			if j := &r.Jours[i]; j.Etat == x.etat && j.Regle != rReference {
				t.Errorf("%+v : %s", x, j.Regle)
			}
		}
		if b := r.Bases[0]; b.IJ != 0 || b.IJ2.Ou(-1) != 0 && x.brut.Ou(0) == 0 {
			t.Errorf("%+v : %+v", x, b)
		}
	}
}

// The line that has the last cent is the first by identifier, in whatever order the
// case gives them.
func TestPartDesLignes(t *testing.T) {
	for _, ids := range [][2]string{{"E1", "E2"}, {"E2", "E1"}} {
		cas := simple()
		a := cas.Activites[0]
		for i := range a.Salaires {
			a.Salaires[i].Brut = v.Connu(euros("2400.50")) // 94,69 a day
		}
		b := a
		a.ID, b.ID, b.Employeur = ids[0], ids[1], "11111111100006"
		cas.Activites = []droit.Activite{a, b}
		r := calculer(t, cas, nil)
		parts := map[string]v.Centimes{}
		for i := range r.Jours {
			if j := &r.Jours[i]; j.Date == jour("2026-03-02") {
				parts[cas.Activites[j.Activite].ID] = j.IJ
			}
		}
		if parts["E1"] != 47_35 || parts["E2"] != 47_34 {
			t.Errorf("%v : %v", ids, parts)
		}
	}
}

// The day of an accident that falls in the stop is on the calendar once.
func TestJourDeLAccident(t *testing.T) {
	cas := simple()
	cas.Sinistres[0].AccidentLe = cas.Arrets[0].Debut
	r := calculer(t, cas, nil)
	if m := etats(r); m[droit.AChargeEmployeur] != 1 || m[droit.Paye] != 29 || len(r.Jours) != 30 {
		t.Errorf("%v", m)
	}
}

// Amounts given for a period bear numbers of their own, whatever gave them.
func TestLots(t *testing.T) {
	cas := simple()
	a := &cas.Activites[0]
	a.PertesTPT = []droit.PerteTPT{{Periode: periode("2026-01-01", "2026-01-31"), Perte: euros("200.00")}, {Periode: periode("2026-03-02", "2026-05-31"), Perte: euros("300.00")}}
	cas.Arrets = append(cas.Arrets,
		droit.Arret{ID: "M0", Risque: droit.Maladie, Nature: droit.Initial, Debut: jour("2025-12-01"), Fin: jour("2025-12-31"), PrescritLe: jour("2025-12-01"), RecuLe: jour("2025-12-01"), Prescripteur: droit.MedecinTraitant},
		droit.Arret{ID: "M1", Risque: droit.Maladie, Nature: droit.Prolongation, Debut: jour("2026-01-01"), Fin: jour("2026-01-31"), PrescritLe: jour("2026-01-01"), RecuLe: jour("2026-01-01"), Prescripteur: droit.MedecinTraitant, TempsPartiel: true})
	cas.Arrets[0].TempsPartiel = true
	cas.Rentes = []droit.Rente{{Sinistre: "S1", Du: jour("2026-04-01"), Mensuelle: euros("100.00")}}
	cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.AvisInaptitude, Sinistre: "S1", Le: jour("2026-04-02")})
	var c Calcul
	var socle maladie.Calcul
	r := new(droit.Resultat)
	if err := socle.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if err := c.Calculer(cas, table, nil, r, &socle); err != nil {
		t.Fatal(err)
	}
	c.Limiter()
	lots := map[droit.Risque]int{}
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Lot != 0 {
			if n := lots[j.Risque]; n != 0 && n != j.Lot {
				t.Errorf("%s : lots %d et %d", j.Risque, n, j.Lot)
			}
			lots[j.Risque] = j.Lot
		}
	}
	m, at, iti := lots[droit.Maladie], lots[droit.AccidentTravail], lots[droit.ITI]
	if m == 0 || at == 0 || iti == 0 || m == at || at == iti || iti == m {
		t.Errorf("%v", lots)
	}
}

// Light work whose loss is not certified waits, with no amount, and the loss of its
// own days is asked for.
func TestPerteInconnue(t *testing.T) {
	cas := simple()
	cas.Arrets[0].TempsPartiel = true
	cas.Arrets[0].Fin = jour("2026-04-10")
	cas.Sinistres[0].AccidentLe = cas.Arrets[0].Debut
	r, besoins := calculerAvec(t, cas, table)
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Etat == droit.Paye || j.IJ != 0 || j.Beneficiaire != "" {
			t.Errorf("%+v", j)
		}
	}
	var ps []v.Periode
	for i := range besoins {
		if besoins[i].Nature == droit.BesoinPerteTPT {
			ps = append(ps, besoins[i].Pour)
		}
	}
	if !slices.Equal(ps, []v.Periode{periode("2026-03-03", "2026-03-31"), periode("2026-04-01", "2026-04-10")}) {
		t.Errorf("%v", ps)
	}
	// What an agent refused stays refused.
	le := jour("2026-03-20")
	cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.Forcage, Arret: cas.Arrets[0].ID, Le: le, Au: le, Valeur: "refuser"})
	r, _ = calculerAvec(t, cas, table)
	for i := range r.Jours {
		if j := &r.Jours[i]; (j.Etat == droit.Refuse) != (j.Date == le) {
			t.Errorf("%s : %s", j.Date, j.Etat)
		}
	}
}

// What a day of light work is worth: its part of the loss of its own period, days
// worked put aside, or the whole when the caisse decides alone.
func TestDuLeJour(t *testing.T) {
	d := jour("2026-03-02")
	cas := simple()
	cas.Arrets[0].TempsPartiel = true
	cas.Activites[0].PertesTPT = []droit.PerteTPT{{Periode: v.P(d, d+4), Perte: 100_00}, {Periode: v.P(d+5, d+9), Perte: 60_00}}
	var jours []droit.JourCalcule
	for i := range 10 {
		j := droit.JourCalcule{Date: d + v.Jour(i), Risque: droit.AccidentTravail, Etat: droit.Paye, IJ: 47_34}
		if i == 9 {
			j.Etat = droit.Travaille
		}
		jours = append(jours, j)
	}
	if a, b := DuLeJour(cas, table, jours, &jours[0]), DuLeJour(cas, table, jours, &jours[5]); a != 20_00 || b != 15_00 {
		t.Errorf("%s et %s", a, b)
	}
	cas.Options.Choix = []droit.Choix{{Point: "AUT-U-21", Lecture: "caisse"}}
	if a := DuLeJour(cas, table, jours, &jours[0]); a != 47_34 {
		t.Errorf("%s", a)
	}
}

// Forty-eight hours without Sunday from a Saturday end on Tuesday; one percent of
// 12,50 € is thirteen cents.
func TestDelaisEtAstreinte(t *testing.T) {
	etapes, err := Calendrier(table, &droit.Options{}, &Dossier{EmployeurLe: jour("2026-03-07")})
	if err != nil || len(etapes) != 1 || etapes[0].Le != jour("2026-03-10") {
		t.Errorf("%v %v", etapes, err)
	}
	if a, err := Astreinte(table, 12_50, jour("2026-03-02"), jour("2026-03-20")); err != nil || a.ParJour != 13 {
		t.Errorf("%+v %v", a, err)
	}
}

// The last allowance paid before the case is the one that ended last; of two that
// ended together, the first told. A claim after the death asks for nothing.
func TestInaptitudeDAvant(t *testing.T) {
	avis := jour("2026-04-02")
	avant := func(fin v.Jour, ij string) droit.IndemniteAnterieure {
		return droit.IndemniteAnterieure{Risque: droit.AccidentTravail, Sinistre: "S1", Periode: v.P(fin-3, fin), IJ: v.Connu(euros(ij))}
	}
	cas := simple()
	cas.Arrets = []droit.Arret{{ID: "I1", Risque: droit.ITI, Sinistre: "S1", Debut: avis + 1, Fin: avis + 10}}
	cas.Decisions = append(cas.Decisions, droit.Decision{Nature: droit.AvisInaptitude, Sinistre: "S1", Le: avis})
	cas.Anterieures = []droit.IndemniteAnterieure{avant(avis-20, "40.00"), avant(avis-10, "44.00"), avant(avis-10, "46.00"), avant(avis-30, "48.00")}
	r := calculer(t, cas, nil)
	for i := range r.Jours {
		if r.Jours[i].IJ != 44_00 {
			t.Errorf("%+v", r.Jours[i])
		}
	}
	if len(r.Jours) != 10 || len(r.Manques) != 0 {
		t.Errorf("%d jours, %+v", len(r.Jours), r.Manques)
	}
	cas.Assure.DecesLe, cas.Anterieures = avis, nil
	cas.Decisions = cas.Decisions[1:] // nothing was decided on the accident
	if r := calculer(t, cas, nil); len(r.Jours) != 0 || len(r.Manques) != 0 {
		t.Errorf("%d jours, %+v", len(r.Jours), r.Manques)
	}
}

// An employer who keeps as much as the allowance receives it; with one cent less, the
// insured does.
func TestMaintienEgal(t *testing.T) {
	for maintenu, beneficiaire := range map[v.Centimes]droit.Beneficiaire{1000_00: droit.EmployeurBeneficiaire, 999_99: droit.AssureBeneficiaire} {
		cas := simple()
		cas.Activites[0].Subrogation = []droit.Subrogation{{Periode: periode("2026-03-02", "2026-03-31"), Maintien: droit.MaintienPartiel, Maintenu: v.Connu(maintenu)}}
		var c Calcul
		var socle maladie.Calcul
		r := new(droit.Resultat)
		if err := socle.Calculer(cas, table, nil, r); err != nil {
			t.Fatal(err)
		}
		socle.Dus = droit.DusMaintenus{{0, 0}: 1000_00}
		if err := c.Calculer(cas, table, nil, r, &socle); err != nil {
			t.Fatal(err)
		}
		for i := range r.Jours {
			if j := &r.Jours[i]; j.Etat == droit.Paye && j.Beneficiaire != beneficiaire {
				t.Errorf("%s maintenus : %+v", maintenu, j)
			}
		}
	}
}

// Without a job, nothing is computed, and a technician is told to look.
func TestSansEmploi(t *testing.T) {
	cas := simple()
	cas.Activites = nil
	r := calculer(t, cas, nil)
	if len(r.Jours) != 0 || len(r.Manques) != 1 || r.Manques[0].Code != "NON_CALCULE" || r.Manques[0].Pour != periode("2026-03-02", "2026-03-31") {
		t.Errorf("%d jours, %+v", len(r.Jours), r.Manques)
	}
	if r := calculer(t, simple(), nil); len(r.Manques) != 0 {
		t.Errorf("%+v", r.Manques)
	}
}
