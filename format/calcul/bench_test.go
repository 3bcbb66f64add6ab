package calcul

import (
	"io"
	"strings"
	"testing"

	"accord/droit"

	"github.com/go-json-experiment/json/jsontext"
)

// The floor of reading: the same bytes scanned for validity, nothing kept.
func BenchmarkPlancherLecture(b *testing.B) {
	texte := compact(b, "ordinaire.cas.json")
	b.SetBytes(int64(len(texte)))
	b.ReportAllocs()
	for b.Loop() {
		if !jsontext.Value(texte).IsValid() {
			b.Fatal("invalide")
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, nom := range []string{"ordinaire", "complet"} {
		b.Run(nom, func(b *testing.B) {
			texte := compact(b, nom+".cas.json")
			l := NewLecteur()
			b.SetBytes(int64(len(texte)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := l.Lire(texte); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The floor of writing: the same bytes copied.
func BenchmarkPlancherEcriture(b *testing.B) {
	cas, _, err := Read(compact(b, "ordinaire.cas.json"))
	if err != nil {
		b.Fatal(err)
	}
	texte := Append(nil, cas, resultatOrdinaire(), Complete)
	var dst []byte
	b.SetBytes(int64(len(texte)))
	b.ReportAllocs()
	for b.Loop() {
		dst = append(dst[:0], texte...)
	}
}

func BenchmarkAppend(b *testing.B) {
	cas, _, err := Read(compact(b, "ordinaire.cas.json"))
	if err != nil {
		b.Fatal(err)
	}
	res := resultatOrdinaire()
	for _, c := range []struct {
		nom string
		p   Presentation
	}{{"complet", Complete}, {"bref", Presentation{}}} {
		b.Run(c.nom, func(b *testing.B) {
			dst := Append(nil, cas, res, c.p)
			b.SetBytes(int64(len(dst)))
			b.ReportAllocs()
			for b.Loop() {
				dst = Append(dst[:0], cas, res, c.p)
			}
		})
	}
}

// BenchmarkLot is everything but the law: a line read, a result written.
func BenchmarkLot(b *testing.B) {
	ligne := string(compact(b, "ordinaire.cas.json")) + "\n"
	const n = 2_000
	entree := strings.Repeat(ligne, n)
	fabrique := func() Calculateur { return recopie{resultatOrdinaire()} }
	b.SetBytes(int64(len(entree)))
	b.ReportAllocs()
	for b.Loop() {
		if bilan, err := Lot(strings.NewReader(entree), io.Discard, fabrique, 0); err != nil || bilan.Lignes != n {
			b.Fatal(bilan, err)
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "cas/s")
}

// recopie gives the same result to every case.
type recopie struct{ modele *droit.Resultat }

func (c recopie) Calculer(_ *droit.Cas, _ bool, res *droit.Resultat) error {
	res.Jours = append(res.Jours, c.modele.Jours...)
	res.Periodes = append(res.Periodes, c.modele.Periodes...)
	res.Explication = append(res.Explication, c.modele.Explication...)
	return nil
}

func compact(t testing.TB, nom string) []byte {
	t.Helper()
	b, err := jsontext.AppendFormat(nil, fixture(t, nom), jsontext.Multiline(false))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
