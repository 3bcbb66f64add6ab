package tirage_test

import (
	"math/rand/v2"
	"os"
	"reflect"
	"testing"

	"accord/tirage"
)

// TestTirage: every profile draws whole series without failing, the same case
// again from the same number, and arrêts that name what they are for.
func TestTirage(t *testing.T) {
	n := 4000
	if os.Getenv("ACCORD_LONG") != "" {
		n = 1_000_000
	}
	for _, p := range tirage.Profils {
		t.Run(p.Nom, func(t *testing.T) {
			for i := range n {
				c := tirage.Numero(5, i, p.Profil)
				if len(c.Arrets) == 0 && len(c.Naissances) == 0 {
					t.Fatalf("le cas %d ne dit rien", i)
				}
				ids := map[string]bool{}
				for _, a := range c.Arrets {
					if ids[a.ID] {
						t.Fatalf("le cas %d a deux arrêts %s", i, a.ID)
					}
					ids[a.ID] = true
					if a.Debut != 0 && a.Fin < a.Debut {
						t.Fatalf("le cas %d a un arrêt %s qui finit avant son début", i, a.ID)
					}
				}
				for _, d := range c.Decisions {
					if c.ConnuAu != 0 && d.Le > c.ConnuAu && p.Profil >= tirage.Familles {
						t.Fatalf("le cas %d a une décision du %s, après le %s", i, d.Le, c.ConnuAu)
					}
				}
			}
			k := rand.New(rand.NewPCG(1, 2)).IntN(n)
			if !reflect.DeepEqual(tirage.Numero(5, k, p.Profil), tirage.Numero(5, k, p.Profil)) {
				t.Errorf("le cas %d n'est pas tiré deux fois pareil", k)
			}
		})
	}
}
