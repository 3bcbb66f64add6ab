package droit

import (
	"strings"
	"testing"

	v "accord/valeur"
)

// Easter Sundays as printed calendars give them, in the centuries whose
// corrections differ, with the earliest and the latest of all.
const dimanchesDePaques = `
1900-04-15 1913-03-23 1943-04-25 1954-04-18 1981-04-19 1999-04-04 2000-04-23 2012-04-08 2013-03-31 2014-04-20 2015-04-05
2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05
2027-03-28 2028-04-16 2029-04-01 2030-04-21 2049-04-18 2076-04-19 2099-04-12
`

func TestPaques(t *testing.T) {
	for _, d := range strings.Fields(dimanchesDePaques) {
		if got := Paques(jour(d).Annee()); got != jour(d) {
			t.Errorf("Pâques : %s, attendu %s", got, d)
		}
	}
}

// The same day by another way (Butcher, 1876), over all the years of living
// memory and the next.
func TestPaquesAutrement(t *testing.T) {
	for y := 1900; y < 2200; y++ {
		a, b, c := y%19, y/100, y%100
		h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
		l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
		m := h + l - 7*((a+11*h+22*l)/451) + 114
		if got, autre := Paques(y), v.NewJour(y, m/31, m%31+1); got != autre {
			t.Errorf("%s, et par l'autre calcul %s", got, autre)
		}
	}
}

// The holidays of 2024, one by one (C. trav. L.3133-1 and L.3134-13), and no
// other day of the year.
func TestFeriesDUneAnnee(t *testing.T) {
	partout := "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25"
	alsace := partout + " 03-29 12-26"
	for j := jour("2024-01-01"); j <= jour("2024-12-31"); j++ {
		if JourFerie(j, Metropole) != strings.Contains(partout, j.String()[5:]) {
			t.Errorf("%s, en métropole : férié %v", j, JourFerie(j, Metropole))
		}
		if JourFerie(j, AlsaceMoselle) != strings.Contains(alsace, j.String()[5:]) {
			t.Errorf("%s, en Alsace-Moselle : férié %v", j, JourFerie(j, AlsaceMoselle))
		}
	}
}
