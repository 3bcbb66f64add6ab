package piece

import (
	"accord/dossier"
	"accord/droit"
)

// porteBulletin reads one payslip, as the insured sends it.
var porteBulletin = porte{
	schema: "accord/bulletin/1", genre: dossier.GenreBulletin, lire: lireBulletin,
	cles: append(clesEnvoi(simples("du", "au", "verse_le", "brut", "heures")...),
		cle{nom: "employeur", sous: clesEmployeur},
		cle{nom: "contrat", sous: simples("numero", "debut", "nature")},
		cle{nom: "absences", liste: true, sous: simples("du", "au", "motif")}),
}

func lireBulletin(o objet) dossier.Fait {
	b := dossier.Bulletin{
		Envoi: o.envoi(), Periode: o.periode("du", "au", obligatoire), VerseLe: o.jour("verse_le", obligatoire),
		Brut: o.argentDu("brut"), Heures: o.heures("heures"), Absences: o.absences(),
	}
	const attendu = "une période d'un mois au plus"
	if b.Periode.Jours() > 31 {
		o.refuser("au", cite(b.Periode.Au.String()), attendu, "un bulletin paie un mois au plus; attendu: "+attendu)
	}
	if e, ok := o.sous("employeur", obligatoire); ok {
		b.Employeur = dossier.Employeur{SIRET: e.siret("siret"), Nom: e.texte("nom", facultatif)}
	}
	if c, ok := o.sous("contrat", facultatif); ok {
		b.Contrat = c.texte("numero", facultatif)
		b.DebutContrat = c.jour("debut", facultatif)
		b.Nature = droit.Contrat(c.mot("nature", "contrat", facultatif))
	}
	return dossier.Fait{Bulletin: &b}
}
