package sepa

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"testing"

	"accord/valeur"
)

// grosLot is what a very large caisse pays in a day.
func grosLot(n int) Lot {
	l := petitLot()
	l.Ordres = make([]Virement, n)
	noms := []string{"Zoé Lefèbvre-Œuvrard", "MARTIN MARIE", "SOCIÉTÉ D'EXEMPLE SARL", "Jean-Noël N’Guyễn"}
	for i := range l.Ordres {
		l.Ordres[i] = Virement{
			InstrID: fmt.Sprintf("ASS-%010d", i), EndToEndID: fmt.Sprintf("IJ441A%010dN1", i),
			Montant:      valeur.Centimes(1_000 + i%90_000),
			Beneficiaire: noms[i%len(noms)],
			IBAN:         valeur.NewIBANFrancais("30006", "00001", fmt.Sprintf("%011d", i)),
			Libelle:      "IJ maladie du 04/11/2026 au 13/11/2026",
		}
	}
	return l
}

// BenchmarkCentMilleVirements measures writing, reading back and judging a file
// of 100,000 transfers beside two floors: copying the same bytes, and cutting
// them into tokens with encoding/xml.
func BenchmarkCentMilleVirements(b *testing.B) {
	const n = 100_000
	l := grosLot(n)
	fichier := ecrire(b, l)
	mesurer := func(nom string, f func() error) {
		b.Run(nom, func(b *testing.B) {
			b.SetBytes(int64(len(fichier)))
			b.ReportAllocs()
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "virements/s")
		})
	}
	sortie := bytes.NewBuffer(make([]byte, 0, len(fichier)+bytes.MinRead))
	mesurer("plancher_copie", func() error {
		sortie.Reset()
		_, err := io.Copy(sortie, struct{ io.Reader }{bytes.NewReader(fichier)})
		return err
	})
	mesurer("Write", func() error {
		sortie.Reset()
		return Write(sortie, l)
	})
	mesurer("Check", func() error { return Check(l) })
	mesurer("plancher_jetons", func() error {
		dec := xml.NewDecoder(bytes.NewReader(fichier))
		for {
			if _, err := dec.Token(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	})
	mesurer("Read", func() error {
		_, err := Read(bytes.NewReader(fichier))
		return err
	})
	mesurer("CheckFile", func() error {
		if _, a := CheckFile(bytes.NewReader(fichier)); len(a) > 0 {
			return Refus(a)
		}
		return nil
	})
}
