package dsn

import (
	"bytes"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// FuzzRead: no input makes the reader panic, lose a line or contradict itself.
func FuzzRead(f *testing.F) {
	fichiers, err := os.ReadDir("testdata")
	if err != nil {
		f.Fatal(err)
	}
	for _, d := range fichiers {
		if strings.HasSuffix(d.Name(), ".dsn") {
			f.Add(fixture(f, d.Name())) // each kind of declaration, both ends of line
		}
	}
	arret := fixture(f, "arret.dsn")
	for _, graine := range [][]byte{
		nil,                        // no line at all
		[]byte("\n\r\n"),           // only ends of lines
		[]byte("S21.G00.30.001"),   // a code and nothing after it
		[]byte("S21.G00.30.001,'"), // one apostrophe for both ends
		[]byte("S21.G00.66.001,'01012026'\nS21.G00.53.001,'01'"),                       // children without any parent
		[]byte("S99.G99.99.999,'x'"),                                                   // a block that the norm has not
		[]byte("S90.G00.90.001,'2'\nS21.G00.40.001,'01012026'\nS21.G00.60.001,'01'"),   // a tree after the total
		arret[:len(arret)/2],                                                           // cut in the middle of a line
		append(slices.Clone(arret), arret...),                                          // two files end to end
		append([]byte(marqueUTF8), arret...),                                           // mark of UTF-8, text in ISO-8859-1
		[]byte(decoderLatin(string(arret))),                                            // text in UTF-8
		bytes.ReplaceAll(arret, []byte("\r\n"), []byte("\r")),                          // ends of line of another age
		bytes.ReplaceAll(arret, []byte("'104'"), []byte("'999999999999999999999999'")), // integer beyond 64 bits
		bytes.ReplaceAll(arret, []byte("S21.G00.40.001"), []byte("S21.G00.40.010")),    // rubrics that do not grow
		bytes.ReplaceAll(arret, []byte("S21.G00.30.001,'2850199999001'\r\n"), nil),     // a person without a number
		bytes.ReplaceAll(arret, []byte("S21.G00.11.001"), []byte("S10.G00.00.001")),    // a header in the middle
		bytes.ReplaceAll(arret, []byte("P26V01"), []byte("P00V00")),                    // version below all
		bytes.ReplaceAll(arret, []byte("S21.G00.40.019"), []byte("S21.G00.40.018")),    // a régime that is a SIRET
	} {
		f.Add(graine)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		e, anomalies := Read(data)
		verifierAnomalies(t, data, e, anomalies)
		verifierArbre(t, data, e)
		verifierReecriture(t, e)
	})
}

func verifierAnomalies(t *testing.T, data []byte, e *Envoi, anomalies []Anomalie) {
	lignes := bytes.Count(data, []byte("\n")) + 1
	derniere := 0
	refus := false
	for _, a := range anomalies {
		if a.Ligne < derniere || a.Ligne > lignes || a.Gravite == aucune || a.Gravite > FichierRefuse || a.Attendu == "" || !strings.HasSuffix(a.Phrase, ".") {
			t.Errorf("anomalie mal faite %+v", a)
		}
		derniere = a.Ligne
		refus = refus || a.Gravite == FichierRefuse
	}
	if refus != (e.Ecarte != "") || refus && len(e.Declarations) > 0 {
		t.Errorf("refus %v, raison %q, %d déclarations", refus, e.Ecarte, len(e.Declarations))
	}
}

func verifierArbre(t *testing.T, data []byte, e *Envoi) {
	lignes := bytes.SplitAfter(data, []byte("\n"))
	pleines := 0
	for i, l := range lignes {
		if i == 0 {
			l = bytes.TrimPrefix(l, []byte(marqueUTF8))
		}
		if len(bytes.TrimRight(bytes.TrimRight(l, "\r\n"), " \t")) > 0 {
			pleines++
		}
	}
	if len(e.Rubriques) != pleines {
		t.Errorf("%d rubriques gardées, %d lignes pleines", len(e.Rubriques), pleines)
	}
	fin := 0
	for _, d := range e.Declarations {
		if d.Premiere <= fin || d.Derniere < d.Premiere || d.Ecarte != "" || d.Nature == "" || d.SIRET() == "" {
			t.Errorf("déclaration %v après la ligne %d : %+v", d.Lignes, fin, d)
		}
		fin = d.Derniere
		for _, i := range slices.Concat(d.Individus, d.Ecartes) {
			if i.Premiere < d.Premiere || i.Derniere > d.Derniere || !bytes.Equal(i.Brut, bytes.Join(lignes[i.Premiere-1:i.Derniere], nil)) {
				t.Errorf("individu %v dans %v : %q", i.Lignes, d.Lignes, i.Brut)
			}
			if (i.Ecarte == "") == i.NIR.IsZero() && i.NIR.IsZero() {
				t.Errorf("individu gardé sans NIR : %+v", i)
			}
		}
	}
}

// verifierReecriture: when what was read can be written, it is read the same.
func verifierReecriture(t *testing.T, e *Envoi) {
	var b bytes.Buffer
	if Write(&b, e) != nil || ressembleUTF8(b.String()) {
		return
	}
	encore, _ := Read(b.Bytes())
	if !reflect.DeepEqual(nu(encore), nu(e)) {
		t.Errorf("réécrit :\n%s\nlu %+v\navant %+v", b.Bytes(), nu(encore), nu(e))
	}
}
