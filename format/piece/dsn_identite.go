package piece

import (
	"accord/dossier"
	"accord/format/dsn"
)

// changements gives the facts of what the employer corrects of who the person is: her
// number, her name, her date of birth.
func (r *lectureDSN) changements(i *dsn.Individu) (faits []dossier.Fait) {
	for k := range i.Identites {
		c := &i.Identites[k]
		if c.AncienNIR.IsZero() && c.AncienNom == "" && c.AnciensPrenoms == "" && c.AncienneNaissance.IsZero() {
			continue
		}
		f := r.fait(dossier.GenreIdentite, c.Lignes)
		f.Changement = &dossier.ChangementIdentite{
			Identite: identite(i), NIR: i.NIR, Employeur: r.qui, Le: c.Date, AncienNIR: c.AncienNIR,
			AncienNom: c.AncienNom, AnciensPrenoms: c.AnciensPrenoms, AncienneNaissance: c.AncienneNaissance,
		}
		faits = append(faits, f)
	}
	return faits
}
