package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Reference months made whole (R.323-8), and the allowance that follows.
func TestRetablissement(t *testing.T) {
	absence := func(du, au string, m droit.MotifAbsence) []droit.Absence {
		return []droit.Absence{{Periode: entre(du, au), Motif: m}}
	}
	for _, c := range []struct {
		nom, debut string
		paies      [3]string // three months before, "" unknown
		embauche   string
		absences   []droit.Absence
		retablis   [3]string
		ij         v.Centimes
	}{
		{"MAL-RET-101 embauche le 15", "2025-06-16", [3]string{"", "1200.00", "2250.00"}, "2025-04-15", nil, [3]string{"0.00", "2250.00", "2250.00"}, 2465},
		{"MAL-RET-104 onze jours de maladie", "2025-06-16", [3]string{"3000.00", "3000.00", "3000.00"}, "", absence("2025-03-01", "2025-03-11", droit.AbsenceMaladie),
			[3]string{"4650.00", "3000.00", "3000.00"}, 4146},
		{"MAL-RET-001 quinze jours de maladie", "2024-07-01", [3]string{"1000.00", "2000.00", "2000.00"}, "", absence("2024-04-01", "2024-04-15", droit.AbsenceMaladie),
			[3]string{"2000.00", "2000.00", "2000.00"}, 3287},
		{"grève non rétablie", "2026-03-02", [3]string{"1000.00", "2000.00", "2000.00"}, "", absence("2025-12-01", "2025-12-15", droit.AbsenceGreve),
			[3]string{"1000.00", "2000.00", "2000.00"}, 2739},
		{"mois entier d'absence : taux de la période", "2026-03-02", [3]string{"", "1550.00", "1400.00"}, "", absence("2025-12-01", "2025-12-31", droit.AbsenceMaladie),
			[3]string{"1550.00", "1550.00", "1400.00"}, 2465},
		{"MAL-AMT-106 plafond mois par mois", "2025-07-14", [3]string{"1000.00", "5000.00", "0.00"}, "", nil, [3]string{"1000.00", "5000.00", "0.00"}, 1930},
	} {
		cas := simple()
		a := &cas.Activites[0]
		a.DernierJourTravaille, a.Salaires, a.Absences = 0, nil, c.absences
		if c.embauche != "" {
			a.Debut = jour(c.embauche)
		}
		m := jour(c.debut).DebutMois().AjouterMois(-3)
		for _, p := range c.paies {
			if p != "" {
				a.Salaires = append(a.Salaires, paie(m.String()[:7], p, "151.67"))
			}
			m = m.AjouterMois(1)
		}
		cas.Arrets = []droit.Arret{arret("A", c.debut, c.debut, droit.Initial)}
		b := calculer(t, cas).Bases[0]
		for i := range c.retablis {
			if got := b.SalairesRetablis[i].Exacte(); got != c.retablis[i] {
				t.Errorf("%s : mois %d rétabli à %s, attendu %s", c.nom, i, got, c.retablis[i])
			}
		}
		if b.IJ != c.ij {
			t.Errorf("%s : %s par jour, attendu %s", c.nom, b.IJ, c.ij)
		}
	}
}

// R.323-8 II 3°: one work ends and another starts in the month; the days
// between are valued at the daily income of the last one begun.
func TestSuccession(t *testing.T) {
	cas := simple()
	e1 := &cas.Activites[0]
	e1.DernierJourTravaille, e1.Fin = 0, jour("2026-01-10")
	e1.Salaires = []droit.Salaire{paie("2025-12", "3100.00", "151.67"), paie("2026-01", "1000.00", "50.00")}
	e2 := droit.Activite{ID: "E2", Nature: droit.Salarie, Debut: jour("2026-01-22"),
		Salaires: []droit.Salaire{paie("2026-01", "500.00", "60.00"), paie("2026-02", "1400.00", "151.67")}}
	cas.Activites = append(cas.Activites, e2)
	b := calculer(t, cas).Bases[0]
	// January: 1000 + 500 + 11 days between at 500/10.
	if got := b.SalairesRetablis[1].Exacte(); got != "2050.00" {
		t.Errorf("janvier %s", got)
	}
	if len(b.Activites) != 1 || b.Activites[0] != 1 {
		t.Errorf("lignes %v", b.Activites)
	}
}

// MAL-MIX-105: back-pay made after the interruption does not count; a bonus
// counts in the month in which it is paid, under the cap (MAL-MIX-104).
func TestRappelEtPrime(t *testing.T) {
	cas := simple()
	a := &cas.Activites[0]
	payer(a, "2025-12", "2026-02", "1900.00")
	a.DernierJourTravaille = jour("2026-03-09")
	cas.Arrets = []droit.Arret{arret("A", "2026-03-10", "2026-03-20", droit.Initial)}
	a.Salaires = append(a.Salaires, droit.Salaire{Periode: entre("2025-12-01", "2026-02-28"), Brut: v.Connu(euros("900.00")), VerseLe: jour("2026-03-31")})
	if ij := calculer(t, cas).Bases[0].IJ; ij != 3123 {
		t.Errorf("rappel compté : %s", ij)
	}
	a.Primes = []droit.Prime{{VerseLe: jour("2026-01-31"), Montant: euros("1900.00")}}
	if ij := calculer(t, cas).Bases[0].IJ; ij != 3480 {
		t.Errorf("prime : %s", ij)
	}
}
