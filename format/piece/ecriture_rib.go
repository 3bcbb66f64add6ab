package piece

import (
	"accord/dossier"
	v "accord/valeur"
)

// AppendRIB appends the account as an accord/rib/1 document of one line,
// without its line end.
func AppendRIB(b []byte, nir v.NIR, r *dossier.RIB) []byte {
	e := &ecrivain{b: b}
	e.accolades(func() {
		e.chaine("schema", porteRIB.schema)
		e.assure(nir, &r.Identite)
		e.chaine("iban", r.IBAN.Clair())
		e.chaine("bic", r.BIC)
		e.chaine("titulaire", r.Titulaire)
		e.jour("demande_le", r.Du)
		e.vrai("succession", r.Succession)
	})
	return e.b
}
