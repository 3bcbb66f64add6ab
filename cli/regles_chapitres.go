package cli

import "strings"

// chapitreDe names the chapter of a rule by its identifier.
func chapitreDe(id string) string {
	for _, c := range chapitres {
		if strings.HasPrefix(id, c.debut) {
			return c.titre
		}
	}
	return "Autres règles"
}

var chapitres = []struct{ debut, titre string }{
	{"MAL-OUV-", "Maladie : ouverture des droits"},
	{"MAL-CAR-", "Maladie : carence et continuité des arrêts"},
	{"MAL-BAS-", "Maladie : salaire de référence et montant"},
	{"MAL-DUR-", "Maladie : durée"},
	{"MAL-PRE-", "Maladie : prescription de l'arrêt"},
	{"MAL-RTD-", "Maladie : envoi de l'avis d'arrêt"},
	{"MAL-CTL-", "Maladie : obligations et contrôle"},
	{"MAL-CUM-", "Maladie : cumul avec d'autres prestations"},
	{"MAL-PRS-", "Maladie : délai pour réclamer"},
	{"MAL-TPT-", "Maladie : temps partiel thérapeutique"},
	{"MAL-TNS-", "Maladie : indépendants"},
	{"MAL-NET-", "Maladie : prélèvements et impôt"},
	{"MAL-SUB-", "Maladie : subrogation de l'employeur"},
	{"AUT-OUV-", "Naissance, adoption, deuil : ouverture des droits"},
	{"FAM-", "Naissance, adoption, deuil : montant, cumul et délai pour réclamer"},
	{"MAT-", "Maternité : durée du congé"},
	{"DES-", "Maternité : grossesse exposée au distilbène"},
	{"AUT-TNS-", "Naissance, adoption, deuil : indépendants"},
	{"PAT-", "Paternité et accueil de l'enfant"},
	{"ADO-", "Adoption"},
	{"CSN-", "Congé supplémentaire de naissance"},
	{"DEU-", "Deuil d'un enfant"},
	{"AJP-", "Accompagnement d'une personne en fin de vie"},
	{"EXP-", "Grossesse exposée à un risque du travail"},
	{"SWI-", "Passages d'une prestation à l'autre"},
	{"AT-", "Accident et maladie professionnelle : indemnité"},
	{"AUT-PRS-", "Accident et maladie professionnelle : délai pour réclamer"},
	{"ITI-", "Accident et maladie professionnelle : inaptitude"},
	{"REC-", "Accident et maladie professionnelle : reconnaissance"},
}

// sujets names what the parameters of each data file are about.
var sujets = map[string]string{
	"smic.csv": "Salaire minimum", "plafond.csv": "Plafond de la sécurité sociale", "prelevements.csv": "Prélèvements",
	"ouverture.csv": "Maladie : ouverture des droits", "carence.csv": "Maladie : carence", "indemnite.csv": "Maladie : montant",
	"duree.csv": "Maladie : durée et délais", "prescription.csv": "Maladie : prescription, envoi et contrôle", "independants.csv": "Indépendants",
	"famille.csv": "Naissance, adoption, deuil", "atmp.csv": "Accident et maladie professionnelle",
}
