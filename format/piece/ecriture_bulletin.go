package piece

import (
	"accord/dossier"
	v "accord/valeur"
)

// AppendBulletin appends a payslip as an accord/bulletin/1 document of one line,
// without its line end.
func AppendBulletin(b []byte, nir v.NIR, x *dossier.Bulletin) []byte {
	return envoi(b, porteBulletin.schema, nir, &x.Envoi, nil, func(e *ecrivain) {
		e.employeur(x.Employeur.SIRET, x.Employeur.Nom)
		e.contrat(x.Contrat, x.DebutContrat, x.Nature)
		e.periode(x.Periode)
		e.jour("verse_le", x.VerseLe)
		e.chaine("brut", x.Brut.String())
		e.quantite("heures", x.Heures)
		e.absences(x.Absences)
	})
}
