package decision

import (
	"testing"

	v "accord/valeur"
)

// The double, and 20 € more: small amounts may double, high ones may not.
func TestVraisemblable(t *testing.T) {
	le := v.NewJour(2026, 3, 2)
	for ancien, veut := range map[v.Centimes]v.Centimes{500: 2500, 2000: 4000, 3287: 6574, 12000: 24000} {
		if got, ok := Vraisemblable(ancien, le); !ok || got != veut {
			t.Errorf("%s : %s, attendu %s", ancien.Euros(), got.Euros(), veut.Euros())
		}
	}
	if _, ok := Vraisemblable(3287, v.NewJour(2025, 12, 31)); ok {
		t.Error("aucune ligne ne vaut avant 2026")
	}
	defer func() {
		if recover() == nil {
			t.Error("une table illisible est lue")
		}
	}()
	lireVraisemblances("depuis;pourcent;ecart;raison\n2026-01-01;50;1.00;moins que ce qui fut payé\n")
}
