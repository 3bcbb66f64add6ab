package sepa

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var miseAJour = flag.Bool("maj", false, "réécrire les fichiers de référence")

func TestFichierDeReference(t *testing.T) {
	const nom = "testdata/petit.pain.001.xml"
	obtenu := ecrire(t, petitLot())
	if *miseAJour {
		if err := os.WriteFile(nom, obtenu, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	attendu, err := os.ReadFile(nom)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(obtenu, attendu) {
		t.Errorf("le fichier écrit diffère de %s :\n%s", nom, obtenu)
	}
	resume, anomalies := CheckFile(bytes.NewReader(obtenu))
	if len(anomalies) > 0 {
		t.Error(Refus(anomalies))
	}
	l := petitLot()
	if resume != (Resume{MsgID: l.MsgID, Execution: l.Execution, Virements: 4, Total: 100000078514}) {
		t.Errorf("résumé %+v", resume)
	}
}
