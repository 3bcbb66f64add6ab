package dossier

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
)

//go:embed conflits.csv
var conflitsCSV string

// Conflit is one row of the table of conflicts between sources: when two speak
// of the same pay period of the same contract, the lowest rank prevails.
type Conflit struct {
	genre     Genre
	rang      int
	Nom       string // of the source, in French
	Raison    string // why it stands there
	Reference string // the text that the reason rests on
}

// Conflits returns the table, the source that prevails first.
func Conflits() []Conflit { return conflits }

var conflits = chargerConflits(conflitsCSV)

// chargerConflits reads the table. It is part of the program: a table that
// cannot be read is a fault of the build, and stops it.
func chargerConflits(texte string) []Conflit {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment = ';', '#'
	lignes, err := r.ReadAll()
	if err != nil {
		panic("dossier: conflits.csv: " + err.Error())
	}
	var regles []Conflit
	for _, l := range lignes[1:] {
		rang, err := strconv.Atoi(l[1])
		if err != nil {
			panic("dossier: conflits.csv: rang «" + l[1] + "»")
		}
		regles = append(regles, Conflit{Genre(l[0]), rang, l[2], l[3], l[4]})
	}
	return regles
}

// rangSource gives the rank of a kind of fact, the lowest prevailing.
func rangSource(g Genre) int {
	for _, r := range conflits {
		if r.genre == g {
			return r.rang
		}
	}
	return len(conflits) + 1
}

func nomSource(g Genre) string {
	for _, r := range conflits {
		if r.genre == g {
			return r.Nom
		}
	}
	return string(g)
}
