package sepa

import (
	"testing"

	"accord/valeur"
)

// Closing days that fall on a weekday, from the TARGET calendars published by
// the ECB for each year; the number of opening days was counted by hand.
var fermetures = map[int]struct {
	ouverts int
	jours   []string
}{
	2025: {255, []string{"2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-12-25", "2025-12-26"}},
	2026: {256, []string{"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"}},
	2027: {258, []string{"2027-01-01", "2027-03-26", "2027-03-29"}},
	2028: {255, []string{"2028-04-14", "2028-04-17", "2028-05-01", "2028-12-25", "2028-12-26"}},
}

func TestCalendrierTARGET(t *testing.T) {
	for annee, attendu := range fermetures {
		ferme := map[string]bool{}
		for _, j := range attendu.jours {
			ferme[j] = true
		}
		ouverts := 0
		for j := valeur.NewJour(annee, 1, 1); j <= valeur.NewJour(annee, 12, 31); j++ {
			ouvert := JourTARGET(j)
			if ouvert {
				ouverts++
			}
			if voulu := j.JourSemaine() <= 5 && !ferme[j.String()]; ouvert != voulu {
				t.Errorf("%s ouvert : %v, attendu %v", j, ouvert, voulu)
			}
		}
		if ouverts != attendu.ouverts {
			t.Errorf("%d : %d jours ouverts, attendu %d", annee, ouverts, attendu.ouverts)
		}
	}
}

// French public holidays on which the banks settle all the same.
func TestFeriesFrancaisOuvertsTARGET(t *testing.T) {
	for _, s := range []string{"2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2025-08-15", "2027-11-01", "2026-11-11"} {
		if j, _ := valeur.ParseJour(s); !JourTARGET(j) {
			t.Errorf("%s est un jour TARGET", s)
		}
	}
}

func TestProchainTARGET(t *testing.T) {
	for de, vers := range map[string]string{
		"2026-11-24": "2026-11-24", "2026-11-28": "2026-11-30", "2026-12-25": "2026-12-28",
		"2025-12-25": "2025-12-29", "2026-04-03": "2026-04-07", "2027-12-31": "2027-12-31", "2028-01-01": "2028-01-03",
	} {
		j, _ := valeur.ParseJour(de)
		if p := ProchainTARGET(j); p.String() != vers {
			t.Errorf("après %s : %s, attendu %s", de, p, vers)
		}
	}
}

// Easter Sundays from the table of the Bureau des longitudes, with the two
// exceptions of the Gregorian computation (1954, 1981) and its extremes.
func TestPaques(t *testing.T) {
	for _, s := range []string{
		"1954-04-18", "1981-04-19", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05",
		"2027-03-28", "2028-04-16", "2029-04-01", "2038-04-25", "2049-04-18", "2076-04-19",
	} {
		j, _ := valeur.ParseJour(s)
		if p := paques(j.Annee()); p != j {
			t.Errorf("Pâques : %s, attendu %s", p, j)
		}
	}
}
