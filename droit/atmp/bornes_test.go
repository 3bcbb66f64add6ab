package atmp

import (
	"fmt"
	"slices"
	"testing"

	"accord/droit"
	"accord/droit/maladie"
	"accord/parametre"
	v "accord/valeur"
)

func periode(du, au string) v.Periode { return v.P(jour(du), jour(au)) }

// sans returns the table without one parameter: it begins in another century.
func sans(t *testing.T, code parametre.Code) *parametre.Table {
	p := table
	for i, l := range slices.Backward(table.Lignes()) {
		if l.Code == code {
			l.Du, l.Au = jour("2190-01-01")+v.Jour(i), 0
			var err error
			if p, err = p.Modifier(i, l); err != nil {
				t.Fatal(err)
			}
		}
	}
	return p
}

// calculerAvec runs the accidents of a case with a table, and gives what they ask for.
func calculerAvec(t *testing.T, cas *droit.Cas, p *parametre.Table) (*droit.Resultat, []droit.Besoin) {
	var c Calcul
	var socle maladie.Calcul
	r := new(droit.Resultat)
	if err := socle.Calculer(cas, table, nil, r); err != nil {
		t.Fatal(err)
	}
	if err := c.Calculer(cas, p, nil, r, &socle); err != nil {
		t.Fatal(err)
	}
	return r, socle.Besoins()
}

// etats counts the days of each state.
func etats(r *droit.Resultat) map[droit.Etat]int {
	m := map[droit.Etat]int{}
	for i := range r.Jours {
		m[r.Jours[i].Etat]++
	}
	return m
}

// A parameter that is not known leaves the days of the stop waiting, and is named;
// the law of the reading of the ceiling is told for the ceiling only.
func TestParametreManquant(t *testing.T) {
	for _, code := range []parametre.Code{parametre.PASS, parametre.ATTaux1, parametre.ATTaux2Jour, parametre.ATDureeMaxAnnees, parametre.ATRevalorisationMois,
		parametre.ATMineurAge, parametre.ATDiviseurMois, parametre.ATDeduction, parametre.ATPlafondPASS, parametre.ArrondiATMP, parametre.ATRenteDiviseur} {
		cas := simple()
		cas.Rentes = []droit.Rente{{Sinistre: "S1", Du: jour("2026-01-01"), Mensuelle: euros("100.00")}}
		r, _ := calculerAvec(t, cas, sans(t, code))
		if m := etats(r); m[droit.Attente] != 30 || m[droit.AChargeEmployeur] != 1 || len(r.Jours) != 31 {
			t.Errorf("%s : %v", code, m)
		}
		if len(r.Manques) != 1 || r.Manques[0].Code != "PARAMETRE_MANQUANT" {
			t.Errorf("%s : %+v", code, r.Manques)
		}
		plafond := slices.ContainsFunc(r.Avis, func(a droit.Avis) bool { return a.Code == "AUT-U-16" })
		if plafond != (code == parametre.PASS) {
			t.Errorf("%s : %+v", code, r.Avis)
		}
	}
	_, err := Calendrier(sans(t, parametre.RecReservesJours), &droit.Options{}, &Dossier{DeclarationLe: jour("2026-03-02"), PaiementLe: jour("2026-03-02")})
	if err == nil {
		t.Error("un délai inconnu n'est pas dit")
	}
}

