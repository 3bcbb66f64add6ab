package piece

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

//go:embed donnees/correspondances.csv
var correspondancesCSV string

type codeDSN struct{ rubrique, code string }

// sansEffet marks a code that changes no right.
const sansEffet = "-"

// correspondances gives what each code of the DSN is worth here. The table is
// part of the program: a mistake in it is a panic, which the first test shows.
var correspondances = sync.OnceValue(func() map[codeDSN]string {
	r := csv.NewReader(strings.NewReader(correspondancesCSV))
	r.Comma, r.Comment, r.FieldsPerRecord = ';', '#', 4
	lignes, err := r.ReadAll()
	if err != nil {
		panic(fmt.Sprintf("piece: correspondances.csv: %v", err))
	}
	table := make(map[codeDSN]string, len(lignes))
	var rubrique string
	for _, l := range lignes[1:] {
		if l[0] != "" {
			rubrique = l[0]
		}
		table[codeDSN{rubrique, l[1]}] = l[2]
	}
	return table
})

const (
	rubriqueNatureContrat = "S21.G00.40.007"
	rubriqueUnite         = "S21.G00.53.003"
	rubriquePrime         = "S21.G00.52.001"
	rubriqueMotifArret    = "S21.G00.60.001"
	rubriqueMotifReprise  = "S21.G00.60.011"
	rubriqueSuspension    = "S21.G00.65.001"
)

// correspond returns what a code is worth, the empty string when it has no
// effect; connu is false when the table does not hold it.
func correspond(rubrique, code string) (valeur string, connu bool) {
	valeur, connu = correspondances()[codeDSN{rubrique, code}]
	if valeur == sansEffet {
		valeur = ""
	}
	return valeur, connu
}
