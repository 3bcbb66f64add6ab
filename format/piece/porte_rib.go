package piece

import (
	"accord/dossier"
	v "accord/valeur"
)

// porteRIB reads the account on which the insured asks to be paid, or that of his
// estate.
var porteRIB = porte{
	schema: "accord/rib/1", genre: dossier.GenreRIB, lire: lireRIB,
	cles: append(simples("schema", "iban", "bic", "titulaire", "demande_le", "succession"), cle{nom: "assure", sous: clesAssure}),
}

func lireRIB(o objet) dossier.Fait {
	r := dossier.RIB{Identite: o.assure()}
	var faux string
	if r.IBAN, faux = o.lireIBAN("iban", obligatoire); faux != "" {
		o.refuser("iban", faux, attenduIBAN, faux+" "+v.ErrIBAN.Error()+"; attendu: "+attenduIBAN)
	}
	r.BIC = o.bic("bic")
	r.Titulaire = o.texte("titulaire", obligatoire)
	r.Du = o.jour("demande_le", obligatoire)
	r.Succession = o.booleen("succession")
	return dossier.Fait{RIB: &r}
}
