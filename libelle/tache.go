package libelle

import (
	"accord/suivi"
	v "accord/valeur"
)

var taches = map[suivi.GenreTache]string{
	suivi.Urgence: "Situation urgente", suivi.Confirmation: "Acte à confirmer", suivi.Constat: "Paiement à corriger", suivi.Reclamation: "Réclamation", suivi.Promesse: "Promesse",
	suivi.Avis: "Avis demandé", suivi.Renvoi: "Pièce renvoyée", suivi.Transmission: "Pièce à transmettre à PROGRES", suivi.Verification: "Vérifier que PROGRES paie", suivi.Confie: "Dossier confié",
}

// Tache names a kind of task.
func Tache(g suivi.GenreTache) string { return taches[g] }

// Appels says how many times a task was asked for: nothing when it was once.
func Appels(t *suivi.Tache) string {
	if len(t.Appels) < 2 {
		return ""
	}
	return Nombre(len(t.Appels)) + " fois, la dernière le " + t.Appels[len(t.Appels)-1].Le.Francais()
}

// Prejudice says a harm, in cents × days, as people read it: «1 234 euros × jours».
func Prejudice(p v.Centimes) string { return Nombre(int(p/100)) + " euros × jours" }
