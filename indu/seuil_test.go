package indu

import (
	"testing"

	"accord/parametre"
	v "accord/valeur"
)

// 0.68 % of 3,666, 3,864, 3,925 and 4,005 is 24.93, 26.28, 26.69 and 27.23: the euro above.
func TestSeuil(t *testing.T) {
	p, err := parametre.Charger()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		le   v.Jour
		veut v.Centimes
	}{{v.NewJour(2023, 1, 1), 2500}, {v.NewJour(2024, 6, 1), 2700}, {v.NewJour(2025, 6, 1), 2700}, {v.NewJour(2026, 12, 31), 2800}} {
		if got, err := Seuil(p, c.le); err != nil || got != c.veut {
			t.Errorf("%s : %s (%v), attendu %s", c.le, got, err, c.veut)
		}
	}
	for _, le := range []v.Jour{v.NewJour(2022, 12, 31), v.NewJour(2027, 1, 1)} {
		if got, err := Seuil(p, le); err == nil {
			t.Errorf("%s : %s", le, got)
		}
	}
}
