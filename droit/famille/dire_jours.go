package famille

import (
	"fmt"
	"slices"

	"accord/droit"
)

// DireJours says what happens over a run of days of a leave.
func DireJours(r *droit.Resultat, p *droit.Plage) string {
	j := p.Premier
	switch j.Etat {
	case droit.Paye:
		qui := ""
		if j.Beneficiaire == droit.EmployeurBeneficiaire {
			qui = ", versés à votre employeur, qui maintient votre salaire"
		}
		if motif := motifs[j.Regle]; motif != "" {
			qui += " (" + motif + ")"
		}
		return fmt.Sprintf("%s de %s à %s par jour%s", nombreJours(p.N), noms[j.Risque], j.IJ.Euros(), qui)
	case droit.Travaille:
		return "travail, non payé"
	case droit.Attente:
		if bloque(r, j) {
			return "en attente, un montant officiel manque pour calculer ces jours"
		}
		return "en attente, une information manque pour décider de ces jours"
	case droit.NonCumul:
		return "non payé à ce titre, une autre indemnité est due pour ces jours"
	case droit.Epuise:
		return fmt.Sprintf("non payé, les jours de %s sont tous pris", noms[j.Risque])
	}
	if raison := raisons[j.Regle]; raison != "" {
		return "non payé, " + raison
	}
	return "non payé, les conditions exigées ne sont pas remplies"
}

// bloque reports whether a day waits for a parameter that is not known.
func bloque(r *droit.Resultat, j *droit.JourCalcule) bool {
	return slices.ContainsFunc(r.Manques, func(m droit.Manque) bool { return m.Code == droit.ManqueParametre && m.Pour.Contient(j.Date) })
}

// noms says what each leave is.
var noms = map[droit.Risque]string{
	droit.Maternite: "congé de maternité", droit.Pathologique: "repos pathologique", droit.Paternite: "congé de paternité", droit.AdoptionConge: "congé d'adoption",
	droit.NaissanceConge: "congé supplémentaire de naissance", droit.DeuilEnfant: "congé de deuil", droit.AJAP: "congé d'accompagnement de fin de vie",
	droit.GarantieGrossesse: "garantie de rémunération", droit.DES: "repos de grossesse",
}

// motifs says why some days are paid that the ordinary leave does not have.
var motifs = map[droit.Regle]string{
	rNaissanceAvant:   "jours ajoutés, l'enfant étant né très tôt",
	rHospitalisation:  "congé reporté à la sortie de l'hôpital",
	rDecesMere:        "congé que la mère n'a pas pris",
	rPaterniteHopital: "jours ajoutés pendant l'hospitalisation de l'enfant",
}

// raisons says why a day is not paid.
var raisons = map[droit.Regle]string{
	rDroit:             "les conditions de travail exigées ne sont pas remplies",
	rAffiliation:       "l'affiliation est trop récente",
	rAffiliationTNS:    "l'affiliation est trop récente",
	rViable:            "la grossesse s'est terminée avant vingt-deux semaines : elle n'ouvre pas de congé ; un médecin peut prescrire un arrêt de maladie",
	rDuree:             "le congé ne commence pas encore",
	rMinimumTNS:        "le travail doit cesser au moins huit semaines en tout, dont six après la naissance",
	rCongesTNS:         "les premiers jours du congé doivent être pris aussitôt après la naissance",
	rMinimum:           "le travail doit cesser au moins huit semaines en tout",
	rDecesMere:         "le congé de la mère court jusqu'à son décès",
	rMinimumPaternite:  "les premiers jours du congé doivent être pris aussitôt après la naissance",
	rFractionPaternite: "cette période est trop courte, de trop, ou prise trop tard",
	rAdoption:          "ces dates ne sont pas celles que la loi permet autour de l'arrivée de l'enfant",
	rAdoptionPartagee:  "chaque période d'un congé partagé compte vingt-cinq jours au moins",
	rEntreeEnVigueur:   "ce congé n'est ouvert qu'aux enfants nés ou attendus depuis le 1er janvier 2026, à partir du 1er juillet 2026",
	rNaissance:         "ce congé se prend par mois entiers et commence dans les neuf mois",
	rEpuisement:        "le congé de maternité, de paternité ou d'adoption doit d'abord être pris en entier",
	rDeuil:             "ce congé est ouvert pour un enfant, ou une personne à charge, de moins de vingt-cinq ans, pendant un an et en un nombre de périodes limité",
	rAJAP:              "l'allocation court de la réception de la demande au décès de la personne accompagnée",
	rDES:               "ce repos s'arrête la veille du congé de maternité",
	rPrescription:      "la demande arrive trop tard",
}
