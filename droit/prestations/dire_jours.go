package prestations

import (
	"fmt"
	"strings"

	"accord/droit"
	"accord/droit/atmp"
	"accord/droit/famille"
	"accord/droit/maladie"
	"accord/parametre"
)

// direJours tells the runs of days that are alike, as they stand on the calendar:
// once every benefit is computed and one is kept for each day, in the order of
// dates. Each law says its own days.
func direJours(cas *droit.Cas, p *parametre.Table, t *droit.Trace, r *droit.Resultat) {
	t.Jours = len(t.Etapes)
	for _, x := range droit.Plages(r.Jours) {
		j := x.Premier
		t.Sur(j.Chaine)
		phrase := quand(cas, &x) + " : " + dire(cas, r, &x)
		if j.Etat == droit.Attente && j.IJ != 0 {
			phrase += fmt.Sprintf(" ; au moins %s par jour sont dus", j.IJ.Euros())
		}
		t.Dire(p, j.Regle, phrase+".", []droit.Champ{droit.C("du", x.Periode.Du.String()), droit.C("au", x.Periode.Au.String())},
			[]droit.Champ{droit.C("etat", string(j.Etat)), droit.C("brut", x.Somme.String())})
	}
	t.Sur(-1)
	atmp.DireVerse(cas, p, t, r.Jours)
}

// dire says what happens over a run of days, in the words of its law.
func dire(cas *droit.Cas, r *droit.Resultat, x *droit.Plage) string {
	switch risque := x.Premier.Risque; {
	case famille.Traite(risque):
		return famille.DireJours(r, x)
	case atmp.Traite(risque):
		return atmp.DireJours(x)
	}
	return maladie.DireJours(cas, x)
}

// quand names the days of a run, and their line when there are several.
func quand(cas *droit.Cas, x *droit.Plage) string {
	s := x.Periode.EnLettres()
	s = strings.ToUpper(s[:1]) + s[1:]
	if len(cas.Activites) > 1 {
		s += ", " + cas.Activites[x.Premier.Activite].ID
	}
	return s
}
