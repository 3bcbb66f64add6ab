package sim

import (
	"path/filepath"
	"testing"
)

// Files for 500 people in arrêt, out of 5,600 employees.
func BenchmarkGenerer500(b *testing.B) {
	for b.Loop() {
		p, err := Generer(Config{Assures: 500, Graine: 1, Debut: debutTest}, filepath.Join(b.TempDir(), "caisse"), func(int, int) {})
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(p.Octets)
	}
}
