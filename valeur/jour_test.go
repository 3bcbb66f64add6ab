package valeur

import (
	"testing"
	"time"
)

// Two centuries of days agree with the standard library.
func TestJourContreTime(t *testing.T) {
	d := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	for j := JourMin; j <= JourMax; j++ {
		a, m, q := j.Date()
		if a != d.Year() || m != int(d.Month()) || q != d.Day() {
			t.Fatalf("jour %d : %04d-%02d-%02d, attendu %s", j, a, m, q, d.Format("2006-01-02"))
		}
		if NewJour(a, m, q) != j || j.String() != d.Format("2006-01-02") || j.JourSemaine() != (int(d.Weekday())+6)%7+1 {
			t.Fatalf("jour %s mal relu : %s", d.Format("2006-01-02"), j)
		}
		d = d.AddDate(0, 0, 1)
	}
}

func TestAjouterMois(t *testing.T) {
	for _, c := range []struct {
		de   string
		mois int
		a    string
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2026-03-02", 6, "2026-09-02"},
		{"2026-08-31", 6, "2027-02-28"}, {"2024-02-29", -12, "2023-02-28"}, {"2026-01-15", -1, "2025-12-15"},
		{"2026-12-15", 1, "2027-01-15"}, {"2026-01-15", -13, "2024-12-15"},
	} {
		j, err := ParseJour(c.de)
		if err != nil || j.AjouterMois(c.mois).String() != c.a {
			t.Errorf("%s + %d mois = %s, attendu %s", c.de, c.mois, j.AjouterMois(c.mois), c.a)
		}
	}
}

func TestParseJour(t *testing.T) {
	for _, s := range []string{"", "2026-02-30", "2026-13-01", "2026-1-01", "1899-12-31", "2200-01-01", "20260101", "2026-01-0a", "2026-00-10", "2026-01-00"} {
		if j, err := ParseJour(s); err == nil {
			t.Errorf("%q lu comme %s", s, j)
		}
	}
	if j, err := ParseJourDSN("03112026"); err != nil || j.String() != "2026-11-03" || j.DSN() != "03112026" {
		t.Errorf("date de DSN : %v %v", j, err)
	}
}

func TestPeriode(t *testing.T) {
	p := P(NewJour(2026, 3, 2), NewJour(2026, 3, 15))
	if p.Jours() != 14 || !p.Contient(p.Du) || !p.Contient(p.Au) || p.Contient(p.Au+1) || p.Contient(p.Du-1) {
		t.Error("bornes comprises mal tenues")
	}
	ouverte := Periode{Du: NewJour(2026, 3, 10)}
	if got := p.Inter(ouverte); got != P(NewJour(2026, 3, 10), p.Au) {
		t.Errorf("intersection %v", got)
	}
	if got := p.Inter(P(NewJour(2026, 3, 16), NewJour(2026, 3, 20))); !got.IsZero() {
		t.Errorf("intersection vide : %v", got)
	}
}
