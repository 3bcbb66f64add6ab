package app

import (
	"accord/dossier"
	v "accord/valeur"
)

// differences says in what two records do not name the same person: names, date of birth, and the sex
// that two definitive numbers tell. Where they live is said with the rest: by itself it is no difference,
// people move.
func differences(a, b *Dossier) []string {
	ds := dossier.Differences(&a.Calcul.Situation.Identite, &b.Calcul.Situation.Identite)
	if x, y := a.NIR.Sexe(), b.NIR.Sexe(); x != "" && y != "" && x != y {
		ds = append(ds, "sexe "+x+" ou "+y+", d'après les numéros")
	}
	if x, y := a.codePostal(), b.codePostal(); len(ds) > 0 && x != "" && y != "" && x != y {
		ds = append(ds, "adresse à "+x+" ou à "+y)
	}
	return ds
}

// codePostal is where the last piece that says it has the person live.
func (d *Dossier) codePostal() (code string) {
	var le v.Jour
	for i := range d.lues.faits {
		f := &d.lues.faits[i]
		if id := f.Identite(); id != nil && id.CodePostal != "" && f.ConnuLe >= le {
			code, le = id.CodePostal, f.ConnuLe
		}
	}
	return code
}
