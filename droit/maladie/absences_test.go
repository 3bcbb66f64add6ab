package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// Absences are counted in the order of their days, whatever the one in which they are told.
func TestAbsencesDansLeDesordre(t *testing.T) {
	jour := func(n int) v.Jour { return v.NewJour(2026, 3, n) }
	absence := func(du, au int) droit.Absence {
		return droit.Absence{Periode: v.P(jour(du), jour(au)), Motif: droit.AbsenceCongeParental}
	}
	toutes := func(*droit.Absence) bool { return true }
	for _, x := range []struct {
		nom      string
		absences []droit.Absence
		jours    int
	}{
		{"dans l'ordre", []droit.Absence{absence(3, 5), absence(10, 12)}, 6},
		{"dans le désordre", []droit.Absence{absence(10, 12), absence(3, 5)}, 6},
		{"qui se recouvrent", []droit.Absence{absence(10, 20), absence(3, 5), absence(4, 12)}, 18},
	} {
		a := droit.Activite{Absences: x.absences}
		if n := joursAbsents(&a, v.P(jour(1), jour(31)), toutes); n != x.jours {
			t.Errorf("%s : %d jours, attendu %d", x.nom, n, x.jours)
		}
	}
}
