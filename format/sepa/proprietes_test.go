package sepa

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"accord/valeur"

	"pgregory.net/rapid"
)

// unLot draws a batch that must be accepted, with names and labels of any
// characters at all.
var unLot = rapid.Custom(func(t *rapid.T) Lot {
	jour := valeur.NewJour(2025, 1, 1) + valeur.Jour(rapid.IntRange(0, 1500).Draw(t, "jour"))
	l := petitLot()
	l.MsgID = fmt.Sprintf("IJ-441-%06d", rapid.IntRange(0, 999999).Draw(t, "numéro"))
	l.CreeLe = jour.String() + fmt.Sprintf("T%02d:%02d:59Z", rapid.IntRange(0, 23).Draw(t, "heure"), rapid.IntRange(0, 59).Draw(t, "minute"))
	l.Execution = ProchainTARGET(jour)
	l.Debiteur.Nom = "CPAM " + rapid.String().Draw(t, "caisse")
	l.Debiteur.Adresse.Rue = rapid.String().Draw(t, "rue")
	l.Debiteur.Adresse.Numero = rapid.String().Draw(t, "voie")
	l.Debiteur.Adresse.CodePostal = rapid.SampledFrom([]string{"", "44000", "L-1855"}).Draw(t, "code postal")
	l.Debiteur.Adresse.Ville = "Nantes" + rapid.String().Draw(t, "ville")
	l.Ordres = nil
	for i := range rapid.IntRange(1, 8).Draw(t, "virements") {
		l.Ordres = append(l.Ordres, Virement{
			InstrID:      fmt.Sprintf("ASS-%010d", i),
			EndToEndID:   fmt.Sprintf("IJ441A%010dN1", i),
			Montant:      valeur.Centimes(rapid.Int64Range(int64(montantMin), int64(montantMax)).Draw(t, "montant")),
			Beneficiaire: "M " + rapid.OneOf(rapid.String(), rapid.StringN(60, 120, -1)).Draw(t, "nom"),
			IBAN: rapid.SampledFrom([]valeur.IBAN{
				"FR7630006000011234567890189", "FR1420041010050500013M02606", "DE89370400440532013000",
			}).Draw(t, "compte"),
			BIC:     rapid.SampledFrom([]string{"", "PSSTFRPP", "COBADEFFXXX"}).Draw(t, "BIC"),
			Libelle: rapid.OneOf(rapid.String(), rapid.StringN(130, 200, -1)).Draw(t, "libellé"),
		})
	}
	return l
})

func TestEcritPuisRelu(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := unLot.Draw(t, "lot")
		var fichier, encore bytes.Buffer
		if err := Write(&fichier, l); err != nil {
			t.Fatal(err)
		}
		octets := bytes.Clone(fichier.Bytes())
		relu, err := Read(&fichier)
		if err != nil {
			t.Fatalf("%v\n%s", err, octets)
		}
		if err := Compare(l, relu); err != nil {
			t.Fatal(err)
		}
		n := Normalize(l)
		if !slices.Equal(n.Ordres, relu.Ordres) || n.Debiteur != relu.Debiteur || n.MsgID != relu.MsgID ||
			n.CreeLe != relu.CreeLe || n.Execution != relu.Execution {
			t.Fatalf("Compare ne voit pas que\n%+v\ndiffère de\n%+v", n, relu)
		}
		if err := Write(&encore, relu); err != nil || !bytes.Equal(encore.Bytes(), octets) {
			t.Fatalf("le lot relu (%v) ne redonne pas les mêmes octets", err)
		}
	})
}

func TestSommesDeControle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := unLot.Draw(t, "lot")
		var fichier bytes.Buffer
		if err := Write(&fichier, l); err != nil {
			t.Fatal(err)
		}
		var total valeur.Centimes
		for _, v := range l.Ordres {
			total += v.Montant
		}
		texte := fichier.String()
		for _, voulu := range []string{
			fmt.Sprintf("<NbOfTxs>%d</NbOfTxs>", len(l.Ordres)),
			fmt.Sprintf("<CtrlSum>%d.%02d</CtrlSum>", total/100, total%100),
		} {
			if strings.Count(texte, voulu) != 2 {
				t.Fatalf("%s attendu deux fois dans\n%s", voulu, texte)
			}
		}
		resume, anomalies := CheckFile(&fichier)
		if len(anomalies) > 0 || resume.Total != total || resume.Virements != len(l.Ordres) || resume.MsgID != l.MsgID {
			t.Fatalf("%+v %v", resume, anomalies)
		}
	})
}

// The file as bytes holds no character outside the set, whatever the names.
func TestFichierEnLatinDeBase(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var fichier bytes.Buffer
		if err := Write(&fichier, unLot.Draw(t, "lot")); err != nil {
			t.Fatal(err)
		}
		for _, c := range fichier.Bytes() {
			if c >= 0x80 || c < ' ' && c != '\n' {
				t.Fatalf("octet %#x dans\n%s", c, fichier.String())
			}
		}
	})
}

// Whatever one byte of the file becomes, either the file is refused or the
// comparison names a difference, or nothing that matters has changed.
func TestOctetAltere(t *testing.T) {
	original := ecrire(t, petitLot())
	rapid.Check(t, func(t *rapid.T) {
		fichier := bytes.Clone(original)
		i := rapid.IntRange(0, len(fichier)-1).Draw(t, "position")
		fichier[i] = rapid.Byte().Draw(t, "octet")
		relu, err := Read(bytes.NewReader(fichier))
		if err != nil || Compare(petitLot(), relu) != nil {
			return
		}
		if utile := bytes.TrimSpace(original[i : i+1]); len(utile) > 0 && fichier[i] != original[i] {
			t.Fatalf("octet %d : %q devenu %q sans être vu", i, original[i], fichier[i])
		}
	})
}
