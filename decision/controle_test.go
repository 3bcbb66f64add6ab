package decision

import (
	"fmt"
	"testing"

	v "accord/valeur"
)

// The draw follows from the order alone, holds its rate, and takes the row of the
// day on which the order was made.
func TestTirage(t *testing.T) {
	ts := LireTirages("nature;depuis;un_sur;quand\npremier;2026-01-01;20;apres\npremier;2026-06-01;1;avant\nsuite;2026-01-01;100;apres\n")
	jour := v.NewJour(2026, 3, 2)
	tires := map[string]int{}
	const n = 20000
	for i := range n {
		id := fmt.Sprintf("ORDRE%d", i)
		for _, nature := range []string{PremierPaiement, Suite, Rappel} {
			tire, avant := ts.Tirer(id, nature, jour)
			if encore, _ := ts.Tirer(id, nature, jour); encore != tire || avant {
				t.Fatalf("%s, %s : le tirage change, ou attend", id, nature)
			}
			if tire {
				tires[nature]++
				if !ts.Possible(id) {
					t.Fatalf("%s est tiré sans être possible", id)
				}
			}
		}
	}
	if p, s := tires[PremierPaiement], tires[Suite]; p < n/25 || p > n/16 || s < n/140 || s > n/70 || tires[Rappel] != 0 {
		t.Errorf("tirés sur %d : %v", n, tires)
	}
	if tire, _ := ts.Tirer("ORDRE1", PremierPaiement, v.NewJour(2025, 12, 31)); tire {
		t.Error("tiré avant que la ligne commence")
	}
	if tire, avant := ts.Tirer("ORDRE1", PremierPaiement, v.NewJour(2026, 6, 1)); !tire || !avant {
		t.Error("la ligne la plus récente ne vaut pas")
	}
}

// Every nature of payment has a rate in the table of the program.
func TestToutesLesNaturesSontTirees(t *testing.T) {
	if got := fmt.Sprint(TiragesEnVigueur.Natures()); got != fmt.Sprint([]string{PremierPaiement, Suite, Acompte, Rappel}) {
		t.Errorf("natures : %s", got)
	}
}
