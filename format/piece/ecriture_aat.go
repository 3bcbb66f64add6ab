package piece

import (
	"accord/dossier"
	v "accord/valeur"
)

// AppendAAT appends the avis d'arrêt as an accord/aat/1 document of one line,
// without its line end. medical is the opaque volet 1: one JSON object without
// line end, or nil.
func AppendAAT(b []byte, nir v.NIR, a *dossier.AvisArret, medical []byte) []byte {
	e := &ecrivain{b: b}
	e.accolades(func() {
		e.chaine("schema", porteAAT.schema)
		e.assure(nir, &a.Identite)
		e.chaine("reference", a.Reference)
		e.chaine("nature", string(a.Nature))
		e.chaine("risque", string(a.Risque))
		e.jour("debut", a.Periode.Du)
		e.jour("fin", a.Periode.Au)
		e.jour("prescrit_le", a.PrescritLe)
		e.jour("envoye_le", a.EnvoyeLe)
		e.chaine("canal", string(a.Canal))
		e.chaine("support", string(a.Support))
		e.chaine("prescripteur", string(a.Prescripteur))
		e.vrai("teleconsultation", a.Teleconsultation)
		e.vrai("hospitalise", a.Hospitalise)
		e.vrai("temps_partiel", a.TempsPartiel)
		e.employeur(a.Employeur, a.NomEmployeur)
		if medical != nil {
			e.nom(voletMedical)
			e.b = append(e.b, medical...)
		}
	})
	return e.b
}
