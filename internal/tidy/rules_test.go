package tidy

import (
	"slices"
	"strings"
	"testing"
)

// Each rule is shown code that breaks it, and the nearest code that does not:
// a rule that finds nothing any more is worse than none.
func TestRulesFind(t *testing.T) {
	m := load()
	long := "func Long() {\n" + strings.Repeat("\t_ = 0\n", linesOfFunction) + "}\n"
	cases := []struct {
		name, path, text string
		want             []string // rule and subject
	}{
		{"a float by its type", "registre", `func f() { x := 1.5; _ = x }`, []string{"float registre/a.go f"}},
		{"a float that a call returns", "registre", `import "time"
			func f(d time.Duration) { print(d.Seconds()) }`, []string{"float registre/a.go f"}},
		{"a float in a field", "registre", `type t struct{ x float32 }`, []string{"float registre/a.go"}},
		{"exact numbers", "registre", `func f(a, b int64) int64 { return a * 100 / b }`, nil},
		{"an integer written with an exponent", "registre", `const million int64 = -1e6`, nil},
		{"a float in the simulation", "sim", `func f() { x := 1.5; _ = x }`, nil},
		{"the time, under another name", "registre", `import t "time"
			var f = t.Now`, []string{"time registre/a.go"}},
		{"the time since", "registre", `import "time"
			func f(t time.Time) { _ = time.Since(t) }`, []string{"time registre/a.go f"}},
		{"the time in its package", "clock", `import "time"
			var f = time.Now`, nil},
		{"a loop over a map", "registre", `type m map[string]int
			func (x m) f() { for range x { } }`, []string{"maps registre/a.go m.f"}},
		{"the keys of a map", "registre", `import "maps"
			func f(x map[string]int) { for range maps.Keys(x) { } }`, []string{"maps registre/a.go f"}},
		{"the keys of a map, sorted", "registre", `import ("maps"; "slices")
			func f(x map[string]int) { for range slices.Sorted(maps.Keys(x)) { } }`, nil},
		{"a loop over a slice", "registre", `func f(x []string) { for range x { } }`, nil},
		{"an import that goes up", "registre", `import _ "accord/paiement"`, []string{"floors registre -> paiement"}},
		{"an import of the same floor", "paiement", `import _ "accord/indu"`, []string{"floors paiement -> indu"}},
		{"an import that goes down", "paiement", `import _ "accord/registre"`, nil},
		{"a package without a floor", "ailleurs", ``, []string{"floors ailleurs"}},
		{"SQL outside of the store", "paiement", `import _ "database/sql/driver"`, []string{"reserved paiement -> database/sql/driver"}},
		{"SQL in the store", "store", `import _ "database/sql"`, nil},
		{"a long function", "registre", "// Long is.\n" + long, []string{"length registre/a.go Long"}},
		{"a long file", "registre", strings.Repeat("\n", linesOfFile), []string{"length registre/a.go"}},
		{"an exported name without a comment", "registre", `type T struct{}
			func (T) M() {}
			type u struct{}
			func (u) M() {}
			func (T) String() string { return "" }`, []string{"docs registre/a.go T", "docs registre/a.go T.M"}},
		{"codes that speak for themselves", "registre", "// C is a code.\ntype C string\nconst CDI C = \"cdi\"", nil},
		{"a test skipped in silence", "registre", `import "testing"
			func f(t *testing.T) { t.Skip() }`, []string{"skip registre/a.go f"}},
		{"a fact that speaks to the person", "droit/maladie", `func f() string { return "Vos droits sont ouverts." }`, []string{"address droit/maladie/a.go f"}},
		{"a question that speaks to the person", "dossier", `func f() string { return "Dites-nous pourquoi." }`, []string{"address dossier/a.go f"}},
		{"a fact for everyone", "droit/maladie", `func f() string { return "Les droits sont ouverts ; le salaire est renouvelé." }`, nil},
		{"a letter", "lettre", `func f() string { return "Vos droits sont ouverts." }`, nil},
	}
	for _, c := range cases {
		u := &unit{path: c.path}
		err := u.add(m.fset, c.path+"/a.go", []byte("// Package p knows nothing of q.\npackage p\n"+c.text))
		if err == nil {
			err = u.check(m.fset, m.shared)
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, rule := range rules {
			rule(m, u, func(f finding) { got = append(got, f.rule+" "+f.subject) })
		}
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, c.want) {
			t.Errorf("%s: found %v, expected %v", c.name, got, c.want)
		}
	}
}

func TestPackageCommentSaysWhereItStops(t *testing.T) {
	m := &module{fset: load().fset}
	u := &unit{path: "registre"}
	if err := u.add(m.fset, "registre/a.go", []byte("// Package p is the best.\npackage p\n")); err != nil {
		t.Fatal(err)
	}
	found := 0
	documented(m, u, func(finding) { found++ })
	if found != 1 {
		t.Errorf("%d findings, 1 expected", found)
	}
}

func TestWordsFind(t *testing.T) {
	for text, want := range map[string]bool{
		"// TO" + "DO: later":                   true,
		"ce cas n'est pas encore calculé":       true,
		"ce jour n'est pas encore payé":         false,
		"read ../" + "shared/design.md":         true,
		"BIC AGRIFRPPXXX":                       false,
		"returns an error, never a stub":        false,
		"https://pro" + "xy.golang.org/x":       true,
		"ISO 20022 message pain.001.001.09":     false,
		"the rule is not " + "implemented here": true,
	} {
		found := false
		read("x.md", []byte(text), func(finding) { found = true })
		if found != want {
			t.Errorf("«%s»: found %v, expected %v", text, found, want)
		}
	}
}
