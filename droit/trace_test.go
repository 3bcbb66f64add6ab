package droit

import "testing"

// A step speaks of the days that it names, and of all when it names none.
func TestParleDe(t *testing.T) {
	for _, x := range []struct {
		quoi    string
		entrees []Champ
		jour    string
		parle   bool
	}{
		{"aucun jour nommé", nil, "2026-03-01", true},
		{"ni du ni au", []Champ{C("jours", "3"), C("le", "2026-03-01")}, "2026-05-01", true},
		{"la veille", []Champ{C("du", "2026-03-02"), C("au", "2026-03-05")}, "2026-03-01", false},
		{"le premier jour", []Champ{C("du", "2026-03-02"), C("au", "2026-03-05")}, "2026-03-02", true},
		{"le dernier", []Champ{C("du", "2026-03-02"), C("au", "2026-03-05")}, "2026-03-05", true},
		{"le lendemain", []Champ{C("du", "2026-03-02"), C("au", "2026-03-05")}, "2026-03-06", false},
		{"un autre champ est une date", []Champ{C("du", "2026-03-02"), C("au", "2026-03-05"), C("constat", "2026-01-01")}, "2026-03-04", true},
		{"ce qui n'est pas une date ne nomme rien", []Champ{C("du", "mars"), C("au", "avril")}, "2026-01-01", true},
	} {
		if e := (Etape{Entrees: x.entrees}); e.ParleDe(jour(x.jour)) != x.parle {
			t.Errorf("%s : parle du %s, attendu %v", x.quoi, x.jour, x.parle)
		}
	}
}
