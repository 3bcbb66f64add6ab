package dsn

import (
	"bytes"
	"fmt"
	"testing"
)

// fichierMensuel writes a monthly declaration of n persons, each like that of
// the fixture of August.
func fichierMensuel(tb testing.TB, n int) []byte {
	tb.Helper()
	e, _ := Read(fixture(tb, "mensuelle_2026_08.dsn"))
	d := &e.Declarations[0]
	modele := d.Individus[0]
	d.Individus = d.Individus[:0]
	for i := range n {
		modele.Matricule = fmt.Sprintf("M%06d", i)
		d.Individus = append(d.Individus, modele)
	}
	var b bytes.Buffer
	if err := Write(&b, e); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func BenchmarkRead10000Individus(b *testing.B) {
	data := fichierMensuel(b, 10_000)
	b.Run("plancher_compter_les_lignes", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if bytes.Count(data, []byte("\n")) < 1_000_000 {
				b.Fatal("fichier trop court")
			}
		}
	})
	b.Run("plancher_couper_les_lignes", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			n := 0
			for range bytes.Lines(data) {
				n++
			}
			if n < 1_000_000 {
				b.Fatal("fichier trop court")
			}
		}
	})
	b.Run("lire", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if e, anomalies := Read(data); len(anomalies) > 0 || len(e.Declarations[0].Individus) != 10_000 {
				b.Fatal(anomalies)
			}
		}
	})
}

func BenchmarkReadSignalement(b *testing.B) {
	data := fixture(b, "arret.dsn")
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Read(data)
	}
}

func BenchmarkWrite10000Individus(b *testing.B) {
	data := fichierMensuel(b, 10_000)
	e, _ := Read(data)
	var w bytes.Buffer
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		w.Reset()
		if err := Write(&w, e); err != nil {
			b.Fatal(err)
		}
	}
}