// Which days an arrêt of an accident, or of unfitness, keeps from work: not the day
// of the accident, nor those after the death, nor an arrêt without days.
func TestInterrompus(t *testing.T) {
	arret := func(risque droit.Risque, du, au v.Jour) droit.Arret {
		return droit.Arret{ID: "A1", Risque: risque, Nature: droit.Initial, Sinistre: "S1", Debut: du, Fin: au}
	}
	d := jour("2026-03-02")
	for _, x := range []struct {
		nom         string
		arret       droit.Arret
		accident    v.Jour
		constat     v.Jour
		deces       v.Jour
		interrompus []v.Periode
	}{
		{nom: "accident", arret: arret(droit.AccidentTravail, d, d+3), accident: d - 1, interrompus: []v.Periode{{Du: d, Au: d + 3}}},
		{nom: "le jour de l'accident", arret: arret(droit.AccidentTravail, d, d+3), accident: d, interrompus: []v.Periode{{Du: d + 1, Au: d + 3}}},
		{nom: "lui seul", arret: arret(droit.AccidentTravail, d, d), accident: d},
		{nom: "un jour", arret: arret(droit.AccidentTravail, d, d), accident: d - 1, interrompus: []v.Periode{{Du: d, Au: d}}},
		{nom: "maladie professionnelle", arret: arret(droit.MaladiePro, d, d+3), accident: d, interrompus: []v.Periode{{Du: d, Au: d + 3}}},
		{nom: "mort avant", arret: arret(droit.AccidentTravail, d, d+3), accident: d - 5, deces: d - 2},
		{nom: "inaptitude", arret: arret(droit.ITI, d, d), accident: d, interrompus: []v.Periode{{Du: d, Au: d}}},
		{nom: "inaptitude sans début", arret: arret(droit.ITI, 0, 60), accident: d},
		{nom: "inaptitude à l'envers", arret: arret(droit.ITI, d, d-1), accident: d},
		{nom: "accident sans début", arret: arret(droit.AccidentTravail, 0, d), accident: d - 9},
		{nom: "accident à l'envers", arret: arret(droit.AccidentTravail, d, d-1), accident: d - 9},
		{nom: "maladie", arret: arret(droit.Maladie, d, d+3), accident: d - 9},
	} {
		cas := simple()
		cas.Assure.DecesLe, cas.Arrets = x.deces, []droit.Arret{x.arret}
		if x.arret.Debut == 0 {
			cas.Activites[0].Debut = 0
		}
		cas.Sinistres[0].Risque, cas.Sinistres[0].AccidentLe = x.arret.Risque, x.accident
		if x.arret.Risque == droit.ITI {
			cas.Sinistres[0].Risque = droit.AccidentTravail
		}
		var c Calcul
		for range 2 { // the memory is used again
			var ps []v.Periode
			for _, i := range c.Interrompus(cas, table) {
				ps = append(ps, i.Periode)
			}
			if !slices.Equal(ps, x.interrompus) {
				t.Errorf("%s : %v, attendu %v", x.nom, ps, x.interrompus)
			}
		}
		if r := calculer(t, cas, nil); x.interrompus == nil && x.arret.Risque != droit.Maladie && len(r.Jours) > 1 {
			t.Errorf("%s : %d jours", x.nom, len(r.Jours))
		}
	}
}

