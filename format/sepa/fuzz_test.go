package sepa

import (
	"bytes"
	"strings"
	"testing"
)

// Whatever the bytes, Read answers; what it accepts can be written again and
// reads back the same; and it accepts exactly what CheckFile has nothing
// against.
func FuzzRead(f *testing.F) {
	bon := string(ecrire(f, petitLot()))
	f.Add([]byte(bon))
	f.Add([]byte(strings.ReplaceAll(bon, "><", "> <")))
	f.Add([]byte(strings.Replace(bon, "417.02", "-417.02", 1)))
	f.Add([]byte(strings.Replace(bon, "</Nm>", "</Nm>"+adresse, 2)))
	f.Add([]byte(strings.Replace(bon, "Document", "x:Document", 2)))
	f.Add([]byte(strings.Replace(bon, "Mme", "<![CDATA[Mme]]>&#x41;", 1)))
	f.Add([]byte(bon[:len(bon)/2]))
	f.Add([]byte("<?xml version=\"1.1\"?><!DOCTYPE a [<!ENTITY b \"c\">]><Document/>"))
	f.Fuzz(func(t *testing.T, fichier []byte) {
		l, err := Read(bytes.NewReader(fichier))
		_, anomalies := CheckFile(bytes.NewReader(fichier))
		if (err == nil) != (len(anomalies) == 0) {
			t.Fatalf("Read : %v ; CheckFile : %v", err, anomalies)
		}
		for _, a := range anomalies {
			if a.Message == "" || a.Chemin == "" || a.Ligne < 1 {
				t.Fatalf("anomalie sans lieu ni motif : %+v", a)
			}
		}
		if err != nil {
			return
		}
		relu, err := Read(bytes.NewReader(ecrire(t, l)))
		if err != nil {
			t.Fatal(err)
		}
		if err := Compare(l, relu); err != nil {
			t.Fatal(err)
		}
	})
}
