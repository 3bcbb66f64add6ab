package exemples

import (
	"slices"
	"strings"
	"testing"
)

// Every uncertain point that a computation can meet is
// met by an example, with its warning; every other reading of it is taken by
// one.
func TestPointsIncertains(t *testing.T) {
	p := charger(t)
	avis, lectures := map[string]bool{}, []string{}
	for _, e := range lire(t, "*") {
		for _, a := range e.calculer(t, p).Avis {
			avis[a.Code] = true
		}
		if _, suite, ok := strings.Cut(string(e.Cas), `"choix":`); ok {
			choix, _, _ := strings.Cut(suite, "}")
			lectures = append(lectures, strings.ReplaceAll(choix, " ", ""))
		}
		if e.DemiSuperieur != "" {
			lectures = append(lectures, `"MAL-U-1":"demi_superieur"`)
		}
	}
	for _, l := range p.Lectures() {
		if !avis[l.Point] && sansEffet[l.Point] == "" {
			t.Errorf("%s : aucun exemple ne porte cet avis", l.Point)
		}
		for _, autre := range l.Autres {
			if !slices.ContainsFunc(lectures, func(s string) bool { return strings.Contains(s, `"`+l.Point+`":"`+autre+`"`) }) {
				t.Errorf("%s : aucun exemple ne prend la lecture «%s»", l.Point, autre)
			}
		}
	}
}

// sansEffet says why a point changes no computation.
var sansEffet = map[string]string{
	"MAL-U-2":  "il ne porte que sur un montant affiché ailleurs",
	"MAL-U-20": "la détention n'a pas de donnée dans un cas",
}
