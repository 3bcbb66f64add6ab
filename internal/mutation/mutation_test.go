package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The tool is tried on a package of which every change is known: it must see
// those that nothing can notice, and no others.
func TestPetit(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	petit := "internal/mutation/testdata/petit"
	r, err := try(root, []target{{dir: petit, judge: petit, tests: []string{petit}}}, nil, options{judges: 2}, func(func() string) {})
	if err != nil {
		t.Fatal(err)
	}
	var survivors []string
	for _, m := range r.survivors() {
		survivors = append(survivors, m.fn+" "+m.change+" "+m.text)
	}
	want := []string{"Somme -1 1", "Plancher +1 0", "Plancher max → min max(n, n)"}
	if !slices.Equal(survivors, want) {
		t.Errorf("survive: %v, expected %v", survivors, want)
	}
	by := map[string]string{}
	for _, m := range r.mutants {
		by[m.fn+" "+m.change+" "+m.text] = r.verdicts[m].by
	}
	for change, killer := range map[string]string{
		"Prix +1 10":              "onze", // more than eleven
		"Prix vrai unitaire != 0": "gratuit",
		"Prix && → || quantite > 10 && unitaire != 0": "dix",
		"Somme <= → < i <= n":                         "somme",
		"Somme faux i <= n":                           "somme",
		"Plancher supprimé":                           "",
	} {
		if by[change] != killer {
			t.Errorf("«%s» is noticed by «%s», expected «%s»", change, by[change], killer)
		}
	}
}

// A journal is taken up where it was left: what it holds is not judged again,
// and what a cut left of a line is no verdict.
func TestJournal(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	petit := target{dir: "internal/mutation/testdata/petit", judge: "internal/mutation/testdata/petit", tests: []string{"internal/mutation/testdata/petit"}}
	run := func() (survivors []string, lines []string) {
		j, err := openJournal(dir, false)
		if err != nil {
			t.Fatal(err)
		}
		r, err := try(root, []target{petit}, j, options{judges: 2}, func(func() string) {})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range r.survivors() {
			survivors = append(survivors, m.id)
		}
		text, err := os.ReadFile(filepath.Join(dir, "verdicts"))
		if err != nil {
			t.Fatal(err)
		}
		return survivors, strings.SplitAfter(string(text), "\n")
	}
	first, lines := run()
	if again, after := run(); !slices.Equal(again, first) || len(after) != len(lines) {
		t.Errorf("taken up, %d verdicts are judged again; survive: %v, then %v", len(after)-len(lines), first, again)
	}
	// Cut in the middle of its fifth verdict.
	cut := strings.Join(lines[:4], "") + lines[4][:len(lines[4])/2]
	if err := os.WriteFile(filepath.Join(dir, "verdicts"), []byte(cut), 0o600); err != nil {
		t.Fatal(err)
	}
	again, after := run()
	if rest := strings.Join(after, ""); !slices.Equal(again, first) || !strings.HasPrefix(rest, cut+"\n") || len(after) < len(lines) {
		t.Errorf("after a cut, survive: %v, expected %v; %d lines after %d", again, first, len(after), len(lines))
	}
}

// What is asked of a survivor is
// that its row be there once, no more.
func TestUnexplained(t *testing.T) {
	a := &mutant{file: "a.go", fn: "f", change: "+1", text: "0", within: "return 0; x"}
	b := &mutant{file: "a.go", fn: "f", change: "-1", text: "0", within: "return 0; x"}
	path := filepath.Join(t.TempDir(), "survivants.csv")
	rows := "# why\n" + survivorsHeader + "\n" + a.key() + ";one\n" + a.key() + ";two\n" + "b.go;g;+1;1;return 1;gone\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	known, err := readSurvivors(path)
	if err != nil {
		t.Fatal(err)
	}
	if rest := unexplained([]*mutant{a, a, b}, known); len(rest) != 1 || rest[0] != b {
		t.Errorf("unexplained: %v", rest)
	}
	for k, n := range known {
		if (n != 0) != strings.HasPrefix(k, "b.go") {
			t.Errorf("%s is left %d times", k, n)
		}
	}
}
