package libelle

import "accord/suivi"

var genres = map[suivi.Genre]string{
	suivi.EnCours: "En cours",
	suivi.Attend:  "En attente d'une réponse",
	suivi.Agent:   "À traiter par la caisse",
	suivi.Refuse:  "Non indemnisé",
	suivi.Clos:    "Terminé et soldé",
	suivi.Tenu:    "Retenu par un agent",

	suivi.AvecProgres: "Avec PROGRES",
}

// Etape names where a dossier stands.
func Etape(g suivi.Genre) string { return genres[g] }

var qualites = map[string]string{
	"ordonnateur": "À signer par l'ordonnateur",
	"comptable":   "À viser par le directeur comptable",
	"technicien":  "À traiter par un technicien",
	"assure":      "En attente de l'assuré",
	"caisse":      "À traiter par la caisse",
	"employeur":   "En attente de l'employeur",
	"agent":       "À traiter par un agent nommé",
	"cadre":       "À confirmer par un cadre",
	"directeur":   "À décider par le directeur",
	"progres":     "Avec PROGRES",
}

// File names the queue of an awaited actor: what is filtered by it.
func File(acteur string) string { return qualites[acteur] }

// Files lists the actors by which dossiers are filtered, those outside the
// caisse first.
func Files() []string {
	return []string{"employeur", "assure", "technicien", "agent", "cadre", "directeur", "ordonnateur", "comptable", "caisse", "progres"}
}

var responsables = map[suivi.Responsabilite]string{
	suivi.Caisse: "la caisse", suivi.Employeur: "l'employeur", suivi.Assure: "l'assuré", suivi.Medecin: "le médecin", suivi.Tiers: "un tiers",
}

// Responsable names whose the wait of unpaid days is.
func Responsable(r suivi.Responsabilite) string { return responsables[r] }
