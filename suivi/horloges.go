package suivi

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

//go:embed horloges.csv
var horlogesCSV string

var horloges = chargerHorloges(horlogesCSV)

// chargerHorloges reads the table of clocks, which is part of the program.
func chargerHorloges(texte string) map[string]int {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment = ';', '#'
	lignes, err := r.ReadAll()
	if err != nil {
		panic("suivi: horloges.csv: " + err.Error())
	}
	m := make(map[string]int, len(lignes))
	for _, l := range lignes[1:] {
		jours, err := strconv.Atoi(l[1])
		if err != nil {
			panic("suivi: horloges.csv: jours «" + l[1] + "»")
		}
		m[l[0]] = jours
	}
	return m
}

// Delai returns the days of a clock. An unknown clock is a fault of the program.
func Delai(code string) int {
	j, ok := horloges[code]
	if !ok {
		panic("suivi: horloge «" + code + "» inconnue")
	}
	return j
}

// Echeance returns the day on which a clock started on a day runs out.
func Echeance(code string, depuis v.Jour) v.Jour { return depuis + v.Jour(Delai(code)) }

// Depart returns the day on which a question is asked in writing: at once,
// save for what employers declare by themselves within days.
func Depart(q *dossier.Question) v.Jour {
	if jours, ok := horloges["DEPART_"+q.Code]; ok {
		return q.Depuis + v.Jour(jours)
	}
	return q.Depuis
}
