package exemples

import (
	"bytes"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/format/calcul"
	"accord/tirage"
)

// casDuLot is how many different cases a batch of the benchmarks holds.
const casDuLot = 10_000

// BenchmarkLot is the batch of «accord calculer --lot», from lines read to lines
// written, over mixed cases as a caisse has them, on all the processors. The
// floor under each is the writing of the same answers, computed before: nothing
// read, nothing computed.
func BenchmarkLot(b *testing.B) {
	table := charger(b)
	fabrique := func() calcul.Calculateur { return dossier.NewCalculateur(table) }
	for _, x := range []struct {
		nom string
		p   calcul.Presentation
	}{{"resultat_seul", calcul.Presentation{}}, {"jours_et_explication", calcul.Complete}} {
		var lot bytes.Buffer
		err := tirage.Suite(&lot, 1, casDuLot, tirage.Ordinaire, func(dst []byte, c *droit.Cas) []byte { return calcul.AppendCas(dst, c, x.p) })
		if err != nil {
			b.Fatal(err)
		}
		b.Run(x.nom, func(b *testing.B) {
			var ecrits compteur
			for b.Loop() {
				ecrits = 0
				if bilan, err := calcul.Lot(bytes.NewReader(lot.Bytes()), &ecrits, fabrique, 0); err != nil || bilan.Erreurs > 0 {
					b.Fatal(bilan, err)
				}
			}
			dire(b, int64(ecrits), casDuLot)
		})
		b.Run(x.nom+"/plancher_ecriture", func(b *testing.B) { ecrireSeulement(b, fabrique, lot.Bytes(), x.p) })
	}
}

// ecrireSeulement writes answers computed before, on one processor.
func ecrireSeulement(b *testing.B, fabrique func() calcul.Calculateur, lot []byte, p calcul.Presentation) {
	type reponse struct {
		cas *droit.Cas
		res *droit.Resultat
	}
	var reponses []reponse
	for ligne := range bytes.Lines(lot) {
		if len(reponses) == casDuLot/10 {
			break
		}
		cas, _, err := calcul.Read(ligne)
		r := new(droit.Resultat)
		if err == nil {
			err = fabrique().Calculer(cas, p.Explication, r)
		}
		if err != nil {
			b.Fatal(err)
		}
		reponses = append(reponses, reponse{cas, r})
	}
	var ecrits int64
	for b.Loop() {
		var dst []byte
		ecrits = 0
		for _, x := range reponses {
			dst = calcul.Append(dst[:0], x.cas, x.res, p)
			ecrits += int64(len(dst)) + 1
		}
	}
	dire(b, ecrits, len(reponses))
}

// dire reports the rate of a batch, and the seconds that a million cases take.
func dire(b *testing.B, octets int64, cas int) {
	b.SetBytes(octets)
	parSeconde := float64(b.N) * float64(cas) / b.Elapsed().Seconds()
	b.ReportMetric(parSeconde, "cas/s")
	b.ReportMetric(1e6/parSeconde, "s/million")
}

// compteur counts what is written to it.
type compteur int64

func (c *compteur) Write(p []byte) (int, error) {
	*c += compteur(len(p))
	return len(p), nil
}
