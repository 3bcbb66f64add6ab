package main

import "strings"

// A survivor is known by what it changes, not by its line: file, function,
// change, what is changed and the statement that holds it.
func (m *mutant) key() string {
	clean := func(s string) string { return strings.ReplaceAll(s, ";", ",") }
	return strings.Join([]string{m.file, m.fn, clean(m.change), clean(m.text), clean(m.within)}, ";")
}

const survivorsHeader = "fichier;fonction;mutation;texte;instruction;raison"

// readSurvivors reads the mutants that no proof can notice, and how many times
// each is listed.
func readSurvivors(path string) (map[string]int, error) {
	rows, err := readRows(path, survivorsHeader)
	known := map[string]int{}
	for _, r := range rows {
		known[strings.Join(r[:5], ";")]++
	}
	return known, err
}

// unexplained takes the survivors that are known from those found, and leaves in
// known those that no longer survive.
func unexplained(found []*mutant, known map[string]int) []*mutant {
	var rest []*mutant
	for _, m := range found {
		if k := m.key(); known[k] > 0 {
			known[k]--
		} else {
			rest = append(rest, m)
		}
	}
	return rest
}
