package piece

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// FuzzLire reads any text around a medical side. It must not panic, must read
// the same twice, must keep its pieces within the file, must not let the
// medical side out, and must give, without anomaly, only documents that follow
// their schema.
func FuzzLire(f *testing.F) {
	fichiers, _ := filepath.Glob("testdata/*.*")
	for _, nom := range fichiers {
		b, err := os.ReadFile(nom)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, []byte{})
		if i := bytes.Index(b, []byte(`"reference"`)); i > 0 {
			f.Add(b[:i], b[i:])
		}
		f.Add(bytes.ReplaceAll(b, []byte("\n"), nil), append([]byte("}\n"), b...))
	}
	f.Add([]byte(`{"schema":"accord/rib/1","x":{`), []byte(`}}`))
	f.Add([]byte(`{"x\`), []byte(`}`))
	schemas := compilerTout(f)
	f.Fuzz(func(t *testing.T, avant, apres []byte) {
		contenu := append(bytes.Clone(avant), apres...)
		if len(apres) > 0 {
			contenu = append(append(bytes.Clone(avant), `"volet_medical":{"motif":"`+canari+`"},`...), apres...)
		}
		if bytes.Contains(avant, []byte(canari)) || bytes.Contains(apres, []byte(canari)) {
			return
		}
		l := lire(contenu)
		if !reflect.DeepEqual(l, lire(contenu)) {
			t.Fatal("deux lectures diffèrent")
		}
		if ou := fuite(l); ou != "" && !bytes.HasPrefix(bytes.TrimLeft(contenu, "\ufeff \t\r\n"), []byte("S10.G00.")) {
			t.Fatalf("fuite par un %s: %q", ou, contenu)
		}
		for _, p := range l.Pieces {
			if p.Du < 1 || p.Au < p.Du || p.Au > lignes(contenu) {
				t.Fatalf("lignes %d à %d d'un fichier qui en a %d", p.Du, p.Au, lignes(contenu))
			}
		}
		if s := schemas[l.Format]; s != nil && len(l.Anomalies) == 0 && len(l.Pieces) == 1 {
			if err := valide(s, bytes.TrimPrefix(contenu, []byte("\ufeff"))); err != nil {
				t.Fatalf("lu sans anomalie, refusé par le schéma: %v\n%s", err, contenu)
			}
		}
	})
}
