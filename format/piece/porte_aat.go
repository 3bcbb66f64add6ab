package piece

import (
	"accord/dossier"
	"accord/droit"
)

// porteAAT reads the administrative side (volet 2) of an avis d'arrêt de
// travail, cerfa 10170.
var porteAAT = porte{
	schema: "accord/aat/1", genre: dossier.GenreAvisArret, medical: true, lire: lireAAT,
	cles: append(simples("schema", "reference", "nature", "risque", "debut", "fin", "prescrit_le", "envoye_le", "canal",
		"support", "prescripteur", "teleconsultation", "hospitalise", "temps_partiel"),
		cle{nom: "assure", sous: clesAssure},
		cle{nom: "employeur", sous: clesEmployeur},
		cle{nom: voletMedical, sous: []cle{}}),
}

func lireAAT(o objet) dossier.Fait {
	a := dossier.AvisArret{
		Identite:         o.assure(),
		Reference:        o.texte("reference", obligatoire),
		Nature:           droit.NatureArret(o.mot("nature", "nature_arret", obligatoire, string(droit.Rechute))),
		Risque:           o.risque(),
		Periode:          o.periode("debut", "fin", obligatoire),
		PrescritLe:       o.jour("prescrit_le", obligatoire),
		EnvoyeLe:         o.jour("envoye_le", facultatif),
		Canal:            droit.Canal(o.mot("canal", "canal", obligatoire)),
		Support:          droit.Support(o.mot("support", "support", facultatif)),
		Prescripteur:     droit.Prescripteur(o.mot("prescripteur", "prescripteur", facultatif)),
		Teleconsultation: o.booleen("teleconsultation"),
		Hospitalise:      o.booleen("hospitalise"),
		TempsPartiel:     o.booleen("temps_partiel"),
	}
	if e, ok := o.sous("employeur", facultatif); ok {
		a.Employeur = e.siretIndicatif("siret")
		a.NomEmployeur = e.texte("nom", facultatif)
	}
	return dossier.Fait{AvisArret: &a}
}

// risque reads the risk, which is maladie unless it is said otherwise.
func (o objet) risque() droit.Risque {
	if r := o.mot("risque", "risque", facultatif); r != "" {
		return droit.Risque(r)
	}
	return droit.Maladie
}
