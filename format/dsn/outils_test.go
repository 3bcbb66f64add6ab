package dsn

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

// fixture returns the bytes of a file of testdata.
func fixture(t testing.TB, nom string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + nom)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// lireSansAnomalie reads a fixture that has nothing wrong.
func lireSansAnomalie(t *testing.T, nom string) *Envoi {
	t.Helper()
	e, anomalies := Read(fixture(t, nom))
	for _, a := range anomalies {
		t.Errorf("%s : %s", nom, a.Phrase)
	}
	return e
}

// changer replaces one line of a file, given without its end, by any number of
// lines, and sets the count of rubrics right again. The text is UTF-8, the
// file ISO-8859-1.
func changer(t testing.TB, data []byte, avant string, apres ...string) []byte {
	t.Helper()
	var neuf string
	for _, l := range apres {
		neuf += l + "\r\n"
	}
	texte := latin(avant + "\r\n")
	if !bytes.Contains(data, texte) {
		t.Fatalf("la ligne %q n'est pas dans le fichier", avant)
	}
	return recompter(bytes.Replace(data, texte, latin(neuf), 1))
}

// recompter writes the right number of lines in S90.G00.90.001.
func recompter(data []byte) []byte {
	lignes := bytes.SplitAfter(data, []byte("\n"))
	n := 0
	for _, l := range lignes {
		if len(bytes.TrimSpace(l)) > 0 {
			n++
		}
	}
	for i, l := range lignes {
		if bytes.HasPrefix(l, []byte("S90.G00.90.001")) {
			lignes[i] = fmt.Appendf(nil, "S90.G00.90.001,'%d'\r\n", n)
		}
	}
	return bytes.Join(lignes, nil)
}

// latin encodes a text of the tests, whose characters are all below U+0100.
func latin(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return b
}

// nu returns a tree without what only a file gives: lines, bytes, rubrics, and
// what was set aside; empty lists become nil.
func nu(e *Envoi) *Envoi {
	v := reflect.New(reflect.TypeFor[Envoi]()).Elem()
	copier(v, reflect.ValueOf(*e))
	return v.Addr().Interface().(*Envoi)
}

var deLecture = map[string]bool{"Lignes": true, "Brut": true, "Rubriques": true, "Ecartees": true, "Ecartes": true,
	"ContratsEcartes": true, "Ecarte": true}

func copier(dst, src reflect.Value) {
	switch {
	case src.Kind() == reflect.Struct && strings.HasSuffix(src.Type().PkgPath(), "format/dsn"):
		for i := range src.NumField() {
			if !deLecture[src.Type().Field(i).Name] {
				copier(dst.Field(i), src.Field(i))
			}
		}
	case src.Kind() == reflect.Slice && src.Len() > 0:
		dst.Set(reflect.MakeSlice(src.Type(), src.Len(), src.Len()))
		for i := range src.Len() {
			copier(dst.Index(i), src.Index(i))
		}
	case src.Kind() != reflect.Slice:
		dst.Set(src)
	}
}
