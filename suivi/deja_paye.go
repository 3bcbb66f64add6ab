package suivi

import (
	"slices"

	"accord/paiement"
	"accord/registre"
)

// pasPartis reports whether days that were posted for another payee are all in orders
// that have not left.
func (e *Entree) pasPartis(r *paiement.Retenue) bool {
	for _, j := range r.Details {
		if !slices.ContainsFunc(e.Ordres, func(o *paiement.Ordre) bool { return o.Destinataire == r.PayeA && o.Porte(j.Jour, j.Ligne) }) {
			return false
		}
	}
	return true
}

// direDejaPaye says of days paid to one and owed to another who holds the money, who is to
// be asked, and which act closes each answer. Nothing is paid a second time meanwhile.
func (e *Entree) direDejaPaye(r *paiement.Retenue) string {
	debut := pluriel(r.Jours, "jour a été payé ", "jours ont été payés ") + payeA(r.PayeA) + " et "
	if r.Jours == 1 {
		debut += "revient "
	} else {
		debut += "reviennent "
	}
	debut += payeA(r.Destinataire) + " : rien n'est payé une seconde fois. "
	if r.PayeA == registre.Assure {
		return debut + "La caisse avait déjà connaissance de la subrogation, ou le destinataire a été changé ensuite : un technicien vérifie qui a supporté ces jours. Si l'assuré garde ce paiement, " +
			"l'acte forcer_destinataire (assure) referme le dossier, et l'employeur s'arrange avec lui, dans la limite du salaire maintenu (R.323-11)."
	}
	return debut + "Un technicien joint l'employeur : s'il a maintenu le salaire, ou reversé la somme à l'assuré, l'acte forcer_destinataire (employeur) referme le dossier ; " +
		"sinon il lui demande de la reverser, et note la date promise (acte promettre)."
}

// payeA names a payee: «à l'assuré», «à l'employeur».
func payeA(d registre.Destinataire) string {
	if d == registre.Assure {
		return "à l'assuré"
	}
	return "à l'employeur"
}
