package dossier

import (
	"slices"
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// habite sets where the person of a fact lived.
func habite(f Fait, codePostal string) Fait {
	f.Identite().CodePostal = codePostal
	return f
}

// The territory is that of the residence on the first day of the first arrêt, as
// declarations say it; who moves later keeps the days already computed, and a notice
// says so.
func TestTerritoireDeLaResidence(t *testing.T) {
	paieA := func(n int, mois, cp string) Fait { return habite(paie(n, boulangerie, mois, 200000, int64(n)), cp) }
	arret := avis(4, droit.Initial, "2026-03-02", "2026-03-15")
	second := avis(6, droit.Initial, "2026-09-02", "2026-09-15")
	for _, c := range []struct {
		nom        string
		faits      []Fait
		territoire droit.Territoire
		residences int
		avis       bool
	}{
		{"nul ne l'a dit", []Fait{paieA(1, "2026-01", ""), arret}, "", 0, false},
		{"un code qui n'en est pas un", []Fait{paieA(1, "2026-01", "INCONNU"), arret}, "", 0, false},
		{"avant l'arrêt", []Fait{paieA(1, "2026-01", "67000"), paieA(2, "2026-02", "67100"), arret}, droit.AlsaceMoselle, 1, false},
		{"connue après l'arrêt seulement", []Fait{arret, paieA(1, "2026-06", "97110")}, droit.DROM, 1, false},
		{"a déménagé avant l'arrêt", []Fait{paieA(1, "2026-01", "44000"), paieA(2, "2026-02", "68000"), arret}, droit.AlsaceMoselle, 2, false},
		{"a déménagé après l'arrêt", []Fait{paieA(1, "2026-02", "44000"), arret, paieA(2, "2026-06", "68000")}, droit.Metropole, 2, false},
		{"a déménagé entre deux arrêts", []Fait{paieA(1, "2026-02", "44000"), arret, paieA(2, "2026-06", "68000"), second}, droit.Metropole, 2, true},
		{"deux employeurs se contredisent", []Fait{paieA(1, "2026-02", "68000"), habite(paie(2, garage, "2026-02", 100000, 2), "44000"), arret}, droit.Metropole, 1, false},
		{"l'employeur seul a dit l'arrêt", []Fait{paieA(1, "2026-01", "68000"), habite(signalement(5, boulangerie, "2026-03-01", "2026-03-15", nil), "68000")}, droit.AlsaceMoselle, 1, false},
	} {
		envers := slices.Clone(c.faits)
		slices.Reverse(envers)
		for _, faits := range [][]Fait{c.faits, envers} {
			s := Plier(faits, jour("2026-12-31"))
			dit := slices.ContainsFunc(s.Avis, func(a droit.Avis) bool { return a.Code == "TERRITOIRE_CHANGE" })
			if s.Cas.Assure.Territoire != c.territoire || len(s.Residences) != c.residences || dit != c.avis || s.Identite.CodePostal != "" {
				t.Errorf("%s : %q, %+v, avis %v, %+v", c.nom, s.Cas.Assure.Territoire, s.Residences, dit, s.Identite)
			}
		}
	}
	s := Plier([]Fait{paieA(1, "2026-02", "44000"), paieA(2, "2026-06", "68000")}, jour("2026-12-31"))
	for j, attendu := range map[v.Jour]string{jour("2025-01-01"): "44000", jour("2026-05-31"): "44000", jour("2026-06-01"): "68000", jour("2026-12-01"): "68000"} {
		if r, ok := s.ResidenceLe(j); !ok || r.CodePostal != attendu {
			t.Errorf("%s : %+v, attendu %s", j, r, attendu)
		}
	}
}
