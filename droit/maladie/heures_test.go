package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Hours stated for exactly the window, or for longer and all of it, prevail; else each day has
// those of the shortest stretch within the window, then those of the pays.
func TestHeuresDeclarees(t *testing.T) {
	w := entre("2026-01-01", "2026-01-31")
	plage := func(du, au, heures string) droit.PeriodeHeures {
		return droit.PeriodeHeures{Periode: entre(du, au), Heures: euros(heures)}
	}
	paye := func(heures string) droit.Salaire {
		return droit.Salaire{Periode: w, Brut: v.Connu(euros("1000.00")), Heures: v.Connu(euros(heures))}
	}
	for _, x := range []struct {
		nom      string
		plages   []droit.PeriodeHeures
		salaires []droit.Salaire
		veut     string
		complet  bool
	}{
		{"la fenêtre exacte", []droit.PeriodeHeures{plage("2026-01-01", "2026-01-31", "80.00")}, []droit.Salaire{paye("62.00")}, "80.00", true},
		{"une plage plus longue", []droit.PeriodeHeures{plage("2025-12-01", "2026-01-31", "124.00")}, []droit.Salaire{paye("31.00")}, "62.00", true},
		{"ses premiers jours, puis la paie", []droit.PeriodeHeures{plage("2026-01-01", "2026-01-10", "50.00")}, []droit.Salaire{paye("31.00")}, "71.00", true},
		{"ses derniers jours, puis la paie", []droit.PeriodeHeures{plage("2026-01-22", "2026-01-31", "50.00")}, []droit.Salaire{paye("31.00")}, "71.00", true},
		{"deux paies des mêmes jours", []droit.PeriodeHeures{plage("2026-01-01", "2026-01-10", "50.00")}, []droit.Salaire{paye("31.00"), paye("3.10")}, "73.10", true},
		{"une plage qui commence avant, la paie d'abord", []droit.PeriodeHeures{plage("2025-12-20", "2026-01-10", "44.00")}, []droit.Salaire{paye("31.00")}, "31.00", true},
		{"deux plages qui se recouvrent", []droit.PeriodeHeures{plage("2026-01-01", "2026-01-20", "40.00"), plage("2026-01-05", "2026-01-20", "32.00")}, nil, "40.00", false},
		{"ses premiers jours seuls", []droit.PeriodeHeures{plage("2026-01-01", "2026-01-10", "50.00")}, nil, "50.00", false},
	} {
		a := emploi("E1", "2015-01-01", "", x.salaires...)
		a.PeriodesHeures = x.plages
		if got := heuresDeclarees(&a, w); got.valeur.Exacte() != x.veut || !got.connu || got.complet != x.complet {
			t.Errorf("%s : %s %+v, attendu %s %v", x.nom, got.valeur.Exacte(), got, x.veut, x.complet)
		}
	}
}

// The hours of two jobs are all known when those of each are, however each states them.
func TestHeuresDeDeuxEmplois(t *testing.T) {
	w := entre("2026-01-01", "2026-01-31")
	paye, declare := emploi("E1", "2015-01-01", ""), emploi("E2", "2015-01-01", "")
	declare.PeriodesHeures = []droit.PeriodeHeures{{Periode: w, Heures: euros("80.00")}}
	for heures, complet := range map[string]bool{"": false, "62.00": true} {
		paye.Salaires = []droit.Salaire{paie("2026-01", "1000.00", heures)}
		cas := simple()
		cas.Activites = []droit.Activite{paye, declare}
		if got := prepare(cas).heuresSur(w); got.complet != complet || !got.connu {
			t.Errorf("«%s» : %+v", heures, got)
		}
	}
	declare.PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2026-01-01", "2026-01-10"), Heures: euros("80.00")}}
	cas := simple()
	cas.Activites = []droit.Activite{paye, declare}
	cas.Activites[0].Salaires = []droit.Salaire{paie("2026-01", "1000.00", "62.00")}
	if got := prepare(cas).heuresSur(w); got.complet {
		t.Errorf("le second n'en dit qu'une partie : %+v", got)
	}
}

// A day of strike is a day of the contract, of which the hours are to be known; one of sickness is not.
func TestJoursTravailles(t *testing.T) {
	w := entre("2026-01-01", "2026-01-31")
	for motif, veut := range map[droit.MotifAbsence]int{droit.AbsenceGreve: 31, droit.AbsenceInjustifiee: 31, droit.AbsenceMaladie: 26} {
		a := absent(emploi("E1", "2015-01-01", "2026-01-31"), motif, "2026-01-05", "2026-01-09")
		if n := JoursTravailles(&a, w); n != veut {
			t.Errorf("%s : %d jours", motif, n)
		}
	}
}

// A day without hours may hold twenty-four, for each work that ran; none, where they are
// known of all days worked.
func TestPourraitAtteindre(t *testing.T) {
	w := entre("2026-01-01", "2026-01-31")
	dit := emploi("E1", "2015-01-01", "", droit.Salaire{Periode: entre("2026-01-01", "2026-01-30"), Brut: v.Connu(euros("1000.00")), Heures: v.Connu(euros("62.00"))})
	plages := emploi("E2", "2026-01-11", "2026-01-30")
	plages.PeriodesHeures = []droit.PeriodeHeures{{Periode: entre("2026-01-12", "2026-01-29"), Heures: euros("10.00")}}
	libre := droit.Activite{ID: "T1", Nature: droit.Independant, Debut: jour("2015-01-01")}
	for _, x := range []struct {
		nom       string
		activites []droit.Activite
		connues   string
		pourrait  string // the highest threshold that could be reached
	}{
		{"le 31 janvier sans paie", []droit.Activite{dit}, "62.00", "86.00"},
		{"et deux jours d'un autre, dont les plages en laissent deux", []droit.Activite{dit, plages}, "72.00", "144.00"},
		{"l'indépendant n'en a pas", []droit.Activite{dit, libre}, "62.00", "86.00"},
	} {
		cas := simple()
		cas.Activites = x.activites
		c := prepare(cas)
		h := c.heuresSur(w)
		n := euros(x.pourrait)
		if h.valeur.Exacte() != x.connues || !c.pourraitAtteindre(h, w, n.Fraction()) || c.pourraitAtteindre(h, w, (n+1).Fraction()) {
			t.Errorf("%s : %s", x.nom, h.valeur.Exacte())
		}
		if h.complet = true; c.pourraitAtteindre(h, w, n.Fraction()) {
			t.Errorf("%s : tout est connu", x.nom)
		}
	}
}