// What an arrêt hands over to sickness: what came more than two years before a
// disease was declared, and what follows the end of the accident, unless a relapse
// recognised since holds it.
func TestRenvois(t *testing.T) {
	d := jour("2026-03-10")
	fin := func(le v.Jour, sinistre string) droit.Decision {
		return droit.Decision{Nature: droit.Consolidation, Sinistre: sinistre, Le: le}
	}
	rechute := func(du v.Jour, sinistre string) droit.Arret {
		return droit.Arret{ID: "A0", Risque: droit.AccidentTravail, Nature: droit.Rechute, Sinistre: sinistre, Debut: du, Fin: du + 1}
	}
	oui := droit.Decision{Nature: droit.Reconnaissance, Arret: "A0", Le: d + 20}
	for _, x := range []struct {
		nom       string
		risque    droit.Risque
		declare   v.Jour
		deces     v.Jour
		decisions []droit.Decision
		autre     *droit.Arret
		at        v.Periode
		renvois   []droit.Renvoi
	}{
		{nom: "rien", at: v.P(d, d+9)},
		{nom: "accident déclaré tard", declare: (d + 5).AjouterAnnees(2), at: v.P(d, d+9)},
		{nom: "maladie déclarée à temps", risque: droit.MaladiePro, declare: d.AjouterAnnees(2), at: v.P(d, d+9)},
		{nom: "maladie déclarée tard", risque: droit.MaladiePro, declare: (d + 5).AjouterAnnees(2), at: v.P(d+5, d+9),
			renvois: []droit.Renvoi{{Periode: v.P(d, d+4), Nature: droit.Prolongation}}},
		{nom: "maladie déclarée trop tard", risque: droit.MaladiePro, declare: (d + 10).AjouterAnnees(2),
			renvois: []droit.Renvoi{{Periode: v.P(d, d+9), Nature: droit.Prolongation}}},
		{nom: "mort avant", deces: d - 1},
		{nom: "mort avant la limite", risque: droit.MaladiePro, declare: (d + 8).AjouterAnnees(2), deces: d + 3,
			renvois: []droit.Renvoi{{Periode: v.P(d, d+3), Nature: droit.Prolongation}}},
		{nom: "consolidé pendant", decisions: []droit.Decision{fin(d+3, "S1")}, at: v.P(d, d+3), renvois: []droit.Renvoi{{Periode: v.P(d+4, d+9), Nature: droit.Initial}}},
		{nom: "consolidé la veille", decisions: []droit.Decision{fin(d-1, "S1")}, renvois: []droit.Renvoi{{Periode: v.P(d, d+9), Nature: droit.Initial}}},
		{nom: "consolidé l'avant-veille", decisions: []droit.Decision{fin(d-2, "S1")}, renvois: []droit.Renvoi{{Periode: v.P(d, d+9), Nature: droit.Prolongation}}},
		{nom: "consolidé puis rechute", decisions: []droit.Decision{fin(d-5, "S1"), oui}, autre: ptr(rechute(d-3, "S1")), at: v.P(d, d+9)},
		{nom: "rechute le jour même de l'arrêt", decisions: []droit.Decision{fin(d-5, "S1"), oui}, autre: ptr(rechute(d, "S1")), at: v.P(d, d+9)},
		{nom: "rechute du jour de la fin", decisions: []droit.Decision{fin(d-5, "S1"), oui}, autre: ptr(rechute(d-5, "S1")), renvois: []droit.Renvoi{{Periode: v.P(d, d+9), Nature: droit.Prolongation}}},
		{nom: "rechute plus tard", decisions: []droit.Decision{fin(d-5, "S1"), oui}, autre: ptr(rechute(d+1, "S1")), renvois: []droit.Renvoi{{Periode: v.P(d, d+9), Nature: droit.Prolongation}}},
		{nom: "rechute d'un autre", decisions: []droit.Decision{fin(d-5, "S1"), oui}, autre: ptr(rechute(d-3, "S2")), renvois: []droit.Renvoi{{Periode: v.P(d, d+9), Nature: droit.Prolongation}}},
	} {
		cas := simple()
		cas.Assure.DecesLe = x.deces
		a := &cas.Arrets[0]
		a.Nature, a.Debut, a.Fin = droit.Prolongation, d, d+9
		if x.risque == "" {
			x.risque = droit.AccidentTravail
		}
		a.Risque, cas.Sinistres[0].Risque, cas.Sinistres[0].DeclareLe = x.risque, x.risque, x.declare
		cas.Decisions = append([]droit.Decision{{Nature: droit.Reconnaissance, Arret: "A1", Le: d}}, x.decisions...)
		cas.Sinistres = append(cas.Sinistres, droit.Sinistre{ID: "S2", Risque: droit.AccidentTravail})
		if x.autre != nil {
			cas.Arrets = append(cas.Arrets, *x.autre)
		}
		if got := porteeDe(cas, table, a); got.at != x.at {
			t.Errorf("%s : %v, attendu %v", x.nom, got.at, x.at)
		}
		rs := slices.DeleteFunc(renvois(cas, table), func(r droit.Renvoi) bool { return r.Arret != 0 })
		if fmt.Sprint(rs) != fmt.Sprint(x.renvois) {
			t.Errorf("%s : renvois %v, attendu %v", x.nom, rs, x.renvois)
		}
	}
	cas := simple() // a relapse that is not recognised holds nothing
	cas.Arrets = append(cas.Arrets, rechute(d-3, "S1"))
	cas.Decisions = append(cas.Decisions, fin(d-5, "S1"), droit.Decision{Nature: droit.RefusReconnaissance, Arret: "A0", Le: d + 99})
	if fermeLe(cas, &cas.Arrets[0], d) != d-5 {
		t.Error("une rechute refusée rouvre l'accident")
	}
}

func ptr[T any](x T) *T { return &x }

// The date of an accident is its own; that of a disease, its first finding.
func TestDateDe(t *testing.T) {
	a, b := jour("2026-03-01"), jour("2026-02-01")
	for _, x := range []struct {
		s  droit.Sinistre
		le v.Jour
	}{
		{droit.Sinistre{Risque: droit.AccidentTravail, AccidentLe: a, ConstatationLe: b}, a},
		{droit.Sinistre{Risque: droit.AccidentTravail, ConstatationLe: b}, b},
		{droit.Sinistre{Risque: droit.MaladiePro, AccidentLe: a, ConstatationLe: b}, b},
		{droit.Sinistre{Risque: droit.MaladiePro, AccidentLe: a}, a},
	} {
		if dateDe(&x.s) != x.le {
			t.Errorf("%+v : %s", x.s, dateDe(&x.s))
		}
	}
}

// The last day worked puts the interruption off when it falls in the prescription,
// and never for reduced work.
func TestDernierTravaille(t *testing.T) {
	d := jour("2026-03-02")
	for _, x := range []struct {
		dernier v.Jour
		partiel bool
		rend    v.Jour
	}{{d, false, d}, {d + 9, false, d + 9}, {d - 1, false, 0}, {d + 10, false, 0}, {d, true, 0}, {0, false, 0}} {
		cas := simple()
		cas.Arrets[0].DernierJourTravaille, cas.Arrets[0].TempsPartiel = x.dernier, x.partiel
		if got := dernierTravaille(cas, &cas.Arrets[0], 0, v.P(d, d+9)); got != x.rend {
			t.Errorf("%+v : %s", x, got)
		}
	}
}
