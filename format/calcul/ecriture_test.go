package calcul

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

var maj = flag.Bool("maj", false, "récrire les fichiers attendus de testdata")

// comparer checks got against a file of testdata.
func comparer(t *testing.T, nom string, obtenu []byte) {
	t.Helper()
	if *maj {
		if err := os.WriteFile("testdata/"+nom, obtenu, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if attendu := fixture(t, nom); !bytes.Equal(obtenu, attendu) {
		t.Errorf("%s diffère:\n%s", nom, obtenu)
	}
}

func TestWrite(t *testing.T) {
	cas, p, err := Read(fixture(t, "ordinaire.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, cas, resultatOrdinaire(), p); err != nil {
		t.Fatal(err)
	}
	comparer(t, "ordinaire.resultat.json", b.Bytes())
}

func TestAppendRiche(t *testing.T) {
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, cas, resultatRiche(), Complete); err != nil {
		t.Fatal(err)
	}
	comparer(t, "riche.resultat.json", b.Bytes())
}

// Every presentation of every result validates, and keys that were not asked
// for are absent.
func TestResultatsValides(t *testing.T) {
	s := schema(t, SchemaResultat())
	cas, _, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, res := range []*droit.Resultat{resultatOrdinaire(), resultatRiche(), {}} {
		for _, p := range []Presentation{{}, {Jours: true}, {Explication: true}, Complete} {
			b := string(Append(nil, cas, res, p))
			if err := s.Validate(document(t, b)); err != nil {
				t.Errorf("%+v: %v", p, err)
			}
			if strings.Contains(b, `"jours":[`) != p.Jours || strings.Contains(b, `"explication":[`) != p.Explication {
				t.Errorf("%+v: %s", p, b)
			}
		}
	}
}

// resultatRiche leaves no field of the result empty: the golden file shows each.
func TestResultatRicheEstComplet(t *testing.T) {
	vides, remplis := map[string]bool{}, map[string]bool{}
	explorer(reflect.ValueOf(*resultatRiche()), "", vides, remplis)
	explorer(reflect.ValueOf(*resultatOrdinaire()), "", vides, remplis)
	for nom := range vides {
		if !remplis[nom] && !slices.Contains(interne, nom) && !strings.HasSuffix(nom, ".grand") {
			t.Errorf("le champ %s n'est pas montré", nom)
		}
	}
}

// interne lists what serves to group days, to hold a part back until someone signs or to write a letter, and is not part of the contract; the
// tax status of a day is medical, and shows in the amounts only.
var interne = []string{
	"Jours.Chaine", "Jours.Lot", "Jours.Exonere", "Jours.Plein", "Periodes.Chaine", "Periodes.Lot", "Periodes.Exonere",
	"Periodes.Prelevements.PAS", "Retards", "Explication.Chaine",
}

func TestAppendAjoute(t *testing.T) {
	cas, p, err := Read(fixture(t, "ordinaire.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	seul := Append(nil, cas, resultatOrdinaire(), p)
	apres := Append([]byte("avant{"), cas, resultatOrdinaire(), p)
	if string(apres) != "avant{"+string(seul) {
		t.Error("Append ne respecte pas ce qui précède")
	}
}

func TestAppendNAllouePas(t *testing.T) {
	cas, p, err := Read(fixture(t, "complet.cas.json"))
	if err != nil {
		t.Fatal(err)
	}
	p = Complete
	var b []byte
	for _, res := range []*droit.Resultat{resultatOrdinaire(), resultatRiche()} {
		if n := testing.AllocsPerRun(100, func() { b = Append(b[:0], cas, res, p) }); n > 0 {
			t.Errorf("%v allocations", n)
		}
	}
}

// The exact writings agree with those of the value type, which allocate.
func TestFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := v.F(rapid.Int64Range(-1e12, 1e12).Draw(t, "n"), rapid.Int64Range(1, 1e6).Draw(t, "d"))
		if f.Cmp(v.F(9e9, 1)) >= 0 || f.Cmp(v.F(-9e9, 1)) <= 0 {
			return
		}
		for n := 2; n <= 9; n++ {
			obtenu, attendu := string(ajouterDecimal(nil, f, n)), f.Decimal(n)
			if obtenu != attendu && attendu != "-"+obtenu {
				t.Fatalf("%v à %d décimales: %s, attendu %s", f, n, obtenu, attendu)
			}
		}
		if obtenu, attendu := string(ajouterExacte(nil, f)), f.Exacte(); obtenu != attendu {
			t.Fatalf("%v: %s, attendu %s", f, obtenu, attendu)
		}
	})
	for _, c := range []struct {
		f       v.Fraction
		attendu string
	}{
		{v.Fraction{}, "0.00"}, {v.F(2552242, 1000), "2552.242"}, {v.F(2000, 1), "2000.00"}, {v.F(1, 3), "0.333333333"},
		{v.F(2, 3), "0.666666667"}, {v.F(-1, 8), "-0.125"}, {v.F(100, 1), "100.00"}, {v.F(9_000_000_000_000, 1), "9000000000000.00"},
		{v.F(90_000_000_000_001, 10_000), "9000000000.00"},
	} {
		if obtenu := string(ajouterExacte(nil, c.f)); obtenu != c.attendu {
			t.Errorf("%v: %s, attendu %s", c.f, obtenu, c.attendu)
		}
	}
	if obtenu := string(ajouterDecimal(nil, v.F(90_000_000_000_016, 10_000), 6)); obtenu != "9000000000.000000" {
		t.Error(obtenu)
	}
}
