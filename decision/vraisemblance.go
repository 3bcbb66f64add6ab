package decision

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"

	v "accord/valeur"
)

//go:embed vraisemblance.csv
var vraisemblanceCSV string

// seuilVraisemblance is one dated row of the table.
type seuilVraisemblance struct {
	depuis   v.Jour
	pourcent int
	ecart    v.Centimes
}

var vraisemblances = lireVraisemblances(vraisemblanceCSV)

// lireVraisemblances reads the table, in the order of its dates. It is part of the
// program: a table that cannot be read is a fault of the build, and stops it.
func lireVraisemblances(texte string) (ss []seuilVraisemblance) {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment = ';', '#'
	lignes, err := r.ReadAll()
	if err != nil {
		panic("decision: vraisemblance.csv: " + err.Error())
	}
	for _, l := range lignes[1:] {
		depuis, err1 := v.ParseJour(l[0])
		pourcent, err2 := strconv.Atoi(l[1])
		ecart, err3 := v.ParseCentimes(l[2])
		if err1 != nil || err2 != nil || err3 != nil || pourcent < 100 || l[3] == "" {
			panic("decision: vraisemblance.csv: ligne «" + strings.Join(l, ";") + "»")
		}
		ss = append(ss, seuilVraisemblance{depuis, pourcent, ecart})
	}
	return ss
}

// Vraisemblable returns the greatest amount of a day that is paid without a look,
// when the highest settled before is known; false when no row holds on that day.
func Vraisemblable(ancien v.Centimes, le v.Jour) (v.Centimes, bool) {
	for i := len(vraisemblances) - 1; i >= 0; i-- {
		if s := &vraisemblances[i]; s.depuis <= le {
			return max(ancien*v.Centimes(s.pourcent)/100, ancien+s.ecart), true
		}
	}
	return 0, false
}
