package droit

import "testing"

func TestJoursOuvres(t *testing.T) {
	for _, c := range []struct {
		caisse, depart string
		n              int
		attendu        string
	}{
		{"441", "2026-11-06", 1, "2026-11-09"}, // Friday: the week-end does not count
		{"441", "2026-11-10", 1, "2026-11-12"}, // 11 November
		{"441", "2026-11-06", 5, "2026-11-16"},
		{"441", "2026-04-02", 1, "2026-04-03"}, // Good Friday: worked in Loire-Atlantique,
		{"671", "2026-04-02", 1, "2026-04-07"}, // not in Strasbourg, nor the Monday
		{"571", "2025-12-25", 1, "2025-12-29"},
		{"441", "2025-12-25", 1, "2025-12-26"},
		{"971", "2026-05-26", 1, "2026-05-28"}, // abolition, Guadeloupe
		{"972", "2026-05-21", 1, "2026-05-26"}, // Martinique: Friday 22, then Whit Monday
		{"973", "2026-06-09", 1, "2026-06-11"},
		{"974", "2027-12-19", 1, "2027-12-21"},
		{"976", "2026-04-24", 1, "2026-04-28"}, // Mayotte: Monday 27
		{"978", "2026-05-26", 1, "2026-05-27"}, // a code that is no overseas department
		{"", "2026-11-06", 0, "2026-11-06"},
	} {
		if got := CalendrierDe(c.caisse).AjouterOuvres(jour(c.depart), c.n); got != jour(c.attendu) {
			t.Errorf("caisse %s, %s + %d jours ouvrés : %s, attendu %s", c.caisse, c.depart, c.n, got, c.attendu)
		}
	}
}

// Two days without Sundays and holidays, as for the declaration of an accident:
// a Saturday counts.
func TestJoursOuvrables(t *testing.T) {
	for _, c := range []struct {
		caisse, depart string
		n              int
		attendu        string
	}{
		{"441", "2026-11-06", 1, "2026-11-07"}, // Saturday
		{"441", "2026-11-06", 2, "2026-11-09"},
		{"441", "2026-04-30", 2, "2026-05-04"}, // 1 May, then Saturday 2, Sunday 3
		{"671", "2025-12-24", 2, "2025-12-29"}, // 25 and 26 December, Sunday 28: Saturday 27, Monday 29
		{"441", "2025-12-24", 2, "2025-12-27"},
		{"974", "2025-12-18", 2, "2025-12-22"}, // Friday 19, Saturday 20 is the abolition
	} {
		if got := CalendrierDe(c.caisse).AjouterOuvrables(jour(c.depart), c.n); got != jour(c.attendu) {
			t.Errorf("caisse %s, %s + %d jours ouvrables : %s, attendu %s", c.caisse, c.depart, c.n, got, c.attendu)
		}
	}
}

// A postal code tells the territory where a person lives; one that is none, or of a
// place of its own, tells nothing.
func TestTerritoireDe(t *testing.T) {
	for code, attendu := range map[string]Territoire{
		"44000": Metropole, "01000": Metropole, "20000": Metropole, "95999": Metropole, "57000": AlsaceMoselle, "67100": AlsaceMoselle, "68999": AlsaceMoselle,
		"97110": DROM, "97410": DROM, "97600": Mayotte, "97500": "", "97150": DROM, "98000": "", "99100": "", "00100": "", "": "", "6700": "", "L-185": "", "2A000": "",
	} {
		if got := TerritoireDe(code); got != attendu {
			t.Errorf("%s : %q, attendu %q", code, got, attendu)
		}
	}
}

// Thirty clear days from 2 March: the thirty-first day after it is the last.
func TestJoursFrancs(t *testing.T) {
	if got := DernierFranc(jour("2026-03-02"), 30); got != jour("2026-04-02") {
		t.Error(got)
	}
}

// Where a caisse lies, by its code or its department.
func TestCalendrierDe(t *testing.T) {
	for caisse, attendu := range map[string]Calendrier{
		"": {}, "6": {}, "44": {}, "441": {}, "97": {}, "979": {},
		"57": {Territoire: AlsaceMoselle}, "571": {Territoire: AlsaceMoselle}, "67": {Territoire: AlsaceMoselle}, "68": {Territoire: AlsaceMoselle},
		"971": {DROM, [2]int{27, 5}}, "972": {DROM, [2]int{22, 5}}, "973": {DROM, [2]int{10, 6}}, "974": {DROM, [2]int{20, 12}}, "976": {Mayotte, [2]int{27, 4}},
	} {
		if got := CalendrierDe(caisse); got != attendu {
			t.Errorf("caisse «%s» : %v, attendu %v", caisse, got, attendu)
		}
	}
}
